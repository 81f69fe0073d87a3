import { isBlank, parseDate, parseNumber } from './cells.ts';
import type { SampleRecord } from './sample.ts';
import { mostFrequent } from './sample.ts';

/** Rows behind a header that are compared with it. */
const compared = 50;
/** A title or a remark fills fewer cells than a header does. */
const filledShare = 0.7;

/**
 * Physical record number of the header: the first record that fills most columns. Null when that record looks like the
 * data under it: a number or date where they have numbers or dates, or in text columns a text that comes again below.
 */
export function guessHeaderRow(records: readonly SampleRecord[], behind: number): number | null {
  const table = records.filter((record) => !record.blank && record.record > behind);
  const width = mostFrequent(table.map((record) => record.cells.length));
  const filled = (record: SampleRecord): number => record.cells.filter((cell) => cell.trim() !== '').length;
  let at = table.findIndex((record) => filled(record) >= Math.ceil(filledShare * width));
  if (at < 0) at = table.findIndex((record) => record.cells.length === width);
  const header = table[at];
  if (!header) return null;
  if (!looksLikeData(header.cells, table.slice(at + 1, at + 1 + compared))) return header.record;
  // A header whose last name is missing is a cell short and was passed over.
  const above = table[at - 1];
  const named = above && above.cells.length === width - 1 && filled(above) === width - 1;
  return named && !above.cells.some(isTyped) ? above.record : null;
}

function looksLikeData(header: readonly string[], rows: readonly SampleRecord[]): boolean {
  let same = 0;
  let other = 0;
  header.forEach((name, column) => {
    const values = rows.map((row) => row.cells[column] ?? '').filter((cell) => !isBlank(cell));
    if (values.length === 0 || isBlank(name)) return;
    const typed = values.filter(isTyped).length;
    if (typed >= 0.8 * values.length) {
      // 2021, 2022 … above a column of amounts are names.
      const yearName =
        /^(19|20)\d\d年?$/.test(name.trim()) && !values.every((value) => /^(19|20)\d\d$/.test(value.trim()));
      if (isTyped(name) && !yearName) same++;
      else other++;
    } else if (values.length > 1 && values.includes(name)) same++;
  });
  if (rows.length === 0) return header.length > 0 && header.filter(isTyped).length * 2 > header.length;
  return same > other;
}

const isTyped = (cell: string): boolean =>
  parseNumber(cell, { decimal: '.', thousands: ',' }) !== null ||
  parseNumber(cell, { decimal: ',', thousands: '.' }) !== null ||
  parseDate(cell, 'dmy') !== null ||
  parseDate(cell, 'mdy') !== null;
