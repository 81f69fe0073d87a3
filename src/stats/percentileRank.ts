/**
 * Percentile rank, 0 to 100, by the middle of equals: 100 · (number below + half of those equal) / n. The largest of n
 * different values has 100 · (n - 1/2) / n, never 100, and a single value has 50.
 */
export const percentileRank = (below: number, equal: number, n: number): number =>
  (100 * (2 * below + equal)) / (2 * n);

/** Percentile rank of every value that `order` names (positions in ascending order of value); NaN for the others. */
export function percentileRanks(values: Float64Array, order: Uint32Array): Float64Array {
  const n = order.length;
  const ranks = new Float64Array(values.length).fill(NaN);
  for (let start = 0; start < n;) {
    const value = values[order[start]!]!;
    let end = start + 1;
    while (end < n && values[order[end]!] === value) end++;
    const rank = percentileRank(start, end - start, n);
    for (let i = start; i < end; i++) ranks[order[i]!] = rank;
    start = end;
  }
  return ranks;
}

/** Smallest of the ascending values whose percentile rank is at least this; null when none has it. */
export function valueAtPercentile(ascending: Float64Array, atLeast: number): number | null {
  const n = ascending.length;
  for (let start = 0; start < n;) {
    const value = ascending[start]!;
    let end = start + 1;
    while (end < n && ascending[end] === value) end++;
    // Compared as a product, so that 70 is 70 where the rank is a whole number.
    if (100 * (start + end) >= atLeast * 2 * n) return value;
    start = end;
  }
  return null;
}
