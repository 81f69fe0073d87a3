import { sql, type Sql } from '../../sql/sql.ts';
import type { Model } from '../model.ts';
import type { Period } from '../period.ts';
import type { Rollup } from '../rollup.ts';
import type { Scope } from '../scope.ts';
import { dayLiteral } from '../scopedLines.ts';

/** What the statements of metrics are made from. */
export interface MetricGround {
  readonly model: Model;
  readonly scope: Scope;
  readonly rollup: Rollup;
}

export interface DatedGround extends MetricGround {
  readonly rollup: Rollup & { readonly period: Period };
}

export const isDated = (ground: MetricGround): ground is DatedGround => ground.rollup.period !== null;

/** Columns for every customer in the order of ranks, from rows of `found` (customer_id and what `columns` name). */
export const inRankOrder = ({ rollup }: MetricGround, columns: readonly Sql[], found: Sql): Sql =>
  sql`SELECT ${columns} FROM ${rollup.customers} c LEFT JOIN (${found}) x USING (customer_id) ORDER BY c.k`;

/**
 * Condition on the days of joined files: what came after the day chosen was not known then. Their own days often lie
 * behind the last sale, so without a choice all of them count; rows without a day do in any case.
 */
export function knownThen({ scope }: MetricGround): Sql {
  const limit = scope.asOf ?? scope.to;
  return limit === null ? sql`true` : sql`(day IS NULL OR day <= ${dayLiteral(limit)})`;
}
