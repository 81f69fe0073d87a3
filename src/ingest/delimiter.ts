const SPACE = 32;

export interface Dialect {
  /** The character or characters, `tab`, or `blanks`. A delimiter that ends in a blank also matches without it. */
  readonly delimiter: string;
  readonly quote: '"' | "'" | 'none';
  /** The backslash before a quote inside quotes makes it text; absent where only doubling does. */
  readonly escape?: '\\';
}

/** A delimiter of several bytes. One that ends in a blank (`, `) also matches without it, as at the end of a line. */
export class LongDelimiter {
  readonly #bytes: Uint8Array;
  readonly #needed: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#needed = bytes.at(-1) === SPACE ? bytes.length - 1 : bytes.length;
  }

  /** Its length where it stands at p, 0 where it does not; -1 = the buffer ends before that is known. */
  lengthAt(buffer: Uint8Array, p: number, final: boolean): number {
    for (let i = 0; i < this.#bytes.length; i++) {
      if (p + i === buffer.length && !final) return -1;
      if (buffer[p + i] !== this.#bytes[i]) return i >= this.#needed ? i : 0;
    }
    return this.#bytes.length;
  }

  endsBefore(buffer: Uint8Array, p: number): boolean {
    const ends = (length: number): boolean =>
      length <= p && this.#bytes.subarray(0, length).every((byte, i) => buffer[p - length + i] === byte);
    return ends(this.#bytes.length) || ends(this.#needed);
  }
}
