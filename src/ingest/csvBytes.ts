import type { Tokeniser } from './records.ts';

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;

const encoder = new TextEncoder();

/** A growing buffer of regular CSV: UTF-8, commas, double quotes where needed, LF. */
export class CsvBytes {
  length = 0;
  #bytes = new Uint8Array(1 << 20);

  /** The record's physical number, `columns` cells, and what a long record has beyond them as one cell. */
  numbered(each: Tokeniser, columns: number): void {
    this.#reserve(16);
    for (const digit of String(each.record)) this.#bytes[this.length++] = digit.charCodeAt(0);
    for (let i = 0; i < columns; i++) {
      this.#separate();
      if (i < each.cells) this.#cell(each, i);
    }
    this.#separate();
    if (each.cells > columns) this.#extra(each, columns);
    this.#reserve(1);
    this.#bytes[this.length++] = LF;
  }

  /** The record as it is, however many cells it has. */
  record(each: Tokeniser): void {
    for (let i = 0; i < each.cells; i++) {
      if (i > 0) this.#separate();
      this.#cell(each, i);
    }
    this.#endRow(each.cells === 1 && each.cell(0).length === 0);
  }

  texts(cells: readonly string[]): void {
    cells.forEach((cell, i) => {
      if (i > 0) this.#separate();
      const bytes = encoder.encode(cell);
      this.#text(bytes, 0, bytes.length);
    });
    this.#endRow(cells.length === 1 && cells[0] === '');
  }

  /** A row of one empty cell would be no row at all. */
  #endRow(empty: boolean): void {
    this.#reserve(3);
    if (empty) this.#bytes[this.length++] = QUOTE;
    if (empty) this.#bytes[this.length++] = QUOTE;
    this.#bytes[this.length++] = LF;
  }

  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  #cell(each: Tokeniser, i: number): void {
    if (!each.isPlain(i)) {
      const cell = each.cell(i);
      this.#text(cell, 0, cell.length);
    } else this.#text(each.buffer, each.cellStart(i), each.cellEnd(i));
  }

  #extra(each: Tokeniser, from: number): void {
    const inner = new CsvBytes();
    for (let i = from; i < each.cells; i++) {
      if (i > from) inner.#separate();
      inner.#cell(each, i);
    }
    this.#text(inner.#bytes, 0, inner.length);
  }

  #text(source: Uint8Array, start: number, end: number): void {
    this.#reserve(2 * (end - start) + 2);
    const bytes = this.#bytes;
    let to = this.length;
    let p = start;
    for (; p < end; p++) {
      const c = source[p]!;
      if (c === COMMA || c === QUOTE || c === LF || c === CR) break;
      bytes[to++] = c;
    }
    if (p < end) {
      to = this.length;
      bytes[to++] = QUOTE;
      for (p = start; p < end; p++) {
        const c = source[p]!;
        if (c === QUOTE) bytes[to++] = QUOTE;
        bytes[to++] = c;
      }
      bytes[to++] = QUOTE;
    }
    this.length = to;
  }

  #separate(): void {
    this.#reserve(1);
    this.#bytes[this.length++] = COMMA;
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.length + more));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}
