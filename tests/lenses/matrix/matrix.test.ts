import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axisOf } from '../../../src/lenses/axis.ts';
import { cloudChart, density, marks, type Cloud } from '../../../src/lenses/cloud.ts';
import { paintSvg } from '../../../src/charts/echarts.ts';
import { chartTheme } from '../../../src/charts/theme.ts';
import { formatter } from '../../../src/format/format.ts';
import { frameWords } from '../../../src/i18n/frame.ts';
import { langs, type Lang } from '../../../src/i18n/lang.ts';
import { gridWords } from '../../../src/lenses/gridWords.ts';
import { units } from '../../../src/lenses/frame.ts';
import { risingPotential, type Matrix } from '../../../src/lenses/matrix/result.ts';
import { strings } from '../../../src/lenses/matrix/strings.ts';
import type { Frame } from '../../../src/lenses/types.ts';
import type { Line } from '../../support/lines.ts';
import { dataOf, figuresOf, type Choices } from '../../support/lenses.ts';
import { look, paintedTexts } from '../../support/lensCheck.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

/** Value before and after the middle of ten days. Growth: +40, -20, +10, 0, +7, -2. Values: 60, 40, 20, 10, 9, 6. */
const halves = { P1: [10, 50], P2: [30, 10], P3: [5, 15], P4: [5, 5], P5: [1, 8], P6: [4, 2] } as const;
const six: readonly Line[] = Object.entries(halves).flatMap(([customer, [before, after]]) => [
  { customer, day: '2024-01-01', amount: String(before) },
  { customer, day: '2024-01-10', amount: String(after) },
]);

const cells = async (lines: readonly Line[], choices: Choices = {}): Promise<Record<string, number[]>> => {
  const figures = await figuresOf(await dataOf(engine, lines), choices);
  const found: Record<string, number[]> = {};
  for (const value of ['high', 'mid', 'low'])
    for (const potential of ['high', 'mid', 'low']) {
      const name = `${value}_${potential}`;
      // Two levels have no middle.
      if (figures[`matrix.${name}.customers`] === undefined) continue;
      const pair = [figures[`matrix.${name}.customers`]!, figures[`matrix.${name}.value`]!];
      if (pair[0] !== 0 || pair[1] !== 0) found[name] = pair;
    }
  return found;
};

describe('value by growth of six customers worked out by hand', () => {
  it('thirds of growth are cut at -2/3 and 8, value by the tiers', async () => {
    expect(await cells(six)).toEqual({
      high_high: [2, 80],
      high_low: [1, 40],
      mid_mid: [2, 19],
      low_low: [1, 6],
    });
    const { result } = await look<Matrix>('matrix', await dataOf(engine, six));
    if (result.state !== 'ok') throw new Error(result.reason);
    expect(result.value.source).toBe('growth');
    expect(result.value.halfDays).toBe(5);
    expect(result.value.cutLow).toBeCloseTo(-2 / 3, 12);
    expect(result.value.cutHigh).toBeCloseTo(8, 12);
  });

  it('cuts of growth as chosen, in either order', async () => {
    const chosen = {
      high_high: [1, 60],
      high_mid: [1, 20],
      high_low: [1, 40],
      mid_mid: [2, 19],
      low_mid: [1, 6],
    };
    expect(await cells(six, { values: { matrix: { cut1: 0, cut2: 80 } } })).toEqual(chosen);
    expect(await cells(six, { values: { matrix: { cut1: 80, cut2: 0 } } })).toEqual(chosen);
  });

  it('moving the cut by value moves rows of the matrix', async () => {
    expect(await cells(six, { tiers: { cut1: 4000, cut2: 6000 } })).toEqual({
      high_high: [1, 60],
      mid_low: [1, 40],
      low_high: [1, 20],
      low_mid: [2, 19],
      low_low: [1, 6],
    });
  });

  it('a mapped column comes before growth; who has none is in no cell', async () => {
    const mapped = six.map((line): Line => {
      const potential = { P1: '1', P2: '2', P3: '3', P4: '4' }[line.customer!];
      return potential ? { ...line, potential } : line;
    });
    // Thirds of 1, 2, 3, 4 are cut at 2 and 3.
    const byColumn = { high_low: [2, 100], high_mid: [1, 20], mid_high: [1, 10] };
    expect(await cells(mapped)).toEqual(byColumn);
    expect(await cells(mapped, { values: { matrix: { potential: 'growth' } } })).toEqual(await cells(six));
    const { result } = await look<Matrix>('matrix', await dataOf(engine, mapped));
    expect(result).toMatchObject({ state: 'ok', value: { source: 'column', unknown: 2 } });
  });

  it('says who rises and who fades', async () => {
    const { say } = await look('matrix', await dataOf(engine, six));
    expect(say('en')).toMatch(/\b0 customers\b.*\b0%.*\b1 large customer\b.*\b27\.6%/); // 40 of 145
    expect(say('zh-Hans')).toMatch(/0.?个客户.*1.?个大客户.*27\.6%/);
  });

  it('two by two: tier A and the rest, above the second percentile and the rest', async () => {
    // 80% of 145 is 116: A is P1, P2, P3; two thirds of growth is 8.
    expect(await cells(six, { values: { matrix: { grid: '2x2' } } })).toEqual({
      high_high: [2, 80],
      high_low: [1, 40],
      low_low: [3, 25],
    });
    const figures = await figuresOf(await dataOf(engine, six), { values: { matrix: { grid: '2x2' } } });
    expect(Object.keys(figures).filter((name) => /^matrix\..*mid/.test(name))).toEqual([]);
    // The first percentile is not looked at.
    expect(await cells(six, { values: { matrix: { grid: '2x2', cut1: 100, cut2: 0 } } })).toEqual({
      high_high: [2, 80],
      high_low: [1, 40],
      low_high: [3, 25],
    });
  });

  it('the sentence names the share of a mapped potential, and other cuts than thirds', async () => {
    const mapped = six.map((line): Line => ({ ...line, potential: { P1: '10', P5: '30', P6: '50' }[line.customer!] ?? '5' })); // prettier-ignore
    // Potentials 10, 5, 5, 5, 30, 50 in the order of value: thirds at 5 and 23.3; P6 (6 of 145) is small and high.
    const { say, frame, live, result } = await look<Matrix>('matrix', await dataOf(engine, mapped));
    expect(say('en')).toBe(
      '1 customer is small today but in the top third of potential; it holds 4.1% of revenue and 47.6% of potential. 2 large customers are in the bottom third (41.4% of revenue).',
    );
    expect(say('zh-Hans')).toContain('1个客户目前较小但潜力居前三分之一，占收入的4.1%、潜力的47.6%；');
    if (result.state !== 'ok') throw new Error(result.reason);
    expect(risingPotential(result.value, live)).toBeCloseTo(50 / 105, 12);
    expect(frame.ranked.n).toBe(6);
    const own = { values: { matrix: { cut1: 0, cut2: 80 } } };
    const moved = await look<Matrix>('matrix', await dataOf(engine, mapped), own);
    expect(moved.say('en')).toContain('in the top 20% of potential');
    const two = await look<Matrix>('matrix', await dataOf(engine, mapped), { values: { matrix: { grid: '2x2' } } }); // prettier-ignore
    expect(two.say('en')).toContain('not in the top third');
  });

  it('a potential below zero has no shares', async () => {
    const mapped = six.map((line): Line => ({ ...line, potential: line.customer === 'P1' ? '-1' : '5' }));
    const { result, live } = await look<Matrix>('matrix', await dataOf(engine, mapped));
    if (result.state !== 'ok') throw new Error(result.reason);
    expect(risingPotential(result.value, live)).toBeNull();
  });

  it('needs dates or a column', async () => {
    const noDates = await dataOf(engine, [{ customer: 'A', amount: '1' }, { customer: 'B', amount: '2' }]); // prettier-ignore
    expect((await look('matrix', noDates)).result).toEqual({ state: 'unusable', reason: 'no_dates' });
    const wanted = await look('matrix', noDates, { values: { matrix: { potential: 'column' } } });
    expect(wanted.result).toEqual({ state: 'unusable', reason: 'no_column' });
  });
});

describe('the axis', () => {
  const format = formatter('en');

  it('is straight for values of one size, bent for values of many, and goes both ways', () => {
    expect(axisOf(Float64Array.of(1, 2, 3, 4), format).bent).toBe(false);
    const bent = axisOf(Float64Array.of(-1000, -10, 0, 1, 2, 3, 5, 10, 100_000), format);
    expect(bent.bent).toBe(true);
    for (const axis of [bent, axisOf(Float64Array.of(-5, 5), format)])
      for (const value of [-5, 0, 1, 4]) {
        expect(axis.from(axis.to(value))).toBeCloseTo(value, 9);
        expect(axis.valueAt(axis.at(value))).toBeCloseTo(value, 9);
      }
    expect([...bent.ticks]).toEqual([...bent.ticks].sort((a, b) => a - b));
  });

  it('has room for a single value', () => {
    const axis = axisOf(Float64Array.of(7, 7), format);
    expect(axis.max).toBeGreaterThan(axis.min);
    expect(axis.at(7)).toBeCloseTo(0.5, 9);
  });
});

const cloudOf = (frame: Frame, { second }: Matrix): Cloud => ({
  n: second.length,
  x: (rank) => units(frame.ranked.value(rank)),
  y: second,
});

describe('the picture', () => {
  async function option(lang: Lang, dense = false) {
    const { result, frame, live } = await look<Matrix>('matrix', await dataOf(engine, six));
    if (result.state !== 'ok') throw new Error(result.reason);
    const format = formatter(lang);
    const x = axisOf(Float64Array.of(6, 9, 10, 20, 40, 60), format);
    const y = axisOf(result.value.ascending, format);
    const measure = frameWords[lang].measures.amount;
    const words = strings[lang];
    const cloud = cloudOf(frame, result.value);
    return cloudChart(
      {
        byTier: dense ? null : marks(cloud, live.tiers, x, y),
        raster: dense ? density(cloud, x, y) : [],
        x,
        y,
        xName: gridWords[lang].valueAxis(measure),
        yName: words.growthAxis(measure),
        square: [10, 10],
        narrow: false,
      },
      chartTheme('light', lang),
      (rank) => frame.customers.ids.at(rank) ?? '',
    );
  }
  const size = { width: 900, height: 560 };

  it.each(langs)('%s: the words of both axes, ticks, and the five largest by name', async (lang) => {
    const painted = paintedTexts(paintSvg(await option(lang), size));
    const measure = frameWords[lang].measures.amount;
    expect(painted).toContain(gridWords[lang].valueAxis(measure));
    expect(painted).toContain(strings[lang].growthAxis(measure));
    for (const name of ['P1', 'P2', 'P3']) expect(painted).toContain(name);
    expect(painted).not.toContain('P6');
    expect(painted).toContain('−20'); // growth below zero, with a true minus
    expect(painted.join()).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('many customers are drawn as a density, each one counted once', async () => {
    const { result, frame } = await look<Matrix>('matrix', await dataOf(engine, six));
    if (result.state !== 'ok') throw new Error(result.reason);
    const format = formatter('en');
    const raster = density(cloudOf(frame, result.value), axisOf(Float64Array.of(6, 60), format), axisOf(result.value.ascending, format)); // prettier-ignore
    expect(raster.reduce((sum, [, , n]) => sum + n, 0)).toBe(6);
    const painted = paintedTexts(paintSvg(await option('en', true), size));
    expect(painted).not.toContain('P1');
  });

  it('the same data give the same option', async () => {
    const text = (value: unknown): string => JSON.stringify(value, (_, v: unknown) => (typeof v === 'function' ? String(v) : v)); // prettier-ignore
    for (const lang of langs) expect(text(await option(lang))).toBe(text(await option(lang)));
  });
});
