import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onlyCells, reference, unpacked } from './retail.ts';
import { appSite, type App } from './site.ts';

const site = appSite();

if (!reference) it.skip('Online Retail, scores and segments: reference data not set');
else
  describe('Online Retail, gross, rows with an id (C1)', () => {
    let app: App;
    let file: Awaited<ReturnType<typeof unpacked>>;
    beforeAll(async () => {
      file = await unpacked('online_retail.csv.gz');
      app = await site.open({ url: site.server.url + onlyCells(['rfm', 'migration']) });
      await app.load(file.path, { timeout: 120_000 });
      await app.set('returns', 'ignore');
    });
    afterAll(async () => {
      expect(app.errors).toEqual([]);
      await app.close();
      await file.remove();
    });

    it('scores as published: bins, cuts, corners, segments and their value', async () => {
      const f = await app.figures();
      const bins = (axis: string): (number | null | undefined)[] => [1, 2, 3, 4, 5].map((score) => f[`rfm.${axis}.${score}.customers`]); // prettier-ignore
      expect(bins('r')).toEqual([861, 866, 863, 880, 868]);
      expect(bins('f')).toEqual([1493, 835, 508, 802, 700]);
      expect(bins('m')).toEqual([868, 867, 868, 867, 868]);
      const cuts = (axis: string): (number | null | undefined)[] => [1, 2, 3, 4].map((cut) => f[`rfm.cut.${axis}.${cut}`]); // prettier-ignore
      expect(cuts('f')).toEqual([1, 2, 3, 6]);
      [13.8, 33, 72, 180].forEach((cut, i) => expect(cuts('r')[i]).toBeCloseTo(cut, 9));
      [250.194, 490.096, 942.276, 2058.426].forEach((cut, i) => expect(cuts('m')[i]).toBeCloseTo(cut, 3));
      expect(f).toMatchObject({
        'rfm.customers': 4338,
        'rfm.score.555.customers': 324,
        'rfm.champions.customers': 604,
        'rfm.loyal.customers': 688,
        'rfm.potential_loyalist.customers': 484,
        'rfm.new.customers': 67,
        'rfm.promising.customers': 169,
        'rfm.need_attention.customers': 121,
        'rfm.about_to_sleep.customers': 478,
        'rfm.at_risk.customers': 357,
        'rfm.cant_lose.customers': 35,
        'rfm.hibernating.customers': 1335,
        'rfm.one_time.customers': 1493,
      });
      expect(f['rfm.champions.value']).toBeCloseTo(4_303_871.89, 2);
      expect(f['rfm.value']).toBeCloseTo(8_911_407.904, 3);
    });

    it('walks its table by arrows, tells every move once, and opens the customers of a cell (K5)', async () => {
      const grid = app.hook('rfm-grid');
      await grid.locator('[tabindex="0"]').focus();
      expect(await grid.locator('[tabindex="0"]').count(), 'one stop').toBe(1);
      const said = app.page.locator('[data-lens=rfm] [aria-live]').first();
      const heard: string[] = [];
      for (const key of ['Home', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowDown']) {
        await app.page.keyboard.press(key);
        const title = await app.page.evaluate(
          () => document.activeElement!.getAttribute('aria-label') ?? document.activeElement!.getAttribute('title'),
        ); // prettier-ignore
        if (title) await expect.poll(() => said.textContent()).toContain(title);
        heard.push((await said.textContent()) ?? '');
      }
      expect(new Set(heard).size).toBeGreaterThan(3);
      // Down from F 5 to F 2, in the column of R 2.
      const at = await app.page.evaluate(() => (document.activeElement as HTMLElement).dataset.at);
      expect(at).toBe('4,2');
      const cell = grid.locator(`[data-at="${at}"]`);
      const shown = Number(await cell.locator('strong').getAttribute('data-value'));
      expect(shown).toBe((await app.figures())['rfm.cell.22.customers']);
      await app.page.keyboard.press('Enter');
      await app.hook('drawer').waitFor();
      expect(Number(await app.hook('drawer-summary').getAttribute('data-count'))).toBe(shown);
      await app.page.keyboard.press('Escape');
      await app.hook('drawer').waitFor({ state: 'hidden' });
      expect(await app.page.evaluate(() => (document.activeElement as HTMLElement).dataset.at)).toBe(at);
      // Four cells at once: R 2 and 3 by F 2 and 3.
      await app.page.keyboard.press('Shift+ArrowRight');
      await app.page.keyboard.press('Shift+ArrowUp');
      await app.page.keyboard.press('Enter');
      await app.hook('drawer').waitFor();
      const f = await app.figures();
      const four = ['22', '23', '32', '33'].reduce((sum, at) => sum + f[`rfm.cell.${at}.customers`]!, 0);
      expect(Number(await app.hook('drawer-summary').getAttribute('data-count'))).toBe(four);
      await app.page.keyboard.press('Escape');
    });

    it('cuts by other rules, keeps everybody in when limits become own, and goes back', async () => {
      const before = await app.figures();
      await app.set('rfm_bins', 'own');
      const own = await app.figures();
      const segments = Object.keys(before).filter((name) =>
        /^rfm\.[a-z_]{3,}\.(customers|value)$/.test(name),
      );
      expect(segments.length).toBeGreaterThan(20);
      for (const name of segments) expect(own[name], name).toBe(before[name]);
      await app.set('rfm_f_cut_1', 1);
      await app.set('rfm_bins', 'bands');
      const bands = await app.figures();
      // 1, 2, 3 to 4, and 5 or more orders; nobody has a score of 3.
      expect(bands['rfm.f.3.customers']).toBe(0);
      expect(bands['rfm.f.1.customers']).toBe(1493);
      expect(bands['rfm.f.2.customers']).toBe(835);
      while (await app.hook('undo').isEnabled()) {
        if ((await app.control('rfm_bins').inputValue()) === 'quintiles') break;
        await app.hook('undo').click();
        await app.ready();
      }
      expect(await app.figures()).toEqual(before);
    });

    it('moves between two typed half-years as published', async () => {
      await app.set('migration_cuts', 'recompute');
      for (const [end, day] of [
        ['from_1', '2010-12-01'],
        ['to_1', '2011-05-31'],
        ['from_2', '2011-06-01'],
        ['to_2', '2011-11-30'],
      ] as const)
        await app.set(`migration_${end}`, day);
      const f = await app.figures();
      const row = (from: readonly string[]): number[] =>
        [['A'], ['B'], ['C'], ['none', 'net_nonpositive']].map((to) =>
          from.flatMap((a) => to.map((b) => f[`migration.${a}.${b}`] ?? 0)).reduce((a, b) => a + b, 0),
        );
      expect([row(['A']), row(['B']), row(['C']), row(['none', 'new', 'net_nonpositive'])]).toEqual([
        [544, 157, 44, 98],
        [184, 300, 184, 296],
        [53, 174, 252, 432],
        [285, 568, 726, 0],
      ]);
      expect(f['migration.shorrocks']).toBeCloseTo(0.922288, 6);
    });
  });
