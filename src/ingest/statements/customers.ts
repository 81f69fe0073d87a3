import { ident, join, sql, type Sql } from '../../sql/sql.ts';
import { latest } from '../../sql/canonical.ts';
import type { Layout } from './layout.ts';

interface MadeCustomers {
  /** Make <table>_next of `tables`. */
  readonly statements: readonly Sql[];
  readonly tables: readonly string[];
  /** Make the tables themselves, where no attribute is known. */
  readonly empty: readonly Sql[];
}

/**
 * Statements that make `customers` (one row per customer of whom an attribute is known: the latest value that is not
 * blank) and `attribute_conflicts` (customers with several values of an attribute) from the rows loaded.
 */
export function makeCustomers(
  { attributes, dimensions, lineAttributes }: Layout,
  profiles: boolean,
): MadeCustomers {
  if (attributes.length === 0) {
    const empty = [
      sql`CREATE OR REPLACE TABLE customers (customer_id VARCHAR)`,
      sql`CREATE OR REPLACE TABLE attribute_conflicts (name VARCHAR, customers BIGINT)`,
    ];
    return { statements: [], tables: [], empty };
  }
  const values = (table: string, column: string): Sql => {
    const x = ident(column);
    return sql`INSERT INTO values_next SELECT customer_id, ${column}, ${x}, max(${latest}) FROM ${ident(table)} WHERE customer_id IS NOT NULL AND ${x} IS NOT NULL GROUP BY customer_id, ${x}`;
  };
  const inLines = (attribute: Layout['attributes'][number]): boolean =>
    attribute.role === null ? lineAttributes.includes(attribute) : dimensions.includes(attribute.role);
  const wide = attributes.map(({ column }) => sql`arg_max(value, placed) FILTER (WHERE name = ${column}) AS ${ident(column)}`); // prettier-ignore
  const statements = [
    sql`CREATE OR REPLACE TABLE values_next (customer_id VARCHAR, name VARCHAR, value VARCHAR, placed BIGINT)`,
    ...attributes.flatMap((attribute) => [
      ...(inLines(attribute) ? [values('lines_next', attribute.column)] : []),
      ...(profiles ? [values('profiles_next', attribute.column)] : []),
    ]),
    sql`CREATE OR REPLACE TABLE attribute_conflicts_next AS SELECT name, count(*) AS customers FROM (SELECT customer_id, name FROM values_next GROUP BY customer_id, name HAVING count(DISTINCT value) > 1) GROUP BY name`,
    sql`CREATE OR REPLACE TABLE customers_next AS SELECT customer_id, ${join(wide, ', ')} FROM values_next GROUP BY customer_id`,
    sql`DROP TABLE values_next`,
  ];
  return { statements, tables: ['customers', 'attribute_conflicts'], empty: [] };
}
