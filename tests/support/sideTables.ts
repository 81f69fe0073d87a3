import type { Role } from '../../src/base/role.ts';
import { createSide } from '../../src/ingest/statements/sides.ts';
import type { AttributeColumn } from '../../src/ingest/statements.ts';
import type { SalesShape, Shape, SideShape } from '../../src/ingest/types.ts';
import { type Model, modelOf, modelQuery } from '../../src/model/model.ts';
import type { Engine } from '../../src/ports/engine.ts';
import { sideTables } from '../../src/sql/canonical.ts';
import { ident, join, type Sql, sql } from '../../src/sql/sql.ts';
import { type Line, linesStatements } from './lines.ts';

/** A row of `lines` with what stands in the columns of its dimensions (product, category, region …). */
export interface DimensionLine extends Line {
  readonly dimensions?: Readonly<Partial<Record<Role, string | null>>>;
}

/** One column of the table `customers`: of a role, or of a header without one. */
export type Attribute =
  | { readonly role: Role; readonly header?: string; readonly values: Readonly<Record<string, string>> }
  | { readonly role?: undefined; readonly header: string; readonly values: Readonly<Record<string, string>> };

/** Rows of the joined files: `customer`, and texts by the column's name; days yyyy-mm-dd, numbers as decimal texts. */
type SideRow<Column extends string> = { readonly customer: string } & Readonly<
  Partial<Record<Column, string | null>>
>;

export interface Tables {
  readonly lines: readonly DimensionLine[];
  /** `lines` without it. */
  readonly shape?: SalesShape;
  readonly attributes?: readonly Attribute[];
  readonly surveys?: readonly SideRow<
    'day' | 'satisfaction' | 'recommend' | 'repurchase_prob' | 'expectation' | 'loyalty'
  >[];
  readonly contacts?: readonly SideRow<'day' | 'direction' | 'purpose' | 'owner'>[];
  readonly tickets?: readonly SideRow<'day' | 'status' | 'category'>[];
  readonly receivables?: readonly SideRow<
    'order_id' | 'amount' | 'due_date' | 'paid_date' | 'paid_amount' | 'overdue_days' | 'credit_limit'
  >[];
  readonly exposures?: readonly SideRow<'campaign' | 'group' | 'exposed_at' | 'outcome'>[];
}

const sides = ['survey', 'contacts', 'tickets', 'receivables', 'exposures'] as const satisfies SideShape[];
const rowsOf = (tables: Tables, side: (typeof sides)[number]): readonly SideRow<string>[] | undefined =>
  side === 'survey' ? tables.surveys : tables[side];

function sideRows(side: (typeof sides)[number], rows: readonly SideRow<string>[], source: number): Sql[] {
  return rows.map(({ customer, ...cells }, i) => {
    const named = Object.entries(cells).filter((cell): cell is [string, string] => typeof cell[1] === 'string'); // prettier-ignore
    const columns = ['row_no', 'source', 'customer_id', ...named.map(([name]) => name)].map(ident);
    const values = [
      sql`${i + 2}`,
      sql`${source}`,
      sql`${customer}`,
      ...named.map(([, text]) => sql`${text}`),
    ];
    return sql`INSERT INTO ${ident(sideTables[side])} (${columns}) VALUES (${values})`;
  });
}

const columnsOf = (attributes: readonly Attribute[]): AttributeColumn[] =>
  attributes.map(({ role, header }, i) => ({
    column: role ?? `attribute_${i}`,
    role: role ?? null,
    header: header ?? role ?? '',
  }));

/** The table `customers` as an import leaves it: one row for each customer of whom an attribute is known. */
function customerRows(attributes: readonly Attribute[]): Sql[] {
  const columns = columnsOf(attributes).map(({ column }) => ident(column));
  const ids = [...new Set(attributes.flatMap(({ values }) => Object.keys(values)))];
  return [
    sql`CREATE OR REPLACE TABLE customers (customer_id VARCHAR, ${columns.map((column) => sql`${column} VARCHAR`)})`,
    ...ids.map((id) => sql`INSERT INTO customers VALUES (${id}, ${attributes.map(({ values }) => sql`${values[id] ?? null}`)})`), // prettier-ignore
  ];
}

function dimensionColumns(lines: readonly DimensionLine[], dimensions: readonly Role[]): Sql[] {
  return dimensions.flatMap((role) => {
    const texts = lines.map((line, i) => sql`(${line.row ?? i + 2}, ${line.source ?? 0}, ${line.dimensions?.[role] ?? null})`); // prettier-ignore
    const add = sql`ALTER TABLE lines ADD COLUMN ${ident(role)} VARCHAR`;
    return texts.length === 0
      ? [add]
      : [add, sql`UPDATE lines SET ${ident(role)} = t.text FROM (VALUES ${join(texts, ', ')}) t(row_no, source, text) WHERE lines.row_no = t.row_no AND lines.source = t.source`]; // prettier-ignore
  });
}

/**
 * Puts sales and the files joined to them into an open engine, in the tables that an import makes, and says what they
 * hold. The sales are source 0; the joined files follow in the order of `sides`. A dimension of the lines that is also
 * said of the customer (industry …) is in `customers` only where `attributes` say so.
 */
export async function putTables(engine: Engine, tables: Tables): Promise<Model> {
  const { lines, shape = 'lines', attributes = [] } = tables;
  const dimensions = [...new Set(lines.flatMap((line) => Object.keys(line.dimensions ?? {}) as Role[]))];
  const columns = columnsOf(attributes);
  const layout = {
    dimensions,
    attributes: columns,
    lineAttributes: [],
    contacts: false,
    knownBy: 'id',
  } as const;
  const joined = sides.filter((side) => rowsOf(tables, side) !== undefined);
  const plain = lines.map(({ dimensions: _dimensions, ...line }) => line);
  const statements = [
    ...dimensionColumns(lines, dimensions),
    ...(Object.keys(sideTables) as SideShape[]).map((side) => createSide(side, layout, 'empty')),
    ...joined.flatMap((side, i) => sideRows(side, rowsOf(tables, side) ?? [], i + 1)),
    ...(attributes.length > 0 ? customerRows(attributes) : []),
  ];
  await engine.run([...linesStatements(plain), ...statements.map((statement) => statement.text)]);
  const shapes: Shape[] = [shape, ...joined];
  return modelOf(await engine.query(modelQuery()), shapes, { dimensions, attributes: columns });
}
