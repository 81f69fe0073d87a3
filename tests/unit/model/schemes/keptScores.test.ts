import { describe, expect, it } from 'vitest';
import { applyRules } from '../../../../src/model/schemes/apply.ts';
import type { Rules, WeightedPart } from '../../../../src/model/schemes/types.ts';
import { rulesWith, schemeWith, sourceOf, type World } from './world.ts';

const world: World = {
  value: [90, 70, 50, 30, 10].map((value) => value * 10_000),
  numbers: { orders: [1, 5, 3, NaN, 2], margin: [0.5, 0.1, 0.4, 0.2, 0.3] },
};

/** A score of two scores, as key accounts have. */
function rules(inner: number, outer: number, population: Rules['population'] = 'all'): Rules {
  const part = (of: WeightedPart['of'], weight: number): WeightedPart => ({
    of,
    weight,
    scale: 'percentile',
  });
  return rulesWith([{ kind: 'number', of: 'score:total', is: 'gte', than: 50 }], {
    population,
    scores: [
      { id: 'first', kind: 'weighted', parts: [part('orders', inner), part('margin', 1)] },
      { id: 'second', kind: 'weighted', parts: [part('value', 1), part('categories', 1)] },
      {
        id: 'total',
        kind: 'weighted',
        parts: [
          { of: 'score:first', weight: outer, scale: { from: 0, to: 100 } },
          { of: 'score:second', weight: 1, scale: { from: 0, to: 100 } },
        ],
      },
    ],
  });
}

describe('scores that are kept while weights move', () => {
  it('are those that a first look at the same customers gives, and what is missing is told each time', () => {
    const kept = sourceOf(world);
    const moves = [
      [1, 1],
      [1, 3],
      [2, 3],
      [1, 1],
      [9, 1],
      [8, 1],
      [7, 1],
      [6, 1],
      [5, 1],
      [1, 2],
    ] as const;
    for (const [inner, outer] of moves)
      for (const population of ['all', 'ranked'] as const) {
        const wanted = rules(inner, outer, population);
        const again = applyRules(schemeWith(), wanted, kept);
        const fresh = applyRules(schemeWith(), wanted, sourceOf(world));
        for (const id of ['first', 'second', 'total']) expect(again.score(id)).toEqual(fresh.score(id));
        expect(again.tiers).toEqual(fresh.tiers);
        expect(again.missing).toEqual(fresh.missing);
        expect(again.missing).toContain('categories');
      }
  });
});
