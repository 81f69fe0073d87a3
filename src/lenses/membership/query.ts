import { measureSum, scopedLines, walkinId } from '../../model/scopedLines.ts';
import { sql } from '../../sql/sql.ts';
import type { Ground } from '../types.ts';

/**
 * Rows in scope without a customer: their number, net value of the measure (ten-thousandths), net amount (units), orders.
 * Where all of them count as one customer, that one is in the table already.
 */
export function query({ model, scope, rollup }: Ground): Record<string, string> {
  if (model.walkinRows === 0 || scope.walkin === 'one') return {};
  const rows = scopedLines({ ...scope, walkin: 'one' }, model, rollup.period);
  return {
    pool: sql`SELECT count(*) AS lines, coalesce(${measureSum(scope, model)}, 0) AS value,
  CAST(coalesce(sum(amount), 0) AS DOUBLE) AS amount,
  CAST(count(DISTINCT order_key) FILTER (WHERE amount > 0) AS BIGINT) AS orders
FROM (${rows}) WHERE customer_id = ${walkinId}`.text,
  };
}
