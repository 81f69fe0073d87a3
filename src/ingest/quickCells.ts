import { ByteTable } from './byteTable.ts';
import { inBrackets, readDate, readNumber } from './cells.ts';
import { currencyMark } from './currency.ts';
import { dateForm, numberForm } from './forms.ts';
import type { NumberForm } from './forms.ts';
import type { Marks } from './rules.ts';
import type { Reading, Repairs } from './types.ts';

/**
 * Numbers and dates straight from bytes, with the results of cells.ts: whole files are read cell by cell here, and
 * nearly all cells are digits with the same few marks around them. What stands around the digits is read once by the
 * full rules and remembered; what is no such cell goes through the full rules.
 */

export const plainNumber = 0;
export const missingNumber = 1;
export const unreadableNumber = 2;
export const tooLargeNumber = 3;

const MINUS = 45;
const ZERO = 48;
const remembered = 20_000;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const textOf = (bytes: Uint8Array, start: number, end: number): string =>
  decoder.decode(bytes.subarray(start, end));

interface Whole {
  readonly kind: number;
  /** Ten-thousandths. */
  readonly units: number;
  readonly form: NumberForm | null;
  readonly brackets: boolean;
  readonly code: string | null;
}

export class NumberCells {
  kind = plainNumber;
  /** Value in ten-thousandths, beyond 2^53 rounded; 0 unless `kind` is plainNumber. */
  units = 0;
  form: NumberForm | null = null;
  brackets = false;
  /** ISO code of the currency that the cell names. */
  code: string | null = null;

  readonly #marks: Marks;
  readonly #scale: Repairs['scale'];
  readonly #decimal: number;
  readonly #group: number;
  readonly #around = new ByteTable();
  readonly #read: (Whole | null)[] = [];
  readonly #key = new Uint8Array(65);

  constructor(marks: Marks, scale: Repairs['scale']) {
    this.#marks = marks;
    this.#scale = scale;
    this.#decimal = marks.decimal.charCodeAt(0);
    this.#group =
      marks.thousands === 'none' || marks.thousands === marks.decimal ? -1 : marks.thousands.charCodeAt(0);
  }

  read(bytes: Uint8Array, start: number, end: number): void {
    const negative = bytes[start] === MINUS && end > start;
    const units = this.#digits(bytes, negative ? start + 1 : start, end) * this.#scale;
    if (units >= 0 && units <= Number.MAX_SAFE_INTEGER) {
      this.#set(plainNumber, negative ? 0 - units : units, null, false, null);
    } else this.#readAround(bytes, start, end);
  }

  #set(kind: number, units: number, form: NumberForm | null, brackets: boolean, code: string | null): void {
    this.kind = kind;
    this.units = units;
    this.form = form;
    this.brackets = brackets;
    this.code = code;
  }

  /** Digits in groups or not, and at most four decimals, as ten-thousandths; NaN for all else. */
  #digits(bytes: Uint8Array, start: number, end: number): number {
    let value = 0;
    let run = 0;
    let groups = 0;
    let p = start;
    // Eleven digits and four decimals are below 2^53.
    if (end - start > 15 || start === end) return NaN;
    for (; p < end; p++) {
      const digit = bytes[p]! - ZERO;
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        run++;
      } else if (bytes[p] === this.#group && (groups === 0 ? run >= 1 && run <= 3 : run === 3)) {
        groups++;
        run = 0;
      } else break;
    }
    if ((groups > 0 && run !== 3) || run === 0 || value >= 1e11) return NaN;
    if (p === end) return value * 10_000;
    if (bytes[p] !== this.#decimal) return NaN;
    const places = end - p - 1;
    if (places < 1 || places > 4) return NaN;
    for (p++; p < end; p++) {
      const digit = bytes[p]! - ZERO;
      if (!(digit >= 0 && digit <= 9)) return NaN;
      value = value * 10 + digit;
    }
    return value * 10 ** (4 - places);
  }

  /** Takes the digits out, and reads what is around them with a 1 in their place. */
  #readAround(bytes: Uint8Array, start: number, end: number): void {
    let first = start;
    let last = end;
    while (first < end && !(bytes[first]! >= ZERO && bytes[first]! <= ZERO + 9)) first++;
    while (last > first && !(bytes[last - 1]! >= ZERO && bytes[last - 1]! <= ZERO + 9)) last--;
    const key = this.#key;
    const length = first - start + (end - last) + 1;
    if (length > key.length) return this.#whole(textOf(bytes, start, end));
    key.set(bytes.subarray(start, first));
    // Stands for the digits, or for their absence; no sane cell holds such characters.
    key[first - start] = first === last ? 1 : 0;
    key.set(bytes.subarray(last, end), first - start + 1);
    const digits = first === last ? 10_000 : this.#digits(bytes, first, last);
    if (Number.isNaN(digits) || this.#around.size > remembered) return this.#whole(textOf(bytes, start, end));
    const before = this.#around.size;
    const index = this.#around.add(key, 0, length);
    if (this.#around.size > before) this.#read.push(this.#readOne(textOf(bytes, start, first), textOf(bytes, last, end), first < last)); // prettier-ignore
    const around = this.#read[index]!;
    if (around === null) return this.#whole(textOf(bytes, start, end));
    if (first === last) {
      this.#set(around.kind, around.units, around.form, around.brackets, around.code);
      return;
    }
    // A percent sign makes decimals that may have to be rounded; so may whatever is no whole multiple.
    const times = around.units / 10_000;
    // Plus 0 takes the sign of -0 away.
    const units = digits * times + 0;
    const exact =
      around.kind === plainNumber && Number.isInteger(times) && Math.abs(units) <= Number.MAX_SAFE_INTEGER;
    if (exact) this.#set(plainNumber, units, around.form, around.brackets, around.code);
    else this.#whole(textOf(bytes, start, end));
  }

  /** null where what is around the digits belongs to the number itself: other digits, marks. */
  #readOne(before: string, behind: string, digits: boolean): Whole | null {
    if (digits && /[\p{N}.,'’．，＇]/u.test(before + behind)) return null;
    return readWhole(before + (digits ? '1' : '') + behind, this.#marks, this.#scale);
  }

  #whole(text: string): void {
    const { kind, units, form, brackets, code } = readWhole(text, this.#marks, this.#scale);
    this.#set(kind, units, form, brackets, code);
  }
}

function readWhole(text: string, marks: Marks, scale: Repairs['scale']): Whole {
  const read = readNumber(text, marks, scale);
  const code = currencyMark(text);
  if (read.kind === 'number') {
    const form = numberForm(text, marks, scale);
    return { kind: plainNumber, units: Number(read.value.units), form, brackets: inBrackets(text), code };
  }
  const kind =
    read.kind === 'missing' ? missingNumber : read.kind === 'unreadable' ? unreadableNumber : tooLargeNumber;
  return { kind, units: 0, form: null, brackets: false, code };
}

export type DateSeen = ReturnType<typeof dateForm> | 'missing' | 'unreadable';

/** What there is to say of a cell of a date column; null = an ordinary date. */
export class DateCells {
  readonly #order: Reading['dateOrder'];
  readonly #known = new ByteTable();
  readonly #seen: DateSeen[] = [];

  constructor(order: Reading['dateOrder']) {
    this.#order = order;
  }

  read(bytes: Uint8Array, start: number, end: number): DateSeen {
    if (start === end) return 'missing';
    // There are few dates, but many times of day.
    const time = plainTimeAt(bytes, start, end);
    const known = this.#known;
    if (known.size > remembered) return this.#whole(textOf(bytes, start, end));
    const before = known.size;
    const index = known.add(bytes, start, time < 0 ? end : time + 1);
    if (known.size > before)
      this.#seen.push(this.#whole(textOf(bytes, start, time < 0 ? end : time) + (time < 0 ? '' : ' 10:30')));
    return this.#seen[index]!;
  }

  #whole(text: string): DateSeen {
    const { kind } = readDate(text, this.#order);
    return kind === 'missing' || kind === 'unreadable' ? kind : dateForm(text, this.#order);
  }
}

/** Where a cell's time of day like ` 08:26` or `T08:26:00` begins; -1 = it ends otherwise. */
function plainTimeAt(bytes: Uint8Array, start: number, end: number): number {
  const seconds = bytes[end - 6] === COLON;
  const at = end - (seconds ? 9 : 6);
  if (at <= start + 5 || bytes[end - 3] !== COLON || (bytes[at] !== 32 && bytes[at] !== 84)) return -1;
  const hour = two(bytes, at + 1);
  const good = hour >= 0 && hour <= 24 && two(bytes, at + 4) < 60 && two(bytes, at + 4) >= 0;
  const goodSeconds = !seconds || (two(bytes, at + 7) >= 0 && two(bytes, at + 7) < 60);
  // Behind a digit only: in 2024-01-05 上午 10:30 and Jan 5 2024 the full rules know what belongs to what.
  const digit = bytes[at - 1]! - ZERO;
  return good && goodSeconds && digit >= 0 && digit <= 9 ? at : -1;
}
const COLON = 58;
function two(bytes: Uint8Array, at: number): number {
  const [tens, ones] = [bytes[at]! - ZERO, bytes[at + 1]! - ZERO];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}
