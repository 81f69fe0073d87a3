/**
 * Coefficient of variation, population form: standard deviation / mean of n values, from their sum and from
 * deviation = n · Σv² - (Σv)² (the variance times n²), which integers give without loss: √deviation / Σv. NaN where
 * there are fewer than two values or their mean is not above zero. A zero deviation gives 0.
 */
export const variation = (n: number, total: number, deviation: number): number =>
  n >= 2 && total > 0 ? Math.sqrt(Math.max(0, deviation)) / total : NaN;
