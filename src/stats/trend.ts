/**
 * Slope of the least-squares line through n values at t = 0 … n - 1, as a share of their mean per period, from their
 * sum and moment = Σ t · v: (Σ(t - t̄)v / Σ(t - t̄)²) / (Σv / n). 0.05 = rises by 5 % of the mean in each period. NaN
 * where there are fewer than two values or their mean is not above zero.
 */
export function relativeTrend(n: number, total: number, moment: number): number {
  if (!(n >= 2 && total > 0)) return NaN;
  const covariance = moment - ((n - 1) / 2) * total;
  const spread = (n * (n * n - 1)) / 12;
  return covariance / spread / (total / n);
}
