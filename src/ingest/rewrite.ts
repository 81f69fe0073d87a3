import { Tokeniser } from './records.ts';
import { isSepRecord } from './sample.ts';
import { utf8 } from './source.ts';
import type { Bytes } from './source.ts';
import type { PreviewRow, Reading, Survey } from './types.ts';

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * The data records as regular UTF-8 CSV, piece by piece: comma, double quotes where needed, LF, no header; first the
 * physical record number, then exactly `columns` cells, then one more with a long record's extra cells (themselves
 * joined by commas; empty for all other records).
 */
export async function* rewrite(
  bytes: Bytes,
  reading: Reading,
  survey: Pick<Survey, 'footerRecords'>,
  columns: number,
  done: (bytes: number) => void,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const out = new Output();
  const footer = new Set(survey.footerRecords);
  const first = reading.headerRow ?? 0;
  const tokeniser = new Tokeniser(reading, true, (each) => {
    if (each.blank || each.record <= first || footer.has(each.record) || isSepRecord(each)) return;
    out.record(each, columns);
  });
  const seen = { bytes: 0, replaced: 0 };
  for await (const chunk of utf8(bytes, reading.encoding, seen, done, signal)) {
    tokeniser.push(chunk);
    if (out.length > 0) yield out.take();
  }
  tokeniser.finish();
  if (out.length > 0) yield out.take();
}

/** The records with these physical numbers (ascending), as read. */
export async function pickRecords(
  bytes: Bytes,
  reading: Reading,
  wanted: readonly number[],
  signal?: AbortSignal,
): Promise<PreviewRow[]> {
  const found: PreviewRow[] = [];
  if (wanted.length === 0) return found;
  const tokeniser = new Tokeniser(reading, true, (each) => {
    if (each.record !== wanted[found.length]) return;
    found.push({ record: each.record, cells: each.texts() });
    if (found.length === wanted.length) each.stop();
  });
  const seen = { bytes: 0, replaced: 0 };
  for await (const chunk of utf8(bytes, reading.encoding, seen, () => undefined, signal)) {
    tokeniser.push(chunk);
    if (tokeniser.stopped) break;
  }
  tokeniser.finish();
  return found;
}

/** A growing buffer of CSV. */
class Output {
  length = 0;
  #bytes = new Uint8Array(1 << 20);

  record(each: Tokeniser, columns: number): void {
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
    const inner = new Output();
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
