/**
 * Quantile of type 7 (the default of R, NumPy and Excel's PERCENTILE.INC): linear interpolation at (n - 1) * p
 * between ascending values; p from 0 to 1. Null for an empty list.
 */
export function quantile(ascending: ArrayLike<number>, p: number): number | null {
  const n = ascending.length;
  if (n === 0) return null;
  const position = (n - 1) * p;
  const below = Math.floor(position);
  const low = ascending[below]!;
  const high = ascending[Math.min(below + 1, n - 1)]!;
  return low + (position - below) * (high - low);
}

/** How often a whole number occurs. */
export interface Counted {
  readonly value: number;
  readonly count: number;
}

/**
 * The same quantile of a list given as counts, in any order; percent is an integer from 0 to 100. The position is
 * split with integers, so a quantile that is a whole number comes out as one. Null when there is nothing.
 */
export function countedQuantile(counts: readonly Counted[], percent: number): number | null {
  const ascending = counts.filter(({ count }) => count > 0).toSorted((a, b) => a.value - b.value);
  const n = ascending.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return null;
  const below = Math.floor(((n - 1) * percent) / 100);
  const hundredths = (n - 1) * percent - below * 100;
  const low = valueAt(ascending, below);
  const high = valueAt(ascending, Math.min(below + 1, n - 1));
  return (low * 100 + hundredths * (high - low)) / 100;
}

function valueAt(ascending: readonly Counted[], position: number): number {
  let passed = 0;
  for (const { value, count } of ascending) {
    passed += count;
    if (position < passed) return value;
  }
  throw new Error(`position ${position} is beyond ${passed} values`);
}
