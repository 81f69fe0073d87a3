import type { TextColumn } from '../../base/table.ts';
import { latest } from '../../sql/canonical.ts';
import { ident, join, sql, type Sql } from '../../sql/sql.ts';
import { scopedLines } from '../scopedLines.ts';
import { textPlace } from './catalogue.ts';
import { knownThen, type MetricGround } from './ground.ts';
import type { TextId, TextValues } from './types.ts';

/**
 * A text of each customer: code (0 = the most frequent text, equally frequent ones by spelling; null = none) and value,
 * which is written only for the first customer of each code, so that half a million texts are not decoded for ten
 * different ones. The latest answer of a survey, else the attribute, else the latest row in scope.
 */
export function textQuery(ground: MetricGround, id: TextId): string {
  const { model, scope, rollup } = ground;
  const column = ident(id);
  const place = textPlace(id, model);
  const last = sql`arg_max(${column}, ${latest}) FILTER (WHERE ${column} IS NOT NULL) AS value`;
  const sources: Sql[] = [];
  if (place.survey)
    sources.push(sql`SELECT customer_id, ${last} FROM surveys WHERE ${knownThen(ground)} GROUP BY customer_id`); // prettier-ignore
  if (place.attribute) sources.push(sql`SELECT customer_id, ${column} AS value FROM customers`);
  if (place.lines)
    sources.push(sql`SELECT customer_id, ${last} FROM (${scopedLines(scope, model, rollup.period, [column])}) GROUP BY customer_id`); // prettier-ignore
  const names = sources.map((_, i) => ident(`s${i}`));
  const joins = sources.map((source, i) => sql`LEFT JOIN (${source}) ${names[i]!} USING (customer_id)`);
  const value = sql`coalesce(${names.map((name) => sql`nullif(trim(${name}.value), '')`)})`;
  return sql`WITH known AS MATERIALIZED (
  SELECT c.k, ${value} AS value FROM ${rollup.customers} c ${join(joins, ' ')}
), codes AS (
  SELECT value, row_number() OVER (ORDER BY count(*) DESC, value) - 1 AS code, min(k) AS first
  FROM known WHERE value IS NOT NULL GROUP BY value
)
SELECT CAST(codes.code AS BIGINT) AS code, CASE WHEN codes.first = known.k THEN known.value END AS value
FROM known LEFT JOIN codes USING (value) ORDER BY known.k`.text;
}

export const noTexts = (n: number): TextValues => ({ codes: new Int32Array(n).fill(-1), values: [] });

/** The answer of textQuery. */
export function textValues(code: Float64Array, value: TextColumn): TextValues {
  const codes = new Int32Array(code.length);
  const values: string[] = [];
  code.forEach((c, k) => {
    codes[k] = Number.isNaN(c) ? -1 : c;
    if (!Number.isNaN(c)) values[c] ??= value.at(k) ?? '';
  });
  return { codes, values };
}
