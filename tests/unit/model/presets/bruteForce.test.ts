import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preset as abc } from '../../../../src/model/schemes/presets/abc.ts';
import { preset as abcCount } from '../../../../src/model/schemes/presets/abcCount.ts';
import { preset as distributor } from '../../../../src/model/schemes/presets/distributor.ts';
import { preset as keyAccount } from '../../../../src/model/schemes/presets/keyAccount.ts';
import { preset as keyPotential } from '../../../../src/model/schemes/presets/keyPotential.ts';
import { preset as valueLevels } from '../../../../src/model/schemes/presets/valueLevels.ts';
import { preset as xyz } from '../../../../src/model/schemes/presets/xyz.ts';
import { modelWith, type Row } from './people.ts';
import { place } from './placing.ts';

/** Presets against the plainest reading of their rules: one customer at a time, comparing it with every other. */

const some = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const maybe = (max: number): fc.Arbitrary<number> => fc.oneof(fc.integer({ min: 0, max }), fc.constant(NaN));

const row: fc.Arbitrary<Row> = fc.record({
  type: some('代理商', '加盟商', '加盟商', '直营'),
  // Few different numbers, so that there are ties; zero and less stands apart.
  value: fc.integer({ min: -2, max: 12 }),
  amount: fc.integer({ min: 0, max: 12 }),
  orders: fc.integer({ min: 1, max: 6 }),
  year_value: maybe(9),
  year_growth_1: some(NaN, -0.1, 0.0999, 0.1, 0.3),
  year_growth_2: some(NaN, 0.0999, 0.1, 0.3),
  cooperation: some(NaN, 3, 4, 5),
  loyalty: some(NaN, 1, 3, 4, 5),
  potential: maybe(9),
  influence: maybe(4),
  margin: maybe(3),
  overdue_days: maybe(120),
  periods: some(11, 12, 30),
  cv: some(NaN, 0, 0.4999, 0.5, 0.9999, 1, 3),
});

const table = fc
  .array(row, { maxLength: 40 })
  .map((rows): Record<string, Row> => Object.fromEntries(rows.map((r, i) => [`c${i}`, r])));

const model = modelWith(['customer_type', 'cooperation', 'loyalty'], { potential: true, profit: true });
const seed = { seed: 4, numRuns: 150 };

type Place = ReturnType<typeof place>;
function check(property: (people: Record<string, Row>) => void): void {
  fc.assert(fc.property(table, property), seed);
}

const rankedOf = (people: Record<string, Row>): [string, Row][] =>
  Object.entries(people).filter(([, r]) => r.value! > 0);
const apartOf = (people: Record<string, Row>): [string, null][] =>
  Object.entries(people).filter(([, r]) => r.value! <= 0).map(([key]) => [key, null]); // prettier-ignore

function expectTiers(placed: Place, tiers: readonly (readonly [string, string | null])[]): void {
  expect(placed.tiers).toEqual(Object.fromEntries(tiers));
}

/** Sum of the numbers that are larger than x. */
const above = (all: readonly number[], x: number): number =>
  all.filter((v) => v > x).reduce((a, b) => a + b, 0);
const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);

/** Better side: some of those equal to x begin before the cut. Worse side: one of them ends within it. */
const within = (all: readonly number[], x: number, percent: number, crossing: 'better' | 'worse'): boolean =>
  crossing === 'better'
    ? above(all, x) * 100 < percent * sum(all)
    : (above(all, x) + x) * 100 <= percent * sum(all);

const percentile = (all: readonly number[], x: number): number => {
  const known = all.filter((v) => !Number.isNaN(v));
  if (Number.isNaN(x)) return NaN;
  return (100 * (known.filter((v) => v < x).length + known.filter((v) => v === x).length / 2)) / known.length;
};

const weighted = (parts: readonly (readonly [number, number])[]): number => {
  const known = parts.filter(([weight, points]) => weight > 0 && !Number.isNaN(points));
  return known.length === 0
    ? NaN
    : known.reduce((a, [weight, points]) => a + weight * points, 0) /
        known.reduce((a, [weight]) => a + weight, 0);
};

describe('presets on random tables', () => {
  it.each(['better', 'worse'] as const)('abc, crossing to the %s side', (crossing) => {
    check((people) => {
      const ranked = rankedOf(people);
      const all = ranked.map(([, r]) => r.value!);
      const tier = (x: number): string =>
        within(all, x, 80, crossing) ? 'A' : within(all, x, 95, crossing) ? 'B' : 'C';
      expectTiers(place(abc, people, { crossing }), [
        ...ranked.map(([key, r]) => [key, tier(r.value!)] as const),
        ...apartOf(people),
      ]);
    });
  });

  it.each(['up', 'down'] as const)('abc_count, rounded %s', (rounding) => {
    check((people) => {
      const ranked = rankedOf(people);
      const among = (x: number, percent: number): boolean => {
        const places = (ranked.length * percent) / 100;
        return (
          ranked.filter(([, r]) => r.value! > x).length <
          (rounding === 'up' ? Math.ceil(places) : Math.floor(places))
        );
      };
      const tier = (x: number): string => (among(x, 20) ? 'A' : among(x, 50) ? 'B' : 'C');
      expectTiers(place(abcCount, people, { rounding }), [
        ...ranked.map(([key, r]) => [key, tier(r.value!)] as const),
        ...apartOf(people),
      ]);
    });
  });

  it('xyz', () => {
    check((people) => {
      const tier = (r: Row): string =>
        r.periods! < 12 ? 'short' : Number.isNaN(r.cv) ? 'none' : r.cv! < 0.5 ? 'X' : r.cv! < 1 ? 'Y' : 'Z';
      expectTiers(place(xyz, people), [
        ...rankedOf(people).map(([key, r]) => [key, tier(r)] as const),
        ...apartOf(people),
      ]);
    });
  });

  it('key_potential', () => {
    check((people) => {
      const ranked = rankedOf(people);
      const amounts = ranked.map(([, r]) => r.amount!);
      const tier = (r: Row): string =>
        sum(amounts) > 0 && within(amounts, r.amount!, 80, 'better')
          ? 'key'
          : percentile(ranked.map(([, other]) => other.potential!), r.potential!) >= 60
            ? 'potential'
            : 'ordinary'; // prettier-ignore
      expectTiers(place(keyPotential, people, { weights: [1, 0, 0, 0, 0, 0, 0] }, model), [
        ...ranked.map(([key, r]) => [key, tier(r)] as const),
        ...apartOf(people),
      ]);
    });
  });

  it('value_levels by score', () => {
    check((people) => {
      const ranked = rankedOf(people);
      const rankOf = (r: Row, id: 'orders' | 'amount' | 'loyalty'): number =>
        percentile(ranked.map(([, other]) => other[id]!), r[id]!); // prettier-ignore
      const placed = place(valueLevels, people, { score_cuts: [70.001, 40.001] }, model);
      for (const [key, r] of ranked) {
        const score = weighted([
          [30, rankOf(r, 'orders')],
          [40, rankOf(r, 'amount')],
          [30, rankOf(r, 'loyalty')],
        ]);
        expect(placed.score('value', key)).toBeCloseTo(score, 8);
        expect(placed.tiers[key]).toBe(score >= 70.001 ? 'high' : score >= 40.001 ? 'mid' : 'low');
      }
    });
  });

  it.each([
    ['up', 'all'],
    ['down', 'any'],
  ] as const)('distributor, rounded %s, B needs %s', (rounding, need) => {
    check((people) => {
      const shops = Object.values(people).filter((r) => r.type === '加盟商' && !Number.isNaN(r.year_value));
      const places = Math[rounding === 'up' ? 'ceil' : 'floor'](shops.length / 5);
      const tier = (r: Row): string => {
        if (r.type === '代理商') return 'A';
        if (shops.includes(r) && shops.filter((other) => other.year_value! > r.year_value!).length < places)
          return 'A';
        const three = [
          r.year_growth_1! >= 0.1 && r.year_growth_2! >= 0.1,
          r.cooperation! >= 4,
          r.loyalty! >= 4,
        ];
        return (need === 'all' ? three.every(Boolean) : three.some(Boolean)) ? 'B' : 'C';
      };
      expectTiers(
        place(distributor, people, { rounding, need }, model),
        Object.entries(people).map(([key, r]) => [key, tier(r)] as const),
      );
    });
  });

  it('key_account', () => {
    const settings = {
      value_weights: [3, 1, 0],
      potential_weights: [1, 0, 0, 0, 0, 0, 0],
      risk_weights: [1, 0, 0, 0, 0, 0, 0, 0],
      score_cuts: [75.001, 50.001],
    };
    check((people) => {
      const everyone = Object.values(people);
      const placed = place(keyAccount, people, settings, model);
      for (const [key, r] of Object.entries(people)) {
        const rankOf = (id: 'amount' | 'margin' | 'potential' | 'influence'): number =>
          percentile(everyone.map((other) => other[id]!), r[id]!); // prettier-ignore
        const risk = Math.min(100, (r.overdue_days! / 90) * 100);
        const current = weighted([
          [3, rankOf('amount')],
          [1, rankOf('margin')],
        ]);
        const score = weighted([
          [40, current],
          [30, rankOf('potential')],
          [10, rankOf('influence')],
          [20, 100 - risk],
        ]);
        expect(placed.score('account', key)).toBeCloseTo(score, 8);
        expect(placed.tiers[key]).toBe(score >= 75.001 ? 'key' : score >= 50.001 ? 'major' : 'ordinary');
      }
    });
  });
});
