import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countedQuantile, quantile } from '../../../src/stats/quantile.ts';

it('type 7, hand-worked (R: quantile(c(1, 2, 4, 8), p))', () => {
  expect([0, 0.25, 0.5, 0.9, 1].map((p) => quantile([1, 2, 4, 8], p))).toEqual([
    1, 1.75, 3, 6.800000000000001, 8,
  ]);
  expect(quantile([5], 0.9)).toBe(5);
  expect(quantile([], 0.5)).toBeNull();
});

it('of counts: the same as of the list written out', () => {
  const list = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(list, fc.integer({ min: 0, max: 100 }), (values, percent) => {
      const counts = values.map((value) => ({ value, count: 1 }));
      const merged = [...new Set(values)].map((value) => ({
        value,
        count: values.filter((other) => other === value).length,
      }));
      const expected = quantile(
        values.toSorted((a, b) => a - b),
        percent / 100,
      )!;
      expect(countedQuantile(merged, percent)).toBeCloseTo(expected, 9);
      expect(countedQuantile(counts.toReversed(), percent)).toBe(countedQuantile(merged, percent));
    }),
  );
});

it('of counts: a whole number stays whole where (n - 1) * p has a rounding error', () => {
  // 0.07 * 100 is 7.000000000000001 in doubles; the 7 % quantile of 0..100 is 7.
  const counts = Array.from({ length: 101 }, (_, value) => ({ value, count: 1 }));
  expect(countedQuantile(counts, 7)).toBe(7);
  expect(countedQuantile([{ value: 3, count: 0 }], 50)).toBeNull();
});
