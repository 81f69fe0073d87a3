import { isTyped } from './header.ts';
import type { Tokeniser } from './records.ts';
import { firstRecords, isSepRecord } from './sample.ts';
import { isSubtotalRecord } from './subtotals.ts';
import { isPageLine, narrowest } from './textRule.ts';
import type { Reading } from './types.ts';

export type RecordKind = 'preamble' | 'header' | 'blank' | 'totals' | 'data';

/**
 * Tells what each record of a file is, asked in the order of the file; which data records are the footer is known only
 * at the end. `totals` = totals of groups between the data, see isSubtotal. A record behind the header that repeats it
 * byte for byte, as page breaks and joined exports do, is a header again, provided that the header has at least two
 * cells of which most are neither numbers nor dates; so is the line with the page's number above it.
 */
export class RecordKinds {
  readonly #reading: Reading;
  readonly #last: number;
  readonly #first: number;
  #header: Uint8Array | null = null;
  #columns = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#last = reading.headerRow ?? 0;
    this.#first = this.#last - (reading.headerRows ?? 1) + 1;
  }

  of(each: Tokeniser): RecordKind {
    const { record } = each;
    if (record <= this.#last) {
      if (record === this.#last) this.#keep(each);
      if (record >= this.#first) return 'header';
      return each.blank ? 'blank' : 'preamble';
    }
    if (each.blank) return 'blank';
    if (this.#header !== null && this.#repeats(each)) return 'header';
    if (record === 1 && isSepRecord(each)) return 'preamble';
    if (each.cells === 1 && this.#columns >= narrowest && this.#isPageLine(each)) return 'header';
    return isSubtotalRecord(each, this.#reading) ? 'totals' : 'data';
  }

  #keep(each: Tokeniser): void {
    const bytes = each.buffer.slice(each.start, each.end);
    const cells = firstRecords(bytes, true, this.#reading, 1)[0]?.cells ?? [];
    this.#columns = cells.length;
    if (isHeaderText(cells)) this.#header = bytes;
  }

  #isPageLine(each: Tokeniser): boolean {
    const bytes = each.buffer.slice(each.start, each.end);
    return isPageLine(firstRecords(bytes, true, this.#reading, 1)[0]?.cells ?? []);
  }

  #repeats(each: Tokeniser): boolean {
    const header = this.#header!;
    const { buffer, start, end } = each;
    if (end - start !== header.length || buffer[start] !== header[0]) return false;
    for (let i = 1; i < header.length; i++) if (buffer[start + i] !== header[i]) return false;
    return true;
  }
}

/** True for a row that is a header wherever it comes again. */
export const isHeaderText = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.filter((cell) => cell.trim() !== '' && !isTyped(cell)).length * 2 > cells.length;
