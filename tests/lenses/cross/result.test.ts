import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellSet, cross, figures, outside, shareOf, unplaced } from '../../../src/lenses/cross/result.ts';
import { ranksOf } from '../../../src/lenses/ranks.ts';
import { frameOfTable, tieringOf } from './tierings.ts';

const params = { first: null, second: null, share: 'all', of: 'value' } as const;

describe('six customers worked out by hand', () => {
  // Values 50, 20, 10, 5, 4, -2; by value A A B B C and the loss without a tier; by steadiness X Z X Z short X.
  const frame = frameOfTable([500_000, 200_000, 100_000, 50_000, 40_000, -20_000]);
  const value = tieringOf(['A', 'B', 'C'], [0, 0, 1, 1, 2, -1], frame);
  const steady = tieringOf(['X', 'Z', 'short'], [0, 1, 0, 1, 2, 0], frame);
  const table = cross(value, steady, frame);

  it('counts and sums every cell, the loss in a row of its own', () => {
    expect(figures(table)).toEqual({
      'cross.A_X.customers': 1, 'cross.A_X.value': 50, 'cross.A_Z.customers': 1, 'cross.A_Z.value': 20, 'cross.A_short.customers': 0, 'cross.A_short.value': 0,
      'cross.B_X.customers': 1, 'cross.B_X.value': 10, 'cross.B_Z.customers': 1, 'cross.B_Z.value': 5, 'cross.B_short.customers': 0, 'cross.B_short.value': 0,
      'cross.C_X.customers': 0, 'cross.C_X.value': 0, 'cross.C_Z.customers': 0, 'cross.C_Z.value': 0, 'cross.C_short.customers': 1, 'cross.C_short.value': 4,
      'cross.unplaced_X.customers': 1, 'cross.unplaced_X.value': -2, 'cross.unplaced_Z.customers': 0, 'cross.unplaced_Z.value': 0, 'cross.unplaced_short.customers': 0, 'cross.unplaced_short.value': 0,
    }); // prettier-ignore
    expect(table.columns.map(({ id }) => id)).toEqual(['X', 'Z', 'short']);
    expect([table.customers, table.value]).toEqual([6, 870_000]);
  });

  it('the finding is the largest value off the diagonal among those whom both schemes judge', () => {
    expect(table.finding).toEqual({ row: 0, column: 1, customers: 1, value: 200_000 });
    expect(outside(table.columns).map(({ id }) => id)).toEqual(['short']);
    expect(outside(table.rows).map(({ id }) => id)).toEqual([unplaced]);
  });

  it('shares of everything, of the row and of the column, by value or by customers', () => {
    expect(shareOf(table, 0, 0, params)).toBe(50 / 87);
    expect(shareOf(table, 0, 0, { ...params, share: 'row' })).toBe(50 / 70);
    expect(shareOf(table, 0, 0, { ...params, share: 'column' })).toBe(50 / 58);
    expect(shareOf(table, 0, 0, { ...params, share: 'column', of: 'customers' })).toBe(1 / 3);
    // The row of the loss has a whole below zero: a share of it says nothing.
    expect(shareOf(table, 3, 0, { ...params, share: 'row' })).toBeNull();
    expect(shareOf(table, 3, 0, { ...params, share: 'row', of: 'customers' })).toBe(1);
  });

  it('cells, rows and columns open exactly their customers', () => {
    const ranks = (row: number | null, column: number | null) => [...ranksOf(cellSet(table, row, column, 6))];
    expect(ranks(0, 1)).toEqual([1]);
    expect(ranks(1, null)).toEqual([2, 3]);
    expect(ranks(null, 0)).toEqual([0, 2, 5]);
    expect(ranks(3, null)).toEqual([5]);
    expect(ranks(null, null)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('whom neither places is in no cell and in no set', () => {
    const nobody = tieringOf(['X', 'Z', 'short'], [0, 1, 0, 1, 2, -1], frame);
    const without = cross(value, nobody, frame);
    expect(without.rows.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    expect([without.customers, without.value]).toEqual([5, 890_000]);
    expect([...ranksOf(cellSet(without, null, null, 6))]).toEqual([0, 1, 2, 3, 4]);
  });

  it('there is no finding on the diagonal alone', () => {
    expect(cross(value, value, frame).finding).toBeNull();
  });
});

describe('any two schemes over any customers', () => {
  const customers = fc.array(
    fc.record({ value: fc.integer({ min: -5000, max: 50_000 }), a: fc.integer({ min: -1, max: 3 }), b: fc.integer({ min: -1, max: 2 }) }),
    { maxLength: 60 },
  ); // prettier-ignore

  it('rows and columns sum to the tiers’ sizes, and each customer is in the one cell that opens for him', () => {
    fc.assert(
      fc.property(customers, (list) => {
        const sorted = list.toSorted((x, y) => y.value - x.value);
        const frame = frameOfTable(sorted.map(({ value }) => value));
        const first = tieringOf(['a', 'b', 'c', 'd'], sorted.map(({ a }) => a), frame); // prettier-ignore
        const second = tieringOf(['x', 'y', 'z'], sorted.map(({ b }) => b), frame); // prettier-ignore
        const table = cross(first, second, frame);
        const column = (c: number) => table.cells.map((row) => row[c]!);
        const sum = (cells: readonly { customers: number; value: number }[]) =>
          cells.reduce((s, cell) => [s[0]! + cell.customers, s[1]! + cell.value], [0, 0]);
        first.tiers.forEach((tier, r) => expect(sum(table.cells[r]!)).toEqual([tier.customers, tier.value]));
        second.tiers.forEach((tier, c) => expect(sum(column(c))).toEqual([tier.customers, tier.value]));
        const met = new Map<number, string>();
        table.rows.forEach((_, r) =>
          table.columns.forEach((_, c) => {
            const ranks = ranksOf(cellSet(table, r, c, sorted.length));
            expect(ranks.length).toBe(table.cells[r]![c]!.customers);
            for (const k of ranks) {
              expect(met.has(k)).toBe(false);
              met.set(k, `${r} ${c}`);
            }
          }),
        );
        sorted.forEach(({ a, b }, k) => {
          const at = a < 0 && b < 0 ? undefined : `${a < 0 ? 4 : a} ${b < 0 ? 3 : b}`;
          expect(met.get(k)).toBe(at);
        });
      }),
      { seed: 4, numRuns: 150 },
    );
  });
});
