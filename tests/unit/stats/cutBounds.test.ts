import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutBounds } from '../../../src/stats/cutBounds.ts';
import { rank } from '../../../src/stats/ranked.ts';

const bounds = (values: readonly number[], basisPoints: number, doubtful: number) =>
  cutBounds(rank(Float64Array.from(values)), basisPoints, BigInt(doubtful));

/** Smallest k with k largest values >= share of the sum, by sorting. */
function needed(values: readonly number[], basisPoints: number): number {
  const sorted = [...values].sort((a, b) => b - a);
  const total = sorted.reduce((sum, v) => sum + v, 0);
  let sum = 0;
  for (let k = 1; k <= sorted.length; k++) {
    sum += sorted[k - 1]!;
    if (sum * 10_000 >= basisPoints * total) return k;
  }
  return sorted.length;
}

/** All ways to add up to `left` whole units to the customers from `at` on. */
function* additions(values: number[], left: number, at = 0): Generator<number[]> {
  if (at === values.length) {
    yield values;
    return;
  }
  for (let more = 0; more <= left; more++) {
    const next = [...values];
    next[at]! += more;
    yield* additions(next, left - more, at + 1);
  }
}

describe('bounds on the number of customers that bring a share', () => {
  it('hand-worked', () => {
    // Nothing doubtful: the cut itself.
    expect(bounds([50, 30, 10, 10], 8000, 0)).toEqual({ cut: 2, low: 2, high: 2 });
    // 20 more: 80 + 20 of 120 is 83 %, 50 + 20 is 58 %; spread over the two small ones 80 of 120 is 67 %, 100 is 83 %.
    expect(bounds([50, 30, 10, 10], 8000, 20)).toEqual({ cut: 2, low: 2, high: 3 });
    // 100 more to the first: 150 of 200 is below 80 %; 150 more: 200 of 250 is 80 % exactly.
    expect(bounds([50, 30, 10, 10], 8000, 149)?.low).toBe(2);
    expect(bounds([50, 30, 10, 10], 8000, 150)?.low).toBe(1);
    // However much is added, equal customers need ceil(0.8 x 10) of 10, never more.
    expect(bounds([100, ...Array.from({ length: 9 }, () => 0)], 8000, 1_000_000)).toEqual({
      cut: 1,
      low: 1,
      high: 8,
    });
    expect(bounds([5, 5, 5], 10_000, 7)).toEqual({ cut: 3, low: 3, high: 3 });
    expect(bounds([5, 5, 0], 10_000, 7)).toEqual({ cut: 2, low: 2, high: 3 });
    expect(bounds([100], 8000, 10)).toEqual({ cut: 1, low: 1, high: 1 });
    expect(bounds([], 8000, 10)).toBeNull();
    expect(bounds([0, -5], 8000, 10)).toBeNull();
    expect(bounds([3, 1], 0, 10)).toEqual({ cut: 0, low: 0, high: 0 });
  });

  it('equal the extremes over every way to add whole amounts', () => {
    const value = fc.integer({ min: -4, max: 12 });
    const share = fc.constantFrom(1, 3000, 5000, 5500, 6667, 8000, 9500, 10_000);
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 4 }),
        share,
        fc.nat(7),
        (some, basisPoints, doubtful) => {
          const values = some.sort((a, b) => b - a);
          const found = bounds(values, basisPoints, doubtful);
          if (values.reduce((sum, v) => sum + v, 0) <= 0) {
            expect(found).toBeNull();
            return;
          }
          const all = [...additions(values, doubtful)].map((each) => needed(each, basisPoints));
          expect(found!.cut).toBe(needed(values, basisPoints));
          expect(found!.low).toBe(Math.min(...all));
          // The level of the water need not be a whole number.
          expect(found!.high).toBeGreaterThanOrEqual(Math.max(...all));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('the upper bound is what levelled customers need', () => {
    const value = fc.integer({ min: -40, max: 400 });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.nat(2000),
        (some, basisPoints, doubtful) => {
          const values = some.sort((a, b) => b - a);
          if (values.reduce((sum, v) => sum + v, 0) <= 0) return;
          const found = bounds(values, basisPoints, doubtful)!;
          let most = 0;
          // Every level that uses up to `doubtful`, in small steps.
          for (let level = values[values.length - 1]!; level <= values[0]! + doubtful; level += 0.125) {
            const levelled = values.map((v) => Math.max(v, level));
            const added = levelled.reduce((sum, v, i) => sum + v - values[i]!, 0);
            if (added > doubtful) break;
            most = Math.max(most, needed(levelled, basisPoints));
          }
          expect(found.high).toBeGreaterThanOrEqual(most);
          // A step of the level may jump over the one x at which one customer more is needed.
          const shy = bounds(values, Math.max(1, basisPoints - 30), Math.max(0, doubtful - values.length))!;
          expect(shy.high).toBeLessThanOrEqual(most);
        },
      ),
      { numRuns: 100 },
    );
  });
});
