import { firstIndex, type Ranked } from './ranked.ts';

export interface JointRatio {
  /** Share of the customers, p. */
  readonly customers: number;
  /** Share of the value they hold: 1 - p. */
  readonly value: number;
}

/**
 * Joint ratio (balance point, "20/80"): the p with C(p) = 1 - p, where the concentration curve crosses the
 * anti-diagonal, interpolated linearly between customers so that both shares add up to one. p + C(p) rises strictly
 * as long as values are not negative, and with negative values it reaches 1 before they begin, so there is one
 * answer. Null when the total is zero or less.
 */
export function jointRatio(ranked: Ranked): JointRatio | null {
  if (!ranked.defined) return null;
  const { n, total } = ranked;
  const at = (k: number): number => k / n + ranked.prefix(k) / total;
  const k = firstIndex(1, Math.max(1, ranked.rising), (k) => at(k) >= 1);
  const before = at(k - 1);
  const customers = (k - 1 + (1 - before) / (at(k) - before)) / n;
  return { customers, value: 1 - customers };
}
