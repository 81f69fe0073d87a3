import { expect, it } from 'vitest';
import { millionSum, readMillion, registerMillion, totals } from './harness/million.ts';
import { harnessSite } from './harness/site.ts';

const { onPage } = harnessSite();

/** What an abrupt end during `work` looks like: outcomes, who was told, and the same figures after a replay. */
const dieDuring = `async (end) => {
  const { engine, outcome, row, deaths } = window.harness;
  const replay = async () => {
    await ${registerMillion};
    await engine.run(['CREATE TABLE orders AS ' + ${JSON.stringify(readMillion)}]);
    return row(${JSON.stringify(totals)});
  };
  const before = await replay();
  const long = 'SELECT sum(a.range * b.range)::DOUBLE AS v FROM range(1000000) a, range(1000000) b';
  const pending = [
    outcome(engine.query(long)),
    outcome(engine.query('SELECT 1::BIGINT AS v')),
    outcome(engine.run(['CREATE TABLE again AS ' + ${JSON.stringify(readMillion)}])),
  ];
  await new Promise((later) => setTimeout(later, 400));
  const ended = performance.now();
  await end();
  const faults = (await Promise.all(pending)).map(({ fault }) => fault);
  const took = performance.now() - ended;
  const closed = (await outcome(engine.query('SELECT 1::BIGINT AS v'))).fault;
  await engine.open();
  const gone = (await outcome(engine.query(${JSON.stringify(totals)}))).fault;
  return { before, faults, closed, gone, deaths, within: took < 5000, after: await replay() };
}`;
const figures = [1_000_000, 50_000, millionSum()];
const expected = {
  before: figures,
  faults: ['died', 'died', 'died'],
  closed: 'died',
  gone: 'sql',
  deaths: ['died'],
  within: true,
  after: figures,
};

it('rejects everything that waits when it is killed, starts again and gives the same figures', async () => {
  await onPage(async ({ page, errors }) => {
    await page.evaluate(() => window.harness.start());
    expect(await page.evaluate(`(${dieDuring})(() => harness.engine.kill())`)).toEqual(expected);
    expect(errors).toEqual([]);
  });
});

it('notices a worker that was terminated behind its back', async () => {
  await onPage(async ({ page }) => {
    await page.addInitScript(() => {
      const workers: Worker[] = [];
      window.Worker = class extends Worker {
        constructor(...options: ConstructorParameters<typeof Worker>) {
          super(...options);
          workers.push(this);
        }
      };
      Object.assign(window, { workers });
    });
    await page.reload();
    await page.evaluate(() => window.harness.start());
    expect(await page.evaluate(`(${dieDuring})(() => window.workers.at(-1).terminate())`)).toEqual(expected);
  });
});

it('ends with the first trap, since nothing can be trusted afterwards', async () => {
  await onPage(async ({ page }) => {
    await page.evaluate(() => window.harness.start());
    // The worker answers as it does after a trap; a real one cannot be had on demand.
    const [worker] = page.workers();
    await worker!.evaluate(() => {
      const post = self.postMessage.bind(self) as (message: unknown, transfer: Transferable[]) => void;
      const trapped = { name: 'RuntimeError', message: 'memory access out of bounds' };
      const scope = self as unknown as { postMessage: typeof post };
      scope.postMessage = (message, transfer) => {
        const { type } = message as { type: string };
        if (type.startsWith('QUERY_RESULT'))
          post({ ...(message as object), type: 'ERROR', data: trapped }, []);
        else post(message, transfer);
      };
    });
    const result = await page.evaluate(async () => {
      const { engine, outcome, row, deaths } = window.harness;
      const { fault } = await outcome(row('SELECT 1::BIGINT AS v'));
      await engine.open();
      return { fault, deaths, after: await row('SELECT 2::BIGINT AS v') };
    });
    expect(result).toEqual({ fault: 'died', deaths: ['died'], after: [2] });
  });
});

it('close() rejects what waits, tells nobody, and can be opened again', async () => {
  await onPage(async ({ page }) => {
    await page.evaluate(() => window.harness.start());
    const result = await page.evaluate(async () => {
      const { engine, outcome, row, deaths } = window.harness;
      const pending = outcome(engine.query('SELECT 1::BIGINT AS v'));
      await engine.close();
      const { fault } = await pending;
      await engine.open();
      return { fault, deaths, after: await row('SELECT 2::BIGINT AS v') };
    });
    expect(result).toEqual({ fault: 'died', deaths: [], after: [2] });
  });
});
