import { parseDate, parseNumber } from './cells.ts';
import type { Dialect } from './records.ts';
import { firstRecords, mostFrequent } from './sample.ts';
import type { SampleRecord } from './sample.ts';

/** The delimiters that are tried, in this order when they do equally well. */
const candidates = [',', ';', 'tab', '|', '^', '~', '\x1f', '\x01'] as const;

/** Delimiters of two characters: tried where nearly every one of their first character is followed by the second. */
const pairs = [', ', '; ', '||', '\t\t', '::', ';;', '~~', '^^', '|~|'] as const;

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
 * Finds delimiter, quote and escape where they are not chosen. Null for text that is no table. `text` and `bytes` (UTF-8)
 * are the same first part of the file.
 */
export function guessDialect(
  bytes: Uint8Array,
  text: string,
  whole: boolean,
  chosen: Partial<Dialect>,
): Dialect | null {
  const head = bytes.subarray(0, trialBytes);
  const complete = whole && bytes.length <= trialBytes;
  const begin = text.slice(0, trialBytes);
  const quotes = chosen.quote === undefined ? likelyQuotes(begin) : [chosen.quote];
  let best: Found | null = null;
  for (const quote of quotes) {
    const found =
      chosen.delimiter === undefined
        ? guessDelimiter(head, begin, complete, quote)
        : {
            delimiter: chosen.delimiter,
            quote,
            score: trial(head, complete, { delimiter: chosen.delimiter, quote }).score,
          };
    // The double quote is the usual one; the other must do clearly better.
    if (found && (!best || found.score > best.score * 1.05)) best = found;
  }
  if (best === null) return null;
  const { delimiter, quote } = best;
  const escape =
    'escape' in chosen ? chosen.escape : guessEscape(head, begin, complete, { delimiter, quote });
  return escape === undefined ? { delimiter, quote } : { delimiter, quote, escape };
}

interface Found {
  readonly delimiter: string;
  readonly quote: Dialect['quote'];
  readonly score: number;
}

/**
 * Finds the delimiter under which the records have the most regular number of cells (at least two) and the cells look
 * most like values: score = share of records with the most frequent number of cells x (mean cell score)^2. The idea of
 * weighing pattern by type is van den Burg, Nazábal & Sutton (2019), Data Mining and Knowledge Discovery 33.
 */
function guessDelimiter(
  head: Uint8Array,
  text: string,
  complete: boolean,
  quote: Dialect['quote'],
): Found | null {
  const beside = quote === 'none' ? null : besideQuotes(text, quote);
  if (beside !== null && beside !== ',') {
    const { score, consistency } = trial(head, complete, { delimiter: beside, quote });
    if (consistency > 0) return { delimiter: beside, quote, score };
  }
  let best: Found | null = null;
  for (const delimiter of [...candidates, ...pairs.filter((pair) => isPair(text, pair))]) {
    if (!text.includes(delimiter === 'tab' ? '\t' : delimiter)) continue;
    const tried = trial(head, complete, { delimiter, quote });
    if (tried.consistency < leastConsistent || tried.prose) continue;
    const longer = best !== null && delimiter !== 'tab' && isExtension(best.delimiter, delimiter);
    if (!best || tried.score > best.score || longer) best = { delimiter, quote, score: tried.score };
  }
  if (best) return best;
  const blanks = trial(head, complete, { delimiter: 'blanks', quote });
  return blanks.consistency >= leastConsistentBlanks && blanks.typed >= 0.3
    ? { delimiter: 'blanks', quote, score: blanks.score }
    : null;
}

/** So large a share of a character's uses must be the pair; text may hold it too. */
const pairShare = 0.9;

const isExtension = (short: string, long: string): boolean =>
  long.length > 1 && long.startsWith(short === 'tab' ? '\t' : short);

/** True when nearly every use of the pair's first character is the pair. A blank at the end of a line is often lost. */
function isPair(text: string, pair: string): boolean {
  const count = (part: string): number => text.split(part).length - 1;
  const first = pair[0]!;
  // Blanks behind delimiters do no harm but in front of quotes.
  if (pair.endsWith(' ') && !text.includes(`${pair}"`) && !text.includes(`${pair}'`)) return false;
  const used = count(pair) * [...pair].filter((char) => char === first).length;
  const atEnds = pair.endsWith(' ') ? count(`${first}\n`) + count(`${first}\r`) : 0;
  return used > 0 && used >= pairShare * (count(first) - atEnds);
}

/** At least so many quoted cells must agree on what stands beside them, and so large a share of them. */
const leastQuoted = 5;
const besideShare = 0.9;

/**
 * The character that stands between quoted cells, when they agree on one: `"a" "b"` says blank, `"a";"b"` semicolon,
 * whatever the unquoted cells hold.
 */
function besideQuotes(text: string, quote: string): string | null {
  const counts = new Map<string, number>();
  let quoted = 0;
  const between = quote === '"' ? /(?<!")"([^\w"])"(?!")/g : /(?<!')'([^\w'])'(?!')/g;
  for (const [, char = ''] of text.matchAll(between)) {
    quoted++;
    counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || quoted < leastQuoted || first[1] < besideShare * quoted) return null;
  const name = first[0] === '\t' ? 'tab' : first[0];
  return name === ' ' || candidates.some((candidate) => candidate === name) ? name : null;
}

/** A backslash escapes when quotes are written behind it and fewer records are odd for it. */
function guessEscape(head: Uint8Array, text: string, complete: boolean, dialect: Dialect): Dialect['escape'] {
  if (dialect.quote === 'none' || !text.includes(`\\${dialect.quote}`)) return undefined;
  const odd = (tried: Dialect): number => {
    const records = firstRecords(head, complete, tried, trialRecords).filter((record) => !record.blank);
    const width = mostFrequent(records.map((record) => record.cells.length));
    return records.filter((record) => record.oddQuotes || record.cells.length !== width).length;
  };
  return odd({ ...dialect, escape: '\\' }) < odd(dialect) ? '\\' : undefined;
}

interface Trial {
  readonly consistency: number;
  readonly score: number;
  /** Share of cells that are numbers or dates. */
  readonly typed: number;
  readonly prose: boolean;
}

function trial(head: Uint8Array, complete: boolean, dialect: Dialect): Trial {
  return judge(firstRecords(head, complete, dialect, trialRecords), dialect.delimiter);
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

/** Single quotes are tried where cells are regularly wrapped in them. */
function likelyQuotes(head: string): readonly Dialect['quote'][] {
  const lines = head.split(/\r\n|\n|\r/).filter((line) => line !== '');
  const wrapped = lines.filter((line) => /(^|[,;\t|])'[^']*'([,;\t|]|$)/.test(line)).length;
  return wrapped > 0.3 * lines.length ? ['"', "'"] : ['"'];
}
