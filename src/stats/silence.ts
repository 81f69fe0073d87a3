import { countedQuantile } from './quantile.ts';

/** Nine of ten gaps are no longer than the suggested silence: who waits longer is unusual among all customers. */
const usualGapPercent = 90;

/** How often a gap of so many days between two consecutive order days of a customer occurs. */
export interface GapCount {
  readonly gap: number;
  readonly count: number;
}

/**
 * Suggested number of days without an order after which a customer counts as lost: the type-7 90th percentile of
 * all gaps between distinct order days, all customers pooled, rounded up. Null when nobody ordered on two days.
 */
export function suggestedSilence(gaps: readonly GapCount[]): number | null {
  const days = countedQuantile(
    gaps.map(({ gap, count }) => ({ value: gap, count })),
    usualGapPercent,
  );
  return days === null ? null : Math.ceil(days);
}

/** Counts of a rule tried at a past date on the customers known then. */
export interface BacktestCounts {
  /** First order on or before the cut date. */
  readonly eligible: number;
  /** Eligible and silent for longer than the rule allows at the cut date. */
  readonly flagged: number;
  /** Eligible and without an order in the window after the cut date. */
  readonly positive: number;
  readonly flaggedPositive: number;
}

export interface Backtest {
  /** Of those flagged, the share that did not return. */
  readonly precision: number | null;
  /** Of those who did not return, the share that was flagged. */
  readonly recall: number | null;
  /** Share of all eligible who did not return: what flagging at random would reach. */
  readonly baseRate: number | null;
  /** Precision / base rate. */
  readonly lift: number | null;
}

/** How good the rule was; each figure is null where its denominator is zero. */
export function backtest({ eligible, flagged, positive, flaggedPositive }: BacktestCounts): Backtest {
  const precision = share(flaggedPositive, flagged);
  const baseRate = share(positive, eligible);
  return {
    precision,
    recall: share(flaggedPositive, positive),
    baseRate,
    lift: precision === null || baseRate === null ? null : share(precision, baseRate),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
