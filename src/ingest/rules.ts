import { currencyAlternatives } from './currencies.ts';
import type { Reading } from './types.ts';

/**
 * The rules for reading a number out of a cell, as data: patterns in the part of the regular-expression language that
 * RE2 (the engine) and JavaScript share, applied one after the other. cells.ts runs them on text, numbersSql.ts writes
 * the same ones as SQL; a test compares the two cell by cell. Dates: dateRules.ts.
 */
export type Marks = Pick<Reading, 'decimal' | 'thousands'>;

/** A pattern and what it becomes; \1 … are groups. */
export type Step = readonly [pattern: string, replacement: string];

type Fold = readonly (readonly [from: string, to: string])[];

/** Blanks, marks without width (copies from web pages and right-to-left texts carry them), minus signs: often met. */
// prettier-ignore
const foldedOften: Fold = [
  ['\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\ufeff\t\r\n', '            '],
  ['\u200b\u200e\u200f\u202a\u202c\u2060', '      '],
  ['\u2212\u2010\u2011\u2012\u2013\u2014\u2015\ufe63', '--------'],
  ['\u2018\u2019', "''"],
  ['￥', '¥'],
];

/** Full-width forms and other digits. */
// prettier-ignore
const foldedSeldom: Fold = [
  ['０１２３４５６７８９', '0123456789'],
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
  ['٫٬٪', '.,%'],
  ['ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ', 'abcdefghijklmnopqrstuvwxyz'],
  ['．，－＋（）％＄￡￦＝＂＇：／＃！？＿', '.,-+()%$£₩="\':/#!?_'],
];

export interface Folding {
  readonly from: string;
  /** What each character of `from` is read as. */
  readonly to: string;
}
const folding = (folds: Fold): Folding => ({
  from: folds.map(([from]) => from).join(''),
  to: folds.map(([, to]) => to).join(''),
});
export const foldOften = folding(foldedOften);
export const foldAll = folding([...foldedOften, ...foldedSeldom]);
/** One character that only foldAll knows. */
export const foldSeldomPattern = `[${folding(foldedSeldom).from}]`;
/** A cell that is not what it seems: blanks at its ends, a spreadsheet's protection, a character to fold. */
export const disguisedPattern = `^[ ='#]| $|[${foldAll.from}]`;

/** Cells that say that there is no value (folded, trimmed, upper case). */
// prettier-ignore
export const blankTokens: readonly string[] = [
  '', '-', '--', '---', '/', 'N/A', '#N/A', '#N/A N/A', 'N.A.', 'NA', 'NULL', '(NULL)', '\\N', 'NAN', 'NONE', 'NIL', '(BLANK)',
  '#VALUE!', '#REF!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '无', '無', '暂无', '暫無', '空', '(空白)', '空白', '没有', '沒有', '无退款申请', '無退款申請', '没有申请退款', '无退款',
];

/** Spreadsheets protect text as ="…" or with a leading apostrophe. */
export const unwrapSteps: readonly Step[] = [
  ['^ *="(.*)" *$', '\\1'],
  // Access writes dates so: #2024-01-05 00:00:00#.
  ['^ *#([0-9].*[0-9])# *$', '\\1'],
  ["^ *'", ''],
  ['^ +', ''],
  [' +$', ''],
];

const one = `(?:${currencyAlternatives})`;

/** 5 元, (5€): the sign or bracket stays. No currency ends with a digit. */
export const currencyBehind: Step = [` *${one} *([-)]?)$`, '\\1'];
/** ¥12, $ 5, CNY ¥5. */
const currencySteps: readonly Step[] = [[`^([-+(]?) *(?:${one} *){1,2}`, '\\1'], currencyBehind];

const signSteps: readonly Step[] = [
  ['^([^-+]*[0-9][^-+]*)-$', '-\\1'],
  ['^\\+ *', ''],
  ['^- +', '-'],
];

/**
 * Steps for an upper-case cell without any of `specials`: to sign, digits and marks. They are a part of numberSteps:
 * the other steps would change nothing in such a cell.
 */
export const plainSteps: readonly Step[] = [...currencySteps, ...signSteps, [' +$', '']];
export const specials = '[(%万萬亿億千仟]|[0-9.] *[KMB]';

/**
 * From an upper-case cell to sign, digits, marks and exponent: 1.2万 → 1.2E4, (5) → -5, 70% → 70E-2, 12K → 12E3. M and
 * B are millions and billions only behind an amount that begins with a currency: 12 M may be metres.
 */
export const numberSteps: readonly Step[] = [
  [`^([-+(]? *${one} *[-+(]? *[0-9][0-9., ']*) *(?:M|MN|MIO|MILLION)( *[)]?-?)$`, '\\1E6\\2'],
  [`^([-+(]? *${one} *[-+(]? *[0-9][0-9., ']*) *(?:B|BN|BILLION)( *[)]?-?)$`, '\\1E9\\2'],
  ...currencySteps,
  ['^\\( *([^()+-]+) *\\)$', '-\\1'],
  ...signSteps,
  [' *%$', 'E-2'],
  [' *[万萬][亿億]$', 'E12'],
  [' *[千仟][万萬]$', 'E7'],
  [' *百[万萬]$', 'E6'],
  [' *[万萬]$', 'E4'],
  [' *[亿億]$', 'E8'],
  [' *[千仟]$', 'E3'],
  ['([0-9.])K$', '\\1E3'],
  [' +$', ''],
];

/**
 * The usual amount with a mark, and what is taken off it; a short way to what plainSteps make of it, because the long
 * list of currencies costs the engine several times as much.
 */
export const markedPattern = '^-?[¥$€£]? *[0-9.,]+ *元?$';
export const markPattern = '[¥$€£元 ]';

/** An upper-case cell that names its unit itself: the unit of the header does not apply to it. */
export const unitPattern = '[万萬亿億千仟]|[0-9.](?:K| *(?:M|MN|MIO|MILLION|B|BN|BILLION))(?:[^A-Z]|$)';

const exponent = '(?:E[-+]?0*[0-9]{1,4})?';
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
