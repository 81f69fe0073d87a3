import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { watch } from './watch.mjs';

/** Longer than anything measured here; what takes longer did not finish. */
export const patience = 300_000;

/**
 * Opens an address in a browser of its own, so that nothing is warm, no memory is left over from the run before, and
 * one renderer is the page's.
 *
 * @template T
 * @param {Awaited<ReturnType<typeof import('./build.mjs').loadProduct>>} product
 * @param {string} url
 * @param {(opened: { page: import('playwright-core').Page, browser: import('playwright-core').Browser,
 *   peak: () => Promise<number | null>, threads: () => Promise<Map<string, number>> }) => Promise<T>} work
 * @param {readonly (() => void)[]} [before] run in the page before its own scripts
 * @returns {Promise<T>}
 */
export async function inFreshBrowser(product, url, work, before = []) {
  const browser = await product.startBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    for (const script of [watch, ...before]) await context.addInitScript(script);
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const crashed = new Promise((_, reject) => page.on('crash', () => reject(new Error('the page crashed'))));
    crashed.catch(() => undefined);
    await page.goto(url);
    return await Promise.race([
      work({ page, browser, peak: () => peakMemory(browser), threads: () => threadTimes(browser) }),
      crashed,
    ]);
  } finally {
    await browser.close();
  }
}

/** Ids of the processes that run pages. */
async function renderers(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo
    .filter(({ type, id }) => type === 'renderer' && existsSync(`/proc/${id}/status`))
    .map(({ id }) => id);
}

/** Milliseconds of processor time that each thread of the pages has used; empty where the system does not tell. */
async function threadTimes(browser) {
  const times = (await renderers(browser)).flatMap((id) =>
    readdirSync(`/proc/${id}/task`).map((thread) => {
      // Behind the name in brackets: fields 3 and on; 14 and 15 are the times in hundredths of a second.
      const fields = readFileSync(`/proc/${id}/task/${thread}/stat`, 'utf8').split(') ')[1].split(' ');
      return [thread, (Number(fields[11]) + Number(fields[12])) * 10];
    }),
  );
  return new Map(times);
}

/** What the thread did that worked most between two looks: the engine's, on a large file. */
export const mostWork = (before, after) =>
  Math.max(0, ...[...after].map(([thread, time]) => time - (before.get(thread) ?? 0)));

/** The most memory, in bytes, that a renderer ever had resident; null where the system does not tell. */
async function peakMemory(browser) {
  const peaks = (await renderers(browser))
    .map((id) => /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8')))
    .map((match) => Number(match?.[1] ?? 0) * 1024);
  return peaks.length > 0 ? Math.max(...peaks) : null;
}

/** @param {import('playwright-core').Page} page */
export async function state(page, wanted) {
  await page.waitForFunction(
    (states) => window.bench.crashed !== null || states.includes(document.documentElement.dataset.state),
    [wanted, 'error'],
    { polling: 50 },
  );
  const problem = await page.evaluate(
    () =>
      window.bench.crashed ??
      (document.documentElement.dataset.state === 'error'
        ? document.querySelector('[data-testid=error]')?.textContent
        : null),
  );
  if (problem) throw new Error(`the site says: ${problem.trim()}`);
}
