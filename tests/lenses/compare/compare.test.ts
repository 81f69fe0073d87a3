import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Data } from '../../../src/app/data.ts';
import { dayOf } from '../../../src/base/day.ts';
import { paintSvg } from '../../../src/charts/echarts.ts';
import { chartTheme } from '../../../src/charts/theme.ts';
import { formatter } from '../../../src/format/format.ts';
import { langs } from '../../../src/i18n/lang.ts';
import { chart, lookOf } from '../../../src/lenses/compare/chart.ts';
import { ranking } from '../../../src/lenses/compare/groups.ts';
import { nameOf } from '../../../src/lenses/compare/insight.ts';
import type { Comparison } from '../../../src/lenses/compare/result.ts';
import { strings } from '../../../src/lenses/compare/strings.ts';
import type { Figures } from '../../../src/lenses/types.ts';
import { type Choices, figuresOf, noCoverage, plainLedger } from '../../support/lenses.ts';
import { look, paintedTexts } from '../../support/lensCheck.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { type DimensionLine, putTables, type Tables } from '../../support/sideTables.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const open = async (tables: Tables): Promise<Data> =>
  new Data(engine, {
    model: await putTables(engine, tables),
    ledger: plainLedger(tables.lines.length),
    coverage: noCoverage,
  });

const sale = (
  customer: string,
  region: string | null,
  amount: number,
  day = '2024-01-01',
): DimensionLine => ({
  customer,
  day,
  amount: String(amount),
  dimensions: { region },
});
const by = (values: Record<string, unknown>, scope: Choices['scope'] = {}): Choices => ({ scope, values: { compare: values } }); // prettier-ignore
const mine = (figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).filter(([name]) => name.startsWith('compare.')));

async function seen(data: Data, choices: Choices = {}) {
  const found = await look<Comparison>('compare', data, choices);
  if (found.result.state !== 'ok') throw new Error(found.result.reason);
  return { ...found, c: found.result.value };
}

describe('regions by hand', () => {
  // North: 60 20 10 10 and one apart; South 40 40; blank 5; West nobody above zero. K0 buys in North and South.
  const lines = [
    sale('K0', 'North', 60), sale('K1', 'North', 20), sale('K2', 'North ', 10), sale('K3', 'North', 10), sale('K4', 'North', -1),
    sale('K0', 'South', 40), sale('K5', 'South', 40), sale('K6', null, 3), sale('K6', '', 2), sale('K7', 'West', -4),
  ]; // prettier-ignore

  it('each group is ranked by itself, customers at or below zero apart', async () => {
    const figures = mine(await figuresOf(await open({ lines })));
    expect(figures).toMatchObject({
      'compare.groups': 4,
      'compare.groups_without': 1,
      'compare.groups_other': 0,
      'compare.other_value': 0,
      'compare.1.customers': 4,
      'compare.1.value': 100,
      'compare.1.apart_customers': 1,
      'compare.1.n80': 2,
      'compare.1.largest_share': 0.6,
      'compare.2.customers': 2,
      'compare.2.value': 80,
      'compare.2.gini': 0,
      'compare.2.n80': 2,
      'compare.3.customers': 1,
      'compare.3.value': 5,
    });
    expect(figures['compare.1.top20_share']).toBeCloseTo(0.8 * 0.6, 12);
    expect(figures['compare.1.joint_customers']).toBeCloseTo(1 / 3, 12);
    expect(figures['compare.2.top20_share']).toBeCloseTo(0.2, 12);
  });

  it('opens the customers of a group, in the notebook’s ranks', async () => {
    const { c, frame } = await seen(await open({ lines }));
    const ids = c.groups.map((group) => [...group.ranks].map((k) => frame.customers.ids.at(k)));
    expect(ids).toEqual([['K0', 'K1', 'K2', 'K3', 'K4'], ['K0', 'K5'], ['K6']]);
    expect(c.groups.map((group) => group.name)).toEqual(['North', 'South', '']);
  });

  it('names the most and the least concentrated, in both languages', async () => {
    const { say } = await seen(await open({ lines }));
    expect(say('en')).toBe(
      'Of the 3 groups drawn, North is the most concentrated: the top 20% of its customers hold 48.0%; in (not stated), the least, they hold 20.0%.',
    );
    expect(say('zh-Hans')).toBe(
      '画出的3个组中，North最集中：前20%的客户占48.0%；（未填写）最分散，占20.0%。',
    );
  });

  it('kept as they are, values below zero bend the curve; as zero they are ranked', async () => {
    const keep = mine(await figuresOf(await open({ lines }), by({}, { nonpositive: 'keep' })));
    expect(keep).toMatchObject({
      'compare.1.customers': 5,
      'compare.1.value': 99,
      'compare.groups_without': 1,
    });
    const zero = mine(await figuresOf(await open({ lines }), by({}, { nonpositive: 'zero' })));
    expect(zero).toMatchObject({
      'compare.1.customers': 5,
      'compare.1.value': 100,
      'compare.1.apart_customers': 0,
    });
  });

  it('of more than five groups the five largest are drawn, the others counted', async () => {
    const many = Array.from({ length: 8 }, (_, i) => sale(`K${i}`, `R${i}`, i + 1));
    const { c } = await seen(await open({ lines: many }));
    expect(c.groups.map((group) => group.name)).toEqual(['R7', 'R6', 'R5', 'R4', 'R3']);
    expect([c.all, c.others]).toEqual([8, { groups: 3, value: 60_000 }]);
  });

  it('one group says that there is nothing to compare; none above zero that there is no curve', async () => {
    const one = await seen(await open({ lines: [sale('A', 'North', 5), sale('B', 'North', 5)] }));
    expect(one.say('en')).toBe('There is one group, North, and nothing to compare it with: the top 20% of its customers hold 20.0%.'); // prettier-ignore
    const none = await seen(await open({ lines: [sale('A', 'North', -5)] }));
    expect(none.c.groups).toEqual([]);
    expect(none.say('en')).toBe(strings.en.noGroup);
  });
});

describe('other ways', () => {
  const dated = [2019, 2020, 2021, 2022, 2023, 2024].flatMap((year, i) => [
    { customer: 'A', day: `${year}-05-01`, amount: String(10 + i) },
    { customer: 'B', day: `${year}-06-01`, amount: '10' },
  ]);

  it('of years the latest five, in time', async () => {
    const { c } = await seen(await open({ lines: dated }), by({ by: 'year' }));
    expect(c.way).toBe('year');
    expect(c.groups.map((group) => group.name)).toEqual(['2020', '2021', '2022', '2023', '2024']);
    expect(c.others).toEqual({ groups: 1, value: 200_000 });
  });

  it('a column of the customer list', async () => {
    const lines = ['A', 'B', 'C'].map((customer, i) => ({ customer, day: '2024-01-01', amount: String(10 * (i + 1)) })); // prettier-ignore
    const attributes = [
      { role: 'industry', values: { A: 'food', B: 'food' } },
      { header: 'Tier of the past', values: { A: 'x', C: 'y' } },
    ] as const;
    const industry = await seen(await open({ lines, attributes }), by({ by: 'industry' }));
    expect(industry.c.groups.map((group) => [group.name, group.shares.value])).toEqual([['', 300_000], ['food', 300_000]]); // prettier-ignore
    const past = await seen(await open({ lines, attributes }), by({ by: 'attribute_1' }));
    expect(past.c.way).toBe('attribute_1');
    expect(past.c.groups.map((group) => group.name)).toEqual(['y', '', 'x']);
  });

  it('what the file does not have is replaced by the first that it has', async () => {
    const undated = await open({
      lines: [
        { customer: 'A', amount: '5' },
        { customer: 'B', amount: '1' },
      ],
    });
    for (const way of ['auto', 'region', 'period', 'year'])
      expect((await seen(undated, by({ by: way }))).c.way).toBe('sample');
    expect((await seen(undated)).c.groups.map((group) => group.shares.customers)).toEqual([2]);
    expect((await seen(await open({ lines: dated }), by({ by: 'region' }))).c.way).toBe('year');
  });
});

describe('random tables', () => {
  const rows = fc.array(
    fc.record({
      customer: fc.integer({ min: 0, max: 7 }),
      region: fc.constantFrom('N', 'S', 'E', 'W', 'M', 'L', null),
      amount: fc.integer({ min: -20, max: 60 }),
    }),
    { minLength: 1, maxLength: 30 },
  );

  it('figures of every group are those of a plain count', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('apart', 'keep', 'zero'), async (list, nonpositive) => {
        const data = await open({ lines: list.map((r) => sale(`K${r.customer}`, r.region, r.amount)) });
        const figures = await figuresOf(data, by({ by: 'region' }, { nonpositive }));
        const sums = new Map<string, Map<string, number>>();
        for (const r of list) {
          const group = sums.get(r.region ?? '') ?? new Map<string, number>();
          group.set(`K${r.customer}`, (group.get(`K${r.customer}`) ?? 0) + r.amount);
          sums.set(r.region ?? '', group);
        }
        const curves = [...sums].map(([name, group]) => {
          const values = [...group.values()].map((v) => (nonpositive === 'zero' ? Math.max(0, v) : v));
          const kept = (nonpositive === 'apart' ? values.filter((v) => v > 0) : values).sort((a, b) => b - a);
          return { name, kept, total: kept.reduce((sum, v) => sum + v, 0) };
        });
        const drawn = curves.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1)); // prettier-ignore
        expect(figures['compare.groups']).toBe(curves.length);
        expect(figures['compare.groups_without']).toBe(curves.length - drawn.length);
        expect(figures['compare.groups_other']).toBe(Math.max(0, drawn.length - 5));
        expect(figures['compare.other_value']).toBe(
          drawn.slice(5).reduce((sum, { total }) => sum + total, 0),
        );
        drawn.slice(0, 5).forEach(({ kept, total }, i) => {
          const name = `compare.${i + 1}`;
          const n = kept.length;
          expect(figures[`${name}.customers`]).toBe(n);
          expect(figures[`${name}.value`]).toBe(total);
          expect(figures[`${name}.largest_share`]).toBeCloseTo(kept[0]! / total, 12);
          let sum = 0;
          expect(figures[`${name}.n80`]).toBe(kept.findIndex((v) => (sum += v) * 10 >= total * 8) + 1);
          const whole = Math.floor(n / 5);
          const top = kept.slice(0, whole).reduce((s, v) => s + v, 0) + (n / 5 - whole) * (kept[whole] ?? 0);
          expect(figures[`${name}.top20_share`]).toBeCloseTo(top / total, 10);
          let pairs = 0;
          for (const a of kept) for (const b of kept) pairs += Math.abs(a - b);
          expect(figures[`${name}.gini`]).toBeCloseTo(pairs / (2 * n * total), 10);
        });
        expect(figures[`compare.${Math.min(5, drawn.length) + 1}.customers`]).toBeUndefined();
      }),
      { seed: 21, numRuns: 25 },
    );
  });
});

describe('samples', () => {
  it('are held against the file’s own curve under the notebook’s rule', () => {
    const values = Float64Array.of(30, 20, 0, -5);
    expect(ranking(values, 'apart').ranked.n).toBe(2);
    expect(ranking(values, 'apart').apart).toEqual({ customers: 2, value: -5 });
    expect(ranking(values, 'zero').ranked.total).toBe(50);
    expect(ranking(values, 'keep').ranked.total).toBe(45);
    expect(ranking([30n, 0n, -5n], 'zero').ranked.n).toBe(3);
  });
});

describe('the picture', () => {
  const lines = [sale('A', 'North', 60), sale('B', 'North', 20), sale('C', 'North', 20), sale('D', 'South', 30), sale('E', 'South', 30), sale('F', 'South', 30)]; // prettier-ignore

  it.each(langs)('%s: one axis, each curve with its name', async (lang) => {
    const { c } = await seen(await open({ lines }));
    const t = strings[lang];
    const format = formatter(lang);
    const drawn = c.groups.map((group, i) => ({ name: nameOf(c, i, format, t), ranked: group.ranked, before: false })); // prettier-ignore
    const at = (axis: 'percent' | 'rank' | 'log', narrow = false) =>
      paintedTexts(paintSvg(chart(drawn, axis, chartTheme('light', lang), format, t, 'x', narrow), { width: 700, height: 460 })); // prettier-ignore
    expect(at('percent')).toEqual(
      expect.arrayContaining(['North', 'South', t.xPercent, t.yAxis('x'), '100%']),
    );
    expect(at('rank')).toEqual(expect.arrayContaining([t.xRank, '3']));
    expect(at('log')).toContain(t.xLog);
    expect(at('percent', true)).not.toContain('North');
  });

  it.each(['light', 'dark'] as const)('%s: curves stand out from the paper by three to one', (mode) => {
    const theme = chartTheme(mode, 'en');
    const luminance = (hex: string): number => {
      const [r, g, b] = [1, 3, 5].map((i) => {
        const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      }) as [number, number, number];
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const paper = luminance(theme.colour.bg);
    const looks = [0, 1, 2, 3, 4].map((i) => lookOf(theme, i, false));
    for (const { colour } of looks) {
      const own = luminance(colour);
      expect((Math.max(own, paper) + 0.05) / (Math.min(own, paper) + 0.05), colour).toBeGreaterThanOrEqual(3);
    }
    expect(new Set(looks.map(({ colour, dash }) => `${colour} ${dash}`)).size).toBe(5);
    const tiers = Object.values(theme.colour.tier);
    for (const { colour } of looks) expect(tiers).not.toContain(colour);
  });
});

describe('days that settings allow', () => {
  it('reads them from links and gives them back', async () => {
    const { lens } = await import('../../../src/lenses/compare/index.ts');
    expect(lens.params.read('compare_from_1', '2024-02-29')).toEqual({ from1: dayOf(2024, 2, 29) });
    expect(lens.params.read('compare_from_1', '2023-02-29')).toBeUndefined();
    expect(lens.params.write({ by: 'region', to2: dayOf(2024, 1, 1) })).toEqual({ compare_by: 'region', compare_to_2: '2024-01-01' }); // prettier-ignore
  });
});
