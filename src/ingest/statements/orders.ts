import type { Role } from '../../base/role.ts';
import { ident, join, sql, type Sql } from '../../sql/sql.ts';
import { isBlankSql, unwrapSql } from '../numbersSql.ts';
import type { ImportPlan, SetAsideReason } from '../types.ts';
import { columnOf } from './rows.ts';
import { idSql, trimmedSql } from './texts.ts';

/** Marks rows whose amount stands in the first row of their order; they are used, but are no lines. */
const folded = '+';

/** Whether a row cannot be read without the other rows of its order. */
export const ordersNeeded = ({ columns, repairs }: ImportPlan): boolean =>
  columns.some((column) => column.role === 'order_id') &&
  (repairs.fillDown || repairs.orderTotals === 'once' || repairs.duplicateOrders !== 'keep');

/** What stands once for a whole order in exports of order lines; product and category differ from line to line. */
const filledRoles: readonly Role[] = [
  'customer_id', 'customer_name', 'order_date', 'status', 'currency', 'channel', 'region', 'industry', 'size', 'member_level',
  'customer_type', 'account_manager', 'lifecycle', 'campaign', 'group',
]; // prettier-ignore

/** Blank cells take the last value above them in the same order (see continuedRows); a blank amount below the order's first row is 0. */
export function filledRows(plan: ImportPlan, from: Sql): Sql {
  const order = columnOf(plan, 'order_id') ?? 0;
  const key = idSql(sql`order_text`);
  const blank = (x: Sql): Sql => isBlankSql(unwrapSql(x));
  const above = sql`OVER (PARTITION BY order_key ORDER BY row_no ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;
  const filled = [...new Set(filledRoles.map((role) => columnOf(plan, role)))].flatMap((index) => {
    if (index === null || index === order) return [];
    const x = ident(`c${index}`);
    const value = sql`last_value(CASE WHEN NOT ${blank(x)} THEN ${x} END IGNORE NULLS) ${above}`;
    return [sql`CASE WHEN order_key IS NULL THEN ${x} ELSE coalesce(${value}, ${x}) END AS ${x}`];
  });
  const amount = columnOf(plan, 'amount');
  if (amount !== null) {
    const x = ident(`c${amount}`);
    filled.push(sql`CASE WHEN order_key IS NOT NULL AND ${blank(x)} AND row_number() ${above} > 1 THEN '0' ELSE ${x} END AS ${x}`); // prettier-ignore
  }
  const keyed = sql`(SELECT *, ${key} AS order_key FROM (SELECT *, nullif(${trimmedSql(ident(`c${order}`))}, '') AS order_text FROM ${continuedRows(plan, order, from)}))`;
  filled.push(sql`CASE WHEN continues THEN hash(row_hash, order_key) ELSE row_hash END AS row_hash`);
  return sql`(SELECT * REPLACE (${filled}) FROM ${keyed})`;
}

/**
 * Rows that leave order, customer and date blank are lines of the order above them, as printed lists have them; where
 * products are named, only rows that name one, since the others may be totals.
 */
function continuedRows(plan: ImportPlan, order: number, from: Sql): Sql {
  const blank = (index: number): Sql => isBlankSql(unwrapSql(ident(`c${index}`)));
  const mapped = (roles: readonly Role[]): number[] =>
    roles.map((role) => columnOf(plan, role)).filter((index) => index !== null);
  const customers = mapped(['customer_id', 'customer_name']);
  if (customers.length === 0) return sql`(SELECT *, false AS continues FROM ${from})`;
  const x = ident(`c${order}`);
  const own = idSql(sql`own_text`);
  const asked = [
    sql`${own} IS NULL`,
    ...[...customers, ...mapped(['order_date'])].map(blank),
    ...mapped(['product']).map((index) => sql`NOT ${blank(index)}`),
  ];
  const above = sql`last_value(CASE WHEN ${own} IS NOT NULL THEN ${x} END IGNORE NULLS) OVER (ORDER BY row_no ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;
  const asking = sql`(SELECT *, coalesce(${join(asked, ' AND ')}, false) AS continues, ${above} AS order_above FROM (SELECT *, nullif(${trimmedSql(x)}, '') AS own_text FROM ${from}))`;
  return sql`(SELECT * EXCLUDE (own_text, order_above) REPLACE (CASE WHEN continues THEN coalesce(order_above, ${x}) ELSE ${x} END AS ${x}) FROM ${asking})`;
}

/**
 * Statements that put rows read carefully into the table, with the repairs that look at whole orders. Of an order only
 * rows that are used count, so that its amount is not lost with a row that is set aside.
 */
export function byOrder(plan: ImportPlan, source: number, rows: Sql, insert: (rows: Sql) => Sql): Sql[] {
  const { orderTotals, duplicateOrders } = plan.repairs;
  const used = sql`PARTITION BY order_id, reason IS NULL`;
  const numbered = (from: Sql): Sql =>
    sql`(SELECT *, CASE WHEN reason IS NULL AND order_id IS NOT NULL THEN row_number() OVER (${used} ORDER BY row_no) END AS nth FROM (${from}))`;
  let select = rows;
  if (orderTotals === 'once') {
    const profit = columnOf(plan, 'profit') === null ? sql`TRY_CAST(profit - amount AS DECIMAL(18,4))` : sql`profit`; // prettier-ignore
    select = sql`SELECT * EXCLUDE (nth) REPLACE (CASE WHEN nth > 1 THEN 0 ELSE amount END AS amount, CASE WHEN nth > 1 THEN ${profit} ELSE profit END AS profit) FROM ${numbered(select)}`;
  }
  const order = columnOf(plan, 'order_id') ?? 0;
  const later = (reason: string): Sql[] => [
    sql`CASE WHEN nth > 1 THEN ${reason} ELSE reason END AS reason`,
    sql`CASE WHEN nth > 1 THEN ${order} ELSE column_index END AS column_index`,
    sql`CASE WHEN nth > 1 THEN order_id ELSE raw END AS raw`,
  ];
  if (duplicateOrders === 'first')
    select = sql`SELECT * EXCLUDE (nth) REPLACE (${later('duplicate_order' satisfies SetAsideReason)}) FROM ${numbered(select)}`;
  if (duplicateOrders !== 'sum') return [insert(select)];
  const whole = ['amount', 'quantity', 'profit'].map((name) => {
    const x = ident(name);
    return sql`CASE WHEN nth = 1 THEN TRY_CAST(sum(${x}) OVER (${used}) AS DECIMAL(18,4)) ELSE ${x} END AS ${x}`;
  });
  const summed = sql`SELECT * EXCLUDE (nth) REPLACE (${[...whole, ...later(folded)]}) FROM ${numbered(select)}`;
  const amount = columnOf(plan, 'amount') ?? columnOf(plan, 'unit_price') ?? 0;
  // A sum that is too large to be held; without an amount column there never was one.
  const priced = columnOf(plan, 'unit_price') !== null && columnOf(plan, 'quantity') !== null;
  const lost = sql`(reason IS NULL AND amount IS NULL AND ${columnOf(plan, 'amount') !== null || priced})`;
  const checked = sql`SELECT * REPLACE (CASE WHEN ${lost} THEN ${'amount_too_large' satisfies SetAsideReason} ELSE reason END AS reason, CASE WHEN ${lost} THEN ${amount} ELSE column_index END AS column_index) FROM (${summed})`;
  return [
    insert(checked),
    sql`INSERT INTO folded_next SELECT source, count(*) FROM lines_next WHERE reason = ${folded} GROUP BY source`,
    sql`DELETE FROM lines_next WHERE source = ${source} AND reason = ${folded}`,
  ];
}
