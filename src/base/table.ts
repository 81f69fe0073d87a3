/** The only types that cross the engine port (checked by DESCRIBE in the lens contract test). */
export type ColumnType = 'DOUBLE' | 'BIGINT' | 'VARCHAR' | 'BOOLEAN' | 'DATE';

/**
 * Numbers: DOUBLE as doubles, BIGINT as doubles when every value is a safe integer, DATE as days since 1970-01-01,
 * BOOLEAN as 0 or 1. NULL is NaN.
 */
export interface NumberColumn {
  readonly kind: 'number';
  readonly type: Exclude<ColumnType, 'VARCHAR'>;
  readonly values: Float64Array;
}

/** A BIGINT column that holds at least one integer beyond 2^53. NULL is null. */
export interface BigColumn {
  readonly kind: 'big';
  readonly type: 'BIGINT';
  readonly values: readonly (bigint | null)[];
}

/** Text, decoded when it is asked for: a list of 500,000 names costs nothing until a page of it is shown. */
export interface TextColumn {
  readonly kind: 'text';
  readonly type: 'VARCHAR';
  readonly length: number;
  at(row: number): string | null;
}

export type Column = NumberColumn | BigColumn | TextColumn;

/** A query's result, column by column, by position; names may repeat or be `__proto__` without harm. */
export interface PlainTable {
  readonly rows: number;
  readonly names: readonly string[];
  readonly columns: readonly Column[];
}

function column(table: PlainTable, name: string): Column {
  const found = table.columns[table.names.indexOf(name)];
  if (!found) throw new Error(`column ${name} is not in the result (${table.names.join(', ')})`);
  return found;
}

/** The column's numbers. Throws, naming column and kind, when it holds text or integers beyond 2^53. */
export function numbers(table: PlainTable, name: string): Float64Array {
  const found = column(table, name);
  if (found.kind !== 'number') throw new Error(`column ${name} is ${found.kind}, expected numbers`);
  return found.values;
}

/** The column's integers, as doubles when all are safe, else as bigint. */
export function integers(table: PlainTable, name: string): Float64Array | readonly (bigint | null)[] {
  const found = column(table, name);
  if (found.kind === 'text') throw new Error(`column ${name} is text, expected integers`);
  return found.values;
}

export function texts(table: PlainTable, name: string): TextColumn {
  const found = column(table, name);
  if (found.kind !== 'text') throw new Error(`column ${name} is ${found.kind}, expected text`);
  return found;
}

/** One number of a one-row result; null for NULL. */
export function single(table: PlainTable, name: string): number | null {
  const found = column(table, name);
  if (found.kind === 'text') throw new Error(`column ${name} is text, expected a number`);
  const value = found.values[0];
  return value === null || value === undefined || Number.isNaN(value) ? null : Number(value);
}

export const textColumn = (values: readonly (string | null)[]): TextColumn => ({
  kind: 'text',
  type: 'VARCHAR',
  length: values.length,
  at: (row) => values[row] ?? null,
});
