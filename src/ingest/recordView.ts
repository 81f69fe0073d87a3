import { CellRanges } from './cellRanges.ts';
import { unquote } from './unquote.ts';

/** The record that was just read, and its cells. */
export abstract class RecordView {
  /** Physical number of the record that was just read, from 1. */
  record = 0;
  /** Physical line on which it starts, from 1. */
  line = 1;
  cells = 0;
  /** True when the record has no cells or only blank ones, or only draws a table (see isRule). */
  blank = true;
  /** True when quotes stand where a strict reader would refuse them. */
  oddQuotes = false;
  /** The record's bytes, line break excluded; valid during the call only. */
  buffer: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;
  /** The first quote that is never closed. */
  openQuote: { record: number; line: number } | null = null;

  /** A byte, or -1 = no quotes count. */
  protected readonly quote: number;
  protected readonly escapes: boolean;
  protected readonly ranges: CellRanges | null;

  constructor(ranges: boolean, quote: number, escapes: boolean) {
    this.ranges = ranges ? new CellRanges() : null;
    this.quote = quote;
    this.escapes = escapes && quote >= 0;
  }

  /** Bytes of the i-th cell as in the file when `isPlain`, else `cell` says what they mean. */
  cellStart(i: number): number {
    return this.ranges?.start(i) ?? 0;
  }
  cellEnd(i: number): number {
    return this.ranges?.end(i) ?? 0;
  }
  isPlain(i: number): boolean {
    return this.ranges?.kind(i) === 0;
  }

  /** Content of the i-th cell as UTF-8 bytes. */
  cell(i: number): Uint8Array {
    const bytes = this.buffer.subarray(this.cellStart(i), this.cellEnd(i));
    const kind = this.ranges?.kind(i);
    return kind === 0 ? bytes : unquote(bytes, this.quote, this.escapes, kind === 1);
  }

  /** The record's cells as text. */
  texts(): string[] {
    return Array.from({ length: this.cells }, (_, i) => decoder.decode(this.cell(i)));
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
