import { gzipSync } from 'node:zlib';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { excelDay, gb18030, xlsx, zip, type CellValue } from './formats.ts';
import { leaveImport } from './importLedger.ts';
import { addsUp } from './ledger.ts';
import { appSite, sheet, type App } from './site.ts';

const site = appSite();
let app: App;
beforeAll(async () => {
  app = await site.open();
});
afterAll(async () => {
  expect(app.errors).toEqual([]);
  await app.close();
});

afterEach(() => leaveImport(app));

const ids = async (): Promise<string[]> => {
  const { text } = await app.download(() => app.hook('export-customers').click());
  return text.replace(/^\uFEFF/, '').trim().split(/\r?\n/).slice(1).map((line) => line.split(',')[0]!).toSorted(); // prettier-ignore
};

/** Four orders of three customers, 117.25 in all, from 5 January to 8 April 2024. */
const orders = [
  ['C1', '2024-01-05', 100.5, 'O1'],
  ['C2', '2024-02-06', 20, 'O2'],
  ['C1', '2024-03-07', -10.5, 'O3'],
  ['C3', '2024-04-08', 7.25, 'O4'],
] as const;
const names = ['Customer ID', 'Order Date', 'Amount', 'Order ID'];
const typed = orders.map(([id, day, amount, order]): CellValue[] => [id, excelDay(day), amount, order]);
const csv = [names, ...orders].map((row) => row.join(',')).join('\n');
const same = {
  'ledger.rows_file': 4,
  'ledger.rows_used': 4,
  'overview.customers': 3,
  'overview.orders': 3,
  'overview.value': 117.25,
  'overview.first_date': 20240105,
  'overview.last_date': 20240408,
};

describe('one table, whatever it is packed in', () => {
  const table = utils.aoa_to_sheet([names, ...orders.map((row) => [...row])]);
  const records = orders.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
  const book = utils.book_new(table, 'Orders');
  const files = {
    'orders.xlsx': xlsx([{ name: 'Orders', rows: [names, ...typed] }]),
    'orders.xls': write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer,
    'orders.csv.gz': gzipSync(csv),
    'orders.zip': zip([{ name: 'folder/orders.csv', content: csv }]),
    'orders.xlsx.zip': zip([
      { name: 'orders.xlsx', content: xlsx([{ name: 'Orders', rows: [names, ...typed] }]) },
    ]),
    'orders.json': JSON.stringify(records),
    'orders.ndjson': records.map((record) => JSON.stringify(record)).join('\n'),
  };
  it.each(Object.entries(files))('%s', async (name, content) => {
    const f = await app.load(sheet(name, content));
    expect(f).toMatchObject(same);
    addsUp(f, /json/.test(name) ? 4 : 5);
  });

  it.each([
    ['orders.xlsx', /Excel workbook/],
    ['orders.json', /JSON file/],
    ['orders.zip', /zip archive/],
  ] as const)('%s named .csv is read as what it is, and the page says so (F15)', async (name, says) => {
    await app.choose(sheet('orders.csv', files[name]));
    expect(await app.hook('disguised').innerText()).toMatch(says);
    await app.accept();
    expect(await app.figures()).toMatchObject(same);
  });

  it('parquet as DuckDB writes it, dates and decimals typed, ids of 19 digits exact', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vital-few-'));
    try {
      const connection = await (await DuckDBInstance.create()).connect();
      const path = join(folder, 'orders.parquet');
      await connection.run(
        `COPY (SELECT 9007199254740993000 + i % 40 AS customer_id, DATE '2024-01-01' + CAST(i % 300 AS INTEGER) AS order_date,
         CAST(i AS DECIMAL(12, 2)) / 4 AS amount, 'O' || i AS order_id FROM range(2000) t(i)) TO '${path}' (FORMAT parquet, COMPRESSION zstd)`,
      );
      const f = await app.load(sheet('orders.parquet', readFileSync(path)));
      // Sum of i / 4 for i below 2,000.
      expect(f).toMatchObject({
        'overview.customers': 40,
        'overview.value': (2000 * 1999) / 8,
        'overview.first_date': 20240101,
        'overview.last_date': 20241026,
        'ledger.rows_used': 2000,
      });
      expect((await ids())[39]).toBe('9007199254740993039');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

it('a workbook as people keep it: titles, 万元, leading zeros, a totals row, a hidden sheet', async () => {
  const file = xlsx([
    {
      name: '销售明细',
      merged: ['A1:D1'],
      rows: [
        ['华东区2024年销售明细表', null, null, null],
        ['制表人：王芳', null, null, null],
        ['客户编号', '客户名称', '日期', '金额（万元）'],
        ['000123', '甲公司', excelDay('2024-01-05'), 1.5],
        ['000124', '乙公司', excelDay('2024-02-29'), 0.25],
        ['00123', '丙公司', excelDay('2024-12-31'), 3],
        ['000123', '甲公司', excelDay('2024-03-01'), -0.5],
        ['合计', null, null, 4.25],
      ],
    },
    { name: '旧数据', hidden: true, rows: [['客户编号', '金额'], ['999', 1]] },
  ]); // prettier-ignore
  await app.choose(sheet('2024销售.xlsx', file));
  expect(await app.page.locator('[data-testid=problem][data-kind=scale] select').inputValue()).toBe('10000');
  const menu = app.hook('part');
  expect(await menu.locator('option').count()).toBe(2);
  expect(await menu.locator('option:checked').innerText()).toContain('销售明细');
  expect(await menu.locator('option').nth(1).innerText()).toMatch(/旧数据.*hidden/i);
  await app.accept();
  const f = await app.figures();
  expect(f).toMatchObject({
    'overview.customers': 3,
    'overview.value': 42_500,
    'overview.first_date': 20240105,
    'overview.last_date': 20241231,
    'ledger.rows_file': 4,
  });
  // Two titles, the header and the total.
  addsUp(f, 8);
  expect(await ids()).toEqual(['000123', '000124', '00123']);
});

it('sheets with the same columns are read together, another one is offered', async () => {
  const month = (rows: CellValue[][]): CellValue[][] => [names, ...rows];
  const file = xlsx([
    { name: 'January', rows: month(typed.slice(0, 1)) },
    { name: 'February', rows: month(typed.slice(1, 2)) },
    { name: 'Later', rows: month(typed.slice(2)) },
    { name: 'Members', rows: [['Customer ID', 'Region'], ['C1', 'North'], ['C9', 'South']] },
  ]); // prettier-ignore
  await app.choose(sheet('year.xlsx', file));
  expect(await app.hook('import-file').count()).toBe(3);
  await app.accept();
  expect(await app.figures()).toMatchObject({ ...same, 'files.tables': 3, 'files.3.rows_used': 2 });

  // The picker shows another sheet in place of one that was removed.
  await app.choose(sheet('year.xlsx', file));
  await app.page.locator('[data-testid=remove-file][data-file="2"]').click();
  await app.page.locator('[data-testid=part][data-file="1"]').selectOption({ index: 2 });
  await app.until('mapping');
  await app.accept();
  expect(await app.figures()).toMatchObject({ 'ledger.rows_used': 3, 'overview.value': 97.25 });

  await app.choose(sheet('year.xlsx', file));
  await app.page.locator('[data-testid=remove-file][data-file="2"]').click();
  await app.page.locator('[data-testid=remove-file][data-file="1"]').click();
  await app.hook('add-all').click();
  await app.until('mapping');
  await expect.poll(() => app.hook('import-file').count()).toBe(3);
  await app.accept();
  expect(await app.figures()).toMatchObject(same);
});

it('a zip of several files whose names are in GBK, their text in GB18030', async () => {
  const head = '客户编号,订单日期,金额\n';
  const file = zip([
    { name: gb18030('销售/一月.csv'), content: gb18030(`${head}甲,2024-01-05,100.5\n乙,2024-01-06,20\n`) },
    { name: gb18030('销售/二月.csv'), content: gb18030(`${head}甲,2024-02-07,-10.5\n丙,2024-02-08,7.25\n`) },
    { name: gb18030('销售/空.csv'), content: '' },
  ]);
  await app.choose(sheet('销售.zip', file));
  expect(await app.page.locator('[data-testid=import-file] h2').allInnerTexts()).toEqual([
    '销售.zip › 销售/一月.csv',
    '销售.zip › 销售/二月.csv',
  ]);
  // The empty entry is named, the others go on.
  expect(await app.hook('notice').allInnerTexts()).toEqual([expect.stringMatching(/空\.csv is empty/)]);
  await app.accept();
  expect(await app.figures()).toMatchObject({ 'overview.customers': 3, 'overview.value': 117.25 });
  expect(await ids()).toEqual(['丙', '乙', '甲'].toSorted());
});

it('GB18030 in gzip, shown as such', async () => {
  const text = '客户编号,订单日期,金额\n甲,2024-01-05,100.50\n乙,2024-02-06,20\n甲,2024-03-07,-10.50\n';
  await app.choose(sheet('订单.csv.gz', gzipSync(gb18030(text))));
  expect(await app.hook('encoding').inputValue()).toBe('gb18030');
  await app.accept();
  expect(await app.figures()).toMatchObject({ 'overview.customers': 2, 'overview.value': 110 });
});

it.each(['array', 'lines'])('JSON %s: numbers of 19 digits stay as they are written', async (form) => {
  const rows = ['1234567890123456789', '1234567890123456788', '9007199254740993'].map(
    (id, i) => `{"buyer_id":${id},"created_at":"2024-01-0${i + 1}T10:00:00","total":${10 * (i + 1)}.25,"tags":["a","b"]}`, // prettier-ignore
  );
  const text = form === 'array' ? `[${rows.join(',\n')}]` : rows.join('\n');
  const f = await app.load(sheet(form === 'array' ? 'export.json' : 'export.ndjson', text), {
    roles: { buyer_id: 'customer_id', created_at: 'order_date', total: 'amount' },
  });
  expect(f).toMatchObject({ 'overview.customers': 3, 'overview.value': 60.75, 'ledger.rows_used': 3 });
  expect(await ids()).toEqual(['1234567890123456788', '1234567890123456789', '9007199254740993']);
});

it.each(['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Apia'])('dates are the same days in %s (F23)', async (timezoneId) => {
  const days = ['1900-03-01', '2011-12-30', '2024-03-10', '2024-11-03', '9999-12-31'];
  await site.on(
    async (there) => {
      const rows = days.map((day, i): CellValue[] => [`C${i}`, excelDay(day), 10, { day: excelDay(day).day + 2.5 / 24 }]); // prettier-ignore
      await there.choose(
        sheet('days.xlsx', xlsx([{ name: 'S', rows: [['Customer ID', 'Order Date', 'Amount', 'Seen'], ...rows] }])),
      );
      const shown = await there.page.locator('[data-testid=import-file] tbody tr').allInnerTexts();
      for (const [i, day] of days.entries())
        expect(shown.some((row) => row.includes(`C${i}`) && row.includes(day)), `${day} in ${shown.join('|')}`).toBe(true);
      await there.accept();
      expect(await there.figures()).toMatchObject({
        'overview.first_date': 19000301,
        'overview.last_date': 99991231,
        'overview.value': 50,
      });
      const texts = await there.load(
        sheet('days.csv', `Customer ID,Order Date,Amount\n${days.map((day, i) => `C${i},${day} 02:30,10`).join('\n')}\n`),
      );
      expect(texts).toMatchObject({ 'overview.first_date': 19000301, 'overview.last_date': 99991231 });
    },
    { context: { timezoneId } },
  );
}); // prettier-ignore
