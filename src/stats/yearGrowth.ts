const digits = 15n;
const scale = 10n ** digits;

/**
 * Growth of a volume (integers) from one period to the next as a share of the first; NaN without a base above zero.
 * The result is at least 0.1 exactly when `after` · 10 >= `before` · 11, and so for every threshold of few decimals: the
 * difference of doubles below 2^53 is exact and dividing rounds once; beyond, the share is cut at 15 decimals.
 */
export function growth(before: number | bigint | null, after: number | bigint | null): number {
  if (before === null || after === null || !(before > 0) || Number.isNaN(after)) return NaN;
  if (typeof before === 'number' && typeof after === 'number') return (after - before) / before;
  const base = BigInt(before);
  const numerator = (BigInt(after) - base) * scale;
  const floor = numerator / base - (numerator % base < 0n ? 1n : 0n);
  return Number(floor) / Number(scale);
}

/** Yearly rate of growth over `years` years; NaN without a base above zero or with a volume below zero at the end. */
export function compoundGrowth(
  before: number | bigint | null,
  after: number | bigint | null,
  years: number,
): number {
  // prettier-ignore
  if (before === null || after === null || !(before > 0) || !(after >= 0)) return NaN;
  return (Number(after) / Number(before)) ** (1 / years) - 1;
}
