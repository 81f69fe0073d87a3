import { expect, it } from 'vitest';
import { millionSum, readMillion, registerMillion, totals } from './harness/million.ts';
import { harnessSite } from './harness/site.ts';

const { onPage } = harnessSite();

it('sums a million rows, with progress that never falls, while a second connection answers', async () => {
  await onPage(async ({ page, errors }) => {
    await page.evaluate(() => window.harness.start());
    await page.evaluate(registerMillion);
    const { fractions, between } = await page.evaluate(async (read) => {
      const { engine, row } = window.harness;
      const fractions: number[] = [];
      let over = false;
      const load = engine
        .run([`CREATE TABLE orders AS ${read}`, 'ANALYZE'], ({ fraction }) => fractions.push(fraction!))
        .finally(() => (over = true));
      await row('SELECT 1::BIGINT AS v');
      const between = !over;
      await load;
      return { fractions, between };
    }, readMillion);
    expect(between).toBe(true);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expect(new Set(fractions).size).toBeGreaterThan(4);
    expect(await page.evaluate((sql) => window.harness.row(sql), totals)).toEqual([
      1_000_000,
      50_000,
      millionSum(),
    ]);
    expect(errors).toEqual([]);
  });
});

it('cancels a long import: no table is left, and the next statement works', async () => {
  await onPage(async ({ page }) => {
    await page.evaluate(() => window.harness.start());
    await page.evaluate(registerMillion);
    const result = await page.evaluate(async (read) => {
      const { engine, outcome, row } = window.harness;
      const stop = new AbortController();
      const statements = ['CREATE TABLE early AS SELECT 1 AS v', `CREATE TABLE orders AS ${read}`];
      const begun = outcome(
        engine.run(statements, ({ fraction }) => fraction! > 0.5 && stop.abort(), stop.signal),
      );
      const waiting = outcome(engine.run(['CREATE TABLE never AS SELECT 1 AS v'], undefined, stop.signal));
      const outcomes = [(await begun).fault, (await waiting).fault];
      const left = await row("SELECT count(*)::BIGINT AS n FROM duckdb_tables() WHERE table_name <> 'early'");
      await engine.run(['CREATE TABLE orders AS SELECT 5::BIGINT AS v']);
      return { outcomes, left, after: await row('SELECT v FROM orders') };
    }, readMillion);
    expect(result).toEqual({ outcomes: ['cancelled', 'cancelled'], left: [0], after: [5] });
  });
});

it('cancels a long query', async () => {
  await onPage(async ({ page }) => {
    await page.evaluate(() => window.harness.start());
    const result = await page.evaluate(async () => {
      const { engine, outcome, row } = window.harness;
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 300);
      const long = 'SELECT sum(a.range * b.range)::DOUBLE AS v FROM range(1000000) a, range(1000000) b';
      const { fault } = await outcome(engine.query(long, stop.signal));
      return { fault, after: await row('SELECT 7::BIGINT AS v') };
    });
    expect(result).toEqual({ fault: 'cancelled', after: [7] });
  });
});

it('reports the memory limit as such and lives on', async () => {
  await onPage(async ({ page }) => {
    await page.evaluate(() => window.harness.start({ memoryLimit: '60MB' }));
    const result = await page.evaluate(async () => {
      const { engine, outcome, row, deaths } = window.harness;
      const { fault } = await outcome(
        engine.query('SELECT count(DISTINCT hash(range))::BIGINT AS n FROM range(20000000)'),
      );
      return { fault, deaths, after: await row('SELECT 7::BIGINT AS v') };
    });
    expect(result).toEqual({ fault: 'memory', deaths: [], after: [7] });
  });
});

it.each(['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Apia'])(
  'gives the same dates in %s',
  async (timezoneId) => {
    await onPage(
      async ({ page }) => {
        await page.evaluate(() => window.harness.start());
        const days = await page.evaluate(() =>
          window.harness.row("SELECT DATE '2024-03-10' AS a, DATE '1899-12-30' AS b, DATE '9999-12-31' AS c"),
        );
        const expected = ['2024-03-10', '1899-12-30', '9999-12-31'].map(
          (day) => Date.parse(`${day}T00:00Z`) / 864e5,
        );
        expect(days).toEqual(expected);
      },
      { timezoneId },
    );
  },
);
