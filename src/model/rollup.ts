import type { Day } from '../base/day.ts';
import { fingerprint } from '../base/fingerprint.ts';
import type { Role } from '../base/role.ts';
import { latest } from '../sql/canonical.ts';
import { empty, ident, join, sql, type Sql } from '../sql/sql.ts';
import type { Model } from './model.ts';
import type { Scope } from './scope.ts';

/** Stands for all rows without a customer where the user asks to see them as one customer. */
export const walkinId = '(walk-in)';

/** The days that a scope resolves to on a model; null where the file has no dates. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  /** The day on which silence is measured. */
  readonly asOf: Day;
  /** Growth compares the `halfDays` days up to and including `to` with as many days before them; an odd day is dropped. */
  readonly halfDays: number;
}

export function resolvePeriod(scope: Scope, model: Model): Period | null {
  if (model.firstDay === null || model.lastDay === null) return null;
  const from = scope.from ?? model.firstDay;
  const asOf = scope.asOf ?? Math.min(scope.to ?? model.lastDay, model.lastDay);
  const to = Math.min(scope.to ?? model.lastDay, asOf);
  return { from, to, asOf, halfDays: Math.max(0, Math.floor((to - from + 1) / 2)) };
}

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
  readonly drop: readonly string[];
}

/** No period is chosen: rows without a date, which belong to none, count as well. */
const wholeFile = ({ from, to, asOf }: Scope): boolean => from === null && to === null && asOf === null;

const dayLiteral = (day: Day): Sql => sql`(DATE '1970-01-01' + ${Math.trunc(day)}::INTEGER)`;

/**
 * A DECIMAL(18,4) as an integer of ten-thousandths, exact. From 10^10 on the product needs 128 bits, which take ten
 * times as long: only such amounts go that way.
 */
const tenThousandths = (decimal: Sql): Sql => sql`CASE
  WHEN ${decimal} BETWEEN CAST(-9999999999 AS DECIMAL(18,4)) AND CAST(9999999999 AS DECIMAL(18,4)) THEN CAST(${decimal} * 10000 AS BIGINT)
  ELSE CAST(CAST(${decimal} AS DECIMAL(28,4)) * 10000 AS BIGINT) END`;

function scopedLines(scope: Scope, model: Model, period: Period | null): Sql {
  // Ten-thousandths already here: sums of decimals have 128 bits, and scaling them takes as long as summing does.
  const value: Record<Scope['measure'], Sql> = {
    amount: tenThousandths(sql`amount`),
    profit: tenThousandths(sql`coalesce(profit, 0)`),
    quantity: tenThousandths(sql`coalesce(quantity, 0)`),
    orders: sql`0::BIGINT`,
  };
  // Record numbers begin anew in every file.
  const row = sql`concat(source, ':', row_no)`;
  const orderKey =
    model.orderIds || model.undated
      ? sql`coalesce(order_id, ${model.dates ? sql`CAST(day AS VARCHAR)` : row}, ${row})`
      : model.dates
        ? sql`day`
        : row;
  const customer = scope.walkin === 'one' ? sql`coalesce(customer_id, ${walkinId})` : sql`customer_id`;
  const conditions: Sql[] = [];
  if (scope.walkin === 'apart') conditions.push(sql`customer_id IS NOT NULL`);
  if (scope.returns === 'ignore') conditions.push(sql`amount > 0`);
  if (period && !(model.undated && wholeFile(scope)))
    conditions.push(sql`day BETWEEN ${dayLiteral(period.from)} AND ${dayLiteral(period.to)}`);
  const from =
    scope.duplicates === 'drop'
      ? sql`(SELECT * FROM lines QUALIFY row_number() OVER (PARTITION BY row_hash ORDER BY source, row_no) = 1)`
      : sql`lines`;
  return sql`SELECT ${customer} AS customer_id, customer_name, ${orderKey} AS order_key, day, amount, row_no, source,
    ${value[scope.measure]} AS value, potential
  FROM ${from}${conditions.length ? sql` WHERE ${join(conditions, ' AND ')}` : empty}`;
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
  const drop = [sql`DROP TABLE IF EXISTS ${customers}`.text];
  if (period) {
    statements.push(
      sql`CREATE OR REPLACE TABLE ${days} AS
SELECT customer_id, day, CAST(${dayOrders} AS BIGINT) AS orders,
  CAST(${byOrders ? sql`${dayOrders} * 10000` : sql`sum(value)`} AS BIGINT) AS value
FROM (${byOrder ?? scoped})${model.undated ? sql` WHERE day IS NOT NULL` : empty} GROUP BY customer_id, day`
        .text,
    );
    drop.push(sql`DROP TABLE IF EXISTS ${days}`.text);
  }
  return { key, customers, days, period, statements, drop };
}
