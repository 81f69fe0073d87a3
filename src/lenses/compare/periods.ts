import { civil, dayOf, type Day } from '../../base/day.ts';
import type { Period } from '../../model/period.ts';
import type { CompareParams } from './params.ts';

/** Both days included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

export interface Spans {
  readonly first: Span;
  readonly second: Span;
  /** The calendar year that a period stands for, though the data may miss a few of its days at the ends. */
  readonly years: readonly [number | null, number | null];
  /** Neither was typed. */
  readonly suggested: boolean;
  /** Both have as many days, or both are whole calendar years. */
  readonly equalLength: boolean;
  /** The two share days. */
  readonly overlapping: boolean;
  /** A period reached a week or more beyond the days that count, and was cut there. */
  readonly clipped: boolean;
}

/** A year counts as whole when the data begin in its first and end in its last week. */
const weekDays = 7;

const yearSpan = (year: number): Span => ({ from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) });

const isWholeYear = ({ from, to }: Span): boolean => {
  const { year } = civil(from);
  return from === dayOf(year, 1, 1) && to === dayOf(year, 12, 31);
};

const lengthOf = ({ from, to }: Span): number => to - from + 1;

/** The last two whole years inside the period, else its two halves, an odd day dropped at the beginning. */
export function suggestedSpans({ from, to, halfDays }: Period): { first: Span; second: Span } {
  const ends = civil(to);
  const last = to >= dayOf(ends.year, 12, 31) - weekDays + 1 ? ends.year : ends.year - 1;
  if (from <= dayOf(last - 1, 1, weekDays)) return { first: yearSpan(last - 1), second: yearSpan(last) };
  return {
    first: { from: to - 2 * halfDays + 1, to: to - halfDays },
    second: { from: to - halfDays + 1, to },
  };
}

/**
 * The two periods under the settings, inside the notebook's own; null where one has no day left. A period that is
 * typed on one side only takes the other side from the suggestion.
 */
export function spansOf(period: Period, params: CompareParams): Spans | null {
  const made = suggestedSpans(period);
  const wanted = [
    { from: params.from1 ?? made.first.from, to: params.to1 ?? made.first.to },
    { from: params.from2 ?? made.second.from, to: params.to2 ?? made.second.to },
  ] as const;
  const typed = [params.from1, params.to1, params.from2, params.to2].some((day) => day !== null);
  const clip = ({ from, to }: Span): Span => ({
    from: Math.max(from, period.from),
    to: Math.min(to, period.to),
  });
  const first = clip(wanted[0]);
  const second = clip(wanted[1]);
  if (lengthOf(first) < 1 || lengthOf(second) < 1) return null;
  const cut = (span: Span, used: Span): boolean =>
    used.from - span.from >= weekDays || span.to - used.to >= weekDays;
  const yearOf = (span: Span, used: Span): number | null =>
    isWholeYear(span) && !cut(span, used) ? civil(span.from).year : null;
  return {
    first,
    second,
    years: [yearOf(wanted[0], first), yearOf(wanted[1], second)],
    suggested: !typed,
    equalLength: lengthOf(wanted[0]) === lengthOf(wanted[1]) || wanted.every(isWholeYear),
    overlapping: first.from <= second.to && second.from <= first.to,
    clipped: cut(wanted[0], first) || cut(wanted[1], second),
  };
}
