import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentrationCurve } from '../../../src/stats/concentrationCurve.ts';
import { rank } from '../../../src/stats/ranked.ts';
import { summedInOrder } from '../../../src/stats/summed.ts';
import { topShare } from '../../../src/stats/topShare.ts';
import { whale } from '../../../src/stats/whale.ts';

/** 118 earned by three customers, nothing by two, 18 lost by two. */
const peak118 = [50, 40, 28, 0, 0, -8, -10];

describe('whale curve', () => {
  it('50 40 28 0 0 -8 -10: peaks at 118 % after three, two bring nothing, two take 18 away', () => {
    for (const curve of [rank(Float64Array.from(peak118)), summedInOrder(Float64Array.from(peak118))])
      expect(whale(curve)).toEqual({
        peakCustomers: 3,
        peakShare: 1.18,
        nothing: 2,
        negative: { customers: 2, value: -18 },
      });
  });

  it('without values below zero the peak is the whole', () => {
    expect(whale(rank(Float64Array.of(3, 1, 0)))).toEqual({
      peakCustomers: 2,
      peakShare: 1,
      nothing: 1,
      negative: { customers: 0, value: 0 },
    });
  });

  it('a total of zero or less has no shares, and so no peak', () => {
    expect(whale(rank(Float64Array.of(5, -5)))).toBeNull();
    expect(whale(rank(Float64Array.of(5, -6)))).toBeNull();
    expect(whale(rank(new Float64Array()))).toBeNull();
  });

  it('reads integers beyond 2^53', () => {
    const huge = 2n ** 60n;
    expect(whale(rank([huge, huge, -huge]))).toMatchObject({ peakCustomers: 2, peakShare: 2 });
  });
});

describe('running sums in another order', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 });

  it('first crossing, peak and shares are those of a walk from the first customer on', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 10_000 }), (list, basisPoints) => {
        const curve = summedInOrder(Float64Array.from(list));
        const total = list.reduce((sum, v) => sum + v, 0);
        expect(curve.total).toBe(total);
        expect(curve.defined).toBe(total > 0);
        if (total <= 0) {
          expect([curve.countFor(basisPoints), curve.prefixShare(1), whale(curve)]).toEqual([
            null,
            null,
            null,
          ]);
          return;
        }
        const sums = [0];
        for (const v of list) sums.push(sums.at(-1)! + v);
        expect(curve.countFor(basisPoints)).toBe(
          sums.findIndex((sum) => sum * 10_000 >= total * basisPoints),
        );
        const highest = Math.max(...sums);
        expect(curve.rising).toBe(sums.indexOf(highest));
        expect(whale(curve)!.peakShare).toBe(highest / total);
        expect(whale(curve)!.negative.value).toBe(list.filter((v) => v < 0).reduce((sum, v) => sum + v, 0));
        expect(topShare(curve, 1)).toBeCloseTo(1, 12);
      }),
      { seed: 5 },
    );
  });

  it('agrees with the ranking where the order is that of the values', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 10_000 }), (list, basisPoints) => {
        const sorted = Float64Array.from(list).sort().reverse();
        const [a, b] = [summedInOrder(sorted), rank(sorted)];
        if (!b.defined) return;
        expect(a.countFor(basisPoints)).toBe(b.countFor(basisPoints));
        expect(concentrationCurve(a, 100)).toEqual(concentrationCurve(b, 100));
        expect(topShare(a, 0.2)).toBe(topShare(b, 0.2));
      }),
      { seed: 6 },
    );
  });
});
