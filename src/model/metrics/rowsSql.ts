import type { Role } from '../../base/role.ts';
import { ident, sql, type Sql } from '../../sql/sql.ts';
import { scopedLines, tenThousandths } from '../scopedLines.ts';
import { inRankOrder, type MetricGround } from './ground.ts';

/**
 * Sums over the rows in scope, ten-thousandths: sold and returned (amounts above and below zero; returned is negative
 * or zero), profit (null where no row of the customer has one), quantity.
 */
export function rowsQuery(ground: MetricGround): string {
  const { model, scope, rollup } = ground;
  const profit = model.profit ? [tenThousandths(sql`profit`)] : [];
  const quantity = model.quantity ? [tenThousandths(sql`quantity`)] : [];
  const lines = scopedLines({ ...scope, measure: 'amount' }, model, rollup.period, [
    ...profit.map((column) => sql`${column} AS profit`),
    ...quantity.map((column) => sql`${column} AS quantity`),
  ]);
  const sum = (name: string): Sql => sql`CAST(sum(${ident(name)}) AS BIGINT) AS ${ident(name)}`;
  const found = sql`SELECT customer_id, CAST(coalesce(sum(value) FILTER (WHERE value > 0), 0) AS BIGINT) AS sold,
    CAST(coalesce(sum(value) FILTER (WHERE value < 0), 0) AS BIGINT) AS returned
    ${model.profit ? sql`, ${sum('profit')}` : sql``}${model.quantity ? sql`, ${sum('quantity')}` : sql``}
  FROM (${lines}) GROUP BY customer_id`;
  const columns = [
    'sold',
    'returned',
    ...(model.profit ? ['profit'] : []),
    ...(model.quantity ? ['quantity'] : []),
  ];
  return inRankOrder(ground, columns.map((name) => sql`x.${ident(name)}`), found).text; // prettier-ignore
}

/** How many different products or categories a customer has bought (rows above zero): n. */
export function differentQuery(ground: MetricGround, role: Extract<Role, 'category' | 'product'>): string {
  const { model, scope, rollup } = ground;
  const column = ident(role);
  // Pairs first: two plain groupings take a fraction of what a count of different values inside one does.
  const pairs = sql`SELECT customer_id, ${column} FROM (${scopedLines(scope, model, rollup.period, [column])})
    WHERE amount > 0 AND ${column} IS NOT NULL GROUP BY customer_id, ${column}`;
  const found = sql`SELECT customer_id, count(*) AS n FROM (${pairs}) GROUP BY customer_id`;
  return inRankOrder(ground, [sql`coalesce(x.n, 0) AS n`], found).text;
}
