import { fingerprint } from '../../src/base/fingerprint.ts';
import { sideTables } from '../../src/sql/canonical.ts';
import type { Shape } from '../../src/ingest/types.ts';
import { type Model, modelOf, modelQuery } from '../../src/model/model.ts';
import type { Engine } from '../../src/ports/engine.ts';
import { ident, join, type Sql, sql } from '../../src/sql/sql.ts';

/** One row of the canonical table `lines`, as a test writes it: what is left out is NULL. */
export interface Line {
  readonly customer?: string | null;
  readonly name?: string | null;
  readonly order?: string | null;
  /** yyyy-mm-dd */
  readonly day?: string | null;
  /** Decimal text with up to four places. */
  readonly amount: string;
  readonly quantity?: string;
  readonly profit?: string;
  readonly potential?: string;
  readonly source?: number;
  /** Physical record number; the position in the list + 2 (the header is record 1) where it is left out. */
  readonly row?: number;
}

const decimal = (text: string | undefined): Sql =>
  text === undefined ? sql`NULL` : sql`CAST(${text} AS DECIMAL(18,4))`;

/** Equal cells have equal hashes, as in an import; neither the record number nor the source is a cell. */
const hash = ({ row: _row, source: _source, ...cells }: Line): number =>
  Number.parseInt(fingerprint(JSON.stringify(Object.entries(cells).toSorted())), 16);

/** Statements that make the tables as an import of order lines alone leaves them. */
export function linesStatements(lines: readonly Line[]): string[] {
  const rows = lines.map(
    (line, i) =>
      sql`(${line.row ?? i + 2}, ${line.source ?? 0}, ${line.customer ?? null}, ${line.name ?? null}, ${line.order ?? null}, CAST(${line.day ?? null} AS DATE), ${decimal(line.amount)}, ${decimal(line.quantity)}, ${decimal(line.profit)}, ${decimal(line.potential)}, ${hash(line)})`,
  );
  return [
    sql`CREATE OR REPLACE TABLE lines (row_no BIGINT, source INTEGER, customer_id VARCHAR, customer_name VARCHAR, order_id VARCHAR, day DATE, amount DECIMAL(18,4), quantity DECIMAL(18,4), profit DECIMAL(18,4), potential DECIMAL(18,4), row_hash UBIGINT)`,
    sql`CREATE OR REPLACE TABLE set_aside (row_no BIGINT, source INTEGER, reason VARCHAR, column_index INTEGER, raw VARCHAR)`,
    sql`CREATE OR REPLACE TABLE rounded (source INTEGER, rows BIGINT)`,
    sql`CREATE OR REPLACE TABLE folded (source INTEGER, rows BIGINT)`,
    sql`CREATE OR REPLACE TABLE merged (id VARCHAR, becomes VARCHAR)`,
    sql`CREATE OR REPLACE TABLE customers (customer_id VARCHAR)`,
    sql`CREATE OR REPLACE TABLE attribute_conflicts (name VARCHAR, customers BIGINT)`,
    ...Object.values(sideTables).map(
      (table) =>
        sql`CREATE OR REPLACE TABLE ${ident(table)} (row_no BIGINT, source INTEGER, customer_id VARCHAR)`,
    ),
    ...(rows.length > 0 ? [sql`INSERT INTO lines VALUES ${join(rows, ', ')}`] : []),
  ].map((statement) => statement.text);
}

/** Puts the rows into an open engine and says what they hold. */
export async function putLines(
  engine: Engine,
  lines: readonly Line[],
  shape: Shape = 'lines',
): Promise<Model> {
  await engine.run(linesStatements(lines));
  return modelOf(await engine.query(modelQuery()), [shape], { dimensions: [], attributes: [] });
}
