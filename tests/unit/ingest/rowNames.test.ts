import { describe, expect, it } from 'vitest';
import { isRowNamed } from '../../../src/ingest/rowNames.ts';

/** Six rows of what stands in them by their number from 1. */
const rows = (row: (n: number) => string[]): string[][] => Array.from({ length: 6 }, (_, i) => row(i + 1));
const day = (n: number): string => `2024-01-0${n}`;

describe('names of rows in front of the columns', () => {
  it('are numbers from 1, or any names where the dates show it', () => {
    expect(
      isRowNamed(
        ['cust', 'amount'],
        rows((n) => [`${n}`, `K${n % 2}`, '5']),
      ),
    ).toBe(true);
    expect(
      isRowNamed(
        ['cust', 'date', 'amount'],
        rows((n) => [`r${n}`, `K${n % 2}`, day(n), '5']),
      ),
    ).toBe(true);
    expect(
      isRowNamed(
        ['cust', 'amount'],
        rows((n) => [`r${n}`, `K${n % 2}`, '5']),
      ),
    ).toBe(false);
  });

  it('are none where the columns stand under their names already', () => {
    expect(
      isRowNamed(
        ['cust', 'date'],
        rows((n) => [`${n}`, day(n), '5']),
      ),
    ).toBe(false);
    expect(
      isRowNamed(
        ['id', 'name'],
        rows((n) => [`${n}`, 'Ann', '5']),
      ),
    ).toBe(false);
    expect(
      isRowNamed(
        ['序号', '客户'],
        rows((n) => [`${n}`, '甲', '5']),
      ),
    ).toBe(false);
  });

  it('are none where they come again, a row is short, or the last column is blank', () => {
    expect(
      isRowNamed(
        ['cust', 'date', 'x'],
        rows((n) => ['A', 'K', day(n), '5']),
      ),
    ).toBe(false);
    expect(
      isRowNamed(
        ['cust', 'x'],
        rows((n) => (n === 6 ? ['6', 'K'] : [`${n}`, 'K', '5'])),
      ),
    ).toBe(false);
    expect(
      isRowNamed(
        ['cust', 'x'],
        rows((n) => [`${n}`, 'K', n > 2 ? '' : '5']),
      ),
    ).toBe(false);
  });
});
