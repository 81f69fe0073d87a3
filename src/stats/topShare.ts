import { assert } from '../base/assert.ts';
import type { Summed } from './summed.ts';

/**
 * Share of the total that the top `fraction` (0 to 1) of the customers hold, 0 to 1: C(fraction) with linear
 * interpolation between customers, as on the Lorenz curve, so that 20 % of 17 customers means 3.4 of them.
 * Null when the total is zero or less.
 */
export function topShare(ranked: Summed, fraction: number): number | null {
  assert(fraction >= 0 && fraction <= 1, `fraction ${fraction}`);
  if (!ranked.defined) return null;
  const position = fraction * ranked.n;
  const k = Math.min(Math.floor(position), ranked.n - 1);
  return (ranked.prefix(k) + (position - k) * ranked.value(k)) / ranked.total;
}
