import { monthIndex, type Day } from '../base/day.ts';

/** Customers of the cohort (month index of the first order, see base/day) with an order k months later. */
export interface CohortCount {
  readonly cohort: number;
  readonly k: number;
  readonly customers: number;
}

/** Fifty years: one date of the year 9999 must not make a hundred thousand cells of every cohort. */
const mostMonths = 600;

export interface RetentionCell {
  readonly customers: number;
  /** False for cells of the month in which the data end, unless they end on its last day. */
  readonly complete: boolean;
}

export interface CohortRow {
  /** Month index. */
  readonly cohort: number;
  readonly size: number;
  /**
   * One cell for each month from the cohort's own (k = 0, the size) to the month in which the data end, but no more
   * than 600.
   */
  readonly cells: readonly RetentionCell[];
}

export interface RetentionTable {
  readonly cohorts: readonly CohortRow[];
  /**
   * By k: sum of the active customers / sum of the cohort sizes over the complete cells, so big cohorts weigh more;
   * null where no cell is complete.
   */
  readonly average: readonly (number | null)[];
}

/**
 * Bounded ("N-month") retention: active means an order in exactly that calendar month. Months without a count are
 * zero. Cohorts come out in order of time; a month in which nobody bought first has no row.
 */
export function retention(counts: readonly CohortCount[], lastDay: Day): RetentionTable {
  const lastMonth = monthIndex(lastDay);
  const lastMonthComplete = monthIndex(lastDay + 1) !== lastMonth;
  const byCohort = new Map<number, Map<number, number>>();
  for (const { cohort, k, customers } of counts) {
    const row = byCohort.get(cohort) ?? new Map<number, number>();
    row.set(k, customers);
    byCohort.set(cohort, row);
  }
  const cohorts = [...byCohort.keys()]
    .toSorted((a, b) => a - b)
    .map((cohort) => {
      const row = byCohort.get(cohort)!;
      const cells = Array.from({ length: Math.min(mostMonths, lastMonth - cohort + 1) }, (_, k) => ({
        customers: row.get(k) ?? 0,
        complete: cohort + k < lastMonth || lastMonthComplete,
      }));
      return { cohort, size: row.get(0) ?? 0, cells };
    });
  return { cohorts, average: averageRow(cohorts) };
}

function averageRow(cohorts: readonly CohortRow[]): (number | null)[] {
  const months = cohorts.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: months }, (_, k) => {
    let active = 0;
    let size = 0;
    for (const cohort of cohorts) {
      const cell = cohort.cells[k];
      if (!cell?.complete) continue;
      active += cell.customers;
      size += cohort.size;
    }
    return size > 0 ? active / size : null;
  });
}
