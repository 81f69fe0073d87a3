import { parseDate, unwrap } from './cells.ts';
import type { Reading } from './types.ts';

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
    if (parts.length === 0 || parts.length < dateColumn * cells.length) continue;
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

const spaced = /^\d{1,3}( \d{3})+([.,]\d*)?$/;
const apostrophes = /^\d{1,3}('\d{3})+([.,]\d*)?$/;

/**
 * Decimal and grouping marks of the numbers of a sample. Two different marks in a number, a repeated mark, or a group
 * that has not three digits decide. Where every number with a mark has exactly three digits behind a single one, a
 * comma groups and a point is the decimal mark; the latter is open unless smaller numbers without mark or a delimiter
 * of `;` (the spreadsheets of decimal-comma countries write it) say more.
 */
export function guessMarks(
  columns: readonly (readonly string[])[],
  delimiter: string,
): Guess<Pick<Reading, 'decimal' | 'thousands'>> {
  const votes = { point: 0, comma: 0, openPoint: 0, openComma: 0 };
  let spaces = 0;
  let quotes = 0;
  for (const cells of columns) {
    const numbers = cells.filter(
      (cell) => parseDate(cell, 'dmy') === null && parseDate(cell, 'mdy') === null,
    );
    if (numbers.length * 2 < cells.length) continue;
    const column = { point: 0, comma: 0, openPoint: 0, openComma: 0 };
    let looks = 0;
    for (const cell of numbers) {
      const digits = unwrap(cell)
        .replace(/^[-+(¥$€£ A-Z]*(?=[\d.,])/i, '')
        .replace(/[)\-%¥$€£元圆圓万萬亿億 A-Z]*$/i, '');
      if (!/^[\d.,' ]+$/.test(digits) || !/\d/.test(digits)) continue;
      looks++;
      if (spaced.test(digits)) spaces++;
      if (apostrophes.test(digits)) quotes++;
      vote(digits.replace(/[ ']/g, ''), column);
    }
    if (looks * 2 < cells.length) continue;
    for (const key of ['point', 'comma', 'openPoint', 'openComma'] as const) votes[key] += column[key];
  }
  const decided = votes.point + votes.comma;
  const grouping = (decimal: '.' | ','): Reading['thousands'] =>
    spaces > 0 ? ' ' : quotes > 0 ? "'" : decimal === '.' ? ',' : '.';
  const marks = (decimal: '.' | ','): Pick<Reading, 'decimal' | 'thousands'> => ({
    decimal,
    thousands: grouping(decimal),
  });
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

/** One number's word on what the decimal mark is. */
function vote(
  digits: string,
  votes: { point: number; comma: number; openPoint: number; openComma: number },
): void {
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
