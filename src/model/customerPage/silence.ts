import type { Day } from '../../base/day.ts';
import { quantile } from '../../stats/quantile.ts';

/** Differences of successive days, ascending. @param days different days in ascending order */
export function ascendingGaps(days: Float64Array): Float64Array {
  const gaps = new Float64Array(Math.max(0, days.length - 1));
  for (let i = 1; i < days.length; i++) gaps[i - 1] = days[i]! - days[i - 1]!;
  return gaps.sort();
}

/** How long the customer has been silent, measured by his own habit. */
export interface Silence {
  /** Days between order days, ascending. */
  readonly gaps: Float64Array;
  /** Type-7 median of the gaps; null below two order days. */
  readonly usual: number | null;
  /** Days from the last order to the as-of day; null without a dated order. */
  readonly days: number | null;
  /** Silence over the usual gap; null where either is unknown. */
  readonly times: number | null;
  /** Gaps that were longer than the silence is, or as long. */
  readonly longer: number;
}

/** @param lastDay day of the last order; NaN = none */
export function silenceOf(gaps: Float64Array, lastDay: number, asOf: Day | null): Silence {
  const usual = quantile(gaps, 0.5);
  const days = asOf === null || Number.isNaN(lastDay) ? null : asOf - lastDay;
  return {
    gaps,
    usual,
    days,
    times: usual === null || days === null ? null : days / usual,
    longer: days === null ? 0 : gaps.reduce((count, gap) => count + (gap >= days ? 1 : 0), 0),
  };
}
