import { ident, join, sql, type Sql } from '../sql/sql.ts';
import type { Role } from '../base/role.ts';
import { makeCustomers } from './statements/customers.ts';
import { layoutOf, type AttributeColumn, type Layout } from './statements/layout.ts';
import { createMerged, mergeStep, type MergeStep } from './statements/merging.ts';
import { insertPeriods } from './statements/periods.ts';
import type { ImportInput } from './statements/rows.ts';
import { insertSales, unreadQuery } from './statements/sales.ts';
import { createSide, insertSide } from './statements/sides.ts';
import { sideTables } from '../sql/canonical.ts';
import type { SideShape, Together } from './types.ts';

export type { AttributeColumn, ImportInput, MergeStep };

/**
 * Run `load`; then of `careful` the statements of every file that its query names; then `settle`; then `merge` when
 * there is one; then `finish`. The tables of before stay until the end of `finish`.
 */
export interface CompiledImport {
  readonly load: readonly string[];
  /** The query gives `source` BIGINT; a file without statements is never among them. */
  readonly careful: { readonly query: string; readonly statements: readonly (readonly string[])[] };
  readonly settle: readonly string[];
  readonly merge: MergeStep | null;
  readonly finish: readonly string[];
  /** Roles that are text columns of `lines`, by their own name. */
  readonly dimensions: readonly Role[];
  /** Columns of `customers`. */
  readonly attributes: readonly AttributeColumn[];
}

const sides = Object.keys(sideTables) as SideShape[];
const lineColumns = sql`row_no BIGINT, source INTEGER, customer_id VARCHAR, customer_name VARCHAR, order_id VARCHAR, day DATE, amount DECIMAL(18,4), quantity DECIMAL(18,4), profit DECIMAL(18,4), potential DECIMAL(18,4), row_hash UBIGINT`;
/** What an import leaves behind that stopped half-way, beside the tables themselves. */
const scratch = ['careful_next', 'records_next', 'values_next'];
const faultNames = ['reason', 'column_index', 'raw'];

/**
 * Statements that turn registered files into tables. `source` is the position in `inputs`, row_no the physical record
 * number in that file; every data record of a file is in exactly one of the tables, or counted in `folded`.
 *
 * - lines(row_no BIGINT, source INTEGER, customer_id VARCHAR, customer_name VARCHAR, order_id VARCHAR, day DATE, amount,
 *   quantity, profit, potential DECIMAL(18,4), row_hash UBIGINT, one VARCHAR for each of `dimensions`); NULL where the
 *   file has no such role; customer_id is NULL for walk-in rows.
 * - profiles, surveys, contacts, tickets, receivables, exposures: rows of the files that are joined by customer_id; see
 *   statements/sides.ts. Empty where there is no such file.
 * - customers(customer_id, one VARCHAR for each of `attributes`) and attribute_conflicts(name, customers BIGINT): see
 *   statements/customers.ts.
 * - set_aside(row_no, source, reason VARCHAR, column_index INTEGER, raw VARCHAR): records that cannot count, and why.
 * - folded(source INTEGER, rows BIGINT): records used less rows of the tables, where the two differ.
 * - rounded(source INTEGER, rows BIGINT): rows whose amount had more than four decimals.
 * - merged(id, becomes VARCHAR): ids of customers that have been replaced.
 *
 * The tables are built beside the old ones and take their names in the last transaction, so whatever stops the list
 * half-way leaves the old tables as they were (after a failure inside that transaction: ROLLBACK).
 */
export function compileImport(inputs: readonly ImportInput[], together: Together): CompiledImport {
  const layout = layoutOf(
    inputs.map(({ plan }) => plan),
    together,
  );
  const shapes = new Set(inputs.map(({ plan }) => plan.shape));
  const filled = ['lines', ...sides.filter((side) => shapes.has(side)).map((side) => sideTables[side])];
  const made = inputs.map((input, source) => insert(input, source, layout, together));
  const load = [
    createLines(layout),
    ...sides.filter((side) => shapes.has(side)).map((side) => createSide(side, layout, 'next')),
    sql`CREATE OR REPLACE TABLE folded_next (source INTEGER, rows BIGINT)`,
    ...made.flatMap(({ statements }) => statements),
  ];
  const settle = [
    sql`CREATE OR REPLACE TABLE set_aside_next AS ${join(
      filled.map((table) => sql`SELECT row_no, source, reason, column_index, raw FROM ${ident(`${table}_next`)} WHERE reason IS NOT NULL`), // prettier-ignore
      ' UNION ALL ',
    )}`,
    ...filled.map((table) => sql`DELETE FROM ${ident(`${table}_next`)} WHERE reason IS NOT NULL`),
    // As a condition, not a filter of the count: where no row holds it the engine skips them all.
    sql`CREATE OR REPLACE TABLE rounded_next AS SELECT source, count(*) AS rows FROM lines_next WHERE was_rounded GROUP BY source`,
  ];
  const drop = (table: string, columns: readonly string[]): Sql[] =>
    columns.map((column) => sql`ALTER TABLE ${ident(`${table}_next`)} DROP COLUMN ${ident(column)}`);
  const contacts = layout.contacts ? ['email', 'phone'] : [];
  const merge =
    together.merge.length > 0 ? mergeStep(filled.map((table) => `${table}_next`), layout.contacts) : null; // prettier-ignore
  const customers = makeCustomers(layout, shapes.has('profile'));
  const swapped = [...filled, 'set_aside', 'rounded', 'folded', ...(merge ? ['merged'] : []), ...customers.tables]; // prettier-ignore
  const finish = [
    ...customers.statements,
    ...drop('lines', [...layout.lineAttributes.map(({ column }) => column), ...contacts, ...faultNames, 'was_rounded']), // prettier-ignore
    ...filled.slice(1).flatMap((table) => drop(table, [...contacts, ...faultNames])),
    ...scratch.map((table) => sql`DROP TABLE IF EXISTS ${ident(table)}`),
    sql`BEGIN TRANSACTION`,
    ...swapped.flatMap((table) => [
      sql`DROP TABLE IF EXISTS ${ident(table)}`,
      sql`ALTER TABLE ${ident(`${table}_next`)} RENAME TO ${ident(table)}`,
    ]),
    ...customers.empty,
    ...(merge ? [] : [createMerged('merged')]),
    ...sides.filter((side) => !shapes.has(side)).map((side) => createSide(side, layout, 'empty')),
    sql`COMMIT`,
  ];
  const odd = made.flatMap((one, source) => (one.odd ? [source] : []));
  const { dimensions, attributes } = layout;
  return {
    load: texts(load),
    careful: { query: unreadQuery(odd).text, statements: made.map(({ careful }) => texts(careful)) },
    settle: texts(settle),
    merge,
    finish: texts(finish),
    dimensions,
    attributes,
  };
}

const texts = (list: readonly Sql[]): string[] => list.map((statement) => statement.text);

function createLines({ dimensions, lineAttributes, contacts }: Layout): Sql {
  const named = [...dimensions, ...lineAttributes.map(({ column }) => column), ...(contacts ? ['email', 'phone'] : [])]; // prettier-ignore
  const more = named.map((column) => sql`, ${ident(column)} VARCHAR`);
  return sql`CREATE OR REPLACE TABLE lines_next (${lineColumns}${join(more, '')}, reason VARCHAR, column_index INTEGER, raw VARCHAR, was_rounded BOOLEAN)`;
}

function insert(
  input: ImportInput,
  source: number,
  layout: Layout,
  together: Together,
): { readonly statements: readonly Sql[]; readonly careful: readonly Sql[]; readonly odd?: boolean } {
  const { shape } = input.plan;
  if (shape === 'lines' || shape === 'customers') return insertSales(input, source, layout, together);
  const statements =
    shape === 'periods'
      ? insertPeriods(input, source, layout, together)
      : [insertSide(input, shape, source, layout, together)];
  return { statements, careful: [] };
}
