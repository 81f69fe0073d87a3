import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadMix, loadOrders, loadRecord } from '../../../../src/app/customer/load.ts';
import { dayOf, isoDay, parseIsoDay } from '../../../../src/base/day.ts';
import { averageOrder, returnsRate } from '../../../../src/model/customerPage/record.ts';
import { defaultMetricOptions } from '../../../../src/model/metrics/types.ts';
import type { Scope } from '../../../../src/model/scope.ts';
import { joinedData } from '../../../support/joined.ts';
import { frameOf } from '../../../support/lenses.ts';
import { nodeEngine } from '../../../support/nodeEngine.ts';
import type { DimensionLine, Tables } from '../../../support/sideTables.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const start = dayOf(2024, 1, 1);
const at = (days: number): string => isoDay(start + days);

async function opened(tables: Tables, scope: Partial<Scope> = {}) {
  const data = await joinedData(engine, tables);
  const { frame } = await frameOf(data, { scope });
  return { data, frame };
}

interface Row {
  readonly customer: string;
  readonly order: number;
  readonly at: number;
  /** Whole units; below zero = a return. */
  readonly amount: number;
  readonly category: string | null;
}

const rowOf = fc.record<Row>({
  customer: fc.constantFrom('a', "b'; DROP TABLE lines; --", 'c'),
  order: fc.integer({ min: 0, max: 9 }),
  at: fc.integer({ min: 0, max: 40 }),
  amount: fc.integer({ min: -20, max: 40 }),
  category: fc.constantFrom('tea', 'cups', 'box', null),
});

const lineOf = (row: Row): DimensionLine => ({
  customer: row.customer,
  order: `${row.customer}-${row.order}`,
  day: at(row.at),
  amount: String(row.amount),
  dimensions: { category: row.category },
});

/** The same from the rows themselves, one after the other. */
function naive(rows: readonly Row[]) {
  const sold = rows.filter(({ amount }) => amount > 0);
  const sum = (list: readonly Row[]): number => list.reduce((all, { amount }) => all + amount, 0);
  const orderDays = [...new Set(sold.map((row) => row.at))].toSorted((a, b) => a - b);
  const gaps = orderDays
    .slice(1)
    .map((day, i) => day - orderDays[i]!)
    .toSorted((a, b) => a - b);
  const middle = (gaps.length - 1) / 2;
  const usual = gaps.length === 0 ? null : (gaps[Math.floor(middle)]! + gaps[Math.ceil(middle)]!) / 2;
  const orders = [...new Set(rows.map(({ order }) => order))].map((order) => {
    const own = rows.filter((row) => row.order === order);
    return { day: Math.min(...own.map((row) => row.at)), amount: sum(own) };
  });
  return {
    sold: sum(sold),
    returned: sum(rows.filter(({ amount }) => amount < 0)),
    entries: orders.length,
    orders,
    usual,
    last: orderDays.at(-1),
    first: orderDays[0],
    categories: new Set(sold.map(({ category }) => category).filter((category) => category !== null)).size,
    inOrders: new Set(sold.map(({ order }) => order)).size,
  };
}

describe('record of one customer on random rows', () => {
  it.each(['net', 'ignore'] as const)(
    'equals the rows counted one by one, returns %s',
    async (returns) => {
      await fc.assert(
        fc.asyncProperty(fc.array(rowOf, { minLength: 1, maxLength: 25 }), async (rows) => {
          const { data, frame } = await opened(
            { lines: rows.map(lineOf) },
            { returns, nonpositive: 'apart' },
          );
          const counted = returns === 'net' ? rows : rows.filter(({ amount }) => amount > 0);
          const metrics = await data.metrics(
            { numbers: ['average_order', 'returns_rate', 'usual_gap', 'categories', 'order_days'], texts: [], options: defaultMetricOptions, silence: false }, // prettier-ignore
            frame,
          );
          for (const customer of new Set(rows.map((row) => row.customer))) {
            const own = counted.filter((row) => row.customer === customer);
            const record = await loadRecord(data, frame, customer);
            if (own.length === 0) {
              expect(record).toBeNull();
              continue;
            }
            const wanted = naive(own);
            const { place, totals, days, silence, orders } = record!;
            expect(frame.customers.ids.at(place.rank)).toBe(customer);
            expect([totals.rows, totals.entries]).toEqual([own.length, wanted.entries]);
            expect([totals.sold, totals.returned]).toEqual([wanted.sold * 10_000, wanted.returned * 10_000]);
            expect(totals.categories).toBe(wanted.categories);
            expect(silence.usual).toBe(wanted.usual);
            const asOf = Math.max(...rows.map((row) => row.at));
            expect(silence.days).toBe(wanted.last === undefined ? null : asOf - wanted.last);
            expect(days.value.reduce((a, b) => a + b, 0)).toBe((wanted.sold + wanted.returned) * 10_000);
            const shown = orders.map(({ day, amount }) => ({ day: day! - start, amount: amount / 10_000 }));
            const key = (order: { day: number; amount: number }): string => `${order.day} ${order.amount}`;
            expect(shown.map(key).toSorted()).toEqual(wanted.orders.map(key).toSorted());
            expect(shown.map(({ day }) => day)).toEqual(
              shown.map(({ day }) => day).toSorted((a, b) => b - a),
            );

            // The page and the metrics of schemes are worked out apart and must not differ.
            const metric = (id: Parameters<typeof metrics.number>[0]): number | null => {
              const value = metrics.number(id)[place.rank]!;
              return Number.isNaN(value) ? null : value;
            };
            const average = averageOrder(totals, wanted.inOrders);
            expect(average === null ? null : average / 10_000).toEqual(metric('average_order'));
            expect(returnsRate(totals)).toEqual(metric('returns_rate'));
            expect(silence.usual).toEqual(metric('usual_gap'));
            expect(totals.categories).toEqual(metric('categories'));

            const mix = await loadMix(data, record!, 'category');
            if (wanted.first === undefined || wanted.first === wanted.last) {
              expect(mix).toBeNull();
              continue;
            }
            const middle = wanted.first + Math.floor((wanted.last! - wanted.first + 1) / 2);
            for (const part of mix!.parts) {
              const bought = own.filter(({ category, amount }) => category === part.name && amount > 0);
              const sum = (list: readonly Row[]): number =>
                list.reduce((all, { amount }) => all + amount * 10_000, 0);
              expect(part.first).toBe(sum(bought.filter((row) => row.at < middle)));
              expect(part.last).toBe(sum(bought.filter((row) => row.at >= middle)));
            }
            expect(mix!.parts.reduce((all, { first, last }) => all + first + last, 0)).toBe(
              wanted.sold * 10_000,
            );
          }
        }),
        { seed: 7, numRuns: 12 },
      );
    },
    60_000,
  );
});

describe('orders', () => {
  it('come in pages of fifty, newest first, with the largest things in each', async () => {
    const lines = Array.from({ length: 60 }, (_, i): DimensionLine[] => [
      { customer: 'a', order: `o${i}`, day: at(i), amount: '5', dimensions: { product: 'small' } },
      { customer: 'a', order: `o${i}`, day: at(i), amount: '50', dimensions: { product: 'large' } },
      { customer: 'a', order: `o${i}`, day: at(i), amount: '20', dimensions: { product: 'middle' } },
      { customer: 'a', order: `o${i}`, day: at(i), amount: '1', dimensions: { product: 'tiny' } },
    ]).flat();
    const { data, frame } = await opened({ lines });
    const record = (await loadRecord(data, frame, 'a'))!;
    expect(record.totals.entries).toBe(60);
    expect(record.orders).toHaveLength(50);
    expect(record.orders[0]).toEqual({ day: start + 59, id: 'o59', amount: 760_000, rows: 4, names: ['large', 'middle', 'small'], things: 4 }); // prettier-ignore
    const second = await loadOrders(data, frame, 'a', 1);
    expect(second.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, i) => `o${9 - i}`));
  });

  it('are rows where the file has neither order ids nor dates', async () => {
    const { data, frame } = await opened({ lines: [{ customer: 'a', amount: '5' }, { customer: 'a', amount: '-2' }] }); // prettier-ignore
    const record = (await loadRecord(data, frame, 'a'))!;
    expect(record.orders.map(({ day, id, amount, names }) => [day, id, amount, names])).toEqual([
      [null, null, 50_000, []],
      [null, null, -20_000, []],
    ]);
    expect(record.days.day).toHaveLength(0);
    expect(record.silence).toMatchObject({ days: null, usual: null });
  });
});

describe('joined files', () => {
  it('give the profile and the entries of this customer only, newest first', async () => {
    const { data, frame } = await opened({
      lines: [{ customer: 'a', day: at(0), amount: '5' }, { customer: 'b', day: at(1), amount: '9' }],
      attributes: [{ role: 'industry', values: { a: 'Hotels', b: 'Shops' } }, { header: 'City', values: { b: 'Lyon' } }],
      contacts: [
        { customer: 'a', day: at(3), direction: 'outbound', purpose: 'visit', owner: 'Kim' },
        { customer: 'a', day: at(9), direction: 'inbound' },
        { customer: 'b', day: at(4), direction: 'inbound' },
      ],
      tickets: [{ customer: 'b', day: at(1), status: 'open' }],
      surveys: [{ customer: 'a', day: null, satisfaction: 'very satisfied', recommend: ' ' }],
      receivables: [{ customer: 'a', order_id: 'i1', amount: '12.5', due_date: at(40), paid_date: at(20) }],
    }); // prettier-ignore
    const record = (await loadRecord(data, frame, 'a'))!;
    expect(record.profile).toEqual({ industry: 'Hotels', attribute_1: null });
    const list = (kind: string) => record.entries.find((entries) => entries.kind === kind)!;
    expect(list('contacts').list.map(({ day, texts }) => [day! - start, texts])).toEqual([
      [9, { direction: 'inbound' }],
      [3, { direction: 'outbound', purpose: 'visit', owner: 'Kim' }],
    ]);
    expect(list('tickets')).toEqual({ kind: 'tickets', total: 0, list: [] });
    expect(list('survey').list).toEqual([{ kind: 'survey', day: null, texts: { satisfaction: 'very satisfied' }, amount: null, paid: null }]); // prettier-ignore
    expect(list('receivables').list[0]).toMatchObject({ day: start + 40, amount: 125_000, paid: start + 20, texts: { order_id: 'i1' } }); // prettier-ignore
  });

  it('leave out what was not known on the as-of day', async () => {
    const asOf = parseIsoDay(at(5));
    const { data, frame } = await opened(
      {
        lines: [{ customer: 'a', day: at(0), amount: '5' }, { customer: 'a', day: at(9), amount: '7' }],
        contacts: [{ customer: 'a', day: at(3) }, { customer: 'a', day: at(6) }],
      },
      { asOf },
    ); // prettier-ignore
    const record = (await loadRecord(data, frame, 'a'))!;
    expect(record.totals.rows).toBe(1);
    expect(record.entries[0]!.list.map(({ day }) => day! - start)).toEqual([3]);
  });
});
