import { parseDate, parseNumber } from './cells.ts';
import type { Dialect } from './records.ts';
import { firstRecords, mostFrequent } from './sample.ts';
import type { SampleRecord } from './sample.ts';

/** The delimiters that are tried, in this order when they do equally well. */
const candidates = [',', ';', 'tab', '|', '^', '~', '\x1f', '\x01'] as const;

/** The delimiters that the import page offers. */
export const delimiters = [',', ';', 'tab', '|', 'blanks', '^', '~'] as const;

/** Records and bytes that a trial reads: enough to see a pattern behind a long preamble. */
const trialRecords = 200;
const trialBytes = 64 * 1024;

/** Below this share of records with the same number of cells there is no table. */
const leastConsistent = 0.4;
/** Blanks separate words too, so a table of blanks must be nearly perfect. */
const leastConsistentBlanks = 0.9;

/**
 * Finds the delimiter under which the records have the most regular number of cells (at least two) and the cells look
 * most like values: score = share of records with the most frequent number of cells x (mean cell score)^2. The idea of
 * weighing pattern by type is van den Burg, Nazábal & Sutton (2019), Data Mining and Knowledge Discovery 33. Returns
 * null for text that is no table.
 */
export function guessDelimiter(bytes: Uint8Array, whole: boolean, quote: Dialect['quote']): string | null {
  const head = bytes.subarray(0, trialBytes);
  const complete = whole && bytes.length <= trialBytes;
  let best: { delimiter: string; score: number } | null = null;
  for (const delimiter of candidates) {
    const code = delimiter === 'tab' ? 9 : delimiter.charCodeAt(0);
    if (!head.includes(code)) continue;
    const trial = judge(firstRecords(head, complete, { delimiter, quote }, trialRecords), delimiter);
    if (trial.consistency < leastConsistent || trial.prose) continue;
    if (!best || trial.score > best.score) best = { delimiter, score: trial.score };
  }
  if (best) return best.delimiter;
  const blanks = judge(firstRecords(head, complete, { delimiter: 'blanks', quote }, trialRecords), 'blanks');
  return blanks.consistency >= leastConsistentBlanks && blanks.typed >= 0.3 ? 'blanks' : null;
}

interface Trial {
  readonly consistency: number;
  readonly score: number;
  /** Share of cells that are numbers or dates. */
  readonly typed: number;
  readonly prose: boolean;
}

function judge(records: readonly SampleRecord[], delimiter: string): Trial {
  const filled = records.filter((record) => !record.blank);
  const width = mostFrequent(filled.map((record) => record.cells.length).filter((count) => count > 1));
  if (width < 2) return { consistency: 0, score: 0, typed: 0, prose: false };
  // Titles above and remarks below the table say nothing about its delimiter.
  const first = filled.findIndex((record) => record.cells.length === width);
  const last = filled.findLastIndex((record) => record.cells.length === width);
  const table = filled.slice(first, last + 1);
  const regular = table.filter((record) => record.cells.length === width);
  const consistency = (regular.length / table.length) * Math.min(1, regular.length / (filled.length * 0.3));
  let sum = 0;
  let typed = 0;
  let cells = 0;
  let words = 0;
  for (const record of regular.slice(0, 100)) {
    for (const cell of record.cells) {
      const value = isValue(cell);
      cells++;
      if (value) typed++;
      else words += cell.trim().split(/\s+/).length;
      sum += value ? 1 : cell.trim() === '' ? 0.8 : hidesDelimiter(cell, delimiter) ? 0.3 : 0.8;
    }
  }
  const mean = sum / cells;
  return {
    consistency,
    score: consistency * mean * mean * (1 + 0.02 * Math.min(width, 10)),
    typed: typed / cells,
    prose: typed === 0 && words > 3 * cells,
  };
}

const anyMarks = [
  { decimal: '.', thousands: ',' },
  { decimal: ',', thousands: '.' },
] as const;

/** A cell that is a number under some marks or a date in some order. */
const isValue = (cell: string): boolean =>
  /\d/.test(cell) &&
  cell.length <= 40 &&
  (anyMarks.some((marks) => parseNumber(cell, marks) !== null) ||
    parseDate(cell, 'dmy') !== null ||
    parseDate(cell, 'mdy') !== null);

/** Text with another delimiter inside is a sign of having been cut at the wrong one; a comma in prose is not. */
const hidesDelimiter = (cell: string, delimiter: string): boolean =>
  /[;\t|^~]/.test(cell) || (delimiter !== ',' && /,\S/.test(cell));

/** Single quotes count only where no double quote is seen and cells are regularly wrapped in them. */
export function guessQuote(text: string): '"' | "'" {
  const head = text.slice(0, trialBytes);
  if (head.includes('"')) return '"';
  const lines = head.split(/\r\n|\n|\r/).filter((line) => line !== '');
  const wrapped = lines.filter((line) => /(^|[,;\t|])'[^']*'([,;\t|]|$)/.test(line)).length;
  return wrapped > 0.3 * lines.length ? "'" : '"';
}
