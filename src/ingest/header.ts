import { isBlank, parseDate, parseNumber } from './cells.ts';
import type { SampleRecord } from './sample.ts';
import { mostFrequent } from './sample.ts';
import type { Reading } from './types.ts';

/** Rows behind a header that are compared with it. */
const compared = 50;
/** So few of them are enough where a blank record ends the table. */
const fewest = 5;
/** A title or a remark fills fewer cells than a header does. */
const filledShare = 0.7;
/** A header whose last names are missing names at least so many of the columns. */
const namedShare = 0.3;
/** So many rows at most make up one header. */
const tallest = 5;

type Header = Pick<Reading, 'headerRow' | 'headerRows'>;

/**
 * The header: the first record that fills most columns, with the records around it that belong to it (it repeats them,
 * they are groups of columns above it, or names under its groups). None when that record looks like the data under it:
 * a number or date where they have numbers or dates, or in text columns a text that comes again below. Records up to
 * number `behind` are no candidates.
 */
export function guessHeader(records: readonly SampleRecord[], behind: number): Header {
  const table = records.filter((record) => !record.blank && record.record > behind);
  const width = mostFrequent(table.map((record) => record.cells.length));
  const least = Math.max(1, Math.ceil(filledShare * Math.min(width, usuallyFilled(table))));
  let at = table.findIndex((record) => filled(record) >= least);
  if (at < 0) at = table.findIndex((record) => record.cells.length === width);
  while (isTitle(table[at], table[at + 1], width, least)) at++;
  const header = table[at];
  if (!header) return { headerRow: null };
  const below = rowsUnder(table, at).filter((record) => !sameCells(record, header));
  if (looksLikeData(header.cells, below)) return above(table, at, width);
  let last = at;
  const span = (): number => last - at + 1;
  while (header.cells.length > 1 && sameCells(table[last + 1], header)) last++;
  const isName = (row: SampleRecord | undefined): boolean =>
    namesUnder(table.slice(at, last + 1), row) && !isGroupTitle(row, below);
  if (last === at) while (span() < tallest && isName(table[last + 1])) last++;
  if (last === at && answersUnder(header, table[at + 1], below.slice(1))) last++;
  const first = last === at && groupsOver(table[at - 1], header) ? at - 1 : at;
  return spanning(table[first]!.record, table[last]!.record);
}

/** Rows that are compared with a header: up to a blank record, behind which another table may begin, if that is enough. */
function rowsUnder(table: readonly SampleRecord[], at: number): readonly SampleRecord[] {
  const rows = table.slice(at + 1, at + 1 + compared);
  const gap = rows.findIndex((row, i) => i > 0 && row.record > rows[i - 1]!.record + 1);
  return gap >= fewest ? rows.slice(0, gap) : rows;
}

const spanning = (first: number, last: number): Header =>
  first === last ? { headerRow: last } : { headerRow: last, headerRows: last - first + 1 };

const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== '';
const filled = (record: SampleRecord): number => record.cells.filter(isFilled).length;
const sameCells = (a: SampleRecord | undefined, b: SampleRecord): boolean =>
  a !== undefined && a.cells.join('\0') === b.cells.join('\0');

/** Filled cells of the fuller records: nine in ten fill at most so many. Rows padded to a wider table below say less. */
function usuallyFilled(table: readonly SampleRecord[]): number {
  const counts = table.map(filled).sort((a, b) => a - b);
  return counts[Math.floor(0.9 * (counts.length - 1))] ?? 0;
}

/** A line like `Report:,Sales`, or a title that holds a delimiter, right above the names. */
function isTitle(
  record: SampleRecord | undefined,
  next: SampleRecord | undefined,
  width: number,
  least: number,
): boolean {
  if (!record || !next || next.cells.length !== width || filled(next) < least) return false;
  if (next.cells.some(isTyped)) return false;
  return record.cells.length > width
    ? isFilled(record.cells[width])
    : /[:：]$/.test(record.cells[0]?.trim() ?? '');
}

/**
 * A row under a header of groups, as spreadsheets with merged cells have it: it fills blank cells of the header and
 * those in front of them, and nothing else.
 */
function namesUnder(header: readonly SampleRecord[], row: SampleRecord | undefined): boolean {
  const top = header[0];
  if (!top || !row || row.cells.length > Math.max(2, top.cells.length)) return false;
  const taken = (i: number): boolean => header.some((record) => isFilled(record.cells[i]));
  let completes = 0;
  for (const [i, cell] of row.cells.entries()) {
    if (!isFilled(cell)) continue;
    if (isTyped(cell)) return false;
    if (!taken(i)) completes++;
    else if (taken(i + 1) && isFilled(top.cells[i + 1])) return false;
  }
  return completes > 0 && filled(row) < row.cells.length;
}

/**
 * A row under the questions of a survey, with the kinds of their answers: text that names columns without a name too,
 * and nothing in the first column, which the rows below fill.
 */
function answersUnder(
  header: SampleRecord,
  row: SampleRecord | undefined,
  below: readonly SampleRecord[],
): boolean {
  if (!row || row.cells.length > header.cells.length || isFilled(row.cells[0]) || row.cells.some(isTyped))
    return false;
  if (below.length === 0 || !below.every((record) => isFilled(record.cells[0]))) return false;
  const named = (i: number): boolean => isFilled(header.cells[i]) || isFilled(row.cells[i]);
  return row.cells.some((cell, i) => isFilled(cell) && !isFilled(header.cells[i])) && row.cells.every((_, i) => named(i)); // prettier-ignore
}

/** Whether a row's only cell is a group's title in a report, since others come below in the same column. */
function isGroupTitle(row: SampleRecord | undefined, below: readonly SampleRecord[]): boolean {
  if (!row || filled(row) !== 1) return false;
  const at = row.cells.findIndex(isFilled);
  return below.some((other) => other.record > row.record && filled(other) === 1 && isFilled(other.cells[at]));
}

/** A row of groups right above names that are not unique without it. */
function groupsOver(row: SampleRecord | undefined, names: SampleRecord): boolean {
  if (!row || row.record !== names.record - 1 || row.cells.length !== names.cells.length) return false;
  const unique = new Set(names.cells.map((name) => name.trim())).size === names.cells.length;
  return !unique && filled(row) > 1 && !row.cells.some((cell) => isTyped(cell) && !isYear(cell));
}

/**
 * The header above a record that is data: rows of text only that fill most columns together (names in several rows), or
 * one whose last names are missing.
 */
function above(table: readonly SampleRecord[], at: number, width: number): Header {
  const data = table[at]!;
  const rows: SampleRecord[] = [];
  for (let i = at - 1; i >= 0 && rows.length < tallest; i--) {
    const row = table[i]!;
    if (filled(row) < 2 || row.cells.some(isTyped) || row.cells.length > data.cells.length) break;
    rows.unshift(row);
  }
  const [first] = rows;
  if (!first) return { headerRow: null };
  const named = data.cells.filter((_, i) => rows.some((row) => isFilled(row.cells[i]))).length;
  if (rows.length === 1) {
    const names = filled(first);
    const gapless = first.cells.slice(0, names).every(isFilled);
    return gapless && (names === width - 1 || names >= namedShare * width)
      ? { headerRow: first.record }
      : { headerRow: null };
  }
  if (named < filledShare * filled(data)) return { headerRow: null };
  return spanning(first.record, rows.at(-1)!.record);
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
      const yearName = isYear(name) && !values.every((value) => /^(19|20)\d\d$/.test(value.trim()));
      if (isTyped(name) && !yearName) same++;
      else other++;
    } else if (values.length > 1 && values.includes(name)) same++;
  });
  if (rows.length === 0) return header.length > 0 && header.filter(isTyped).length * 2 > header.length;
  return same > other;
}

const isYear = (name: string): boolean => /^(19|20)\d\d年?$/.test(name.trim());

/** True for a number or a date, whatever its marks and order. */
export const isTyped = (cell: string): boolean =>
  parseNumber(cell, { decimal: '.', thousands: ',' }) !== null ||
  parseNumber(cell, { decimal: ',', thousands: '.' }) !== null ||
  parseDate(cell, 'dmy') !== null ||
  parseDate(cell, 'mdy') !== null;
