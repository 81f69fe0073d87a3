import type { Ranked } from './ranked.ts';

/**
 * Herfindahl-Hirschman index: the sum of squared shares, 1/n to 1 without negative values (10,000 times that on the
 * antitrust scale). Its inverse is the effective number of customers. Null when the total is zero or less.
 */
export function herfindahl(ranked: Ranked): number | null {
  if (!ranked.defined) return null;
  let sum = 0;
  for (let k = 0; k < ranked.n; k++) {
    const share = ranked.value(k) / ranked.total;
    sum += share * share;
  }
  return sum;
}
