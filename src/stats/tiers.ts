import { assert } from '../base/assert.ts';
import { wholeBasisPoints, type Ranked } from './ranked.ts';

/** Half the width, in basis points, of the band around a cut in which a customer's tier hangs on little. */
const fragileBand = 100;

export interface TierScheme {
  /** Cumulative shares at which a tier ends, in basis points, ascending: [8000, 9500] makes A, B and C. */
  readonly cuts: readonly number[];
  /**
   * Who owns the customer at whom a cut is crossed. `better`: those whose cumulative share BEFORE them is below the
   * cut are inside, so the first tier is never empty. `worse`: only those whose cumulative share including
   * themselves is at most the cut; one customer with more than the cut leaves the first tier empty.
   */
  readonly crossing: 'better' | 'worse';
}

export interface Tier {
  /** Rank positions, end excluded. */
  readonly start: number;
  readonly end: number;
  readonly customers: number;
  /** Sum of the tier, ten-thousandths of a unit. */
  readonly value: number;
  /** 0 to 1. */
  readonly shareCustomers: number;
  readonly shareValue: number;
  /** Smallest value in the tier, ten-thousandths; null when the tier is empty. */
  readonly cut: number | null;
  /**
   * Customers, on either side, whose cumulative share including themselves lies within one percentage point of the
   * tier's lower cut, both ends counted; null for the last tier, which has no lower cut.
   */
  readonly fragile: number | null;
  /**
   * Customers who are in this tier only because their value equals one at its lower cut, so that equal values share a
   * tier.
   */
  readonly tiedAtCut: number;
}

/**
 * Tiers by cumulative share of value, best first; the only place where tiers are cut (SQL, matrix and lists receive
 * the cut values). Null when the total is zero or less. O(log n) per cut.
 *
 * Customers with equal values always share a tier: a group that straddles a cut goes to the better tier. With negative values the first crossing counts: what comes after the
 * peak of the running sum stays in the last tier.
 */
export function tiersByShare(ranked: Ranked, scheme: TierScheme): readonly Tier[] | null {
  if (!ranked.defined) return null;
  const tiers: Tier[] = [];
  let start = 0;
  let last = 0;
  for (const cut of scheme.cuts) {
    assert(
      Number.isInteger(cut) && cut >= last && cut <= wholeBasisPoints,
      `cuts must ascend: ${scheme.cuts}`,
    );
    const better = scheme.crossing === 'better';
    const count = better ? ranked.countFor(cut)! : ranked.countWithin(cut)!;
    const end = Math.max(start, count === 0 ? 0 : ranked.tieEnd(count - 1));
    tiers.push(tier(ranked, start, end, fragileCustomers(ranked, cut), end - Math.max(start, count)));
    start = end;
    last = cut;
  }
  tiers.push(tier(ranked, start, ranked.n, null, 0));
  return tiers;
}

/** Rank positions (end excluded) of the customers whose cumulative share is within one point of the cut. */
export function fragileRange(ranked: Ranked, cut: number): { readonly start: number; readonly end: number } {
  const first = Math.max(1, ranked.countFor(Math.max(0, cut - fragileBand))!);
  const last = ranked.countWithin(cut + fragileBand)!;
  return { start: first - 1, end: Math.max(first - 1, last) };
}

function fragileCustomers(ranked: Ranked, cut: number): number {
  const { start, end } = fragileRange(ranked, cut);
  return end - start;
}

function tier(ranked: Ranked, start: number, end: number, fragile: number | null, tiedAtCut: number): Tier {
  const value = ranked.sum(start, end);
  return {
    start,
    end,
    customers: end - start,
    value,
    shareCustomers: (end - start) / ranked.n,
    shareValue: value / ranked.total,
    cut: end > start ? ranked.value(end - 1) : null,
    fragile,
    tiedAtCut,
  };
}

/** The cut values by which other customers or another period are placed: of every tier but the last. */
export function cutValues(tiers: readonly Tier[]): readonly (number | null)[] {
  return tiers.slice(0, -1).map((tier) => tier.cut);
}

/**
 * Index of the tier (0 = best) that a value belongs to under fixed cut values, one for every tier but the last
 * (null: that tier was empty and takes nobody). Below every cut it is the last tier.
 */
export function tierOfValue(value: number, cuts: readonly (number | null)[]): number {
  const index = cuts.findIndex((cut) => cut !== null && value >= cut);
  return index < 0 ? cuts.length : index;
}
