import { describe, expect, it } from 'vitest';
import { appSite, sheet } from './site.ts';

const site = appSite();

/** Who is large by amount is small by quantity, so every rank is somebody else under the other measure. */
const ids = Array.from({ length: 12 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`);
const turned = sheet(
  'turned.csv',
  `customer id,order date,amount,quantity\n${ids
    .map((id, i) => `${id},2024-0${1 + (i % 3)}-10,${(12 - i) * 100},${i + 1}\n`)
    .join('')}`,
);

describe('ranks are other people under other settings', () => {
  it('a search, an order by id and an open drawer do not show the people of the former ranks', () =>
    site.on(async (app) => {
      await app.load(turned);
      const cell = app.page.locator('[data-lens=customers]');
      const search = cell.locator('input[type=search]');
      const shown = () => cell.locator('tbody tr button.open').allInnerTexts();
      await search.fill('c02');
      await expect.poll(shown).toEqual(['C02']);
      const rank = () => cell.locator('tbody tr').first().innerText();
      expect(await rank()).toMatch(/^\s*2\b/);
      await app.set('measure', 'quantity');
      await expect.poll(shown).toEqual(['C02']);
      expect(await rank()).toMatch(/^\s*11\b/);

      await search.fill('');
      await cell.locator('thead button').nth(1).click();
      await expect.poll(shown).toEqual(ids);
      await app.set('measure', 'amount');
      await expect.poll(shown).toEqual(ids);

      await app.page.locator('[data-lens=tiers] tbody button').first().click();
      await app.hook('drawer').waitFor();
      await app.page.keyboard.press('Control+z');
      await app.ready();
      await expect.poll(() => app.hook('drawer').isVisible()).toBe(false);
    }));
});

describe('people stay at home', () => {
  it('a note is in no figures and not in the address', () =>
    site.on(async (app) => {
      await app.load(turned);
      await app.page.locator('[data-lens=customers] tbody button.open').first().click();
      await app.ready();
      await app.hook('customer-note').fill('a word about somebody');
      await app.page.keyboard.press('Escape');
      await app.page.keyboard.press('Tab');
      await app.ready();
      expect(await app.hook('customer-note').inputValue()).toBe('a word about somebody');
      const told = JSON.stringify(await app.results());
      expect(told).toContain('"figures"');
      expect(told).not.toContain('a word about');
      expect(app.page.url()).not.toContain('C01');
    }));
});
