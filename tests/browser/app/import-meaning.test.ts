import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { acceptAsTold, leaveImport, problem, settled } from './importLedger.ts';
import { addsUp } from './ledger.ts';
import { appSite, sheet, type App } from './site.ts';

const site = appSite();
let app: App;
beforeAll(async () => {
  app = await site.open();
});
afterEach(() => leaveImport(app));
afterAll(async () => {
  expect(app.errors).toEqual([]);
  await app.close();
});

describe('several files', () => {
  const taobao = [
    '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,订单付款时间,宝贝标题',
    'T1,amy,120,100,交易成功,2024-01-05 10:00:00,杯',
    'T2,bob,60,50,交易成功,2024-02-06 11:00:00,壶',
    'T3,amy,30,30,交易关闭,2024-03-01 12:00:00,杯',
    'T4,cat,25,20,交易成功,2024-03-05 13:00:00,壶',
  ].join('\n');
  const shop = 'Customer ID,Order ID,Order Date,Amount\namy,P1,2024-04-01,40\ndan,P2,2024-04-02,10\n';
  const master =
    'customer id,region,industry\namy,North,Food\nbob,South,Steel\neve,East,Food\namy,West,Food\n';
  const survey = 'customer id,satisfaction,recommend\namy,5,9\nbob,3,6\ncat,4,8\nzoe,1,0\n';

  it('two platforms, a customer list and a survey: one table, and what each file covers', async () => {
    await app.choose([
      sheet('淘宝订单.csv', taobao),
      sheet('shop.csv', shop),
      sheet('customers.csv', master),
      sheet('survey.csv', survey),
    ]);
    expect(
      await app.hook('shape').evaluateAll((menus) => menus.map((menu) => (menu as HTMLSelectElement).value)),
    ).toEqual(['lines', 'lines', 'profile', 'survey']);
    expect(await app.hook('known').first().getAttribute('data-known')).toBe('taobao');
    const f = await acceptAsTold(app);
    // Paid amounts of orders that were not closed: amy 100 + 40, bob 50, cat 20, dan 10.
    expect(f).toMatchObject({
      'overview.customers': 4,
      'overview.orders': 5,
      'overview.value': 220,
      'overview.last_date': 20240402,
      'ledger.rows_set_aside': 1,
      'files.tables': 4,
      'files.1.rows_used': 3,
      'files.1.rows_set_aside': 1,
      'files.2.rows_used': 2,
      // amy and bob are in the list, eve never bought, cat and dan are not in it; amy has two regions.
      'files.3.rows_used': 4,
      'files.3.matched': 2,
      'files.3.unmatched': 1,
      'files.3.without': 2,
      'files.attribute_conflicts': 1,
      'files.4.matched': 3,
      'files.4.unmatched': 1,
      'files.4.without': 1,
    });
    addsUp(f, 5 + 3 + 5 + 5);
  });

  it('the customers behind each figure open', async () => {
    const cell = app.page.locator('[data-lens=files]');
    const summary = app.hook('drawer-summary');
    for (const [metric, count, sum, names] of [
      ['files.3.matched', 2, 190, ['amy', 'bob']],
      ['files.3.without', 2, 30, ['cat', 'dan']],
      ['files.4.without', 1, 10, ['dan']],
    ] as const) {
      await cell.locator(`button:has([data-metric="${metric}"])`).first().click();
      await summary.waitFor();
      expect(await summary.getAttribute('data-count')).toBe(String(count));
      expect(Number(await summary.getAttribute('data-sum'))).toBe(sum);
      const text = await app.hook('drawer').innerText();
      for (const name of names) expect(text).toContain(name);
      await app.page.keyboard.press('Escape');
      await app.hook('drawer').waitFor({ state: 'hidden' });
    }
    expect(await cell.innerText()).toContain('eve');
  });

  it('the order in which they are dropped changes no figure of the customers', async () => {
    const before = await app.figures();
    const f = await app.load([
      sheet('survey.csv', survey),
      sheet('shop.csv', shop),
      sheet('customers.csv', master),
      sheet('淘宝订单.csv', taobao),
    ]);
    const own = (all: typeof f) => Object.entries(all).filter(([name]) => !name.startsWith('files.'));
    expect(own(f)).toEqual(own(before));
    expect(f).toMatchObject({ 'files.1.matched': 3, 'files.3.without': 2, 'files.4.rows_set_aside': 1 });
    await app.load([
      sheet('淘宝订单.csv', taobao),
      sheet('shop.csv', shop),
      sheet('customers.csv', master),
      sheet('survey.csv', survey),
    ]);
    expect(await app.figures()).toEqual(before);
  });

  it('orders without dates beside others with them count, and the rest of the page says so', async () => {
    const f = await app.load([
      sheet('dated.csv', 'customer,order date,amount\nA,2024-01-05,10\nB,2024-02-05,20\n'),
      sheet('undated.csv', 'customer,amount\nA,100\nC,7\n'),
    ]);
    expect(f).toMatchObject({
      'overview.customers': 3,
      'overview.value': 137,
      'pareto.value': 137,
      'ledger.rows_used': 4,
      'overview.first_date': 20240105,
      'overview.last_date': 20240205,
    });
    expect(Object.keys(f).filter((name) => /NaN|null/.test(name))).toEqual([]);
    await app.load([
      sheet('淘宝订单.csv', taobao),
      sheet('shop.csv', shop),
      sheet('customers.csv', master),
      sheet('survey.csv', survey),
    ]);
  });

  it('a file is taken out and put back with every figure as before', async () => {
    const before = await app.figures();
    await app.hook('edit-import').click();
    await app.until('mapping');
    await app.page.locator('[data-testid=remove-file][data-file="1"]').click();
    await app.accept();
    expect(await app.figures()).toMatchObject({ 'overview.customers': 3, 'overview.value': 170 });
    await app.hook('undo').click();
    await app.ready();
    expect(await app.figures()).toEqual(before);
  });
});

it('receivables, contacts, tickets and exposures are told apart and joined', async () => {
  await app.choose([
    sheet('sales.csv', 'customer id,order date,amount\nA,2024-01-05,10\nB,2024-01-06,20\nC,2024-01-06,20\n'),
    sheet('应收账款.csv', '客户编号,单据编号,应收金额,到期日,已收金额,逾期天数\nA,R1,100,2024-02-01,50,12\nB,R2,200,2024-03-01,200,0\nX,R3,5,2024-03-01,0,3\n'),
    sheet('contacts.csv', 'customer id,contact date,direction,purpose,owner\nA,2024-01-01,out,visit,Li\nC,2024-01-02,in,call,Li\n'),
    sheet('tickets.csv', 'ticket id,customer id,created at,status,category\nT1,A,2024-01-08,open,billing\nT2,Z,2024-01-09,closed,other\n'),
    sheet('exposures.csv', 'customer id,campaign,group,exposed at,converted\nA,Spring,test,2024-01-01,1\nB,Spring,control,2024-01-01,0\n'),
  ]);
  expect(
    await app.hook('shape').evaluateAll((menus) => menus.map((menu) => (menu as HTMLSelectElement).value)),
  ).toEqual(['lines', 'receivables', 'contacts', 'tickets', 'exposures']);
  const f = await acceptAsTold(app);
  expect(f).toMatchObject({ 'overview.customers': 3, 'overview.value': 50, 'ledger.rows_used': 12 });
  const joined = [2, 3, 4, 5].map((i) =>
    ['matched', 'unmatched', 'without'].map((name) => f[`files.${i}.${name}`]),
  );
  expect(joined).toEqual([
    [2, 1, 1],
    [2, 0, 1],
    [1, 1, 2],
    [2, 0, 1],
  ]);
  addsUp(f, 17);
}); // prettier-ignore

it.each([
  ['units, percent, trailing minus and #N/A', '客户,金额\n甲,1.5万\n乙,2亿\n丙,#N/A\n丁,30%\n戊,100-\n', 200_014_900.3, 1, 5],
  ['years of the Republic of China', '客戶,日期,金額\n甲,113/01/05,10\n乙,113/02/29,20\n', 30, 0, 2],
  ['京东, numbers as ="…", an order that was never paid', '订单号,下单帐号,订单金额,结算金额,下单时间,订单状态,商品ID,订购数量,京东价\n="123456789012",u1,"1,200.00",1100,2024-01-05 10:00:00,完成,100,1,1200\n="123456789013",u2,50,45,2024-01-06 10:00:00,(删除)等待付款,101,1,50\n', 1200, 1, 2],
  ['dates in six notations', 'Customer,Order Date,Amount\nA,2024-01-05,1\nA,2024/2/6,2\nB,2024年3月5日,4\nB,5-Jan-24,8\nC,20240105,16\nC,45000,32\n', 63, 0, 6],
] as const)('%s', async (_name, text, value, setAside, rows) => {
  await app.choose(sheet('table.csv', text));
  const f = await acceptAsTold(app);
  expect(f).toMatchObject({ 'overview.value': value, 'ledger.rows_set_aside': setAside, 'ledger.rows_file': rows });
  addsUp(f, rows + 1);
}); // prettier-ignore

it('ids of one customer become one by rules, and several again', async () => {
  const rows = [
    '上海星光贸易有限公司,13800138000,2024-01-05,100',
    '上海星光贸易有限责任公司,13900139000,2024-01-06,50',
    '星光,+86 138-0013-8000,2024-01-07,25',
    '北京月明科技有限公司,13700137000,2024-01-08,10',
    '广州日升商行,13600136000,2024-01-09,5',
  ];
  await app.choose(sheet('客户订单.csv', `客户,手机,订单日期,金额\n${rows.join('\n')}\n`));
  await settled(app, 5);
  const rule = (name: string) => app.page.locator(`[data-testid=merge][data-rule=${name}]`);
  await rule('legal_form').check();
  await rule('same_phone').check();
  let f = await acceptAsTold(app);
  expect(f).toMatchObject({
    'overview.customers': 3,
    'overview.value': 190,
    'pareto.value': 190,
    // Two ids became the first one's.
    'files.merged_ids': 2,
    'files.merged_customers': 1,
  });
  await app.hook('edit-import').click();
  await app.until('mapping');
  await rule('same_phone').uncheck();
  await app.accept();
  expect(await app.figures()).toMatchObject({ 'overview.customers': 4, 'files.merged_ids': 1 });
  await app.hook('undo').click();
  await app.ready();
  expect((await app.figures())['overview.customers']).toBe(3);
  await app.hook('edit-import').click();
  await app.until('mapping');
  await rule('legal_form').uncheck();
  await rule('same_phone').uncheck();
  await app.accept();
  f = await app.figures();
  expect(f['overview.customers']).toBe(5);
  expect(f['files.merged_ids'] ?? 0).toBe(0);
});

it('one customer under other ids in two files is found, and merged on demand', async () => {
  const rule = (name: string) => app.page.locator(`[data-testid=merge][data-rule=${name}]`);
  await app.choose([
    sheet('a.csv', 'customer,phone,order date,amount\nAcme,13700137000,2024-01-05,10\nBeta,13800138000,2024-01-06,20\n'),
    sheet('b.csv', 'customer,phone,order date,amount\nACME,13600136000,2024-02-05,1\nM7,+86 138 0013 8000,2024-02-06,2\n'),
  ]);
  await rule('spelling').check();
  expect(await app.hook('merges').innerText()).toContain('ACME = Acme');
  await rule('same_phone').check();
  expect(await acceptAsTold(app)).toMatchObject({ 'overview.customers': 2, 'overview.value': 33, 'files.merged_ids': 2 });
  // Still offered where the page is opened again, and gone with the file that brought it.
  await app.hook('edit-import').click();
  await app.until('mapping');
  await rule('spelling').uncheck();
  await rule('same_phone').uncheck();
  expect(await rule('spelling').count()).toBe(1);
  await app.page.locator('[data-testid=remove-file][data-file="1"]').click();
  await expect.poll(() => rule('spelling').count()).toBe(0);
}); // prettier-ignore

it('currencies by their marks: one by a typed rate, one without a rate set aside and counted', async () => {
  const amounts = ['¥70', '¥30.50', '$10', '$2.50', '€5', '¥1,000'];
  const rows = amounts.map((amount, i) => `C${i % 3},2024-01-0${i + 1},"${amount}"`);
  await app.choose(sheet('marks.csv', ['customer,order date,amount', ...rows].join('\n')));
  await settled(app, 3);
  const rate = app.page.locator('[data-testid=rate][data-currency=USD]');
  await rate.fill('7.2');
  await rate.press('Tab');
  await settled(app, 5);
  expect(
    await app.page
      .locator('[data-testid=import-reasons] [data-reason=currency_unknown]')
      .getAttribute('data-rows'),
  ).toBe('1');
  const f = await acceptAsTold(app);
  // 70 + 30.50 + 1,000 + 12.50 * 7.2.
  expect(f).toMatchObject({ 'overview.value': 1190.5, 'ledger.rows_set_aside': 1, 'ledger.rows_used': 5 });
});

describe('one column per period', () => {
  it('years', async () => {
    await app.choose(
      sheet(
        'years.csv',
        '客户,2022年,2023年,2024年\n甲,100,120,150\n乙,50,,40\n丙,0,10,20\n丁,1,2,3\n合计,151,132,213\n',
      ),
    );
    expect(await app.hook('shape').inputValue()).toBe('periods');
    const f = await acceptAsTold(app);
    expect(f).toMatchObject({
      'overview.customers': 4,
      'overview.value': 496,
      'ledger.rows_file': 4,
      'ledger.rows_used': 4,
    });
    addsUp(f, 6);
  });

  it('months whose year the user names', async () => {
    const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月`);
    const row = (name: string, by: number): string => [name, ...months.map((_, i) => by * (i + 1))].join(',');
    await app.choose(
      sheet('months.csv', ['客户', ...months].join(',') + `\n${row('甲', 1)}\n${row('乙', 10)}\n`),
    );
    await app.hook('year').fill('2023');
    await app.hook('year').press('Tab');
    await app.until('mapping');
    const f = await acceptAsTold(app);
    // 78 = 1 + … + 12.
    expect(f).toMatchObject({ 'overview.value': 858, 'overview.customers': 2 });
    expect(String(f['overview.first_date'])).toMatch(/^202301/);
    expect(String(f['overview.last_date'])).toMatch(/^202312/);
  });
});

it('Shopify: order fields on the first row only, refunds subtracted, voided orders set aside', async () => {
  const at = (day: string): string => `2024-${day} 10:00:00 +0800`;
  const file = [
    'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Refunded Amount,Id',
    `#1001,a@x.com,paid,${at('01-05')},USD,90,10,0,100,${at('01-05')},1,Cup,40,Amy,0,1`,
    `#1001,a@x.com,,,,,,,,${at('01-05')},2,Pot,25,,,`,
    `#1002,b@x.com,refunded,${at('02-05')},USD,50,0,0,50,${at('02-05')},1,Pot,50,Bob,50,2`,
    `#1003,b@x.com,partially_refunded,${at('03-05')},USD,80,0,0,80,${at('03-05')},1,Pot,80,Bob,30,3`,
    `#1004,c@x.com,voided,,USD,70,0,0,70,${at('04-05')},1,Pot,70,Cat,0,4`,
    `#1005,d@x.com,paid,${at('05-05')},USD,10,0,0,10,${at('05-05')},1,Lid,5,Dan,0,5`,
    `#1005,d@x.com,,,,,,,,${at('05-05')},1,Lid,5,,,`,
  ].join('\n');
  await app.choose(sheet('orders_export.csv', file));
  expect(await app.hook('known').getAttribute('data-known')).toBe('shopify');
  const f = await acceptAsTold(app);
  // Amy 100, Bob 50 - 50 + 80 - 30, Dan 10.
  expect(f).toMatchObject({ 'overview.customers': 3, 'overview.value': 160, 'ledger.rows_file': 7 });
  expect(f['overview.orders']).toBeGreaterThanOrEqual(3);
  addsUp(f, 8);
});

it('UCI: cancelled invoices are netted, or set aside', async () => {
  const file = [
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
    '536365,85123A,HOLDER,10,12/13/2010 8:26,2.5,17850,United Kingdom',
    '536366,22633,WARMER,6,12/14/2010 8:28,1.85,13047,United Kingdom',
    'C536379,85123A,HOLDER,-4,12/15/2010 9:41,2.5,17850,United Kingdom',
  ].join('\n');
  await app.choose(sheet('uci.csv', file));
  await settled(app, 3);
  const menu = problem(app, 'cancelled').locator('select');
  expect(await menu.inputValue()).toBe('net');
  expect(await acceptAsTold(app)).toMatchObject({
    'overview.value': 26.1,
    'overview.customers': 2,
    'overview.first_date': 20101213,
  });
  await app.hook('edit-import').click();
  await app.until('mapping');
  await menu.selectOption('set_aside');
  await settled(app, 2);
  expect(await acceptAsTold(app)).toMatchObject({ 'overview.value': 36.1, 'ledger.rows_set_aside': 1 });
});

it('an order id that comes again: all rows, the first, or one row with the sum', async () => {
  // 30 orders of 10 each, and O1 once more.
  const rows = Array.from({ length: 30 }, (_, i) => `O${i},C${i % 3},2024-01-${String(i + 1).padStart(2, '0')},10`); // prettier-ignore
  await app.choose(
    sheet('orders.csv', ['Order ID,Customer ID,Order Date,Amount', ...rows, 'O1,C1,2024-02-01,5'].join('\n')),
  );
  await settled(app, 31);
  const menu = problem(app, 'duplicate_order').locator('select');
  for (const [choice, value, setAside] of [
    ['first', 300, 1],
    ['sum', 305, 0],
    ['keep', 305, 0],
  ] as const) {
    await menu.selectOption(choice);
    await expect.poll(() => app.hook('import-ledger').getAttribute('data-set-aside')).toBe(String(setAside));
    const f = await acceptAsTold(app);
    expect(f, choice).toMatchObject({
      'overview.value': value,
      'overview.orders': 30,
      'ledger.rows_set_aside': setAside,
    });
    addsUp(f, 32);
    await app.hook('edit-import').click();
    await app.until('mapping');
  }
});

it('brackets as negative or set aside, taken back on the page', async () => {
  const file =
    'Customer ID,Order Date,Amount\nC1,2024-01-05,"1,500.00"\nC2,2024-01-06,"(1,200.00)"\nC1,2024-01-07,300\nC2,2024-01-08,"2,000.00"\n';
  await app.choose(sheet('brackets.csv', file));
  await settled(app, 4);
  expect(await acceptAsTold(app)).toMatchObject({ 'overview.value': 2600 });
  await app.hook('edit-import').click();
  await app.until('mapping');
  await problem(app, 'brackets').locator('select').selectOption('set_aside');
  await settled(app, 3);
  expect(await acceptAsTold(app)).toMatchObject({ 'overview.value': 3800, 'ledger.rows_set_aside': 1 });
  await app.hook('undo').click();
  await app.ready();
  expect(await app.figures()).toMatchObject({ 'overview.value': 2600, 'ledger.rows_set_aside': 0 });
});

it('identifiers that look like numbers stay as they are written (F11)', async () => {
  const written = ['01067', '12345678901234567890', '1E5', '9007199254740993', '00501', '12E3', '1067', '1e5', '9007199254740992', '501', '12345678901234567891', '100000']; // prettier-ignore
  const rows = written.map((id, i) => `${id},2024-01-${10 + i},10,${id}`);
  const f = await app.load(sheet('ids.csv', `customer id,order date,amount,sku\n${rows.join('\n')}\n`));
  expect(f).toMatchObject({ 'overview.customers': 12, 'overview.value': 120 });
  const csv = await app.download(() => app.hook('export-customers').click());
  const ids = csv.text.split(/\r?\n/).slice(1, 13).map((line) => line.split(',')[0]!.replace(/^["'=\t]+|"$/g, '')); // prettier-ignore
  expect(ids.toSorted()).toEqual(written.toSorted());
  const list = app.page.locator('[data-lens=customers]');
  for (const id of written) {
    await list.locator('input[type=search]').fill(id);
    await expect.poll(() => list.locator('tbody').innerText()).toContain(id);
  }
});
