import { describe, expect, it } from 'vitest';
import { applyRules } from '../../../../src/model/schemes/apply.ts';
import { checkRules, severityOf, type Check } from '../../../../src/model/schemes/check.ts';
import { implies } from '../../../../src/model/schemes/implies.ts';
import type { Condition, Rules } from '../../../../src/model/schemes/types.ts';
import { rulesWith, schemeWith, sourceOf, type World } from './world.ts';

const ten: World = {
  value: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((value) => value * 10_000),
  numbers: { orders: [9, 1, 1, 8, 7, 6, 5, 4, 3, 2], complaints: [0, 0, 0, 0, 0, 0, 0, 0, 0, NaN] },
};
const check = (conditions: readonly Condition[], more: Partial<Rules> = {}, world = ten): Check[] => {
  const rules = rulesWith(conditions, more);
  return checkRules(rules, applyRules(schemeWith(), rules, sourceOf(world))).filter(
    ({ code }) => code !== 'near',
  );
};
const atLeast = (of: 'value' | 'orders', than: number): Condition => ({
  kind: 'number',
  of,
  is: 'gte',
  than,
});

describe('checks of rules', () => {
  it('rules in the right order are nothing to speak of', () => {
    expect(check([atLeast('value', 8), atLeast('value', 4)])).toEqual([]);
    expect(check([atLeast('value', 8), { kind: 'all', parts: [atLeast('value', 4)] }])).toEqual([]);
  });

  it('thresholds out of order: the later rule can take nobody', () => {
    expect(check([atLeast('value', 4), atLeast('value', 8)])).toEqual([{ code: 'implied', tier: 1, by: 0 }]);
    expect(check([atLeast('value', 4), atLeast('value', 4)])).toEqual([{ code: 'implied', tier: 1, by: 0 }]);
  });

  it('rules of different quantities: an overlap of a tenth is told, less is not', () => {
    // Value of at least 8: ranks 0, 1, 2; orders of at least 1: everybody, so 3 of 10 are taken.
    expect(check([atLeast('value', 8), atLeast('orders', 1)])).toEqual([
      { code: 'overlap', tier: 1, customers: 3, of: 10 },
      { code: 'rest_empty' },
    ]);
    // Orders of at least 6: ranks 0, 3, 4, 5; one of four.
    expect(check([atLeast('value', 8), atLeast('orders', 6)])).toEqual([{ code: 'overlap', tier: 1, customers: 1, of: 4 }]); // prettier-ignore
    expect(check([atLeast('value', 8), { kind: 'number', of: 'orders', is: 'eq', than: 9 }])).toEqual([{ code: 'never_reached', tier: 1 }]); // prettier-ignore
  });

  it('nobody, everybody, no rules, missing columns, unknown customers', () => {
    expect(check([atLeast('value', 11)])).toEqual([{ code: 'nobody', tier: 0 }, { code: 'rest_all' }]);
    expect(check([])).toEqual([{ code: 'no_rules' }]);
    expect(check([{ kind: 'number', of: 'influence', is: 'gt', than: 1 }])).toEqual([
      { code: 'missing', id: 'influence' },
      { code: 'nobody', tier: 0 },
      { code: 'unknown', tier: 0, customers: 10 },
      { code: 'rest_all' },
    ]);
    expect(check([{ kind: 'number', of: 'complaints', is: 'eq', than: 0 }])).toEqual([{ code: 'unknown', tier: 0, customers: 1 }]); // prettier-ignore
  });

  it('one id twice, ties at a cut', () => {
    expect(check([atLeast('value', 8)], { rest: { id: 't0', name: null } })).toEqual([{ code: 'duplicate_id', id: 't0' }]); // prettier-ignore
    const equal: World = { value: [5, 5, 5, 1].map((value) => value * 10_000) };
    const found = check([{ kind: 'top_count', of: 'value', count: 1 }], {}, equal);
    expect(found).toEqual([{ code: 'tied', tier: 0, customers: 2 }]);
    expect(found.map(severityOf)).toEqual(['note']);
  });
});

describe('what follows from what', () => {
  const share = (cut: number): Condition => ({ kind: 'share', of: 'value', cut, crossing: 'better' });
  const text = (values: string[], anyOther?: boolean): Condition => ({
    kind: 'text',
    field: 'region',
    values,
    anyOther,
  });
  const number = (is: 'gte' | 'gt' | 'lte' | 'lt' | 'eq', than: number | 'silence_days'): Condition => ({ kind: 'number', of: 'orders', is, than }); // prettier-ignore

  it.each<[Condition, Condition, boolean]>([
    [share(7000), share(8000), true],
    [share(8000), share(7000), false],
    [number('gt', 4), number('gte', 4), true],
    [number('gte', 4), number('gt', 4), false],
    [number('eq', 4), number('lte', 4), true],
    [number('lt', 4), number('gt', 4), false],
    [number('lt', 'silence_days'), number('lte', 'silence_days'), true],
    [number('lt', 'silence_days'), number('lte', 90), false],
    [text(['a']), text(['A ', 'b']), true],
    [text(['a']), text(['b'], true), true],
    [text(['a', 'b'], true), text(['a'], true), true],
    [text(['a'], true), text(['b']), false],
    [{ kind: 'all', parts: [number('gte', 9), share(100)] }, number('gte', 8), true],
    [{ kind: 'any', parts: [number('gte', 9), share(100)] }, number('gte', 8), false],
    [number('gte', 9), { kind: 'any', parts: [share(100), number('gte', 8)] }, true],
    [number('gte', 9), { kind: 'all', parts: [share(100), number('gte', 8)] }, false],
  ])('%j → %j: %s', (a, b, expected) => {
    expect(implies(a, b)).toBe(expected);
  });
});
