import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentrationCurve } from '../../../src/stats/concentrationCurve.ts';
import { gini } from '../../../src/stats/gini.ts';
import { herfindahl } from '../../../src/stats/herfindahl.ts';
import { jointRatio } from '../../../src/stats/jointRatio.ts';
import { rank, withoutLargest } from '../../../src/stats/ranked.ts';
import { topShare } from '../../../src/stats/topShare.ts';
import { bruteGini } from './brute.ts';

const descending = (values: readonly number[]): Float64Array => Float64Array.from(values).sort().reverse();
const ranking = (values: readonly number[]) => rank(descending(values));

describe('hand-worked', () => {
  it('1 2 3 4: Gini 1/4 (population) and 1/3 (sample), HHI 0.3', () => {
    const ranked = ranking([1, 2, 3, 4]);
    expect(gini(ranked)!.population).toBeCloseTo(0.25, 14);
    expect(gini(ranked)!.sample).toBeCloseTo(1 / 3, 14);
    expect(herfindahl(ranked)).toBeCloseTo(0.3, 14);
  });

  it('interpolates the top share: 20 % of 4 customers is 0.8 of the largest', () => {
    const ranked = ranking([1, 2, 3, 4]);
    expect(topShare(ranked, 0.2)).toBeCloseTo(0.32, 14);
    expect(topShare(ranked, 0.5)).toBeCloseTo(0.7, 14);
    expect([topShare(ranked, 0), topShare(ranked, 1)]).toEqual([0, 1]);
  });

  it('joint ratio of 60 20 10 10: between 25/60 and 50/80', () => {
    // p + C(p) = 0.85 at 1 customer, 1.30 at 2: t = 0.15 / 0.45 = 1/3, p = 0.25 + 0.25 / 3.
    const ratio = jointRatio(ranking([60, 20, 10, 10]))!;
    expect(ratio.customers).toBeCloseTo(1 / 3, 14);
    expect(ratio.value).toBeCloseTo(2 / 3, 14);
  });

  it('one customer, and customers who are all equal', () => {
    expect(gini(ranking([7]))).toEqual({ population: 0, sample: null });
    expect(gini(ranking([3, 3, 3]))).toEqual({ population: 0, sample: 0 });
    expect(jointRatio(ranking([3, 3, 3]))!.customers).toBeCloseTo(0.5, 14);
    expect(jointRatio(ranking([7]))!.customers).toBeCloseTo(0.5, 14);
    expect(topShare(ranking([3, 3, 3]), 0.2)).toBeCloseTo(0.2, 14);
  });

  it('a total of zero or less leaves every share undefined', () => {
    for (const ranked of [ranking([]), ranking([0, 0]), ranking([4, -5])]) {
      expect(gini(ranked)).toBeNull();
      expect(herfindahl(ranked)).toBeNull();
      expect(jointRatio(ranked)).toBeNull();
      expect(topShare(ranked, 0.2)).toBeNull();
      expect(concentrationCurve(ranked, 10)).toBeNull();
    }
  });

  it('negative values: the curve goes above 1 and ends at 1', () => {
    const ranked = ranking([80, 40, -20]);
    expect(Array.from(concentrationCurve(ranked, 10)!.y)).toEqual([0, 0.8, 1.2, 1]);
    // 2 * (-20 * 1 + 40 * 2 + 80 * 3) / (3 * 100) - 4 / 3 = 2/3.
    expect(gini(ranked)!.population).toBeCloseTo(2 / 3, 14);
  });
});

/** Customers whose concentration curve is exactly C(p) = p^(1 - 1/alpha), up to rounding to integers. */
function paretoRanking(alpha: number, n: number) {
  const scale = 1e14;
  const curve = (k: number): number => Math.round(scale * (k / n) ** (1 - 1 / alpha));
  return rank(
    Float64Array.from({ length: n }, (_, k) => curve(k + 1) - curve(k))
      .sort()
      .reverse(),
  );
}

it('closed form: Pareto with alpha = log 5 / log 4 is exactly 80/20 and G = 1 / (2 alpha - 1) = 0.75647', () => {
  const alpha = Math.log(5) / Math.log(4);
  const ranked = paretoRanking(alpha, 100_000);
  expect(topShare(ranked, 0.2)).toBeCloseTo(0.8, 10);
  expect(jointRatio(ranked)!.customers).toBeCloseTo(0.2, 5);
  expect(gini(ranked)!.population).toBeCloseTo(1 / (2 * alpha - 1), 4);
  expect(gini(ranked)!.population).toBeCloseTo(0.75647, 4);
  expect(ranked.countFor(8000)).toBe(20_000);
});

const values = fc
  .array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 50 })
  .filter((v) => v.some(Boolean));

describe('properties', () => {
  it('Gini is the mean absolute difference over twice the mean', () => {
    fc.assert(
      fc.property(values, (list) => {
        expect(gini(ranking(list))!.population).toBeCloseTo(bruteGini(list), 10);
      }),
    );
  });

  it('scaling by 100 (units to cents) and shuffling leave Gini and shares alone', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, fraction) => {
        const [one, scaled, shuffled] = [list, list.map((v) => v * 100), list.toReversed()].map(ranking);
        for (const other of [scaled!, shuffled!]) {
          expect(gini(other)!.population).toBeCloseTo(gini(one!)!.population, 12);
          expect(topShare(other, fraction)).toBeCloseTo(topShare(one!, fraction)!, 12);
          expect(herfindahl(other)).toBeCloseTo(herfindahl(one!)!, 12);
          expect(jointRatio(other)!.customers).toBeCloseTo(jointRatio(one!)!.customers, 12);
        }
      }),
    );
  });

  it('the joint ratio lies on the curve: C(p) = 1 - p', () => {
    fc.assert(
      fc.property(values, (list) => {
        const { customers, value } = jointRatio(ranking(list))!;
        expect(topShare(ranking(list), customers)).toBeCloseTo(value, 9);
      }),
    );
  });

  it('without the largest equals a ranking that never had them', () => {
    fc.assert(
      fc.property(values, (list) => {
        const rest = Array.from(descending(list)).slice(1);
        expect(gini(withoutLargest(ranking(list), 1))).toEqual(gini(ranking(rest)));
        expect(topShare(withoutLargest(ranking(list), 1), 0.2)).toEqual(topShare(ranking(rest), 0.2));
      }),
    );
  });
});

describe('concentration curve for drawing', () => {
  it('keeps every customer when there is room', () => {
    const { x, y } = concentrationCurve(ranking([1, 2, 3, 4]), 5)!;
    expect(Array.from(x)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(Array.from(y)).toEqual([0, 0.4, 0.7, 0.9, 1]);
  });

  it('never exceeds the number of points, is monotone, goes from 0,0 to 1,1 and shows the largest', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 3, max: 30 }), (list, maxPoints) => {
        const ranked = ranking(list);
        const { x, y } = concentrationCurve(ranked, maxPoints)!;
        expect(x.length).toBeLessThanOrEqual(maxPoints);
        expect([x[0], y[0], x.at(-1), y.at(-1)]).toEqual([0, 0, 1, 1]);
        expect([x[1], y[1]]).toEqual([1 / ranked.n, ranked.value(0) / ranked.total]);
        for (let i = 1; i < x.length; i++) {
          expect(x[i]).toBeGreaterThan(x[i - 1]!);
          expect(y[i]).toBeGreaterThanOrEqual(y[i - 1]!);
        }
      }),
    );
  });

  it('400 points of 100,000 customers stay within 0.001 of the true curve', () => {
    const ranked = paretoRanking(Math.log(5) / Math.log(4), 100_000);
    const { x, y } = concentrationCurve(ranked, 400)!;
    expect(x.length).toBeGreaterThan(300);
    let worst = 0;
    for (let i = 1; i < x.length; i++) {
      const middle = (x[i]! + x[i - 1]!) / 2;
      worst = Math.max(worst, topShare(ranked, middle)! - (y[i]! + y[i - 1]!) / 2);
    }
    expect(worst).toBeLessThan(0.001);
  });
});
