import type { Model } from '../../model/model.ts';
import type { Scope } from '../../model/scope.ts';
import { measureSum, scopedLines } from '../../model/scopedLines.ts';
import { ident, sql, type Sql } from '../../sql/sql.ts';
import type { Frame, Ground, Needs } from '../types.ts';
import { groupAttributes, groupRoles, type CompareParams, type Way } from './params.ts';
import { spansOf } from './periods.ts';

/** Curves on one axis; more could not be told apart. */
export const mostGroups = 5;

/** What this file can be compared by. */
export function waysOf(model: Model): Way[] {
  const attribute = (column: string): boolean => model.attributes.some((a) => a.column === column);
  return [
    ...groupRoles.filter((role) => model.dimensions.includes(role) || attribute(role)),
    ...groupAttributes.filter(attribute),
    ...(model.dates ? (['year', 'period'] as const) : []),
    'sample',
  ];
}

/** What is compared under the settings: what the file does not have is replaced by the first that it has. */
export function wayOf(model: Model, { by }: CompareParams): Way {
  const ways = waysOf(model);
  return ways.find((way) => way === by) ?? ways[0] ?? 'sample';
}

/** Value per group and customer: grp (text, empty = not stated), customer_id, value (ten-thousandths). */
function valuesBy(way: Way, { model, scope, rollup }: Ground): Sql | null {
  if (way === 'period' || way === 'sample') return null;
  const named = (text: Sql): Sql => sql`coalesce(trim(${text}), '')`;
  const ofLines = (text: Sql): Sql =>
    sql`SELECT grp, customer_id, ${measureSum(scope, model)} AS value
  FROM (SELECT * REPLACE (${named(sql`grp`)} AS grp) FROM (${scopedLines(scope, model, rollup.period, [sql`${text} AS grp`])})) GROUP BY grp, customer_id`;
  if (way === 'year') return ofLines(sql`CAST(year(day) AS VARCHAR)`);
  if ((model.dimensions as readonly string[]).includes(way)) return ofLines(ident(way));
  return sql`SELECT ${named(sql`p.${ident(way)}`)} AS grp, r.customer_id, r.value
  FROM ${rollup.customers} r LEFT JOIN customers p USING (customer_id)`;
}

/** What a customer adds to the total of a group's curve, under the rule for values at or below zero. */
const onCurve = ({ nonpositive }: Scope): Sql =>
  nonpositive === 'keep' ? sql`value` : sql`greatest(value, 0)`;

/**
 * curves, one statement because grouping is what takes the time: for each of the largest groups (of the latest years)
 * whose curve has a total above zero, in the order of `place`, a head row and then its customers, largest first.
 * Head: k = -1, name, value = total of the groups that are not drawn, groups = all, without = those without such a
 * total. Customer: k = rank in the notebook, value inside the group. A single head without a place where there is none.
 */
export function query(ground: Ground, params: CompareParams): Record<string, string> {
  const way = wayOf(ground.model, params);
  const values = valuesBy(way, ground);
  if (!values) return {};
  const order = way === 'year' ? sql`grp DESC` : sql`total DESC, grp`;
  return {
    curves: sql`WITH each AS MATERIALIZED (${values}),
totals AS (SELECT grp, sum(${onCurve(ground.scope)}) AS total FROM each GROUP BY grp),
best AS (SELECT grp, total, row_number() OVER (ORDER BY ${order}) - 1 AS place FROM totals WHERE total > 0
  QUALIFY row_number() OVER (ORDER BY ${order}) <= ${mostGroups}),
sums AS (SELECT count(*) AS groups, count(*) FILTER (WHERE total <= 0) AS without, coalesce(sum(total) FILTER (WHERE total > 0), 0) AS total FROM totals)
SELECT CAST(place AS BIGINT) AS place, CAST(-1 AS BIGINT) AS k, CAST(sums.total - coalesce(sum(best.total) OVER (), 0) AS BIGINT) AS value,
  grp AS name, CAST(groups AS BIGINT) AS groups, CAST(without AS BIGINT) AS without
FROM sums LEFT JOIN best ON true
UNION ALL
SELECT CAST(place AS BIGINT), r.k, CAST(each.value AS BIGINT), NULL, NULL, NULL
FROM each JOIN best USING (grp) JOIN ${ground.rollup.customers} r USING (customer_id)
ORDER BY place, groups NULLS LAST, value DESC, k`.text,
  };
}

/** Both periods as scopes of their own. */
export function needs(frame: Frame, params: CompareParams): Needs {
  if (wayOf(frame.model, params) !== 'period' || !frame.rollup.period) return {};
  const spans = spansOf(frame.rollup.period, params);
  if (!spans) return {};
  return { scopes: [spans.first, spans.second].map(({ from, to }) => ({ ...frame.scope, from, to, asOf: null })) }; // prettier-ignore
}
