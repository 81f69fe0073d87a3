import { assert } from '../base/assert.ts';
import { parseIsoDay } from '../base/day.ts';
import type { Day } from '../base/day.ts';
import {
  blankTokens, dateSteps, foldFrom, foldTo, groupedPattern, groupingCharacters, monthLetters, monthSteps, numberSteps,
  plainPattern, serialEpoch, serialPattern, unwrapSteps,
} from './rules.ts'; // prettier-ignore
import type { Marks, Step } from './rules.ts';
import type { Reading } from './types.ts';

const fold = new Map([...foldFrom].map((char, i) => [char, [...foldTo][i]!]));
const foldable = new RegExp(`[${foldFrom.replaceAll('\\', '\\\\')}]`, 'gu');

const compiled = new Map<string, RegExp>();
function regex(pattern: string): RegExp {
  let found = compiled.get(pattern);
  if (!found) compiled.set(pattern, (found = new RegExp(pattern, 'u')));
  return found;
}

const apply = (text: string, steps: readonly Step[]): string =>
  steps.reduce((now, [pattern, to]) => now.replace(regex(pattern), to.replaceAll('\\', '$')), text);

/** Nothing to fold, trim or take off: the usual cell. */
const undisguised = /^(?:[!-&(-<>-~](?:[ -~]*[!-~])?)?$/;

/** The cell without disguise: full-width forms folded, blanks trimmed, ="…" and a leading apostrophe taken off. */
export const unwrap = (text: string): string =>
  undisguised.test(text)
    ? text
    : apply(
        text.replace(foldable, (char) => fold.get(char) ?? char),
        unwrapSteps,
      );

const blanks = new Set(blankTokens);

/** True when the cell says that there is no value: empty, blanks, -, N/A, NULL, NaN, None. */
export const isBlank = (text: string): boolean => blanks.has(unwrap(text).toUpperCase());

export interface ExactNumber {
  /** The value in ten-thousandths. */
  readonly units: bigint;
  /** True when the text has digits beyond the fourth decimal that were rounded away (half away from zero). */
  readonly rounded: boolean;
}

export type NumberRead =
  | { readonly kind: 'number'; readonly value: ExactNumber }
  | { readonly kind: 'missing' | 'unreadable' | 'too_large' };

/** What DECIMAL(18,4) holds. */
const limit = 10n ** 18n;

export function readNumber(text: string, marks: Marks): NumberRead {
  const cell = unwrap(text).toUpperCase();
  if (blanks.has(cell)) return { kind: 'missing' };
  if (!/\d/.test(cell)) return { kind: 'unreadable' };
  let digits = /^[\d.,]+$/.test(cell) ? cell : apply(cell, numberSteps);
  if (regex(groupedPattern(marks)).test(digits)) {
    digits = digits.replace(new RegExp(groupingCharacters(marks), 'g'), '');
  }
  if (!regex(plainPattern(marks)).test(digits)) return { kind: 'unreadable' };
  const value = exact(digits.replace(marks.decimal, '.'));
  const size = value.units < 0n ? -value.units : value.units;
  return size >= limit ? { kind: 'too_large' } : { kind: 'number', value };
}

/** The number in a cell, exact to four decimals; null when the cell is blank, not a number, or beyond 10^14. */
export function parseNumber(text: string, marks: Marks): ExactNumber | null {
  const read = readNumber(text, marks);
  return read.kind === 'number' ? read.value : null;
}

/** -12.3456789E-2 as ten-thousandths, rounded half away from zero. */
function exact(text: string): ExactNumber {
  const negative = text.startsWith('-');
  const [mantissa = '', power = '0'] = (negative ? text.slice(1) : text).split('E');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const shift = Number(power) - fraction.length + 4;
  const digits = BigInt(whole + fraction);
  if (shift >= 0) return { units: signed(digits * 10n ** BigInt(shift), negative), rounded: false };
  const by = 10n ** BigInt(-shift);
  const rest = digits % by;
  return {
    units: signed(digits / by + (rest * 2n >= by ? 1n : 0n), negative),
    rounded: rest !== 0n,
  };
}

const signed = (units: bigint, negative: boolean): bigint => (negative ? -units : units);

interface DateForm {
  readonly form: RegExp;
  readonly to: string;
}

const formsByOrder = new Map<Reading['dateOrder'], readonly DateForm[]>();

/** dateSteps, compiled: making the long patterns for every cell would cost more than trying them. */
function dateForms(order: Reading['dateOrder']): readonly DateForm[] {
  let forms = formsByOrder.get(order);
  if (!forms) {
    forms = dateSteps(order).map(([pattern, to]) => ({ form: new RegExp(pattern, 'u'), to }));
    formsByOrder.set(order, forms);
  }
  return forms;
}

/** The calendar date as written in a cell, time of day and offset read over; null when there is none. */
export function parseDate(text: string, order: Reading['dateOrder']): Day | null {
  let cell = unwrap(text).toUpperCase();
  if (!/\d\D?\d/.test(cell) || /^-?\d{1,7}(?:[.]\d*)?$/.test(cell)) return null;
  if (regex(monthLetters).test(cell)) cell = apply(cell, monthSteps);
  for (const { form, to } of dateForms(order)) {
    const match = form.exec(cell);
    if (match) {
      const [year, month, day] = to
        .replace(/\\(\d)/g, (_, group: string) => match[Number(group)] ?? '')
        .split('-');
      return parseIsoDay(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`);
    }
  }
  return null;
}

/** A spreadsheet's day number (20000 to 60000) as a date; for columns that are known to hold dates. */
export function parseSerial(text: string): Day | null {
  const cell = unwrap(text);
  return regex(serialPattern).test(cell) ? Math.floor(Number(cell)) + epoch : null;
}
const epoch = epochDay();
function epochDay(): Day {
  const day = parseIsoDay(serialEpoch);
  assert(day !== null, 'the epoch is a date');
  return day;
}
