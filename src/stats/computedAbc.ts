import { firstIndex, type Ranked } from './ranked.ts';

/** Limits that the concentration curve itself gives; all are numbers of customers from the largest on. */
export interface ComputedAbc {
  /** The point of the curve nearest to (0, 1): least effort, all value. */
  readonly pareto: number;
  /** Customers with at least the mean value: the slope of the curve is 1 there. */
  readonly breakEven: number;
  /** Where class A ends: the one of the two with the smaller effort. */
  readonly endOfA: number;
  /** Where class B ends: the point nearest to (the one with the larger effort, 1). */
  readonly submarginal: number;
}

/**
 * Computed ABC of Ultsch & Lötsch 2015 (PLoS ONE 10(6) e0129767) in discrete form, without the splines of the published
 * package: every customer is a point of the curve. Values below zero count as zero. Null where the positive values add
 * up to nothing. Equal distances: the first.
 */
export function computedAbc(ranked: Ranked): ComputedAbc | null {
  const { n, rising } = ranked;
  const total = ranked.prefixExact(rising);
  if (total <= 0n) return null;
  const breakEven = firstIndex(0, rising, (k) => ranked.valueExact(k) * BigInt(n) < total);
  const pareto = nearest(ranked, 0);
  const endOfA = Math.min(pareto, breakEven);
  const submarginal = nearest(ranked, Math.max(pareto, breakEven) / n);
  return { pareto, breakEven, endOfA, submarginal };
}

/** Number of customers at the point of the curve that is nearest to (effort, 1). */
function nearest(ranked: Ranked, effort: number): number {
  const { n, rising } = ranked;
  const total = ranked.prefix(rising);
  let best = 0;
  let least = Infinity;
  for (let k = 0; k <= rising; k++) {
    const distance = (k / n - effort) ** 2 + (1 - ranked.prefix(k) / total) ** 2;
    if (distance < least) {
      least = distance;
      best = k;
    }
  }
  return best;
}
