import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyRules } from '../../../../src/model/schemes/apply.ts';
import { checkRules } from '../../../../src/model/schemes/check.ts';
import { implies } from '../../../../src/model/schemes/implies.ts';
import type { Condition, Quantity, Rules, Score } from '../../../../src/model/schemes/types.ts';
import { brute, bruteNumber } from './brute.ts';
import { rulesWith, schemeWith, sourceOf, type World } from './world.ts';

const seed = { seed: 20_260_401, numRuns: 1_500 };

const share = fc.integer({ min: 0, max: 10_000 });
const roundShare = fc.constantFrom(0, 1000, 2000, 5000, 8000, 9500, 10_000);
const basisPoints = fc.oneof(share, roundShare);
const few = fc.constantFrom(-2, -1, 0, 0.5, 0.99, 1, 1.01, 2, 3, NaN);
const word = fc.constantFrom(' A ', 'A', 'a', 'b', '代理商', '代 理商', null);
const words = fc.subarray(['a', 'b', '代理商']);
const within = fc.record({
  field: fc.constant('customer_type' as const),
  values: words,
  anyOther: fc.boolean(),
});

const quantity = fc.constantFrom<Quantity>('value', 'orders', 'growth_rate', 'cv', 'score:w', 'score:f', 'score:b', 'score:t', 'margin'); // prettier-ignore

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constant('share' as const), of: quantity, cut: basisPoints, crossing: fc.constantFrom('better' as const, 'worse' as const) }),
  fc.record({ kind: fc.constant('top_count' as const), of: quantity, count: fc.integer({ min: 0, max: 6 }), within: fc.option(within, { nil: undefined }) }),
  fc.record({ kind: fc.constant('top_share' as const), of: quantity, basisPoints, rounding: fc.constantFrom('up' as const, 'down' as const), within: fc.option(within, { nil: undefined }) }),
  fc.record({ kind: fc.constant('percentile' as const), of: quantity, atLeast: fc.constantFrom(0, 25, 50, 62.5, 70, 75, 100) }),
  fc.record({ kind: fc.constant('number' as const), of: quantity, is: fc.constantFrom('gte' as const, 'gt' as const, 'lte' as const, 'lt' as const, 'eq' as const), than: fc.constantFrom(-1, 0, 0.5, 1, 2, 50, 'silence_days' as const) }),
  fc.record({ kind: fc.constant('text' as const), field: fc.constantFrom('customer_type' as const, 'region' as const), values: words, anyOther: fc.boolean() }),
); // prettier-ignore

const condition: fc.Arbitrary<Condition> = fc.letrec<{ one: Condition; group: Condition }>((tie) => ({
  one: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('group')),
  group: fc.record({
    kind: fc.constantFrom('all' as const, 'any' as const),
    parts: fc.array(tie('one'), { minLength: 1, maxLength: 3 }),
  }),
})).one;

const weighted: Score = { id: 'w', kind: 'weighted', parts: [{ of: 'value', weight: 2, scale: 'percentile' }, { of: 'growth_rate', weight: 1, scale: { from: 0, to: 2 } }, { of: 'margin', weight: 5, scale: 'percentile' }] }; // prettier-ignore
const scores: readonly Score[] = [
  weighted,
  { id: 'f', kind: 'bins', of: 'orders', best: 'high', cuts: { kind: 'quantiles', at: [0.2, 0.4, 0.6, 0.8] } },
  { id: 'b', kind: 'bins', of: 'cv', best: 'low', cuts: { kind: 'bands', edges: [0.5, 1] } },
  { id: 't', kind: 'table', axes: [{ of: 'orders', edges: [1, 2] }, { of: 'cv', edges: [1] }], classes: [1, 2, 3, 4, 5, 6] },
]; // prettier-ignore

const rules: fc.Arbitrary<Rules> = fc
  .record({
    conditions: fc.array(condition, { maxLength: 4 }),
    population: fc.constantFrom('ranked' as const, 'buyers' as const, 'all' as const),
  })
  .map(({ conditions, population }) => rulesWith(conditions, { population, scores }));

const smallValues = fc.array(
  fc.integer({ min: -30, max: 60 }).map((x) => x * 10_000),
  { maxLength: 14 },
);
/** Far beyond 2^53, but apart by more than doubles lose, so that exact and rounded order agree. */
const bigValues = fc.array(
  fc.bigInt({ min: -20n, max: 60n }).map((x) => x * 2n ** 60n),
  { maxLength: 14 },
);

const world: fc.Arbitrary<World> = fc
  .oneof(
    { weight: 4, arbitrary: smallValues.map((values) => values.sort((a, b) => b - a)) },
    { weight: 1, arbitrary: bigValues.map((values) => values.sort((a, b) => (a > b ? -1 : a < b ? 1 : 0))) },
  )
  .chain((value) => {
    const n = value.length;
    const column = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: n, maxLength: n });
    const above = (value as readonly (number | bigint)[]).filter((x) => x > 0).length;
    return fc
      .record({
        ranked: fc.constantFrom(n, above),
        orders: column(fc.integer({ min: 0, max: 4 })),
        growth: column(few),
        cv: column(few),
        type: column(word),
        silenceDays: fc.constantFrom(null, 1, 2),
      })
      .map(({ ranked, orders, growth, cv, type, silenceDays }) => ({
        value,
        ranked,
        orders,
        numbers: { orders, growth_rate: growth, cv },
        texts: { customer_type: type },
        silenceDays,
      }));
  });

describe('against every customer by himself, on random tables and rules', () => {
  it('gives the same tiers, counts and sums', () => {
    fc.assert(
      fc.property(world, rules, (made, rule) => {
        const source = sourceOf(made);
        const tiering = applyRules(schemeWith(), rule, source);
        const expected = brute(source, rule);
        expect(Array.from({ length: source.customers.n }, (_, k) => tiering.of(k))).toEqual(expected.tierOf);
        tiering.tiers.forEach((tier, i) => {
          const other = expected.tiers[i]!;
          expect({ ...tier, near: tier.near ?? 0 }).toMatchObject({
            customers: other.customers,
            value: Number(other.value),
            cut: other.cut === null ? null : Number(other.cut),
            near: other.near,
            tied: other.tied,
            shadowed: other.shadowed,
            unknown: other.unknown,
            byHand: 0,
          });
        });
        expect(tiering.placed).toBe(expected.tierOf.filter((tier) => tier >= 0).length);
      }),
      seed,
    );
  });

  it('gives the same scores', () => {
    fc.assert(
      fc.property(world, fc.constantFrom('ranked' as const, 'buyers' as const, 'all' as const), (made, population) => {
        const source = sourceOf(made);
        const rule = rulesWith([], { scores, population });
        const tiering = applyRules(schemeWith(), rule, source);
        for (const { id } of scores) {
          const got = tiering.score(id);
          for (let k = 0; k < source.customers.n; k++) {
            const expected = bruteNumber(source, rule, `score:${id}`, k);
            if (Number.isNaN(expected)) expect(got[k]).toBeNaN();
            else expect(got[k]).toBeCloseTo(expected, 9);
          }
        }
      }),
      { ...seed, numRuns: 300 },
    ); // prettier-ignore
  });

  it('places everybody as before by the cuts that were found', () => {
    fc.assert(
      fc.property(world, rules, (made, rule) => {
        fc.pre(typeof made.value[0] !== 'bigint');
        const source = sourceOf(made);
        const first = applyRules(schemeWith(), rule, source);
        const again = applyRules(schemeWith(), rule, source, first.cuts);
        // A total of zero or less leaves shares unknown, which a kept cut that nobody reached turns into a no.
        const ranks = Array.from({ length: source.customers.n }, (_, k) => k);
        expect(ranks.map(again.of)).toEqual(ranks.map(first.of));
        expect(again.cuts).toEqual(first.cuts);
      }),
      seed,
    );
  });

  it('explains every customer by reports that agree with the tier', () => {
    fc.assert(
      fc.property(world, rules, (made, rule) => {
        const source = sourceOf(made);
        const tiering = applyRules(schemeWith(), rule, source);
        for (let k = 0; k < source.customers.n; k++) {
          const { tier, because, notAbove, override } = tiering.explain(k);
          expect(tier).toBe(tiering.of(k));
          expect(override).toBeNull();
          if (tier >= 0 && tier < rule.tiers.length) expect(because?.holds).toBe(true);
          else expect(because).toBeNull();
          if (tier > 0) expect(notAbove?.holds).not.toBe(true);
          else expect(notAbove).toBeNull();
        }
        expect(() => checkRules(rule, tiering)).not.toThrow();
      }),
      { ...seed, numRuns: 500 },
    );
  });

  it('never says that a rule follows from another where the data say otherwise', () => {
    fc.assert(
      fc.property(world, condition, condition, (made, a, b) => {
        fc.pre(implies(a, b));
        const source = sourceOf(made);
        const holdsFor = (when: Condition): number[] => {
          const { of } = applyRules(schemeWith(), rulesWith([when], { scores }), source);
          return Array.from({ length: source.customers.n }, (_, k) => k).filter((k) => of(k) === 0);
        };
        expect(holdsFor(b)).toEqual(expect.arrayContaining(holdsFor(a)));
      }),
      { ...seed, numRuns: 300, maxSkipsPerRun: 2_000 },
    );
  });
});
