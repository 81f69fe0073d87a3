import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../../src/app/data.ts';
import { paintSvg } from '../../../src/charts/echarts.ts';
import { chartTheme } from '../../../src/charts/theme.ts';
import { formatter } from '../../../src/format/format.ts';
import { frameWords } from '../../../src/i18n/frame.ts';
import { langs, type Lang } from '../../../src/i18n/lang.ts';
import { bands, chart, curvePoints, pictureOf } from '../../../src/lenses/pareto/chart.ts';
import type { ParetoParams } from '../../../src/lenses/pareto/params.ts';
import { shownCurve, tiersOf, type Concentration } from '../../../src/lenses/pareto/result.ts';
import { strings } from '../../../src/lenses/pareto/strings.ts';
import { type Choices, dataOf, figuresOf } from '../../support/lenses.ts';
import { look, paintedTexts } from '../../support/lensCheck.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { ten } from '../ten.ts';

const engine = nodeEngine();
let data: Data;
beforeAll(async () => {
  await engine.open();
  data = await dataOf(engine, ten);
});
afterAll(() => engine.close());

const close = (figures: Record<string, number | null>, expected: Record<string, number>): void => {
  for (const [name, value] of Object.entries(expected))
    expect(figures[`pareto.${name}`], name).toBeCloseTo(value, 12);
};

describe('concentration of ten customers worked out by hand', () => {
  it('shares, Gini, Herfindahl index, joint ratio, cut and stress test', async () => {
    close(await figuresOf(data), {
      customers: 10,
      value: 100,
      apart_customers: 2,
      apart_value: -3,
      top1_share: 0.055, // a tenth of the largest
      top5_share: 0.275,
      top10_share: 0.55,
      top20_share: 0.75,
      gini: 0.678, // 2 * 889 / 1000 - 11 / 10
      gini_sample: 0.678 / 0.9,
      hhi: 0.3574,
      joint_customers: 0.225, // a quarter of the way from the second to the third
      joint_value: 0.775,
      cut_share: 0.8,
      cut_customers: 3,
      cut_value_share: 0.85,
      largest_share: 0.55,
      'without_largest.top20_share': 28 / 45,
      'without_largest.cut_customers': 4,
    });
  });

  it('the handle reads the smallest number of customers that reaches it, exactly at a step too', async () => {
    const at = async (cut1: number) => {
      const figures = await figuresOf(data, { tiers: { cut1, cut2: 10_000 } });
      return [figures['pareto.cut_customers'], figures['pareto.cut_value_share']];
    };
    expect(await at(5500)).toEqual([1, 0.55]);
    expect(await at(5501)).toEqual([2, 0.75]);
    expect(await at(7500)).toEqual([2, 0.75]);
    expect(await at(10_000)).toEqual([10, 1]);
  });

  it('customers at or below zero: as zero they are ranked, as they are they bend the curve', async () => {
    close(await figuresOf(data, { scope: { nonpositive: 'zero' } }), { customers: 12, value: 100, apart_customers: 0, top10_share: (55 + 0.2 * 20) / 100 }); // prettier-ignore
    close(await figuresOf(data, { scope: { nonpositive: 'keep' } }), { customers: 12, value: 97, cut_customers: 3, largest_share: 55 / 97 }); // prettier-ignore
  });

  it('says so in both languages', async () => {
    const { say } = await look('pareto', data);
    expect(say('en')).toMatch(
      /\b3 of 10 customers\b.*\b30\.0%.*\b85\.0%.*\brevenue\b.*\b22\.5%.*\b77\.5%.*\b55\.0%/,
    );
    const chinese = say('zh-Hans');
    for (const part of ['10', '3', '30.0%', '85.0%', '收入', '22.5%', '77.5%', '55.0%'])
      expect(chinese).toContain(part);
  });

  it('the order of the rows says nothing', async () => {
    const other = await dataOf(engine, ten.toReversed());
    const backwards = await figuresOf(other);
    const again = await figuresOf(await dataOf(engine, ten));
    expect(backwards).toEqual(again);
  });
});

describe('the picture', () => {
  async function option(
    lang: Lang,
    narrow = false,
    view: ParetoParams['view'] = 'pareto',
    choices: Choices = {},
  ) {
    const { result, live } = await look<Concentration>('pareto', await dataOf(engine, ten), choices);
    if (result.state !== 'ok') throw new Error(result.reason);
    const theme = chartTheme('light', lang);
    const c = result.value;
    const curve = shownCurve(c);
    const parts = bands(curve, tiersOf(c, live), curvePoints(curve));
    const measure = frameWords[lang].measures.amount;
    return chart(pictureOf(c, view), parts, theme, formatter(lang), strings[lang], measure, narrow);
  }

  it.each(langs)('%s: both axes in percent, with their words', async (lang) => {
    const painted = paintedTexts(paintSvg(await option(lang), { width: 640, height: 420 }));
    const ticks = ['0%', '20%', '40%', '60%', '80%', '100%'];
    expect(painted.filter((text) => /^\d+%$/.test(text))).toEqual([...ticks, ...ticks]);
    const words = strings[lang];
    const measure = frameWords[lang].measures.amount;
    for (const expected of [words.xAxis, words.yAxis(measure), words.equality, words.jump('55.0%')])
      expect(painted).toContain(expected);
    expect(painted).toHaveLength(16);
  });

  it('at phone width the diagonal has no words in the plot', async () => {
    const painted = paintedTexts(paintSvg(await option('en', true), { width: 320, height: 320 }));
    expect(painted).not.toContain(strings.en.equality);
  });

  it('the bands meet: no gap between tiers, from the origin to everybody', async () => {
    const { result, live } = await look<Concentration>('pareto', await dataOf(engine, ten));
    if (result.state !== 'ok') throw new Error(result.reason);
    const parts = bands(result.value.ranked, live.tiers, curvePoints(result.value.ranked));
    expect(parts.map((part) => [part[0], part.at(-1)])).toEqual([
      [[0, 0], [0.3, 0.85]],
      [[0.3, 0.85], [0.6, 0.96]],
      [[0.6, 0.96], [1, 1]],
    ]); // prettier-ignore
  });

  it('the same data give the same option', async () => {
    const text = (value: unknown): string => JSON.stringify(value, (_, v: unknown) => (typeof v === 'function' ? String(v) : v)); // prettier-ignore
    for (const lang of langs) expect(text(await option(lang))).toBe(text(await option(lang)));
    expect(text(await option('en'))).not.toBe(text(await option('zh-Hans')));
  });
});
