import { civil, dayOf, monthIndex, type Day } from '../base/day.ts';
import type { Model } from './model.ts';
import type { Period } from './period.ts';

/** Calendar units, longest first. */
export const calendarUnits = ['year', 'half', 'quarter', 'month'] as const;
export type CalendarUnit = (typeof calendarUnits)[number];
/** `season` = the same three months of successive years; `rolling` = as many days each, back from the last day. */
export type PeriodUnit = CalendarUnit | 'season' | 'rolling';

export interface PeriodChoice {
  /** `auto` = the longest calendar unit of which as many complete periods exist as are compared, else rolling. */
  readonly unit: 'auto' | PeriodUnit;
  /** Periods to compare, 2 to 4. */
  readonly count: number;
  /** First month of the season, 1 to 12. */
  readonly seasonStart: number;
  /** Length of a rolling period; null = the days there are, divided by the count. */
  readonly days: number | null;
  /** Whether periods that the data do not cover wholly are left out, or compared and marked. */
  readonly partial: 'exclude' | 'mark';
  /** Days typed by the user, by position; they replace the ends found here and are never left out. */
  readonly own: readonly { readonly from: Day | null; readonly to: Day | null }[];
}

/** What a period is called; words are made of it by i18n and format. */
export type PeriodLabel =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'half' | 'quarter'; readonly year: number; readonly part: number }
  /** Month indices (base/day), both included. */
  | { readonly kind: 'months'; readonly first: number; readonly last: number }
  | { readonly kind: 'days' };

/** A stretch of days to be compared with others; both ends included. */
export interface ComparedPeriod {
  readonly from: Day;
  readonly to: Day;
  readonly label: PeriodLabel;
  /** Whether the data cover it, but for what `slack` lets pass. */
  readonly complete: boolean;
}

export interface ComparedPeriods {
  readonly unit: PeriodUnit;
  /** The unit asked for has fewer than two periods to compare, and another one is used. */
  readonly replaced: boolean;
  /** In the order of time, but for days typed otherwise. */
  readonly periods: readonly ComparedPeriod[];
  /** Periods of the unit at the ends of the data that were left out because they are partial. */
  readonly leftOut: readonly ComparedPeriod[];
}

/** First and last day that the data cover. */
export interface Covered {
  readonly from: Day;
  readonly to: Day;
}

/** Shops are closed on a holiday or a weekend: so many days, and so large a share, may be missing at an end. */
const slackDays = 3;
const slackShare = 0.03;

const slack = (from: Day, to: Day): number => Math.min(slackDays, Math.floor((to - from + 1) * slackShare));

const firstOfMonth = (index: number): Day => dayOf(Math.floor(index / 12), (index % 12) + 1, 1);

/**
 * The days that the document's period and the data have in common; null when there are none. A file with a column for
 * each month or year stands for the first day of it, so its last day reaches to the end of that month or year.
 */
export function coveredDays(model: Model, period: Period | null): Covered | null {
  const { firstDay, lastDay } = model;
  if (!period || firstDay === null || lastDay === null) return null;
  const end = model.shape === 'periods' ? endOfColumn(firstDay, lastDay) : lastDay;
  const from = Math.max(period.from, firstDay);
  const to = period.to < lastDay ? period.to : end;
  return from <= to ? { from, to } : null;
}

function endOfColumn(first: Day, last: Day): Day {
  if (civil(last).day !== 1) return last;
  const byYears =
    first !== last && civil(first).day === 1 && civil(first).month === 1 && civil(last).month === 1;
  return firstOfMonth(monthIndex(last) + (byYears ? 12 : 1)) - 1;
}

/** Blocks of `length` months that begin every `step` months; `offset` months after January of year 0. */
interface Blocks {
  readonly step: number;
  readonly length: number;
  readonly offset: number;
}

const blocksOf = (unit: Exclude<PeriodUnit, 'rolling'>, seasonStart: number): Blocks => {
  if (unit === 'season') return { step: 12, length: 3, offset: seasonStart - 1 };
  const length = { year: 12, half: 6, quarter: 3, month: 1 }[unit];
  return { step: length, length, offset: 0 };
};

const isComplete = (from: Day, to: Day, covered: Covered): boolean =>
  covered.from - from <= slack(from, to) && to - covered.to <= slack(from, to);

function labelOf(unit: PeriodUnit, first: number, length: number): PeriodLabel {
  const year = Math.floor(first / 12);
  if (unit === 'year') return { kind: 'year', year };
  if (unit === 'half' || unit === 'quarter') return { kind: unit, year, part: (first % 12) / length + 1 };
  return { kind: 'months', first, last: first + length - 1 };
}

function blockAt(
  k: number,
  unit: Exclude<PeriodUnit, 'rolling'>,
  blocks: Blocks,
  covered: Covered,
): ComparedPeriod {
  const first = k * blocks.step + blocks.offset;
  const from = firstOfMonth(first);
  const to = firstOfMonth(first + blocks.length) - 1;
  return { from, to, label: labelOf(unit, first, blocks.length), complete: isComplete(from, to, covered) };
}

interface Found {
  readonly periods: readonly ComparedPeriod[];
  readonly leftOut: readonly ComparedPeriod[];
}

/** The last `count` blocks that lie at least partly in the data, in the order of time. */
function calendar(unit: Exclude<PeriodUnit, 'rolling'>, choice: PeriodChoice, covered: Covered): Found {
  const blocks = blocksOf(unit, choice.seasonStart);
  const periods: ComparedPeriod[] = [];
  const leftOut: ComparedPeriod[] = [];
  let k = Math.floor((monthIndex(covered.to) - blocks.offset) / blocks.step);
  for (; periods.length < choice.count; k--) {
    const period = blockAt(k, unit, blocks, covered);
    if (period.to < covered.from) break;
    if (period.from > covered.to) continue;
    (period.complete || choice.partial === 'mark' ? periods : leftOut).unshift(period);
  }
  return { periods, leftOut };
}

function rolling(days: number, choice: PeriodChoice, covered: Covered): Found {
  const periods: ComparedPeriod[] = [];
  const leftOut: ComparedPeriod[] = [];
  for (let to = covered.to; periods.length < choice.count && to >= covered.from; to -= days) {
    const from = to - days + 1;
    const period = { from, to, label: { kind: 'days' }, complete: from >= covered.from } as const;
    (period.complete || choice.partial === 'mark' ? periods : leftOut).unshift(period);
  }
  return { periods, leftOut };
}

const equalParts = (choice: PeriodChoice, covered: Covered): number =>
  Math.floor((covered.to - covered.from + 1) / choice.count);

/** As many equal stretches of days as are compared; none when there are fewer days than periods. */
function parts(choice: PeriodChoice, covered: Covered): Found {
  const days = equalParts(choice, covered);
  return days < 1 ? { periods: [], leftOut: [] } : rolling(days, choice, covered);
}

function automatic(choice: PeriodChoice, covered: Covered): Found & { readonly unit: PeriodUnit } {
  for (const unit of calendarUnits) {
    const complete = calendar(unit, { ...choice, partial: 'exclude' }, covered);
    if (complete.periods.length === choice.count) return { unit, ...calendar(unit, choice, covered) };
  }
  return { unit: 'rolling', ...parts(choice, covered) };
}

/** The periods to compare; fewer than two when the data have not two days. */
export function comparedPeriods(choice: PeriodChoice, covered: Covered): ComparedPeriods {
  const asked =
    choice.unit === 'auto'
      ? automatic(choice, covered)
      : choice.unit === 'rolling'
        ? {
            unit: choice.unit,
            ...(choice.days === null ? parts(choice, covered) : rolling(choice.days, choice, covered)),
          }
        : { unit: choice.unit, ...calendar(choice.unit, choice, covered) };
  const typed = withOwn(asked.periods, choice, covered);
  if (typed.length >= 2) return { unit: asked.unit, replaced: false, periods: typed, leftOut: asked.leftOut };
  const instead = automatic(choice, covered);
  return {
    unit: instead.unit,
    replaced: choice.unit !== 'auto',
    periods: withOwn(instead.periods, choice, covered),
    leftOut: instead.leftOut,
  };
}

/** Typed days that are whole months are called as the calendar calls them. */
function labelOfDays(from: Day, to: Day): PeriodLabel {
  if (civil(from).day !== 1 || civil(to + 1).day !== 1) return { kind: 'days' };
  const first = monthIndex(from);
  const length = monthIndex(to) - first + 1;
  const unit = (['year', 'half', 'quarter'] as const).find((name) => blocksOf(name, 1).length === length);
  return labelOf(unit && first % length === 0 ? unit : 'month', first, length);
}

/** A period of which only one end is typed keeps the other; ends that are the wrong way round change places. */
function withOwn(found: readonly ComparedPeriod[], choice: PeriodChoice, covered: Covered): ComparedPeriod[] {
  const periods = [...found];
  choice.own.slice(0, choice.count).forEach((own, i) => {
    const a = own.from ?? periods[i]?.from;
    const b = own.to ?? periods[i]?.to;
    if ((own.from === null && own.to === null) || a === undefined || b === undefined) return;
    const [from, to] = a <= b ? [a, b] : [b, a];
    const same = periods[i]?.from === from && periods[i].to === to;
    const at = Math.min(i, periods.length);
    if (!same)
      periods[at] = { from, to, label: labelOfDays(from, to), complete: isComplete(from, to, covered) };
  });
  return periods;
}
