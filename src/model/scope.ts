import type { Day } from '../base/day.ts';

export const measures = ['amount', 'profit', 'quantity', 'orders'] as const;
export type Measure = (typeof measures)[number];

/**
 * Which rows count and what is summed; the settings that every lens obeys. Definitions and defaults are those printed
 * beside the settings on the page:
 * - returns `net`: negative lines are subtracted inside the customer; `ignore`: only lines above zero count.
 * - nonpositive `apart`: customers whose sum is zero or less are listed apart; `zero`: ranked as zero; `keep`: as they are.
 * - walkin `apart`: rows without a customer are a pool outside the ranking; `one`: all of them as one customer.
 * - duplicates `drop`: of rows that are equal in every cell only the first counts.
 */
export interface Scope {
  readonly measure: Measure;
  readonly returns: 'net' | 'ignore';
  readonly nonpositive: 'apart' | 'zero' | 'keep';
  readonly walkin: 'apart' | 'one';
  readonly duplicates: 'keep' | 'drop';
  /** First and last day that count, both included; null = the file's own. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** The day on which silence is measured; rows after it do not count. null = the last day in scope. */
  readonly asOf: Day | null;
}

export const defaultScope: Scope = {
  measure: 'amount',
  returns: 'net',
  nonpositive: 'apart',
  walkin: 'apart',
  duplicates: 'keep',
  from: null,
  to: null,
  asOf: null,
};
