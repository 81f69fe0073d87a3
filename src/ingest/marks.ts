import { parseDate, readNumber, unwrap } from './cells.ts';
import { currencyAlternatives } from './currencies.ts';
import type { Marks } from './rules.ts';
import type { MarksEffect, Reading } from './types.ts';

export interface Guess<T> {
  readonly value: T;
  /** True when the sample does not decide it. */
  readonly open: boolean;
}

const dayFirst = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;

/** A column is a column of dates when at least this share of its cells is. */
const dateColumn = 0.8;

/**
 * Order of day, month and year in dates that do not begin with a four-digit year. A part above 12 decides; where no
 * part ever is, the choice is open (with dots it is day first, as in the countries that write dots).
 */
export function guessDateOrder(columns: readonly (readonly string[])[]): Guess<Reading['dateOrder']> {
  const seen = { dmy: 0, mdy: 0, ymd: 0, unclear: 0, dots: 0 };
  for (const cells of columns) {
    const parts = cells.flatMap((cell) => {
      const match = dayFirst.exec(unwrap(cell));
      return match ? [match] : [];
    });
    if (parts.length === 0 || !areDates(cells, parts.length)) continue;
    const shortYears = parts.every((match) => match[4]!.length === 2);
    const distinct = (group: number): number => new Set(parts.map((match) => match[group])).size;
    // 24/1/5: years in front change less than days behind.
    const yearFirst = shortYears && parts.length > 3 && distinct(1) * 3 < distinct(4);
    for (const match of parts) {
      const a = Number(match[1]);
      const b = Number(match[3]);
      if (match[4]!.length === 2 && (a > 31 || (yearFirst && a > 12))) seen.ymd++;
      else if (a > 12) seen.dmy++;
      else if (b > 12) seen.mdy++;
      else seen.unclear++;
      if (match[2] === '.') seen.dots++;
    }
  }
  const decided = seen.dmy + seen.mdy + seen.ymd;
  if (decided === 0) {
    if (seen.unclear === 0) return { value: 'ymd', open: false };
    return { value: 'dmy', open: seen.dots < seen.unclear };
  }
  const value = seen.ymd * 2 > decided ? 'ymd' : seen.dmy >= seen.mdy ? 'dmy' : 'mdy';
  return { value, open: seen[value] < 0.9 * decided };
}

/** True when the cells are dates, `sure` of them by their looks; others may be written like 2024-01-05 or 5-Jan-24. */
function areDates(cells: readonly string[], sure: number): boolean {
  if (sure >= dateColumn * cells.length) return true;
  if (sure * 20 < cells.length) return false;
  const dates = cells.filter((cell) => dayFirst.test(unwrap(cell)) || parseDate(cell, 'dmy') !== null);
  return dates.length >= dateColumn * cells.length;
}

const spaced = /^\d{1,3}( \d{3})+([.,]\d*)?$/;
const apostrophes = /^\d{1,3}('\d{3})+([.,]\d*)?$/;

/** Headers of money: their marks count, not those of weights, coordinates and versions. */
const moneyHeader =
  /金[额額]|[价價]|[额額]|款|收入|[销銷]售|[营營]收|成本|利[润潤]|毛利|amount|price|sales|revenue|total|cost|profit|paid|spen[dt]|value|net|gross|betrag|umsatz|preis|montant|prix|importe|precio|valor|gmv/i;

const beforeNumber = new RegExp(`^(?:[-+( ]|${currencyAlternatives})*(?=[0-9.,])`, 'iu');
const behindNumber = new RegExp(`(?:[-)% 百千万萬亿億KM]|${currencyAlternatives})*$`, 'iu');

interface Votes {
  point: number;
  comma: number;
  /** A single mark with three digits behind. */
  openPoint: number;
  openComma: number;
  spaces: number;
  quotes: number;
}

const noVotes = (): Votes => ({ point: 0, comma: 0, openPoint: 0, openComma: 0, spaces: 0, quotes: 0 });

/** What the cells of a column say; null when it is no column of numbers. */
function votesOf(cells: readonly string[]): Votes | null {
  const votes = noVotes();
  let looks = 0;
  for (const cell of cells) {
    const digits = unwrap(cell).replace(beforeNumber, '').replace(behindNumber, '');
    if (!/^[\d.,' ]+$/.test(digits) || !/\d/.test(digits)) continue;
    // 05.01.2024 has the marks of a number.
    if (/^\d{1,4}[.]\d{1,2}[.]\d/.test(digits) && parseDate(cell, 'dmy') !== null) continue;
    looks++;
    if (spaced.test(digits)) votes.spaces++;
    if (apostrophes.test(digits)) votes.quotes++;
    vote(digits.replace(/[ ']/g, ''), votes);
  }
  return looks * 2 < cells.length ? null : votes;
}

const sum = (all: readonly Votes[]): Votes => {
  const total = noVotes();
  for (const votes of all) {
    for (const key of Object.keys(total) as (keyof Votes)[]) total[key] += votes[key];
  }
  return total;
};

/**
 * Decimal and grouping marks of the numbers of a sample. Two different marks in a number, a repeated mark, or a group
 * that has not three digits decide. Where every number with a mark has exactly three digits behind a single one, a
 * comma groups and a point is the decimal mark; the latter is open unless smaller numbers without mark or a delimiter
 * of `;` (the spreadsheets of decimal-comma countries write it) say more. Where columns with a header of money
 * decide, only they are heard.
 */
export function guessMarks(
  columns: readonly (readonly string[])[],
  delimiter: string,
  headers: readonly string[] = [],
): Guess<Marks> {
  const all = columns.map(votesOf);
  const heard = all.filter((votes) => votes !== null);
  const money = all.filter((votes, i) => votes !== null && moneyHeader.test(headers[i] ?? ''));
  const ofMoney = sum(money.filter((votes) => votes !== null));
  const ofAll = sum(heard);
  const decides = ({ point, comma }: Votes): boolean => point + comma > 0;
  const speaks = decides(ofMoney) || (ofMoney.openPoint + ofMoney.openComma > 0 && !decides(ofAll));
  const votes = speaks ? ofMoney : ofAll;
  const decided = votes.point + votes.comma;
  const marks = (decimal: Marks['decimal']): Marks => ({ decimal, thousands: groupingFor(decimal, votes) });
  if (decided > 0) {
    const decimal = votes.comma > votes.point ? ',' : '.';
    return { value: marks(decimal), open: Math.min(votes.comma, votes.point) > 0.1 * decided };
  }
  if (votes.openPoint > 0 && votes.openComma === 0) {
    if (delimiter === ';') return { value: marks(','), open: false };
    return { value: marks('.'), open: true };
  }
  return { value: marks('.'), open: votes.openPoint > 0 && votes.openComma > 0 };
}

const groupingFor = (decimal: Marks['decimal'], { spaces, quotes }: Votes): Marks['thousands'] =>
  spaces > 0 ? ' ' : quotes > 0 ? "'" : decimal === '.' ? ',' : '.';

/**
 * What the cells of some columns (of one kind, so that their sum means something) come to under the marks that are
 * possible: how many can be read, and their total. Candidates: the point and the comma as decimal mark, each with the
 * grouping that the cells show.
 */
export function marksEffect(columns: readonly (readonly string[])[]): readonly MarksEffect[] {
  const votes = sum(columns.map((cells) => votesOf(cells) ?? noVotes()));
  return (['.', ','] as const).map((decimal) => {
    const marks: Marks = { decimal, thousands: groupingFor(decimal, votes) };
    let read = 0;
    let total = 0n;
    for (const cell of columns.flat()) {
      const number = readNumber(cell, marks);
      if (number.kind !== 'number') continue;
      read++;
      total += number.value.units;
    }
    return { ...marks, read, total: Number(total) / 10_000 };
  });
}

/**
 * The column whose total shows best what the marks change: of those with a header of money, else of all, the one with
 * most numbers that hold a mark. -1 where no number does.
 */
export function marksColumn(columns: readonly (readonly string[])[], headers: readonly string[]): number {
  const marked = columns.map((cells) => {
    const votes = votesOf(cells);
    return votes === null ? 0 : votes.point + votes.comma + votes.openPoint + votes.openComma;
  });
  const money = marked.map((count, i) => (moneyHeader.test(headers[i] ?? '') ? count : 0));
  const counts = money.some((count) => count > 0) ? money : marked;
  const most = Math.max(0, ...counts);
  return most === 0 ? -1 : counts.indexOf(most);
}

/** One number's word on what the decimal mark is. */
function vote(digits: string, votes: Votes): void {
  const points = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (points > 0 && commas > 0) {
    if (/^\d{1,3}(,\d{2,3})*,\d{3}\.\d*$/.test(digits)) votes.point++;
    else if (/^\d{1,3}(\.\d{3})+,\d*$/.test(digits)) votes.comma++;
  } else if (points > 1 || commas > 1) {
    // Neither 192.168.0.1 nor 1.2.3 is a grouped number.
    if (/^\d{1,3}(\.\d{3})+$/.test(digits)) votes.comma++;
    else if (/^\d{1,3}(,\d{2,3})*,\d{3}$/.test(digits)) votes.point++;
  } else if (points + commas === 1) {
    const [before = '', after = ''] = digits.split(/[.,]/);
    const groups = after.length === 3 && before.length >= 1 && before.length <= 3 && !before.startsWith('0');
    const kind = points === 1 ? (groups ? 'openPoint' : 'point') : groups ? 'openComma' : 'comma';
    votes[kind]++;
  }
}
