import type { ColumnFacts } from './types.ts';

const oddEdges = 1;
const oddNumber = 2;
const manyDecimals = 4;
const noIsoDate = 8;
const unusual = oddNumber | manyDecimals;
const everything = oddEdges | oddNumber | manyDecimals | noIsoDate;

const DOT = 46;
const DASH = 45;
const UNDERSCORE = 95;

/** Bytes with which a cell may begin or end that needs a closer look. */
const oddFirst = new Uint8Array(256);
const oddLast = new Uint8Array(256);
// Everything up to the quotation mark; ' ( - = N n; the first bytes of blanks beyond ASCII.
for (let byte = 0; byte < 0x23; byte++) oddFirst[byte] = 1;
for (const char of "#'(-=Nn") oddFirst[char.charCodeAt(0)] = 1;
oddFirst[0xc2] = oddFirst[0xe3] = 1;
for (let byte = 0; byte <= 0x20; byte++) oddLast[byte] = 1;
oddLast[DOT] = oddLast[0xa0] = oddLast[0x80] = 1;

const blankToken = /^(?:nan|null|n\/a)$/i;

/**
 * Notes what holds for the cells of each column while a file is counted, so that the engine need not look for what is
 * nowhere in the file. All of it errs to the side of looking.
 */
export class FactsCounter {
  /** Records before this one are none of the table's. */
  readonly #from: number;
  #seen = new Uint8Array(16);
  #columns = 0;

  /** `from` = records at the beginning that hold no data. */
  constructor(from: number) {
    this.#from = from;
  }

  /** A cell of the record that comes after `records` others: its bytes without the quotes around it. */
  add(records: number, column: number, b: Uint8Array, start: number, end: number): void {
    if (records < this.#from) return;
    if (column >= this.#columns) this.#widen(column + 1);
    const seen = this.#seen[column]!;
    if (end <= start) return;
    let now = seen;
    const first = b[start]!;
    const last = b[end - 1]!;
    if (oddFirst[first] === 1 && (now & oddEdges) === 0 && isOddStart(b, start, end)) now |= oddEdges;
    if (oddLast[last] === 1) {
      if (last <= 0x20 || isWideBlank(b, end)) now |= oddEdges;
      if (last === DOT || last <= 0x20) now |= oddNumber;
    }
    if ((now & noIsoDate) === 0 && isIso(b, start, end)) return void (this.#seen[column] = now);
    now |= noIsoDate;
    // Nothing that begins with a letter is a number to the engine.
    if (first < 0x3a && (now & unusual) !== unusual) now |= unusualOf(b, start, end);
    if (now !== seen) this.#seen[column] = now;
  }

  /** A cell that is there although it is empty (""), or whose quotes are irregular. */
  addOdd(records: number, column: number): void {
    if (records < this.#from) return;
    if (column >= this.#columns) this.#widen(column + 1);
    this.#seen[column]! |= everything;
  }

  facts(): ColumnFacts[] {
    return Array.from(this.#seen.subarray(0, this.#columns), (seen) => ({
      clean: (seen & oddEdges) === 0,
      plainNumbers: (seen & oddNumber) === 0,
      fewDecimals: (seen & manyDecimals) === 0,
      isoDates: (seen & noIsoDate) === 0,
    }));
  }

  #widen(columns: number): void {
    if (columns > this.#seen.length) {
      const wider = new Uint8Array(Math.max(columns, 2 * this.#seen.length));
      wider.set(this.#seen);
      this.#seen = wider;
    }
    this.#columns = columns;
  }
}

function isOddStart(b: Uint8Array, start: number, end: number): boolean {
  const first = b[start]!;
  const second = b[start + 1];
  if (first === 0xc2) return second === 0xa0;
  if (first === 0xe3) return second === 0x80 && b[start + 2] === 0x80;
  if (first === DASH) return end - start === 1;
  if (first === 0x23) return second === 0x4e || second === 0x6e;
  if (first === 0x4e || first === 0x6e)
    return end - start <= 4 && blankToken.test(String.fromCharCode(...b.subarray(start, end)));
  return true;
}

const isWideBlank = (b: Uint8Array, end: number): boolean =>
  b[end - 1] === 0xa0
    ? b[end - 2] === 0xc2
    : b[end - 1] === 0x80 && b[end - 2] === 0x80 && b[end - 3] === 0xe3;

/** Shaped like yyyy-mm-dd; whether there is such a day the engine finds out. */
const isIso = (b: Uint8Array, start: number, end: number): boolean =>
  end - start === 10 &&
  b[start + 4] === DASH &&
  b[start + 7] === DASH &&
  b[start]! > 0x30 &&
  b[start]! <= 0x39;

/** Of a number: more than four characters behind a decimal point, an exponent, an underscore. */
function unusualOf(b: Uint8Array, start: number, end: number): number {
  let found = 0;
  for (let p = start; p < end; p++) {
    const c = b[p]!;
    if (c < 0x30) {
      if (c === DOT && end - p > 5) found |= manyDecimals;
    } else if (c === 0x65 || c === 0x45) found |= manyDecimals | oddNumber;
    else if (c === UNDERSCORE) found |= oddNumber;
  }
  return found;
}
