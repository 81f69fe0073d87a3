import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { NotReadable, Survey } from '../../../src/ingest/types.ts';
import { leaveImport } from './importLedger.ts';
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

const folder = new URL('../../fixtures/csv/', import.meta.url);
interface Plan {
  readonly name: string;
  readonly error?: NotReadable;
  readonly survey?: Partial<Survey>;
}
const plans = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name): Plan => ({
    ...(JSON.parse(readFileSync(new URL(name.replace(/csv$/, 'plan.json'), folder), 'utf8')) as Plan),
    name,
  }));
const file = (name: string) => sheet(name, readFileSync(new URL(name, folder)));
const tables = plans.filter(({ survey }) => survey);

/** One row of the page's table of records, by file name. */
async function perFile(): Promise<Map<string, readonly number[]>> {
  const rows = await app.hook('ledger-files').locator('tbody tr').evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
  ); // prettier-ignore
  return new Map(
    rows.map(([name, ...numbers]) => [name!, numbers.map((text) => Number(text.replace(/[^\d-]/g, '')))]),
  );
}

describe('every odd file of the fixtures, dropped together', () => {
  it('is counted on the page as its plan says', async () => {
    await app.hook('file-input').setInputFiles(tables.map(({ name }) => file(name)));
    await app.until('mapping');
    await app.page.locator('[data-testid=import-ledger][data-records]').waitFor();
    const shown = await perFile();
    for (const { name, survey } of tables) {
      const [records, , , other] = shown.get(name) ?? [];
      expect({ name, records, other }).toEqual({
        name,
        records: survey!.records,
        other: survey!.records! - survey!.data!,
      });
    }
    const total = tables.reduce((sum, { survey }) => sum + survey!.records!, 0);
    expect(await app.hook('import-ledger').getAttribute('data-records')).toBe(String(total));
  });

  it('used, set aside and all others are the records, in every file and in all', async () => {
    await app.hook('file-input').setInputFiles(tables.map(({ name }) => file(name)));
    await app.until('mapping');
    // Whatever the columns mean: here the first names the customer and the last is the amount.
    const count = await app.hook('import-file').count();
    expect(count).toBe(tables.length);
    for (let i = 0; i < count; i++) {
      const mine = app.page.locator(`[data-testid=role][data-file="${i}"]`);
      await mine.first().selectOption('customer_id');
      await mine.last().selectOption((await mine.count()) > 1 ? 'amount' : 'customer_id');
      for (const key of ['date-order', 'decimal', 'thousands']) {
        const menu = app.page.locator(`[data-testid=${key}][data-file="${i}"].ask`);
        if ((await menu.count()) === 0) continue;
        await menu.selectOption({ index: 0 });
        await app.until('mapping');
      }
    }
    // A file of one column has no amount.
    for (let i = count - 1; i >= 0; i--)
      if ((await app.page.locator(`[data-testid=role][data-file="${i}"]`).count()) < 2)
        await app.page.locator(`[data-testid=remove-file][data-file="${i}"]`).click();
    const told = app.page.locator('[data-testid=import-ledger][data-used]');
    await told.waitFor({ timeout: 30_000 });
    for (const [name, [records, used, setAside, other]] of await perFile())
      expect(used! + setAside! + other!, name).toBe(records);
    await app.accept();
    const f = await app.figures();
    expect(f['ledger.rows_used']! + f['ledger.rows_set_aside']!).toBe(f['ledger.rows_file']);
  });
});

describe('files that are no table', () => {
  it.each(plans.filter(({ error }) => error))('$name', async ({ name, error }) => {
    await app.hook('file-input').setInputFiles(file(name));
    const state = await app.until(['error', 'mapping']);
    // What the plan calls JSON, a page or a workbook by its bytes may hold a table: then it is read, whatever its name.
    const opens = error!.code === 'not_table' && ['xlsx', 'json', 'html'].includes(error!.looksLike);
    if (!opens) expect(state).toBe('error');
    if (state === 'error') {
      // A workbook without a row is empty now that workbooks are read.
      expect(opens ? ['not_table', 'empty'] : [error!.code]).toContain(await app.code());
      await app.hook('error').getByRole('button').first().click();
    }
  });
});

const formats = new URL('../../fixtures/formats/', import.meta.url);
describe('files of other formats', () => {
  const names = readdirSync(formats).filter((name) => !/expected\.json$|\.py$/.test(name));
  it.each(names)('%s', async (name) => {
    const expected: unknown = JSON.parse(readFileSync(new URL(`${name}.expected.json`, formats), 'utf8'));
    await app.hook('file-input').setInputFiles(sheet(name, readFileSync(new URL(name, formats))));
    const state = await app.until(['error', 'mapping']);
    if (!Array.isArray(expected)) {
      expect(state).toBe('error');
      return app.hook('error').getByRole('button').first().click();
    }
    if (state === 'error') return app.hook('error').getByRole('button').first().click();
    const parts = expected as readonly { readonly path: readonly string[]; readonly hidden?: boolean }[];
    if (parts.length > 1 && (await app.hook('part').count()) > 0)
      expect(await app.hook('part').first().locator('option').count()).toBe(parts.length);
    const records = app.page.locator('[data-testid=import-ledger][data-records]');
    await records.waitFor();
    expect(Number(await records.getAttribute('data-records'))).toBeGreaterThan(0);
  });
});
