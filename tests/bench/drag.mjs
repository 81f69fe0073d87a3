import { inFreshBrowser, state } from './chromium.mjs';
import { acceptWhenAsked } from './watch.mjs';

const moves = 60;
const frameMs = 1000 / 60;

/**
 * Runs in the page. For every pointer move that reaches it: milliseconds from the move to the end of the frame that
 * shows it (`latency`), what the page worked in between (`work`), and what handle and tier table said then. A message
 * that is posted in an animation frame arrives when that frame's style, layout and paint are over.
 */
function recordMoves() {
  const record = { moves: [], tasks: [], began: performance.now(), ended: null };
  window.bench.drag = record;
  const { port1, port2 } = new MessageChannel();
  const waiting = [];
  port1.onmessage = () => {
    const now = performance.now();
    const handle = document.querySelector('[data-testid=pareto-handle]')?.getAttribute('aria-valuenow');
    const tier = document.querySelector('[data-metric="tiers.A.customers"]')?.getAttribute('data-value');
    for (const { stamp, began } of waiting.splice(0))
      record.moves.push({ latency: now - stamp, work: now - began, handle, tier });
  };
  const moved = (event) => {
    const sample = { stamp: event.timeStamp, began: performance.now() };
    requestAnimationFrame(() => {
      waiting.push(sample);
      port2.postMessage(null);
    });
  };
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) record.tasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  addEventListener('pointermove', moved, true);
  addEventListener(
    'pointerup',
    () => {
      record.ended = performance.now();
      removeEventListener('pointermove', moved, true);
      setTimeout(() => observer.disconnect(), 100);
    },
    { capture: true, once: true },
  );
}

/** Moves the pressed pointer far over the plot and most of the way back: 60 moves in a second, not waiting for the page. */
async function sweep(session, { x, y }, reach) {
  const sent = [];
  const start = performance.now();
  for (let i = 1; i <= moves; i++) {
    const part = Math.sin((i / moves) * 0.9 * Math.PI);
    const event = { type: 'mouseMoved', x: x + reach * part, y, button: 'left', buttons: 1 };
    sent.push(session.send('Input.dispatchMouseEvent', event));
    await new Promise((next) => setTimeout(next, Math.max(0, start + i * frameMs - performance.now())));
  }
  await Promise.all(sent);
}

/**
 * Drops a file and drags the Pareto handle over the plot, several times. `profile` is given each sweep to run.
 *
 * @param {(session: import('playwright-core').CDPSession, work: () => Promise<void>) => Promise<void>} [profile]
 * @returns {Promise<{ latencies: number[], works: number[], longestTask: number, messages: number, followed: number,
 *   settled: number[] }>} milliseconds; `longestTask` 0 = none of 50 ms or more; `followed` = different states of the
 *   tier table seen; `settled` = from release to `ready`
 */
export const drag = (product, url, file, times, profile = (_session, work) => work()) =>
  inFreshBrowser(product, `${url}?lang=en`, async ({ page }) => {
    await state(page, 'empty');
    await page.evaluate(acceptWhenAsked);
    await page.setInputFiles('[data-testid=file-input]', file);
    await state(page, 'ready');
    const handle = page.locator('[data-testid=pareto-handle]');
    await handle.scrollIntoViewIfNeeded();
    const session = await page.context().newCDPSession(page);
    const drags = [];
    for (let i = 0; i < times; i++) {
      await page.waitForTimeout(500);
      const knob = await handle.boundingBox();
      const plot = await handle.locator('..').boundingBox();
      const from = { x: knob.x + knob.width / 2, y: knob.y + knob.height / 2 };
      await page.mouse.move(from.x, from.y);
      await page.evaluate(recordMoves);
      await page.mouse.down();
      const goal = plot.x + plot.width * (from.x < plot.x + plot.width / 2 ? 0.7 : 0.1);
      await profile(session, () => sweep(session, from, goal - from.x));
      await page.mouse.up();
      await state(page, 'ready');
      await page.waitForTimeout(200);
      drags.push(await page.evaluate(() => window.bench));
    }
    const { messages, states } = drags.at(-1);
    const within = ({ at }, { drag: { began, ended } }) => at >= began && at < ended;
    return {
      latencies: drags.flatMap(({ drag }) => drag.moves.map(({ latency }) => latency)),
      works: drags.flatMap(({ drag }) => drag.moves.map(({ work }) => work)),
      longestTask: Math.max(0, ...drags.flatMap(({ drag }) => drag.tasks)),
      messages: messages.filter((message) => drags.some((each) => within(message, each))).length,
      followed: new Set(drags.flatMap(({ drag }) => drag.moves.map(({ tier }) => tier))).size,
      settled: drags.map(
        ({ drag: { ended } }) => (states.find(({ state, at }) => state === 'ready' && at >= ended)?.at ?? NaN) - ended,
      ),
    };
  });
