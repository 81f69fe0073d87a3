import type { Day } from '../../base/day.ts';
import type { PlainTable } from '../../base/table.ts';
import { gapCounts, gapsQuery } from '../../model/gaps.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { suggestedSilence } from '../../stats/silence.ts';
import type { Ground } from '../types.ts';
import type { ChurnParams } from './params.ts';

/** Shortest window of a back-test: in a shorter one nearly everybody looks lost. */
const shortestWindow = 90;

const date = (day: Day): Sql => sql`(DATE '1970-01-01' + ${Math.trunc(day)}::INTEGER)`;

export function query({ rollup }: Ground): Record<string, string> {
  if (!rollup.period) return {};
  return {
    gaps: gapsQuery(rollup),
    cohorts: sql`WITH months AS (
  SELECT DISTINCT customer_id, year(day) * 12 + month(day) - 1 AS month FROM ${rollup.days} WHERE orders > 0
), firsts AS (SELECT customer_id, min(month) AS cohort FROM months GROUP BY customer_id)
SELECT CAST(cohort AS BIGINT) AS cohort, CAST(month - cohort AS BIGINT) AS k, count(*) AS customers
FROM months JOIN firsts USING (customer_id) GROUP BY ALL ORDER BY ALL`.text,
  };
}

/** What the settings resolve to on these data; null without any gap to suggest from and no number chosen. */
export interface Rule {
  readonly silenceDays: number;
  readonly suggested: number | null;
  readonly cut: Day;
  readonly window: number;
  /** The window ends after the data do, so who has not returned yet may still do so. */
  readonly open: boolean;
}

export function ruleOf(
  tables: Readonly<Record<string, PlainTable>>,
  ground: Ground,
  params: ChurnParams,
): Rule | null {
  const { period } = ground.rollup;
  if (!period) return null;
  const suggested = suggestedSilence(gapCounts(tables.gaps));
  const silenceDays = params.silenceDays ?? suggested;
  if (silenceDays === null) return null;
  const last = Math.min(period.to, ground.model.lastDay ?? period.to);
  const window = params.backtestWindow ?? Math.max(silenceDays, shortestWindow);
  const cut = params.backtestCut ?? last - window;
  return { silenceDays, suggested, cut, window, open: cut + window > last };
}

/** Silence of each eligible customer at the cut date, counted, with who ordered in the window after it. */
export function follow(
  tables: Readonly<Record<string, PlainTable>>,
  ground: Ground,
  params: ChurnParams,
): Record<string, string> {
  const rule = ruleOf(tables, ground, params);
  if (!rule) return {};
  const { days } = ground.rollup;
  return {
    gapsToCut: gapsQuery(ground.rollup, rule.cut),
    atCut:
      sql`SELECT CAST(${date(rule.cut)} - last_day AS BIGINT) AS silence, returned, count(*) AS customers FROM (
  SELECT max(day) FILTER (WHERE day <= ${date(rule.cut)}) AS last_day,
    coalesce(bool_or(day > ${date(rule.cut)} AND day <= ${date(rule.cut + rule.window)}), false) AS returned
  FROM ${days} WHERE orders > 0 GROUP BY customer_id HAVING min(day) <= ${date(rule.cut)})
GROUP BY ALL ORDER BY ALL`.text,
  };
}
