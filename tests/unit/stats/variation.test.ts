import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeTrend } from '../../../src/stats/trend.ts';
import { variation } from '../../../src/stats/variation.ts';
import { compoundGrowth, growth } from '../../../src/stats/yearGrowth.ts';

const deviation = (values: readonly number[]): number => {
  const sum = values.reduce((a, b) => a + b, 0);
  return values.length * values.reduce((a, b) => a + b * b, 0) - sum * sum;
};
const cv = (...values: number[]): number =>
  variation(values.length, values.reduce((a, b) => a + b, 0), deviation(values)); // prettier-ignore
const trend = (...values: number[]): number =>
  relativeTrend(values.length, values.reduce((a, b) => a + b, 0), values.reduce((a, v, t) => a + t * v, 0)); // prettier-ignore

describe('variation', () => {
  it('hits the thresholds of X, Y and Z exactly', () => {
    expect(cv(10_000, 30_000)).toBe(0.5);
    expect(cv(0, 20_000)).toBe(1);
    expect(cv(5, 5, 5)).toBe(0);
  });

  it('of one purchase in N periods is √(N - 1)', () => {
    expect(cv(7, 0, 0, 0, 0)).toBe(2);
    expect(cv(0, 0, 9, 0, 0, 0, 0, 0, 0, 0)).toBe(3);
  });

  it('is unknown below two periods and for a mean of zero or less', () => {
    expect([cv(5), cv(5, -5), cv(-1, -2), variation(NaN, 5, 1), variation(0, 0, 0)]).toEqual(
      new Array(5).fill(NaN),
    );
  });
});

describe('trend', () => {
  it('is the slope over the mean', () => {
    expect(trend(10, 20, 30)).toBe(0.5);
    expect(trend(30, 20, 10)).toBe(-0.5);
    expect(trend(4, 4, 4, 4)).toBe(0);
    // y = 1, 3, 2, 6: slope 1.4 and mean 3 by the textbook formula.
    expect(trend(1, 3, 2, 6)).toBeCloseTo(1.4 / 3, 14);
  });

  it('is unknown where the mean is zero or less, or there is one period', () => {
    expect([trend(5), trend(1, -1), trend(-1, -3)]).toEqual([NaN, NaN, NaN]);
  });
});

describe('growth', () => {
  it('is at least ten per cent exactly when ten times the later reaches eleven times the former', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.bigInt({ min: 1n, max: 9_000_000_000_000_000n }),
          fc.bigInt({ min: 1n, max: 10n ** 18n }),
        ),
        fc.bigInt({ min: -3n, max: 3n }),
        (before, step) => {
          const after = (before * 11n) / 10n + step;
          const safe = (x: bigint): number | bigint => (Number.isSafeInteger(Number(x)) ? Number(x) : x);
          const found = growth(safe(before), safe(after));
          expect([before, after, found >= 0.1]).toEqual([before, after, after * 10n >= before * 11n]);
        },
      ),
      { seed: 4, numRuns: 2000 },
    );
  });

  it('meets the edge in small numbers, cents and large sums', () => {
    expect(growth(1_000_000, 1_100_000)).toBe(0.1);
    expect(growth(3000, 3300)).toBe(0.1);
    expect(growth(3000, 3299)).toBeLessThan(0.1);
    expect(growth(10_000_000_000, 11_000_000_001)).toBeGreaterThan(0.1);
    expect(growth(10n ** 17n, 11n * 10n ** 16n)).toBe(0.1);
    expect(growth(10n ** 17n, 11n * 10n ** 16n - 1n)).toBeLessThan(0.1);
    expect(growth(4, 1)).toBe(-0.75);
    expect(growth(10n ** 17n, 0)).toBe(-1);
    expect(growth(10n ** 17n, -1n)).toBeLessThan(-1);
  });

  it('is unknown from nothing, from less than nothing, and of what is unknown', () => {
    expect([growth(0, 5), growth(-1, 5), growth(NaN, 5), growth(5, NaN), growth(null, 5), growth(5n, null)]).toEqual(new Array(6).fill(NaN)); // prettier-ignore
  });

  it('compounds', () => {
    expect(compoundGrowth(100, 121, 2)).toBeCloseTo(0.1, 12);
    expect(compoundGrowth(100, 0, 2)).toBe(-1);
    expect([compoundGrowth(0, 1, 2), compoundGrowth(1, -1, 2), compoundGrowth(null, 1, 2)]).toEqual([NaN, NaN, NaN]); // prettier-ignore
  });
});
