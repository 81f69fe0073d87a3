import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flowsOf, heightFor, layout, sideRoom } from '../../../src/lenses/migration/chart.ts';
import type { Migration } from '../../../src/lenses/migration/result.ts';
import { look } from '../../support/lensCheck.ts';
import { dataOf } from '../../support/lenses.ts';
import type { Line } from '../../support/lines.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';

const engine = nodeEngine();
let migration: Migration;
const buys = (customer: string, ...list: readonly (readonly [day: string, amount: string])[]): Line[] =>
  list.map(([day, amount]) => ({ customer, day, amount }));

beforeAll(async () => {
  await engine.open();
  const lines = [
    ...buys('big', ['2024-01-01', '100'], ['2024-02-01', '50'], ['2024-03-31', '100']),
    ...buys('leaves', ['2024-01-02', '90']),
    ...buys('quits', ['2024-01-02', '30']),
    ...buys('small', ['2024-01-02', '1'], ['2024-02-01', '1'], ['2024-03-01', '-4']),
    ...buys('late', ['2024-03-02', '30']),
  ];
  const { result } = await look<Migration>('migration', await dataOf(engine, lines), {
    values: { migration: { count: '3', unit: 'month' } },
  });
  if (result.state !== 'ok') throw new Error(result.reason);
  migration = result.value;
});
afterAll(() => engine.close());

const key = (row: number): string => migration.states[row]!.key;
const named = (by: 'customers' | 'value') =>
  flowsOf(migration, by).map((step) =>
    step.map((flow) => [`${key(flow.from)} ${key(flow.to)}`, flow.start, flow.end] as const),
  );

/** In January 100 and 90 are A, 30 is B and 1 is C; these cuts are kept. */
describe('flows between three months', () => {
  it('by customers: as thick at the end as at the start; who stays away is not drawn, who comes later is', () => {
    expect(named('customers')).toEqual([
      [
        ['A B', 1, 1],
        ['A none', 1, 1],
        ['B none', 1, 1],
        ['C C', 1, 1],
      ],
      [
        ['B A', 1, 1],
        ['C net_nonpositive', 1, 1],
        ['new B', 1, 1],
      ],
    ]);
  });

  it('by value: of the first month at the start and of the second at the end, below zero as nothing', () => {
    expect(named('value')).toEqual([
      [
        ['A B', 1_000_000, 500_000],
        ['A none', 900_000, 0],
        ['B none', 300_000, 0],
        ['C C', 10_000, 10_000],
      ],
      [
        ['B A', 500_000, 1_000_000],
        ['C net_nonpositive', 10_000, 0],
        ['new B', 0, 300_000],
      ],
    ]);
  });

  it('nodes stand in the order of the states in every column', () => {
    const { nodes } = layout(migration, 'customers', { width: 900, height: heightFor(migration, 19), side: 120, line: 19 }); // prettier-ignore
    const column = (c: number) => nodes.filter((node) => node.column === c).map((node) => key(node.row));
    expect(column(0)).toEqual(['A', 'B', 'C']);
    expect(column(1)).toEqual(['B', 'C', 'none', 'new']);
    expect(column(2)).toEqual(['A', 'B', 'net_nonpositive']);
    expect(Math.max(...nodes.map((node) => node.y + node.height))).toBeLessThanOrEqual(heightFor(migration, 19)); // prettier-ignore
  });
});

it('room at the side: for the longest label, Chinese signs twice as wide, but never more than a quarter', () => {
  expect(sideRoom(['AB'], 14, 1000)).toBeLessThan(sideRoom(['ABCD'], 14, 1000));
  expect(sideRoom(['客户'], 14, 1000)).toBe(40);
  expect(sideRoom(['x'.repeat(200)], 14, 1000)).toBe(240);
});
