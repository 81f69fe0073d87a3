import { sql } from '../../sql/sql.ts';
import { dayLiteral } from '../scopedLines.ts';
import { inRankOrder, type DatedGround, type MetricGround } from './ground.ts';

/** Days and months with an order: order_days, active_months. Null where the customer's orders have no date. */
export function daysQuery(ground: MetricGround): string {
  const months = sql`SELECT customer_id, year(day) * 12 + month(day) AS month, count(*) AS days
    FROM ${ground.rollup.days} WHERE orders > 0 GROUP BY ALL`;
  const found = sql`SELECT customer_id, CAST(sum(days) AS BIGINT) AS order_days, count(*) AS active_months
    FROM (${months}) GROUP BY customer_id`;
  const columns = ['order_days', 'active_months'] as const;
  return inRankOrder(
    ground,
    columns.map((name) => sql`CASE WHEN c.orders > 0 THEN x.${sqlName[name]} ELSE 0 END AS ${sqlName[name]}`),
    found,
  ).text;
}

const sqlName = { order_days: sql`order_days`, active_months: sql`active_months` } as const;

/** Type-7 median of the days between a customer's consecutive order days: gap DOUBLE; null below two order days. */
export function usualGapQuery(ground: MetricGround): string {
  const gaps = sql`SELECT customer_id, day - lag(day) OVER (PARTITION BY customer_id ORDER BY day) AS gap
    FROM ${ground.rollup.days} WHERE orders > 0`;
  const found = sql`SELECT customer_id, CAST(quantile_cont(gap, 0.5) AS DOUBLE) AS gap
    FROM (${gaps}) WHERE gap IS NOT NULL GROUP BY customer_id`;
  return inRankOrder(ground, [sql`x.gap`], found).text;
}

/**
 * What followed a customer's k-th order day: customers (whose k-th order day lies at least `within` days before the end
 * of the data in scope) and again (of them, with another order day at most that many days later); one row for each k
 * from 1 on, in that order.
 */
export function repeatsQuery({ rollup, model }: DatedGround, within: number): string {
  const { to } = rollup.period;
  const watched = dayLiteral(Math.min(to, model.lastDay ?? to) - within);
  return sql`SELECT count(*) AS customers, count(*) FILTER (WHERE gap <= ${within}) AS again FROM (
  SELECT day, row_number() OVER turns AS k, lead(day) OVER turns - day AS gap
  FROM ${rollup.days} WHERE orders > 0 WINDOW turns AS (PARTITION BY customer_id ORDER BY day))
WHERE day <= ${watched} GROUP BY k ORDER BY k`.text;
}
