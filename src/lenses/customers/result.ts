import type { PlainTable } from '../../base/table.ts';
import { nothing, usable, type Figures, type Frame, type LensResult } from '../types.ts';

export interface CustomerList {
  /** All customers with an id in scope, those listed apart included. */
  readonly customers: number;
}

export const result = (
  _tables: Readonly<Record<string, PlainTable>>,
  frame: Frame,
): LensResult<CustomerList> =>
  frame.customers.n === 0 ? nothing('no_customers') : usable({ customers: frame.customers.n });

/** Counts and sums of the list stand under overview and pareto; a second name for them could only drift. */
export const figures = (): Figures => ({});
