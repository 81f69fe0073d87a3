import { assert } from '../base/assert.ts';
import { firstIndex, type Ranked, wholeBasisPoints } from './ranked.ts';

/** Running sums of one value per customer in some order: what a curve of cumulative shares is drawn from. */
export type Summed = Pick<
  Ranked,
  'n' | 'total' | 'defined' | 'rising' | 'value' | 'prefix' | 'prefixShare' | 'countFor'
>;

/**
 * Running sums in an order that another quantity gives, such as profit by margin. Values in ten-thousandths, in that
 * order; exact while the sum of their magnitudes fits 2^53. Values may rise and fall, so the searches look at the
 * largest sum so far: they find the first crossing in O(log n).
 */
export function summedInOrder(values: Float64Array): Summed {
  const n = values.length;
  const prefix = new Float64Array(n + 1);
  const highest = new Float64Array(n + 1);
  let rising = 0;
  for (let k = 0; k < n; k++) {
    const sum = prefix[k]! + values[k]!;
    prefix[k + 1] = sum;
    highest[k + 1] = Math.max(highest[k]!, sum);
    if (sum > prefix[rising]!) rising = k + 1;
  }
  const total = prefix[n]!;
  const defined = total > 0;
  return {
    n,
    total,
    defined,
    rising,
    value: (k) => values[k]!,
    prefix: (k) => prefix[k]!,
    prefixShare: (k) => (defined ? prefix[k]! / total : null),
    countFor: (basisPoints) => {
      assert(basisPoints >= 0 && basisPoints <= wholeBasisPoints, `${basisPoints} bp`);
      if (!defined) return null;
      const goal = Number(
        (BigInt(total) * BigInt(basisPoints) + BigInt(wholeBasisPoints - 1)) / BigInt(wholeBasisPoints),
      );
      return firstIndex(0, n, (k) => highest[k]! >= goal);
    },
  };
}
