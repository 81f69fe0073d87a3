import { deflateSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appSite, sheet, siteFolder, type App, type Figures } from './site.ts';

const site = appSite();

const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  deflateSync(Buffer.alloc(4000, 'pixels')),
]);
const xlsx = Buffer.concat([
  Buffer.from('PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00\x21\x00', 'latin1'),
  Buffer.alloc(16),
  Buffer.from('[Content_Types].xml xl/workbook.xml xl/worksheets/sheet1.xml'),
  deflateSync(Buffer.alloc(2000, 'cells')),
]);
const good = 'Customer ID,Order Date,Amount\nC1,2024-01-05,100\nC2,2024-02-06,20\nC3,2024-02-07,5\n';

const refused: readonly (readonly [name: string, content: string | Buffer, code: string, says: RegExp])[] = [
  ['0 bytes', '', 'empty', /empty/],
  ['only a header', 'customer,date,amount\n', 'empty', /header but no rows/],
  ['only line breaks', '\n\n\n', 'empty', /empty/],
  ['only a BOM', Buffer.from([0xef, 0xbb, 0xbf]), 'empty', /empty/],
  ['a PNG', png, 'not_table', /picture/],
  ['an Excel workbook that is cut off', xlsx, 'not_table', /damaged or incomplete/],
  [
    'a log-in page',
    '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><form>user, password</form></body></html>\n',
    'not_table',
    /web page/,
  ],
  ['JSON that is no list', '[1,2,3]\n', 'not_table', /JSON that is no list/],
  [
    'a PDF',
    Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n', 'latin1'),
    'not_table',
    /PDF/,
  ],
  [
    'prose',
    'Dear colleagues\nPlease find below the notes of our meeting\nWe agreed on nothing\nKind regards\n',
    'not_table',
    /text without columns/,
  ],
];

describe('a file that cannot be read', () => {
  let app: App;
  let before: Figures;
  beforeAll(async () => {
    app = await site.open();
  });
  afterAll(async () => {
    expect(app.errors).toEqual([]);
    await app.close();
  });

  it.each(refused)('%s, on the empty page', async (_name, content, code, says) => {
    await app.hook('file-input').setInputFiles(sheet('orders.csv', content));
    await app.until('error');
    expect(await app.code()).toBe(code);
    expect(await app.message()).toMatch(says);
    expect(await app.message()).toContain('orders.csv');
    expect(await app.hook('file-input').count()).toBe(1);
    // Samples and the drop zone are still there.
    expect(await app.hook('sample').count()).toBe(2);
  });

  it('a good file after all of them', async () => {
    before = await app.load(sheet('good.csv', good));
    expect(before['overview.value']).toBe(125);
    expect(await app.hook('error').count()).toBe(0);
  });

  it.each(refused)('%s, while a good one is open', async (_name, content, code) => {
    await app.hook('file-input').setInputFiles(sheet('orders.csv', content));
    await app.until('error');
    expect(await app.code()).toBe(code);
    expect(await app.figures()).toEqual(before);
    expect(await app.message()).toMatch(/still open/);
    // The page goes on: a setting still computes, and the message can be put away.
    await app.hook('error').getByRole('button').first().click();
    await app.ready();
    expect(await app.hook('error').count()).toBe(0);
  });

  it('says in Chinese as well what is wrong', async () => {
    await app.hook('language').click();
    await app.hook('file-input').setInputFiles(sheet('订单.csv', xlsx));
    await app.until('error');
    expect(await app.message()).toMatch(/已损坏或不完整/);
    expect(await app.message()).not.toMatch(/workbook|still open/);
    await app.hook('language').click();
    await app.hook('error').getByRole('button').first().click();
    await app.ready();
  });

  it.each([
    [
      'no_customer',
      'x,order date,amount\n0.1,2024-01-01,10\n0.2,2024-01-02,20\n0.4,2024-01-03,5\n',
      'x',
      'customer_id',
    ],
    [
      'no_amount',
      'customer id,order date,remark\nA,2024-01-01,fine\nB,2024-01-02,late\n',
      'remark',
      'amount',
    ],
  ])('a table with %s', async (code, text, column, role) => {
    await app.hook('file-input').setInputFiles(sheet('table.csv', text));
    await app.until('mapping');
    for (const [header, guess] of Object.entries(await app.roles()))
      if (guess === role)
        await app.page.locator(`[data-testid=role][data-column="${header}"]`).selectOption('ignore');
    expect(await app.code()).toBe(code);
    expect(await app.hook('import-accept').isDisabled()).toBe(true);
    expect(await app.hook('import-missing').innerText()).not.toBe('');
    await app.page.locator(`[data-testid=role][data-column="${column}"]`).selectOption(role);
    expect(await app.code()).toBeNull();
    expect(await app.hook('import-accept').isDisabled()).toBe(false);
    await app.hook('import-cancel').click();
    await app.ready();
    expect(await app.figures()).toEqual(before);
  });

  it('names the line where a quote opened that is never closed (F18)', async () => {
    await app.choose(
      sheet(
        'quote.csv',
        `customer,date,amount\nA,2024-01-01,10\nB,2024-01-02,"20\n${'C,2024-01-03,30\n'.repeat(2000)}`,
      ),
    );
    await app.page.getByText(/quote opens in line 3/).waitFor();
    await app.hook('import-cancel').click();
    await app.ready();
    expect(await app.figures()).toEqual(before);
  });
});

describe('a browser that cannot run it', () => {
  it.each([
    [
      'WebAssembly exceptions',
      () => Object.assign(WebAssembly, { validate: () => false, Exception: undefined }),
    ],
    ['DecompressionStream', () => Object.assign(window, { DecompressionStream: undefined })],
  ] as const)('without %s it names those that can', async (_name, init) => {
    const app = await site.open({ query: '?sample=tea', init });
    try {
      await app.until('error');
      expect(await app.code()).toBe('unsupported');
      expect(await app.message()).toMatch(/Chrome.*Firefox.*Safari/s);
      expect(await app.hook('file-input').count()).toBe(1);
    } finally {
      await app.close();
    }
  });
});

it('names a missing engine and offers a way out (F39)', async () => {
  const wasm = readdirSync(join(siteFolder, 'assets')).find((name) => name.endsWith('.wasm.bin'))!;
  expect(readFileSync(join(siteFolder, 'assets', wasm)).length).toBeGreaterThan(1e6);
  const app = await site.open();
  try {
    await app.page.context().route(`**/${wasm}`, (route) => route.fulfill({ status: 404, body: '' }));
    await app.page.reload();
    await app.until('empty');
    await app.choose(sheet('good.csv', good));
    await app.hook('import-accept').click();
    await app.until('error');
    expect(await app.code()).toBe('engine');
    expect(await app.message()).toMatch(/could not start.*Reload/s);
    // The files are back: the same tab goes on without a reload.
    await app.page.context().unroute(`**/${wasm}`);
    const f = await app.load(sheet('good.csv', good));
    expect(f['overview.value']).toBe(125);
  } finally {
    await app.close();
  }
});

it('works without localStorage (F40)', async () => {
  await site.on(
    async (app) => {
      await app.ready();
      await app.hook('theme').click();
      await app.hook('language').click();
      await app.ready();
      expect(await app.page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');
      expect((await app.figures())['pareto.cut_customers']).toBe(252);
    },
    {
      query: '?sample=tea',
      init: () =>
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        }),
    },
  );
});

it('reads a file with the network off once the page has loaded (S2)', async () => {
  const app = await site.open();
  try {
    const missed: string[] = [];
    app.page.on('requestfailed', (request) => missed.push(request.url()));
    // Loaded means: the parts that are fetched in the first quiet moment are there.
    await expect.poll(() => app.page.workers().length, { timeout: 20_000 }).toBe(2);
    await app.page.waitForLoadState('networkidle');
    await app.page.context().setOffline(true);
    const f = await app.load(sheet('good.csv', good));
    expect(f['overview.value']).toBe(125);
    await app.set('returns', 'ignore');
    const csv = await app.download(() => app.hook('export-customers').click());
    expect(csv.text).toContain('C1');
    // The browser asks for the icon again when the address changes; nothing else is missing.
    expect(missed.filter((url) => !url.endsWith('/icon.svg'))).toEqual([]);
  } finally {
    await app.close();
  }
});
