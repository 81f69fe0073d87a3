import { integers, numbers, texts, type PlainTable, type TextColumn } from '../base/table.ts';
import { sql } from '../sql/sql.ts';
import type { Rollup } from './rollup.ts';

/** The customer rollup as arrays in rank order; position k is the rank. Days are days since 1970, NaN = none. */
export interface CustomerTable {
  readonly n: number;
  readonly ids: TextColumn;
  readonly names: TextColumn | null;
  /** Ten-thousandths; bigint only beyond 2^53. */
  readonly value: Float64Array | readonly bigint[];
  readonly orders: Float64Array;
  readonly firstDay: Float64Array;
  readonly lastDay: Float64Array;
  /** Value of the first and last half of the period, ten-thousandths; NaN without dates. */
  readonly half1: Float64Array;
  readonly half2: Float64Array;
  readonly potential: Float64Array;
}

/** Rows in scope that belong to a customer. */
export const scopedRowsQuery = (rollup: Rollup): string =>
  sql`SELECT CAST(coalesce(sum(lines), 0) AS BIGINT) AS rows FROM ${rollup.customers}`.text;

export const customersQuery = (rollup: Rollup): string =>
  sql`SELECT customer_id, customer_name, value, orders, first_day, last_day, half_1, half_2, potential
FROM ${rollup.customers} ORDER BY k`.text;

const asDoubles = (values: Float64Array | readonly (bigint | null)[]): Float64Array =>
  values instanceof Float64Array ? values : Float64Array.from(values, (v) => (v === null ? NaN : Number(v)));

export function customersOf(table: PlainTable, hasNames: boolean): CustomerTable {
  const value = integers(table, 'value');
  return {
    n: table.rows,
    ids: texts(table, 'customer_id'),
    names: hasNames ? texts(table, 'customer_name') : null,
    value: value instanceof Float64Array ? value : value.map((v) => v ?? 0n),
    orders: numbers(table, 'orders'),
    firstDay: numbers(table, 'first_day'),
    lastDay: numbers(table, 'last_day'),
    half1: asDoubles(integers(table, 'half_1')),
    half2: asDoubles(integers(table, 'half_2')),
    potential: numbers(table, 'potential'),
  };
}
