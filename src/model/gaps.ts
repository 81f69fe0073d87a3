import type { Day } from '../base/day.ts';
import { numbers, type PlainTable } from '../base/table.ts';
import { empty, sql } from '../sql/sql.ts';
import type { GapCount } from '../stats/silence.ts';
import type { Rollup } from './rollup.ts';
import { dayLiteral } from './scopedLines.ts';

/**
 * Gaps between a customer's consecutive order days, counted by length: gap, customers; optionally only up to a day.
 * Whoever asks for the suggested silence asks this very text, so that it is answered once.
 */
export const gapsQuery = ({ days }: Pick<Rollup, 'days'>, until: Day | null = null): string =>
  sql`SELECT CAST(gap AS BIGINT) AS gap, count(*) AS customers FROM (
  SELECT day - lag(day) OVER (PARTITION BY customer_id ORDER BY day) AS gap FROM ${days}
  WHERE orders > 0${until === null ? empty : sql` AND day <= ${dayLiteral(until)}`})
WHERE gap IS NOT NULL GROUP BY gap ORDER BY gap`.text;

/** The answer as counts; empty where nothing was asked. */
export function gapCounts(table: PlainTable | undefined): GapCount[] {
  if (!table) return [];
  const count = numbers(table, 'customers');
  return Array.from(numbers(table, 'gap'), (gap, i) => ({ gap, count: count[i] ?? 0 }));
}
