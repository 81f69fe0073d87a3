import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseIsoDay } from '../../../../src/base/day.ts';
import { available, rolesFor } from '../../../../src/model/metrics/catalogue.ts';
import { defaultMetricOptions, metricIds } from '../../../../src/model/metrics/types.ts';
import { metricStatements } from '../../../../src/model/metrics/statements.ts';
import { rollup } from '../../../../src/model/rollup.ts';
import { defaultScope } from '../../../../src/model/scope.ts';
import { nodeEngine } from '../../../support/nodeEngine.ts';
import { putTables, type DimensionLine } from '../../../support/sideTables.ts';
import { made } from './made.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const day = (iso: string): number => parseIsoDay(iso)!;
const buys = (
  customer: string,
  ...list: readonly (readonly [day: string, amount: string])[]
): DimensionLine[] => list.map(([on, amount]) => ({ customer, day: on, amount }));
/** Makes the data cover the years from 2021 to a day. */
const covered = (until: string): DimensionLine[] => buys('Z', ['2021-01-01', '1'], [until, '1']);

describe('years', () => {
  const growing = (id: string, ...volumes: string[]) =>
    buys(id, ...volumes.map((amount, i) => [`${2021 + i}-05-17`, amount] as const));
  const lines = [
    ...growing('exact', '100', '110', '121'), ...growing('cents', '0.30', '0.33', '0.363'),
    ...growing('short', '100', '109.99', '120.98'), ...growing('zero', '0', '5', '6'),
    ...growing('below', '-5', '5', '6'), ...growing('gone', '10', '20'), ...growing('late', '0', '0', '7').slice(2),
    ...growing('large', '1100000.0000', '1210000.0001', '1331000.0001'),
  ]; // prettier-ignore

  it('growth of exactly 10 % in two complete years is 10 %, 9.99 % is less, nothing to grow from is unknown', async () => {
    const found = await made(engine, { lines: [...lines, ...covered('2023-12-31')] });
    const [one, two, cagr] = (['year_growth_1', 'year_growth_2', 'year_cagr'] as const).map((id) =>
      found.by(id),
    );
    for (const id of ['exact', 'cents']) expect([one![id], two![id]]).toEqual([0.1, 0.1]);
    expect(cagr!.exact).toBeCloseTo(0.1, 12);
    expect(two!.short).toBeLessThan(0.1);
    expect(two!.large).toBeGreaterThan(0.1);
    expect(one!.large).toBeLessThan(0.1);
    for (const id of ['zero', 'below'])
      expect([one![id], two![id], cagr![id]]).toEqual([(6 - 5) / 5, NaN, NaN]);
    expect([one!.gone, two!.gone, cagr!.gone, found.by('year_value').gone]).toEqual([-1, 1, -1, 0]);
    expect([one!.late, two!.late, found.by('year_value').late]).toEqual([NaN, NaN, 7]);
  });

  it('the year that the data do not reach the end of is left out, or counted where that is chosen', async () => {
    const tables = {
      lines: [...lines, ...growing('part', '100', '110', '121', '60'), ...covered('2024-06-30')],
    };
    const without = await made(engine, tables);
    expect([without.by('year_value').part, without.by('year_growth_1').part]).toEqual([121, 0.1]);
    const included = await made(engine, tables, { options: { partialYear: 'include' } });
    expect([included.by('year_value').part, included.by('year_growth_2').part]).toEqual([60, 0.1]);
    expect(included.by('year_growth_1').part).toBeCloseTo(60 / 121 - 1, 12);
  });

  it('the first year has to begin in its first week, the last to reach its last', async () => {
    const from = async (first: string, last: string) => {
      const found = await made(engine, { lines: [...growing('X', '100', '110', '121'), ...buys('Z', [first, '1'], [last, '1'])] }); // prettier-ignore
      return [found.by('year_value').X, found.by('year_growth_1').X, found.by('year_growth_2').X];
    };
    expect(await from('2021-01-07', '2023-12-25')).toEqual([121, 0.1, 0.1]);
    expect(await from('2021-01-08', '2023-12-25')).toEqual([121, 0.1, NaN]);
    expect(await from('2021-01-07', '2023-12-24')).toEqual([110, 0.1, NaN]);
  });

  it('a chosen period begins and ends the data', async () => {
    const found = await made(engine, { lines: [...lines, ...covered('2023-12-31')] }, { scope: { from: day('2022-01-01'), to: day('2023-12-31') } }); // prettier-ignore
    expect([found.by('year_growth_1').exact, found.by('year_growth_2').exact]).toEqual([0.1, NaN]);
    const beyond = await made(engine, { lines: [...lines, ...covered('2023-12-31')] }, { scope: { to: day('2024-12-31'), asOf: day('2024-12-31') } }); // prettier-ignore
    expect(beyond.by('year_value').exact).toBe(121);
  });

  it('files by month, quarter or year reach to the end of what their last day stands for', async () => {
    const every = (months: readonly string[]) =>
      ['2021', '2022', '2023'].flatMap((year, i) => buys('X', ...months.map((month) => [`${year}-${month}-01`, String([100, 110, 121][i])] as const))); // prettier-ignore
    for (const months of [['01', '12'], ['01', '10'], ['01', '07'], ['01'], ['01', '04', '07', '10']]) {
      const found = await made(engine, { lines: every(months), shape: 'periods' });
      expect([months, found.by('year_growth_1').X, found.by('year_growth_2').X]).toEqual([months, 0.1, 0.1]);
    }
    // Months of which November is the last do not reach the year's end.
    const cut = await made(engine, { lines: [...every(['01', '12']), ...buys('X', ['2024-11-01', '5'])], shape: 'periods' }); // prettier-ignore
    expect(cut.by('year_value').X).toBe(242);
  });

  it('the volume can be quantity, amount or profit whatever the measure is', async () => {
    const sold = (on: string, amount: string, quantity: string, profit: string) => ({ customer: 'X', day: on, amount, quantity, profit }); // prettier-ignore
    const lines3 = [
      sold('2022-05-01', '10', '4', '1'),
      sold('2023-05-01', '20', '5', '4'),
      ...covered('2023-12-31'),
    ];
    const value = async (volume: 'measure' | 'amount' | 'quantity' | 'profit') => {
      const found = await made(
        engine,
        { lines: lines3 },
        { scope: { measure: 'orders' }, options: { volume } },
      );
      return [found.by('year_value').X, found.by('year_growth_1').X];
    };
    expect(await value('amount')).toEqual([20, 1]);
    expect(await value('quantity')).toEqual([5, 0.25]);
    expect(await value('profit')).toEqual([4, 3]);
    expect(await value('measure')).toEqual([1, 0]);
  });
});

describe('variation over equal periods', () => {
  it('counts from the first purchase to the last complete month, empty months being zero', async () => {
    const lines = [
      ...buys('X', ['2024-01-15', '10'], ['2024-02-10', '30'], ['2024-03-05', '999']),
      ...buys('once', ['2024-01-31', '50']), ...buys('last', ['2024-02-01', '5']), ...buys('after', ['2024-03-01', '5']),
      ...buys('same', ['2024-01-01', '4'], ['2024-01-20', '3'], ['2024-02-29', '7']), ...buys('end', ['2024-03-20', '1']),
    ]; // prettier-ignore
    const found = await made(engine, { lines });
    expect(found.by('periods')).toMatchObject({ X: 2, once: 2, last: 1, after: 0, same: 2 });
    expect(found.by('cv')).toMatchObject({ X: 0.5, once: 1, last: NaN, after: NaN, same: 0 });
    expect(found.by('trend')).toMatchObject({ X: 1, once: -2, same: 0 });
    const fromData = await made(engine, { lines }, { options: { cvFrom: 'data' } });
    expect(fromData.by('cv')).toMatchObject({ last: 1, after: NaN });
    const quarters = await made(engine, { lines: [...lines, ...buys('X', ['2024-06-30', '3117'])] }, { options: { cvPeriod: 'quarter' } }); // prettier-ignore
    expect([quarters.by('periods').X, quarters.by('cv').X]).toEqual([2, 0.5]);
  });

  it('sums that do not fit 2^53, nor their squares 2^127, still vary', async () => {
    const big = '90000000000000';
    const found = await made(engine, { lines: buys('X', ['2024-01-01', big], ['2024-02-02', big], ['2024-03-31', '0.0001'], ['2024-04-30', '1'], ['2024-05-31', '1']) }); // prettier-ignore
    // 2 of 5 months hold all: variance / mean² = 5/2 - 1.
    expect(found.by('cv').X).toBeCloseTo(Math.sqrt(1.5), 9);
  });
});

describe('of the rows', () => {
  it('margin, returns, average order and what is bought follow their definitions', async () => {
    const line = (amount: string, profit: string, category: string | null, order: string) => ({ customer: 'X', day: '2024-01-01', order, amount, profit, quantity: '2', dimensions: { category, product: category } }); // prettier-ignore
    const lines = [line('100', '30', 'a', '1'), line('60', '6', 'b', '2'), line('-40', '-12', 'c', '3'), line('0', '0', 'd', '1'), ...buys('loss', ['2024-01-02', '10'], ['2024-01-03', '-10']), ...buys('back', ['2024-01-03', '-5'])]; // prettier-ignore
    const found = await made(engine, { lines });
    const x = (id: (typeof metricIds)[number]) => found.by(id).X;
    expect([x('amount'), x('profit'), x('margin'), x('returns_rate'), x('average_order'), x('quantity'), x('categories'), x('products'), x('orders')]).toEqual([120, 24, 0.2, 0.25, 60, 8, 2, 2, 2]); // prettier-ignore
    expect(found.by('margin').loss).toBeNaN();
    expect([found.by('returns_rate').loss, found.by('returns_rate').back, found.by('average_order').back]).toEqual([1, NaN, NaN]); // prettier-ignore
    expect([found.by('order_days').back, found.by('recency_days').back, found.by('categories').back]).toEqual([0, NaN, 0]); // prettier-ignore
    expect(found.by('value_share')).toEqual({ X: 1, loss: NaN, back: NaN });
    const ignored = await made(engine, { lines }, { scope: { returns: 'ignore', measure: 'profit' } });
    expect([ignored.by('amount').X, ignored.by('returns_rate').X, ignored.by('value').X]).toEqual([
      160, 0, 36,
    ]);
  });

  it('the usual gap is the median, between the two middle ones where their number is even', async () => {
    const found = await made(engine, { lines: [...buys('even', ['2024-01-01', '1'], ['2024-01-03', '1'], ['2024-01-03', '1'], ['2024-01-08', '1']), ...buys('odd', ['2024-01-01', '1'], ['2024-01-02', '1'], ['2024-01-05', '1'], ['2024-01-31', '1']), ...buys('one', ['2024-01-01', '1'])] }); // prettier-ignore
    expect(found.by('usual_gap')).toEqual({ even: 3.5, odd: 3, one: NaN });
    // Pooled gaps 2, 5, 1, 3, 26: the 90th percentile of type 7 is 5 + 0.6 · 21 = 17.6.
    expect(found.metrics.silenceDays).toBe(18);
    expect(
      (await made(engine, { lines: covered('2021-02-01') }, { chosenSilence: 7 })).metrics.silenceDays,
    ).toBe(7);
    expect((await made(engine, { lines: buys('one', ['2024-01-01', '1']) })).metrics.silenceDays).toBeNull();
  });

  it('growth of the industry is that of all its customers together', async () => {
    const found = await made(engine, {
      lines: [...buys('A', ['2024-01-01', '10'], ['2024-01-04', '30']), ...buys('B', ['2024-01-02', '10']), ...buys('C', ['2024-01-04', '5'])],
      attributes: [{ role: 'industry', values: { A: 'mining', B: 'mining', C: 'tea' } }],
    }); // prettier-ignore
    expect(found.by('industry_growth')).toEqual({ A: 0.5, B: 0.5, C: NaN });
    expect(found.by('growth_rate')).toEqual({ A: 2, B: -1, C: NaN });
  });
});

describe('answers and texts', () => {
  const lines = [...buys('A', ['2024-01-01', '9']), ...buys('B', ['2024-01-02', '8']), ...buys('C', ['2024-01-03', '7']), ...buys('D', ['2024-01-04', '6'])]; // prettier-ignore

  it('a survey’s latest answer comes before the profile, and the profile before nothing', async () => {
    const tables = {
      lines,
      surveys: [
        { customer: 'A', day: '2024-02-01', satisfaction: '不满意' }, { customer: 'A', day: '2024-01-01', satisfaction: '很满意' },
        { customer: 'A', day: '2024-03-01', satisfaction: null, recommend: '10' }, { customer: 'X', satisfaction: '一般' },
        { customer: 'C', satisfaction: '满意' },
      ],
      attributes: [{ role: 'satisfaction' as const, values: { A: '5', B: '满意' } }],
    }; // prettier-ignore
    const found = await made(engine, tables, { texts: ['satisfaction'] });
    expect(found.textBy('satisfaction')).toEqual({ A: '不满意', B: '满意', C: '满意', D: null });
    expect(found.metrics.text('satisfaction').values).toEqual(['满意', '不满意']);
    expect(found.by('satisfaction')).toEqual({ A: 2, B: 3, C: 3, D: NaN });
    expect(found.by('recommend')).toEqual({ A: 3, B: NaN, C: NaN, D: NaN });
    expect([found.metrics.has('satisfaction'), found.metrics.has('repurchase'), found.metrics.has('cooperation')]).toEqual([true, false, false]); // prettier-ignore
    const then = await made(engine, tables, { texts: ['satisfaction'], scope: { asOf: day('2024-01-15') } });
    expect(then.textBy('satisfaction').A).toBe('很满意');
  });

  it('a dimension of the sales is the customer’s latest one in scope', async () => {
    const channel = (customer: string, on: string, text: string | null): DimensionLine => ({ customer, day: on, amount: '1', dimensions: { channel: text } }); // prettier-ignore
    const found = await made(engine, { lines: [channel('A', '2024-01-05', 'shop'), channel('A', '2024-01-01', 'web'), channel('A', '2024-01-09', null), channel('B', '2024-01-01', 'web'), channel('C', '2024-01-01', 'web')] }, { texts: ['channel', 'region'] }); // prettier-ignore
    expect(found.textBy('channel')).toEqual({ A: 'shop', B: 'web', C: 'web' });
    expect(found.metrics.text('channel').values).toEqual(['web', 'shop']);
    expect([found.metrics.has('channel'), found.metrics.has('region')]).toEqual([true, false]);
    expect(() => found.metrics.text('status')).toThrow(/status was not asked for/);
  });

  it('attributes are found by what their headers speak of', async () => {
    const found = await made(engine, {
      lines,
      attributes: [
        { role: 'size', values: { A: '500人以上', B: '50人以下' } },
        { header: '行業地位', values: { A: '龍頭', B: '中' } },
        { header: 'Innovation', values: { A: 'high' } },
        { header: '转介绍人数', values: { A: '3', B: '12' } },
        { header: '资质到期日', values: { A: '2024-01-03', B: '2024-01-04' } },
        { header: '制裁', values: { A: '是', C: '否' } },
        { header: 'Colour', values: { A: 'red' } },
      ],
    }); // prettier-ignore
    expect([found.by('size').A, found.by('size').B, found.by('size').C]).toEqual([500, 25, NaN]);
    expect([found.by('standing').A, found.by('standing').B]).toEqual([5, 3]);
    expect([found.by('innovation').A, found.by('influence').B]).toEqual([5, 12]);
    // As of January 4, 2024.
    expect(found.by('flags')).toEqual({ A: 2, B: 0, C: 0, D: NaN });
  });
});

describe('the contact log', () => {
  const contact = (customer: string, on: string | null, direction: string | null, purpose: string | null = null) => ({ customer, day: on, direction, purpose }); // prettier-ignore
  const lines = [...buys('A', ['2024-01-10', '9'], ['2024-06-10', '9']), ...buys('B', ['2024-01-10', '5']), ...buys('C', ['2024-01-10', '-5'])]; // prettier-ignore

  it('counts what came after the first sale, by direction and purpose', async () => {
    const found = await made(engine, {
      lines,
      contacts: [
        contact('A', '2024-01-10', '呼出', '回访'), contact('A', '2024-01-09', '呼入'),
        contact('A', '2024-01-11', '呼入', '投诉'), contact('A', '2024-02-09', 'Outbound', '售后'),
        contact('A', '2024-02-10', '去電', '新產品介紹'), contact('A', '2024-07-10', 'out', 'proposal'),
        contact('A', '2024-07-11', '客户→我方', '联合项目'), contact('A', '2024-08-01', null, '上门回访'),
        contact('C', '2024-02-01', '呼出'), contact('Q', '2024-02-01', '呼出'),
      ],
    }); // prettier-ignore
    const a = (id: (typeof metricIds)[number]) => found.by(id).A;
    expect([a('contacts'), a('contacts_in'), a('contacts_out')]).toEqual([6, 2, 4]);
    // 30 days after January 10 are February 9, after June 10 July 10.
    expect(a('followups')).toBe(2);
    expect([a('outbound_quarters'), a('proposals'), a('joint')]).toEqual([2, 2, 1]);
    for (const id of ['B', 'C'])
      expect([found.by('contacts')[id], found.by('followups')[id]]).toEqual([0, 0]);
  });

  it('the days of a follow-up are an option', async () => {
    const log = { lines, contacts: [contact('A', '2024-02-09', '呼出'), contact('A', '2024-02-10', '呼出')] };
    const within = async (followupDays: number) => (await made(engine, log, { options: { followupDays } })).by('followups').A; // prettier-ignore
    expect([await within(29), await within(30), await within(31)]).toEqual([0, 1, 2]);
  });

  it('a log without directions or purposes does not know them', async () => {
    const found = await made(engine, {
      lines,
      contacts: [contact('A', '2024-02-01', null), contact('A', null, null)],
    });
    expect([found.by('contacts').A, found.by('contacts_in').A, found.by('followups').A, found.by('joint').A]).toEqual([2, NaN, NaN, NaN]); // prettier-ignore
    expect([found.metrics.has('contacts'), found.metrics.has('contacts_out'), found.metrics.has('proposals')]).toEqual([true, false, false]); // prettier-ignore
  });
});

describe('receivables and tickets', () => {
  const lines = [...buys('A', ['2024-06-30', '9']), ...buys('B', ['2024-01-10', '5']), ...buys('C', ['2024-01-10', '4']), ...buys('D', ['2024-01-10', '3'])]; // prettier-ignore

  it('what is open, what of it is late, and how long a payment was or is', async () => {
    const found = await made(engine, {
      lines,
      receivables: [
        { customer: 'A', amount: '100', due_date: '2024-06-20' },
        { customer: 'A', amount: '300', due_date: '2024-06-30', credit_limit: '500' },
        { customer: 'A', amount: '50', due_date: '2024-01-01', paid_date: '2024-01-31' },
        { customer: 'A', amount: '80', due_date: '2024-05-31', paid_amount: '60', paid_date: '2024-06-01', credit_limit: '840' },
        { customer: 'B', amount: '70', due_date: '2024-06-29', paid_date: '2024-07-15' },
        { customer: 'C', amount: '40', overdue_days: '12' }, { customer: 'C', amount: '10', overdue_days: '0' },
        { customer: 'C', amount: '5', paid_amount: '9', overdue_days: '0', credit_limit: '0' },
      ],
    }); // prettier-ignore
    expect(found.by('outstanding')).toEqual({ A: 420, B: 70, C: 50, D: 0 });
    // A: unpaid since May 31 = 30 days, as long as the bill paid on January 31 was late.
    expect(found.by('overdue_days')).toEqual({ A: 30, B: 1, C: 12, D: 0 });
    expect(found.by('overdue_share')).toEqual({ A: 120 / 420, B: 1, C: 0.8, D: 0 });
    expect(found.by('limit_use')).toEqual({ A: 0.5, B: NaN, C: NaN, D: NaN });
  });

  it('a profile may say how long a customer is overdue and what the limit is', async () => {
    const found = await made(engine, {
      lines,
      receivables: [{ customer: 'A', amount: '100', due_date: '2024-06-20' }],
      attributes: [{ role: 'overdue_days', values: { A: '4', B: '45' } }, { role: 'credit_limit', values: { A: '1,000' } }],
    }); // prettier-ignore
    expect(found.by('overdue_days')).toEqual({ A: 10, B: 45, C: 0, D: 0 });
    expect(found.by('limit_use').A).toBe(0.1);
  });

  it('tickets of the period are complaints', async () => {
    const tickets = [{ customer: 'A', day: '2024-06-01' }, { customer: 'A', day: '2024-07-01' }, { customer: 'A' }, { customer: 'B', day: '2023-01-01' }]; // prettier-ignore
    expect((await made(engine, { lines, tickets })).by('complaints')).toEqual({ A: 3, B: 1, C: 0, D: 0 });
    const chosen = await made(
      engine,
      { lines, tickets },
      { scope: { from: day('2024-01-01'), to: day('2024-06-30') } },
    );
    expect(chosen.by('complaints')).toEqual({ A: 2, B: 0, C: 0, D: 0 });
  });
});

it('the same needs give the same text in any order, and nothing is asked that the files lack', async () => {
  const model = await putTables(engine, { lines: buys('A', ['2024-01-01', '1']) });
  const ground = { model, scope: defaultScope, rollup: rollup(defaultScope, model) };
  const ask = (numbers: readonly (typeof metricIds)[number][], silence = false) =>
    metricStatements({ numbers, texts: ['industry'], options: defaultMetricOptions, silence }, ground);
  expect(ask(['cv', 'amount', 'usual_gap'])).toEqual(ask(['usual_gap', 'cv', 'amount']));
  expect(ask(['cv'])).toEqual(ask(['trend', 'periods']));
  expect(ask(['value', 'orders', 'amount', 'recency_days', 'growth_rate', 'average_order'])).toEqual({});
  expect(ask(['profit', 'categories', 'satisfaction', 'contacts', 'flags', 'overdue_days'])).toEqual({});
  expect(Object.keys(ask([], true))).toEqual(['gaps']);
});

it('every metric that a file of amounts alone lacks says what has to be mapped', async () => {
  const model = await putTables(engine, { lines: [{ customer: 'A', amount: '1' }] });
  for (const id of metricIds)
    if (!available(id, model)) expect([id, rolesFor(id).length > 0]).toEqual([id, true]);
  expect(available('recency_days', model)).toBe(false);
});
