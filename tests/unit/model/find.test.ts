import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monthIndex, parseIsoDay } from '../../../src/base/day.ts';
import { numbers } from '../../../src/base/table.ts';
import { cohortQuery, orderQuery, searchQuery } from '../../../src/model/find.ts';
import { rollup, type Rollup } from '../../../src/model/rollup.ts';
import { defaultScope } from '../../../src/model/scope.ts';
import { type Line, putLines } from '../../support/lines.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';

/** Names and ids that a careless search would read as patterns or as SQL. */
const people: readonly Line[] = [
  { customer: 'c_1', name: '50% Ltd', day: '2024-01-10', amount: '90' },
  { customer: 'cx1', name: 'Fifty Ltd', day: '2024-01-11', amount: '80' },
  { customer: "' OR 1=1 --", name: "O'Brien", day: '2024-02-01', amount: '70' },
  { customer: 'B4', name: null, day: '2024-02-28', amount: '60' },
  { customer: 'a5', name: '北京分公司', day: '2024-03-31', amount: '50' },
  { customer: 'cx1', name: 'Fifty Ltd', day: '2024-02-05', amount: '1' },
  { customer: 'c_1', name: '50% Ltd', day: '2024-03-01', amount: '1' },
  { customer: 'B4', day: '2024-03-02', amount: '-1' },
];

const engine = nodeEngine();
let plan: Rollup;
beforeAll(async () => {
  await engine.open();
  plan = rollup(defaultScope, await putLines(engine, people));
  await engine.run([...plan.statements, ...plan.dayStatements]);
});
afterAll(() => engine.close());

const ranks = async (query: string): Promise<number[]> => [...numbers(await engine.query(query), 'k')];
const search = (text: string): Promise<number[]> => ranks(searchQuery(plan, text));

describe('search', () => {
  it('finds in ids and names, whatever the case', async () => {
    expect(await search('LTD')).toEqual([0, 1]);
    expect(await search('b4')).toEqual([3]);
    expect(await search('北京')).toEqual([4]);
    expect(await search('nobody')).toEqual([]);
  });

  it.each([
    ["' OR 1=1 --", [2]],
    ["'", [2]],
    ['%', [0]],
    ['_', [0]],
    ["'; DROP TABLE lines; --", []],
    ['\\', []],
    ['.*', []],
  ])('takes %j as text and nothing else', async (text, expected) => {
    expect(await search(text)).toEqual(expected);
    expect([...numbers(await engine.query('SELECT count(*) AS n FROM lines'), 'n')]).toEqual([people.length]);
  });

  it('an empty text finds everybody', async () => {
    expect(await search('')).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('other lists', () => {
  it('all customers by id', async () => {
    const order = await ranks(orderQuery(plan));
    expect(order).toEqual([2, 3, 4, 0, 1]); // ' B a c_ cx
  });

  it('a cohort: first order in a month, another order k months later; a return is none', async () => {
    const january = monthIndex(parseIsoDay('2024-01-01')!);
    expect(await ranks(cohortQuery(plan, january, 0))).toEqual([0, 1]);
    expect(await ranks(cohortQuery(plan, january, 1))).toEqual([1]);
    expect(await ranks(cohortQuery(plan, january, 2))).toEqual([0]);
    expect(await ranks(cohortQuery(plan, january + 1, 0))).toEqual([2, 3]);
    expect(await ranks(cohortQuery(plan, january + 1, 1))).toEqual([]);
  });
});
