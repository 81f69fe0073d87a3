import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gb18030 } from './formats.ts';
import { addsUp, feetAgree } from './ledger.ts';
import { appSite, sheet, type App, type Figures, type Sheet } from './site.ts';

const site = appSite();
let app: App;
beforeAll(async () => {
  app = await site.open();
});
afterAll(async () => {
  expect(app.errors).toEqual([]);
  await app.close();
});

const english =
  'Customer ID,Order Date,Amount,Order ID\nC1,2024-01-05,100.50,O1\nC2,2024-02-06,20,O2\nC1,2024-03-07,-10.50,O3\nC3,2024-04-08,7.25,O4\n';
const simplified =
  '客户编号,订单日期,金额,订单编号\n甲,2024-01-05,100.50,O1\n乙,2024-02-06,20,O2\n甲,2024-03-07,-10.50,O3\n丙,2024-04-08,7.25,O4\n';
const traditional =
  '客戶編號,訂單日期,金額,訂單編號\n甲,2024-01-05,100.50,O1\n乙,2024-02-06,20,O2\n甲,2024-03-07,-10.50,O3\n丙,2024-04-08,7.25,O4\n';
const small: readonly (readonly [name: string, file: Sheet, physical: number])[] = [
  ['English headers', sheet('en.csv', english), 5],
  ['简体 headers', sheet('jian.csv', simplified), 5],
  ['繁體 headers', sheet('fan.csv', traditional), 5],
  ['GB18030', sheet('gb.csv', gb18030(simplified)), 5],
  [
    'semicolons and decimal commas',
    sheet('semi.csv', english.replaceAll(',', ';').replace(/(\d)\.(\d)/g, '$1,$2')),
    5,
  ],
  ['tabs', sheet('tab.tsv', english.replaceAll(',', '\t')), 5],
  ['CRLF, BOM and no last break', sheet('bom.csv', `\uFEFF${english.trimEnd().replaceAll('\n', '\r\n')}`), 5],
  ['a totals row', sheet('totals.csv', `${english}Total,,117.25,\n`), 6],
  ['lines above the header', sheet('preamble.csv', `Sales report\nStore 12\n\n${english}`), 8],
  ['UTF-16', sheet('utf16.csv', Buffer.from(`\uFEFF${simplified}`, 'utf16le')), 5],
];

describe('small files are read by themselves', () => {
  it.each(small)('%s', async (_name, file, physical) => {
    const f = await app.load(file);
    addsUp(f, physical);
    expect(f).toMatchObject({
      'ledger.rows_file': 4,
      'ledger.rows_used': 4,
      'overview.customers': 3,
      'overview.orders': 3,
      'overview.value': 117.25,
      'overview.first_date': 20240105,
      'overview.last_date': 20240408,
      'pareto.customers': 3,
    });
    expect(await app.hook('source-badge').innerText()).toBe('Your data');
    await feetAgree(app);
  });
});

it('reads blank-separated columns with CRLF', async () => {
  const f = await app.load(
    sheet(
      'blanks.txt',
      ' id  date   amount\r\n 00001 19970101  11.77\r\n 00002 19970112 12.00\r\n 00001 19970120   0.23\r\n',
    ),
  );
  addsUp(f, 4);
  expect(f).toMatchObject({ 'overview.customers': 2, 'overview.value': 24, 'overview.last_date': 19970120 });
});

it('takes one row per customer and says that churn needs dates', async () => {
  const f = await app.load(sheet('customers.csv', 'Customer,Sales\nA,500\nB,300\nC,120\nD,50\nE,20\nF,10\n'));
  addsUp(f, 7);
  expect(f).toMatchObject({ 'overview.customers': 6, 'pareto.value': 1000, 'pareto.top20_share': 0.56 });
  expect(Object.keys(f).some((name) => name.startsWith('churn.') || name.startsWith('cohort.'))).toBe(false);
  const churn = app.page.locator('[data-lens=churn]');
  expect(await churn.getAttribute('data-result')).not.toBe('ok');
  expect(await churn.innerText()).toMatch(/date/i);
});

it('keeps ragged rows and counts them', async () => {
  const f = await app.load(
    sheet(
      'ragged.csv',
      'customer,date,amount,note\nA,2024-01-01,10,x\nB,2024-01-02,20\nC,2024-01-03,30,y,extra\n',
    ),
  );
  addsUp(f, 4);
  expect(f).toMatchObject({ 'ledger.rows_used': 3, 'overview.value': 60 });
  await app.page.locator('.ledger summary').click();
  expect(await app.page.locator('.ledger').innerText()).toMatch(
    /missing cells[\s\S]*1[\s\S]*extra cells[\s\S]*1/,
  );
});

it('reads an Excel sep= line, decimal comma and thousands point (F06)', async () => {
  const text = 'sep=;\r\nkunde;datum;betrag\r\nA;31.12.2024;1.234,56\r\nB;01.02.2025;-0,50\r\n';
  for (const file of [sheet('sep.csv', text), sheet('sep16.csv', Buffer.from(`\uFEFF${text}`, 'utf16le'))]) {
    const f = await app.load(file, {
      roles: { kunde: 'customer_id', datum: 'order_date', betrag: 'amount' },
    });
    addsUp(f, 4);
    expect(f['overview.value']).toBe(1234.06);
    expect(f['overview.first_date']).toBe(20241231);
  }
});

it('sets rows aside and counts walk-in rows apart from them', async () => {
  const f = await app.load(
    sheet(
      'dirty.csv',
      'customer,date,amount\nA,2024-01-01,10\nB,2024-02-31,20\nC,2024-01-03,many\n\n,2024-01-04,5\nD,2024-01-05,1\n',
    ),
    { roles: { customer: 'customer_id', date: 'order_date', amount: 'amount' } },
  );
  addsUp(f, 7);
  expect(f).toMatchObject({
    'ledger.rows_file': 5,
    'ledger.rows_set_aside': 2,
    'ledger.walkin_rows': 1,
    'ledger.walkin_value': 5,
    'overview.customers': 2,
    'overview.value': 11,
  });
});

it('asks when day and month cannot be told apart, and reads by the answer (F10)', async () => {
  await app.choose(
    sheet('days.csv', 'customer,order date,amount\nA,01/02/2024,10\nB,03/04/2024,20\nC,05/06/2024,30\n'),
  );
  expect(await app.hook('import-accept').isDisabled()).toBe(true);
  expect(await app.hook('import-missing').innerText()).toMatch(/day or month/);
  await app
    .hook('date-order')
    .selectOption((await app.hook('date-order').inputValue()) === 'dmy' ? 'mdy' : 'dmy');
  await app.until('mapping');
  const first = await app.hook('date-order').inputValue();
  await app.accept();
  expect((await app.figures())['overview.first_date']).toBe(first === 'dmy' ? 20240201 : 20240102);
  await app.hook('edit-import').click();
  await app.until('mapping');
  expect(await app.hook('date-order').inputValue()).toBe(first);
  await app.hook('date-order').selectOption(first === 'dmy' ? 'mdy' : 'dmy');
  await app.until('mapping');
  await app.accept();
  expect((await app.figures())['overview.first_date']).toBe(first === 'dmy' ? 20240102 : 20240201);
});

it('gives the same ledger whether a file is chosen, dropped or pasted (K3)', async () => {
  const ledgerOf = (f: Figures): Figures =>
    Object.fromEntries(Object.entries(f).filter(([name]) => /^(?:ledger|overview|pareto)\./.test(name)));
  const text = `${english}\n,2024-05-01,3,O5\nC9,never,1,O6\n`;
  await app.choose(sheet('same.csv', text));
  await app.accept();
  const chosen = ledgerOf(await app.figures());

  await app.page.evaluate((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'same.csv', { type: 'text/csv' }));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
      );
  }, text);
  await app.until('mapping');
  await app.accept();
  expect(ledgerOf(await app.figures())).toEqual(chosen);

  await app.page.evaluate((content) => {
    const data = new DataTransfer();
    data.setData('text/plain', content);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
  await app.until('mapping');
  await app.accept();
  expect(ledgerOf(await app.figures())).toEqual(chosen);
  addsUp(chosen, 8);
});

it('corrects roles later without another drop, and cancel leaves everything as it was', async () => {
  const text =
    'customer,date,gross,net\nA,2024-01-01,100,10\nB,2024-02-01,200,40\nC,2024-03-01,300,50\nD,2024-03-02,300,50\n';
  const roles = { customer: 'customer_id', date: 'order_date', gross: 'amount', net: 'ignore' };
  const before = await app.load(sheet('two.csv', text), { roles });
  expect(before['overview.value']).toBe(900);
  await app.hook('edit-import').click();
  await app.until('mapping');
  expect(await app.roles()).toEqual(roles);
  await app.page.locator('[data-testid=role][data-column=net]').selectOption('amount');
  expect((await app.roles()).gross).toBe('ignore');
  await app.hook('import-cancel').click();
  await app.ready();
  expect(await app.figures()).toEqual(before);

  await app.hook('edit-import').click();
  await app.until('mapping');
  await app.page.locator('[data-testid=role][data-column=net]').selectOption('amount');
  await app.accept();
  expect((await app.figures())['overview.value']).toBe(150);
});

it('reads again when encoding, delimiter or header row is changed', async () => {
  const states = (): Promise<string[]> =>
    app.page.evaluate(() => {
      const seen: string[] = [];
      new MutationObserver(() => seen.push(document.documentElement.dataset.state!)).observe(
        document.documentElement,
        { attributeFilter: ['data-state'] },
      );
      Object.assign(window, { seen });
      return seen;
    });
  await app.choose(
    sheet(
      'again.csv',
      Buffer.from('title row,,\ncustomer,date,amount\nA|x,2024-01-01,10\nB|y,2024-01-02,20\n'),
    ),
  );
  await states();
  for (const [id, value, headers] of [
    ['header-row', '1', 3],
    ['header-row', '2', 3],
    ['delimiter', '|', 2],
    ['delimiter', ',', 3],
    ['encoding', 'utf-16le', null],
    ['encoding', 'utf-8', 3],
  ] as const) {
    await app.hook(id).selectOption(value);
    expect(['reading', 'mapping']).toContain(await app.state());
    await app.until('mapping');
    expect(await app.hook(id).inputValue()).toBe(value);
    if (headers !== null) expect(await app.hook('role').count(), `${id} ${value}`).toBe(headers);
  }
  const seen = await app.page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.filter((state) => state === 'reading').length).toBe(6);
  await app.hook('import-cancel').click();
});

it('opens two files as one table', async () => {
  const f = await app.load([
    sheet('jan.csv', 'customer,date,amount\nA,2024-01-01,10\nB,2024-01-02,20\n'),
    sheet('feb.csv', 'customer,date,amount\nA,2024-02-01,30\nC,2024-02-02,5\n'),
  ]);
  addsUp(f, 6);
  expect(f).toMatchObject({ 'overview.customers': 3, 'overview.value': 65, 'overview.orders': 4 });
});
