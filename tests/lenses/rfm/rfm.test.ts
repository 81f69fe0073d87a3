import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDay, parseIsoDay } from '../../../src/base/day.ts';
import { formatter } from '../../../src/format/format.ts';
import { langs } from '../../../src/i18n/lang.ts';
import { limitsOf } from '../../../src/lenses/rfm/bins.ts';
import { binText, edgesOf, isFirst, segmentAt, outOfReach } from '../../../src/lenses/rfm/labels.ts';
import { figures as figuresOfLens, oneTimeSet, setWhere, slippingSet, type Rfm } from '../../../src/lenses/rfm/result.ts'; // prettier-ignore
import { withSettings } from '../../../src/lenses/presetSettings.ts';
import { ownLimits } from '../../../src/lenses/rfm/settings.ts';
import { strings } from '../../../src/lenses/rfm/strings.ts';
import { lens } from '../../../src/lenses/rfm/index.ts';
import { ranksOf } from '../../../src/lenses/ranks.ts';
import { plain } from '../../../src/lenses/say.ts';
import type { Figures, Frame } from '../../../src/lenses/types.ts';
import { preset, rfmGrid } from '../../../src/model/schemes/presets/rfm.ts';
import type { Settings } from '../../../src/model/schemes/types.ts';
import type { Data } from '../../../src/app/data.ts';
import type { Line } from '../../support/lines.ts';
import { dataOf, schemeWith, type Choices } from '../../support/lenses.ts';
import { look } from '../../support/lensCheck.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { degenerate, ordinary } from '../tables.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

/** Orders of the same amount on as many days in a row, the last on `last`. */
const buys = (customer: string, last: string, orders: number, amount: string): Line[] =>
  Array.from({ length: orders }, (_, i) => ({ customer, day: isoDay(parseIsoDay(last)! - i), amount }));

/** One or more of each name, under limits of 30, 60, 90, 120 days and 1, 2, 3, 4 orders; as of 30 June. */
const shop: readonly Line[] = [
  ...buys('A', '2024-06-30', 5, '200'), // 1 day: champions, 1000
  ...buys('B', '2024-06-01', 1, '30'), // 30 days: new
  ...buys('C', '2024-05-31', 1, '40'), // 31 days: promising
  ...buys('D', '2024-05-02', 3, '100'), // 60 days: potential loyalist, 300
  ...buys('E', '2024-05-01', 3, '70'), // 61 days: need attention, 210
  ...buys('F', '2024-04-02', 2, '50'), // 90 days: about to sleep, 100
  ...buys('G', '2024-04-01', 4, '80'), // 91 days: at risk, 320
  ...buys('H', '2024-03-03', 5, '60'), // 120 days: cannot lose, 300
  ...buys('I', '2024-03-02', 2, '10'), // 121 days: hibernating, 20
  ...buys('J', '2024-06-10', 4, '20'), // 21 days: champions, 80
  ...buys('K', '2024-05-20', 4, '25'), // 42 days: loyal, 100
  { customer: 'G', day: '2024-06-20', amount: '-20' }, // a return moves value (300), never recency
  { customer: 'N', day: '2024-06-20', amount: '-5' },
];
const limits: Settings = {
  bins: 'own',
  r_cuts: [30, 60, 90, 120],
  f_cuts: [1, 2, 3, 4],
  m_cuts: [50, 100, 300, 999],
};
const under = (settings: Settings): Choices => ({ schemes: [schemeWith('rfm', settings)] });

async function rfm(data: Data, choices: Choices = {}): Promise<{ value: Rfm; frame: Frame; figures: Figures; say(lang: 'en' | 'zh-Hans'): string }> {
  const { result, frame, live, say } = await look<Rfm>('rfm', data, choices);
  if (result.state !== 'ok') throw new Error(result.reason);
  return { value: result.value, frame, figures: figuresOfLens(result.value, live), say };
} // prettier-ignore

const idsOf = (frame: Frame, ranks: Uint32Array): string[] =>
  [...ranks].map((k) => frame.customers.ids.at(k) ?? '').toSorted();

describe('eleven customers worked out by hand', () => {
  let data: Data;
  beforeAll(async () => {
    data = await dataOf(engine, shop);
  });

  it('each name has its customers and their net value', async () => {
    const { figures } = await rfm(data, under(limits));
    const expected: Record<string, readonly [number, number]> = {
      champions: [2, 1080], loyal: [1, 100], potential_loyalist: [1, 300], new: [1, 30], promising: [1, 40],
      need_attention: [1, 210], about_to_sleep: [1, 100], at_risk: [1, 300], cant_lose: [1, 300], hibernating: [1, 20],
      one_time: [2, 70], slipping: [2, 600], 'cell.54': [1, 80], 'cell.11': [0, 0], 'r.5': [3, 1110], 'f.4': [3, 480], 'm.1': [3, 90],
    }; // prettier-ignore
    for (const [name, [customers, value]] of Object.entries(expected)) {
      expect(figures[`rfm.${name}.customers`], name).toBe(customers);
      expect(figures[`rfm.${name}.value`], name).toBe(value);
    }
    expect(figures).toMatchObject({
      'rfm.customers': 11,
      'rfm.value': 2480,
      'rfm.unscored.customers': 0,
      'rfm.score.555.customers': 1,
      'rfm.score.542.customers': 1,
      'rfm.score.111.customers': 0,
      'rfm.cut.r.1': 30,
      'rfm.cut.r.4': 120,
      'rfm.cut.f.3': 3,
      'rfm.cut.m.4': 999,
    });
  });

  it('the same limits counted to the as-of date itself let four more be a score younger', async () => {
    const { value, frame } = await rfm(data, under({ ...limits, days: 'as_of' }));
    const scoreOf = (id: string) =>
      value.of.r[Array.from({ length: frame.customers.n }, (_, k) => frame.customers.ids.at(k)).indexOf(id)];
    expect(['B', 'C', 'E', 'G', 'I'].map(scoreOf)).toEqual([5, 5, 4, 3, 2]);
    expect(isoDay(value.countedTo)).toBe('2024-06-30');
  });

  it('cells, bins and the lists behind them hold the customers they count', async () => {
    const { value, frame } = await rfm(data, under(limits));
    const at = (where: Parameters<typeof setWhere>[1]) => idsOf(frame, ranksOf(setWhere(value, where)));
    expect(at({ r: [5, 5] })).toEqual(['A', 'B', 'J']);
    expect(at({ f: [4, 4] })).toEqual(['G', 'J', 'K']);
    expect(at({ r: [4, 5], f: [4, 5] })).toEqual(['A', 'J', 'K']);
    expect(at({ r: [5, 5], f: [5, 5], m: [5, 5] })).toEqual(['A']);
    expect(at({})).toHaveLength(11);
    expect(idsOf(frame, ranksOf(slippingSet(value)))).toEqual(['G', 'H']);
    expect(idsOf(frame, ranksOf(oneTimeSet(value, frame)))).toEqual(['B', 'C']);
    for (let r = 1; r <= 5; r++)
      for (let f = 1; f <= 5; f++)
        expect(value.cells[r - 1]![f - 1]!.customers).toBe(ranksOf(setWhere(value, { r: [r, r], f: [f, f] })).length); // prettier-ignore
  });

  it('says who came often and stopped, in both languages', async () => {
    const { say } = await rfm(data, under(limits));
    expect(say('en')).toBe(
      '2 customers placed at least 3 orders but none in the last 90 days; they brought 600 of revenue. 2 champions brought 43.5% of revenue.',
    );
    expect(say('zh-Hans')).toMatch(
      /^2个客户下过至少3单，但最近90天没有下单；他们的.+合计600。冠军客户2个，贡献.+的43.5%。$/,
    );
  });

  it('a tier set by hand moves the segment, not the grid', async () => {
    const scheme = { ...schemeWith('rfm', limits), overrides: { H: { tier: 'loyal', reason: 'a call' } } };
    const { figures } = await rfm(data, { schemes: [scheme] });
    expect(figures).toMatchObject({
      'rfm.loyal.customers': 2,
      'rfm.cant_lose.customers': 0,
      'rfm.cell.25.customers': 1,
    });
  });

  it('rules of one’s own over the same scores keep the grid and have no public names', async () => {
    const { value } = await rfm(data, under(limits));
    const { rules } = value.tiering;
    const silent = { id: 'silent', name: 'Silent', when: { kind: 'number', of: 'score:r', is: 'lte', than: 2 } } as const; // prettier-ignore
    const scheme = { ...schemeWith('rfm', limits), rules: { ...rules, tiers: [silent] } };
    const own = await rfm(data, { schemes: [scheme] });
    expect(own.figures).toMatchObject({
      'rfm.cell.55.customers': 1,
      'rfm.champions.customers': null,
      'rfm.customers': 11,
    });
    expect(own.say('en')).toMatch(/^2 customers placed at least 3 orders/);
  });

  it('rules without the three scores cannot be drawn', async () => {
    const { value } = await rfm(data, under(limits));
    const scheme = { ...schemeWith('rfm', {}), rules: { ...value.tiering.rules, scores: [], tiers: [] } };
    const { result } = await look<Rfm>('rfm', data, { schemes: [scheme] });
    expect(result).toEqual({ state: 'unusable', reason: 'own_rules' });
  });
});

describe('collapsed bins', () => {
  it('one order each: frequency fills one bin of five, and six names are out of reach', async () => {
    const once = ['A', 'B', 'C', 'D', 'E', 'F'].flatMap((id, i) =>
      buys(id, `2024-01-0${i + 1}`, 1, `${i + 1}`),
    );
    const { value, say } = await rfm(await dataOf(engine, once));
    expect(value.fewer).toEqual([{ axis: 'f', asked: 5, filled: 1 }]);
    // Days 6 … 1 to the day after; type 7 fifths of six are 2, 3, 4, 5: R 1 to 4 one each, R 5 two.
    expect(value.cuts).toMatchObject({ r: [2, 3, 4, 5], f: [1, 1, 1, 1] });
    expect(value.bins.r.map((bin) => bin.customers)).toEqual([1, 1, 1, 1, 2]);
    expect(outOfReach(value).map(({ id }) => id)).toEqual([
      'champions', 'loyal', 'potential_loyalist', 'need_attention', 'cant_lose', 'at_risk',
    ]); // prettier-ignore
    expect(say('en')).toBe('The largest segment is New: 2 of 6 customers.');
  });

  it('fixed orders fill what they can, and quarters ask for four', async () => {
    const data = await dataOf(engine, shop);
    expect((await rfm(data, under({ bins: 'bands' }))).value.fewer).toEqual([]);
    const quarters = (await rfm(data, under({ bins: 'quartiles' }))).value;
    expect(quarters.bins.r.map((bin) => bin.exists)).toEqual([true, true, false, true, true]);
    expect(quarters.bins.r[2]!.customers).toBe(0);
    expect(outOfReach(quarters).map(({ id }) => id)).toEqual(['need_attention', 'about_to_sleep']);
  });

  it('all alike: one cell, and the sentence says so', async () => {
    const alike = ['A', 'B', 'C'].flatMap((id) => buys(id, '2024-01-05', 2, '10'));
    const { say } = await rfm(await dataOf(engine, alike));
    expect(say('en')).toBe('All 3 customers have the same scores of recency and frequency: New.');
    expect(say('zh-Hans')).toBe('3个客户的最近下单和下单次数得分都相同：新客户。');
  });
});

describe('what a score stands for', () => {
  const [en, zh] = [formatter('en'), formatter('zh-Hans')];
  const days = (score: number, cuts: readonly number[]) =>
    [binText('r', limitsOf(score, cuts, true), en, strings.en), binText('r', limitsOf(score, cuts, true), zh, strings['zh-Hans'])]; // prettier-ignore
  const orders = (score: number, cuts: readonly number[]) =>
    binText('f', limitsOf(score, cuts, false), en, strings.en);

  it('days between cuts with decimals are whole days', () => {
    const cuts = [13.8, 33, 72, 180];
    expect(days(5, cuts)).toEqual(['up to 13 days', '不超过13天']);
    expect(days(4, cuts)).toEqual(['14–33 days', '14至33天']);
    expect(days(1, cuts)).toEqual(['over 180 days', '超过180天']);
    expect(days(5, [1, 2, 3, 4])[0]).toBe('up to 1 day');
  });

  it('orders: one, a single number, a range, the last open; equal cuts leave no bin', () => {
    const cuts = [1, 2, 3, 6];
    expect([1, 2, 4, 5].map((score) => orders(score, cuts))).toEqual(['1 order', '2 orders', '4–6 orders', '7 orders or more']); // prettier-ignore
    expect(orders(2, [1, 1, 2, 4])).toBe('no bin');
    // A cut inside a gap between whole numbers has none on one side.
    expect(orders(2, [1.2, 1.6, 3, 4])).toBe('no bin');
    expect(orders(5, [])).toBe('no bin');
    expect(orders(1, [])).toBe('any');
  });

  it('each name stands once, and lines run where two names meet', () => {
    const named: string[] = [];
    for (let r = 1; r <= 5; r++)
      for (let f = 1; f <= 5; f++) {
        if (isFirst(r, f)) named.push(segmentAt(r, f).id);
        const edges: readonly string[] = edgesOf(r, f);
        const inner = (r2: number, f2: number) =>
          r2 <= 5 && f2 <= 5 && r2 > 0 && f2 > 0 && segmentAt(r2, f2).id === segmentAt(r, f).id;
        const sides = { top: inner(r, f + 1), bottom: inner(r, f - 1), left: inner(r - 1, f), right: inner(r + 1, f) }; // prettier-ignore
        for (const [side, same] of Object.entries(sides))
          expect(edges.includes(side), `${r}${f} ${side}`).toBe(!same);
      }
    expect(named.toSorted()).toEqual(rfmGrid.map(({ id }) => id).toSorted());
  });

  it('every cell has one segment', () => {
    for (let r = 1; r <= 5; r++) for (let f = 1; f <= 5; f++) expect(rfmGrid).toContain(segmentAt(r, f));
  });
});

describe('limits of one’s own', () => {
  const purchase = fc.record({
    customer: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'),
    day: fc.integer({ min: 19_700, max: 19_900 }),
    amount: fc.integer({ min: -300, max: 90_000 }),
  });

  it('begin with the cuts in force, and move nobody', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(purchase, { minLength: 8, maxLength: 40 }), fc.constantFrom('quintiles', 'thirds', 'suggested'), async (rows, bins) => {
        const lines = rows.map(({ customer, day, amount }) => ({ customer, day: isoDay(day), amount: String(amount / 100) }));
        const data = await dataOf(engine, lines);
        const { result } = await look<Rfm>('rfm', data, under({ bins }));
        if (result.state !== 'ok') return;
        const own = withSettings(result.value.tiering.scheme, { bins: 'own', ...ownLimits(result.value) });
        // Cuts that the data had no use for leave scores lower than five the best; only full sets can be compared.
        if (Object.values(result.value.cuts).some((cuts) => cuts.length < 4)) return;
        const after = (await rfm(data, { schemes: [own] })).value;
        for (const axis of ['r', 'f', 'm'] as const) expect([...after.of[axis]]).toEqual([...result.value.of[axis]]);
      }),
      { seed: 7, numRuns: 25 },
    ); // prettier-ignore
  });

  it('settings at their default are left out of the scheme', () => {
    const scheme = withSettings(schemeWith('rfm', { bins: 'own', money: 'average' }), { bins: 'quintiles' });
    expect(scheme.settings).toEqual({ money: 'average' });
  });
});

describe('hostile tables under every way of cutting', () => {
  const { input } = preset.settings.bins!;
  const ways = input.kind === 'choice' ? input.options : [];

  it.each([ordinary, ...degenerate].map((table) => [table.name, table] as const))('%s', async (_, table) => {
    const data = await dataOf(engine, table.lines, table.shape);
    for (const bins of ways)
      for (const scope of [{}, { nonpositive: 'keep' }, { measure: 'orders' }] as const) {
        const choices = { ...under({ bins, money: scope === undefined ? 'total' : 'average' }), scope };
        const { result, frame, live } = await look<Rfm>('rfm', data, choices);
        if (result.state !== 'ok') {
          for (const lang of langs) expect(strings[lang].reasons[result.reason]).toBeTruthy();
          continue;
        }
        const rfm = result.value;
        const figures = figuresOfLens(rfm, live);
        for (const [name, value] of Object.entries(figures))
          expect(value === null || Number.isFinite(value), `${bins} ${name} ${value}`).toBe(true);
        const names = rfmGrid.reduce((sum, { id }) => sum + figures[`rfm.${id}.customers`]!, 0);
        expect(names).toBe(rfm.scored.customers);
        expect(rfm.cells.flat().reduce((sum, cell) => sum + cell.customers, 0)).toBe(rfm.scored.customers);
        expect(lens.basis!(frame)).toBe(rfm.scored.customers + rfm.unscored);
        for (const lang of langs) {
          const sentence = lens.insight(rfm, live, frame, {}, formatter(lang), strings[lang], 'x');
          expect(plain(sentence)).not.toMatch(/^$|NaN|undefined|null|Infinity/);
          for (const axis of ['r', 'f', 'm'] as const)
            for (const bin of rfm.bins[axis])
              expect(binText(axis, bin, formatter(lang), strings[lang])).not.toMatch(/^$|NaN|undefined|null|Infinity|—/);
        }
      }
  }); // prettier-ignore

  it('without dates it says what is missing', async () => {
    const table = degenerate.find(({ name }) => name === 'no dates')!;
    const { result } = await look<Rfm>('rfm', await dataOf(engine, table.lines));
    expect(result).toEqual({ state: 'unusable', reason: 'no_dates' });
  });
});
