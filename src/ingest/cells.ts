import { assert } from '../base/assert.ts';
import { civil, dayOf, parseIsoDay } from '../base/day.ts';
import type { Day } from '../base/day.ts';
import { columnSteps, dateSteps, epochPattern, monthLetters, monthSteps, serialEpoch, serialPattern } from './dateRules.ts'; // prettier-ignore
import type { DateForm, DateStep } from './dateRules.ts';
import {
  blankTokens, currencyBehind, foldAll, groupedPattern, groupingCharacters, numberSteps, plainPattern, plainSteps, specials,
  unitPattern, unwrapSteps,
} from './rules.ts'; // prettier-ignore
import type { Marks, Step } from './rules.ts';
import type { Reading, Repairs } from './types.ts';

const fold = new Map([...foldAll.from].map((char, i) => [char, [...foldAll.to][i]!]));
const foldable = new RegExp(`[${foldAll.from}]`, 'gu');

/** Rules as JavaScript runs them; making the long patterns for every cell would cost more than trying them. */
type Compiled = readonly (readonly [regex: RegExp, replacement: string])[];
const compile = (steps: readonly Step[]): Compiled =>
  steps.map(([pattern, to]) => [new RegExp(pattern, 'u'), to.replaceAll('\\', '$')]);

function apply(text: string, steps: Compiled): string {
  let now = text;
  for (const [regex, to] of steps) now = now.replace(regex, to);
  return now;
}

const unwrapping = compile(unwrapSteps);
const plainNumbers = compile(plainSteps);
const allNumbers = compile(numberSteps);
/** Looking for two hundred names at each place of a cell costs most; it is left out where none can be behind. */
const endsInDigit = /\d[-)]?$/;
const plainToDigit = compile(plainSteps.filter((step) => step !== currencyBehind));
const special = new RegExp(specials, 'u');
const unit = new RegExp(unitPattern, 'u');

/** Nothing to fold, trim or take off: the usual cell. */
const undisguised = /^(?:[!"$-&(-<>-~](?:[ -~]*[!-~])?)?$/;

/** The cell without disguise: full-width forms folded, blanks trimmed, ="…" and a leading apostrophe taken off. */
export const unwrap = (text: string): string =>
  undisguised.test(text)
    ? text
    : apply(
        text.replace(foldable, (char) => fold.get(char) ?? char),
        unwrapping,
      );

const blanks = new Set(blankTokens);

/** True when the cell says that there is no value: empty, blanks, -, N/A, NULL, NaN, None, #REF!, 无. */
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
const powers: Readonly<Record<Repairs['scale'], number>> = { 1: 0, 1000: 3, 10000: 4, 1000000: 6, 100000000: 8 }; // prettier-ignore

/**
 * The number in a cell of a number column. `scale` multiplies it before it is rounded to four decimals, unless the
 * cell names its unit itself (3.2万, 12K).
 */
export function readNumber(text: string, marks: Marks, scale: Repairs['scale'] = 1): NumberRead {
  if (scale === 1 && (marks.decimal === '.' ? plainPoint : plainComma).test(text)) return plainNumber(text);
  const cell = unwrap(text).toUpperCase();
  if (blanks.has(cell)) return { kind: 'missing' };
  if (!/\d/.test(cell)) return { kind: 'unreadable' };
  const steps = special.test(cell) ? allNumbers : endsInDigit.test(cell) ? plainToDigit : plainNumbers;
  let digits = /^[\d.,]+$/.test(cell) ? cell : apply(cell, steps);
  const { grouped, grouping, plain } = patternsOf(marks);
  if (grouped.test(digits)) digits = digits.replaceAll(grouping, '');
  if (!plain.test(digits)) return { kind: 'unreadable' };
  const power = scale === 1 || unit.test(cell) ? 0 : powers[scale];
  const value = exact(digits.replace(marks.decimal, '.'), power);
  const size = value.units < 0n ? -value.units : value.units;
  return size >= limit ? { kind: 'too_large' } : { kind: 'number', value };
}

interface MarkPatterns {
  readonly grouped: RegExp;
  readonly grouping: RegExp;
  readonly plain: RegExp;
}
const decimals: readonly Marks['decimal'][] = ['.', ','];
const groupings: readonly Marks['thousands'][] = [',', '.', ' ', "'", 'none'];
const patterns: ReadonlyMap<string, MarkPatterns> = new Map(
  decimals
    .flatMap((decimal) => groupings.map((thousands) => ({ decimal, thousands })))
    .map((marks) => [
      marks.decimal + marks.thousands,
      {
        grouped: new RegExp(groupedPattern(marks), 'u'),
        grouping: new RegExp(groupingCharacters(marks), 'g'),
        plain: new RegExp(plainPattern(marks), 'u'),
      },
    ]),
);
function patternsOf({ decimal, thousands }: Marks): MarkPatterns {
  const found = patterns.get(decimal + thousands);
  assert(found !== undefined, 'all marks have patterns');
  return found;
}

/** Short enough for a double to hold its ten-thousandths: nearly all cells of nearly all files. */
const plainPoint = /^-?\d{1,10}(?:[.]\d{1,4})?$/;
const plainComma = /^-?\d{1,10}(?:,\d{1,4})?$/;
const plainNumber = (text: string): NumberRead => ({
  kind: 'number',
  value: { units: BigInt(Math.round(Number(text.replace(',', '.')) * 10_000)), rounded: false },
});

/** Whether a cell that `readNumber` can read stands in brackets, for Repairs.brackets: no other form has one. */
export const inBrackets = (text: string): boolean => text.includes('(') || text.includes('（');

/** The number in a cell, exact to four decimals; null when the cell is blank, not a number, or beyond 10^14. */
export function parseNumber(text: string, marks: Marks): ExactNumber | null {
  const read = readNumber(text, marks);
  return read.kind === 'number' ? read.value : null;
}

/** -12.3456789E-2 times 10^power as ten-thousandths, rounded half away from zero. */
function exact(text: string, power: number): ExactNumber {
  const negative = text.startsWith('-');
  const [mantissa = '', exponent = '0'] = (negative ? text.slice(1) : text).split('E');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const shift = Number(exponent) + power - fraction.length + 4;
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

export type DateRead =
  | { readonly kind: 'date'; readonly day: Day; readonly form: DateForm | null }
  /** A date that no calendar has, like 31/02 or 2023-02-29; `monthEnd` is the last day of that month. */
  | { readonly kind: 'impossible'; readonly monthEnd: Day }
  | { readonly kind: 'missing' | 'unreadable' };

const unreadable: DateRead = { kind: 'unreadable' };

interface CompiledStep {
  readonly regex: RegExp;
  /** Year, month and day, each of literal digits and numbers of groups. */
  readonly parts: readonly (readonly (string | number)[])[];
  readonly plus: number;
  readonly form: DateForm | null;
}
const compileSteps = (steps: readonly DateStep[]): readonly CompiledStep[] =>
  steps.map(({ pattern, to, plus, form }) => ({
    regex: new RegExp(pattern, 'u'),
    parts: to.split('-').map((part) => (part.match(/\\\d|\d+/g) ?? []).map((piece) => (piece.startsWith('\\') ? Number(piece.slice(1)) : piece))), // prettier-ignore
    plus,
    form,
  }));
const inColumns = compileSteps(columnSteps);
const byOrder = { ymd: compileSteps(dateSteps('ymd')), dmy: compileSteps(dateSteps('dmy')), mdy: compileSteps(dateSteps('mdy')) }; // prettier-ignore

/** The date that the first matching step makes; null when none matches. */
function matchDate(cell: string, steps: readonly CompiledStep[]): DateRead | null {
  for (const { regex, parts, plus, form } of steps) {
    const match = regex.exec(cell);
    if (!match) continue;
    const part = (i: number): number =>
      Number(parts[i]!.reduce<string>((text, piece) => text + (typeof piece === 'string' ? piece : (match[piece] ?? '')), '')); // prettier-ignore
    const year = part(0) + plus;
    const month = part(1);
    const day = part(2);
    if (month < 1 || month > 12 || day < 1 || day > 31) return unreadable;
    return dateRead(year, month, day, form);
  }
  return null;
}

/** A date of a month that there is; year from 1000. */
function dateRead(year: number, month: number, day: number, form: DateForm | null): DateRead {
  const found = dayOf(year, month, day);
  if (day < 29 || civil(found).month === month) return { kind: 'date', day: found, form };
  return { kind: 'impossible', monthEnd: dayOf(year, month + 1, 1) - 1 };
}

const months = compile(monthSteps);
const letters = new RegExp(monthLetters, 'u');
const named = (cell: string): string => (letters.test(cell) ? apply(cell, months) : cell);

/** Forms that are dates wherever they stand. */
function writtenDate(cell: string, order: Reading['dateOrder']): DateRead | null {
  if (!/\d\D?\d/.test(cell) || /^-?\d{1,7}(?:[.]\d*)?$/.test(cell)) return null;
  return matchDate(named(cell), byOrder[order]);
}

/** The calendar date as written in a cell, time of day and offset read over; null when there is none. */
export function parseDate(text: string, order: Reading['dateOrder']): Day | null {
  const read = writtenDate(unwrap(text).toUpperCase(), order);
  return read?.kind === 'date' ? read.day : null;
}

/**
 * The date in a cell of a column that is known to hold dates: what `parseDate` reads, and also spreadsheets' day numbers
 * (45296), months (2024-01, 202401), 1130105 and seconds or milliseconds since 1970.
 */
export function readDate(text: string, order: Reading['dateOrder']): DateRead {
  const iso = isoDate.exec(text);
  if (iso) return dateRead(Number(iso[1]), Number(iso[2]), Number(iso[3]), null);
  const cell = unwrap(text).toUpperCase();
  if (blanks.has(cell)) return { kind: 'missing' };
  const written = writtenDate(cell, order);
  if (written) return written;
  const serial = serialDay(cell);
  if (serial !== null) return { kind: 'date', day: serial, form: 'serial_date' };
  return matchDate(named(cell), inColumns) ?? unreadable;
}

/** What the first of dateSteps reads, without its detours. */
const isoDate = /^([1-9]\d{3})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** True for a month without a day (2024-01, 2024年1月, 202401, Jan 2024): a date where the whole column is such. */
export function isMonth(text: string): boolean {
  const read = matchDate(named(unwrap(text).toUpperCase()), inColumns);
  return read?.kind === 'date' && read.form === 'month_only';
}

/** A spreadsheet's day number (20000 to 60000), or seconds or milliseconds since 1970, as a date. */
export const parseSerial = (text: string): Day | null => serialDay(unwrap(text));

const serial = new RegExp(serialPattern, 'u');
const unixTime = new RegExp(epochPattern, 'u');
function serialDay(cell: string): Day | null {
  if (serial.test(cell)) return Math.floor(Number(cell)) + epoch;
  return unixTime.test(cell) ? Math.floor(Number(cell.slice(0, 10)) / 86_400) : null;
}
const epoch = epochDay();
function epochDay(): Day {
  const day = parseIsoDay(serialEpoch);
  assert(day !== null, 'the epoch is a date');
  return day;
}
