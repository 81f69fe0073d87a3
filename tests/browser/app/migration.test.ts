import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partners } from './partners.ts';
import { onlyCells, reference } from './retail.ts';
import { appSite, type App, type Figures } from './site.ts';

const site = appSite();

if (!reference) it.skip('CDNOW, tiers of two halves of a year: reference data not set');
else
  it('CDNOW: the last two halves by default, cut values of the first kept', async () => {
    await site.on(
      async (app) => {
        const f = await app.load(join(reference!, 'cdnow_master.txt'), {
          roles: { customer_id: 'customer_id', date: 'order_date', number_of_cds: 'quantity', dollar_value: 'amount' }, // prettier-ignore
        });
        const gone = ['net_nonpositive', 'none'];
        const row = (from: readonly string[]): number[] =>
          [['A'], ['B'], ['C'], gone].map((to) =>
            from.flatMap((a) => to.map((b) => f[`migration.${a}.${b}`] ?? 0)).reduce((a, b) => a + b, 0),
          );
        expect([row(['A']), row(['B']), row(['C']), row([...gone, 'new'])]).toEqual([
          [1106, 433, 231, 829],
          [306, 442, 256, 1059],
          [138, 275, 276, 1070],
          [434, 740, 737, 15238],
        ]);
        expect(f['migration.shorrocks']).toBeCloseTo(0.771576, 6);
      },
      { url: site.server.url + onlyCells(['migration']) },
    );
  });

describe('eleven customers over three years', () => {
  let app: App;
  beforeAll(async () => {
    app = await site.open();
    await app.load(partners);
    await app.set('measure', 'amount');
    await app.set('migration_scheme', 'value_levels');
  });
  afterAll(async () => {
    expect(app.errors).toEqual([]);
    await app.close();
  });

  const states = (f: Figures): Record<string, number> =>
    Object.fromEntries(
      Object.entries(f).flatMap(([name, value]) =>
        /^migration\.\w+\.\w+$/.test(name) && value ? [[name.slice('migration.'.length), value]] : [],
      ),
    );

  it('takes the last two whole years, and every pair of states by hand', async () => {
    await app.set('migration_scheme', 'abc');
    const f = await app.figures();
    // 2023: F1 600, F2 480, F3 300, F4 200, D1 and D2 110, F5 100, D3 90, F6 50, AG 10: together 2,050.
    //   80 % = 1,640: F4 crosses at 1,580 … D1 begins at 1,580 and ends at 1,690, and D2 equals it: A from 110 on.
    //   95 % = 1,947.5: F5 1,900, D3 crosses: B from 90 on.
    // 2024 by these values: D1 121, D2 120.99 stay A; D3 80 falls to C; N1 90 is new and B.
    expect(states(f)).toEqual({ 'A.A': 6, 'B.B': 1, 'B.C': 1, 'C.C': 2, 'new.B': 1 });
    expect(f).toMatchObject({ 'migration.placed': 10, 'migration.stayed': 9, 'migration.down': 1, 'migration.up': 0 }); // prettier-ignore
    // Rows A 6/6, B 1/2, C 2/2, new 0/1 of states A, B, C and the others: (4 − 2.5) / 3.
    expect(f['migration.shorrocks']).toBeCloseTo(0.5, 12);
  });

  it('walks the table by arrows and opens the customers of a cell, as many as it says', async () => {
    const cell = app.page.locator('[data-lens=migration] td[data-metric="migration.B.C"]');
    const table = app.page.locator('[data-lens=migration] table[role=grid]').first();
    await table.locator('[tabindex="0"]').focus();
    await app.page.keyboard.press('Control+Home');
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('ArrowRight');
    await app.page.keyboard.press('ArrowRight');
    expect(await cell.evaluate((element) => element === document.activeElement)).toBe(true);
    await app.page.keyboard.press('Enter');
    await app.hook('drawer').waitFor();
    expect(await app.hook('drawer-summary').getAttribute('data-count')).toBe('1');
    expect(await app.hook('drawer').locator('tbody').innerText()).toMatch(/\bD3\b/);
    await app.page.keyboard.press('Escape');
    await app.hook('drawer').waitFor({ state: 'hidden' });
    expect(await cell.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('cuts each year by itself, compares three years, and takes all of it back', async () => {
    const before = await app.figures();
    await app.set('migration_cuts', 'recompute');
    // 2024: F1 600, F2 480, F3 300, F4 200, D1 121, D2 120.99, F5 100, N1 90, D3 80, F6 50, AG 10: 2,151.99.
    //   80 % = 1,721.592: D2 begins at 1,701 and ends at 1,821.99: A. 95 % = 2,044.39: N1 ends at 2,011.99, D3 crosses: B.
    expect(states(await app.figures())).toEqual({ 'A.A': 6, 'B.B': 2, 'C.C': 2, 'new.B': 1 });
    await app.set('migration_count', '3');
    await app.set('migration_pair', 'ends');
    // 2022: F1 600, F2 480, F3 300, F4 200, D1, D2, D3, F5 100 each, F6 50, AG 10: together 2,040.
    //   80 % = 1,632: the four of 100 begin at 1,580, so all of them are A.
    expect(states(await app.figures())).toEqual({ 'A.A': 6, 'A.B': 2, 'C.C': 2, 'new.B': 1 });
    await app.set('migration_pair', '1');
    expect(states(await app.figures())).toEqual({ 'A.A': 6, 'A.B': 2, 'C.C': 2 });
    // D3 and F5 have been B for one year only.
    await app.set('migration_after', '2');
    expect(states(await app.figures())).toEqual({ 'A.A': 8, 'C.C': 2 });
    for (let i = 0; i < 5; i++) {
      await app.hook('undo').click();
      await app.ready();
    }
    expect(await app.figures()).toEqual(before);
  });
});
