import { ident, join, sql, type Sql } from '../../sql/sql.ts';

/** How ids of one customer are made one between the two halves of an import. */
export interface MergeStep {
  /** id, email, phone VARCHAR and rows BIGINT of everything loaded; email and phone are NULL where no rule asks. */
  readonly query: string;
  /** The engine reads the map as '/in/<file>'. */
  readonly file: string;
  /** id → the id that it becomes, as the text of that file. */
  csv(map: ReadonlyMap<string, string>): string;
  readonly statements: readonly string[];
}

const file = 'merged.csv';
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

export const createMerged = (table: 'merged' | 'merged_next'): Sql =>
  sql`CREATE OR REPLACE TABLE ${ident(table)} (id VARCHAR, becomes VARCHAR)`;

/** `tables` are those with a customer_id, before they have taken their names. */
export function mergeStep(tables: readonly string[], contacts: boolean): MergeStep {
  const contact = contacts
    ? sql`email, phone`
    : sql`CAST(NULL AS VARCHAR) AS email, CAST(NULL AS VARCHAR) AS phone`;
  const parts = tables.map((table) => sql`SELECT customer_id AS id, ${contact} FROM ${ident(table)} WHERE customer_id IS NOT NULL`); // prettier-ignore
  const options = sql`auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', comment = '', strict_mode = true, columns = {id: 'VARCHAR', becomes: 'VARCHAR'}, max_line_size = 33554432, buffer_size = 67108864`;
  const statements: Sql[] = [
    createMerged('merged_next'),
    sql`INSERT INTO merged_next SELECT id, becomes FROM read_csv(${`/in/${file}`}, ${options})`,
    ...tables.map((table) => sql`UPDATE ${ident(table)} SET customer_id = merged_next.becomes FROM merged_next WHERE customer_id = merged_next.id`), // prettier-ignore
  ];
  return {
    query:
      sql`SELECT id, email, phone, count(*) AS rows FROM (${join(parts, ' UNION ALL ')}) GROUP BY id, email, phone`
        .text,
    file,
    csv: (map) => [...map].map(([id, becomes]) => `${quoted(id)},${quoted(becomes)}\n`).join(''),
    statements: statements.map((statement) => statement.text),
  };
}
