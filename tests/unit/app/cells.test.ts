import { afterAll, beforeAll, expect, it } from 'vitest';
import { Data } from '../../../src/app/data.ts';
import type { CellResult } from '../../../src/app/results.ts';
import type { Cell } from '../../../src/document/schema.ts';
import { defaultScope } from '../../../src/model/scope.ts';
import { bookFor, noCoverage, plainLedger } from '../../support/lenses.ts';
import { putLines, type Line } from '../../support/lines.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const book = bookFor();
const lines: Line[] = [
  { customer: 'a', day: '2024-01-10', amount: '100' },
  { customer: 'b', day: '2024-02-10', amount: '50' },
];
const cell = (lens: string, values: Cell['values'] = {}): Cell => ({
  id: lens,
  lens,
  version: 1,
  values,
  collapsed: false,
});
const always = (): boolean => true;

async function opened(): Promise<Data> {
  const model = await putLines(engine, lines);
  return new Data(engine, { model, ledger: plainLedger(lines.length), coverage: noCoverage });
}

it('cells are told of one by one, in their order', async () => {
  const data = await opened();
  const frame = await data.frame(defaultScope, book);
  const told: string[][] = [];
  const cells = [cell('overview'), cell('pareto'), cell('customers')];
  const all = await data.results(frame, cells, always, (soFar) => told.push(Object.keys(soFar)));
  expect(told).toEqual([['overview'], ['overview', 'pareto'], ['overview', 'pareto', 'customers']]);
  expect(Object.keys(all!)).toEqual(['overview', 'pareto', 'customers']);
});

it('cells that a change does not touch keep their very result, and are told of before the others', async () => {
  const data = await opened();
  const frame = await data.frame(defaultScope, book);
  const before = (await data.results(frame, [cell('pareto'), cell('customers')], always, () => undefined))!;
  const told: Readonly<Record<string, CellResult>>[] = [];
  const changed = [cell('pareto', { view: 'lorenz' }), cell('customers')];
  const after = (await data.results(frame, changed, always, (soFar) => told.push(soFar)))!;
  expect(told.map((soFar) => Object.keys(soFar))).toEqual([['customers'], ['customers', 'pareto']]);
  expect(after.customers).toBe(before.customers);
  expect(after.pareto).not.toBe(before.pareto);

  // The change is undone.
  const undone = (await data.results(frame, [cell('pareto'), cell('customers')], always, () => undefined))!;
  expect(undone.pareto).toBe(before.pareto);
});

it('only the last few results of a cell are kept', async () => {
  const data = await opened();
  const frame = await data.frame(defaultScope, book);
  const made = async (note: number) => (await data.results(frame, [cell('overview', { note })], always, () => undefined))!.overview; // prettier-ignore
  const first = await made(0);
  expect(await made(0)).toBe(first);
  for (const note of [1, 2, 3, 4]) await made(note);
  expect(await made(0)).not.toBe(first);
});

it('the same book and scope give the same frame, and another book the same customers in the same order', async () => {
  const data = await opened();
  const frame = await data.frame(defaultScope, book);
  expect(await data.frame(defaultScope, book)).toBe(frame);
  const other = bookFor();
  const again = await data.frame(defaultScope, other);
  expect(again).not.toBe(frame);
  expect(again.customers).toBe(frame.customers);
  expect(again.ranked).toBe(frame.ranked);
  expect(await data.frame(defaultScope, other)).toBe(again);
});

it('a computation that nobody waits for any more stops before the next cell', async () => {
  const data = await opened();
  const frame = await data.frame(defaultScope, book);
  const told: string[] = [];
  const stopped = await data.results(
    frame,
    [cell('overview'), cell('pareto')],
    () => told.length === 0,
    (soFar) => told.push(...Object.keys(soFar)),
  );
  expect(stopped).toBeNull();
  expect(told).toEqual(['overview']);
});
