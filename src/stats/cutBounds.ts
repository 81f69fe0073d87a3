import { firstIndex, wholeBasisPoints, type Ranked } from './ranked.ts';

export interface CutBounds {
  /** Smallest number of customers that bring the share of the total as it is. */
  readonly cut: number;
  /** The least and the most that this number can be. */
  readonly low: number;
  readonly high: number;
}

/**
 * How far the number of customers that bring `basisPoints` of the total can move when non-negative amounts of at most
 * `doubtful` ten-thousandths in all are added to any of the customers (who may have had nothing so far: rank them with
 * zero). Null when the total is zero or less. Both bounds are attained, but for amounts smaller than the unit.
 *
 * Let s be the share, T the total, P_k the sum of the k largest values, and x <= D what is really added.
 * - The k largest hold most when all of x goes to them: P_k + x. P_k + x >= s (T + x) is easiest for x = D, so
 *   low = min k: P_k + D >= s (T + D).
 * - They hold least when x raises the smallest customers to one level, as water does: no vector above the values is
 *   majorised by another one. W_k(x), the sum of the k largest then, is convex: with m customers raised, its slope is
 *   max(0, m - (n - k)) / m. More than k customers may be needed if W_k(x) < s (T + x) for some x; since the difference
 *   is convex in x, it is enough to look at the x where the slope reaches s, or at D if that comes first.
 *   high = min k: W_k(x*) >= s (T + x*).
 */
export function cutBounds(ranked: Ranked, basisPoints: number, doubtful: bigint): CutBounds | null {
  const cut = ranked.countFor(basisPoints);
  if (cut === null) return null;
  if (cut === 0) return { cut, low: 0, high: 0 };
  const whole = BigInt(wholeBasisPoints);
  const share = BigInt(basisPoints);
  const total = ranked.totalExact;
  const reaches = (k: number): boolean =>
    (ranked.prefixExact(k) + doubtful) * whole >= share * (total + doubtful);
  const low = firstIndex(1, cut, reaches);
  const high = firstIndex(cut, ranked.n, (k) => !mayFallShort(ranked, share, doubtful, k));
  return { cut, low, high };
}

/** Whether some addition leaves the k largest with less than the share. */
function mayFallShort(ranked: Ranked, share: bigint, doubtful: bigint, k: number): boolean {
  const { n } = ranked;
  const whole = BigInt(wholeBasisPoints);
  const total = ranked.totalExact;
  /** What it takes to raise the m smallest customers to the level of position `to`. */
  const needed = (m: number, to: number): bigint =>
    BigInt(m) * ranked.valueExact(to) - (total - ranked.prefixExact(n - m));
  // The most customers that can be raised while the slope (m - (n - k)) / m stays below the share.
  const rest = BigInt(n - k) * whole;
  const most = share === whole ? n : Math.min(n, Number((rest - 1n) / (whole - share)));
  if (rest === 0n || most < 1) return false;
  const end = most === n ? doubtful : needed(most, n - most - 1);
  const added = end < doubtful ? end : doubtful;
  // Customers raised by that much: the largest m whose level has been reached.
  const raised = firstIndex(1, n, (m) => m === n || needed(m, n - m - 1) >= added);
  if (raised <= n - k) return ranked.prefixExact(k) * whole < share * (total + added);
  const above = ranked.prefixExact(n - raised);
  const m = BigInt(raised);
  const least = above * m + BigInt(k - (n - raised)) * (total - above + added);
  return least * whole < share * (total + added) * m;
}
