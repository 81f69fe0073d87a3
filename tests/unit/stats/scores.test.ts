import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binScore, binScores } from '../../../src/stats/binScore.ts';
import { naturalBreaks } from '../../../src/stats/naturalBreaks.ts';
import { ascendingOrder } from '../../../src/stats/order.ts';
import { percentileRank, percentileRanks, valueAtPercentile } from '../../../src/stats/percentileRank.ts';
import { countOfShare, topOf } from '../../../src/stats/topOf.ts';
import { linearScale, weightedScore } from '../../../src/stats/weightedScore.ts';

const of = (...values: number[]): Float64Array => Float64Array.from(values);

describe('percentile rank by the middle of equals', () => {
  it('hand-worked: 1 2 2 4', () => {
    const values = of(4, 2, NaN, 2, 1);
    expect([...percentileRanks(values, ascendingOrder(values))]).toEqual([87.5, 50, NaN, 50, 12.5]);
    expect(percentileRank(0, 1, 1)).toBe(50);
    const ascending = of(1, 2, 2, 4);
    expect([12.5, 12.6, 50, 50.1, 87.5, 87.6].map((p) => valueAtPercentile(ascending, p))).toEqual([1, 2, 2, 4, 4, null]); // prettier-ignore
    expect(valueAtPercentile(of(), 0)).toBeNull();
  });
});

describe('the best few', () => {
  it('hand-worked: 1 5 5 5 9', () => {
    const ascending = of(1, 5, 5, 5, 9);
    expect(topOf(ascending, 2)).toEqual({ cut: 5, above: 1, asked: 1 });
    expect(topOf(ascending, 4)).toEqual({ cut: 5, above: 1, asked: 3 });
    expect(topOf(ascending, 9)).toEqual({ cut: 1, above: 4, asked: 1 });
    expect(topOf(ascending, 0)).toEqual({ cut: null, above: 0, asked: 0 });
    expect(topOf(of(), 3)).toEqual({ cut: null, above: 0, asked: 0 });
  });

  it('a share of n where n is not divisible by 5', () => {
    expect([10, 11, 12, 14, 15].map((n) => countOfShare(n, 2000, 'up'))).toEqual([2, 3, 3, 3, 3]);
    expect([10, 11, 12, 14, 15].map((n) => countOfShare(n, 2000, 'down'))).toEqual([2, 2, 2, 2, 3]);
    expect(countOfShare(100, 5500, 'up')).toBe(55);
  });
});

describe('bins', () => {
  it('a value equal to a cut is below it, a value equal to a lower edge is above', () => {
    const below = { cuts: [10, 20], edge: 'below', best: 'high' } as const;
    expect([...binScores(of(10, 10.01, 20, 21, NaN), below)]).toEqual([1, 2, 2, 3, NaN]);
    const above = { cuts: [10, 20], edge: 'above', best: 'high' } as const;
    expect([9.99, 10, 20].map((x) => binScore(x, above))).toEqual([1, 2, 3]);
    expect([10, 10.01, 21].map((x) => binScore(x, { ...below, best: 'low' }))).toEqual([3, 2, 1]);
    expect(binScore(5, { cuts: [], edge: 'below', best: 'low' })).toBe(1);
  });

  it('cuts that are equal leave bins empty, so equal values have equal scores', () => {
    expect([1, 2].map((x) => binScore(x, { cuts: [1, 1, 2, 3], edge: 'below', best: 'high' }))).toEqual([
      1, 3,
    ]);
  });
});

describe('weighted scores', () => {
  it('hand-worked: weights of the unknown go to the others in proportion', () => {
    const parts = [
      { weight: 50, values: of(100, 100, NaN, NaN) },
      { weight: 30, values: of(50, NaN, 50, NaN) },
      { weight: 20, values: of(0, 0, 0, NaN) },
      { weight: 0, values: of(7, 7, 7, 7) },
    ];
    expect([...weightedScore(parts, 4)]).toEqual([65, 5000 / 70, 30, NaN]);
  });

  it('a linear scale clips, may fall, and may have no length', () => {
    expect([...linearScale(of(-1, 0, 45, 90, 91, NaN), 0, 90)]).toEqual([0, 0, 50, 100, 100, NaN]);
    expect([...linearScale(of(1, 2.5, 5), 5, 0)]).toEqual([80, 50, 0]);
    expect([...linearScale(of(1, 2, NaN), 2, 2)]).toEqual([0, 100, NaN]);
  });
});

/** Smallest sum of squared deviations over all ways of cutting, in logarithms. */
function bruteBreaks(ascending: readonly number[], bins: number): number {
  const scaled = ascending.map((x) => Math.sign(x) * Math.log1p(Math.abs(x)));
  const deviation = (group: readonly number[]): number => {
    const mean = group.reduce((a, b) => a + b, 0) / group.length;
    return group.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  };
  const least = (start: number, groups: number): number => {
    if (groups === 1) return deviation(scaled.slice(start));
    let best = Infinity;
    for (let end = start + 1; end <= scaled.length - groups + 1; end++)
      best = Math.min(best, deviation(scaled.slice(start, end)) + least(end, groups - 1));
    return best;
  };
  return least(0, bins);
}

describe('natural breaks', () => {
  it('find the gaps; a cut is the largest value below it', () => {
    expect(naturalBreaks(of(1, 1, 2, 100, 110, 120, 9000, 9100), 3)).toEqual([2, 120]);
    expect(naturalBreaks(of(3, 3, 3), 5)).toEqual([]);
    expect(naturalBreaks(of(1, 1, 1, 2), 5)).toEqual([1]);
    expect(naturalBreaks(of(), 2)).toEqual([]);
  });

  it('have the smallest sum of squares of all cuts (fast-check)', () => {
    const value = fc.integer({ min: -50, max: 2_000 });
    fc.assert(
      fc.property(fc.uniqueArray(value, { minLength: 4, maxLength: 11 }), fc.integer({ min: 2, max: 4 }), (values, bins) => {
        const ascending = values.sort((a, b) => a - b);
        const cuts = naturalBreaks(Float64Array.from(ascending), bins);
        expect(cuts).toHaveLength(bins - 1);
        const groups = Array.from({ length: bins }, (_, g) => ascending.filter((x) => cuts.filter((cut) => x > cut).length === g));
        const cost = groups.reduce((sum, group) => sum + bruteBreaks(group, 1), 0);
        expect(cost).toBeCloseTo(bruteBreaks(ascending, bins), 8);
      }),
      { seed: 5, numRuns: 200 },
    ); // prettier-ignore
  });

  it('of many values are those of evenly spaced ones', () => {
    const values = Float64Array.from({ length: 60_000 }, (_, i) =>
      i < 40_000 ? 1 + i / 1e6 : 1000 + i / 100,
    );
    const [cut, ...more] = naturalBreaks(values, 2);
    expect(more).toEqual([]);
    expect(cut).toBeGreaterThan(1);
    expect(cut).toBeLessThan(1.05);
  });
});
