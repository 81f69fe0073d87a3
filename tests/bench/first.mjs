import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesBelow, loadedByPage, withStaticImports } from '../policy/site.mjs';
import { inFreshBrowser, state } from './chromium.mjs';

/** Runs in the page: notes when the Pareto chart has its first pixels. */
function watchForPareto() {
  const small = document.createElement('canvas');
  small.width = small.height = 8;
  const context = small.getContext('2d', { willReadFrequently: true });
  const look = () => {
    const canvas = document.querySelector('[data-lens=pareto] canvas');
    if (canvas && canvas.width > 0) {
      context.drawImage(canvas, 0, 0, 8, 8);
      if (context.getImageData(0, 0, 8, 8).data.some((part) => part > 0)) {
        window.bench.pareto = performance.now();
        return;
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** A file's bytes as a host that compresses sends them. */
function travels(folder, file) {
  const content = readFileSync(path.join(folder, file));
  const done = /\.woff2$/.test(file) || (content[0] === 0x1f && content[1] === 0x8b);
  return done ? content.length : gzipSync(content, { level: 9 }).length;
}

/**
 * What the first screen costs. Bytes as gzip sends them: `screen` = script and style that the page names and what they
 * import; `idle` = everything else asked for until nothing moves, by part. Milliseconds since navigation, without any
 * throttle: `pareto` = first pixels of a sample's curve, `ready` = its figures computed by the engine.
 */
export async function firstScreen(product, server, folder) {
  const named = loadedByPage(folder);
  const sum = (files) => files.reduce((total, file) => total + travels(folder, file), 0);
  const charts = withStaticImports(
    folder,
    filesBelow(folder).filter((file) => /\/echarts-[^/]*\.js$/.test(file)),
  );

  const from = server.requests.length;
  await inFreshBrowser(product, server.url, async ({ page }) => {
    await page.waitForFunction(() => window.bench.statements.some(({ sql }) => sql.startsWith('SET lock_')));
    await page.waitForLoadState('networkidle');
  });
  const prefix = new URL(server.url).pathname;
  const asked = [...new Set(server.requests.slice(from).map((line) => line.split(' ')[1].slice(prefix.length).split('?')[0]))]; // prettier-ignore
  const rest = asked.filter((file) => file !== '' && !named.includes(file));
  const isEngine = (file) => /\/(duckdb|boot)-/.test(file);
  const isFont = (file) => file.endsWith('.woff2');

  const sample = await inFreshBrowser(
    product,
    `${server.url}?sample=tea&lang=en`,
    async ({ page }) => {
      await state(page, 'ready');
      return page.evaluate(() => ({
        pareto: window.bench.pareto,
        ready: window.bench.states.find((each) => each.state === 'ready').at,
      }));
    },
    [watchForPareto],
  );
  return {
    screen: sum(named),
    fonts: sum(rest.filter(isFont)),
    otherUntilIdle: sum(rest.filter((file) => !isFont(file) && !isEngine(file))),
    engine: sum(rest.filter(isEngine)),
    charts: sum(charts.filter((file) => !named.includes(file))),
    ...sample,
  };
}
