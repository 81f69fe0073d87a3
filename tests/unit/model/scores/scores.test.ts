import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { langs } from '../../../../src/i18n/lang.ts';
import type { AttributeColumn } from '../../../../src/ingest/statements.ts';
import {
  componentsOf,
  defaultWeights,
  missingComponents,
  partsOf,
  potentialScore,
  riskScore,
  weightsSetting,
} from '../../../../src/model/scores/components.ts';
import { scoreDefinitions } from '../../../../src/model/scores/definitions.ts';
import { evaluate } from '../../../../src/model/scores/evaluate.ts';
import { scoreKinds, type ScoreKind } from '../../../../src/model/scores/types.ts';
import { scoreWords, weightNames } from '../../../../src/model/scores/words.ts';
import { metricsOf, modelWith, type Row } from '../presets/people.ts';

const attribute = (header: string, i: number): AttributeColumn => ({
  column: `attribute_${i}`, role: null, header,
}); // prettier-ignore

/** A model that has everything that the scores look at. */
const full = modelWith(['category', 'industry', 'size'], {
  potential: true,
  sides: ['receivables'],
  attributes: [attribute('行业地位', 0), attribute('创新能力', 1), attribute('资质到期日', 2)],
});

const evaluated = (kind: ScoreKind, rows: readonly Row[], weights = defaultWeights(kind)) =>
  evaluate(componentsOf(kind, weights, full), metricsOf(rows));

const scoresOf = (kind: ScoreKind, rows: readonly Row[], weights?: readonly number[]): number[] =>
  Array.from(evaluated(kind, rows, weights).score);

describe('definitions', () => {
  it.each(scoreKinds)('weights of %s sum to 100, ids are unique, and every one has words', (kind) => {
    const ids = scoreDefinitions[kind].map(({ id }) => id);
    expect(defaultWeights(kind).reduce((a, b) => a + b, 0)).toBe(100);
    expect(new Set(ids).size).toBe(ids.length);
    for (const lang of langs) {
      const words = scoreWords[lang][kind];
      expect(Object.keys(words.components)).toEqual(ids);
      for (const { group } of scoreDefinitions[kind]) expect(words.groups[group]).toBeTruthy();
      expect(weightNames(kind, lang)).toHaveLength(ids.length);
      expect(weightsSetting(kind, 'w').valid(defaultWeights(kind))).toBe(true);
    }
  });

  it('English has no Chinese characters and Chinese no Latin words', () => {
    expect(JSON.stringify(scoreWords.en)).not.toMatch(/\p{Script=Han}/u);
    for (const kind of scoreKinds) {
      const { title, definition, weights, groups, components } = scoreWords['zh-Hans'][kind];
      const texts = [
        title,
        definition,
        weights,
        ...Object.values(groups),
        ...Object.values(components).flatMap((c) => [c.name, c.definition]),
      ];
      for (const text of texts) expect(text).not.toMatch(/[A-Za-z]/);
    }
  });
});

describe('components on the open files', () => {
  it('a full model lacks nothing; order lines alone give behaviour and the market', () => {
    for (const kind of scoreKinds)
      expect(missingComponents(componentsOf(kind, defaultWeights(kind), full))).toEqual([]);
    const missing = (kind: ScoreKind): string[] =>
      missingComponents(componentsOf(kind, defaultWeights(kind), modelWith())).map(({ id }) => id);
    expect(missing('potential')).toEqual(['mapped', 'breadth', 'size', 'standing', 'innovation']);
    expect(missing('risk')).toEqual(['overdue_days', 'overdue_share', 'limit_use', 'industry', 'flags']);
  });

  it('what weighs nothing is neither missing nor asked for', () => {
    const weights = [0, 1, 0, 0, 0, 0, 0];
    expect(missingComponents(componentsOf('potential', weights, modelWith()))).toEqual([]);
    expect(potentialScore(weights, modelWith())).toEqual({
      id: 'potential', kind: 'weighted', parts: [{ of: 'growth_rate', weight: 1, scale: 'percentile' }],
    }); // prettier-ignore
  });

  it('missing parts stay in a scheme’s score, so that it can name them', () => {
    const score = riskScore(defaultWeights('risk'), modelWith());
    expect(score.kind === 'weighted' && score.parts).toEqual(partsOf(scoreDefinitions.risk));
  });
});

describe('risk, by hand', () => {
  const calm: Row = {
    overdue_days: 0, overdue_share: 0, limit_use: 0.5, growth_rate: 0, industry_growth: 0, value_share: 0, cv: 0.5, flags: 0,
  }; // prettier-ignore
  const worst: Row = {
    overdue_days: 90, overdue_share: 1, limit_use: 1, growth_rate: -0.5, industry_growth: -0.2, value_share: 0.1, cv: 1, flags: 2,
  }; // prettier-ignore

  it('0 at the calm ends and better, 100 at the bad ends and worse', () => {
    const better = { ...calm, limit_use: 0.1, growth_rate: 2, industry_growth: 1, cv: 0 };
    const worse = {
      ...worst,
      overdue_days: 900,
      limit_use: 3,
      growth_rate: -1,
      value_share: 0.9,
      cv: 4,
      flags: 9,
    };
    expect(scoresOf('risk', [calm, better, worst, worse])).toEqual([0, 0, 100, 100]);
  });

  it('45 days overdue, a fifth overdue, limit used to 70%, sales down 25%, one flag', () => {
    const row = {
      ...calm,
      overdue_days: 45,
      overdue_share: 0.2,
      limit_use: 0.7,
      growth_rate: -0.25,
      flags: 1,
    };
    // 20 · 50 + 15 · 20 + 15 · 40 + 10 · 50 + 20 · 50 = 3400, of 100.
    expect(scoresOf('risk', [row])[0]).toBeCloseTo(34, 10);
  });

  it('without receivables and flags the market is all there is', () => {
    const row: Row = { growth_rate: -0.25, value_share: 0.05, cv: 0.75 };
    const { score, coverage } = evaluated('risk', [row]);
    // (10 · 50 + 10 · 50 + 5 · 50) / 25; known weight 25 of 100.
    expect(score[0]).toBeCloseTo(50, 10);
    expect(coverage[0]).toBeCloseTo(0.25, 10);
  });

  it('never falls as days overdue grow, whatever else is known', () => {
    const number = (min: number, max: number) =>
      fc.option(fc.double({ min, max, noNaN: true }), { nil: NaN });
    const others = fc.record({
      overdue_share: number(0, 1), limit_use: number(0, 2), growth_rate: number(-1, 3), industry_growth: number(-1, 1),
      value_share: number(0, 1), cv: number(0, 4), flags: number(0, 4),
    }); // prettier-ignore
    const days = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }));
    fc.assert(
      fc.property(others, days, (row, [a, b]) => {
        const [low, high] = scoresOf('risk', [
          { ...row, overdue_days: Math.min(a, b) },
          { ...row, overdue_days: Math.max(a, b) },
        ]);
        expect(low!).toBeLessThanOrEqual(high! + 1e-9);
        expect(low!).toBeGreaterThanOrEqual(0);
        expect(high!).toBeLessThanOrEqual(100);
      }),
      { seed: 7 },
    );
  });
});

describe('potential, by hand', () => {
  it('percentile ranks with ties, weighted', () => {
    const rows: Row[] = [
      { potential: 10, growth_rate: 0.5 },
      { potential: 10, growth_rate: -0.1 },
      { potential: 30, growth_rate: 0.2 },
      { potential: 5, growth_rate: 0.2 },
    ];
    // Mapped: 5 → 12.5, 10 and 10 → 50, 30 → 87.5. Growth: -0.1 → 12.5, 0.2 twice → 50, 0.5 → 87.5.
    const { score, coverage, points } = evaluated('potential', rows);
    const by = (mapped: number, growth: number): number => (30 * mapped + 20 * growth) / 50;
    const wanted = [by(50, 87.5), by(50, 12.5), by(87.5, 50), by(12.5, 50)];
    wanted.forEach((value, k) => expect(score[k]).toBeCloseTo(value, 10));
    expect(coverage[0]).toBeCloseTo(0.5, 10);
    expect(Array.from(points[0]!)).toEqual([50, 50, 87.5, 12.5]);
    expect(points[2]![0]).toBeNaN();
  });

  it('nothing known: no score, no coverage; and no customers at all: nothing', () => {
    const { score, coverage } = evaluated('potential', [{}]);
    expect(score[0]).toBeNaN();
    expect(coverage[0]).toBe(0);
    expect(evaluated('potential', []).score).toHaveLength(0);
  });

  it('all weights zero: no score', () => {
    expect(scoresOf('potential', [{ potential: 1 }], [0, 0, 0, 0, 0, 0, 0])).toEqual([NaN]);
  });

  it('only the first customers are ranked when only they are placed', () => {
    const rows: Row[] = [{ potential: 1 }, { potential: 2 }, { potential: 3 }];
    const { score } = evaluate(
      componentsOf('potential', defaultWeights('potential'), full),
      metricsOf(rows),
      2,
    );
    expect(Array.from(score)).toEqual([25, 75, NaN]);
  });

  it('weights count by their ratios', () => {
    const rows: Row[] = [
      { potential: 1, trend: 2 },
      { potential: 2, trend: 1 },
      { potential: 3, trend: 5 },
    ];
    expect(scoresOf('potential', rows, [2, 0, 6, 0, 0, 0, 0])).toEqual(
      scoresOf('potential', rows, [1, 0, 3, 0, 0, 0, 0]),
    );
  });
});
