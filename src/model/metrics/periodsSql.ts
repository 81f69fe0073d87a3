import { sql, type Sql } from '../../sql/sql.ts';
import { dayLiteral, scopedLines } from '../scopedLines.ts';
import type { DatedGround } from './ground.ts';
import type { MetricOptions } from './types.ts';

/** A shop that is shut over the new year still has the whole year: its data reach this far into the year's last days. */
const edgeDays = 7;
/** As many different days, all of them the first of a month, are months or years that were written as a day. */
const fewestCoarseDays = 3;
/** Below this (ten-thousandths), 100,000 periods' sums of squares times their number stay inside 128 bits. */
const exactBelow = 10_000_000_000_000;

const month = (day: Sql): Sql => sql`(year(${day}) * 12 + month(${day}) - 1)`;

/**
 * CTE `reach`(until): the last day that the data in scope cover. Files by month, quarter, half-year or year have the
 * first day of each as their day; such a day stands for all of it.
 */
function reach({ model, rollup }: DatedGround): Sql {
  const to = dayLiteral(Math.min(rollup.period.to, model.lastDay ?? rollup.period.to));
  const enough = model.shape === 'periods' ? sql`count(*) > 0` : sql`count(*) >= ${fewestCoarseDays}`;
  return sql`reach AS (
  SELECT CASE WHEN months = 0 THEN ${to}
    ELSE make_date(CAST(${month(to)} // months * months + months AS BIGINT) // 12, (${month(to)} // months * months + months) % 12 + 1, 1) - 1 END AS until
  FROM (SELECT CASE WHEN NOT coalesce(bool_and(day(day) = 1) AND ${enough}, false) THEN 0
      WHEN bool_and(month(day) = 1) THEN 12 WHEN bool_and(month(day) IN (1, 7)) THEN 6 WHEN bool_and(month(day) % 3 = 1) THEN 3 ELSE 1 END AS months
    FROM (SELECT DISTINCT day FROM ${rollup.days})))`;
}

/**
 * The measure over equal periods from the customer's first to the last complete one, missing periods being zero: n
 * (periods), total (ten-thousandths), deviation (n · Σv² - (Σv)², DOUBLE of the exact integer) and moment (Σ t · v, t
 * counting periods from 0).
 */
export function periodsQuery(
  ground: DatedGround,
  { cvPeriod, cvFrom }: Pick<MetricOptions, 'cvPeriod' | 'cvFrom'>,
): string {
  const { rollup, model } = ground;
  const length = cvPeriod === 'quarter' ? 3 : 1;
  const bucket = (day: Sql): Sql => sql`${month(day)} // ${length}`;
  const from = dayLiteral(Math.max(rollup.period.from, model.firstDay ?? rollup.period.from));
  const first = cvFrom === 'data' ? bucket(from) : bucket(sql`first_day`);
  // In doubles only what is too large for the exact way: Σv² of n periods out of the spread of those that have sales.
  const rough = sql`n * (coalesce(var_pop(v), 0) * count(v) + avg(v) * avg(v) * count(v) * (n - count(v)) / n)`;
  const exact = sql`CAST(n * sum(CASE WHEN abs(v) < ${exactBelow} THEN CAST(v AS HUGEINT) * v END) - sum(CASE WHEN abs(v) < ${exactBelow} THEN CAST(v AS HUGEINT) END) * sum(CASE WHEN abs(v) < ${exactBelow} THEN CAST(v AS HUGEINT) END) AS DOUBLE)`;
  return sql`WITH ${reach(ground)}, spans AS (
  SELECT k, customer_id, CAST(${first} AS BIGINT) AS first, CAST(greatest(0, ${bucket(sql`(until + 1)`)} - ${first}) AS BIGINT) AS n
  FROM ${rollup.customers}, reach WHERE first_day IS NOT NULL
), buckets AS (
  SELECT customer_id, ${bucket(sql`day`)} AS b, CAST(sum(value) AS BIGINT) AS v FROM ${rollup.days} GROUP BY ALL
), found AS (
  SELECT k, n, CAST(sum(v) AS BIGINT) AS total, CAST(sum(CAST(b - first AS DOUBLE) * v) AS DOUBLE) AS moment,
    CASE WHEN max(abs(v)) < ${exactBelow} AND n <= 100000 THEN ${exact} ELSE ${rough} END AS deviation
  FROM spans JOIN buckets USING (customer_id) WHERE b >= first AND b < first + n GROUP BY k, n
)
SELECT spans.n, CAST(coalesce(total, 0) AS BIGINT) AS total, coalesce(deviation, 0.0) AS deviation, coalesce(moment, 0.0) AS moment
FROM ${rollup.customers} c LEFT JOIN spans USING (k) LEFT JOIN found USING (k) ORDER BY c.k`.text;
}

/**
 * Volume of the last complete year and of the two before it, ten-thousandths: y0, y1, y2; null where the data do not
 * cover that year. A year counts as covered when the data begin in its first seven days and reach its last seven.
 */
export function yearsQuery(
  ground: DatedGround,
  { volume, partialYear }: Pick<MetricOptions, 'volume' | 'partialYear'>,
): string {
  const { rollup, model, scope } = ground;
  const rows =
    volume === 'measure' || volume === scope.measure
      ? rollup.days
      : sql`(${scopedLines({ ...scope, measure: volume }, model, rollup.period)})`;
  const from = dayLiteral(Math.max(rollup.period.from, model.firstDay ?? rollup.period.from));
  const complete = sql`year(until + ${edgeDays}) - 1`;
  const last = partialYear === 'include' ? sql`year(until)` : complete;
  const sum = (back: number): Sql =>
    sql`CAST(coalesce(sum(value) FILTER (WHERE year(day) = last - ${back}), 0) AS BIGINT) AS y${back}`;
  const covered = (back: number): Sql =>
    sql`CASE WHEN last - ${back} >= first THEN coalesce(x.y${back}, 0) END AS y${back}`;
  return sql`WITH ${reach(ground)}, years AS (
  SELECT ${last} AS last, year(${from} - ${edgeDays}) + 1 AS first FROM reach
)
SELECT ${[0, 1, 2].map(covered)}
FROM ${rollup.customers} c CROSS JOIN years LEFT JOIN (
  SELECT customer_id, ${[0, 1, 2].map(sum)} FROM ${rows}, years WHERE year(day) BETWEEN last - 2 AND last GROUP BY customer_id
) x USING (customer_id) ORDER BY c.k`.text;
}
