import type { Shape } from '../../src/ingest/types.ts';
import type { Line } from '../support/lines.ts';

export interface Case {
  readonly name: string;
  readonly lines: readonly Line[];
  readonly shape?: Shape;
}

const buys = (customer: string, ...list: readonly (readonly [day: string, amount: string])[]): Line[] =>
  list.map(([day, amount]) => ({ customer, day, amount }));

/** Nobody's ordinary file: the tables on which a division, a logarithm or a first element fails. */
export const degenerate: readonly Case[] = [
  { name: 'no rows', lines: [] },
  { name: 'no rows, one row per customer', lines: [], shape: 'customers' },
  { name: 'one customer, one row', lines: buys('A', ['2024-01-01', '10']) },
  { name: 'one customer, two orders', lines: buys('A', ['2024-01-01', '10'], ['2024-02-01', '5']) },
  { name: 'two customers', lines: [...buys('A', ['2024-01-01', '10']), ...buys('B', ['2024-03-01', '5'])] },
  { name: 'all equal', lines: ['A', 'B', 'C', 'D', 'E', 'F'].flatMap((id) => buys(id, ['2024-01-01', '10'], ['2024-01-31', '10'])) },
  { name: 'all negative', lines: ['A', 'B', 'C'].flatMap((id, i) => buys(id, ['2024-01-01', `-${i + 1}`])) },
  { name: 'all zero', lines: ['A', 'B', 'C'].flatMap((id) => buys(id, ['2024-01-01', '0'])) },
  { name: 'total zero', lines: [...buys('A', ['2024-01-01', '10']), ...buys('B', ['2024-02-01', '-10'])] },
  { name: 'total below zero', lines: [...buys('A', ['2024-01-01', '10']), ...buys('B', ['2024-02-01', '-30'])] },
  { name: 'no dates', lines: ['A', 'B', 'C', 'A'].map((customer, i) => ({ customer, amount: String(i + 1) })) },
  { name: 'one date', lines: ['A', 'B', 'C', 'D', 'E'].flatMap((id, i) => buys(id, ['2024-02-29', String(i + 1)])) },
  { name: 'ties at the cut', lines: ['A', 'B', 'C', 'D'].flatMap((id, i) => buys(id, ['2024-01-01', i < 2 ? '40' : '10'])) },
  { name: 'one row per customer', lines: ['A', 'B', 'C', 'D', 'E'].map((customer, i) => ({ customer, name: `Name ${customer}`, amount: String(10 * (i + 1)) })), shape: 'customers' },
  { name: 'one row per customer, equal potential', lines: ['A', 'B', 'C'].map((customer) => ({ customer, amount: '5', potential: '1' })), shape: 'customers' },
  { name: 'potential known of one', lines: [{ customer: 'A', amount: '5', potential: '3.5' }, { customer: 'B', amount: '4' }], shape: 'customers' },
  { name: 'walk-ins only', lines: [{ day: '2024-01-01', amount: '10' }, { day: '2024-01-02', amount: '20' }] },
  { name: 'beyond 2^53', lines: ['A', 'B', 'C', 'D', 'E'].flatMap((id, i) => buys(id, ['2024-01-01', '99999999999999.9999'], ['2024-03-01', `${i}.0001`])) },
  { name: 'the smallest amounts', lines: ['A', 'B', 'C', 'D', 'E', 'F'].flatMap((id, i) => buys(id, ['2024-01-01', `0.000${i + 1}`])) },
  { name: 'a very old and a very late date', lines: [...buys('A', ['1900-01-01', '1'], ['9999-12-31', '2']), ...buys('B', ['2024-01-01', '3'])] },
  { name: 'names that are markup or words for nothing', lines: ['<img src=x>', '{{7*7}}', '__proto__', ' '].flatMap((id, i) => buys(id, ['2024-01-01', String(i + 1)])) },
]; // prettier-ignore

/** A small ordinary shop: ten customers over a year, returns, names, profit, quantity and potential. */
export const ordinary: Case = {
  name: 'an ordinary shop',
  lines: Array.from({ length: 60 }, (_, i): Line => {
    const customer = `K${(i * 7) % 10}`;
    const month = String(1 + (i % 12)).padStart(2, '0');
    const amount = i % 11 === 10 ? -5 : ((i * 37) % 90) + 1;
    return {
      customer,
      name: `Name ${customer}`,
      order: `O${i}`,
      day: `2024-${month}-${String(1 + ((i * 5) % 28)).padStart(2, '0')}`,
      amount: `${amount}.25`,
      quantity: String(1 + (i % 3)),
      profit: String(amount / 2),
      potential: String((i * 13) % 50),
    };
  }),
};
