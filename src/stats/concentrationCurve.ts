import { assert } from '../base/assert.ts';
import { firstIndex } from './ranked.ts';
import type { Summed } from './summed.ts';

/** Points from (0, 0) to (1, 1): x = share of customers from the largest, y = their share of the total. */
export interface Curve {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * The concentration curve for drawing, with at most `maxPoints` (3 or more) points. Every point is a true point of
 * the curve. Where there are too many customers, points are taken at equal steps of the way along the curve
 * (|dx| + |dy|) rather than of x: the few large customers at the steep start keep a point each while the flat end
 * needs few. Null when the total is zero or less.
 */
export function concentrationCurve(ranked: Summed, maxPoints: number): Curve | null {
  assert(maxPoints >= 3, `${maxPoints} points do not make a curve`);
  if (!ranked.defined) return null;
  const { n } = ranked;
  const ranks = n < maxPoints ? Array.from({ length: n + 1 }, (_, k) => k) : stepsAlong(ranked, maxPoints);
  return {
    x: Float64Array.from(ranks, (k) => k / n),
    y: Float64Array.from(ranks, (k) => ranked.prefix(k) / ranked.total),
  };
}

function stepsAlong(ranked: Summed, maxPoints: number): number[] {
  const { n, total, rising } = ranked;
  const peak = ranked.prefix(rising) / total;
  const way = (k: number): number => {
    const share = ranked.prefix(k) / total;
    return k / n + (k <= rising ? share : 2 * peak - share);
  };
  // The largest customer is always shown; the other steps share what is left of the points.
  const ranks = [0, 1];
  const steps = maxPoints - 2;
  const from = way(1);
  const length = way(n) - from;
  for (let step = 1; step < steps; step++) {
    const last = ranks[ranks.length - 1]!;
    const next = firstIndex(last, n, (k) => way(k) >= from + (length * step) / steps);
    if (next > last) ranks.push(next);
  }
  if (ranks[ranks.length - 1] !== n) ranks.push(n);
  return ranks;
}
