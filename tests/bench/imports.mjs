import { inFreshBrowser, mostWork, patience, state } from './chromium.mjs';
import { acceptWhenAsked } from './watch.mjs';

/** The last statement of the engine's start. */
const lastOfStart = 'SET lock_configuration=true';

/**
 * Drops a file on the built site, accepts the guessed columns at once and waits until every cell is painted.
 * Milliseconds: `total` from the drop to `ready`; of it `reading` (first look, guess), `accepting` (until the button
 * is there), `importing` (counting, loading, checking) and `cells` (rollup, results, charts).
 *
 * @param {boolean} warm with the engine started before; else the file is dropped as soon as the page listens
 */
export const dropToReady = (product, url, file, warm) =>
  inFreshBrowser(product, `${url}?lang=en`, async ({ page, peak, threads }) => {
    await state(page, 'empty');
    if (warm)
      await page.waitForFunction(
        (last) => window.bench.statements.some(({ sql, began, ended }) => sql === last && ended > began),
        lastOfStart,
      );
    await page.evaluate(acceptWhenAsked);
    const before = await threads();
    await page.setInputFiles('[data-testid=file-input]', file);
    await state(page, 'ready');
    const { dropped, states, statements } = await page.evaluate(() => window.bench);
    const { figures } = await page.evaluate(() => window.vitalFew.figures());
    const at = (wanted) => states.find(({ state, at }) => state === wanted && at >= dropped).at;
    return {
      total: at('ready') - dropped,
      reading: at('mapping') - dropped,
      accepting: at('importing') - at('mapping'),
      importing: at('busy') - at('importing'),
      cells: at('ready') - at('busy'),
      statements: statements
        .filter(({ began }) => began >= dropped)
        .map(({ sql, began, ended }) => ({ ms: ended - began, at: began - dropped, sql: sql.slice(0, 90) })),
      memory: await peak(),
      engineWork: mostWork(before, await threads()),
      answer: { customers: figures['overview.customers'], total: figures['overview.value'] },
    };
  });

/**
 * One of the peers of page/ on a file, or the product's engine without the site around it.
 *
 * @param {'asDocumented' | 'byHand' | 'byHandRollup' | 'arquero' | 'engine'} peer
 * @returns what the peer returns and its memory, or `failed` with the reason
 */
export const peer = (product, url, file, peer) =>
  inFreshBrowser(product, url, async ({ page, peak }) => {
    await page.setInputFiles('input[type=file]', file);
    const late = new Promise((_, reject) =>
      setTimeout(() => reject(new Error(`nothing after ${patience / 1000} s`)), patience).unref(),
    );
    const result = await Promise.race([page.evaluate((name) => window.peers[name](), peer), late]);
    return { ...result, memory: await peak() };
  }).catch((error) => ({ failed: String(error.message).split('\n')[0] }));
