import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appSite, sheet, type App } from './site.ts';

const site = appSite();
let app: App;
beforeAll(async () => {
  app = await site.open({ query: '?sample=tea' });
  await app.ready();
});
afterAll(async () => {
  expect(app.errors).toEqual([]);
  await app.close();
});

const parse = (text: string): Record<string, string>[] => {
  expect(text.startsWith('\uFEFF'), 'UTF-8 with BOM').toBe(true);
  const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
};
const sum = (rows: readonly Record<string, string>[], column: string): number =>
  rows.reduce((total, row) => total + Math.round(Number(row[column]) * 100), 0) / 100;

describe('customers as CSV', () => {
  it('one row per customer with tier, rule and every score, adding up to the figures', async () => {
    const f = await app.figures();
    const { name, text } = await app.download(() => app.hook('export-customers').click());
    expect(name).toMatch(/customers\.csv$/);
    const rows = parse(text);
    expect(rows.length).toBe(f['overview.customers']);
    expect(Object.keys(rows[0]!)).toEqual(
      expect.arrayContaining([
        'customer_id',
        'value',
        'tier',
        'tier_rule',
        'monetary',
        'frequency',
        'recency_days',
        'growth',
        'potential_level',
        'lost',
      ]),
    );
    expect(new Set(rows.map((row) => row.customer_id)).size).toBe(rows.length);
    for (const tier of ['A', 'B', 'C']) {
      const members = rows.filter((row) => row.tier === tier);
      expect(members.length).toBe(f[`tiers.${tier}.customers`]);
      expect(sum(members, 'value')).toBeCloseTo(f[`tiers.${tier}.value`]!, 2);
      expect(Math.min(...members.map((row) => Number(row.value)))).toBe(f[`tiers.${tier}.cut`]);
    }
    const apart = rows.filter((row) => row.tier === 'net_nonpositive');
    expect(apart.length).toBe(f['pareto.apart_customers']);
    expect(sum(apart, 'value')).toBeCloseTo(f['pareto.apart_value']!, 2);
    expect(sum(rows, 'value')).toBeCloseTo(f['overview.value']!, 2);
    expect(sum(rows, 'frequency')).toBe(f['overview.orders']);
    expect(rows.filter((row) => row.lost === 'yes').length).toBe(f['churn.lost']);
    for (const level of ['high', 'mid', 'low'])
      expect(rows.filter((row) => row.potential_level === level).length).toBe(
        f[`matrix.high_${level}.customers`]! +
          f[`matrix.mid_${level}.customers`]! +
          f[`matrix.low_${level}.customers`]!,
      );
    expect(new Set(rows.map((row) => row.tier_rule)).size).toBe(1);
    expect(rows[0]!.tier_rule).toMatch(/80%.*95%/);
  });

  it('follows the cut, and a drawer hands out its own set', async () => {
    await app.set('tier_cut_1', 60);
    const f = await app.figures();
    const { text } = await app.download(() => app.hook('export-customers').click());
    expect(parse(text).filter((row) => row.tier === 'A').length).toBe(f['tiers.A.customers']);
    expect(text).toMatch(/60%/);
    await app.page.locator('[data-lens=tiers] tbody button').nth(1).click();
    const drawer = app.hook('drawer');
    await drawer.waitFor();
    expect(Number(await app.hook('drawer-summary').getAttribute('data-count'))).toBe(f['tiers.B.customers']);
    expect(Number(await app.hook('drawer-summary').getAttribute('data-sum'))).toBeCloseTo(
      f['tiers.B.value']!,
      2,
    );
    const set = await app.download(() => drawer.getByRole('button', { name: /CSV/ }).click());
    const rows = parse(set.text);
    expect(rows.length).toBe(f['tiers.B.customers']);
    expect(new Set(rows.map((row) => row.tier))).toEqual(new Set(['B']));
    await app.page.keyboard.press('Escape');
  });
});

it('figures as JSON are those of the page, with the document that made them', async () => {
  const { name, text } = await app.download(() => app.hook('export-figures').click());
  expect(name).toMatch(/figures\.json$/);
  const json = JSON.parse(text) as Awaited<ReturnType<App['results']>>;
  expect(json).toEqual(await app.results());
  expect(json.schema).toBe(1);
  expect(json.app).toBe(await app.page.evaluate(() => window.vitalFew.version));
  expect(json.document).toMatchObject({ tiers: { cut1: 6000 } });
  expect(Object.values(json.figures).every((value) => value === null || Number.isFinite(value))).toBe(true);
});

describe('own data', () => {
  const hostile = [
    '=1+1',
    '+1',
    '-x',
    '@SUM(A1)',
    '\t1',
    '＝1+1',
    "=cmd|' /C calc'!A0",
    '00123',
    '12345678901234567890',
    '9007199254740993',
    '1E5',
    'a"b',
    'c,d',
  ];

  it('formula cells are written so that no spreadsheet runs them, and read back as they were (F32, F11)', async () => {
    const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
    const before = await app.load(
      sheet(
        'ids.csv',
        [
          'customer id,order date,amount',
          ...hostile.map((id, i) => `${quoted(id)},2024-01-0${1 + (i % 9)},${100 - i}`),
        ].join('\n'),
      ),
    );
    expect(before['overview.customers']).toBe(hostile.length);
    const { text } = await app.download(() => app.hook('export-customers').click());
    const ids = parse(text).map((row) => row.customer_id!);
    for (const delimiter of [',', ';', '\t'])
      for (const row of Papa.parse<string[]>(text.slice(1), { delimiter }).data)
        for (const cell of row)
          if (!/^-?\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    for (const id of ['00123', '12345678901234567890', '9007199254740993', '1E5', 'a"b', 'c,d'])
      expect(ids).toContain(id);

    const again = await app.load(sheet('again.csv', text), {
      roles: Object.fromEntries(
        Object.keys(parse(text)[0]!).map((column) => [
          column,
          column === 'customer_id' ? 'customer_id' : column === 'value' ? 'amount' : 'ignore',
        ]),
      ),
    });
    expect(again['overview.customers']).toBe(hostile.length);
    expect(again['overview.value']).toBe(before['overview.value']);
    const second = await app.download(() => app.hook('export-customers').click());
    expect(parse(second.text).map((row) => row.customer_id)).toEqual(ids);
  });

  it('rows that were set aside come back as they stand in the file, each with its reason', async () => {
    const f = await app.load(
      sheet(
        'dirty.csv',
        'customer id,order date,amount,note\nA,2024-01-01,10,fine\nB,2024-02-31,20,no such day\nC,2024-01-03,many,=1+1\nD,2024-01-05,1,fine\nE,2024-01-06,,"no, amount"\n',
      ),
      {
        roles: { 'customer id': 'customer_id', 'order date': 'order_date', amount: 'amount', note: 'ignore' },
      },
    );
    expect(f['ledger.rows_set_aside']).toBe(3);
    await app.page.locator('[data-lens=overview] .ledger summary').click();
    const { name, text } = await app.download(() =>
      app.page.locator('[data-lens=overview] .ledger button').click(),
    );
    expect(name).toMatch(/set-aside\.csv$/);
    const rows = parse(text);
    expect(rows.map((row) => [row.record, row['customer id'], row.amount])).toEqual([
      ['3', 'B', '20'],
      ['4', 'C', 'many'],
      ['6', 'E', ''],
    ]);
    expect(rows.map((row) => row.reason)).toEqual(['date_unreadable', 'amount_unreadable', 'amount_missing']);
    expect(rows[0]!['order date']).toBe('2024-02-31');
    expect(rows[1]!.note).toMatch(/^'=/);
    expect(rows[2]!.note).toBe('no, amount');
  });
});
