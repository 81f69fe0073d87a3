import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  editable, kinds, numberIn, ofKind, quantityOf, textsOf,
} from '../../../src/lenses/tiers/editor/conditions.ts'; // prettier-ignore
import { addRule, changeRule, moveRule, ownCopy, removeRule, same, toHundred } from '../../../src/lenses/tiers/editor/draft.ts'; // prettier-ignore
import { defaultMetricOptions } from '../../../src/model/metrics/types.ts';
import { plainScheme } from '../../../src/model/schemes/registry.ts';
import type { Condition, Rules } from '../../../src/model/schemes/types.ts';

const when: Condition = { kind: 'number', of: 'orders', is: 'gte', than: 2 };
const rules: Rules = {
  population: 'ranked',
  scores: [],
  tiers: ['A', 'B', 't1'].map((id) => ({ id, name: null, when })),
  rest: { id: 'C', name: null },
  options: defaultMetricOptions,
};
const ids = ({ tiers, rest }: Rules): string => [...tiers, rest].map(({ id }) => id).join(' ');

describe('rules of one’s own', () => {
  it('a new rule comes before the rest under an id that is free', () => {
    expect(ids(addRule(rules, 'New'))).toBe('A B t1 t2 C');
    expect(addRule(rules, 'New').tiers.at(-1)?.name).toBe('New');
    expect(ids(addRule({ ...rules, tiers: [], rest: { id: 't1', name: null } }, 'N'))).toBe('t2 t1');
  });

  it('a rule is taken out, and moves one place without passing the ends', () => {
    expect(ids(removeRule(rules, 1))).toBe('A t1 C');
    expect(ids(moveRule(rules, 0, 1))).toBe('B A t1 C');
    expect(ids(moveRule(rules, 2, -1))).toBe('A t1 B C');
    expect(moveRule(rules, 0, -1)).toBe(rules);
    expect(moveRule(rules, 2, 1)).toBe(rules);
  });

  it('names and conditions change in one place; a blank name is the preset’s word again', () => {
    const named = changeRule(rules, 1, { name: '  Middle ' });
    expect(named.tiers.map(({ name }) => name)).toEqual([null, 'Middle', null]);
    expect(changeRule(named, 1, { name: ' ' }).tiers[1]?.name).toBeNull();
    const rest = changeRule(rules, 3, { name: 'Others', when });
    expect(rest.rest).toEqual({ id: 'C', name: 'Others' });
    expect(rest.tiers).toBe(rules.tiers);
    const other: Condition = { kind: 'top_count', of: 'value', count: 3 };
    expect(changeRule(rules, 0, { when: other }).tiers.map((tier) => tier.when)).toEqual([other, when, when]);
  });

  it('a copy is a scheme of its own with the same rules and tiers set by hand', () => {
    const scheme = { ...plainScheme('xyz'), overrides: { K1: { tier: 'A', reason: 'asked for' } } };
    const copy = ownCopy(scheme, rules, 'own1', 'Mine');
    expect(copy).toMatchObject({
      id: 'own1',
      preset: 'xyz',
      name: 'Mine',
      rules,
      overrides: scheme.overrides,
    });
    expect(same(copy, { ...copy, id: 'own2' })).toBe(true);
    expect(same(copy, { ...copy, name: 'Other' })).toBe(false);
  });
});

describe('weights that sum to 100', () => {
  it('by hand', () => {
    expect(toHundred([1, 1, 1])).toEqual([34, 33, 33]);
    expect(toHundred([50, 30, 40])).toEqual([42, 25, 33]); // 41.67, 25, 33.33
    expect(toHundred([0, 0, 0, 0])).toEqual([25, 25, 25, 25]);
    expect(toHundred([40, 30, 20, 10])).toEqual([40, 30, 20, 10]);
    expect(toHundred([0, 7])).toEqual([0, 100]);
  });

  it('any weights: whole numbers, less than one away from the proportion', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 }), (weights) => {
        const made = toHundred(weights);
        expect(made.reduce((a, b) => a + b, 0)).toBe(100);
        const sum = weights.reduce((a, b) => a + b, 0);
        made.forEach((w, i) => {
          expect(Number.isInteger(w)).toBe(true);
          if (sum > 0) expect(Math.abs(w - (weights[i]! / sum) * 100)).toBeLessThan(1);
        });
      }),
      { seed: 4 },
    );
  });
});

describe('the builder of conditions', () => {
  it('every kind can be made of every other, and keeps the quantity where both have one', () => {
    for (const from of kinds)
      for (const to of kinds) {
        const before = ofKind(from, { kind: 'percentile', of: 'cv', atLeast: 50 }, 'customer_type');
        const after = ofKind(to, before, 'customer_type');
        expect(after.kind).toBe(to);
        if (quantityOf(before) && quantityOf(after)) expect(quantityOf(after)).toBe('cv');
      }
    expect(ofKind('all', when, 'region')).toEqual({ kind: 'all', parts: [when] });
    expect(ofKind('any', { kind: 'all', parts: [when, when] }, 'region')).toEqual({ kind: 'any', parts: [when, when] }); // prettier-ignore
    expect(ofKind('number', when, 'region')).toBe(when);
  });

  it('one level of groups can be changed; deeper ones and rankings inside a text are only read', () => {
    const group: Condition = { kind: 'any', parts: [when] };
    expect([editable(when), editable(group), editable(when, 1), editable(group, 1)]).toEqual([true, true, true, false]); // prettier-ignore
    expect(editable({ kind: 'top_count', of: 'value', count: 1, within: { field: 'region', values: ['N'] } })).toBe(false); // prettier-ignore
  });

  it('texts are apart by commas of either width, 、 or lines, each once', () => {
    expect(textsOf('代理商、加盟商， agent ,代理商\nretail;')).toEqual([
      '代理商',
      '加盟商',
      'agent',
      'retail',
    ]);
    expect(textsOf('  ')).toEqual([]);
  });

  it('numbers stay inside their bounds; what is none is refused', () => {
    expect([numberIn('12.5', 0, 100), numberIn('101', 0, 100), numberIn('-3', 0, 100)]).toEqual([
      12.5, 100, 0,
    ]);
    expect([numberIn('', 0, 100), numberIn('x', 0, 100), numberIn('Infinity', 0, 100)]).toEqual([null, null, null]); // prettier-ignore
  });
});
