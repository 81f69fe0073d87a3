import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { serveFolder } from '../support/browser.ts';
import { harnessSite } from './harness/site.ts';

const site = harnessSite();
const { onPage } = site;

it('boots under the policy from the compressed file, and asks for nothing else', async () => {
  await onPage(async ({ page, errors, requested }) => {
    const seen = await page.evaluate(async () => {
      const fractions: (number | null)[] = [];
      await window.harness.engine.open(({ fraction }) => fractions.push(fraction));
      return fractions as number[];
    });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    expect(seen.length).toBeGreaterThan(5);
    expect(await page.evaluate(() => window.harness.row('SELECT 42::BIGINT AS v'))).toEqual([42]);
    expect(errors).toEqual([]);
    expect(await page.evaluate(() => window.harness.violations)).toEqual([]);
    const files = requested.map((address) => new URL(address).pathname.replace(/-[\w-]{8,10}\./, '-*.'));
    expect(files.toSorted()).toEqual([
      '/some/where/',
      '/some/where/assets/boot-*.js',
      '/some/where/assets/duckdb-*.js.bin',
      '/some/where/assets/duckdb-*.wasm.bin',
      '/some/where/assets/index-*.js',
    ]);
  });
});

it('has the policy before everything else in the head, and nothing inline', async () => {
  const html = await readFile(join(site.folder, 'index.html'), 'utf8');
  expect(html).toMatch(/<head>\s*<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /);
  expect(html).not.toMatch(/<style|<script(?![^>]* src=)|\sstyle=|\son\w+=/);
});

it('boots where the server sends the file with a Content-Encoding', async () => {
  const encoding = await serveFolder(site.folder, '/', (file): Record<string, string> =>
    file.endsWith('.bin') ? { 'content-encoding': 'gzip' } : {},
  );
  await onPage(
    async ({ page }) => {
      expect(await page.evaluate(() => window.harness.outcome(window.harness.engine.open()))).toMatchObject({
        fault: 'ok',
      });
    },
    { url: encoding.url },
  );
  await encoding.close();
});

it('says `boot` when a file is missing, and starts when it is there again', async () => {
  await onPage(async ({ page }) => {
    await page.route('**/*.wasm.bin', (route) => route.fulfill({ status: 404 }));
    const open = () => page.evaluate(() => window.harness.outcome(window.harness.engine.open()));
    expect(await open()).toMatchObject({
      fault: 'boot',
      message: expect.stringContaining('HTTP 404') as string,
    });
    await page.unroute('**/*.wasm.bin');
    expect(await open()).toMatchObject({ fault: 'ok' });
  });
});

it('says `boot` when the policy forbids WebAssembly', async () => {
  await onPage(async ({ page }) => {
    await page.route('**/where/', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace("'wasm-unsafe-eval'", '') });
    });
    await page.reload();
    const outcome = await page.evaluate(() => window.harness.outcome(window.harness.engine.open()));
    expect(outcome).toMatchObject({
      fault: 'boot',
      message: expect.stringMatching(/WebAssembly|wasm/) as string,
    });
  });
});

it('says `unsupported` where something is missing', async () => {
  await onPage(async ({ page }) => {
    await page.evaluate(() => Reflect.deleteProperty(window, 'DecompressionStream'));
    const outcome = await page.evaluate(() => window.harness.outcome(window.harness.engine.open()));
    expect(outcome).toEqual({ fault: 'unsupported', message: 'DecompressionStream' });
  });
});
