import { afterAll, beforeAll, expect, it } from 'vitest';
import { schemeOf } from '../../src/model/schemes/registry.ts';
import { defaultMetricOptions, type MetricId } from '../../src/model/metrics/types.ts';
import { importFiles } from '../../src/app/imports.ts';
import { Data } from '../../src/app/data.ts';
import { blobReader } from '../../src/ingest/reader.ts';
import { apart } from '../../src/ingest/types.ts';
import { dayOf } from '../../src/base/day.ts';
import { type Choices, frameOf, schemeWith } from '../support/lenses.ts';
import { wasmEngine } from '../support/wasmEngine.ts';
import { planFor } from '../support/pipeline.ts';

/** From bytes to figures as the page guesses the files, in the page's own engine: tables whose answers are known by hand. */
const engine = wasmEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const csv = (name: string, lines: readonly string[]): File => new File([`${lines.join('\n')}\n`], name);

async function open(...files: readonly File[]): Promise<Data> {
  const inputs = [];
  for (const file of files) inputs.push({ file, original: null, plan: await planFor(file), survey: null });
  const signal = new AbortController().signal;
  return new Data(engine, await importFiles(engine, blobReader, inputs, apart, () => undefined, signal));
}

async function metric(data: Data, id: MetricId, choices: Choices = {}): Promise<Record<string, number>> {
  const { frame } = await frameOf(data, choices);
  const needs = { numbers: [id], texts: [], options: defaultMetricOptions, silence: false };
  const values = (await data.metrics(needs, frame)).number(id);
  return Object.fromEntries(Array.from(values, (value, k) => [frame.customers.ids.at(k), value]));
}

async function tiersOf(data: Data, id: string): Promise<Record<string, string | undefined>> {
  const { frame } = await frameOf(data);
  const tiering = await data.tiering(schemeOf(frame.book, id), frame);
  const ranks = Array.from({ length: frame.customers.n }, (_, k) => k);
  return Object.fromEntries(ranks.map((k) => [frame.customers.ids.at(k), tiering.tiers[tiering.of(k)]?.id]));
}

const sales = csv('销售.csv', [
  '客户编号,订单编号,下单日期,销售额',
  'K1,D1,2023-01-10,1000', 'K1,D2,2023-09-10,500', 'K2,D3,2023-02-01,800', 'K3,D4,2023-03-01,300', 'K3,D5,2023-12-01,1',
]); // prettier-ignore

it('a bill of an order after the as-of day is not owed yet', async () => {
  const bills = csv('应收.csv', [
    '客户编号,订单编号,应收金额,到期日期,回款日期,回款金额,信用额度',
    'K1,D1,1000,2023-02-10,,,2000', 'K1,D2,500,2023-10-10,,,2000', 'K2,D3,800,2023-03-01,2023-07-15,800,1000', 'K3,X9,40,2023-04-01,,,100',
  ]); // prettier-ignore
  const data = await open(sales, bills);
  expect(await metric(data, 'outstanding')).toEqual({ K1: 1500, K2: 0, K3: 40 });
  // On June 30 order D2 has not been placed, the payment of D3 has not come; X9 is of no order that is known.
  const june = { scope: { asOf: dayOf(2023, 6, 30) } };
  expect(await metric(data, 'outstanding', june)).toEqual({ K1: 1000, K2: 800, K3: 40 });
  expect(await metric(data, 'limit_use', june)).toEqual({ K1: 0.5, K2: 0.8, K3: 0.4 });
  expect(await metric(data, 'overdue_days', june)).toEqual({ K1: 140, K2: 121, K3: 90 });
});

it('an enquiry of the customer about a new product is no proposal of ours', async () => {
  const log = [
    '客户编号,联系日期,联系方向,联系目的',
    // Both: two of ours in two quarters, none soon after an order. Who spoke of the new product differs.
    'K2,2023-04-05,呼出,回访', 'K2,2023-07-05,呼出,节日问候', 'K2,2023-07-06,呼入,新产品咨询',
    'K3,2023-04-05,呼出,回访', 'K3,2023-07-05,呼出,新产品介绍', 'K3,2023-07-06,呼入,咨询',
  ]; // prettier-ignore
  const data = await open(sales, csv('联系记录.csv', log));
  expect(await tiersOf(data, 'relationship')).toEqual({ K1: 'basic', K2: 'reactive', K3: 'proactive' });
});

it('a shop that is no franchisee is not in A for its type, however much it sells', async () => {
  const rows = ['直营店,9000', '加盟商,500', '加盟商,400', '加盟商,300', '加盟商,200', '加盟商,100'];
  const lines = rows.flatMap((row, i) =>
    ['2023-01-01', '2023-12-31'].map((day) => `K${i + 1},高,${day},${row}`),
  );
  const data = await open(csv('加盟.csv', ['客户编号,配合度,下单日期,客户类型,销售额', ...lines]));
  const { frame } = await frameOf(data);
  const tiering = await data.tiering(schemeWith('distributor', { need: 'any' }), frame);
  expect(tiering.tiers.map(({ id, customers }) => [id, customers])).toEqual([
    ['A', 1],
    ['B', 5],
    ['C', 0],
  ]);
  const found = tiering.explain(0).notAbove!.parts.map(({ condition, holds, actual, by }) => [condition.kind, holds, actual, by]); // prettier-ignore
  expect(frame.customers.ids.at(0)).toBe('K1');
  expect(found).toEqual([
    ['text', false, '直营店', null],
    ['text', false, '直营店', null],
  ]);
  // The best of the five is in; the next one falls short of it by its volume.
  expect(tiering.explain(1).tier).toBe(0);
  expect(tiering.explain(2).notAbove!.parts[1]).toMatchObject({ actual: 800, wanted: 1000, by: -200 });
});

it('a list of customers with levels and one answer is a list, and its words reach the schemes', async () => {
  const list = csv('客户.csv', [
    '客户编号,会员等级,忠诚度,影响力,是否被制裁,营业执照到期日',
    'K1,金卡,高,高,否,2030-01-01', 'K2,普通会员,中,低,是,2020-01-01', 'K3,,低,中,否,2030-01-01',
  ]); // prettier-ignore
  const data = await open(sales, list);
  expect(await tiersOf(data, 'membership')).toEqual({ K1: 'vip', K2: 'member', K3: 'walkin' });
  expect(await metric(data, 'loyalty')).toEqual({ K1: 5, K2: 3, K3: 1 });
  expect(await metric(data, 'influence')).toEqual({ K1: 100, K2: 0, K3: 50 });
  expect(await metric(data, 'flags')).toEqual({ K1: 0, K2: 2, K3: 0 });
});

it('the names that a survey gives the chance to come back are known', async () => {
  const answers = csv('餐厅.csv', [
    '顾客编号,消费金额,满意度,再次光顾概率,推荐意愿',
    'G1,100,比较满意,70%以上,很大可能', 'G2,90,比较满意,69.99%,很大可能', 'G3,80,满意,30%,不可能', 'G4,70,满意,29.99%,不可能', 'G5,60,不满意,100%,很大可能',
  ]); // prettier-ignore
  expect(await tiersOf(await open(answers), 'loyalty')).toEqual({
    G1: 'high',
    G2: 'mid',
    G3: 'mid',
    G4: 'low',
    G5: 'low',
  });
});
