import { afterAll, beforeAll, expect, it } from 'vitest';
import { noLooseEnds, opens, sameOnPage } from './agree.ts';
import { partners } from './partners.ts';
import { appSite, type App } from './site.ts';

const site = appSite();
let app: App;
beforeAll(async () => {
  app = await site.open();
  await app.load(partners);
});
afterAll(async () => {
  expect(app.errors).toEqual([]);
  await app.close();
});

const cell = (lens: string) => app.page.locator(`[data-lens=${lens}]`);

it('draws the whale curve of profits, above 100 %, and names who destroys profit', async () => {
  expect(await app.figures()).toMatchObject({ 'pareto.negative_customers': 1, 'pareto.negative_value': -27 });
  expect((await app.figures())['pareto.peak_share']).toBeGreaterThan(1);
  expect(await cell('pareto').locator('.insight').innerText()).toMatch(/101\.7%/);
  await sameOnPage(app);
  await noLooseEnds(app);
});

it('turns the curve into the Lorenz curve: other picture, same figures, same handle', async () => {
  await app.set('pareto_measure', 'amount');
  const before = await app.figures();
  expect(before['pareto.cut_customers']).toBe(5);
  await app.set('pareto_view', 'lorenz');
  expect(await app.figures()).toEqual(before);
  const handle = app.hook('pareto-handle');
  expect(await handle.getAttribute('aria-valuenow')).toBe('80');
  await handle.press('ArrowRight');
  await app.ready();
  expect((await app.figures())['pareto.cut_share']).toBe(0.81);
  await app.hook('undo').click();
  await app.ready();
  expect(await cell('pareto').locator('[role=img]').first().getAttribute('aria-label')).toBe(
    (await cell('pareto').locator('.insight').innerText()).trim(),
  );
  await app.set('pareto_view', 'pareto');
});

it('leaves out the largest: its own curve, everybody in the figures', async () => {
  const f = await app.figures();
  // Ten are left, 4,441.99 in all: 2,340 of the first two; 80 % = 3,553.592 is reached by the fifth, 3,601.99.
  expect(f['pareto.without_largest.top20_share']).toBeCloseTo(2340 / 4441.99, 12);
  expect(f['pareto.without_largest.cut_customers']).toBe(5);
  // Without the largest ten only AG is left.
  expect(f['pareto.without_10.cut_customers']).toBe(1);
  await app.set('pareto_without', '1');
  expect(await app.figures()).toEqual(f);
  expect(await app.hook('pareto-handle').getAttribute('aria-valuetext')).toBe('80%: 5 customers, 50.0%');
  await app.set('pareto_without', '0');
});

it('ranks by margin and adds up profit', async () => {
  await app.set('pareto_by', 'margin');
  const f = await app.figures();
  // 40 %: F1 720, F4 240, D2 132.396, F6 60; then F2 288: 1,440.396 of 1,617.496.
  expect(f['pareto.cut_customers']).toBe(5);
  expect(f['pareto.cut_value_share']).toBeCloseTo(1440.396 / 1617.496, 12);
  expect(f['pareto.gini']).toBeNull();
  expect(f['pareto.joint_value']).toBeNull();
  await sameOnPage(app);
  await noLooseEnds(app);
  await app.set('pareto_by', 'value');
});

it('compares groups, years, two periods and samples', async () => {
  await app.set('compare_by', 'customer_type');
  expect(await app.figures()).toMatchObject({
    'compare.groups': 3,
    'compare.1.customers': 6,
    'compare.1.value': 5190,
    'compare.1.n80': 4,
    'compare.2.customers': 4,
    'compare.2.value': 1021.99,
    'compare.2.n80': 3,
    'compare.3.customers': 1,
    'compare.3.value': 30,
  });
  await app.set('compare_by', 'year');
  const years = await app.figures();
  expect([1, 2, 3].map((i) => years[`compare.${i}.value`]).toSorted()).toEqual([2040, 2050, 2151.99]);
  await app.set('compare_by', 'period');
  const f = await app.figures();
  expect(f).toMatchObject({
    'compare.change.before': 2050,
    'compare.change.after': 2151.99,
    'compare.change.left': 0,
    'compare.change.came': 90,
    'compare.change.came_customers': 1,
    'compare.change.grew': 21.99,
    'compare.change.grew_customers': 2,
    'compare.change.shrank': -10,
    'compare.change.shrank_customers': 1,
    'compare.change.same_customers': 7,
    'compare.vital.stayed': 6,
  });
  await sameOnPage(app);
  await app.set('compare_by', 'sample');
  expect((await app.figures())['compare.1.customers']).toBe(11);
  await noLooseEnds(app);
  await app.set('compare_by', 'customer_type');
});

it('obeys the period and prints it everywhere', async () => {
  const before = await app.figures();
  await app.set('period_from', '2023-01-01');
  const f = await app.figures();
  expect(f['pareto.value']).toBeCloseTo(2050 + 2151.99, 10);
  expect(f['overview.first_date']).toBe(20230101);
  for (const foot of await app.page.locator('section[data-lens] > p.foot').allInnerTexts())
    expect(foot).toMatch(/2023/);
  await app.hook('undo').click();
  await app.ready();
  expect(await app.figures()).toEqual(before);
});

it('says which goods bring most, and what the best customers live on', async () => {
  const f = await app.figures();
  // K0 3,981.99, K2 990, K1 820, K3 450; 80 % = 4,993.592.
  expect(f).toMatchObject({
    'products.count': 4,
    'products.value': 6241.99,
    'products.cut_products': 3,
    'categories.count': 4,
    'categories.all.1.customers': 11,
    'categories.A.1.reach': 1,
    'categories.A.1.customers': 5,
  });
  expect(f['products.largest_share']).toBeCloseTo(3981.99 / 6241.99, 12);
  expect(f['products.cut_value_share']).toBeCloseTo(5791.99 / 6241.99, 12);
  // A: F1 450, F2 720, F3 900, F4 600, D1 331 of 5,071.
  expect(f['categories.A.1.share']).toBeCloseTo(3001 / 5071, 12);
  expect(f['categories.A.1.index']).toBeCloseTo(3001 / 5071 / (3981.99 / 6241.99), 12);
});

it('opens the customers behind its numbers', async () => {
  await opens(app, '[data-lens=pareto] .readout button', 5);
  await opens(app, '[data-lens=compare] tbody button', 6);
});
