import { sql } from '../../sql/sql.ts';
import type { Ground } from '../types.ts';

export const query = ({ rollup }: Ground): Record<string, string> => ({
  totals: sql`SELECT count(*) AS customers, CAST(coalesce(sum(orders), 0) AS BIGINT) AS orders,
  CAST(coalesce(sum(value), 0) AS BIGINT) AS value, min(row_first) AS first_date, max(row_last) AS last_date
FROM ${rollup.customers}`.text,
});
