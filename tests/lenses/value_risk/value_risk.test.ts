import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Data } from '../../../src/app/data.ts';
import { paintSvg } from '../../../src/charts/echarts.ts';
import { axisOf } from '../../../src/lenses/axis.ts';
import { cloudChart, marks } from '../../../src/lenses/cloud.ts';
import { chartTheme } from '../../../src/charts/theme.ts';
import { formatter } from '../../../src/format/format.ts';
import { langs } from '../../../src/i18n/lang.ts';
import { units } from '../../../src/lenses/frame.ts';
import { contributions } from '../../../src/lenses/scoreParts.ts';
import { lens } from '../../../src/lenses/value_risk/index.ts';
import type { ValueRisk } from '../../../src/lenses/value_risk/result.ts';
import { strings } from '../../../src/lenses/value_risk/strings.ts';
import { look, paintedTexts, type Looked } from '../../support/lensCheck.ts';
import { noCoverage, plainLedger, type Choices } from '../../support/lenses.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { putTables, type Tables } from '../../support/sideTables.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

async function seen(tables: Tables, values: Record<string, unknown> = {}, more: Choices = {}): Promise<Looked<ValueRisk>> {
  const model = await putTables(engine, tables);
  const data = new Data(engine, { model, ledger: plainLedger(tables.lines.length), coverage: noCoverage });
  return look<ValueRisk>('value_risk', data, { ...more, values: { value_risk: values } });
} // prettier-ignore

const ok = ({ result }: Looked<ValueRisk>): ValueRisk => {
  if (result.state !== 'ok') throw new Error(result.reason);
  return result.value;
};

/** Values 50, 30, 15, 5; halves of ten days: falls by 0, by half, by 20 %, unknown (nothing before). */
const lines = [
  { customer: 'A', day: '2024-01-01', amount: '25' },
  { customer: 'A', day: '2024-01-10', amount: '25' },
  { customer: 'B', day: '2024-01-01', amount: '20' },
  { customer: 'B', day: '2024-01-10', amount: '10' },
  { customer: 'C', day: '2024-01-01', amount: '8.3333' },
  { customer: 'C', day: '2024-01-10', amount: '6.6667' },
  { customer: 'D', day: '2024-01-10', amount: '5' },
] as const;
const licences = {
  attributes: [
    { header: 'Sanctions', values: { A: 'no', B: 'yes', C: 'yes' } },
    { header: 'Complaints', values: { A: 'no', B: 'no', C: 'yes' } },
  ],
} as const;
const overdue = (days: Readonly<Record<string, string>>): Pick<Tables, 'receivables'> => ({
  receivables: Object.entries(days).map(([customer, overdue_days]) => ({ customer, overdue_days })),
});
// Order: overdue_days, overdue_share, limit_use, decline, industry, concentration, volatility, flags.
const only = (weights: Partial<Record<'overdue' | 'decline' | 'concentration' | 'flags', number>>): { weights: number[] } => ({
  weights: [weights.overdue ?? 0, 0, 0, weights.decline ?? 0, 0, weights.concentration ?? 0, 0, weights.flags ?? 0],
}); // prettier-ignore

describe('four customers worked out by hand', () => {
  const all: Tables = { lines, ...licences, ...overdue({ A: '45', B: '90', C: '9', D: '0' }) };

  it('points of each component, and their weighted mean', async () => {
    const result = ok(await seen(all, only({ overdue: 40, decline: 20, concentration: 10, flags: 30 })));
    // Days overdue of 90; fall of a half; share of 10 %; flags of two.
    expect([...result.evaluated.points[0]!].map((x) => Math.round(x * 1e6) / 1e6)).toEqual([50, 100, 10, 0]);
    expect(result.evaluated.points[3]!.slice(0, 2)).toEqual(Float64Array.of(0, 100));
    expect(result.evaluated.points[3]![2]).toBeCloseTo(40, 2);
    expect(result.evaluated.points[3]![3]).toBeNaN();
    expect([...result.evaluated.points[5]!]).toEqual([100, 100, 100, 50]);
    expect([...result.evaluated.points[7]!]).toEqual([0, 50, 100, NaN]);
    expect(result.second[0]).toBeCloseTo((40 * 50 + 20 * 0 + 10 * 100 + 30 * 0) / 100, 10);
    expect(result.second[1]).toBeCloseTo((40 * 100 + 20 * 100 + 10 * 100 + 30 * 50) / 100, 10);
    expect(result.second[2]).toBeCloseTo((40 * 10 + 20 * 40 + 10 * 100 + 30 * 100) / 100, 2);
    // Decline and flags of D are unknown: 50 of the 100 weights are left.
    expect(result.second[3]).toBeCloseTo((40 * 0 + 10 * 50) / 50, 10);
    expect(result.evaluated.coverage[3]).toBeCloseTo(0.5, 10);
    expect(result.parts.coverage).toBeCloseTo((1 + 1 + 1 + 0.5) / 4, 10);
    expect(result.groups).toEqual(['credit', 'market', 'compliance']);
  });

  it('levels at 33 and 67; A is the first two, B the third, C the last', async () => {
    const { live, frame, result } = await seen(all, only({ overdue: 40, decline: 20, concentration: 10, flags: 30 })); // prettier-ignore
    if (result.state !== 'ok') throw new Error(result.reason);
    const figures = lens.figures(result.value, live, frame, lens.params.defaults);
    // Scores 30, 85, 52, 10.
    const some = Object.entries(figures).filter(([name, value]) => /_/.test(name.slice(11)) && /customers$/.test(name) && value !== 0); // prettier-ignore
    expect(Object.fromEntries(some)).toEqual({
      'value_risk.high_low.customers': 1,
      'value_risk.high_high.customers': 1,
      'value_risk.mid_mid.customers': 1,
      'value_risk.low_low.customers': 1,
    });
    expect(figures['value_risk.high_high.value']).toBe(30);
    expect(figures['value_risk.high.customers']).toBe(1);
    expect(figures['value_risk.high.value']).toBe(30);
    expect(figures['value_risk.score_mean']).toBeCloseTo((30 + 85 + 52 + 10) / 4, 2);
    expect(figures['value_risk.unknown']).toBe(0);
  });

  it('whoever is on a cut is below it; the cuts may stand in either order', async () => {
    const levels = async (cut1: number, cut2: number) =>
      [...ok(await seen(all, { ...only({ overdue: 1 }), cut1, cut2 })).levels]; // prettier-ignore
    // Scores by days overdue alone: 50, 100, 10, 0.
    expect(await levels(10, 50)).toEqual([1, 2, 0, 0]);
    expect(await levels(50, 10)).toEqual([1, 2, 0, 0]);
    expect(await levels(9.9, 49.9)).toEqual([2, 2, 1, 0]);
  });

  it('what a component adds sums to the score', async () => {
    const result = ok(await seen(all));
    for (let k = 0; k < 4; k++) {
      const parts = contributions(result.components, result.evaluated, k).filter((x) => !Number.isNaN(x));
      expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(result.second[k]!, 10);
    }
    // 50 · score: A first or B, whichever product is larger.
    const products = [0, 1, 2, 3].map((k) => [50, 30, 15, 5][k]! * result.second[k]!);
    expect(result.riskiest).toEqual([0, 1, 2, 3].toSorted((a, b) => products[b]! - products[a]!));
  });

  it('says how many A customers, and with one kind of risk alone that it is one', async () => {
    const { say } = await seen(all, only({ overdue: 40, decline: 20, concentration: 10, flags: 30 }));
    expect(say('en')).toBe(
      '1 of 2 A customers is at high risk, with a score above 67: 30% of revenue. The mean score is 44.2 of 100, from 87.5% of the weights.'.replace('30%', '30.0%'), // prettier-ignore
    );
    const market = await seen({ lines });
    expect(ok(market).groups).toEqual(['market']);
    expect(market.say('en')).toContain('Only one kind of risk could be scored: market.');
    expect(market.say('zh-Hans')).toContain('只有一类风险可以评分：市场。');
  });

  it('tells no share of nobody', async () => {
    const { say } = await seen(all, {
      ...only({ overdue: 40, decline: 20, concentration: 10, flags: 30 }),
      cut2: 100,
    });
    expect(say('en')).toContain('0 of 2 A customers are at high risk, with a score above 100. The mean');
    expect(say('zh-Hans')).toContain('2个A类客户中有0个风险高（评分高于100）；平均');
  });

  it('missing components are named, and their weight goes to the others', async () => {
    const lacking = ok(await seen({ lines }, { weights: [20, 15, 15, 10, 0, 10, 0, 20] }));
    const market = ok(await seen({ lines }, only({ decline: 10, concentration: 10 })));
    expect([...lacking.second]).toEqual([...market.second]);
    const missing = lacking.parts.parts.filter(
      ({ component }) => component.weight > 0 && !component.available,
    );
    expect(missing.map(({ component }) => component.id)).toEqual(['overdue_days', 'overdue_share', 'limit_use', 'flags']); // prettier-ignore
  });
});

describe('states', () => {
  const reason = async (tables: Tables, values: Record<string, unknown> = {}) => {
    const { result } = await seen(tables, values);
    return result.state === 'ok' ? 'ok' : `${result.state} ${result.reason}`;
  };
  it('concentration alone is value once more, unless it is asked for', async () => {
    const bare: Tables = { lines: [{ customer: 'A', amount: '1' }, { customer: 'B', amount: '2' }] }; // prettier-ignore
    expect(await reason(bare)).toBe('unusable no_parts');
    expect(await reason(bare, only({ concentration: 1 }))).toBe('ok');
    const oneDay: Tables = { lines: [{ customer: 'A', day: '2024-01-01', amount: '1' }, { customer: 'B', day: '2024-01-01', amount: '2' }] }; // prettier-ignore
    expect(await reason(oneDay)).toBe('empty nothing_known');
    expect(await reason({ ...oneDay, ...overdue({ A: '3' }) })).toBe('ok');
  });
  it('weights of zero throughout are the default ones', async () => {
    const zero = ok(await seen({ lines }, { weights: [0, 0, 0, 0, 0, 0, 0, 0] }));
    expect([...zero.second]).toEqual([...ok(await seen({ lines })).second]);
  });
});

describe('the score', () => {
  it('never falls when a payment is longer overdue and all else stays', async () => {
    const days = ['0', '1', '30', '60', '89', '90', '200'];
    let last = -1;
    for (const late of days) {
      const { second } = ok(await seen({ lines, ...licences, ...overdue({ A: late, B: '10', C: '10' }) }));
      expect(second[0]).toBeGreaterThanOrEqual(last);
      if (Number(late) > 0 && Number(late) <= 90) expect(second[0]).toBeGreaterThan(last);
      last = second[0]!;
    }
  });

  it('is monotone under any weights', async () => {
    const one = await seen({ lines, ...overdue({ A: '10' }) });
    const { metrics } = { metrics: ok(one) };
    expect(metrics.components).toHaveLength(8);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 8 }),
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 0, max: 120 }),
        async (weights, a, b) => {
          const score = async (days: number) =>
            ok(await seen({ lines, ...overdue({ A: String(days) }) }, { weights })).second[0]!; // prettier-ignore
          fc.pre(weights[0]! > 0);
          expect(await score(Math.max(a, b))).toBeGreaterThanOrEqual((await score(Math.min(a, b))) - 1e-12);
        },
      ),
      { seed: 44, numRuns: 8 },
    );
  });
});

describe('the picture', () => {
  it.each(langs)('%s: both axes by name, the whole scale, the five largest', async (lang) => {
    const { frame, live, result } = await seen({ lines, ...licences });
    if (result.state !== 'ok') throw new Error(result.reason);
    const format = formatter(lang);
    const cloud = { n: 4, x: (k: number) => units(frame.ranked.value(k)), y: result.value.second };
    const x = axisOf(Float64Array.of(5, 15, 30, 50), format);
    const y = axisOf(Float64Array.of(0, 100), format, 'number');
    const option = () =>
      cloudChart(
        { byTier: marks(cloud, live.tiers, x, y), raster: [], x, y, xName: 'x', yName: strings[lang].riskAxis, square: [10, 10], narrow: false },
        chartTheme('light', lang),
        (k) => frame.customers.ids.at(k) ?? '',
      ); // prettier-ignore
    const painted = paintedTexts(paintSvg(option(), { width: 900, height: 560 }));
    for (const text of [strings[lang].riskAxis, 'A', 'D', '0', '100']) expect(painted).toContain(text);
    const text = (value: unknown): string => JSON.stringify(value, (_, v: unknown) => (typeof v === 'function' ? String(v) : v)); // prettier-ignore
    expect(text(option())).toBe(text(option()));
  });
});
