import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDay, parseIsoDay } from '../../../src/base/day.ts';
import { integers, numbers, texts } from '../../../src/base/table.ts';
import { customersOf, customersQuery } from '../../../src/model/customers.ts';
import { rollup } from '../../../src/model/rollup.ts';
import { resolvePeriod } from '../../../src/model/period.ts';
import { walkinId } from '../../../src/model/scopedLines.ts';
import { defaultScope, type Scope } from '../../../src/model/scope.ts';
import { type Line, putLines } from '../../support/lines.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const day = (iso: string): number => parseIsoDay(iso)!;
const iso = (value: number | undefined): string | null =>
  value === undefined || Number.isNaN(value) ? null : isoDay(value);
const units = (value: number | bigint | null | undefined): number => Number(value ?? NaN) / 10_000;

async function made(lines: readonly Line[], change: Partial<Scope> = {}) {
  const model = await putLines(engine, lines);
  const plan = rollup({ ...defaultScope, ...change }, model);
  await engine.run([...plan.statements, ...plan.dayStatements]);
  const table = customersOf(await engine.query(customersQuery(plan)), model.names);
  const customers = Array.from({ length: table.n }, (_, k) => ({
    id: table.ids.at(k),
    name: table.names?.at(k) ?? null,
    value: units(table.value[k]),
    orders: table.orders[k],
    first: iso(table.firstDay[k]),
    last: iso(table.lastDay[k]),
    halves: [units(table.half1[k]), units(table.half2[k])],
    potential: table.potential[k],
  }));
  return { plan, table, customers };
}

const values = async (lines: readonly Line[], change: Partial<Scope> = {}) =>
  (await made(lines, change)).customers.map(({ id, value, orders }) => [id, value, orders]);

/** Six days of a shop: two orders on one day, a return, two equal lines, a zero line, walk-ins, a return alone. */
const bob = { customer: 'C2', name: 'Bob', order: 'O4', day: '2024-01-02', amount: '60', quantity: '3', profit: '10' }; // prettier-ignore
const shop: readonly Line[] = [
  { customer: 'C1', name: 'Ann', order: 'O1', day: '2024-01-01', amount: '100', quantity: '2', profit: '30' },
  { customer: 'C1', name: 'Ann', order: 'O1', day: '2024-01-01', amount: '50', quantity: '1', profit: '20' },
  { customer: 'C1', name: 'Anna', order: 'O2', day: '2024-01-01', amount: '25.5', quantity: '1', profit: '5' },
  { customer: 'C1', order: 'O3', day: '2024-01-05', amount: '-20', quantity: '-1', profit: '-6' },
  bob,
  bob,
  { customer: 'C3', name: 'Cy', order: 'O5', day: '2024-01-03', amount: '0', quantity: '1', profit: '-1' },
  { order: 'O6', day: '2024-01-04', amount: '40', quantity: '2', profit: '8' },
  { order: 'O7', day: '2024-01-05', amount: '10', quantity: '1', profit: '2' },
  { customer: 'C4', name: 'Di', order: 'O8', day: '2024-01-06', amount: '-5', quantity: '-1', profit: '-2' },
]; // prettier-ignore

it('rows without a date, beside others with one, count until a period is chosen', async () => {
  const mixed: readonly Line[] = [
    { customer: 'A', day: '2024-01-01', amount: '10' },
    { customer: 'A', amount: '5', source: 1 },
    { customer: 'A', amount: '6', source: 1 },
    { customer: 'B', order: 'X1', amount: '7', source: 1 },
    { customer: 'C', day: '2024-01-09', amount: '1' },
  ];
  expect(await values(mixed)).toEqual([
    ['A', 21, 3],
    ['B', 7, 1],
    ['C', 1, 1],
  ]);
  const { plan } = await made(mixed);
  expect((await engine.query(`SELECT count(*) AS days FROM ${plan.days.text}`)).columns[0]).toMatchObject({
    values: Float64Array.of(2),
  });
  expect(await values(mixed, { from: day('2024-01-01') })).toEqual([
    ['A', 10, 1],
    ['C', 1, 1],
  ]);
});

describe('customer rollup of a shop counted by hand', () => {
  it('nets returns, counts only lines above zero as orders, and ranks by value', async () => {
    const { customers, plan } = await made(shop);
    expect(customers).toEqual([
      { id: 'C1', name: 'Anna', value: 155.5, orders: 2, first: '2024-01-01', last: '2024-01-01', halves: [175.5, -20], potential: NaN },
      { id: 'C2', name: 'Bob', value: 120, orders: 1, first: '2024-01-02', last: '2024-01-02', halves: [120, 0], potential: NaN },
      { id: 'C3', name: 'Cy', value: 0, orders: 0, first: null, last: null, halves: [0, 0], potential: NaN },
      { id: 'C4', name: 'Di', value: -5, orders: 0, first: null, last: null, halves: [0, -5], potential: NaN },
    ]); // prettier-ignore
    expect(plan.period).toEqual({
      from: day('2024-01-01'),
      to: day('2024-01-06'),
      asOf: day('2024-01-06'),
      halfDays: 3,
    });
  });

  it('keeps one row per customer and day, returns and zero days without an order', async () => {
    const { plan } = await made(shop);
    const table = await engine.query(`SELECT * FROM ${plan.days} ORDER BY customer_id, day`);
    const days = numbers(table, 'day');
    const orders = numbers(table, 'orders');
    const value = numbers(table, 'value');
    const ids = texts(table, 'customer_id');
    expect(Array.from(days, (d, i) => [ids.at(i), isoDay(d).slice(8), orders[i], units(value[i])])).toEqual([
      ['C1', '01', 2, 175.5],
      ['C1', '05', 0, -20],
      ['C2', '02', 1, 120],
      ['C3', '03', 0, 0],
      ['C4', '06', 0, -5],
    ]);
  });

  it('returns ignored: only lines above zero exist', async () => {
    expect(await values(shop, { returns: 'ignore' })).toEqual([
      ['C1', 175.5, 2],
      ['C2', 120, 1],
    ]);
  });

  it('walk-ins as one customer: their lines under one id, else outside', async () => {
    expect(await values(shop, { walkin: 'one' })).toEqual([
      ['C1', 155.5, 2],
      ['C2', 120, 1],
      [walkinId, 50, 2],
      ['C3', 0, 0],
      ['C4', -5, 0],
    ]);
  });

  it('duplicates dropped: of two equal lines the first counts', async () => {
    expect(await values(shop, { duplicates: 'drop' })).toContainEqual(['C2', 60, 1]);
    expect(await values(shop, { duplicates: 'keep' })).toContainEqual(['C2', 120, 1]);
  });

  it('measures: profit, quantity and orders, ties by id', async () => {
    expect(await values(shop, { measure: 'profit' })).toEqual([['C1', 49, 2], ['C2', 20, 1], ['C3', -1, 0], ['C4', -2, 0]]); // prettier-ignore
    expect(await values(shop, { measure: 'quantity' })).toEqual([['C2', 6, 1], ['C1', 3, 2], ['C3', 1, 0], ['C4', -1, 0]]); // prettier-ignore
    expect(await values(shop, { measure: 'orders' })).toEqual([['C1', 2, 2], ['C2', 1, 1], ['C3', 0, 0], ['C4', 0, 0]]); // prettier-ignore
  });

  it('halves under the measure orders count orders', async () => {
    const more: Line[] = [...shop, { customer: 'C1', order: 'O9', day: '2024-01-04', amount: '1' }];
    const { customers } = await made(more, { measure: 'orders' });
    expect(customers[0]).toMatchObject({ id: 'C1', value: 3, halves: [2, 1] });
  });

  it('a period keeps its days only, both ends included', async () => {
    const { customers, plan } = await made(shop, { from: day('2024-01-02'), to: day('2024-01-05') });
    expect(plan.period).toMatchObject({ halfDays: 2, asOf: day('2024-01-05') });
    expect(customers.map(({ id, value, orders, halves }) => [id, value, orders, halves])).toEqual([
      ['C2', 120, 1, [120, 0]],
      ['C3', 0, 0, [0, 0]],
      ['C1', -20, 0, [0, -20]],
    ]);
  });

  it('halves of an odd number of days: the first day is dropped', async () => {
    const { customers, plan } = await made(shop, { from: day('2024-01-02') });
    expect(plan.period).toMatchObject({ halfDays: 2 });
    expect(customers.find(({ id }) => id === 'C2')).toMatchObject({ value: 120, halves: [0, 0] });
    expect(customers.find(({ id }) => id === 'C1')).toMatchObject({ value: -20, halves: [0, -20] });
  });

  it('as of a day: rows after it do not count, and the halves end on it', async () => {
    const { customers, plan } = await made(shop, { asOf: day('2024-01-02') });
    expect(plan.period).toMatchObject({ to: day('2024-01-02'), asOf: day('2024-01-02'), halfDays: 1 });
    expect(customers.map(({ id, value, halves }) => [id, value, halves])).toEqual([
      ['C1', 175.5, [175.5, 0]],
      ['C2', 120, [0, 120]],
    ]);
  });

  it('an as-of day after the data changes the day of silence, not the rows', async () => {
    const { plan, customers } = await made(shop, { asOf: day('2024-03-01') });
    expect(plan.period).toEqual({
      from: day('2024-01-01'),
      to: day('2024-01-06'),
      asOf: day('2024-03-01'),
      halfDays: 3,
    });
    expect(customers.map(({ value }) => value)).toEqual([155.5, 120, 0, -5]);
  });
});

describe('what an order is', () => {
  const without = (...keys: (keyof Line)[]): Line[] =>
    shop.map((line) => Object.fromEntries(Object.entries(line).filter(([key]) => !keys.includes(key as keyof Line))) as unknown as Line); // prettier-ignore

  it('an order id, also over several days and lines', async () => {
    const lines: Line[] = [
      { customer: 'A', order: '1', day: '2024-01-01', amount: '1' },
      { customer: 'A', order: '1', day: '2024-01-02', amount: '1' },
      { customer: 'A', order: '2', day: '2024-01-02', amount: '1' },
    ];
    expect(await values(lines)).toEqual([['A', 3, 2]]);
  });

  it('a customer and day where the file has no order ids', async () => {
    expect(await values(without('order'))).toEqual([['C1', 155.5, 1], ['C2', 120, 1], ['C3', 0, 0], ['C4', -5, 0]]); // prettier-ignore
  });

  it('a customer and day for the rows whose order id is blank', async () => {
    const lines: Line[] = [
      { customer: 'A', order: '1', day: '2024-01-01', amount: '1' },
      { customer: 'A', day: '2024-01-01', amount: '1' },
      { customer: 'A', day: '2024-01-01', amount: '1' },
      { customer: 'A', day: '2024-01-02', amount: '1' },
    ];
    expect(await values(lines)).toEqual([['A', 4, 3]]);
  });

  it('a row where the file has neither ids nor dates, also when two files number their rows alike', async () => {
    expect(await values(without('order', 'day'))).toEqual([['C1', 155.5, 3], ['C2', 120, 2], ['C3', 0, 0], ['C4', -5, 0]]); // prettier-ignore
    const twoFiles: Line[] = [
      { customer: 'A', amount: '1', source: 0, row: 2 },
      { customer: 'A', amount: '2', source: 1, row: 2 },
    ];
    expect(await values(twoFiles)).toEqual([['A', 3, 2]]);
  });

  it('without dates there is no period, no day table and no half', async () => {
    const { plan, customers } = await made(without('day'));
    expect(plan.period).toBeNull();
    expect(plan.dayStatements).toHaveLength(0);
    expect(customers[0]).toMatchObject({ id: 'C1', orders: 2, first: null, halves: [NaN, NaN] });
  });
});

describe('what changes between a customer’s rows', () => {
  it('name and potential: the latest that is not blank, by day and then by record', async () => {
    const lines: Line[] = [
      { customer: 'A', name: 'late', day: '2024-02-01', amount: '1', potential: '7.5' },
      { customer: 'A', name: 'early', day: '2024-01-01', amount: '1', potential: '3' },
      { customer: 'A', day: '2024-03-01', amount: '1' },
      { customer: 'B', name: 'first', day: '2024-01-01', amount: '1' },
      { customer: 'B', name: 'second', day: '2024-01-01', amount: '1' },
    ];
    const { customers } = await made(lines);
    expect(customers.map(({ id, name, potential }) => [id, name, potential])).toEqual([
      ['A', 'late', 7.5],
      ['B', 'second', NaN],
    ]);
  });
});

describe('exact money', () => {
  const fourPlaces = (units: bigint): string => {
    const digits = (units < 0n ? -units : units).toString().padStart(5, '0');
    return `${units < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
  };
  // Up to eight amounts of a customer, each as large as the column takes, still sum below 2^63.
  const amount = fc.bigInt({ min: -(10n ** 18n - 1n), max: 10n ** 18n - 1n });
  const rows = fc
    .dictionary(fc.constantFrom('a', 'b', 'c'), fc.array(amount, { minLength: 1, maxLength: 8 }))
    .map((byCustomer) =>
      Object.entries(byCustomer).flatMap(([customer, list]) =>
        list.map((units, i) => ({ customer, units, day: `2024-01-${String(10 + i)}` })),
      ),
    );

  it('sums of random decimals equal BigInt sums, whatever the order of the rows', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.infiniteStream(fc.nat()), async (list, chance) => {
        const lines = list.map(({ customer, units, day }, i): Line & { row: number } => ({ customer, day, amount: fourPlaces(units), name: `${customer}${i % 3}`, row: i + 2 })); // prettier-ignore
        const shuffled = lines
          .map((line) => ({ line, at: chance.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ line }) => line);
        const expected = new Map<string, bigint>();
        for (const { customer, units } of list)
          expected.set(customer, (expected.get(customer) ?? 0n) + units);
        const ranked = [...expected].toSorted(([a, x], [b, y]) =>
          x === y ? (a < b ? -1 : 1) : x < y ? 1 : -1,
        );
        const one = await made(lines);
        const other = await made(shuffled);
        expect([...one.table.value].map((v, k) => [one.table.ids.at(k), BigInt(v)])).toEqual(ranked);
        expect(other.customers).toEqual(one.customers);
        expect(other.table.value).toEqual(one.table.value);
      }),
      { numRuns: 40, seed: 20_240_101 },
    );
  });

  it('sums beyond 2^53 ten-thousandths arrive as bigint, to the last digit', async () => {
    const huge = '99999999999999.9999';
    const { table } = await made([
      { customer: 'A', amount: huge },
      { customer: 'A', amount: huge },
      { customer: 'A', amount: '-0.0001' },
      { customer: 'B', amount: '1.0001' },
    ]);
    expect(table.value).toEqual([2n * 999_999_999_999_999_999n - 1n, 10_001n]);
  });

  it('sums within 2^53 arrive as doubles', async () => {
    const { table } = await made([
      { customer: 'A', amount: '0.1' },
      { customer: 'A', amount: '0.2' },
    ]);
    expect(table.value).toEqual(Float64Array.of(3000));
  });
});

describe('scopes', () => {
  it('a rollup’s tables are named by what they are made from', async () => {
    const model = await putLines(engine, shop);
    const key = (change: Partial<Scope>): string => rollup({ ...defaultScope, ...change }, model).key;
    expect(key({})).toBe(key({}));
    expect(key({ nonpositive: 'zero' })).toBe(key({})); // ranking is made outside the tables
    const others: Partial<Scope>[] = [
      { measure: 'profit' },
      { returns: 'ignore' },
      { walkin: 'one' },
      { duplicates: 'drop' },
      { from: day('2024-01-02') },
      { asOf: day('2024-02-01') },
    ];
    expect(new Set([{}, ...others].map(key)).size).toBe(others.length + 1);
  });

  it('a period that ends before it begins is empty, and its halves have no days', async () => {
    const model = await putLines(engine, shop);
    const scope = { ...defaultScope, from: day('2024-01-05'), to: day('2024-01-02') };
    expect(resolvePeriod(scope, model)).toMatchObject({ halfDays: 0 });
    expect((await made(shop, scope)).customers).toEqual([]);
  });

  it('drops both tables again', async () => {
    const { plan } = await made(shop);
    await engine.run(plan.drop);
    const left = await engine.query(
      `SELECT count(*) AS n FROM duckdb_tables() WHERE table_name IN ('customers_${plan.key}', 'days_${plan.key}')`,
    );
    expect(integers(left, 'n')[0]).toBe(0);
  });
});
