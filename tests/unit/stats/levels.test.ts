import fc from 'fast-check';
import { expect, it } from 'vitest';
import { level, levels } from '../../../src/stats/levels.ts';
import { rank } from '../../../src/stats/ranked.ts';
import { prefixByLevel, valueByPotential } from '../../../src/stats/valueByPotential.ts';

it('a value on a cut is in the lower level; no value is unknown', () => {
  expect(Array.from(levels([-1, 0, 0.5, 10, 10.1, NaN], 0, 10))).toEqual([
    level.low,
    level.low,
    level.mid,
    level.mid,
    level.high,
    level.unknown,
  ]);
});

it('hand-worked matrix of six customers, one of unknown potential', () => {
  const ranked = rank(Float64Array.of(100, 80, 50, 40, 20, 10));
  const prefix = prefixByLevel(levels([9, 1, 5, 9, NaN, 5], 3, 7), ranked);
  const matrix = valueByPotential(prefix, 2, 4);
  expect(matrix[level.high]).toEqual([
    { customers: 1, value: 80 },
    { customers: 0, value: 0 },
    { customers: 1, value: 100 },
  ]);
  expect(matrix[level.mid]).toEqual([
    { customers: 0, value: 0 },
    { customers: 1, value: 50 },
    { customers: 1, value: 40 },
  ]);
  expect(matrix[level.low]).toEqual([
    { customers: 0, value: 0 },
    { customers: 1, value: 10 },
    { customers: 0, value: 0 },
  ]);
});

it('equals counting customer by customer', () => {
  const customers = fc.array(fc.tuple(fc.integer({ min: -9, max: 99 }), fc.nat(3)), { maxLength: 40 });
  fc.assert(
    fc.property(customers, fc.nat(40), fc.nat(40), (list, a, b) => {
      const sorted = list.toSorted((x, y) => y[0] - x[0]);
      const [kHigh, kMid] = [a, b].map((k) => Math.min(k, sorted.length)).toSorted((x, y) => x - y) as [
        number,
        number,
      ];
      const ranked = rank(Float64Array.from(sorted, ([value]) => value));
      const prefix = prefixByLevel(
        Uint8Array.from(sorted, ([, l]) => l),
        ranked,
      );
      const expected = [0, 1, 2].map(() => [0, 1, 2].map(() => ({ customers: 0, value: 0 })));
      sorted.forEach(([value, l], k) => {
        const cell = expected[k < kHigh ? level.high : k < kMid ? level.mid : level.low]![l];
        if (cell) Object.assign(cell, { customers: cell.customers + 1, value: cell.value + value });
      });
      expect(valueByPotential(prefix, kHigh, kMid)).toEqual(expected);
    }),
  );
});
