import AxeBuilder from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { appSite, sheet, type App } from './site.ts';

const site = appSite();
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const axe = async (app: App): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page: app.page }).withTags(tags).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')} ${node.failureSummary ?? ''}`)); // prettier-ignore
};

const fragment = (app: App): URLSearchParams => new URLSearchParams(new URL(app.page.url()).hash.slice(1));
const figure = (app: App, id: string) => app.page.locator(`[data-figure="${id}"]`).first();
const valueOf = async (app: App, id: string): Promise<string | null> => figure(app, id).getAttribute('data-value'); // prettier-ignore
const list = '[data-lens=customers]';

/** Opens the customer in a row of the list by the keyboard alone. */
async function openRow(app: App, row: number): Promise<readonly string[]> {
  const cells = await app.page.locator(`${list} tbody tr`).nth(row).locator('th, td').allInnerTexts();
  await app.page.locator(`${list} [data-testid=open-customer]`).nth(row).focus();
  await app.page.keyboard.press('Enter');
  await app.ready();
  return cells.map((cell) => cell.trim());
}

describe('the page of one customer', () => {
  it('opens from the list by keyboard, with the numbers of the list, under an address without the id', async () => {
    await site.on(
      async (app) => {
        await app.ready();
        const cells = await openRow(app, 11);
        expect(await app.hook('customer').getAttribute('data-customer-rank')).toBe('12');
        expect(await valueOf(app, 'rank')).toBe('12');
        expect(await app.hook('customer').locator('h1').innerText()).toBe(cells[2]);
        const shown = async (id: string) => (await figure(app, id).innerText()).trim();
        const [rank, id, , tier, , share, orders, last, silence, growth] = cells;
        expect(rank).toBe('12');
        expect(await app.hook('customer').innerText()).toContain(id);
        expect([await shown('tier'), await shown('value_share'), await shown('orders'), await shown('last_order'), await shown('growth')]).toEqual([tier, share, orders, last, growth]); // prettier-ignore
        expect(await valueOf(app, 'recency_days')).toBe(silence);
        expect(await app.hook('customer-finding').innerText()).toContain(`${orders} orders, the last ${silence} days ago`); // prettier-ignore

        expect(fragment(app).get('customer')).toBe('12');
        expect(app.page.url()).not.toContain(id);
        // The keyboard starts on the page, and the notebook behind it is out of reach.
        expect(await app.page.evaluate(() => document.activeElement?.closest('[data-testid=customer]') !== null)).toBe(true); // prettier-ignore
        // Every order once: as many rows as orders, and returns with an id of their own.
        expect(await app.hook('customer-orders').locator('tbody tr').count()).toBeGreaterThanOrEqual(Number(orders)); // prettier-ignore
        expect(await app.hook('customer-history').locator('tbody tr').count()).toBe(4);
      },
      { query: '?sample=tea' },
    );
  });

  it('comes back after a reload, and Back returns to where the notebook was', async () => {
    await site.on(
      async (app) => {
        await app.ready();
        await app.page.locator(`${list} [data-testid=open-customer]`).nth(2).scrollIntoViewIfNeeded();
        const before = await app.page.evaluate(() => scrollY);
        await openRow(app, 2);
        const finding = await app.hook('customer-finding').innerText();
        await app.page.goBack();
        await app.ready();
        expect(await app.hook('customer').count()).toBe(0);
        expect(fragment(app).get('customer')).toBeNull();
        expect(await app.page.evaluate(() => scrollY)).toBe(before);
        const focused = () => app.page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? null); // prettier-ignore
        await expect.poll(focused).toBe('open-customer');
        await app.page.goForward();
        await app.ready();
        expect(await app.hook('customer-finding').innerText()).toBe(finding);
        await app.page.reload();
        await app.ready();
        expect(await app.hook('customer-finding').innerText()).toBe(finding);
        await app.page.keyboard.press('Escape');
        await app.ready();
        expect(await app.hook('customer').count()).toBe(0);
        expect(Object.keys(await app.figures()).length).toBeGreaterThan(20);
      },
      { query: '?sample=tea' },
    );
  });

  it('goes through the customers by rank, those listed apart included', async () => {
    await site.on(
      async (app) => {
        await app.ready();
        const { 'pareto.customers': ranked, 'overview.customers': all } = await app.figures();
        expect(all!).toBeGreaterThan(ranked!);
        await openRow(app, 0);
        expect(await app.hook('customer-previous').isDisabled()).toBe(true);
        await app.hook('customer-next').click();
        await app.ready();
        expect(await valueOf(app, 'rank')).toBe('2');
      },
      { query: '?sample=tea' },
    );
    // A customer apart, by his place after the ranked ones.
    await site.on(
      async (app) => {
        await app.ready();
        expect(await valueOf(app, 'rank')).toBe('');
        expect(Number(await valueOf(app, 'value'))).toBeLessThanOrEqual(0);
        expect(await app.hook('customer-finding').innerText()).toMatch(/^Listed apart/);
      },
      { query: '#v=1&sample=tea&customer=1160' },
    );
  });

  it('is opened from the drawer, which closes', async () => {
    await site.on(
      async (app) => {
        await app.ready();
        await app.page.locator('[data-lens=tiers] tbody button').first().click();
        await app.hook('drawer').waitFor();
        await app.hook('drawer').locator('[data-testid=open-customer]').nth(4).click();
        await app.ready();
        expect(await app.hook('drawer').count()).toBe(0);
        expect(await valueOf(app, 'rank')).toBe('5');
        await app.hook('customer-back').click();
        await app.ready();
        expect(await app.hook('customer').count()).toBe(0);
      },
      { query: '?sample=tea' },
    );
  });

  it('shows the tier history under any scheme, in other periods, with cuts kept', async () => {
    await site.on(
      async (app) => {
        await app.ready();
        const periods = () => app.hook('customer-history').locator('tbody th').allInnerTexts();
        const halves = (await periods()).map((text) => text.trim());
        expect(halves).toEqual(['H1 2024', 'H2 2024', 'H1 2025', 'H2 2025']);
        await app.control('customer_unit').selectOption('year');
        await app.ready();
        expect((await periods()).map((text) => text.trim())).toEqual(['2024', '2025']);
        await app.control('customer_scheme').selectOption('rfm');
        await app.ready();
        const tiers = await app.hook('customer-history').locator('tbody td:nth-child(2)').allInnerTexts();
        expect(tiers.every((text) => text.trim().length > 1)).toBe(true);
        await app.control('customer_cuts').selectOption('keep');
        await app.ready();
        expect(await app.hook('customer').innerText()).toContain('All periods have the cut values of 2024.');
        await app.control('customer_mix').selectOption('product');
        await app.ready();
        expect(await app.hook('customer-mix').locator('thead th').first().innerText()).toBe('Product');
      },
      { query: '#v=1&sample=tea&customer=3' },
    );
  });

  it('keeps a note as a step that can be undone, and not in the address', async () => {
    await site.on(
      async (app) => {
        await app.ready();
        await openRow(app, 2);
        const note = app.hook('customer-note');
        await note.fill('Asks for a longer term of payment');
        await app.hook('customer-print').focus();
        await app.ready();
        expect(decodeURIComponent(app.page.url())).not.toContain('payment');
        // Left in the middle of writing, it is kept as well.
        await note.fill('Pays in April');
        await app.page.goBack();
        await app.ready();
        await app.page.goForward();
        await app.ready();
        expect(await note.inputValue()).toBe('Pays in April');
        await app.hook('undo').click();
        await app.ready();
        expect(await note.inputValue()).toBe('Asks for a longer term of payment');
        await app.hook('undo').click();
        await app.ready();
        expect(await note.inputValue()).toBe('');
        await app.hook('redo').click();
        await app.ready();
        expect(await note.inputValue()).toBe('Asks for a longer term of payment');
      },
      { query: '?sample=tea' },
    );
  });

  it('prints alone and whole', async () => {
    await site.on(
      async (app) => {
        await app.ready();
        await app.page.emulateMedia({ media: 'print' });
        const seen = await app.page.evaluate(() => {
          const shown = (selector: string) => document.querySelector(selector)?.checkVisibility({ visibilityProperty: true }) ?? false; // prettier-ignore
          const page = document.querySelector('[data-testid=customer]')!;
          return {
            page: shown('[data-testid=customer] h1'),
            notebook: shown('[data-lens=customers]'),
            bar: shown('header'),
            buttons: shown('[data-testid=customer-back]'),
            position: getComputedStyle(page).position,
            cut: page.scrollHeight - page.clientHeight,
          };
        });
        expect(seen).toEqual({ page: true, notebook: false, bar: false, buttons: false, position: 'static', cut: 0 }); // prettier-ignore
      },
      { query: '#v=1&sample=tea&customer=3' },
    );
  });

  it.each(['light', 'dark'].flatMap((theme) => ['en', 'zh-Hans'].map((lang) => [theme, lang] as const)))(
    'has no accessibility violation, %s %s, nor does its table',
    async (theme, lang) => {
      await site.on(
        async (app) => {
          await app.ready();
          expect(await axe(app)).toEqual([]);
          await app.hook('timeline-table').click();
          await app.ready();
          expect(await axe(app)).toEqual([]);
          expect(await app.words()).not.toMatch(/NaN|Infinity|undefined|\[object/);
        },
        { query: `?lang=${lang}&theme=${theme}#v=1&sample=tea&customer=3` },
      );
    },
  );

  it.each(['en', 'zh-Hans'])('does not scroll sideways at 320 px, %s', async (lang) => {
    await site.on(
      async (app) => {
        await app.ready();
        const widths = await app.page.evaluate(() => {
          const page = document.querySelector('[data-testid=customer]')!;
          return [document.scrollingElement!.scrollWidth, page.scrollWidth - page.clientWidth];
        });
        expect(widths[0]).toBeLessThanOrEqual(320);
        expect(widths[1]).toBe(0);
      },
      { query: `?lang=${lang}#v=1&sample=tea&customer=3`, context: { viewport: { width: 320, height: 640 } } }, // prettier-ignore
    );
  });

  it('says why a block is empty: no dates, no categories, one order, no row in scope', async () => {
    await site.on(async (app) => {
      await app.until('empty');
      await app.load(sheet('plain.csv', 'customer id,amount\nK1,5\nK2,9\nK1,-7\n'));
      await app.page.locator(`${list} [data-testid=open-customer]`).last().click();
      await app.ready();
      const text = await app.hook('customer').innerText();
      for (const reason of [
        'A timeline needs a date column',
        'Gaps need a date column',
        'A history needs a date column',
        'Needs a category, product, channel or region column',
        'No customer list is joined',
      ])
        // prettier-ignore
        expect(text).toContain(reason);
      expect(text).toContain('Listed apart');
    });
    await site.on(async (app) => {
      await app.until('empty');
      await app.load(sheet('dated.csv', 'customer id,order date,amount\nK1,2024-01-05,5\nK2,2024-03-05,9\nK2,2024-05-05,9\n')); // prettier-ignore
      await app.page.locator(`${list} [data-testid=open-customer]`).last().click();
      await app.ready();
      expect(await app.hook('customer').innerText()).toContain('there is no gap to compare the silence with');
      // Settings under which he has no row: he stays, and the page says so.
      await app.hook('customer-back').click();
      await app.ready();
      await app.set('period_from', '2024-02-01');
      await app.page.goBack();
      await app.ready();
      expect(await app.hook('customer').innerText()).toContain('has no row under the settings in force');
      await app.hook('undo').click();
      await app.ready();
      expect(await app.hook('customer-finding').innerText()).toContain('1 order');
    });
  });
});
