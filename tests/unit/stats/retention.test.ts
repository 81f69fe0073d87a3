import { describe, expect, it } from 'vitest';
import { dayOf, monthIndex } from '../../../src/base/day.ts';
import { retention } from '../../../src/stats/retention.ts';

const january = monthIndex(dayOf(2025, 1, 1));
const counts = [
  { cohort: january + 1, k: 0, customers: 30 },
  { cohort: january, k: 0, customers: 10 },
  { cohort: january, k: 2, customers: 4 },
  { cohort: january + 1, k: 1, customers: 6 },
];

describe('hand-worked: January 10 then 0 then 4, February 30 then 6', () => {
  it('with March complete', () => {
    const table = retention(counts, dayOf(2025, 3, 31));
    expect(table.cohorts.map(({ cohort, size }) => [cohort - january, size])).toEqual([
      [0, 10],
      [1, 30],
    ]);
    expect(table.cohorts.map(({ cells }) => cells.map((cell) => cell.customers))).toEqual([
      [10, 0, 4],
      [30, 6],
    ]);
    expect(table.cohorts.flatMap(({ cells }) => cells).every((cell) => cell.complete)).toBe(true);
    // k = 1: (0 + 6) / (10 + 30), where the unweighted mean of 0 and 0.2 would be 0.1.
    expect(table.average).toEqual([1, 0.15, 0.4]);
  });

  it('with the data ending on 30 March: cells of March are shown but not averaged', () => {
    const table = retention(counts, dayOf(2025, 3, 30));
    expect(table.cohorts.map(({ cells }) => cells.map((cell) => cell.complete))).toEqual([
      [true, true, false],
      [true, false],
    ]);
    expect(table.average).toEqual([1, 0, null]);
  });
});

it('knows the last day of February', () => {
  const february = [{ cohort: monthIndex(dayOf(2024, 2, 1)), k: 0, customers: 1 }];
  expect(retention(february, dayOf(2024, 2, 29)).average).toEqual([1]);
  expect(retention(february, dayOf(2024, 2, 28)).average).toEqual([null]);
});

it('no customers, no rows', () => {
  expect(retention([], dayOf(2025, 3, 31))).toEqual({ cohorts: [], average: [] });
});

it('one date of the year 9999 makes fifty years of cells and no more', () => {
  const january = monthIndex(dayOf(2024, 1, 1));
  const end = monthIndex(dayOf(9999, 12, 1));
  const { cohorts, average } = retention(
    [
      { cohort: january, k: 0, customers: 2 },
      { cohort: january, k: end - january, customers: 1 },
    ],
    dayOf(9999, 12, 31),
  );
  expect(cohorts[0]!.cells).toHaveLength(600);
  expect(average).toHaveLength(600);
});
