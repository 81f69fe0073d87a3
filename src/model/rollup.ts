import type { Day } from '../base/day.ts';
import { fingerprint } from '../base/fingerprint.ts';
import type { Role } from '../base/role.ts';
import { latest } from '../sql/canonical.ts';
import { empty, ident, sql, type Sql } from '../sql/sql.ts';
import type { Model } from './model.ts';
import { resolvePeriod, type Period } from './period.ts';
import type { Scope } from './scope.ts';
import { dayLiteral, scopedLines, wholeFile } from './scopedLines.ts';

/** Two tables made from one scope, named by what they were made from. */
export interface Rollup {
  readonly key: string;
  /**
   * One row per customer, ranked: k (0 = largest value, ties by id), customer_id, customer_name, value BIGINT
   * (ten-thousandths), orders INTEGER, first_day and last_day (of orders), row_first and row_last (of any row), lines (rows), half_1
   * and half_2 BIGINT (value of the two halves), potential DOUBLE.
   */
  readonly customers: Sql;
  /** customer_id, day, orders, value: only where the file has dates. */
  readonly days: Sql;
  readonly period: Period | null;
  readonly statements: readonly string[];
  /** Make `days`, when somebody asks for it: other periods are compared without. */
  readonly dayStatements: readonly string[];
  readonly drop: readonly string[];
}

/**
 * SQL of the customer rollup for a scope. An order is an order id (else a customer and day, else a row where the file
 * has neither) with at least one line whose amount is above zero; only orders count for orders, first and last day.
 */
export function rollup(scope: Scope, model: Model): Rollup {
  const period = resolvePeriod(scope, model);
  const key = fingerprint(
    JSON.stringify([scope.measure, scope.returns, scope.walkin, scope.duplicates, period, model.rows, model.undated && wholeFile(scope)]), // prettier-ignore
  );
  const customers = ident(`customers_${key}`);
  const days = ident(`days_${key}`);
  const scoped = scopedLines(scope, model, period);
  const placed = sql`FILTER (WHERE amount > 0)`;
  // Where every row is an order, rows are counted; inside one customer's day a day can only be one order.
  const orders = model.orderPerRow ? sql`count(*) ${placed}` : sql`count(DISTINCT order_key) ${placed}`;
  // Rows of a day's orders first, one row each: takes two thirds of the time of counting different orders.
  const byOrder =
    model.orderIds && !model.orderPerRow
      ? sql`SELECT customer_id, day, order_key, max(amount) AS amount, sum(value) AS value FROM (${scoped}) GROUP BY customer_id, day, order_key`
      : null;
  const rows = sql`count(*) ${placed}`;
  const dayOrders = model.orderIds || !period ? rows : sql`least(1, ${rows})`;
  const byOrders = scope.measure === 'orders';
  const middle = period ? period.to - period.halfDays : 0;
  const half = (from: Day, to: Day): Sql =>
    byOrders
      ? sql`count(${model.orderPerRow ? sql`*` : sql`DISTINCT order_key`}) FILTER (WHERE amount > 0 AND day > ${dayLiteral(from)} AND day <= ${dayLiteral(to)}) * 10000`
      : sql`coalesce(sum(value) FILTER (WHERE day > ${dayLiteral(from)} AND day <= ${dayLiteral(to)}), 0)`;
  const halves = period
    ? sql`CAST(${half(middle - period.halfDays, middle)} AS BIGINT) AS half_1, CAST(${half(middle, period.to)} AS BIGINT) AS half_2`
    : sql`NULL::BIGINT AS half_1, NULL::BIGINT AS half_2`;
  const profiled = (role: Role): boolean => model.attributes.some((attribute) => attribute.role === role);
  const name = model.names
    ? sql`arg_max(customer_name, ${latest}) FILTER (WHERE customer_name IS NOT NULL)`
    : sql`NULL::VARCHAR`;
  const potential = model.potential
    ? sql`CAST(arg_max(potential, ${latest}) FILTER (WHERE potential IS NOT NULL) AS DOUBLE)`
    : sql`NULL::DOUBLE`;
  // What the sales do not say of a customer, a profile may.
  const known = [
    ...(profiled('customer_name') ? [sql`coalesce(r.customer_name, p.customer_name) AS customer_name`] : []),
    ...(profiled('potential')
      ? [sql`coalesce(r.potential, TRY_CAST(p.potential AS DOUBLE)) AS potential`]
      : []),
  ];
  const withProfile = (rows: Sql): Sql =>
    known.length === 0
      ? rows
      : sql`SELECT r.* REPLACE (${known}) FROM (${rows}) r LEFT JOIN customers p USING (customer_id)`;
  const rolled = sql`
  SELECT customer_id, ${name} AS customer_name,
    CAST(${byOrders ? sql`${orders} * 10000` : sql`sum(value)`} AS BIGINT) AS value,
    CAST(${orders} AS BIGINT) AS orders, min(day) ${placed} AS first_day, max(day) ${placed} AS last_day,
    min(day) AS row_first, max(day) AS row_last, count(*) AS lines,
    ${halves}, ${potential} AS potential
  FROM (${scoped}) GROUP BY customer_id`;
  const statements = [
    sql`CREATE OR REPLACE TABLE ${customers} AS
SELECT CAST(row_number() OVER (ORDER BY value DESC, customer_id) - 1 AS BIGINT) AS k, * FROM (${withProfile(rolled)})`
      .text,
  ];
  const dayStatements: string[] = [];
  const drop = [sql`DROP TABLE IF EXISTS ${customers}`.text];
  if (period) {
    dayStatements.push(
      sql`CREATE OR REPLACE TABLE ${days} AS
SELECT customer_id, day, CAST(${dayOrders} AS BIGINT) AS orders,
  CAST(${byOrders ? sql`${dayOrders} * 10000` : sql`sum(value)`} AS BIGINT) AS value
FROM (${byOrder ?? scoped})${model.undated ? sql` WHERE day IS NOT NULL` : empty} GROUP BY customer_id, day`
        .text,
    );
    drop.push(sql`DROP TABLE IF EXISTS ${days}`.text);
  }
  return { key, customers, days, period, statements, dayStatements, drop };
}
