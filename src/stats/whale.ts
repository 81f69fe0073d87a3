import type { Summed } from './summed.ts';

/** The curve where some customers take value away: it rises above the whole and comes back to it. */
export interface Whale {
  /** Customers from the first on, after whom the running sum is never larger: those who contribute. */
  readonly peakCustomers: number;
  /** Their share of the total, above 1 where others take away. */
  readonly peakShare: number;
  /** Customers with exactly nothing. */
  readonly nothing: number;
  /** Customers below zero, and their sum (ten-thousandths, zero or less). */
  readonly negative: { readonly customers: number; readonly value: number };
}

/**
 * Peak of the curve and who stands on which side of it. Null when the total is zero or less. O(n): kept, not asked for
 * in a drag.
 */
export function whale(curve: Summed): Whale | null {
  if (!curve.defined) return null;
  let peak = 0;
  let nothing = 0;
  let below = 0;
  let sum = 0;
  for (let k = 0; k < curve.n; k++) {
    const value = curve.value(k);
    if (value > 0) {
      if (curve.prefix(k + 1) > curve.prefix(peak)) peak = k + 1;
    } else if (value < 0) {
      below++;
      sum += value;
    } else nothing++;
  }
  return {
    peakCustomers: peak,
    peakShare: curve.prefix(peak) / curve.total,
    nothing,
    negative: { customers: below, value: sum },
  };
}
