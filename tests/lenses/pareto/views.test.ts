import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paintSvg } from '../../../src/charts/echarts.ts';
import { chartTheme } from '../../../src/charts/theme.ts';
import { formatter } from '../../../src/format/format.ts';
import { langs, type Lang } from '../../../src/i18n/lang.ts';
import { bands, chart, curvePoints, pictureOf } from '../../../src/lenses/pareto/chart.ts';
import { extentOf, heightOf, placed } from '../../../src/lenses/pareto/place.ts';
import {
  cutAt,
  firstSet,
  negativeSet,
  shownCurve,
  tiersOf,
  type Concentration,
} from '../../../src/lenses/pareto/result.ts';
import { strings } from '../../../src/lenses/pareto/strings.ts';
import type { Frame } from '../../../src/lenses/types.ts';
import { gini } from '../../../src/stats/gini.ts';
import type { Line } from '../../support/lines.ts';
import { type Choices, dataOf, figuresOf } from '../../support/lenses.ts';
import { look, paintedTexts } from '../../support/lensCheck.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { ten, tenValues } from '../ten.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

/** Orders as [customer, amount, profit]. */
const shop = (rows: readonly (readonly [string, number, number?])[]): Line[] =>
  rows.map(([customer, amount, profit], i) => ({
    customer,
    order: `O${i}`,
    day: `2024-01-${String(i + 1).padStart(2, '0')}`,
    amount: String(amount),
    ...(profit === undefined ? {} : { profit: String(profit) }),
  }));

async function seen(lines: readonly Line[], choices: Choices = {}) {
  const { result, live, frame, say } = await look<Concentration>(
    'pareto',
    await dataOf(engine, lines),
    choices,
  );
  if (result.state !== 'ok') throw new Error(result.reason);
  return { c: result.value, live, frame, say };
}

function painted(
  c: Concentration,
  live: Parameters<typeof tiersOf>[1],
  lang: Lang,
  view: 'pareto' | 'lorenz' = 'pareto',
): string[] {
  const curve = shownCurve(c);
  const parts = bands(curve, tiersOf(c, live), curvePoints(curve));
  const option = chart(pictureOf(c, view), parts, chartTheme('light', lang), formatter(lang), strings[lang], 'x', false); // prettier-ignore
  return paintedTexts(paintSvg(option, { width: 640, height: 520 }));
}

const close = (figures: Record<string, number | null>, expected: Record<string, number | null>): void => {
  for (const [name, value] of Object.entries(expected))
    if (value === null) expect(figures[`pareto.${name}`], name).toBeNull();
    else expect(figures[`pareto.${name}`], name).toBeCloseTo(value, 12);
};

const identified = (frame: Frame, set: ReturnType<typeof firstSet>): (string | null)[] => {
  const ranks = set.kind === 'list' ? [...set.ranks] : Array.from({ length: set.end - set.start }, (_, i) => set.start + i); // prettier-ignore
  return ranks.map((k) => frame.customers.ids.at(k));
};

describe('ten customers worked out by hand, further measures', () => {
  it('top 50 %, own share, effective number, without the largest three and ten', async () => {
    const figures = await figuresOf(await dataOf(engine, ten), { values: { pareto: { top: 25 } } });
    close(figures, {
      top50_share: 0.94,
      top_own_share: 0.8, // two customers and half of the third
      effective_customers: 1 / 0.3574,
      'without_largest.gini': gini((await seen(ten)).c.ranked.drop(1))!.population,
      'without_3.top20_share': (5 + 0.4 * 4) / 15,
      'without_3.cut_customers': 4, // 5 + 4 + 2 + 1 = 12 of 15, exactly 80 %
      'without_10.top20_share': null,
      'without_10.cut_customers': null,
      peak_share: 1,
      peak_customers: 10,
      nothing_customers: 0,
      negative_customers: 1,
      negative_value: -3,
    });
  });

  it('without the largest three: the other curve is drawn, with its own tiers, sentence and customers', async () => {
    const { c, live, frame, say } = await seen(ten, { values: { pareto: { without: '3' } } });
    expect(shownCurve(c).n).toBe(7);
    // The fourth has the value of the three after it: equal values share a tier.
    expect(tiersOf(c, live).map((tier) => tier.customers)).toEqual([7, 0, 0]);
    expect(identified(frame, firstSet(c, cutAt(shownCurve(c), 8000).customers))).toEqual(['K03', 'K04', 'K05', 'K06']); // prettier-ignore
    expect(say('en')).toBe(
      'Without the largest 3 customers, 4 of 7 bring 80.0% of revenue; the top 20% hold 44.0%, with everybody 75.0%.',
    );
    expect(say('zh-Hans')).toContain('去掉最大的3个客户，7个中的4个带来80.0%的收入');
    expect(pictureOf(c, 'pareto').ghost?.at(1)).toEqual([0.1, 0.55]);
  });

  it('leaving out as many as there are, or more, draws everybody', async () => {
    const { c } = await seen(ten, { values: { pareto: { without: '10' } } });
    expect(c.shown).toBeNull();
    expect(shownCurve(c).n).toBe(tenValues.length);
  });
});

describe('Lorenz view', () => {
  it('is the same curve turned by half a turn, and bounds half of the Gini coefficient', async () => {
    const { c } = await seen(ten);
    const line = placed(curvePoints(c.curve), 'lorenz');
    expect(line[0]).toEqual([0, 0]);
    expect(line.at(-1)).toEqual([1, 1]);
    // L(0.4) = four customers of 1 of 100
    const at = line.find(([x]) => Math.abs(x - 0.4) < 1e-9)!;
    expect(at[1]).toBeCloseTo(0.04, 12);
    let area = 0;
    for (let i = 1; i < line.length; i++)
      area += ((line[i]![0] - line[i - 1]![0]) * (line[i]![1] + line[i - 1]![1])) / 2;
    expect(1 - 2 * area).toBeCloseTo(c.gini!.population, 12);
  });

  it.each(langs)('%s: names its axis, and the first customer’s jump at the other end', async (lang) => {
    const { c, live } = await seen(ten);
    const texts = painted(c, live, lang, 'lorenz');
    expect(texts).toContain(strings[lang].xAxisLorenz);
    expect(texts).not.toContain(strings[lang].xAxis);
    expect(texts).toContain(strings[lang].jump('55.0%'));
  });
});

describe('whale curve: three earn 118, two nothing, two lose 18', () => {
  const lines = shop([['A', 500, 50], ['B', 400, 40], ['C', 300, 28], ['D', 90, 0], ['E', 80, 0], ['F', 70, -8], ['G', 60, -10]]); // prettier-ignore
  const keep: Choices = { scope: { measure: 'profit', nonpositive: 'keep' } };

  it('peak, who stands where, and the customers who take profit away', async () => {
    close(await figuresOf(await dataOf(engine, lines), keep), {
      customers: 7,
      value: 100,
      peak_share: 1.18,
      peak_customers: 3,
      nothing_customers: 2,
      negative_customers: 2,
      negative_value: -18,
      cut_customers: 2,
      cut_value_share: 0.9,
    });
    const { c, frame } = await seen(lines, keep);
    expect(identified(frame, negativeSet(c, frame))).toEqual(['F', 'G']);
  });

  it('says so', async () => {
    const { say } = await seen(lines, keep);
    expect(say('en')).toContain('The curve peaks at 118.0% after 3 customers; 2 customers take 18 of profit away again, and 2 add nothing.'); // prettier-ignore
    expect(say('zh-Hans')).toContain(
      '曲线在第3个客户处达到最高点118.0%；2个客户又抵消了18的利润，2个客户没有贡献。',
    );
  });

  it.each(langs)('%s: the axis reaches beyond the peak, in the Lorenz view below zero', async (lang) => {
    const { c, live } = await seen(lines, keep);
    const percents = (texts: string[]): string[] => texts.filter((text) => /^[−\d]+%$/.test(text));
    expect(percents(painted(c, live, lang))).toEqual(expect.arrayContaining(['−20%', '0%', '100%', '120%']));
    expect(percents(painted(c, live, lang))).not.toContain('140%');
    expect(percents(painted(c, live, lang, 'lorenz'))).toEqual(
      expect.arrayContaining(['−20%', '0%', '100%']),
    );
  });

  it('apart, they are counted but do not bend the curve', async () => {
    close(await figuresOf(await dataOf(engine, lines), { scope: { measure: 'profit' } }), {
      customers: 3,
      value: 118,
      apart_customers: 4,
      peak_share: 1,
      negative_customers: 2,
      negative_value: -18,
    });
  });

  it('the axis: 0 to 1 without such values, else a whole number of steps up to the peak', () => {
    expect(extentOf('pareto', 1, 0)).toEqual({ bottom: 0, top: 1, step: 0.2 });
    expect(extentOf('pareto', 1.18, 0)).toEqual({ bottom: 0, top: 1.2, step: 0.2 });
    expect(extentOf('pareto', 1.2, 0)).toEqual({ bottom: 0, top: 1.2, step: 0.2 });
    expect(extentOf('lorenz', 1.18, 0)).toEqual({ bottom: -0.2, top: 1, step: 0.2 });
    const tall = extentOf('pareto', 1000, 0);
    expect(tall.top / tall.step).toBeLessThanOrEqual(11);
    expect(extentOf('pareto', 1.613, 0)).toEqual({ bottom: 0, top: 1.8, step: 0.2 });
    expect(tall.top).toBeGreaterThanOrEqual(1000);
    expect(heightOf(1, { bottom: -1, top: 3, step: 1 })).toBe(0.5);
  });
});

describe('ranked by a ratio', () => {
  // margins .8 .5 .1 0 -.1, running profit 40 90 110 110 100
  const lines = shop([['A', 100, 50], ['B', 200, 20], ['C', 50, 40], ['D', 100, -10], ['E', 50, 0]]); // prettier-ignore
  const by = (way: string): Choices => ({ values: { pareto: { by: way } } });

  it('margin: profit in the order of margins; no Gini coefficient and no joint ratio', async () => {
    close(await figuresOf(await dataOf(engine, lines), by('margin')), {
      customers: 5,
      value: 100,
      top20_share: 0.4,
      top50_share: (40 + 50 + 10) / 100,
      cut_customers: 2,
      cut_value_share: 0.9,
      peak_share: 1.1,
      peak_customers: 3,
      negative_customers: 1,
      negative_value: -10,
      gini: null,
      gini_sample: null,
      joint_customers: null,
      joint_value: null,
    });
    const { c, frame, live, say } = await seen(lines, by('margin'));
    expect(identified(frame, firstSet(c, 3))).toEqual(['C', 'A', 'B']);
    expect(identified(frame, negativeSet(c, frame))).toEqual(['D']);
    expect(tiersOf(c, live)).toEqual([]);
    expect(say('en')).toMatch(/^Ranked by margin, the first 2 of 5 customers \(40\.0%\) bring 90\.0% of profit; the first 20% hold 40\.0%\. The curve peaks at 110\.0%/); // prettier-ignore
    expect(say('zh-Hans')).toMatch(
      /^按利润率排列，5个客户中的前2个（40\.0%）带来90\.0%的利润；前20%占40\.0%。/,
    );
  });

  it('average order: amounts by orders, equal ones in the order of their values', async () => {
    // averages: A 100, B 200/4 = 50, C 50, D 30
    const orders = shop([['A', 100], ['B', 80], ['B', 40], ['B', 40], ['B', 40], ['C', 50], ['D', 30]]); // prettier-ignore
    const { c, frame } = await seen(orders, by('average_order'));
    expect(identified(frame, firstSet(c, 4))).toEqual(['A', 'B', 'C', 'D']);
    expect([1, 2, 3, 4].map((k) => c.curve.prefixShare(k))).toEqual([100 / 380, 300 / 380, 350 / 380, 1]);
    // by value B leads
    expect(frame.customers.ids.at(0)).toBe('B');
  });

  it('where the file has no profit, or profits add up to nothing, it says why and ranks by value', async () => {
    const none = await seen(shop([['A', 5], ['B', 4], ['C', 3], ['D', 2], ['E', 1]]), by('margin')); // prettier-ignore
    expect([none.c.refused, none.c.ordered, none.c.curve.n]).toEqual(['no_profit', null, 5]);
    const lost = await seen(shop([['A', 5, -1], ['B', 4, 1]]), by('margin')); // prettier-ignore
    expect([lost.c.refused, lost.c.ordered]).toEqual(['no_total', null]);
  });
});

describe('bars', () => {
  it('up to 40 customers each has one, beyond nobody', async () => {
    const many = (n: number) => shop(Array.from({ length: n }, (_, i) => [`K${i}`, n - i] as const)).map((line) => ({ ...line, day: '2024-01-01' })); // prettier-ignore
    const { c } = await seen(many(40));
    expect(pictureOf(c, 'pareto').bars).toHaveLength(40);
    expect(pictureOf(c, 'pareto').bars![0]).toBe(40 / 820);
    expect(pictureOf((await seen(many(41))).c, 'pareto').bars).toBeNull();
  });

  it('the first customer’s jump is labelled above 5 %, not at it', async () => {
    // the largest has exactly 5 % of 100
    const flat = shop([['A', 5], ...Array.from({ length: 95 }, (_, i) => [`K${i}`, 1] as const)]).map((line) => ({ ...line, day: '2024-01-01' })); // prettier-ignore
    expect(pictureOf((await seen(flat)).c, 'pareto').jump).toBeNull();
    expect(pictureOf((await seen(ten)).c, 'pareto').jump).toEqual([0.1, 0.55]);
  });
});
