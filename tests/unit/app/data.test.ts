import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Data } from '../../../src/app/data.ts';
import { dayOf } from '../../../src/base/day.ts';
import { numbers } from '../../../src/base/table.ts';
import { cohortQuery, orderQuery } from '../../../src/model/find.ts';
import { defaultScope, type Scope } from '../../../src/model/scope.ts';
import type { Engine } from '../../../src/ports/engine.ts';
import { bookFor, noCoverage, plainLedger } from '../../support/lenses.ts';
import { putLines, type Line } from '../../support/lines.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const book = bookFor();
/** More periods than rollups are kept. */
const years = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022];
const lines: Line[] = years.flatMap((year) => [
  { customer: 'a', day: `${year}-01-10`, amount: '100' },
  { customer: 'a', day: `${year}-02-10`, amount: '100' },
  { customer: 'b', day: `${year}-01-20`, amount: '50' },
]);
const scopeOf = (year: number): Scope => ({
  ...defaultScope,
  from: dayOf(year, 1, 1),
  to: dayOf(year, 12, 31),
});
const january = (year: number): number => year * 12;

async function dataWith(run: Engine['run'] = (...given) => engine.run(...given)): Promise<Data> {
  const model = await putLines(engine, lines);
  const recorded: Engine = { ...bound, run };
  return new Data(recorded, { model, ledger: plainLedger(lines.length), coverage: noCoverage });
}
const bound: Engine = {
  open: (...given) => engine.open(...given),
  register: (...given) => engine.register(...given),
  run: (...given) => engine.run(...given),
  query: (...given) => engine.query(...given),
  explain: (...given) => engine.explain(...given),
  close: () => engine.close(),
};

describe('tables of scopes', () => {
  it('are made again for whoever holds a frame whose tables had to make room', async () => {
    const data = await dataWith();
    const first = await data.frame(scopeOf(2015), book);
    const made = await data.askOnce(first, orderQuery(first.rollup));
    expect([...numbers(made, 'k')]).toEqual([0, 1]);
    for (const year of years.slice(1)) await data.frame(scopeOf(year), book);
    await expect(engine.query(orderQuery(first.rollup))).rejects.toThrow();

    const found = await data.askOnce(first, orderQuery(first.rollup));
    expect([...numbers(found, 'k')]).toEqual([0, 1]);
  });

  it('have their days when a statement asked once is the first to read them', async () => {
    const data = await dataWith();
    const frame = await data.frame(scopeOf(2016), book);
    const found = await data.askOnce(frame, cohortQuery(frame.rollup, january(2016), 1));
    // Only a came back a month after January.
    expect([...numbers(found, 'k')]).toEqual([0]);
  });

  it('that could not be made are the trouble of who asked for them, and can be asked for again', async () => {
    let broken = true;
    const data = await dataWith((statements, ...rest) =>
      broken && statements.some((text) => text.includes(String(dayOf(2017, 12, 31))))
        ? Promise.reject(new Error('out of memory'))
        : engine.run(statements, ...rest),
    );
    const asked = data.frame(scopeOf(2017), book);
    const others = years.filter((year) => year !== 2017).map((year) => data.frame(scopeOf(year), book));
    await expect(asked).rejects.toThrow('out of memory');
    expect((await Promise.all(others)).map(({ customers }) => customers.n)).toEqual(others.map(() => 2));

    broken = false;
    expect((await data.frame(scopeOf(2017), book)).customers.n).toBe(2);
  });
});
