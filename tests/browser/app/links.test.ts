import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appSite, sheet, type App } from './site.ts';

const site = appSite();

const own = sheet(
  'secret-file.csv',
  [
    'Secret Customer Code,order date,amount,quantity',
    ...Array.from(
      { length: 30 },
      (_, i) =>
        `KUNDE-${i % 10},2024-${String(1 + (i % 12)).padStart(2, '0')}-15,${(i % 10) ** 2 + 1},${i + 1}`,
    ),
  ].join('\n'),
);
const roles = { 'Secret Customer Code': 'customer_id' };
const link = (app: App): Promise<string> => app.hook('share-link').inputValue();
const fragmentOf = (url: string): string => url.slice(url.indexOf('#'));
const notices = (app: App): Promise<(string | null)[]> =>
  app.hook('notice').evaluateAll((all) => all.map((notice) => (notice as HTMLElement).dataset.kind ?? null));

describe('a link to a sample', () => {
  it('opens the same view elsewhere, with the same figures, language and theme', async () => {
    const app = await site.open({ query: '?sample=tea&lang=zh-Hans&theme=dark' });
    await app.ready();
    for (const [id, value] of [
      ['measure', 'quantity'],
      ['returns', 'ignore'],
      ['nonpositive', 'zero'],
      ['walkin', 'one'],
      ['duplicates', 'drop'],
      ['tier_cut_1', 66.5],
      ['tier_cut_2', 91],
      ['crossing', 'worse'],
      ['silence_days', 77],
      ['backtest_window', 95],
      ['backtest_cut', '2025-05-31'],
      ['period_from', '2024-02-01'],
      ['as_of', '2025-11-30'],
    ] as const)
      await app.set(id, value);
    await app.page.locator('[data-cell=matrix] button[aria-expanded]').first().click();
    await app.ready();
    const before = await app.figures();
    const url = await link(app);
    await app.close();

    expect(url.length).toBeLessThanOrEqual(2_000 + site.server.url.length);
    await site.on(
      async (other) => {
        await other.ready();
        expect(await other.figures()).toEqual(before);
        expect(await link(other)).toBe(url);
        expect(
          await other.page.evaluate(() => [
            document.documentElement.lang,
            document.documentElement.dataset.theme,
          ]),
        ).toEqual(['zh-Hans', 'dark']);
        expect(await other.hook('undo').isEnabled(), 'a link starts a history of its own').toBe(false);
        expect(await notices(other)).toEqual([]);
      },
      { query: fragmentOf(url) },
    );
  });

  it('survives a reload; the query beats the fragment, the fragment the stored choice', async () => {
    const app = await site.open({ query: '?sample=canteen' });
    await app.ready();
    await app.set('tier_cut_1', 50);
    const look = (): Promise<unknown> =>
      app.page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme]);
    await app.hook('language').click();
    await app.hook('theme').click();
    await app.ready();
    const figures = await app.figures();
    expect(app.page.url()).toMatch(/lang=zh-Hans.*theme=dark/);
    await app.page.reload();
    await app.ready();
    expect(await app.figures()).toEqual(figures);
    expect(await look()).toEqual(['zh-Hans', 'dark']);
    // Stored choice, without any address.
    await app.page.goto(site.server.url);
    await app.until('empty');
    expect(await look()).toEqual(['zh-Hans', 'dark']);
    await app.page.goto('about:blank');
    await app.page.goto(`${site.server.url}#v=1&sample=canteen&lang=en&theme=light`);
    await app.ready();
    expect(await look(), 'fragment over stored').toEqual(['en', 'light']);
    await app.page.goto('about:blank');
    await app.page.goto(`${site.server.url}?lang=zh-Hans&theme=dark#v=1&sample=canteen&lang=en&theme=light`);
    await app.ready();
    expect(await look(), 'query over fragment').toEqual(['zh-Hans', 'dark']);
    expect(app.errors).toEqual([]);
    await app.close();
  });
});

describe('a link made on own data', () => {
  it('holds settings and nothing of the file, and waits for the receiver’s file', async () => {
    const app = await site.open();
    await app.load(own, { roles });
    await app.set('tier_cut_1', 60);
    await app.set('returns', 'ignore');
    await app.set('silence_days', 33);
    const mine = await app.figures();
    const url = await link(app);
    expect(decodeURIComponent(url)).not.toMatch(/KUNDE|Secret|secret|customer|amount(?!=)|csv/i);
    expect(app.page.url()).toBe(url);
    await app.close();

    await site.on(
      async (other) => {
        await other.until('empty');
        expect(await notices(other)).toEqual(['waiting']);
        await other.load(own, { roles });
        expect(await other.figures()).toEqual(mine);
        expect(await notices(other)).toEqual([]);
      },
      { query: fragmentOf(url) },
    );
  });

  it('names what does not fit the receiver’s file and computes the rest', async () => {
    await site.on(
      async (app) => {
        await app.load(
          sheet(
            'short.csv',
            'customer id,amount,order date\nA,5,2024-03-01\nB,3,2024-03-02\nC,1,2024-03-03\n',
          ),
        );
        expect(await notices(app)).toEqual(['misfit']);
        expect(await app.hook('notice').innerText()).toMatch(/quantity.*period/s);
        expect(await app.figures()).toMatchObject({
          'overview.customers': 3,
          'pareto.value': 9,
          'pareto.cut_share': 0.6,
        });
      },
      { query: '#v=1&measure=quantity&period_from=2030-01-01&tier_cut_1=60' },
    );
  });
});

describe('a link that cannot be used as it is', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['of an unknown version with nothing known in it', '#v=999&colour=red', ['link']],
    ['that is noise', '#%%%%=&&&&', ['link']],
    ['that is too long', `#v=1&sample=tea&measure=${'x'.repeat(64_000)}`, ['link']],
    ['with unknown parts', '#v=1&tier_cut_1=70&colour=red', ['ignored', 'waiting']],
  ];
  it.each([
    ['of an unknown version', '#v=999&sample=tea&tier_cut_1=60&colour=red'],
    ['without a version', '#sample=tea&tier_cut_1=60'],
  ])('%s says so and opens what it can', async (_name, fragment) => {
    await site.on(
      async (app) => {
        await app.until('ready');
        expect(await notices(app)).toEqual(['link']);
        expect((await app.figures())['pareto.cut_share']).toBe(0.6);
      },
      { query: fragment },
    );
  });

  it.each(cases)('%s says so and leaves a page that works', async (_name, fragment, kinds) => {
    await site.on(
      async (app) => {
        await app.until('empty');
        expect(await notices(app)).toEqual(kinds);
        expect((await app.hook('notice').first().innerText()).length).toBeGreaterThan(20);
        expect((await app.load(own, { roles }))['overview.customers']).toBe(10);
      },
      { query: fragment },
    );
  });

  it('with a payload in every field runs nothing and is named (F26, F29)', async () => {
    const payload = '<img src=x onerror=window.__pwned=1>';
    const hostile = new URLSearchParams({ v: '1', sample: 'tea' });
    for (const key of [
      'measure',
      'returns',
      'nonpositive',
      'walkin',
      'duplicates',
      'crossing',
      'tier_cut_1',
      'tier_cut_2',
      'silence_days',
      'backtest_cut',
      'backtest_window',
      'potential',
      'potential_cut_1',
      'as_of',
      'period_from',
      'period_to',
      'hide',
      'lang',
      'theme',
      '__proto__',
      'constructor',
      'data',
      payload,
    ])
      hostile.set(
        key,
        ['tier_cut_1', 'silence_days'].includes(key)
          ? '1e308'
          : key === 'data'
            ? 'http://127.0.0.1:9/x.csv'
            : payload,
      );
    await site.on(
      async (app) => {
        await app.ready();
        const f = await app.figures();
        expect(f).toMatchObject({
          'pareto.cut_customers': 252,
          'pareto.cut_share': 0.8,
          'overview.customers': 1165,
        });
        expect(await notices(app)).toEqual(['ignored']);
        expect(await app.hook('notice').innerText()).toMatch(/measure.*returns/s);
        expect(await app.page.locator('img, [onerror]').count()).toBe(0);
        expect(
          await app.page.evaluate(() => [
            (window as unknown as { __pwned?: number }).__pwned ?? null,
            Object.keys(Object.prototype).length,
            document.documentElement.dataset.theme,
          ]),
        ).toEqual([null, 0, 'light']);
        expect(app.requested.filter((url) => !url.startsWith(site.server.url))).toEqual([]);
        expect(await link(app)).not.toContain('pwned');
      },
      { query: `#${hostile}` },
    );
  });

  it('keeps numbers out of range within their bounds', async () => {
    await site.on(
      async (app) => {
        await app.ready();
        const f = await app.figures();
        for (const [name, value] of Object.entries(f))
          expect(value === null || Number.isFinite(value), name).toBe(true);
        expect(f['pareto.cut_share']).toBeLessThanOrEqual(1);
        expect(await app.words()).not.toMatch(/NaN|Infinity|undefined/);
      },
      {
        query:
          '#v=1&sample=canteen&tier_cut_1=999&tier_cut_2=0&silence_days=99999999999&backtest_window=-5&backtest_cut=9999-12-31&period_from=0001-01-01',
      },
    );
  });
});

describe('a link opened in a tab with own data', () => {
  let app: App;
  beforeAll(async () => {
    app = await site.open();
  });
  afterAll(async () => {
    expect(app.errors).toEqual([]);
    await app.close();
  });

  const open = (fragment: string): Promise<void> =>
    app.page.evaluate((text) => {
      location.hash = text;
    }, fragment);

  it('asks and replaces nothing; keep, apply, open and Back do what they say', async () => {
    await app.load(own, { roles });
    const mine = await app.figures();
    const buttons = app.hook('incoming-link').getByRole('button');

    await open('v=1&sample=tea&tier_cut_1=60');
    await app.hook('incoming-link').waitFor();
    expect(await app.state()).toBe('ready');
    expect(await app.figures()).toEqual(mine);
    await buttons.last().click();
    await app.hook('incoming-link').waitFor({ state: 'detached' });
    expect(await app.figures()).toEqual(mine);
    expect(app.page.url(), 'the address says again what is open').not.toContain('sample=tea');

    await open('v=1&tier_cut_1=60&returns=ignore');
    await app.hook('incoming-link').waitFor();
    await buttons.first().click();
    await app.ready();
    expect(await app.figures()).toMatchObject({ 'pareto.cut_share': 0.6, 'overview.customers': 10 });
    await app.hook('undo').click();
    await app.ready();
    expect(await app.figures()).toEqual(mine);

    await open('v=1&sample=tea&tier_cut_1=55');
    await app.hook('incoming-link').waitFor();
    await buttons.nth(1).click();
    await app.ready();
    expect(await app.figures()).toMatchObject({ 'pareto.cut_share': 0.55, 'overview.customers': 1165 });

    // Back leads to the own file, and forward to the sample again.
    const tea = await app.figures();
    await app.page.goBack();
    await expect.poll(async () => (await app.ready(), (await app.figures())['overview.customers'])).toBe(10);
    expect(await app.hook('source-badge').innerText()).toBe('Your data');
    await app.page.goForward();
    await expect.poll(() => app.hook('source-badge').innerText()).toBe('Sample');
    await app.ready();
    expect(await app.figures()).toEqual(tea);
  });
});

it('Back returns from a sample to the start page and Forward to the sample', async () => {
  await site.on(async (app) => {
    await app.page.locator('[data-testid=sample][data-sample=canteen]').click();
    await app.ready();
    const figures = await app.figures();
    await app.page.goBack();
    await app.until('empty');
    expect(await app.hook('sample').count()).toBe(2);
    await app.page.goForward();
    await app.ready();
    expect(await app.figures()).toEqual(figures);
    // What an entry showed is gone after a reload, its address is not.
    await app.page.reload();
    await app.ready();
    await app.page.goBack();
    await app.until('empty');
    await app.page.goForward();
    await app.ready();
    expect(await app.figures()).toEqual(figures);
  });
});
