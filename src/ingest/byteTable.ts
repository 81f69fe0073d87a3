/**
 * Texts by number: gives every distinct run of bytes the next index. Open addressing over typed arrays, so that ten
 * million identifiers need neither ten million strings nor a decoding per row.
 */
export class ByteTable {
  size = 0;
  #bytes = new Uint8Array(1 << 12);
  /** Where the i-th text ends; it begins where the one before ends. */
  #ends = new Uint32Array(1 << 8);
  #hashes = new Int32Array(1 << 8);
  /** Index + 1 by hash; 0 = free. */
  #slots = new Int32Array(1 << 10);

  /** Index of the text, which is added when it is new: then `size` has grown by one. */
  add(source: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5 | 0;
    for (let p = start; p < end; p++) hash = Math.imul(hash ^ source[p]!, 0x01000193);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    hash ^= hash >>> 13;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let found = this.#slots[slot]!; found !== 0; found = this.#slots[slot]!) {
      if (this.#hashes[found - 1] === hash && this.#equals(found - 1, source, start, end)) return found - 1;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.#append(source, start, end, hash) + 1;
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return this.size - 1;
  }

  /** The bytes of a text; a view that later additions leave as it is. */
  at(index: number): Uint8Array {
    return this.#bytes.subarray(index === 0 ? 0 : this.#ends[index - 1]!, this.#ends[index]);
  }

  text(index: number): string {
    return decoder.decode(this.at(index));
  }

  #equals(index: number, source: Uint8Array, start: number, end: number): boolean {
    const from = index === 0 ? 0 : this.#ends[index - 1]!;
    const length = end - start;
    if (this.#ends[index]! - from !== length) return false;
    for (let i = 0; i < length; i++) if (this.#bytes[from + i] !== source[start + i]) return false;
    return true;
  }

  #append(source: Uint8Array, start: number, end: number, hash: number): number {
    const from = this.size === 0 ? 0 : this.#ends[this.size - 1]!;
    const to = from + end - start;
    if (to > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(2 * this.#bytes.length, to));
      larger.set(this.#bytes.subarray(0, from));
      this.#bytes = larger;
    }
    for (let i = 0; i < end - start; i++) this.#bytes[from + i] = source[start + i]!;
    if (this.size === this.#ends.length) {
      this.#ends = grown(this.#ends, new Uint32Array(2 * this.size));
      this.#hashes = grown(this.#hashes, new Int32Array(2 * this.size));
    }
    this.#ends[this.size] = to;
    this.#hashes[this.size] = hash;
    return this.size++;
  }

  #rehash(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    const mask = this.#slots.length - 1;
    for (let i = 0; i < this.size; i++) {
      let slot = this.#hashes[i]! & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = i + 1;
    }
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

type Numbers = Uint8Array | Int32Array | Uint32Array | Float64Array;

function grown<T extends Numbers>(from: T, larger: T): T {
  larger.set(from);
  return larger;
}

/** A column of numbers by index that grows as far as it is written; 0 where nothing was. */
export class Column<T extends Numbers> {
  values: T;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.values = make(1 << 8);
  }

  get(index: number): number {
    return this.values[index] ?? 0;
  }

  set(index: number, value: number): void {
    if (index >= this.values.length) {
      this.values = grown(this.values, this.#make(Math.max(2 * this.values.length, index + 1)));
    }
    this.values[index] = value;
  }

  add(index: number, value: number): void {
    this.set(index, this.get(index) + value);
  }
}

export const doubles = (): Column<Float64Array> => new Column((length) => new Float64Array(length));
export const integers = (): Column<Int32Array> => new Column((length) => new Int32Array(length));
export const flags = (): Column<Uint8Array> => new Column((length) => new Uint8Array(length));

/**
 * Tells rows that have been seen before by a hash of 64 bits (with ten million rows one wrong answer is expected in
 * some 400,000 files). `rows` = how many will be asked about.
 */
export class SeenRows {
  #high: Int32Array;
  #low: Int32Array;
  #size = 0;

  constructor(rows: number) {
    let slots = 1 << 10;
    while (slots < rows * 1.5) slots *= 2;
    this.#high = new Int32Array(slots);
    this.#low = new Int32Array(slots);
  }

  /** True when the pair has been added before. */
  add(high: number, low: number): boolean {
    // Zero in both means a free slot.
    const key = high === 0 && low === 0 ? 1 : low | 0;
    const mask = this.#high.length - 1;
    let slot = (high ^ (key >>> 7)) & mask;
    while (this.#high[slot] !== 0 || this.#low[slot] !== 0) {
      if (this.#high[slot] === high && this.#low[slot] === key) return true;
      slot = (slot + 1) & mask;
    }
    this.#high[slot] = high;
    this.#low[slot] = key;
    if (++this.#size * 1.25 > this.#high.length) this.#grow();
    return false;
  }

  #grow(): void {
    const [high, low] = [this.#high, this.#low];
    this.#high = new Int32Array(2 * high.length);
    this.#low = new Int32Array(2 * low.length);
    this.#size = 0;
    for (let i = 0; i < high.length; i++) if (high[i] !== 0 || low[i] !== 0) this.add(high[i]!, low[i]!);
  }
}
