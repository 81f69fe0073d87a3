/** Definitions written out in the slowest and plainest way, on bigints, to compare the product with. */

export interface BruteTiers {
  /** Tier index of each ranked customer. */
  readonly tierOf: readonly number[];
  /** Fragile customers of each cut. */
  readonly fragile: readonly number[];
}

/** Descending values; cuts in basis points. Only for values of zero or more. */
export function bruteTiers(
  values: readonly bigint[],
  cuts: readonly number[],
  crossing: 'better' | 'worse',
): BruteTiers {
  const total = values.reduce((sum, value) => sum + value, 0n);
  let before = 0n;
  const rawTier: number[] = [];
  const including: bigint[] = [];
  for (const value of values) {
    const after = before + value;
    including.push(after);
    const tier = cuts.findIndex((cut) =>
      crossing === 'better' ? before * 10000n < total * BigInt(cut) : after * 10000n <= total * BigInt(cut),
    );
    rawTier.push(tier < 0 ? cuts.length : tier);
    before = after;
  }
  const chosen = new Map<bigint, number>();
  values.forEach((value, k) => {
    chosen.set(value, Math.min(chosen.get(value) ?? rawTier[k]!, rawTier[k]!));
  });
  const fragile = cuts.map(
    (cut) =>
      including.filter((sum) => {
        const distance = sum * 10000n - total * BigInt(cut);
        return (distance < 0n ? -distance : distance) <= total * 100n;
      }).length,
  );
  return { tierOf: values.map((value) => chosen.get(value)!), fragile };
}

/** Gini as the mean absolute difference over twice the mean, by all pairs. */
export function bruteGini(values: readonly number[]): number {
  let differences = 0;
  for (const a of values) for (const b of values) differences += Math.abs(a - b);
  const total = values.reduce((sum, value) => sum + value, 0);
  return differences / (2 * values.length * total);
}
