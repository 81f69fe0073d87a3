import { describe, expect, it } from 'vitest';
import { applyRules } from '../../../../src/model/schemes/apply.ts';
import { needsOf } from '../../../../src/model/schemes/needs.ts';
import { tieringOfShares } from '../../../../src/model/schemes/shares.ts';
import type { Condition, Rules } from '../../../../src/model/schemes/types.ts';
import { tiersByShare } from '../../../../src/stats/tiers.ts';
import { rulesWith, schemeWith, sourceOf, type World } from './world.ts';

const units = (...values: number[]): number[] => values.map((value) => value * 10_000);

/** Position of the tier of each customer under one rule or several. */
function tiersOf(world: World, conditions: readonly Condition[], more: Partial<Rules> = {}): number[] {
  const { of } = applyRules(schemeWith(), rulesWith(conditions, more), sourceOf(world));
  return world.value.map((_, k) => of(k));
}

const first = (world: World, condition: Condition): number[] =>
  tiersOf(world, [condition]).flatMap((tier, k) => (tier === 0 ? [k] : []));

describe('cumulative share', () => {
  const abc = (cut1: number, cut2: number, crossing: 'better' | 'worse' = 'better'): Condition[] => [
    { kind: 'share', of: 'value', cut: cut1, crossing },
    { kind: 'share', of: 'value', cut: cut2, crossing },
  ];

  it.each([
    [units(50, 30, 10, 5, 5), [8000, 9500], 'better'],
    [units(50, 30, 10, 5, 5), [8000, 9500], 'worse'],
    [units(90, 5, 5), [8000, 9500], 'worse'],
    [units(7, 7, 7, 7, 7, 7, 7), [7000, 9000], 'better'],
    [units(60, 50, 10, 0, -20), [8000, 10_000], 'better'],
    [[], [8000, 9500], 'better'],
    [units(0, 0), [8000, 9500], 'better'],
  ] as const)('%j at %j, %s: as stats/tiers cuts, and as the moving handle says', (value, cuts, crossing) => {
    const source = sourceOf({ value });
    const rules = rulesWith(abc(cuts[0], cuts[1], crossing), { population: 'ranked' });
    const tiering = applyRules(schemeWith(), rules, source);
    const tiers = tiersByShare(source.ranked, { cuts, crossing }) ?? [];
    const dragged = tieringOfShares(schemeWith(), rules, source, tiers);
    expect(dragged.tiers).toEqual(tiering.tiers);
    expect(dragged.cuts).toEqual(tiering.cuts);
    expect(dragged.placed).toBe(tiering.placed);
    for (let k = -1; k <= value.length; k++) {
      expect(dragged.of(k)).toBe(tiering.of(k));
      if (k >= 0 && k < value.length) expect(dragged.explain(k)).toEqual(tiering.explain(k));
    }
    tiers.forEach((tier, i) =>
      expect(tiering.tiers[i]).toMatchObject({
        customers: tier.customers,
        value: tier.value,
        shareCustomers: tier.shareCustomers,
        shareValue: tier.shareValue,
        cut: tier.cut,
        near: tier.fragile,
        tied: tier.tiedAtCut,
      }),
    );
  });

  it('explains by the share before the customers of equal value', () => {
    // 50, 80, 90, 95, 100 % after each; the two last are equal.
    const source = sourceOf({ value: units(50, 30, 10, 5, 5) });
    const { explain } = applyRules(schemeWith(), rulesWith(abc(8000, 9500)), source);
    expect(explain(2)).toMatchObject({ tier: 1, because: { actual: 80, wanted: 95, by: -15, holds: true } });
    expect(explain(2).notAbove).toMatchObject({ actual: 80, wanted: 80, by: 0, holds: false });
    // The fifth has 95 % before him, but stands with the fourth, who has 90 %.
    expect(explain(4)).toMatchObject({ tier: 1, because: { actual: 90, wanted: 95, holds: true } });
  });

  it('leaves all of them unknown where the total is zero', () => {
    const { tiers, explain } = applyRules(
      schemeWith(),
      rulesWith(abc(8000, 9500)),
      sourceOf({ value: [0, 0] }),
    );
    expect(tiers.map(({ customers, unknown }) => [customers, unknown])).toEqual([[0, 2], [0, 2], [2, 0]]); // prettier-ignore
    expect(tiers[2]).toMatchObject({ shareCustomers: 1, shareValue: null });
    expect(explain(0).notAbove).toMatchObject({ holds: null, actual: null, by: null });
  });

  it('over another quantity: ranked by it, ties together, unknown values unknown', () => {
    const world: World = { value: units(9, 8, 7, 6), numbers: { profit: [1, 8, NaN, 1] } };
    // 8 of 10 is 80 %; the next two are equal.
    expect(first(world, { kind: 'share', of: 'profit', cut: 8000, crossing: 'better' })).toEqual([1]);
    expect(first(world, { kind: 'share', of: 'profit', cut: 8001, crossing: 'better' })).toEqual([0, 1, 3]);
  });
});

describe('the best few', () => {
  const n = (count: number): World => ({
    value: Array.from({ length: count }, (_, k) => (count - k) * 10_000),
  });
  const top = (rounding: 'up' | 'down'): Condition => ({ kind: 'top_share', of: 'value', basisPoints: 2000, rounding }); // prettier-ignore

  it.each([
    [10, 'up', 2],
    [10, 'down', 2],
    [11, 'up', 3],
    [11, 'down', 2],
    [4, 'down', 0],
    [4, 'up', 1],
    [0, 'up', 0],
  ] as const)('20 %% of %i rounded %s are %i', (count, rounding, wanted) => {
    expect(first(n(count), top(rounding))).toHaveLength(wanted);
  });

  it('takes everybody who equals the last one, and counts them', () => {
    const source = sourceOf({ value: units(9, 5, 5, 5, 1) });
    const { tiers, explain } = applyRules(schemeWith(), rulesWith([{ kind: 'top_count', of: 'value', count: 2 }]), source); // prettier-ignore
    expect(tiers[0]).toMatchObject({ customers: 4, tied: 2 });
    expect(explain(4).notAbove).toMatchObject({ actual: 1, wanted: 5, by: -4 });
  });

  it('counts only customers with the text: others are false, no text is unknown', () => {
    const world: World = {
      value: units(9, 8, 7, 6, 5, 4),
      texts: { customer_type: ['代理商', '加盟商', null, '加盟商', '加盟 商', '加盟商'] },
      numbers: { year_value: [100, 1, 50, 3, 2, NaN] },
    };
    const within = { field: 'customer_type', values: ['加盟商'] } as const;
    const condition: Condition = { kind: 'top_count', of: 'year_value', count: 2, within };
    expect(first(world, condition)).toEqual([3, 4]);
    const { tiers } = applyRules(schemeWith(), rulesWith([condition]), sourceOf(world));
    expect(tiers[0]!.unknown).toBe(2);
  });
});

describe('percentile rank', () => {
  it('of 10 different values the fourth has 65, the third 75', () => {
    const world: World = { value: units(10, 9, 8, 7, 6, 5, 4, 3, 2, 1) };
    expect(first(world, { kind: 'percentile', of: 'value', atLeast: 75 })).toEqual([0, 1, 2]);
    expect(first(world, { kind: 'percentile', of: 'value', atLeast: 75.01 })).toEqual([0, 1]);
    expect(first(world, { kind: 'percentile', of: 'value', atLeast: 65 })).toHaveLength(4);
  });
});

describe('a number', () => {
  const values = [0.7, 0.6999, 0.3, 0.2999, NaN];
  const world: World = { value: units(5, 4, 3, 2, 1), numbers: { repurchase: values } };
  const rule = (is: 'gte' | 'gt' | 'lte' | 'lt' | 'eq', than: number): Condition => ({ kind: 'number', of: 'repurchase', is, than }); // prettier-ignore

  it('at the exact edge', () => {
    expect(first(world, rule('gte', 0.7))).toEqual([0]);
    expect(first(world, rule('gt', 0.7))).toEqual([]);
    expect(first(world, rule('gte', 0.3))).toEqual([0, 1, 2]);
    expect(first(world, rule('lt', 0.3))).toEqual([3]);
    expect(first(world, rule('lte', 0.3))).toEqual([2, 3]);
    expect(first(world, rule('eq', 0.3))).toEqual([2]);
  });

  it('near is within 0.01 of a share, both ends included; equal to is never near', () => {
    const near = (condition: Condition, numbers: World['numbers']): number | null =>
      applyRules(schemeWith(), rulesWith([condition]), sourceOf({ value: units(5, 4, 3, 2, 1), numbers })).tiers[0]!.near; // prettier-ignore
    expect(near(rule('gte', 0.7), { repurchase: [0.71, 0.69, 0.711, 0.6899, 0.7] })).toBe(3);
    expect(near(rule('eq', 0.7), { repurchase: [0.71, 0.69, 0.711, 0.6899, 0.7] })).toBeNull();
    // Grades: the neighbours of 4 are other answers, not near misses.
    expect(near({ kind: 'number', of: 'cooperation', is: 'gte', than: 4 }, { cooperation: [3, 4, 5, 3, 4] })).toBeNull(); // prettier-ignore
    expect(near({ kind: 'number', of: 'recency_days', is: 'lte', than: 90 }, { recency_days: [88, 89, 90, 91, 92] })).toBe(3); // prettier-ignore
    expect(near({ kind: 'number', of: 'amount', is: 'gte', than: 1000 }, { amount: [1010, 990, 989, 1011, 1000] })).toBe(3); // prettier-ignore
  });

  it('compares with the silence rule, and knows nothing without one', () => {
    const silent: Condition = { kind: 'number', of: 'recency_days', is: 'gt', than: 'silence_days' };
    const at = (silenceDays: number | null): World => ({ value: units(2, 1), numbers: { recency_days: [90, 91] }, silenceDays }); // prettier-ignore
    expect(first(at(90), silent)).toEqual([1]);
    const { tiers, cuts } = applyRules(schemeWith(), rulesWith([silent]), sourceOf(at(null)));
    expect(tiers[0]!.unknown).toBe(2);
    expect(cuts).toEqual({ '0': null });
    expect(needsOf(rulesWith([silent]))).toMatchObject({ numbers: ['recency_days'], silence: true });
  });
});

describe('three-valued logic', () => {
  // Nine customers with every pair of true, unknown and false.
  const [t, u, f] = [1, NaN, 0];
  const world: World = {
    value: units(9, 8, 7, 6, 5, 4, 3, 2, 1),
    numbers: { flags: [t, t, t, u, u, u, f, f, f], complaints: [t, u, f, t, u, f, t, u, f] },
  };
  const parts: readonly Condition[] = [
    { kind: 'number', of: 'flags', is: 'eq', than: 1 },
    { kind: 'number', of: 'complaints', is: 'eq', than: 1 },
  ];
  const truths = (kind: 'all' | 'any', parts: readonly Condition[]): (boolean | null)[] => {
    const tiering = applyRules(schemeWith(), rulesWith([{ kind, parts }]), sourceOf(world));
    return world.value.map((_, k) => (tiering.of(k) === 0 ? tiering.explain(k).because : tiering.explain(k).notAbove)!.holds); // prettier-ignore
  };

  it('all: false wins, then unknown', () => {
    expect(truths('all', parts)).toEqual([true, null, false, null, null, false, false, false, false]);
    expect(truths('all', [])).toEqual(new Array(9).fill(true));
  });

  it('any: true wins, then unknown', () => {
    expect(truths('any', parts)).toEqual([true, true, true, true, null, null, true, null, false]);
    expect(truths('any', [])).toEqual(new Array(9).fill(false));
  });

  it('a column that is not in the files is unknown for everybody, and named', () => {
    const { tiers, missing } = applyRules(
      schemeWith(),
      rulesWith([
        { kind: 'number', of: 'influence', is: 'gte', than: 50 },
        { kind: 'text', field: 'region', values: ['x'] },
      ]),
      sourceOf(world),
    );
    expect(tiers.map(({ unknown, customers }) => [customers, unknown])).toEqual([[0, 9], [0, 9], [9, 0]]); // prettier-ignore
    expect(missing).toEqual(['influence', 'region']);
  });
});

describe('texts', () => {
  it('blanks, case, width and traditional forms aside; none is unknown', () => {
    const world: World = {
      value: units(6, 5, 4, 3, 2, 1),
      texts: { member_level: [' vip ', 'ＶＩＰ', '金卡', '銀卡', null, '普通'] },
    };
    expect(first(world, { kind: 'text', field: 'member_level', values: ['VIP', '银卡'] })).toEqual([0, 1, 3]);
    expect(first(world, { kind: 'text', field: 'member_level', values: ['VIP'], anyOther: true })).toEqual([2, 3, 5]); // prettier-ignore
  });
});

describe('who is placed, and by whom', () => {
  const world: World = { value: units(5, 4, 3, 0, -2), ranked: 3, orders: [2, 0, 1, 0, 1] };
  const rule: Condition = { kind: 'top_count', of: 'value', count: 1 };

  it.each([
    ['ranked', [0, 1, 1, -1, -1]],
    ['buyers', [0, -1, 1, -1, -1]],
    ['all', [0, 1, 1, 1, 1]],
  ] as const)('%s', (population, expected) => {
    expect(tiersOf(world, [rule], { population })).toEqual(expected);
  });

  it('takes tiers that were set by hand, with the reason, and forgets tiers that are gone', () => {
    const overrides = {
      c2: { tier: 't0', reason: 'will grow' },
      c1: { tier: 'gone', reason: '' },
      c4: { tier: 't0', reason: 'old friend' },
      nobody: { tier: 't0', reason: '' },
    };
    const rules = rulesWith([rule], { population: 'ranked' });
    const { of, tiers, explain, placed } = applyRules(schemeWith(overrides), rules, sourceOf(world));
    expect([0, 1, 2, 3, 4].map(of)).toEqual([0, 1, 0, -1, 0]);
    expect(tiers.map(({ customers, byHand, value, cut }) => [customers, byHand, value, cut])).toEqual([[3, 2, 60_000, -20_000], [1, 0, 40_000, 40_000]]); // prettier-ignore
    expect(placed).toBe(4);
    expect(explain(2)).toMatchObject({ tier: 0, because: null, override: { reason: 'will grow' } });
    expect(explain(3)).toEqual({ tier: -1, because: null, notAbove: null, override: null });
  });

  it('counts whom an earlier rule took', () => {
    const source = sourceOf({ value: units(5, 4, 3) });
    const { tiers } = applyRules(schemeWith(), rulesWith([rule, { kind: 'top_count', of: 'value', count: 2 }]), source); // prettier-ignore
    expect(tiers.map(({ customers, shadowed }) => [customers, shadowed])).toEqual([[1, 0], [1, 1], [1, 0]]); // prettier-ignore
  });
});

describe('cuts of another period', () => {
  it('are values: at least as much is in', () => {
    const rules = rulesWith([
      { kind: 'share', of: 'value', cut: 8000, crossing: 'better' },
      { kind: 'any', parts: [{ kind: 'percentile', of: 'orders', atLeast: 62.5 }] },
    ]);
    const before = sourceOf({ value: units(50, 30, 10, 10), numbers: { orders: [4, 3, 2, 1] } });
    const { cuts } = applyRules(schemeWith(), rules, before);
    expect(cuts).toEqual({ '0': 30, '1.parts.0': 3 });
    const after = sourceOf({ value: units(31, 30, 29.9999, 1), numbers: { orders: [1, 1, 3, 2] } });
    const { of, explain } = applyRules(schemeWith(), rules, after, cuts);
    expect([0, 1, 2, 3].map(of)).toEqual([0, 0, 1, 2]);
    expect(explain(2).notAbove).toMatchObject({ actual: 29.9999, wanted: 30, kept: true, holds: false });
  });

  it('a tier that nobody reached stays closed; bins keep their edges', () => {
    const rules = rulesWith([{ kind: 'share', of: 'value', cut: 100, crossing: 'worse' }], {
      scores: [{ id: 'f', kind: 'bins', of: 'orders', best: 'high', cuts: { kind: 'quantiles', at: [0.5] } }],
    });
    const before = applyRules(schemeWith(), rules, sourceOf({ value: units(1, 1), numbers: { orders: [1, 3] } })); // prettier-ignore
    expect(before.cuts).toEqual({ '0': null, 'score:f': [2] });
    const after = applyRules(schemeWith(), rules, sourceOf({ value: units(9, 1), numbers: { orders: [2, 8] } }), before.cuts); // prettier-ignore
    expect(after.tiers[0]!.customers).toBe(0);
    expect([...after.score('f')]).toEqual([1, 2]);
  });
});

describe('scores that refer to themselves', () => {
  it('are unknown instead of endless', () => {
    const rules = rulesWith([{ kind: 'number', of: 'score:a', is: 'gte', than: 1 }], {
      scores: [{ id: 'a', kind: 'weighted', parts: [{ of: 'score:a', weight: 1, scale: 'percentile' }] }],
    });
    expect(applyRules(schemeWith(), rules, sourceOf({ value: units(1) })).tiers[0]!.unknown).toBe(1);
  });
});

describe('what rules look at', () => {
  it('in a fixed order, value and scores left out', () => {
    const needs = needsOf(
      rulesWith(
        [
          { kind: 'all', parts: [{ kind: 'text', field: 'region', values: [] }, { kind: 'share', of: 'value', cut: 1, crossing: 'better' }] },
          { kind: 'top_count', of: 'score:s', count: 1, within: { field: 'category', values: [] } },
        ],
        { scores: [{ id: 's', kind: 'weighted', parts: [{ of: 'orders', weight: 1, scale: 'percentile' }, { of: 'amount', weight: 1, scale: 'percentile' }] }] },
      ),
    ); // prettier-ignore
    expect(needs).toMatchObject({
      numbers: ['amount', 'orders'],
      texts: ['category', 'region'],
      silence: false,
    });
  });
});
