import { deflateSync, gzipSync } from 'node:zlib';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { excelDay, lockedWorkbook, xlsx, zip } from './formats.ts';
import { acceptAsTold, leaveImport } from './importLedger.ts';
import { addsUp } from './ledger.ts';
import { appSite, sheet, type App, type Figures, type Sheet } from './site.ts';

const site = appSite();
const folder = mkdtempSync(join(tmpdir(), 'vital-few-'));
let app: App;
let before: Figures;
const good = 'Customer ID,Order Date,Amount\nC1,2024-01-05,100\nC2,2024-02-06,20\nC3,2024-02-07,5\n';
beforeAll(async () => {
  app = await site.open();
  before = await app.load(sheet('good.csv', good));
  expect(before['overview.value']).toBe(125);
});
afterEach(() => leaveImport(app));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  expect(app.errors).toEqual([]);
  await app.close();
});

/** A file too large to be sent to the browser as text, written piece by piece. */
function written(name: string, head: string, piece: string, times: number): string {
  const path = join(folder, name);
  const out = openSync(path, 'w');
  writeSync(out, head);
  for (let i = 0; i < times; i++) writeSync(out, piece);
  closeSync(out);
  return path;
}

const entry = { name: 'orders.csv', content: good.repeat(50) };
const whole = zip([entry]);
const damaged = Buffer.from(whole);
damaged[60]! ^= 0xff;
const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), deflateSync(Buffer.alloc(4000, 'pixels'))]); // prettier-ignore
const packed = gzipSync(good.repeat(500));

const refused: readonly (readonly [name: string, file: Sheet, code: string, says: RegExp])[] = [
  ['a zip with a password', sheet('orders.zip', zip([entry], { locked: true })), 'not_table', /password.*without/s],
  ['a workbook with a password', sheet('orders.xlsx', lockedWorkbook()), 'not_table', /password.*without/s],
  ['a zip that is cut', sheet('orders.zip', whole.subarray(0, whole.length - 30)), 'not_table', /damaged or incomplete/],
  ['a zip with a wrong byte', sheet('orders.zip', damaged), 'not_table', /damaged or incomplete/],
  ['a gzip that is cut', sheet('orders.csv.gz', packed.subarray(0, packed.length - 20)), 'not_table', /damaged/],
  ['JSON that is cut', sheet('orders.json', '[{"customer":"A","amount":1},{"custo'), 'not_table', /damaged/],
  ['an archive of empty files', sheet('empty.zip', zip([{ name: 'a.csv', content: '' }])), 'empty', /empty/],
  ['an empty workbook', sheet('empty.xlsx', xlsx([{ name: 'Sheet1', rows: [] }])), 'empty', /empty/],
  ['a picture named .xlsx', sheet('orders.xlsx', png), 'not_table', /picture/],
  ['a log-in page named .xls', sheet('orders.xls', '<html><body><form>user, password</form></body></html>'), 'not_table', /web page/],
  ['a Word document', sheet('orders.docx', zip([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'word/document.xml', content: '<w/>' }])), 'not_table', /zip archive/],
]; // prettier-ignore

describe('a file that cannot be read leaves what was open as it was', () => {
  it.each(refused)('%s', async (_name, file, code, says) => {
    await app.hook('file-input').setInputFiles(file);
    await app.until('error');
    expect(await app.code()).toBe(code);
    expect(await app.message()).toMatch(says);
    expect(await app.message()).toContain(file.name);
    expect(await app.message()).toMatch(/still open/);
    expect(await app.figures()).toEqual(before);
    await app.hook('error').getByRole('button').first().click();
    await app.ready();
  });
});

it('a web page with a table, named .xls as accounting programs do, is read', async () => {
  const row = (cells: readonly string[], tag = 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  const rows = good.trim().split('\n').map((line, i) => row(line.split(','), i ? 'td' : 'th')); // prettier-ignore
  const f = await app.load(sheet('export.xls', `<html><meta charset="utf-8"><table>${rows.join('')}</table></html>`));
  expect(f['overview.value']).toBe(125);
}); // prettier-ignore

it('bad files among good ones are named, and the good ones go on', async () => {
  await app.choose([
    sheet('good.csv', good),
    sheet('locked.xlsx', lockedWorkbook()),
    sheet('picture.csv', png),
    sheet('more.csv', good.replaceAll('C', 'D').replaceAll('Dustomer', 'Customer')),
    sheet('mixed.zip', zip([entry, { name: 'none.csv', content: '' }, { name: 'readme.pdf', content: '%PDF-1.7 x' }])),
  ]); // prettier-ignore
  const notes = await app.hook('notice').allInnerTexts();
  expect(notes).toHaveLength(3);
  for (const [i, says] of [/locked\.xlsx.*password/s, /picture\.csv.*picture/s, /none\.csv is empty/].entries())
    expect(notes[i]).toMatch(says);
  await app.page.locator('[data-testid=remove-file][data-file="2"]').click();
  const f = await acceptAsTold(app);
  expect(f).toMatchObject({ 'overview.customers': 6, 'overview.value': 250 });
}); // prettier-ignore

it('30,000 numbers and then a word: every row is accounted for, the word with its record (F13)', async () => {
  const rows = Array.from({ length: 30_000 }, (_, i) => `C${i % 100},2024-01-05,1`);
  await app.choose(
    sheet('late.csv', ['customer,order date,amount', ...rows, 'C1,2024-01-06,abc'].join('\n')),
  );
  const group = app.page.locator('[data-testid=problem][data-kind=amount_unreadable]');
  await group.waitFor();
  expect(await group.innerText()).toMatch(/abc[\s\S]*30,002/);
  const f = await acceptAsTold(app);
  expect(f).toMatchObject({ 'overview.value': 30_000, 'ledger.rows_used': 30_000, 'ledger.rows_set_aside': 1 });
  addsUp(f, 30_002);
}); // prettier-ignore

it('50 MB behind a quote that is never closed: the line is named, nothing is lost (F18)', async () => {
  const line = 'C,2024-01-03,30\n';
  const times = Math.ceil(50_000_000 / (1000 * line.length));
  const path = written('quote.csv', 'customer,date,amount\nA,2024-01-01,10\nB,2024-01-02,"20\n', line.repeat(1000), times); // prettier-ignore
  await app.choose(path);
  await app.page.getByText(/quote opens in line 3/).first().waitFor(); // prettier-ignore
  const f = await acceptAsTold(app);
  expect(f['ledger.rows_used']! + f['ledger.rows_set_aside']!).toBe(f['ledger.rows_file']);
  expect(f['ledger.rows_file']! + f['ledger.records_other']!).toBeGreaterThanOrEqual(3);
});

it('20,000 columns: refused with the limit, and the page goes on (F19)', async () => {
  const figures = await app.figures();
  const names = Array.from({ length: 20_000 }, (_, i) => `c${i}`);
  await app.hook('file-input').setInputFiles(
    sheet('wide.csv', `${names.join(',')}\n${names.map(() => '1').join(',')}\n`),
  );
  await app.until('error');
  expect(await app.code()).toBe('too_big');
  expect(await app.message()).toMatch(/20,000.*up to/s);
  expect(await app.figures()).toEqual(figures);
  await app.hook('error').getByRole('button').first().click();
  await app.ready();
}); // prettier-ignore

describe('an import of a million rows', () => {
  let path: string;
  const rows = 1_000_000;
  beforeAll(() => {
    const piece = Array.from({ length: 10_000 }, (_, i) => `O${i},C${(i * 7919) % 5000},2024-${String(1 + (i % 12)).padStart(2, '0')}-15,${(i % 97) + 0.25}\n`).join(''); // prettier-ignore
    path = written('million.csv', 'Order ID,Customer ID,Order Date,Amount\n', piece, rows / 10_000);
  });

  it('is stopped at once, is answered meanwhile, and leaves everything as it was', async () => {
    const figures = await app.figures();
    await app.choose(path);
    const choices = await app.roles();
    await app.hook('import-accept').click();
    await app.until('importing');
    // A press is answered while the import runs.
    const dark = await app.page.evaluate(() => document.documentElement.dataset.theme);
    await app.hook('theme').click();
    expect(await app.page.evaluate(() => document.documentElement.dataset.theme)).not.toBe(dark);
    expect(await app.state()).toBe('importing');
    await app.hook('import-cancel').click();
    await app.until('mapping', 5000);
    expect(await app.roles()).toEqual(choices);
    expect(await app.hook('import-accept').isDisabled()).toBe(false);
    await app.hook('import-cancel').click();
    await app.ready();
    expect(await app.figures()).toEqual(figures);
  });

  it('survives a reload: nothing half done is shown as complete (F34)', async () => {
    await site.on(async (other) => {
      await other.choose(path);
      await other.hook('import-accept').click();
      await other.until('importing');
      await other.page.reload();
      await other.until('empty');
      expect(Object.keys(await other.figures())).toEqual([]);
      const f = await other.load(sheet('good.csv', good));
      expect(f['overview.value']).toBe(125);
    });
  });
});

it('workbooks and archives open with the network off (S2)', async () => {
  const other = await site.open();
  try {
    const missed: string[] = [];
    other.page.on('requestfailed', (request) => missed.push(request.url()));
    // Loaded means: the parts that are fetched in the first quiet moment are there.
    await expect.poll(() => other.page.workers().length, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
    await other.page.waitForLoadState('networkidle');
    await other.page.context().setOffline(true);
    const names = ['Customer ID', 'Order Date', 'Amount'];
    const book = xlsx([{ name: 'S', rows: [names, ['C1', excelDay('2024-01-05'), 7]] }]);
    expect((await other.load(sheet('a.xlsx', book)))['overview.value']).toBe(7);
    expect((await other.load(sheet('a.zip', whole)))['overview.customers']).toBe(3);
    const json = '[{"Customer ID":"C1","Order Date":"2024-01-05","Amount":125.5}]';
    expect((await other.load(sheet('a.json', json)))['overview.value']).toBe(125.5);
    // The browser asks for the icon again when the address changes; nothing else is missing.
    expect(missed.filter((url) => !url.endsWith('/icon.svg'))).toEqual([]);
  } finally {
    await other.close();
  }
});

it('markup and SQL in sheet, entry and file names, headers and status values stay text (F24, F31)', async () => {
  const img = '<img src=x onerror=window.__pwned=1>';
  const drop = `'); DROP TABLE lines; --`;
  const rows = [
    [`Customer ID`, 'Order Date', 'Amount', 'Status', `"><svg onload=window.__pwned=2>`],
    [img, excelDay('2024-01-05'), 10, `closed ${img}`, drop],
    [drop, excelDay('2024-01-06'), 20, drop, '{{x}}'],
    [`' OR 1=1 --`, excelDay('2024-01-07'), 30, 'paid', img],
  ];
  await app.choose(
    sheet(
      `${img}.zip`,
      zip([{ name: `${img}${drop}.xlsx`, content: xlsx([
        { name: `<svg onload=alert(1)>'"`, rows },
        { name: `${'"'};--`, rows: [['a', 'b'], [1, 2]] },
      ]) }]),
    ),
  );
  await app.hook('statuses').waitFor();
  const words = await app.page.locator('main').innerText();
  expect(words).toContain(img);
  expect(words).toContain(drop);
  for (const menu of await app.hook('status').all()) await menu.selectOption('use');
  const f = await acceptAsTold(app);
  expect(f).toMatchObject({ 'overview.customers': 3, 'overview.value': 60 });
  expect(await app.page.locator('img, svg[onload], [onerror], [onload]').count()).toBe(0);
  expect(await app.page.evaluate(() => '__pwned' in window)).toBe(false);
}); // prettier-ignore
