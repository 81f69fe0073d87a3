import type { Reading } from './types.ts';
import type { Step } from './rules.ts';

/** The rules for reading a date out of a cell, as data (see rules.ts); cells.ts and datesSql.ts run the same ones. */

/** What a readable date shows that the user should know of; kinds of ProblemKind. */
export type DateForm = 'two_digit_year' | 'serial_date' | 'roc_year' | 'month_only' | 'year_only';

export interface DateStep {
  /** Of a whole upper-case cell, after monthSteps. */
  readonly pattern: string;
  /** Year, month and day that its groups make: `\1-\2-\3`. */
  readonly to: string;
  /** Added to the year: 1911 for the years of the Republic (民國113年 = 2024). */
  readonly plus: number;
  readonly form: DateForm | null;
}

/** Time of day, fraction, half of the day, offset and day of the week after a date; the written calendar date counts. */
const clock =
  '(?:上午|下午|早上|晚上|오전|오후)? ?(?:[01]?[0-9]|2[0-4])(?::[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?|[时時点點][0-5]?[0-9]分(?:[0-5]?[0-9]秒)?)(?: ?[AP][.]?M[.]?)?(?: ?(?:Z|UTC|GMT|[A-Z]{1,3}T)| ?(?:UTC|GMT)?[-+][0-9]{2}(?::?[0-9]{2})?)?';
const weekday =
  '(?: ?(?:[(]?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天][)]?|[(][一二三四五六日月火水木金土][)]))?';
const time = `${weekday}(?:(?:T|,? +)${clock})?$`;
/** Where no digit stands before it, a time needs no blank: 2024年1月5日10:30. */
const timeBehindWord = `${weekday}(?:(?:T|,? *)${clock})?$`;
const year = '([1-9][0-9]{3})';
const d2 = '([0-9]{1,2})';
const sep = '[-/.]';
/** Years of the Republic with three digits, 1991 to 2061: no other date begins so. */
const roc = '(0[89][0-9]|1[0-4][0-9]|150)';

/** The date that the groups of a pattern make. Two-digit years: 00-68 are 20xx. */
export function dateSteps(order: Reading['dateOrder']): readonly DateStep[] {
  const steps: DateStep[] = [];
  const add = (pattern: string, to: string, form: DateForm | null = null, plus = 0): void => {
    steps.push({ pattern: `^${pattern}`, to, plus, form });
  };
  const monthDay = order === 'dmy' ? '\\2-\\1' : '\\1-\\2';
  // First what the column is made of: every pattern before costs all its cells.
  if (order !== 'ymd') add(`${d2}${sep}${d2}${sep}${year}${time}`, `\\3-${monthDay}`);
  add(`${year}(?:-${d2}-|/${d2}/|[.] ?${d2}[.] ?)${d2}[.]?${time}`, '\\1-\\2\\3\\4-\\5');
  add(`${year}([0-9]{2})([0-9]{2})(?: ?[0-9]{6}| ?[0-9]{4}|T[0-9]{6}Z?)?${time}`, '\\1-\\2-\\3');
  add(`${year} ?[年년] ?${d2} ?[月월] ?${d2} ?(?:[日号號일]${timeBehindWord}|${time})`, '\\1-\\2-\\3');
  add(`(?:中華|中华)?民[國国] ?([0-9]{1,3})(?: ?年 ?|${sep})${d2}(?: ?月 ?|${sep})${d2} ?(?:[日号號]${timeBehindWord}|${time})`, '\\1-\\2-\\3', 'roc_year', 1911); // prettier-ignore
  add(`${roc}(?: ?年 ?${d2} ?月 ?|-${d2}-|/${d2}/|[.]${d2}[.])${d2} ?(?:[日号號]${timeBehindWord}|${time})`, '\\1-\\2\\3\\4\\5-\\6', 'roc_year', 1911); // prettier-ignore
  const short = [['20', '(0[0-9]|[1-5][0-9]|6[0-8])'], ['19', '(69|[7-9][0-9])']] as const; // prettier-ignore
  for (const [century, yy] of short) {
    if (order === 'ymd') add(`${yy}${sep}${d2}${sep}${d2}${time}`, `${century}\\1-\\2-\\3`, 'two_digit_year');
    else add(`${d2}${sep}${d2}${sep}${yy}${time}`, `${century}\\3-${monthDay}`, 'two_digit_year');
  }
  // After monthSteps: 5-#01#-2024, #01# 5, 2024 and 2024-#01#-05.
  const month = '#([0-9]{2})#';
  const nth = '(?:ST|ND|RD|TH)?';
  add(`${d2}${nth}[-/ ]*${month}[-/ ,]*${year}${time}`, '\\3-\\2-\\1');
  for (const [century, yy] of short) {
    add(`${d2}${nth}[-/ ]*${month}[-/ ,]*${yy}${time}`, `${century}\\3-\\2-\\1`, 'two_digit_year');
  }
  add(`${month}[-/ ]*${d2}${nth}[-/ ,]+${year}${time}`, '\\3-\\1-\\2');
  add(`${year}[-/ ]*${month}[-/ ]*${d2}${time}`, '\\1-\\2-\\3');
  return steps;
}

/**
 * Forms that are dates only in a column that is known to hold them; tried after dateSteps. Months and years stand for
 * their first day; 1130105 is 民國 113.
 */
export const columnSteps: readonly DateStep[] = [
  { pattern: `^${year}(?:[-/]| ?[年년] ?)(0?[1-9]|1[0-2])(?: ?[月월]份?)?$`, to: '\\1-\\2-1', plus: 0, form: 'month_only' },
  { pattern: '^((?:19|20)[0-9]{2})(0[1-9]|1[0-2])$', to: '\\1-\\2-1', plus: 0, form: 'month_only' },
  { pattern: `^#([0-9]{2})#[-/ ,]*${year}$`, to: '\\2-\\1-1', plus: 0, form: 'month_only' },
  { pattern: `^${year}[-/ ]*#([0-9]{2})#$`, to: '\\1-\\2-1', plus: 0, form: 'month_only' },
  { pattern: `^${roc} ?年 ?(0?[1-9]|1[0-2]) ?月份?$`, to: '\\1-\\2-1', plus: 1911, form: 'month_only' },
  { pattern: '^((?:19|20)[0-9]{2})(?: ?年度?)?$', to: '\\1-1-1', plus: 0, form: 'year_only' },
  { pattern: `^${roc}([0-9]{2})([0-9]{2})$`, to: '\\1-\\2-\\3', plus: 1911, form: 'roc_year' },
]; // prettier-ignore

/** English names of days in front are dropped; names of months become #mm#. */
// prettier-ignore
export const monthSteps: readonly Step[] = [
  ['^(?:MON|TUE|TUES|WED|WEDNES|THU|THUR|THURS|FRI|SAT|SATUR|SUN)(?:DAY)?[.,]* +', ''] as const,
  ...[
    'JAN(?:UARY)?', 'FEB(?:RUARY)?', 'MAR(?:CH)?', 'APR(?:IL)?', 'MAY', 'JUNE?', 'JULY?', 'AUG(?:UST)?', 'SEPT?(?:EMBER)?',
    'OCT(?:OBER)?', 'NOV(?:EMBER)?', 'DEC(?:EMBER)?',
  ].map((name, i) => [`(^|[-/ ]|[0-9](?:ST|ND|RD|TH)?)(?:${name})[.]?($|[-/ ,0-9])`, `\\1#${String(i + 1).padStart(2, '0')}#\\2`] as const),
];
/** Letters that tell that monthSteps are worth trying. */
export const monthLetters = '[A-Z]{3}';

/** Days as spreadsheets count them from 1899-12-30: dates from 1954 to 2064, with the time as a fraction. */
export const serialPattern = '^(?:[2-5][0-9]{4}|60000)(?:[.][0-9]+)?$';
export const serialEpoch = '1899-12-30';

/**
 * Seconds or milliseconds since 1970 (UTC), from 2001-09-09 to 2030-03-17. Later ones would look like yyyymmddhh.
 */
export const epochPattern = '^1[0-8][0-9]{8}(?:[0-9]{3})?$';
