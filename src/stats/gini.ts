import type { Ranked } from './ranked.ts';

export interface Gini {
  /** 2 * sum(i * x_(i)) / (n * S) - (n + 1) / n, values ascending; 0 to (n - 1) / n without negative values. */
  readonly population: number;
  /** population * n / (n - 1); null for a single customer. */
  readonly sample: number | null;
}

/**
 * Gini coefficient in both forms (R's ineq::Gini with corr = FALSE and TRUE). Null when the total is zero or less;
 * negative values can push it above 1. Uses sum(i * x_(i)) = sum of the running sums of the descending values.
 */
export function gini(ranked: Ranked): Gini | null {
  if (!ranked.defined) return null;
  const { n, total } = ranked;
  // Equal values give an exact zero instead of the rounding error of the sum.
  if (ranked.valueExact(0) === ranked.valueExact(n - 1)) return { population: 0, sample: n > 1 ? 0 : null };
  let shares = 0;
  for (let k = 1; k <= n; k++) shares += ranked.prefix(k) / total;
  const population = (2 * shares - (n + 1)) / n;
  return { population, sample: (population * n) / (n - 1) };
}
