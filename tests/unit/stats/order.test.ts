import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascendingOrder, countBelow } from '../../../src/stats/order.ts';

const plainly = (values: readonly number[], among: readonly number[]): number[] =>
  values
    .map((value, i) => ({ value, i }))
    .filter(({ value, i }) => !Number.isNaN(value) && among[i] === 1)
    .sort((a, b) => a.value - b.value || a.i - b.i)
    .map(({ i }) => i);

const one = fc.oneof(
  fc.double(),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(-0, 0, NaN, Infinity, -Infinity, 1e-320),
);

describe('ascending order', () => {
  it('few and many numbers, as a comparing sort has them (fast-check)', () => {
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), fc.integer({ min: 1, max: 120 }), (values, times) => {
        // Long lists take the other way of sorting.
        const many = Array.from({ length: values.length * times }, (_, i) => values[(i * 7) % values.length]! + (i % 3));
        const among = many.map((_, i) => (i % 5 === 0 ? 0 : 1));
        const order = ascendingOrder(Float64Array.from(many), Uint8Array.from(among));
        expect([...order]).toEqual(plainly(many, among));
      }),
      { seed: 4, numRuns: 200 },
    ); // prettier-ignore
  });

  it('counts below, and at or below', () => {
    const values = Float64Array.of(1, 2, 2, 2, 5);
    expect([0, 1, 2, 3, 9].map((x) => countBelow(values, x))).toEqual([0, 0, 1, 4, 5]);
    expect([0, 1, 2, 3, 9].map((x) => countBelow(values, x, true))).toEqual([0, 1, 4, 4, 5]);
  });
});
