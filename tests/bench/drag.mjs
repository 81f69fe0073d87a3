import { inFreshBrowser, state } from './chromium.mjs';
import { acceptWhenAsked } from './watch.mjs';

const moves = 60;
const frameMs = 1000 / 60;

/**
 * Runs in the page. For every pointer move that reaches it: milliseconds from the move to the end of the frame that
 * shows it (`latency`), of it those since the page heard of the move (`work`), and what handle and tier table said
 * then. A message posted in an animation frame arrives when style, layout and paint of that frame are over; a browser
 * that is late puts the next frame before the message, and then that one's beginning is the end.
 */
function recordMoves() {
  const record = { moves: [], tasks: [], began: performance.now(), ended: null };
  window.bench.drag = record;
  const { port1, port2 } = new MessageChannel();
  let waiting = [];
  const finish = (isOver) => {
    const now = performance.now();
    const handle = document.querySelector('[data-testid=pareto-handle]')?.getAttribute('aria-valuenow');
    const tier = document.querySelector('[data-metric="tiers.A.customers"]')?.getAttribute('data-value');
    for (const { stamp, began } of waiting.filter(isOver))
      record.moves.push({ latency: now - stamp, work: now - began, handle, tier });
    waiting = waiting.filter((move) => !isOver(move));
  };
  port1.onmessage = () => finish(() => true);
  const moved = (event) => {
    const move = { stamp: event.timeStamp, began: performance.now() };
    requestAnimationFrame((frame) => {
      finish((earlier) => earlier.frame !== frame);
      waiting.push({ ...move, frame });
      port2.postMessage(null);
    });
  };
  const observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) record.tasks.push({ startTime, duration });
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

/**
 * Presses, moves the pointer far over the plot and most of the way back, and lets go: 60 moves in a second, sent
 * without waiting for the page.
 */
async function sweep(session, { x, y }, reach) {
  const tell = (type, at) =>
    session.send('Input.dispatchMouseEvent', { type, x: at, y, button: 'left', buttons: 1, clickCount: 1 });
  const placeOf = (i) => x + reach * Math.sin((i / moves) * 0.9 * Math.PI);
  await tell('mousePressed', x);
  const sent = [];
  const start = performance.now();
  for (let i = 1; i <= moves; i++) {
    sent.push(tell('mouseMoved', placeOf(i)));
    await new Promise((next) => setTimeout(next, Math.max(0, start + i * frameMs - performance.now())));
  }
  await Promise.all(sent);
  await tell('mouseReleased', placeOf(moves));
}

/** Milliseconds of the longest task that counts; 0 = none of 50 ms or more, which is what browsers tell of. */
const longest = (drags, counts) =>
  Math.max(
    0,
    ...drags.flatMap(({ drag: { tasks, ended } }) =>
      tasks.filter((task) => counts(task, ended)).map(({ duration }) => duration),
    ),
  );

/**
 * Drops a file and drags the Pareto handle over the plot, several times. `profile` is given each sweep to run.
 *
 * @param {(session: import('playwright-core').CDPSession, work: () => Promise<void>) => Promise<void>} [profile]
 * @returns {Promise<{ latencies: number[], works: number[], longestTask: number, releaseTask: number, messages: number,
 *   followed: number, settled: number[] }>} milliseconds; `followed` = different states of the tier table seen; `settled`
 *   = from release to `ready`, `releaseTask` = the longest task in it
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
      const goal = plot.x + plot.width * (from.x < plot.x + plot.width / 2 ? 0.7 : 0.1);
      await profile(session, () => sweep(session, from, goal - from.x));
      await state(page, 'ready');
      await page.waitForTimeout(200);
      drags.push(await page.evaluate(() => window.bench));
    }
    const { messages, states } = drags.at(-1);
    const within = ({ at }, { drag: { began, ended } }) => at >= began && at < ended;
    return {
      latencies: drags.flatMap(({ drag }) => drag.moves.map(({ latency }) => latency)),
      works: drags.flatMap(({ drag }) => drag.moves.map(({ work }) => work)),
      longestTask: longest(drags, ({ startTime, duration }, ended) => startTime + duration <= ended),
      releaseTask: longest(drags, ({ startTime, duration }, ended) => startTime + duration > ended),
      messages: messages.filter((message) => drags.some((each) => within(message, each))).length,
      followed: new Set(drags.flatMap(({ drag }) => drag.moves.map(({ tier }) => tier))).size,
      settled: drags.map(
        ({ drag: { ended } }) =>
          (states.find(({ state, at }) => state === 'ready' && at >= ended)?.at ?? NaN) - ended,
      ),
    };
  });
