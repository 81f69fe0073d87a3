import type { Day } from '../base/day.ts';
import { empty, join, sql, type Sql } from '../sql/sql.ts';
import type { Model } from './model.ts';
import type { Period } from './period.ts';
import type { Scope } from './scope.ts';

/** Stands for all rows without a customer where the user asks to see them as one customer. */
export const walkinId = '(walk-in)';

/** No period is chosen: rows without a date, which belong to none, count as well. */
export const wholeFile = ({ from, to, asOf }: Scope): boolean =>
  from === null && to === null && asOf === null;

export const dayLiteral = (day: Day): Sql => sql`(DATE '1970-01-01' + ${Math.trunc(day)}::INTEGER)`;

/**
 * A DECIMAL(18,4) as an integer of ten-thousandths, exact. From 10^10 on the product needs 128 bits, which take ten
 * times as long: only such amounts go that way.
 */
export const tenThousandths = (decimal: Sql): Sql => sql`CASE
  WHEN ${decimal} BETWEEN CAST(-9999999999 AS DECIMAL(18,4)) AND CAST(9999999999 AS DECIMAL(18,4)) THEN CAST(${decimal} * 10000 AS BIGINT)
  ELSE CAST(CAST(${decimal} AS DECIMAL(28,4)) * 10000 AS BIGINT) END`;

/**
 * SELECT of the rows in scope: customer_id, customer_name, order_key, day, amount, row_no, source, value
 * (ten-thousandths of the measure; 0 for orders, which are counted: see measureSum), potential, and further columns of
 * `lines`.
 */
export function scopedLines(
  scope: Scope,
  model: Model,
  period: Period | null,
  further: readonly Sql[] = [],
): Sql {
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
    ${value[scope.measure]} AS value, potential${further.length ? sql`, ${further}` : empty}
  FROM ${from}${conditions.length ? sql` WHERE ${join(conditions, ' AND ')}` : empty}`;
}

/** Aggregate over scoped rows: the measure in ten-thousandths, BIGINT; null without rows but for orders. */
export const measureSum = (scope: Scope, model: Model): Sql =>
  scope.measure === 'orders'
    ? sql`CAST(count(${model.orderPerRow ? sql`*` : sql`DISTINCT order_key`}) FILTER (WHERE amount > 0) * 10000 AS BIGINT)`
    : sql`CAST(sum(value) AS BIGINT)`;
