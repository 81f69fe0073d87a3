import { inFreshBrowser, state } from './chromium.mjs';
import { quantile } from './report.mjs';
import { acceptWhenAsked } from './watch.mjs';

/**
 * Runs in the page. `window.measureAct(cell, act)` does something and resolves with milliseconds from then to the end of
 * the first frame in which the numbers of a cell are others (`shown`), and to the end of the first frame in which the
 * page is ready again (`ready`), and the longest task meanwhile. A message posted in an animation frame arrives when
 * its style, layout and paint are over.
 */
function installMeasure() {
  const numbers = (selector) => {
    const metrics = [...document.querySelectorAll(`${selector} [data-metric]`)].map(
      ({ dataset }) => `${dataset.metric}=${dataset.value}`,
    );
    return metrics.length > 0 ? metrics.join(';') : document.querySelector(selector)?.textContent;
  };
  const frame = () =>
    new Promise((shown) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => shown(performance.now());
        port2.postMessage(null);
      }),
    );
  window.measureAct = async (selector, act, limit = 60_000) => {
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
    observer.observe({ type: 'longtask' });
    const before = numbers(selector);
    const began = performance.now();
    act();
    const result = { shown: null, ready: null };
    while (result.ready === null && performance.now() - began < limit) {
      const now = await frame();
      const { state } = document.documentElement.dataset;
      if (state === 'error') throw new Error(document.querySelector('[data-testid=error]')?.textContent);
      if (result.shown === null && numbers(selector) !== before) result.shown = now - began;
      if (result.shown !== null && state === 'ready') result.ready = now - began;
    }
    // Long tasks are told of a little later.
    await new Promise((later) => setTimeout(later, 100));
    observer.disconnect();
    if (result.ready === null) throw new Error(`nothing changed in ${selector}`);
    const inside = tasks.filter(({ startTime, duration }) => startTime + duration > began && startTime - began < result.ready); // prettier-ignore
    return { ...result, longest: Math.max(0, ...inside.map(({ duration }) => duration)) };
  };
  window.setControl = (selector, value) => {
    const control = document.querySelector(selector);
    if (!control) throw new Error(`there is no ${selector}`);
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  };
}

const setting = (id) => `[data-setting="${id}"]`;
const tiers = '[data-cell=tiers]';

/**
 * Measures something done in the page: what `measureAct` says, and `work`, milliseconds of processor time of the page's
 * own thread, which depends little on what else the machine does.
 */
async function measured(page, run, argument) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  await page.waitForTimeout(300);
  const before = await worked();
  const result = await page.evaluate(run, argument);
  const work = (await worked()) - before;
  await session.detach();
  return { ...result, work };
}

/** Sets a control to one value and then another, in turn, and measures each. */
async function alternate(page, { cell, control, values, times }) {
  const runs = [];
  for (let i = 0; i < times; i++) {
    runs.push(
      await measured(
        page,
        ([where, selector, value]) => window.measureAct(where, () => window.setControl(selector, value)),
        [cell, control, values[i % values.length]],
      ),
    );
  }
  return runs;
}

async function press(page, cell, button) {
  return measured(
    page,
    ([where, selector]) => window.measureAct(where, () => document.querySelector(selector).click()),
    [cell, button],
  );
}

async function activate(page, scheme) {
  const run = await alternate(page, { cell: tiers, control: setting('scheme'), values: [scheme], times: 1 });
  return run[0];
}

/** Opens the editor below the tiers. */
async function openRules(page) {
  if (!(await page.locator('[data-testid=scheme-editor]').count()))
    await page.click('[data-testid=scheme-rules]');
  await page.waitForSelector('[data-testid=scheme-editor]');
}

/** Moves a handle 60 times within a second; milliseconds from each move that the page hears of to its painted frame. */
async function dragHandle(page, handle, reach) {
  await handle.scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  const box = await handle.boundingBox();
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.evaluate(() => {
    const record = { latencies: [], tasks: [] };
    window.handleDrag = record;
    const { port1, port2 } = new MessageChannel();
    let waiting = [];
    port1.onmessage = () => {
      const now = performance.now();
      record.latencies.push(...waiting.map((stamp) => now - stamp));
      waiting = [];
    };
    const moved = ({ timeStamp }) =>
      requestAnimationFrame(() => {
        waiting.push(timeStamp);
        port2.postMessage(null);
      });
    const observer = new PerformanceObserver((list) => record.tasks.push(...list.getEntries().map(({ duration }) => duration))); // prettier-ignore
    observer.observe({ type: 'longtask' });
    addEventListener('pointermove', moved, true);
    addEventListener(
      'pointerup',
      () => {
        removeEventListener('pointermove', moved, true);
        // What follows the release is not the drag.
        observer.takeRecords().forEach(({ duration }) => record.tasks.push(duration));
        observer.disconnect();
      },
      { capture: true, once: true },
    );
  });
  await page.mouse.move(from.x, from.y);
  const session = await page.context().newCDPSession(page);
  const tell = (type, { x, y }) =>
    session.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: 1, clickCount: 1 });
  await tell('mousePressed', from);
  const sent = [];
  const start = performance.now();
  const placeOf = (i) => {
    const part = Math.sin((i / 60) * 0.9 * Math.PI);
    return { x: from.x + reach.x * part, y: from.y + reach.y * part };
  };
  for (let i = 1; i <= 60; i++) {
    sent.push(tell('mouseMoved', placeOf(i)));
    await new Promise((next) => setTimeout(next, Math.max(0, start + (i * 1000) / 60 - performance.now())));
  }
  await Promise.all(sent);
  await tell('mouseReleased', placeOf(60));
  await state(page, 'ready');
  const { latencies, tasks } = await page.evaluate(() => window.handleDrag);
  return { latencies, longest: Math.max(0, ...tasks) };
}

/** The lines of the matrix, whichever way each goes. */
async function dragLines(page, times) {
  const drags = {};
  const handles = page.locator('[data-cell=matrix] [role=slider]');
  for (let i = 0; i < (await handles.count()); i++) {
    const handle = handles.nth(i);
    const orientation = (await handle.getAttribute('aria-orientation')) ?? 'horizontal';
    const name = `matrix, ${(await handle.getAttribute('aria-label')) ?? `line ${i + 1}`}`;
    drags[name] = [];
    for (let run = 0; run < times; run++)
      drags[name].push(await dragHandle(page, handle, orientation === 'vertical' ? { x: 0, y: 60 } : { x: 60, y: 0 })); // prettier-ignore
  }
  return drags;
}

/**
 * Drops orders and a survey, and changes what puts customers into tiers.
 *
 * @param {readonly string[]} files orders, answers of customers
 * @returns {Promise<{ acts: { name: string, runs: { shown: number, ready: number, longest: number, work: number }[] }[],
 *   drags: { name: string, moves: number, median: number, p95: number, longest: number }[] }>} milliseconds
 */
export const schemes = (product, url, files, times, say = () => undefined) =>
  inFreshBrowser(
    product,
    `${url}?lang=en`,
    async ({ page }) => {
      const acts = [];
      const drags = [];
      /** One act that cannot be done does not hide the others. */
      const act = async (name, work) => {
        say(`… ${name}`);
        try {
          acts.push({ name, runs: await work() });
        } catch (error) {
          acts.push({ name, runs: [], failed: String(error.message).split('\n')[0] });
        }
      };
      const dragged = (name, runs) => {
        const latencies = runs.flatMap((run) => run.latencies);
        drags.push({
          name,
          moves: latencies.length,
          median: quantile(latencies, 0.5),
          p95: quantile(latencies, 0.95),
          longest: Math.max(...runs.map(({ longest }) => longest)),
        });
      };
      await state(page, 'empty');
      await page.evaluate(acceptWhenAsked);
      await page.setInputFiles('[data-testid=file-input]', [...files]);
      await state(page, 'ready');
      await page.waitForTimeout(1000);
      const change = (cell, control, values) => () => alternate(page, { cell, control, values, times });

      await act('A cut, typed', change(tiers, setting('tier_cut_1'), ['75', '80']));
      await act('RFM bins, in its cell', change('[data-cell=rfm]', setting('rfm_bins'), ['thirds', 'quintiles'])); // prettier-ignore
      await act('class of a loyalty cell', change('[data-cell=loyalty]', setting('loyalty_cell_4_3_2'), ['high', 'mid'])); // prettier-ignore
      await act('a weight of the risk score', change('[data-cell=value_risk]', setting('risk_w_decline'), ['30', '10'])); // prettier-ignore
      for (const scheme of ['abc_count', 'rfm', 'value_levels', 'key_account', 'lifecycle'])
        await act(`activate ${scheme}`, async () => {
          const there = await activate(page, scheme);
          await activate(page, 'abc');
          // The first time includes what the scheme asks the tables for.
          const again = await activate(page, scheme);
          if (scheme !== 'lifecycle') await activate(page, 'abc');
          return [again, there];
        });
      for (const scheme of ['value_levels', 'key_account'])
        await act(`a weight of ${scheme}`, async () => {
          await activate(page, scheme);
          await openRules(page);
          return change(tiers, setting(`${scheme}.weights.1`), ['60', '20'])();
        });
      await act('own rule: effect shown', async () => {
        await page.click('[data-testid=scheme-own]');
        await state(page, 'ready');
        await page.waitForSelector('[data-testid=scheme-apply]');
        return change('[data-testid=rule][data-at="0"]', '[data-testid=rule][data-at="0"] input[type=number]', ['60', '80'])(); // prettier-ignore
      });
      await act('own rule: applied', async () => {
        const runs = [];
        for (let i = 0; i < times; i++) {
          await page.evaluate(
            ([control, value]) => window.setControl(control, value),
            ['[data-testid=rule][data-at="0"] input[type=number]', i % 2 ? '55' : '70'],
          );
          await page.waitForTimeout(1000);
          runs.push(await press(page, tiers, '[data-testid=scheme-apply]'));
        }
        return runs;
      });
      for (const scheme of ['abc', 'rfm']) {
        say(`… handles, ${scheme} active`);
        if ((await page.inputValue(setting('scheme'))) !== scheme) await activate(page, scheme);
        const handle = page.locator('[data-testid=pareto-handle]');
        const plot = await handle.locator('..').boundingBox();
        const runs = [];
        for (let i = 0; i < times; i++)
          runs.push(await dragHandle(page, handle, { x: plot.width * 0.4, y: 0 }));
        dragged(`Pareto handle, ${scheme} active`, runs);
        for (const [name, lines] of Object.entries(await dragLines(page, times)))
          dragged(`${name}, ${scheme} active`, lines);
      }
      return { acts, drags };
    },
    [installMeasure],
  );
