import { afterAll, beforeAll, expect, it } from 'vitest';
import { noLooseEnds, opens, sameOnPage } from './agree.ts';
import { partners, receivables } from './partners.ts';
import { appSite, type App, type Figures } from './site.ts';

const site = appSite();
let app: App;
beforeAll(async () => {
  app = await site.open();
  await app.load([...partners, receivables]);
  await app.set('measure', 'amount');
});
afterAll(async () => {
  expect(app.errors).toEqual([]);
  await app.close();
});

const levels = ['high', 'mid', 'low'] as const;
const grid = (f: Figures, lens: string): (number | null | undefined)[][] =>
  levels.map((value) => levels.map((other) => f[`${lens}.${value}_${other}.customers`]));
const weigh = async (prefix: string, weights: Readonly<Record<string, number>>): Promise<void> => {
  const controls = app.page.locator(`[data-testid=setting][data-setting^="${prefix}_"]`);
  for (const control of await controls.all()) {
    const id = (await control.getAttribute('data-setting'))!;
    const weight = weights[id.slice(prefix.length + 1)] ?? 0;
    if (Number(await control.inputValue()) !== weight) await app.set(id, weight);
  }
};

it('value × potential: a score of one part is that part', async () => {
  await app.set('potential', 'score');
  const whole = await app.figures();
  expect(whole['matrix.score_coverage']).toBeGreaterThan(0);
  expect(whole['matrix.score_coverage']).toBeLessThan(1);
  await weigh('potential_w', { breadth: 100 });
  const f = await app.figures();
  expect(f['matrix.score_coverage']).toBe(1);
  // F1 bought of four categories, F2 of three, F5 and D3 of two; A is F1, F2, F3, F4, D1, B is D2, F5, D3.
  expect(grid(f, 'matrix')).toEqual([[2, 0, 3], [2, 0, 1], [0, 0, 3]]); // prettier-ignore
  await opens(app, '[data-lens=matrix] td[data-metric="matrix.mid_high.customers"] button, [data-lens=matrix] td:has([data-metric="matrix.mid_high.customers"]) button', 2); // prettier-ignore
});

it('value × potential: two by two, cut lines by keys, and back', async () => {
  const before = await app.figures();
  await app.set('matrix_grid', '2x2');
  const f = await app.figures();
  expect(['high_high', 'high_low', 'low_high', 'low_low'].map((at) => f[`matrix.${at}.customers`])).toEqual([2, 3, 2, 4]); // prettier-ignore
  expect(Object.keys(f).some((name) => /^matrix\..*mid/.test(name))).toBe(false);
  await sameOnPage(app);
  await app.hook('undo').click();
  await app.ready();
  expect(await app.figures()).toEqual(before);
  const line = app.page.locator('[data-lens=matrix] [role=slider]').last();
  const at = Number(await line.getAttribute('aria-valuenow'));
  await line.focus();
  await line.press('PageUp');
  await app.ready();
  expect(Number(await line.getAttribute('aria-valuenow'))).not.toBe(at);
  expect(await app.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('slider');
  await app.hook('undo').click();
  await app.ready();
  expect(await app.figures()).toEqual(before);
});

it('value × risk: days overdue alone, 30 days above the cut of 33 points and 29 below it', async () => {
  const whole = await app.figures();
  expect(whole['value_risk.unknown']).toBe(0);
  await weigh('risk_w', { overdue_days: 100 });
  const f = await app.figures();
  expect(grid(f, 'value_risk')).toEqual([[1, 2, 2], [0, 0, 3], [0, 0, 3]]); // prettier-ignore
  expect(f['value_risk.high.customers']).toBe(1);
  expect(f['value_risk.high.value']).toBe(1800);
  // 100, 50, 33.3, 32.2 points and seven times none.
  expect(f['value_risk.score_mean']).toBeCloseTo((90 + 45 + 30 + 29) / 0.9 / 11, 10);
  await app.set('risk_cut_1', 32);
  expect(grid(await app.figures(), 'value_risk')[0]).toEqual([1, 3, 1]);
  await opens(app, '[data-lens=value_risk] td[data-metric="value_risk.high_mid.customers"] button, [data-lens=value_risk] td:has([data-metric="value_risk.high_mid.customers"]) button', 3); // prettier-ignore
});

it('scheme × scheme: ABC by XYZ, every cell by hand, cells that open', async () => {
  const f = await app.figures();
  const row = (tier: string): (number | null | undefined)[] => ['X', 'Y', 'Z', 'short', 'none'].map((to) => f[`cross.${tier}_${to}.customers`]); // prettier-ignore
  expect(['A', 'B', 'C'].map(row)).toEqual([
    [1, 1, 3, 0, 0],
    [0, 0, 3, 0, 0],
    [0, 0, 2, 1, 0],
  ]);
  await opens(app, '[data-lens=cross] td[data-metric="cross.A_Z.value"] button', 3);
  await app.set('cross_second', 'membership');
  const other = await app.figures();
  expect(['vip', 'member', 'walkin'].map((to) => other[`cross.A_${to}.customers`])).toEqual([2, 2, 1]);
});

it('page and script say the same in both languages, and nothing went wrong in words', async () => {
  await sameOnPage(app);
  await noLooseEnds(app);
  await app.hook('language').click();
  await app.ready();
  await sameOnPage(app);
  await noLooseEnds(app);
});
