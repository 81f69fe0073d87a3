import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../../src/app/data.ts';
import type { TierRule } from '../../../src/model/tierRule.ts';
import { dataOf, figuresOf } from '../../support/lenses.ts';
import { look } from '../../support/lensCheck.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { ten } from '../ten.ts';

const engine = nodeEngine();
let data: Data;
beforeAll(async () => {
  await engine.open();
  data = await dataOf(engine, ten);
});
afterAll(() => engine.close());

const tiers = async (of: Data, rule: Partial<TierRule> = {}) => {
  const figures = await figuresOf(of, { tiers: rule });
  return ['A', 'B', 'C'].map((tier) =>
    ['customers', 'value', 'cut', 'fragile'].map((name) => figures[`tiers.${tier}.${name}`]),
  );
};

describe('tiers of ten customers worked out by hand', () => {
  it('who starts below a cut is inside', async () => {
    expect(await tiers(data)).toEqual([
      [3, 85, 10, 0], // shares so far 55, 75, 85
      [3, 11, 2, 2], // 90, 94, 96: two within a point of 95
      [4, 4, 1, null],
    ]);
    const figures = await figuresOf(data);
    expect(figures['tiers.A.share_customers']).toBe(0.3);
    expect(figures['tiers.A.share_value']).toBe(0.85);
    expect(figures['tiers.C.share_value']).toBe(0.04);
  });

  it('under the other rule only who ends at or below the cut is inside', async () => {
    expect(await tiers(data, { crossing: 'worse' })).toEqual([
      [2, 75, 20, 0],
      [3, 19, 4, 2],
      [5, 6, 1, null],
    ]);
    expect(await tiers(data, { crossing: 'worse', cut1: 7500, cut2: 9400 })).toEqual([
      [2, 75, 20, 1],
      [3, 19, 4, 1],
      [5, 6, 1, null],
    ]);
  });

  it('equal values stay together in the better tier; tier A is empty when one customer alone passes its cut', async () => {
    const ties = await dataOf(engine, ['A', 'B', 'C', 'D'].map((customer, i) => ({ customer, amount: i < 2 ? '40' : '10' }))); // prettier-ignore
    expect(await tiers(ties, { cut1: 4000, cut2: 9000 })).toEqual([[2, 80, 40, 1], [2, 20, 10, 1], [0, 0, null, null]]); // prettier-ignore
    expect(await tiers(ties, { cut1: 4000, cut2: 9000, crossing: 'worse' })).toEqual([[2, 80, 40, 1], [2, 20, 10, 1], [0, 0, null, null]]); // prettier-ignore
    const { say } = await look('tiers', ties, { tiers: { cut1: 3000, cut2: 9000, crossing: 'worse' } });
    expect(say('en')).toContain('30%');
    expect(say('zh-Hans')).toContain('30%');
  });

  it('every customer on the curve is in one tier, and the tiers’ values add up', async () => {
    const fresh = await dataOf(engine, ten);
    for (const rule of [
      {},
      { cut1: 10, cut2: 20 },
      { cut1: 10_000, cut2: 10_000 },
      { crossing: 'worse' },
    ] as const) {
      const rows = await tiers(fresh, rule);
      const sum = (at: number): number => rows.reduce((all, row) => all + (row[at] ?? 0), 0);
      expect([sum(0), sum(1)]).toEqual([10, 100]);
    }
  });

  it('says what A is worth', async () => {
    const { say } = await look('tiers', await dataOf(engine, ten));
    // 85/3, and that over 15/7
    expect(say('en')).toMatch(/\b3 customers\b.*\b28\.33\b.*\b13\.2 times\b/);
    expect(say('zh-Hans')).toMatch(/3.*28\.33.*13\.2\s?倍/);
  });
});
