import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyRules } from '../../../../src/model/schemes/apply.ts';
import type { Score } from '../../../../src/model/schemes/types.ts';
import { rulesWith, schemeWith, sourceOf } from './world.ts';

const score: Score = {
  id: 's',
  kind: 'weighted',
  parts: [
    { of: 'orders', weight: 50, scale: { from: 0, to: 10 } },
    { of: 'margin', weight: 30, scale: 'percentile' },
    { of: 'loyalty', weight: 20, scale: { from: 1, to: 5 } },
    { of: 'complaints', weight: 0, scale: { from: 3, to: 0 } },
  ],
};
const placed = (
  numbers: NonNullable<Parameters<typeof sourceOf>[0]['numbers']>,
  more: Parameters<typeof rulesWith>[1] = {},
  ranked?: number,
) => {
  const n = numbers.orders!.length;
  const value = Array.from({ length: n }, (_, k) => (n - k) * 10_000);
  const world = { value, numbers, ...(ranked === undefined ? {} : { ranked }) };
  return applyRules(schemeWith(), rulesWith([], { scores: [score], ...more }), sourceOf(world));
};

describe('parts of a weighted score', () => {
  const numbers = {
    orders: [4, 12, NaN],
    margin: [0.2, 0.2, 0.5],
    loyalty: [4, NaN, NaN],
    complaints: [1, NaN, 0],
  };

  it('what the customer has, its points, its weight, and what it adds', () => {
    const tiering = placed(numbers);
    expect(tiering.scoreParts!('s', 0)).toEqual([
      { of: 'orders', weight: 50, actual: 4, points: 40, adds: 20 },
      // Two of three are equal and lowest: 100 · (0 + 2/2) / 3.
      { of: 'margin', weight: 30, actual: 0.2, points: 100 / 3, adds: expect.closeTo(10, 12) as number },
      { of: 'loyalty', weight: 20, actual: 4, points: 75, adds: 15 },
      { of: 'complaints', weight: 0, actual: 1, points: 200 / 3, adds: null },
    ]);
    expect(tiering.score('s')[0]).toBeCloseTo(45, 12);
  });

  it('an unknown part is left out, and its weight spread over the others', () => {
    const parts = placed(numbers).scoreParts!('s', 1);
    expect(parts.map(({ actual }) => actual)).toEqual([12, 0.2, null, null]);
    expect(parts.map(({ points }) => points)).toEqual([100, 100 / 3, null, null]);
    expect(parts.map(({ adds }) => adds)).toEqual([62.5, expect.closeTo(12.5, 12), null, null]);
    const { margin, loyalty, complaints } = numbers;
    const missing = applyRules(schemeWith(), rulesWith([], { scores: [score] }), sourceOf({ value: [3, 2, 1], numbers: { margin, loyalty, complaints } })); // prettier-ignore
    expect(missing.scoreParts!('s', 0)[0]).toEqual({
      of: 'orders',
      weight: 50,
      actual: null,
      points: null,
      adds: null,
    });
    expect(missing.missing).toContain('orders');
  });

  it('scores of other kinds and customers who are not placed have none', () => {
    const bins: Score = { id: 's', kind: 'bins', of: 'orders', best: 'high', cuts: { kind: 'values', values: [1] } }; // prettier-ignore
    expect(placed(numbers, { scores: [bins] }).scoreParts!('s', 0)).toEqual([]);
    expect(placed(numbers).scoreParts!('no such score', 0)).toEqual([]);
    const two = placed(numbers, { population: 'ranked' }, 2);
    expect([two.scoreParts!('s', 1).length, two.scoreParts!('s', 2), two.scoreParts!('s', -1)]).toEqual([4, [], []]); // prettier-ignore
  });

  it('what they add sums to the score, for everyone', () => {
    const number = (max: number) => fc.option(fc.integer({ min: 0, max }), { nil: NaN });
    const customer = fc.tuple(number(15), number(4), number(6), number(4));
    fc.assert(
      fc.property(
        fc.array(customer, { minLength: 1, maxLength: 40 }),
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 }),
        (drawn, weights) => {
          const column = (i: 0 | 1 | 2 | 3): number[] => drawn.map((row) => row[i]);
          const weighted = { ...score, parts: score.parts.map((part, i) => ({ ...part, weight: weights[i]! })) }; // prettier-ignore
          const tiering = placed(
            { orders: column(0), margin: column(1), loyalty: column(2), complaints: column(3) },
            { scores: [weighted] },
          );
          drawn.forEach((_, k) => {
            const parts = tiering.scoreParts!('s', k);
            const known = parts.filter(({ adds }) => adds !== null);
            const sum = known.length > 0 ? known.reduce((total, { adds }) => total + adds!, 0) : NaN;
            const whole = tiering.score('s')[k]!;
            if (Number.isNaN(whole)) expect(sum).toBeNaN();
            else expect(sum).toBeCloseTo(whole, 9);
          });
        },
      ),
      { seed: 12 },
    );
  });
});
