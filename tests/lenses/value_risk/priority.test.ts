import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inTenths } from '../../../src/lenses/scoreParts.ts';
import { largest, priorityOf } from '../../../src/lenses/value_risk/priority.ts';
import { rank } from '../../../src/stats/ranked.ts';

const weights = { byValue: 50, byPotential: 30, byRisk: 20, top: 20 };
const of = (...values: number[]) => ({ ranked: rank(Float64Array.from(values)) });

describe('priority', () => {
  it('four customers worked out by hand', () => {
    // Percentile ranks of value: 87.5, 50, 50 (equal), 12.5; of potential, three known: 50, 16.67, 83.33.
    const { value, potential, score, top } = priorityOf(
      of(40, 20, 20, 10),
      Float64Array.of(2, 1, NaN, 3),
      Float64Array.of(50, 0, 100, NaN),
      weights,
    );
    expect([...value]).toEqual([87.5, 50, 50, 12.5]);
    expect([...potential].map((x) => Math.round(x * 100) / 100)).toEqual([50, 16.67, NaN, 83.33]);
    expect(score[0]).toBeCloseTo((50 * 87.5 + 30 * 50 - 20 * 50) / 100, 10);
    expect(score[1]).toBeCloseTo((50 * 50 + 30 * (100 / 6)) / 100, 10);
    // Unknown potential: its weight goes to value.
    expect(score[2]).toBeCloseTo((80 * 50 - 20 * 100) / 100, 10);
    // Unknown risk takes nothing away.
    expect(score[3]).toBeCloseTo((50 * 12.5 + 30 * (500 / 6)) / 100, 10);
    expect(top).toEqual([0, 3, 1, 2]);
  });

  it('equal priorities stand in the order of value, and the list has its length', () => {
    const { top } = priorityOf(of(3, 3, 3), new Float64Array(3), new Float64Array(3), { ...weights, top: 2 });
    expect(top).toEqual([0, 1]);
  });

  it('only ratios of weights count; all at zero is the default', () => {
    const made = (byValue: number, byPotential: number, byRisk: number) =>
      [...priorityOf(of(9, 4, 1), Float64Array.of(3, 9, 1), Float64Array.of(10, 0, 70), { byValue, byPotential, byRisk, top: 3 }).score]; // prettier-ignore
    expect(made(5, 3, 2).map((x) => x.toPrecision(12))).toEqual(made(50, 30, 20).map((x) => x.toPrecision(12))); // prettier-ignore
    expect(made(0, 0, 0)).toEqual(made(50, 30, 20));
    expect(made(0, 0, 1)).toEqual([-10, 0, -70]);
  });
});

describe('largest', () => {
  it('is the head of a stable descending sort', () => {
    const numbers = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(NaN)), { maxLength: 50 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 20 }), (list, count) => {
        const sorted = list
          .flatMap((x, k) => (Number.isNaN(x) ? [] : [k]))
          .toSorted((a, b) => list[b]! - list[a]! || a - b);
        expect(largest(Float64Array.from(list), count)).toEqual(sorted.slice(0, count));
      }),
      { seed: 45, numRuns: 300 },
    );
  });
});

describe('parts in tenths', () => {
  it('thirds of 10 points', () => {
    expect(inTenths([10 / 3, 10 / 3, 10 / 3], 10)).toEqual([3.4, 3.3, 3.3]);
    expect(inTenths([NaN, 20, 0.04], 20.04)).toEqual([NaN, 20, 0]);
  });

  it('sum to the printed whole, and none is further than a tenth from what it was', () => {
    const parts = fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(parts, (list) => {
        const whole = list.reduce((a, b) => a + b, 0);
        const tenths = inTenths(list, whole);
        expect(Math.round(tenths.reduce((a, b) => a + b, 0) * 10)).toBe(Math.round(whole * 10));
        tenths.forEach((x, i) => expect(Math.abs(x - list[i]!)).toBeLessThan(0.1 + 1e-6));
      }),
      { seed: 46, numRuns: 500 },
    );
  });
});
