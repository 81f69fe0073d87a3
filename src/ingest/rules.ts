import type { Reading } from './types.ts';

/**
 * The rules for reading a number or a date out of a cell, as data: patterns in the part of the regular-expression
 * language that RE2 (the engine) and JavaScript share, applied one after the other. cells.ts runs them on text,
 * numbersSql.ts and datesSql.ts write the same ones as SQL; a test compares the two cell by cell.
 */
export type Marks = Pick<Reading, 'decimal' | 'thousands'>;

/** A pattern and what it becomes; \1 … are groups. */
export type Step = readonly [pattern: string, replacement: string];

/** Full-width forms, typographic minus signs and odd blanks, and what they are read as (one character each). */
// prettier-ignore
const folded: readonly (readonly [from: string, to: string])[] = [
  ['０１２３４５６７８９', '0123456789'],
  ['．，－＋（）％＄￥＝＂＇：／', '.,-+()%$¥="\':/'],
  ['\u2212\u2010\u2011\u2012\u2013\u2014\u2015\ufe63', '--------'],
  ['\u2019', "'"],
  ['\u00a0\u2002\u2003\u2009\u202f\u3000\ufeff\t\r\n', '          '],
];
export const foldFrom = folded.map(([from]) => from).join('');
export const foldTo = folded.map(([, to]) => to).join('');

/** Cells that say that there is no value (folded, trimmed, upper case). */
// prettier-ignore
export const blankTokens: readonly string[] = [
  '', '-', '--', 'N/A', '#N/A', 'NA', 'NULL', '(NULL)', '\\N', 'NAN', 'NONE', 'NIL',
];

/** Spreadsheets protect text as ="…" or with a leading apostrophe. */
export const unwrapSteps: readonly Step[] = [
  ['^ *="(.*)" *$', '\\1'],
  ["^ *'", ''],
  ['^ +', ''],
  [' +$', ''],
];

const currency =
  'CN¥|US\\$|HK\\$|NT\\$|A\\$|C\\$|S\\$|RMB|CNY|USD|EUR|GBP|HKD|TWD|NTD|JPY|CHF|人民币|人民幣|新台币|新台幣|美元|[¥$€£]|[元圆圓]';

/** From an upper-case cell to sign, digits, marks and exponent: 1.2万 → 1.2E4, (5) → -5, 70% → 70E-2. */
export const numberSteps: readonly Step[] = [
  [`^([-+(]?) *(?:${currency}) *`, '\\1'],
  [` *(?:${currency}) *([-)]?)$`, '\\1'],
  ['^\\( *([^()+-]+) *\\)$', '-\\1'],
  ['^([^-+]*[0-9][^-+]*)-$', '-\\1'],
  ['^\\+ *', ''],
  ['^- +', '-'],
  [' *%$', 'E-2'],
  [' *[万萬]$', 'E4'],
  [' *[亿億]$', 'E8'],
  [' +$', ''],
];

const exponent = '(?:E[-+]?[0-9]{1,2})?';
const mark = (char: string): string => (char === '.' ? '[.]' : char);

/** Digits in groups of three (or the Indian 1,23,456), the decimal mark and an exponent behind. */
export function groupedPattern({ decimal, thousands }: Marks): string {
  const tail = `(?:${mark(decimal)}[0-9]*)?${exponent}$`;
  if (thousands === 'none' || thousands === decimal) return `^-?[0-9]{1,3}(?: [0-9]{3})+${tail}`;
  const indian = thousands === ',' ? '|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}' : '';
  return `^-?(?:[0-9]{1,3}(?:[${thousands} ][0-9]{3})+${indian})${tail}`;
}

/** The characters that group digits under these marks. */
export const groupingCharacters = ({ decimal, thousands }: Marks): string =>
  thousands === 'none' || thousands === decimal || thousands === ' ' ? '[ ]' : `[${thousands} ]`;

/** An ungrouped number. */
export const plainPattern = ({ decimal }: Marks): string =>
  `^-?(?:[0-9]+(?:${mark(decimal)}[0-9]*)?|${mark(decimal)}[0-9]+)${exponent}$`;

/** Time of day, fraction, half of the day and offset after a date; read over, the written calendar date counts. */
const time =
  '(?:(?:T|[ ]+)(?:上午|下午)? ?(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?(?: ?[AP]M)?(?: ?(?:Z|UTC|GMT)| ?[-+][0-9]{2}:?[0-9]{2})?)?$';
const year = '([1-9][0-9]{3})';
const d2 = '([0-9]{1,2})';
const sep = '[-/.]';

/** Patterns of a whole upper-case cell, and the ISO date that its groups make. Two-digit years: 00-68 are 20xx. */
export function dateSteps(order: Reading['dateOrder']): readonly Step[] {
  const steps: Step[] = [
    [`^${year}(?:-${d2}-|/${d2}/|[.]${d2}[.])${d2}${time}`, '\\1-\\2\\3\\4-\\5'],
    [`^${year}([0-9]{2})([0-9]{2})(?:[0-9]{6}|[0-9]{4}|T[0-9]{6}Z?)?${time}`, '\\1-\\2-\\3'],
    [`^${year} ?年 ?${d2} ?月 ?${d2} ?日?${time}`, '\\1-\\2-\\3'],
  ];
  const short = ['(0[0-9]|[1-5][0-9]|6[0-8])', '(69|[7-9][0-9])'] as const;
  if (order === 'ymd') {
    steps.push([`^${short[0]}${sep}${d2}${sep}${d2}${time}`, '20\\1-\\2-\\3']);
    steps.push([`^${short[1]}${sep}${d2}${sep}${d2}${time}`, '19\\1-\\2-\\3']);
  } else {
    const monthDay = order === 'dmy' ? '\\2-\\1' : '\\1-\\2';
    steps.push([`^${d2}${sep}${d2}${sep}${year}${time}`, `\\3-${monthDay}`]);
    steps.push([`^${d2}${sep}${d2}${sep}${short[0]}${time}`, `20\\3-${monthDay}`]);
    steps.push([`^${d2}${sep}${d2}${sep}${short[1]}${time}`, `19\\3-${monthDay}`]);
  }
  // After monthSteps: 5-#01#-2024 and #01# 5, 2024.
  const month = '#([0-9]{2})#';
  steps.push([`^${d2}[-/ ]*${month}[-/ ,]*${year}${time}`, '\\3-\\2-\\1']);
  steps.push([`^${d2}[-/ ]*${month}[-/ ,]*${short[0]}${time}`, '20\\3-\\2-\\1']);
  steps.push([`^${d2}[-/ ]*${month}[-/ ,]*${short[1]}${time}`, '19\\3-\\2-\\1']);
  steps.push([`^${month} *${d2} *,? *${year}${time}`, '\\3-\\1-\\2']);
  return steps;
}

/** English month names to #mm#. The pattern of letters before tells whether it is worth trying. */
// prettier-ignore
export const monthSteps: readonly Step[] = [
  'JAN(?:UARY)?', 'FEB(?:RUARY)?', 'MAR(?:CH)?', 'APR(?:IL)?', 'MAY', 'JUNE?', 'JULY?', 'AUG(?:UST)?', 'SEPT?(?:EMBER)?',
  'OCT(?:OBER)?', 'NOV(?:EMBER)?', 'DEC(?:EMBER)?',
].map((name, i) => [`(^|[-/ ])(?:${name})[.]?($|[-/ ,0-9])`, `\\1#${String(i + 1).padStart(2, '0')}#\\2`]);
export const monthLetters = '[A-Z]{3}';

/**
 * Days as spreadsheets count them from 1899-12-30 (dates from 1954 to 2064). No other form of date has five digits, so
 * a cell of a column that the user calls a date may be one.
 */
export const serialPattern = '^(?:[2-5][0-9]{4}|60000)(?:[.][0-9]+)?$';
export const serialEpoch = '1899-12-30';
