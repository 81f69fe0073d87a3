import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { App } from './site.ts';

/** The ledger of the import page, once every file is counted and examined. */
export async function pageLedger(app: App): Promise<{ records: number; used: number; setAside: number }> {
  const line = app.page.locator('[data-testid=import-ledger][data-used]');
  await line.waitFor();
  const [records, used, setAside] = await Promise.all(
    ['data-records', 'data-used', 'data-set-aside'].map((name) => line.getAttribute(name).then(Number)),
  );
  return { records: records!, used: used!, setAside: setAside! };
}

/** Waits until the import page says that so many rows will be used. */
export const settled = (app: App, used: number): Promise<void> =>
  app.page.locator(`[data-testid=import-ledger][data-used="${used}"]`).waitFor({ timeout: 10_000 });

export const problem = (app: App, kind: string): Locator =>
  app.page.locator(`[data-testid=problem][data-kind=${kind}]`);

/** What the import page says will be used is what the import used; then the figures. */
export async function acceptAsTold(app: App): Promise<ReturnType<App['figures']>> {
  const told = await pageLedger(app);
  await app.accept();
  const f = await app.figures();
  expect({
    used: f['ledger.rows_used'],
    setAside: f['ledger.rows_set_aside'],
    records: f['ledger.rows_file']! + f['ledger.records_other']!,
  }).toEqual({ used: told.used, setAside: told.setAside, records: told.records });
  return f;
}

/** Leaves the import page that a failed test may have left open. */
export async function leaveImport(app: App): Promise<void> {
  if ((await app.state()) === 'mapping') await app.hook('import-cancel').click();
}
