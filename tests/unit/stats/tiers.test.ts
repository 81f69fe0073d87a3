import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank } from '../../../src/stats/ranked.ts';
import { cutValues, tierOfValue, tiersByShare, type TierScheme } from '../../../src/stats/tiers.ts';
import { bruteTiers } from './brute.ts';

const descending = (values: readonly number[]): Float64Array => Float64Array.from(values).sort().reverse();

const tiersOf = (values: readonly number[], scheme: TierScheme) =>
  tiersByShare(rank(descending(values)), scheme)!;

const abc = [8000, 9500];

describe('hand-worked: 50 30 10 5 5, cuts 80/95', () => {
  it('gives two, two (tied), none', () => {
    const [a, b, c] = tiersOf([50, 30, 10, 5, 5], { cuts: abc, crossing: 'better' });
    expect(a).toEqual({
      start: 0,
      end: 2,
      customers: 2,
      value: 80,
      shareCustomers: 0.4,
      shareValue: 0.8,
      cut: 30,
      fragile: 1,
      tiedAtCut: 0,
    });
    expect(b).toMatchObject({ start: 2, end: 5, value: 20, cut: 5, fragile: 1, tiedAtCut: 1 });
    expect(c).toMatchObject({ start: 5, end: 5, customers: 0, value: 0, cut: null, fragile: null });
  });

  it('keeps the tie together in the better tier under the other rule too', () => {
    const tiers = tiersOf([50, 30, 10, 5, 5], { cuts: abc, crossing: 'worse' });
    expect(tiers.map((tier) => [tier.customers, tier.tiedAtCut])).toEqual([
      [2, 0],
      [3, 1],
      [0, 0],
    ]);
  });
});

it('one customer beyond the cut: A by the better rule, nobody by the worse one', () => {
  expect(tiersOf([90, 6, 4], { cuts: abc, crossing: 'better' }).map((t) => t.customers)).toEqual([1, 1, 1]);
  expect(tiersOf([90, 6, 4], { cuts: abc, crossing: 'worse' }).map((t) => t.customers)).toEqual([0, 1, 2]);
});

it('equal values are all in one tier', () => {
  expect(tiersOf([7, 7, 7, 7], { cuts: abc, crossing: 'better' }).map((t) => t.customers)).toEqual([4, 0, 0]);
  expect(tiersOf([7, 7, 7, 7], { cuts: abc, crossing: 'worse' }).map((t) => t.customers)).toEqual([4, 0, 0]);
});

it('has no tiers without a total above zero', () => {
  expect(tiersByShare(rank(Float64Array.of(3, -3)), { cuts: abc, crossing: 'better' })).toBeNull();
});

it('refuses cuts that do not ascend', () => {
  expect(() => tiersOf([1], { cuts: [9500, 8000], crossing: 'better' })).toThrow('ascend');
});

it('customers behind the peak of a whale curve are in the last tier', () => {
  // 100 + 20 - 20 = 100: the running share is 1.0, 1.2, 1.0.
  const tiers = tiersOf([100, 20, -20], { cuts: [8000, 10000], crossing: 'better' });
  expect(tiers.map((tier) => tier.customers)).toEqual([1, 0, 2]);
});

it('places values by fixed cuts, skipping a tier that was empty', () => {
  expect([31, 30, 29, 5, 4, -1].map((value) => tierOfValue(value, [30, 5]))).toEqual([0, 0, 1, 1, 2, 2]);
  expect([99, 5].map((value) => tierOfValue(value, [null, 6]))).toEqual([1, 2]);
});

const values = fc
  .array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 60 })
  .filter((v) => v.some(Boolean));
const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 10000 }), { minLength: 1, maxLength: 4 });
const crossings = fc.constantFrom('better' as const, 'worse' as const);

it('equals the definition written out: tiers partition the customers, equal values share a tier, fragile counts', () => {
  fc.assert(
    fc.property(values, cuts, crossings, (list, someCuts, crossing) => {
      const sorted = descending(list);
      const ascendingCuts = someCuts.toSorted((a, b) => a - b);
      const tiers = tiersByShare(rank(sorted), { cuts: ascendingCuts, crossing })!;
      const brute = bruteTiers(Array.from(sorted, BigInt), ascendingCuts, crossing);
      const tierOf = tiers.flatMap((tier, index) => Array.from({ length: tier.customers }, () => index));
      expect(tierOf).toEqual(brute.tierOf);
      expect(tiers.slice(0, -1).map((tier) => tier.fragile)).toEqual(brute.fragile);
      expect(tiers.reduce((sum, tier) => sum + tier.value, 0)).toBe(sorted.reduce((sum, v) => sum + v, 0));
    }),
    { numRuns: 500 },
  );
});

it('the cut values put every customer back into the own tier', () => {
  fc.assert(
    fc.property(values, cuts, crossings, (list, someCuts, crossing) => {
      const ranked = rank(descending(list));
      const tiers = tiersByShare(ranked, { cuts: someCuts.toSorted((a, b) => a - b), crossing })!;
      tiers.forEach((tier, index) => {
        for (let k = tier.start; k < tier.end; k++)
          expect(tierOfValue(ranked.value(k), cutValues(tiers))).toBe(index);
      });
    }),
  );
});

it('the bigint path gives the same tiers', () => {
  fc.assert(
    fc.property(values, cuts, crossings, (list, someCuts, crossing) => {
      const sorted = descending(list);
      const scheme = { cuts: someCuts.toSorted((a, b) => a - b), crossing };
      const shape = (input: Float64Array | bigint[]) =>
        tiersByShare(rank(input), scheme)!.map(({ value: _value, cut: _cut, ...rest }) => rest);
      expect(shape(Array.from(sorted, (value) => BigInt(value) * 2n ** 60n))).toEqual(shape(sorted));
    }),
  );
});
