import { assert } from '../base/assert.ts';

/** How customers went from one period's states to another's; square tables, row = from, column = to. */
export interface Transition {
  readonly states: number;
  readonly counts: readonly (readonly number[])[];
  /** Sums of the customers' values in the first and in the second period, in the unit of the values. */
  readonly valueFrom: readonly (readonly number[])[];
  readonly valueTo: readonly (readonly number[])[];
  /** Customers counted. */
  readonly customers: number;
}

/**
 * Transition table of customers with a state in each of two periods.
 * @param from state of each customer in the first period, 0 to `states` - 1
 * @param to in the second; customers whose state is `leaveOut` in both are not counted
 * @param values of each customer in either period
 */
export function transition(
  from: Uint8Array,
  to: Uint8Array,
  states: number,
  leaveOut: number,
  values: { readonly from: Float64Array; readonly to: Float64Array },
): Transition {
  assert(from.length === to.length, `${from.length} states and ${to.length}`);
  const counts = new Float64Array(states * states);
  const valueFrom = new Float64Array(states * states);
  const valueTo = new Float64Array(states * states);
  let customers = 0;
  for (let k = 0; k < from.length; k++) {
    if (to[k] === leaveOut && from[k] === leaveOut) continue;
    const cell = from[k]! * states + to[k]!;
    counts[cell]! += 1;
    valueFrom[cell]! += values.from[k]!;
    valueTo[cell]! += values.to[k]!;
    customers++;
  }
  const rows = (flat: Float64Array): number[][] =>
    Array.from({ length: states }, (_, i) => Array.from(flat.subarray(i * states, (i + 1) * states)));
  return { states, counts: rows(counts), valueFrom: rows(valueFrom), valueTo: rows(valueTo), customers };
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The table with all states from `first` on as one, which is the last. */
export function mergeFrom(counts: readonly (readonly number[])[], first: number): number[][] {
  const columns = (row: readonly number[]): number[] => [...row.slice(0, first), sum(row.slice(first))];
  const kept = counts.slice(0, first).map(columns);
  const merged = counts.slice(first).map(columns);
  return [...kept, Array.from({ length: first + 1 }, (_, j) => sum(merged.map((row) => row[j] ?? 0)))];
}
