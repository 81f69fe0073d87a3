import { empty, sql } from '../../sql/sql.ts';
import type { Ground } from '../types.ts';

/** People listed by id and name; the others are only counted. */
export const mostListed = 1000;

/**
 * People of the customer lists and contact logs who have no row in scope and have never ordered: a customer whose
 * orders lie outside the period is no prospect. One row each, `people` = how many there are.
 */
export function query({ model, rollup }: Ground): Record<string, string> {
  const lists = model.sides.includes('profile');
  const log = model.sides.includes('contacts');
  if (!lists && !log) return {};
  const named = model.attributes.some(({ role }) => role === 'customer_name');
  const known = sql`${lists ? sql`SELECT customer_id FROM profiles` : empty}${lists && log ? sql` UNION ` : empty}${log ? sql`SELECT customer_id FROM contacts` : empty}`;
  return {
    outsiders: sql`WITH people AS (
  SELECT customer_id FROM (${known}) WHERE customer_id IS NOT NULL
  EXCEPT SELECT customer_id FROM ${rollup.customers}
  EXCEPT SELECT customer_id FROM lines WHERE amount > 0)
SELECT people.customer_id, ${named ? sql`customers.customer_name` : sql`NULL::VARCHAR`} AS customer_name,
  (SELECT count(*) FROM people) AS people
FROM people${named ? sql` LEFT JOIN customers USING (customer_id)` : empty}
ORDER BY people.customer_id LIMIT ${mostListed}`.text,
  };
}
