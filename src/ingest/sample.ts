import { Tokeniser } from './records.ts';
import type { Dialect } from './records.ts';

/** A record of the first part of a file, as read. */
export interface SampleRecord {
  readonly record: number;
  readonly cells: readonly string[];
  readonly blank: boolean;
  readonly oddQuotes: boolean;
}

/**
 * The first records of UTF-8 bytes. `whole` = the bytes end where the file ends; otherwise the last record may be cut
 * and is left out.
 */
export function firstRecords(
  bytes: Uint8Array,
  whole: boolean,
  dialect: Dialect,
  limit: number,
): SampleRecord[] {
  const records: SampleRecord[] = [];
  const tokeniser = new Tokeniser(dialect, true, (each) => {
    const { record, blank, oddQuotes } = each;
    records.push({ record, cells: each.texts(), blank, oddQuotes });
    if (records.length > limit) each.stop();
  });
  tokeniser.push(bytes);
  if (tokeniser.stopped) records.pop();
  // A quoted cell that the end of the sample cuts would look unclosed.
  else if (whole || records.length === 0) tokeniser.finish();
  return records;
}

const sepLine = /^"?sep=(.)"?$/i;

/** The delimiter that a spreadsheet's first line `sep=;` names; null when the file has no such line. */
export function sepDelimiter(firstLine: string): string | null {
  const found = sepLine.exec(firstLine)?.[1];
  return found === undefined ? null : found === '\t' ? 'tab' : found;
}

const ascii = new TextDecoder('utf-8');

/** True for that line as the first record of a file. */
export const isSepRecord = (tokeniser: Tokeniser): boolean =>
  tokeniser.record === 1 &&
  tokeniser.end - tokeniser.start <= 8 &&
  sepDelimiter(ascii.decode(tokeniser.buffer.subarray(tokeniser.start, tokeniser.end))) !== null;

/** How many data records behind the header decide the table's width. */
export const widthSample = 100;

/**
 * Number of columns: the header's, unless more than half of the first data records agree on a larger number (a header
 * whose last names are missing); without a header the most frequent number.
 */
export function tableWidth(header: number | null, counts: readonly number[]): number {
  const frequent = mostFrequent(counts);
  if (header === null) return frequent;
  const more = counts.filter((count) => count === frequent).length;
  return frequent > header && more * 2 > counts.length ? frequent : header;
}

/** The most frequent number; of several the largest; 0 of none. */
export function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, n] of times) {
    const lead = times.get(best) ?? 0;
    if (n > lead || (n === lead && count > best)) best = count;
  }
  return best;
}
