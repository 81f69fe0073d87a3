import { describe, expect, it } from 'vitest';
import { samples } from '../../../src/samples/index.ts';
import { sameOnPage } from './agree.ts';
import { appSite, type Figures } from './site.ts';

const site = appSite();

describe.each(samples.map((sample) => [sample.id, sample.known] as const))('sample %s', (id, known) => {
  const answers = (f: Figures): void => {
    expect(f).toMatchObject({
      'ledger.rows_file': known.rows,
      'ledger.rows_used': known.rows,
      'ledger.rows_set_aside': 0,
      'ledger.walkin_rows': known.walkinRows,
      'overview.customers': known.customers,
      'overview.orders': known.orders,
      'overview.value': known.value,
      'overview.first_date': known.firstDate,
      'overview.last_date': known.lastDate,
      'pareto.customers': known.customers - known.apart,
      'pareto.apart_customers': known.apart,
      'pareto.cut_customers': known.customersFor80,
    });
    expect(f['pareto.top20_share']).toBeCloseTo(known.top20Share, 4);
    expect(f['pareto.gini']).toBeCloseTo(known.gini, 4);
    expect(f['pareto.largest_share']).toBeCloseTo(known.largestShare, 4);
  };

  it('opens by its address with the known answers, each of them on the page', async () => {
    await site.on(
      async (app) => {
        await app.ready();
        answers(await app.figures());
        await sameOnPage(app);
        expect(await app.hook('source-badge').innerText()).toBe('Sample');
      },
      { query: `?sample=${id}` },
    );
  });

  it('opens by a click, without the import page, first from its precomputed result', async () => {
    await site.on(
      async (app) => {
        await app.until('empty');
        await app.page.locator(`[data-testid=sample][data-sample=${id}]`).click();
        await app.ready();
        answers(await app.figures());
        expect(await app.hook('source-badge').innerText()).toBe('Sample');
        const seen = await app.page.evaluate(() => (window as unknown as { seen: string[] }).seen);
        const states = seen.map((entry) => entry.split(' ')[0]);
        expect(states).not.toContain('mapping');
        const first = seen.findIndex((entry) => /^busy \d/.test(entry));
        expect(first, 'a top-20 share is there before anything is ready').toBeGreaterThanOrEqual(0);
        expect(first).toBeLessThan(states.indexOf('ready'));
        // The precomputed share is the engine's share.
        const shares = new Set(seen.filter((entry) => / \d/.test(entry)).map((entry) => entry.split(' ')[1]));
        expect([...shares].map(Number)).toEqual([(await app.figures())['pareto.top20_share']]);
      },
      {
        init: () => {
          const seen: string[] = [];
          Object.assign(window, { seen });
          const look = (): void => {
            const share = document
              .querySelector('[data-metric="pareto.top20_share"]')
              ?.getAttribute('data-value');
            const entry = `${document.documentElement.dataset.state} ${share ?? ''}`;
            if (seen.at(-1) !== entry) seen.push(entry);
            requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        },
      },
    );
  });
});

it('keeps page and script alike after settings have changed', async () => {
  await site.on(
    async (app) => {
      await app.ready();
      await app.set('nonpositive', 'keep');
      await app.set('tier_cut_1', 55);
      await app.set('silence_days', 45);
      await sameOnPage(app);
      expect(await app.figures()).toMatchObject({ 'pareto.cut_share': 0.55, 'churn.silence_days': 45 });
    },
    { query: '?sample=tea' },
  );
});

it('says what it is in one global object and nothing else', async () => {
  await site.on(async (app) => {
    const own = await app.page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const bare = new Set(Object.getOwnPropertyNames(frame.contentWindow!));
      frame.remove();
      return Object.getOwnPropertyNames(window).filter((name) => !bare.has(name) && !/^(?:__|\d)/.test(name));
    });
    expect(own).toContain('vitalFew');
    expect(own.filter((name) => /vital|duck|session|echart/i.test(name))).toEqual(['vitalFew']);
    expect(typeof (await app.page.evaluate(() => window.vitalFew.version))).toBe('string');
  });
});
