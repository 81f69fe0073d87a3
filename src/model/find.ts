import { sideTables } from '../sql/canonical.ts';
import type { SideShape } from '../ingest/types.ts';
import { ident, sql } from '../sql/sql.ts';
import type { Rollup } from './rollup.ts';

/** Ranks of customers whose id or name contains the text, whatever the case. */
export const searchQuery = ({ customers }: Rollup, text: string): string =>
  sql`SELECT k FROM ${customers}
WHERE contains(lower(customer_id), lower(${text})) OR contains(lower(coalesce(customer_name, '')), lower(${text}))
ORDER BY k`.text;

/** Ranks of the customers that have a row of a joined file (`inside`), or have none. */
export const joinedQuery = (
  { customers }: Rollup,
  shape: SideShape,
  source: number,
  inside: boolean,
): string =>
  sql`SELECT k FROM ${customers} ${inside ? sql`SEMI` : sql`ANTI`} JOIN
  (SELECT customer_id FROM ${ident(sideTables[shape])} WHERE source = ${source} AND customer_id IS NOT NULL) USING (customer_id)
ORDER BY k`.text;

/** For each customer of one rollup, in the order of ranks, the rank in another; -1 = has no row there. */
export const rankInQuery = (here: Rollup, there: Rollup): string =>
  sql`SELECT coalesce(o.k, -1) AS k FROM ${here.customers} c LEFT JOIN ${there.customers} o USING (customer_id) ORDER BY c.k`
    .text;

/** Ranks of all customers by id. */
export const orderQuery = ({ customers }: Rollup): string =>
  sql`SELECT k FROM ${customers} ORDER BY customer_id`.text;

/** Ranks of the customers whose first order is in a month (years * 12 + month - 1) and who ordered k months later. */
export const cohortQuery = ({ customers, days }: Rollup, month: number, k: number): string =>
  sql`SELECT c.k FROM ${customers} c
WHERE year(c.first_day) * 12 + month(c.first_day) - 1 = ${month} AND c.customer_id IN (
  SELECT customer_id FROM ${days} WHERE orders > 0 AND year(day) * 12 + month(day) - 1 = ${month + k})
ORDER BY c.k`.text;
