import { expect } from 'vitest';
import type { App, Figures } from './site.ts';

/** Used and set aside make the file, and the file with everything else makes the physical records. */
export function addsUp(f: Figures, physical?: number): void {
  expect(f['ledger.rows_used']! + f['ledger.rows_set_aside']!).toBe(f['ledger.rows_file']);
  if (physical !== undefined) expect(f['ledger.rows_file']! + f['ledger.records_other']!).toBe(physical);
}

/** Every cell that is drawn repeats the customers of the curve and the rows of the ledger. */
export async function feetAgree(app: App): Promise<void> {
  const feet = await app.page.locator('[data-cell] > p.foot').allInnerTexts();
  const f = await app.figures();
  const number = (value: number): string => value.toLocaleString('en');
  expect(feet.length).toBeGreaterThan(2);
  for (const foot of feet) expect(foot).toContain(`${number(f['ledger.rows_used']!)} rows`);
}
