import { inFreshBrowser, state } from './chromium.mjs';
import { acceptWhenAsked } from './watch.mjs';

/**
 * Runs in the page: notes every text of the progress bar while files are imported, and the longest time in which the
 * page answered nothing (a timer that was due came late by so much).
 */
function watchProgress() {
  const seen = { texts: [], longestSilence: 0 };
  window.progressSeen = seen;
  let due = performance.now() + 20;
  setInterval(() => {
    const now = performance.now();
    if (document.documentElement.dataset.state === 'importing') {
      seen.longestSilence = Math.max(seen.longestSilence, now - due);
      const text = document.querySelector('[data-testid=import-progress]')?.textContent.trim() ?? '';
      if (text !== '' && text !== seen.texts.at(-1)) seen.texts.push(text);
    }
    due = performance.now() + 20;
  }, 20);
}

const cancelButton = '[data-testid=import-progress] button';

/** A file as large as a browser takes: progress, answers to clicks, and how long a cancel takes half-way. Milliseconds. */
export async function large(product, url, file) {
  const dropped = async (page) => {
    await state(page, 'empty');
    await page.evaluate(acceptWhenAsked);
    await page.setInputFiles('[data-testid=file-input]', file);
  };
  const whole = await inFreshBrowser(
    product,
    `${url}?lang=en`,
    async ({ page, peak }) => {
      await dropped(page);
      await state(page, 'ready');
      const seen = await page.evaluate(() => window.progressSeen);
      return { ...seen, memory: await peak() };
    },
    [watchProgress],
  );
  const cancel = await inFreshBrowser(product, `${url}?lang=en`, async ({ page }) => {
    await dropped(page);
    await page.waitForFunction(() =>
      window.bench.statements.some(
        ({ sql, began }) => /read_csv/.test(sql) && performance.now() - began > 3000,
      ),
    );
    const clicked = await page.evaluate((selector) => {
      const at = performance.now();
      document.querySelector(selector).click();
      return at;
    }, cancelButton);
    await state(page, 'mapping');
    const stopped = await page.evaluate(() => window.bench.states.at(-1).at);
    // The engine is free when it answers again; the tables of the stopped import are not there.
    await page.waitForFunction(
      () => window.bench.statements.every(({ began, ended }) => ended > began),
      undefined,
      {
        polling: 20,
      },
    );
    return { page: stopped - clicked, engine: (await page.evaluate(() => Math.max(...window.bench.statements.map(({ ended }) => ended)))) - clicked }; // prettier-ignore
  });
  return { ...whole, cancel };
}

/** What the page says of a file that does not fit, and whether what was open before is still there. */
export const tooLarge = (product, url, file) =>
  inFreshBrowser(product, `${url}?sample=tea&lang=en`, async ({ page, peak }) => {
    await state(page, 'ready');
    const before = await page.evaluate(() => window.vitalFew.figures());
    await page.evaluate(() => {
      window.bench.dropped = null;
    });
    await page.evaluate(() => {
      const look = () => {
        const { state } = document.documentElement.dataset;
        const button = document.querySelector('[data-testid=import-accept]');
        if (state === 'error') return;
        if (state === 'mapping' && button && !button.disabled) button.click();
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.setInputFiles('[data-testid=file-input]', file);
    await page.waitForFunction(
      () =>
        window.bench.dropped !== null && ['error', 'ready'].includes(document.documentElement.dataset.state),
      undefined,
      { polling: 100 },
    );
    const outcome = await page.evaluate(() => ({
      state: document.documentElement.dataset.state,
      message: document.querySelector('[data-testid=error]')?.textContent?.trim() ?? null,
    }));
    const after = await page.evaluate(() => window.vitalFew.figures());
    return { ...outcome, same: JSON.stringify(after) === JSON.stringify(before), memory: await peak() };
  });
