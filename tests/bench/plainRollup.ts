import { ident, sql } from '../../src/sql/sql.ts';

/** The least that a Pareto curve needs, as the hand-written peers compute it: count, sum, order, running share. */
export const plainRollup = (table: string): string =>
  sql`CREATE OR REPLACE TABLE plain AS
SELECT *, sum(value) OVER (ORDER BY value DESC, customer_id) / sum(value) OVER () AS share
FROM (SELECT customer_id, count(*) AS n, sum(amount) AS value FROM ${ident(table)} GROUP BY customer_id)`
    .text;
