/** A piece of SQL text that is safe to put into other SQL. */
export class Sql {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type SqlValue = string | number | bigint | boolean | null | Sql | readonly Sql[];

/** A text as a SQL string literal. */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function render(value: SqlValue): string {
  if (value instanceof Sql) return value.text;
  if (Array.isArray(value)) return (value as readonly Sql[]).map((part) => part.text).join(', ');
  if (value === null) return 'NULL';
  if (typeof value === 'string') return literal(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('a SQL number must be finite');
  return String(value);
}

/** SQL text with values as literals; names need ident(), other SQL is nested as Sql, lists of Sql are joined by commas. */
export function sql(strings: TemplateStringsArray, ...values: SqlValue[]): Sql {
  return new Sql(strings.reduce((text, part, i) => text + render(values[i - 1] ?? null) + part));
}

/** A name, quoted so that nothing in it can be read as SQL. */
export const ident = (name: string): Sql => new Sql(`"${name.replaceAll('"', '""')}"`);

/** Parts joined by a separator that the code itself writes (` AND `, a line break). */
export const join = (parts: readonly Sql[], separator: string): Sql =>
  new Sql(parts.map((part) => part.text).join(separator));

export const empty = new Sql('');
