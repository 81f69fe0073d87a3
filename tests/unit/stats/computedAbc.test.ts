import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computedAbc } from '../../../src/stats/computedAbc.ts';
import { rank } from '../../../src/stats/ranked.ts';
import { cdnow, onlineRetail, referenceFolder, sumsByCustomer } from './reference.ts';

const missing = referenceFolder === '' ? ' (skipped: reference data not set)' : '';
const withReference = missing ? it.skip : it;

const sizes = (values: readonly number[]): number[] => {
  const { endOfA, submarginal } = computedAbc(rank(Float64Array.from(values)))!;
  return [endOfA, submarginal - endOfA, values.length - submarginal];
};

describe('computed ABC, discrete form', () => {
  it('hand-worked: 70 15 5 5 5 and 40 18 18 18 6', () => {
    // Squared distances of (.2, .7) (.4, .85) to (0, 1): .13 .1825. From (.2, 1): .09 .0625 .17.
    expect(computedAbc(rank(Float64Array.of(70, 15, 5, 5, 5)))).toEqual({
      pareto: 1,
      breakEven: 1,
      endOfA: 1,
      submarginal: 2,
    });
    // (.2, .4) (.4, .58) (.6, .76): .40 .3364 .4176, so two; but one alone has the mean of 20. From (.4, 1): .1764 .0976 .1636.
    expect(computedAbc(rank(Float64Array.of(40, 18, 18, 18, 6)))).toEqual({
      pareto: 2,
      breakEven: 1,
      endOfA: 1,
      submarginal: 3,
    });
  });

  it('equal values: the whole curve is the diagonal', () => {
    expect(computedAbc(rank(Float64Array.of(1, 1, 1, 1)))).toMatchObject({
      pareto: 2,
      breakEven: 4,
      endOfA: 2,
    });
  });

  it('values below zero count as zero; nothing above zero gives nothing', () => {
    const values = [60, 20, 10, 5, 5];
    const zeros = computedAbc(rank(Float64Array.of(...values, 0, 0)));
    expect(computedAbc(rank(Float64Array.of(...values, -5, -100)))).toEqual(zeros);
    expect(computedAbc(rank(Float64Array.of(0, 0)))).toBeNull();
    expect(computedAbc(rank(new Float64Array(0)))).toBeNull();
    expect(computedAbc(rank([3n * 2n ** 60n, 2n ** 60n]))).toMatchObject({ breakEven: 1 });
  });

  it('is what all points of the curve say (fast-check)', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 20 }), (values) => {
        const sorted = values.sort((a, b) => b - a);
        const total = sorted.reduce((a, b) => a + b, 0);
        fc.pre(total > 0);
        const n = sorted.length;
        const distance = (k: number, from: number): number =>
          (k / n - from) ** 2 + (1 - sorted.slice(0, k).reduce((a, b) => a + b, 0) / total) ** 2;
        const { pareto, breakEven, submarginal } = computedAbc(rank(Float64Array.from(sorted)))!;
        expect(breakEven).toBe(sorted.filter((x) => x * n >= total).length);
        for (let k = 0; k <= n; k++) {
          expect(distance(pareto, 0)).toBeLessThanOrEqual(distance(k, 0) + 1e-12);
          const from = Math.max(pareto, breakEven) / n;
          expect(distance(submarginal, from)).toBeLessThanOrEqual(distance(k, from) + 1e-12);
        }
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  withReference(`CDNOW and Online Retail, as computed independently${missing}`, () => {
    expect(sizes(sumsByCustomer(cdnow().map((p) => [p.customer, p.amount] as const)))).toEqual([5913, 2716, 14_941]); // prettier-ignore
    const retail = onlineRetail()
      .filter(({ customer, quantity, price }) => customer !== '' && quantity > 0 && price > 0)
      .map(({ customer, quantity, price }) => [customer, quantity * price] as const);
    expect(sizes(sumsByCustomer(retail))).toEqual([871, 507, 2960]);
  });
});
