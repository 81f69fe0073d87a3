import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appSite, sheet, type App, type Figures } from './site.ts';

const site = appSite();
let app: App;
beforeAll(async () => {
  app = await site.open({
    query: '?sample=tea',
    init: () => {
      let posts = 0;
      const post = Worker.prototype.postMessage as (...args: unknown[]) => void;
      Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
        posts++;
        post.apply(this, args);
      };
      Object.defineProperty(window, 'posts', { get: () => posts });
    },
  });
  await app.ready();
});
afterAll(async () => {
  expect(app.errors).toEqual([]);
  await app.close();
});

const posts = (): Promise<number> => app.page.evaluate(() => (window as unknown as { posts: number }).posts);
const handle = () => app.hook('pareto-handle');
const value = async (): Promise<number> => Number(await handle().getAttribute('aria-valuenow'));

/** What stands on the page at this moment, without waiting. */
const shown = (name: string): Promise<number> =>
  app.page
    .locator(`[data-metric="${name}"]`)
    .first()
    .evaluate((element) => Number(element.getAttribute('data-value')));

/** Tiers of the customers that the list shows first, in order. */
const listed = (): Promise<string[]> =>
  app.page
    .locator('[data-lens=customers] tbody tr')
    .evaluateAll((rows) => rows.map((row) => row.children[3]?.textContent?.trim() ?? ''));

async function undoAll(): Promise<void> {
  while (await app.hook('undo').isEnabled()) {
    await app.hook('undo').click();
    await app.ready();
  }
}

/** Where a point of the plot lies on the screen; x and y from 0 to 1, from the left and from the bottom. */
async function point(x: number, y: number): Promise<[number, number]> {
  await handle().scrollIntoViewIfNeeded();
  const box = (await handle().locator('xpath=..').boundingBox())!;
  return [box.x + x * box.width, box.y + (1 - y) * box.height];
}

describe('the Pareto handle', () => {
  beforeEach(undoAll);

  it('is a slider with a name and a value in words, in both languages (K4)', async () => {
    expect(await app.page.locator('[role=slider][data-testid=pareto-handle]').count()).toBe(1);
    expect(await handle().getAttribute('aria-label')).toBeTruthy();
    expect(Number(await handle().getAttribute('aria-valuemin'))).toBeLessThanOrEqual(1);
    expect(await handle().getAttribute('aria-valuemax')).toBe('100');
    expect(await value()).toBe(80);
    expect(await handle().getAttribute('aria-valuetext')).toBe('80%: 252 customers, 21.8%');
    await app.hook('language').click();
    await app.ready();
    expect(await handle().getAttribute('aria-valuetext')).toMatch(/80%.*252.*21\.8%/);
    expect(await handle().getAttribute('aria-valuetext')).not.toMatch(/customers/);
    await app.hook('language').click();
    await app.ready();
  });

  it('moves by arrows, with Shift by a tenth, by pages, and to both ends', async () => {
    await handle().focus();
    for (const [key, to] of [
      ['ArrowRight', 81],
      ['ArrowUp', 82],
      ['ArrowLeft', 81],
      ['ArrowDown', 80],
      ['Shift+ArrowRight', 80.1],
      ['Shift+ArrowLeft', 80],
      ['PageUp', 85],
      ['PageDown', 80],
      ['Home', Number(await handle().getAttribute('aria-valuemin'))],
      ['End', 100],
    ] as const) {
      await handle().press(key);
      await app.ready();
      expect(await value(), key).toBe(to);
      expect((await app.figures())['pareto.cut_share']).toBeCloseTo(to / 100, 10);
    }
    expect(await app.page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe(
      'pareto-handle',
    );
  });

  it('re-tiers tiers, matrix and list while it is dragged, without a query, as one step', async () => {
    const before = await app.figures();
    await app.page.locator('[data-lens=customers] th button.sort').first().scrollIntoViewIfNeeded();
    const from = await point(before['pareto.cut_customers']! / before['pareto.customers']!, 0.8);
    const to = await point(0.02, 0.3);
    await app.page.mouse.move(...from);
    await app.page.mouse.down();
    const asked = await posts();
    const seen: { a: number; matrix: number; list: number }[] = [];
    for (let step = 1; step <= 10; step++) {
      await app.page.mouse.move(
        from[0] + ((to[0] - from[0]) * step) / 10,
        from[1] + ((to[1] - from[1]) * step) / 10,
      );
      await app.page.evaluate(() => new Promise(requestAnimationFrame));
      await app.page.evaluate(() => new Promise(requestAnimationFrame));
      seen.push({
        a: await shown('tiers.A.customers'),
        matrix:
          (await shown('matrix.high_high.customers')) +
          (await shown('matrix.high_mid.customers')) +
          (await shown('matrix.high_low.customers')),
        list: (await listed()).filter((tier) => tier === 'A').length,
      });
      expect(await app.state(), 'a drag does not make the page busy').toBe('ready');
    }
    expect(await posts(), 'messages to workers while dragging').toBe(asked);
    expect(new Set(seen.map((s) => s.a)).size).toBeGreaterThan(5);
    for (const s of seen) expect(s.matrix, 'value level high is tier A').toBe(s.a);
    expect(seen.at(-1)!.a).toBeLessThan(50);
    expect(seen.at(-1)!.list, 'the list of 50').toBe(seen.at(-1)!.a);
    // Figures speak of the notebook, which a drag has not changed yet.
    expect((await app.figures())['tiers.A.customers']).toBe(before['tiers.A.customers']);
    await app.page.mouse.up();
    await app.ready();
    const after = await app.figures();
    expect(after['tiers.A.customers']).toBe(seen.at(-1)!.a);
    await app.hook('undo').click();
    await app.ready();
    expect(await app.figures()).toEqual(before);
    expect(await app.hook('undo').isEnabled()).toBe(false);
    await app.hook('redo').click();
    await app.ready();
    expect(await app.figures()).toEqual(after);
  });

  it('goes back on Escape in the middle of a drag', async () => {
    const before = await app.figures();
    await app.page.mouse.move(...(await point(0.218, 0.8)));
    await app.page.mouse.down();
    await app.page.mouse.move(...(await point(0.05, 0.5)), { steps: 4 });
    await expect.poll(() => value()).toBeLessThan(70);
    await app.page.keyboard.press('Escape');
    await expect.poll(() => value()).toBe(80);
    await app.page.mouse.up();
    await app.ready();
    expect(await app.figures()).toEqual(before);
    expect(await app.hook('undo').isEnabled()).toBe(false);
  });

  it('moves by a click on the curve and by a typed number', async () => {
    await app.page.mouse.click(...(await point(0.4, 0.5)));
    await app.ready();
    const f = await app.figures();
    expect(f['pareto.cut_customers']! / f['pareto.customers']!).toBeCloseTo(0.4, 1);
    await app.set('tier_cut_1', 62.5);
    expect(await value()).toBe(62.5);
    expect((await app.figures())['pareto.cut_share']).toBe(0.625);
    await app.hook('undo').click();
    await app.hook('undo').click();
    await app.ready();
    expect(await app.hook('undo').isEnabled()).toBe(false);
    expect(await value()).toBe(80);
  });
});

describe('undo and redo', () => {
  beforeEach(undoAll);

  it('take every kind of change back and forth, figure by figure', async () => {
    const collapse = (): Promise<void> =>
      app.page.locator('[data-cell=tiers] button[aria-expanded]').first().click();
    const changes: readonly (readonly [string, () => Promise<void>])[] = [
      ['nonpositive', () => app.set('nonpositive', 'zero')],
      ['returns', () => app.set('returns', 'ignore')],
      ['measure', () => app.set('measure', 'quantity')],
      ['walkin', () => app.set('walkin', 'one')],
      ['duplicates', () => app.set('duplicates', 'drop')],
      ['period', () => app.set('period_from', '2024-07-01')],
      ['as of', () => app.set('as_of', '2025-10-01')],
      ['first cut', () => app.set('tier_cut_1', 70)],
      ['second cut', () => app.set('tier_cut_2', 90)],
      ['crossing', () => app.set('crossing', 'worse')],
      ['silence', () => app.set('silence_days', 120)],
      ['window', () => app.set('backtest_window', 100)],
      ['back-test date', () => app.set('backtest_cut', '2025-03-31')],
      ['collapse', collapse],
    ];
    const trail: Figures[] = [await app.figures()];
    for (const [, change] of changes) {
      await change();
      await app.ready();
      trail.push(await app.figures());
    }
    // Each change changed some figure (but duplicates: the sample has none, and as-of may move silence only).
    const quiet = changes
      .filter((_, i) => JSON.stringify(trail[i]) === JSON.stringify(trail[i + 1]))
      .map(([name]) => name);
    expect(quiet.filter((name) => !['duplicates', 'window'].includes(name))).toEqual([]);
    for (let i = changes.length - 1; i >= 0; i--) {
      if (i % 2) await app.hook('undo').click();
      else await app.page.locator('#main').press('Control+z');
      await app.ready();
      expect(await app.figures(), `undo ${changes[i]![0]}`).toEqual(trail[i]);
    }
    expect(await app.hook('undo').isEnabled()).toBe(false);
    for (let i = 0; i < changes.length; i++) {
      if (i % 2) await app.hook('redo').click();
      else await app.page.locator('#main').press('Control+Shift+Z');
      await app.ready();
      expect(await app.figures(), `redo ${changes[i]![0]}`).toEqual(trail[i + 1]);
    }
  });

  it('take a corrected import and another potential back and forth', async () => {
    const rows = Array.from(
      { length: 24 },
      (_, i) =>
        `C${i % 8},2024-${String(1 + (i % 12)).padStart(2, '0')}-03,${i + 1},${(i % 8) * 3},${100 - i}`,
    );
    const loaded = await app.load(
      sheet('pot.csv', ['customer id,order date,amount,potential,other', ...rows].join('\n')),
      {
        roles: { potential: 'potential', other: 'ignore' },
      },
    );
    await app.set('potential', 'growth');
    const growth = await app.figures();
    expect(growth).not.toEqual(loaded);
    await app.hook('edit-import').click();
    await app.until('mapping');
    await app.page.locator('[data-testid=role][data-column=other]').selectOption('amount');
    await app.accept();
    const corrected = await app.figures();
    expect(corrected['overview.value']).toBe(24 * 100 - (23 * 24) / 2);
    await app.hook('undo').click();
    await app.ready();
    expect(await app.figures()).toEqual(growth);
    await app.hook('undo').click();
    await app.ready();
    expect(await app.figures()).toEqual(loaded);
    await app.hook('redo').click();
    await app.ready();
    await app.hook('redo').click();
    await app.ready();
    expect(await app.figures()).toEqual(corrected);
  });
});
