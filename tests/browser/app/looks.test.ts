import AxeBuilder from '@axe-core/playwright';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../../../src/samples/index.ts';
import { partners } from './partners.ts';
import { appSite, sheet, type App } from './site.ts';

const site = appSite();
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const text = [
  'customer id,order date,amount',
  ...Array.from(
    { length: 90 },
    (_, i) =>
      `C${i % 17},2024-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 27)).padStart(2, '0')},${(i % 17) ** 2 + 1}`,
  ),
].join('\n');

/** Brings the page into each state that looks different, one after the other. */
async function tour(app: App, visit: (name: string) => Promise<void>): Promise<void> {
  await app.until('empty');
  await visit('empty');
  await app.choose(sheet('123.csv', text));
  await visit('import');
  await app.hook('import-cancel').click();
  await app.until('empty');
  await app.hook('file-input').setInputFiles(sheet('123.csv', ''));
  await app.until('error');
  await visit('error');
  await app.page.locator('[data-testid=sample][data-sample=tea]').click();
  await app.ready();
  await visit('notebook');
  await app.openSettings();
  await visit('settings');
  await app.hook('settings').click();
  await app.page.locator('[data-lens=tiers] tbody button').first().click();
  await app.hook('drawer').waitFor();
  await visit('drawer');
  await app.page.keyboard.press('Escape');
  for (const toggle of await app.hook('table-toggle').all()) await toggle.click();
  await visit('table');
}

/** A file that every cell can work with, and what opens below the table of tiers. */
async function tourOfSchemes(
  app: App,
  visit: (name: string, inside?: string) => Promise<void>,
): Promise<void> {
  const tiers = '[data-lens=tiers]';
  await app.load(partners);
  await app.set('scheme', 'key_account');
  await app.hook('scheme-rules').click();
  await app.hook('scheme-editor').waitFor();
  await app.set('key_account.weights.1', 45);
  await visit('every cell, settings of a scheme');
  await app.hook('scheme-own').click();
  await app.ready();
  await app.hook('rule-add').click();
  await app.hook('scheme-findings').locator('li').first().waitFor();
  await visit('rules of my own', tiers);
  await app.hook('scheme-why').click();
  await app.hook('why-search').fill('F');
  await app.hook('scheme-why-panel').locator('.found button').first().click();
  await app.hook('override-set').click();
  await visit('why this tier', tiers);
}

async function axe(app: App, name: string, inside?: string): Promise<string[]> {
  const builder = new AxeBuilder({ page: app.page }).withTags(tags).setLegacyMode();
  const { violations } = await (inside ? builder.include(inside) : builder).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${name}: ${id} ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** What would make a small screen scroll sideways. */
const wide = (app: App): Promise<number> => app.page.evaluate(() => document.scrollingElement!.scrollWidth);

/** Boxes that a finger has to hit, smaller than 24 px (inline links in text are exempt). */
const small = (app: App): Promise<string[]> =>
  app.page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, select, input, textarea, summary, [role=slider], a.button, label.button',
      ),
    ]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden'),
      )
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(
        ({ element, box }) =>
          `${element.tagName} ${element.textContent?.trim().slice(0, 20)} ${Math.round(box.width)}x${Math.round(box.height)}`,
      ),
  );

/** Every word of the page: text, titles, labels, options and what stands in pictures. */
const words = (app: App): Promise<string[]> =>
  app.page.evaluate(() => {
    // What a file or a sample says is not the page's own.
    const data =
      '[data-lens=customers] tbody, [data-testid=drawer] tbody, main table tbody td, [data-column]';
    const found: string[] = [document.title];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const parent = node.parentElement!;
      if (
        parent.closest('script, style, [lang]:not(html)') ||
        (parent.closest(data) && !parent.closest('option'))
      )
        continue;
      found.push(node.nodeValue ?? '');
    }
    for (const element of document.querySelectorAll('*')) {
      if (element.closest('[lang]:not(html)')) continue;
      for (const name of [
        'title',
        'aria-label',
        'aria-description',
        'aria-valuetext',
        'aria-roledescription',
        'placeholder',
        'alt',
      ])
        found.push(element.getAttribute(name) ?? '');
    }
    return found.map((entry) => entry.trim()).filter(Boolean);
  });

/** Texts of the sample and of the file that the tours open: they are the same in every language. */
const data: readonly string[] = [
  ...new Set(
    [samples.find(({ id }) => id === 'tea')!.csv(), ...partners.map(({ buffer }) => buffer.toString())]
      .flatMap((csv) =>
        Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data.slice(1),
      )
      .flat()
      .filter((cell) => /[A-Za-z]{2}|[\u4e00-\u9fff]/.test(cell))
      .concat(partners.map(({ name }) => name)),
  ),
].toSorted((a, b) => b.length - a.length);
const withoutData = (entry: string): string => {
  let rest = entry;
  for (const text of data) if (rest.includes(text)) rest = rest.replaceAll(text, ' ');
  return rest;
};

/** Names, file types and codes that are the same in every language. */
const allowed =
  /Vital Few|\b(?:CSV|TSV|UTF-?8|UTF-16(?:LE|BE)|GB18030|GBK|BIG5|SHIFT_JIS|EUC-(?:KR|JP)|KOI8-R|MACINTOSH|Shift|Page Up|Page Down|Home|End|WINDOWS-\d+|ISO-8859-\d+|ISO-2022-JP|KOI8-U|IBM866|X-MAC-CYRILLIC|Parquet|kB|MB|JSON|HTML|Ctrl|F12|DevTools|DuckDB|WebAssembly|Gini|HHI|Network|Elements|head|connect-src|CSP|tea|canteen|csv|ID|id|SQL|Lorenz|NPS|VIP|Wi-Fi|Excel|Tab|V|[ABC]|C\d+)\b|vital-few|https?:\S+|Yunling Hotels 云岭酒店集团|customer id|order date|amount|RFM|ABC|XYZ/g;

const states = ['light', 'dark'].flatMap((theme) => ['en', 'zh-Hans'].map((lang) => [theme, lang] as const));

describe.each(states)('%s, %s', (theme, lang) => {
  it('has no accessibility violations, small targets or foreign words in any state', async () => {
    await site.on(
      async (app) => {
        const found: string[] = [];
        const look = async (name: string, inside?: string): Promise<void> => {
          found.push(...(await axe(app, name, inside)));
          found.push(...(await small(app)).map((box) => `${name}: smaller than 24 px: ${box}`));
          if (theme === 'light')
            for (const entry of await words(app)) {
              const rest = withoutData(entry).replace(allowed, ' ');
              const foreign =
                lang === 'en' ? /[\u3000-\u9fff\uff00-\uffef]+/.exec(rest) : /[A-Za-z]{2,}/.exec(rest);
              if (foreign) found.push(`${name}: “${foreign[0]}” in “${entry.slice(0, 90)}”`);
            }
        };
        await tour(app, look);
        await tourOfSchemes(app, look);
        expect([...new Set(found)]).toEqual([]);
        expect(await app.page.evaluate(() => document.documentElement.lang)).toBe(lang);
      },
      { query: `?lang=${lang}&theme=${theme}` },
    );
  });
});

it.each(['en', 'zh-Hans'])('fits 320 px in every state, %s (R1)', async (lang) => {
  await site.on(
    async (app) => {
      const sizes: Record<string, number> = {};
      const measure = async (name: string): Promise<void> => void (sizes[name] = await wide(app));
      await tour(app, measure);
      await tourOfSchemes(app, measure);
      for (const [name, width] of Object.entries(sizes)) expect(width, name).toBeLessThanOrEqual(320);
      // What scrolls sideways can be reached by keyboard and has a name.
      const mute = await app.page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('main *')]
          .filter(
            (element) =>
              // What a closed part holds cannot scroll.
              element.checkVisibility() &&
              element.scrollWidth > element.clientWidth + 1 &&
              /auto|scroll/.test(getComputedStyle(element).overflowX),
          )
          .filter((element) => !['TEXTAREA', 'INPUT', 'SELECT'].includes(element.tagName))
          .filter(
            (element) =>
              element.tabIndex < 0 ||
              !(element.getAttribute('aria-label') ?? element.getAttribute('aria-labelledby')),
          )
          .map((element) => element.outerHTML.slice(0, 90)),
      );
      expect(mute).toEqual([]);
    },
    { query: `?lang=${lang}`, context: { viewport: { width: 320, height: 640 } } },
  );
});

it('moves nothing for who wants no motion (M1)', async () => {
  await site.on(
    async (app) => {
      const running = (): Promise<number> => app.page.evaluate(() => document.getAnimations().length);
      await app.ready();
      expect(await running()).toBe(0);
      await app.hook('pareto-handle').press('ArrowRight');
      expect(await running()).toBe(0);
      await app.ready();
      await app.page.locator('[data-lens=tiers] tbody button').first().click();
      await app.hook('drawer').waitFor();
      expect(await running()).toBe(0);
      await app.page.keyboard.press('Escape');
      await app.hook('theme').click();
      expect(await running()).toBe(0);
      await app.ready();
    },
    { query: '?sample=tea', context: { reducedMotion: 'reduce' } },
  );
});

describe('by keyboard only', () => {
  let app: App;
  let presses = 0;
  const mouse: string[] = [];
  beforeAll(async () => {
    app = await site.open();
    await app.page.exposeFunction('tellMouse', (type: string) => mouse.push(type));
    await app.page.evaluate(() => {
      for (const type of ['pointerdown', 'mousedown', 'mousemove'])
        addEventListener(
          type,
          () => (window as unknown as { tellMouse(t: string): void }).tellMouse(type),
          true,
        );
    });
  });
  afterAll(() => app.close());

  const press = async (key: string): Promise<void> => {
    presses++;
    await app.page.keyboard.press(key);
  };
  /** The focused element, which must be in sight and ringed by at least 2 px. */
  const focused = async (): Promise<string> => {
    const now = await app.page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      // The handle shows its ring on the knob that is drawn in its larger hit area.
      const rings = [null, '::before'].map((part) => getComputedStyle(element, part));
      const box = element.getBoundingClientRect();
      return {
        what:
          element.dataset.sample ?? element.dataset.testid ?? element.textContent?.trim().slice(0, 40) ?? '',
        body: element === document.body,
        ring: Math.max(...rings.map((r) => (r.outlineStyle === 'none' ? 0 : parseFloat(r.outlineWidth)))),
        seen:
          box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0,
      };
    });
    if (now.body) return 'body';
    expect(now.seen, `${now.what} is in sight`).toBe(true);
    expect(now.ring, `ring of ${now.what}`).toBeGreaterThanOrEqual(2);
    return now.what;
  };
  const tabTo = async (what: RegExp): Promise<void> => {
    for (let i = 0; i < 40; i++) {
      await press('Tab');
      if (what.test(await focused())) return;
    }
    throw new Error(`${what} was not reached`);
  };

  it('from the start page to the exported tiers of an 85 % cut (K1)', async () => {
    await tabTo(/^tea$/);
    await press('Enter');
    await app.ready();
    await tabTo(/^pareto-handle$/);
    for (let i = 0; i < 5; i++) await press('ArrowRight');
    await app.ready();
    expect(await app.hook('pareto-handle').getAttribute('aria-valuenow')).toBe('85');
    await tabTo(/^Export tiers/);
    const { text: csv } = await app.download(() => press('Enter'));
    const rows = Papa.parse<Record<string, string>>(csv.slice(1), {
      header: true,
      skipEmptyLines: true,
    }).data;
    const f = await app.figures();
    expect(f['pareto.cut_share']).toBe(0.85);
    expect(rows.filter((row) => row.tier === 'A').length).toBe(f['tiers.A.customers']);
    expect(rows[0]!.tier_rule).toMatch(/85%/);
    expect(presses).toBeLessThanOrEqual(40);
    expect(mouse).toEqual([]);
  });

  it('is nowhere a trap: through the notebook and back, and Escape returns to the opener (K2)', async () => {
    const forward: number[] = [];
    const place = (): Promise<number> =>
      app.page.evaluate(() => [...document.querySelectorAll('*')].indexOf(document.activeElement!));
    await app.page.evaluate(() => {
      (document.activeElement as HTMLElement).blur();
      getSelection()?.removeAllRanges();
      scrollTo(0, 0);
    });
    await app.page.locator('a.skip').focus();
    let last = await place();
    for (let i = 0; i < 900; i++) {
      await app.page.keyboard.press('Tab');
      const at = await place();
      if ((await app.page.evaluate(() => document.activeElement === document.body)) || at < last) break;
      // A date has several stops of its own.
      if (at === last) continue;
      last = at;
      forward.push(at);
    }
    expect(forward.length).toBeGreaterThan(30);
    expect(forward.length).toBeLessThan(800);
    expect(await app.page.evaluate(() => document.activeElement === document.body), 'the way leads out').toBe(
      true,
    );
    const backward: number[] = [];
    for (let i = 0; i < 1000; i++) {
      await app.page.keyboard.press('Shift+Tab');
      const at = await place();
      if (at !== backward.at(-1)) backward.push(at);
      if (at === forward[0]) break;
    }
    expect(backward.toReversed()).toEqual(forward);
    const opener = app.page.locator('[data-lens=tiers] tbody button').first();
    await opener.focus();
    await app.page.keyboard.press('Enter');
    await app.hook('drawer').waitFor();
    expect(
      await app.page.evaluate(() => document.activeElement?.closest('[data-testid=drawer]') !== null),
    ).toBe(true);
    await app.page.keyboard.press('Escape');
    await app.hook('drawer').waitFor({ state: 'hidden' });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('walks the cohort table cell by cell and opens its customers (K5)', async () => {
    const table = app.page.locator('[data-lens=churn] table').first();
    await table
      .locator('[data-metric] , td [tabindex="0"], td[tabindex="0"]')
      .first()
      .scrollIntoViewIfNeeded();
    const stop = table.locator('[tabindex="0"]').first();
    await stop.focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowLeft'])
      await app.page.keyboard.press(key);
    const count = await app.page.evaluate(() => {
      const cell =
        document.activeElement!.closest('[data-metric]') ??
        document.activeElement!.querySelector('[data-metric]');
      return Number(cell?.getAttribute('data-value'));
    });
    expect(count).toBeGreaterThan(0);
    await app.page.keyboard.press('Enter');
    await app.hook('drawer').waitFor();
    expect(Number(await app.hook('drawer-summary').getAttribute('data-count'))).toBe(count);
    await app.page.keyboard.press('Escape');
  });
});

it('charts are pictures with the sentence as their name, and a table behind them (A4)', async () => {
  await site.on(
    async (app) => {
      await app.ready();
      for (const lens of ['pareto', 'matrix', 'compare', 'products', 'value_risk']) {
        const cell = app.page.locator(`[data-lens=${lens}]`);
        const sentence = (await cell.locator('.insight').innerText()).trim();
        expect(await cell.locator('[role=img]').first().getAttribute('aria-label')).toBe(sentence);
        await cell.locator('[data-testid=table-toggle]').click();
        expect(await cell.locator('table').count()).toBeGreaterThan(0);
        expect(await cell.locator('canvas').count()).toBe(0);
        await cell.locator('[data-testid=table-toggle]').click();
      }
      await app.ready();
    },
    { query: '?sample=tea' },
  );
});
