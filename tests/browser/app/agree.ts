import { expect } from 'vitest';
import type { App } from './site.ts';

/** What stands on the page and what the script reads are the same names with the same unrounded values. */
export async function sameOnPage(app: App): Promise<void> {
  const figures = await app.figures();
  const shown = await app.page.evaluate(() => {
    const found: Record<string, (string | null)[]> = {};
    for (const element of document.querySelectorAll('[data-metric]'))
      (found[element.getAttribute('data-metric')!] ??= []).push(element.getAttribute('data-value'));
    return found;
  });
  expect(Object.keys(shown).sort()).toEqual(Object.keys(figures).sort());
  for (const [name, values] of Object.entries(shown))
    for (const value of values) expect(value ?? '', name).toBe(String(figures[name] ?? ''));
}

/** Nothing that a person can see or hear is a number or a text that went wrong. */
export async function noLooseEnds(app: App): Promise<void> {
  const lines = (await app.words()).split('\n').filter((line) => /\bNaN\b|undefined|Infinity|\[object|\bnull\b/.test(line)); // prettier-ignore
  expect(lines).toEqual([]);
}

/** Presses what opens customers, compares their number, and closes again. */
export async function opens(app: App, selector: string, customers: number): Promise<void> {
  await app.page.locator(selector).first().click();
  await app.hook('drawer').waitFor();
  expect(Number(await app.hook('drawer-summary').getAttribute('data-count')), selector).toBe(customers);
  await app.page.keyboard.press('Escape');
  await app.hook('drawer').waitFor({ state: 'hidden' });
}
