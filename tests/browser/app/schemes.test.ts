import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partners } from './partners.ts';
import { appSite, type App, type Figures } from './site.ts';

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

const sizes = (f: Figures): Record<string, number | null> =>
  Object.fromEntries(
    Object.entries(f).flatMap(([name, value]) => {
      const tier = /^tiers\.(.+)\.customers$/.exec(name)?.[1];
      return tier === undefined ? [] : [[tier, value]];
    }),
  );

async function openRules(on: App): Promise<void> {
  const button = on.hook('scheme-rules');
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  await on.hook('scheme-editor').waitFor();
}

it('starts by profit, since every row has one, with the loss on the curve', async () => {
  const f = await app.figures();
  // F1 720, F2 288, F4 240, D2 132.396, F3 90, F5 60, F6 60, D1 33.1, N1 18, AG 3, D3 -27.
  expect(f).toMatchObject({
    'pareto.customers': 11,
    'pareto.value': 1617.496,
    'pareto.apart_customers': 0,
    'pareto.negative_customers': 1,
    'pareto.negative_value': -27,
    'pareto.peak_customers': 10,
  });
  expect(f['pareto.peak_share']).toBeCloseTo(1644.496 / 1617.496, 12);
  await app.set('measure', 'amount');
  expect((await app.figures())['pareto.value']).toBeCloseTo(6241.99, 10);
});

type Change = readonly [setting: string, value: string | number];
interface Case {
  readonly scheme: string;
  readonly name: string;
  readonly set?: readonly Change[];
  readonly tiers: Readonly<Record<string, number>>;
}

const only = (prefix: string, length: number, at: number): Change[] =>
  Array.from({ length }, (_, i) => [`${prefix}.${i + 1}`, i + 1 === at ? 100 : 0]);

/** Worked by hand from the amounts in partners.ts; settings of one scheme add up from case to case. */
const cases: readonly Case[] = [
  { scheme: 'abc', name: '80/95', tiers: { A: 5, B: 3, C: 3 } },
  { scheme: 'abc_count', name: '20/30/50: 2.2 customers are 3', tiers: { A: 3, B: 3, C: 5 } },
  { scheme: 'abc_count', name: 'rounded down', set: [['abc_count.rounding', 'down']], tiers: { A: 2, B: 3, C: 6 } },
  { scheme: 'abc_computed', name: 'nearest points of the curve', tiers: { A: 3, B: 2, C: 6 } },
  // F1 0 and F2 exactly 0.5, F3 exactly 1, N1 bought in 7 of its months.
  { scheme: 'xyz', name: 'a variation of exactly 0.5 is Y, of 1 is Z', tiers: { X: 1, Y: 1, Z: 8, short: 1, none: 0 } },
  { scheme: 'xyz', name: 'X below 0.51', set: [['xyz.cut_x', 0.51]], tiers: { X: 2, Y: 0, Z: 8, short: 1, none: 0 } },
  // By breadth alone: 4, 3, 2, 2 and seven times 1 category; two categories have the percentile rank 72.7.
  { scheme: 'key_potential', name: 'potential by number of categories', set: only('key_potential.weights', 7, 4), tiers: { key: 5, potential: 2, ordinary: 4 } },
  // By amount alone: percentile ranks 4.5, 13.6 … 95.5.
  { scheme: 'value_levels', name: 'score by amount', set: only('value_levels.weights', 3, 2), tiers: { high: 3, mid: 4, low: 4 } },
  { scheme: 'value_levels', name: 'cumulative share', set: [['value_levels.by', 'share']], tiers: { high: 5, mid: 3, low: 3 } },
  { scheme: 'value_levels', name: 'share of customers', set: [['value_levels.by', 'quantile']], tiers: { high: 3, mid: 3, low: 5 } },
  { scheme: 'value_levels', name: 'fixed amounts, exactly 900 and 300', set: [['value_levels.by', 'amounts'], ['value_levels.amounts.1', 900], ['value_levels.amounts.2', 300]], tiers: { high: 3, mid: 4, low: 4 } },
  { scheme: 'distributor', name: 'agents, 2 of 6 franchisees, exactly 10 % twice', tiers: { A: 3, B: 1, C: 7 } },
  { scheme: 'distributor', name: '1.2 franchisees are 1', set: [['distributor.rounding', 'down']], tiers: { A: 2, B: 1, C: 8 } },
  // D1 grows; D2, N1 cooperate and are loyal.
  { scheme: 'distributor', name: 'any of the three', set: [['distributor.need', 'any']], tiers: { A: 2, B: 3, C: 6 } },
  { scheme: 'distributor', name: 'more than 10 %', set: [['distributor.need', 'all'], ['distributor.growth', 10.01]], tiers: { A: 2, B: 0, C: 9 } },
  // By amount alone; the sixth of eleven has exactly 50.
  { scheme: 'key_account', name: 'score by amount, exactly 50', set: [...only('key_account.weights', 4, 1), ...only('key_account.value_weights', 3, 1)], tiers: { key: 3, major: 3, ordinary: 5 } },
  { scheme: 'key_account', name: 'best shares of the score', set: [['key_account.by', 'share']], tiers: { key: 3, major: 3, ordinary: 5 } },
  { scheme: 'rfm', name: 'own limits 30/90/180/365 days and 1/2/4/9 orders', set: [['rfm.r_cuts.1', 30], ['rfm.bins', 'own']], tiers: { champions: 2, loyal: 1, potential_loyalist: 1, new: 0, promising: 0, need_attention: 3, about_to_sleep: 0, cant_lose: 0, at_risk: 3, hibernating: 1, unscored: 0 } },
  // N1 has been silent for 199 days; F4, F5 and D3 longer.
  { scheme: 'lifecycle', name: 'exactly at the silence rule', set: [['silence_days', 199]], tiers: { loyal: 3, regular: 4, one_time: 1, prospect: 0, lost: 3, unknown: 0 } },
  { scheme: 'lifecycle', name: 'one day beyond it', set: [['silence_days', 198]], tiers: { loyal: 3, regular: 4, one_time: 0, prospect: 0, lost: 4, unknown: 0 } },
  { scheme: 'lifecycle', name: 'who ordered once is not lost', set: [['lifecycle.one_time', 'one_time']], tiers: { loyal: 3, regular: 4, one_time: 1, prospect: 0, lost: 3, unknown: 0 } },
  // 70 % is high, 69 % is not; 30 % is medium, 29 % with "unlikely" is low; satisfaction 2 is low by itself.
  { scheme: 'loyalty', name: 'edges of the three answers', tiers: { high: 2, mid: 2, low: 2, unknown: 5 } },
  { scheme: 'membership', name: 'member levels', tiers: { vip: 2, member: 2, walkin: 7 } },
  // A contact on day 30 is a follow-up, on day 40 it is not.
  { scheme: 'relationship', name: 'contact log', tiers: { partner: 1, proactive: 1, accountable: 2, reactive: 2, basic: 5, unknown: 0 } },
  { scheme: 'relationship', name: 'follow-ups within 40 days', set: [['relationship.days', 40]], tiers: { partner: 1, proactive: 1, accountable: 3, reactive: 1, basic: 5, unknown: 0 } },
  // Margins of exactly 40 and 20 %.
  { scheme: 'relationship_wanted', name: 'number by margin', set: [['relationship_wanted.margins', 'own']], tiers: { partner: 2, proactive: 2, accountable: 4, reactive: 2, basic: 1, unknown: 0 } },
]; // prettier-ignore

describe('every preset, picked by its name', () => {
  /** Figures after each of the changes. */
  const trail: Figures[] = [];

  it('is offered, the tiers of the curve first', async () => {
    trail.push(await app.figures());
    const offered = await app.control('scheme').locator('option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value)); // prettier-ignore
    expect(offered[0]).toBe('abc');
    expect(new Set(offered)).toEqual(new Set(cases.map(({ scheme }) => scheme)));
    await openRules(app);
  });

  it.each(cases)('$scheme: $name', async ({ scheme, set = [], tiers }) => {
    const same = (await app.control('scheme').inputValue()) === scheme;
    for (const [setting, value] of [...(same ? [] : [['scheme', scheme] as const]), ...set]) {
      await app.set(setting, value);
      trail.push(await app.figures());
    }
    const f = await app.figures();
    expect(sizes(f)).toEqual(tiers);
    // Every customer is placed once, and the parts are the whole.
    const values = Object.keys(tiers).map((tier) => f[`tiers.${tier}.value`] ?? 0);
    expect(values.reduce((a, b) => a + b, 0)).toBeCloseTo(6241.99, 8);
    const rows = app.page.locator('[data-lens=tiers] tbody tr').filter({ has: app.page.locator('[data-metric$=".customers"]') }); // prettier-ignore
    expect(await rows.count()).toBe(Object.keys(tiers).length);
  });

  it('goes back and forth, figure by figure', async () => {
    const last = trail.length - 1;
    for (const act of ['undo', 'redo'] as const)
      for (let step = 1; step <= 6; step++) {
        await app.hook(act).click();
        await app.ready();
        expect(await app.figures()).toEqual(trail[act === 'undo' ? last - step : last - 6 + step]);
      }
  });
});

describe('a link', () => {
  it('carries the scheme in force and its settings, and neither texts nor tiers set by hand', async () => {
    await app.set('scheme', 'distributor');
    await app.set('distributor.agents', 'agent, dealer');
    await app.hook('scheme-why').click();
    await app.hook('why-search').fill('AG');
    await app.hook('scheme-why-panel').locator('.found button').click();
    expect(await app.hook('why-tier').innerText()).toMatch(/agent/);
    await app.hook('override-set').click();
    expect(await app.hook('override-reason').getAttribute('aria-invalid'), 'a reason is needed').toBe('true');
    const before = await app.figures();
    await app.hook('override-tier').selectOption('C');
    await app.hook('override-reason').fill('pays late since spring');
    await app.hook('override-set').click();
    await app.ready();
    const after = await app.figures();
    expect(after['tiers.C.customers']).toBe(before['tiers.C.customers']! + 1);
    expect(after['tiers.A.customers']).toBe(before['tiers.A.customers']! - 1);
    expect(await app.hook('why-tier').innerText()).toMatch(/pays late since spring/);
    expect(await app.page.locator('[data-lens=tiers] .remarks').innerText()).toMatch(/by hand/);

    const url = await app.hook('share-link').inputValue();
    const said = new URLSearchParams(new URL(url).hash.slice(1));
    expect(said.get('scheme')).toBe('distributor');
    expect(said.get('distributor.rounding')).toBe('down');
    for (const private_ of ['agent', 'dealer', 'AG', 'pays'])
      expect(decodeURIComponent(url)).not.toMatch(new RegExp(`\\b${private_}\\b`));

    await app.hook('undo').click();
    await app.ready();
    expect(await app.figures()).toEqual(before);

    const other = await site.open({ url });
    try {
      await other.load(partners);
      expect(await other.control('scheme').inputValue()).toBe('distributor');
      // The texts stayed at home: dealers are no agents there.
      expect((await other.figures())['tiers.A.customers']).toBe(2);
      expect(await other.figures()).toMatchObject({ 'pareto.value': 6241.99 });
      expect(other.errors).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe('rules of my own, by keyboard only', () => {
  const press = (key: string): Promise<void> => app.page.keyboard.press(key);
  const rule = (at: number) => app.page.locator(`[data-testid=rule][data-at="${at}"]`);
  const focusedAct = (): Promise<(string | undefined)[]> =>
    app.page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      return [element.closest<HTMLElement>('[data-testid=rule]')?.dataset.at, element.dataset.act];
    });
  /** Goes on by Tab until the focus is where the test says. */
  const tabTo = async (selector: string, most = 60): Promise<void> => {
    for (let i = 0; i < most; i++) {
      await press('Tab');
      if (await app.page.evaluate((s) => document.activeElement!.matches(s), selector)) return;
    }
    throw new Error(`${selector} was not reached by Tab`);
  };
  let before: Figures;
  let saved: string;

  it('are made from a preset, added to, moved, seen before they act, and applied as one step', async () => {
    await app.set('scheme', 'abc_count');
    await openRules(app);
    await app.set('abc_count.rounding', 'up');
    await app.hook('scheme-rules').focus();
    await tabTo('[data-testid=scheme-own]');
    await press('Enter');
    await app.ready();
    before = await app.figures();
    expect(sizes(before)).toEqual({ A: 3, B: 3, C: 5 });

    await app.hook('scheme-rules').focus();
    await tabTo('[data-testid=rule-add]');
    await press('Enter');
    // The best 10 by value: whoever A and B have left of them.
    await expect.poll(() => rule(2).locator('.effect').innerText()).toMatch(/^4 customers/);
    await app.hook('scheme-name').focus();
    await tabTo('[data-at="2"] [data-act=up]');
    await press('Enter');
    expect(await focusedAct(), 'the rule keeps the focus').toEqual(['1', 'up']);
    await press('Enter');
    expect(await focusedAct()).toEqual(['0', 'up']);
    await expect.poll(() => rule(0).locator('.effect').innerText()).toMatch(/^10 customers/);
    await expect.poll(() => app.hook('scheme-findings').innerText()).toMatch(/A/);
    await tabTo('[data-at="0"] [data-field=count]');
    // What a field reached by Tab holds is marked, so typing replaces it.
    await app.page.keyboard.type('1');
    await press('Enter');
    expect(await rule(0).locator('[data-field=count]').inputValue()).toBe('1');
    await expect.poll(() => rule(0).locator('.effect').innerText()).toMatch(/^1 customer\b/);
    await expect.poll(() => rule(1).locator('.effect').innerText()).toMatch(/^2 customers/);
    expect(await app.figures(), 'nothing has happened yet').toEqual(before);
    await tabTo('[data-testid=scheme-apply]');
    await press('Enter');
    await app.ready();
    const after = await app.figures();
    expect(sizes(after)).toEqual({ t1: 1, A: 2, B: 3, C: 5 });
    await app.hook('undo').click();
    await app.ready();
    expect(await app.figures()).toEqual(before);
    await app.hook('redo').click();
    await app.ready();
    expect(await app.figures()).toEqual(after);
  });

  it('are saved as a file and taken over in a fresh page', async () => {
    const { name, text } = await app.download(() => app.hook('scheme-export').press('Enter'));
    expect(name).toMatch(/\.json$/);
    saved = text;
    const fresh = await site.open();
    try {
      await fresh.load(partners);
      await fresh.set('measure', 'amount');
      await openRules(fresh);
      await fresh.hook('scheme-file').setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('{"a":') }); // prettier-ignore
      await fresh.page.locator('[data-testid=scheme-editor] [role=alert]').waitFor();
      await fresh.hook('scheme-file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(saved) }); // prettier-ignore
      await expect.poll(async () => sizes(await fresh.figures())).toEqual({ t1: 1, A: 2, B: 3, C: 5 });
      await fresh.hook('undo').click();
      await fresh.ready();
      expect(sizes(await fresh.figures())).toEqual({ A: 5, B: 3, C: 3 });
      expect(fresh.errors).toEqual([]);
    } finally {
      await fresh.close();
    }
  });

  it('say why a customer is in a tier and why not in the one above', async () => {
    const panel = app.hook('scheme-why');
    if ((await panel.getAttribute('aria-expanded')) === 'false') await panel.click();
    await app.hook('why-search').fill('F4');
    await app.hook('scheme-why-panel').locator('.found button').first().click();
    const why = app.hook('why-tier');
    // Fourth of eleven: in B (the best half), not in A, whose 3 places end at 900.
    expect(await why.getAttribute('data-tier')).toBe('B');
    expect(await why.locator('dt').count()).toBe(2);
    const words = await why.innerText();
    expect(words).toMatch(/\b600\b/);
    expect(words).toMatch(/\b900\b/);
    expect(words).not.toMatch(/NaN|undefined|null/);
  });

  it('can be deleted, and the curve is the scheme again', async () => {
    await openRules(app);
    await app.hook('scheme-delete').press('Enter');
    await app.ready();
    expect(await app.control('scheme').inputValue()).toBe('abc');
    await app.hook('undo').click();
    await app.ready();
    expect(Object.keys(sizes(await app.figures()))).toEqual(['t1', 'A', 'B', 'C']);
  });
});
