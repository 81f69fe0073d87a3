import type { Role } from '../../base/role.ts';
import { ident, join, sql, type Sql } from '../../sql/sql.ts';
import { longestQuotedCell } from '../records.ts';
import type { ImportPlan, Reading, Survey } from '../types.ts';

export interface ImportInput {
  /** The engine reads '/in/<engineName>'. */
  readonly engineName: string;
  readonly plan: ImportPlan;
  /** Without facts the statements look for everything that could be in a cell. */
  readonly survey: Survey;
  /** True when the file is the output of `rewrite`, false when it is the user's file as it is. */
  readonly rewritten: boolean;
}

/** Position of the first column with the role; null when the file has none. */
export const columnOf = (plan: ImportPlan, role: Role): number | null =>
  plan.columns.find((column) => column.role === role)?.index ?? null;

/** One level of a nested SELECT: everything below and some named expressions more. */
export const layer = (from: Sql, named: readonly (readonly [name: string, expression: Sql])[]): Sql =>
  named.length === 0
    ? from
    : sql`(SELECT *, ${named.map(([name, expression]) => sql`${expression} AS ${ident(name)}`)} FROM ${from})`;

/** The file's rows as text columns c0, c1 … with their physical record numbers and a hash of all cells. */
export function readRows({ engineName, plan, survey, rewritten }: ImportInput): Sql {
  const { reading } = plan;
  const cells = plan.columns.map((_, i) => `c${i}`);
  const columns = rewritten ? ['record', ...cells, 'extra'] : cells;
  const options = [
    sql`auto_detect = false`,
    sql`delim = ${rewritten ? ',' : delimiterText(reading)}`,
    sql`quote = ${rewritten ? '"' : quoteText(reading)}`,
    sql`escape = ${rewritten ? '"' : quoteText(reading)}`,
    sql`comment = ''`,
    sql`header = ${!rewritten && reading.headerRow !== null}`,
    sql`columns = {${join(columns.map((name) => sql`${name}: 'VARCHAR'`), ', ')}}`,
    // Every record has the same number of cells here, so that anything else is an error and not a guess.
    sql`strict_mode = true`,
    sql`null_padding = false`,
    sql`max_line_size = ${2 * longestQuotedCell}`,
    sql`buffer_size = ${4 * longestQuotedCell}`,
  ]; // prettier-ignore
  const rowNumber = rewritten
    ? sql`CAST(record AS BIGINT)`
    : sql`row_number() OVER () + ${survey.header === 0 ? 0 : (reading.headerRow ?? 0)}`;
  const hashed = (rewritten ? [...cells, 'extra'] : cells).map(ident);
  return sql`(SELECT *, ${rowNumber} AS row_no, hash(${hashed}) AS row_hash FROM read_csv(${`/in/${engineName}`}, ${options}))`;
}

const delimiterText = (reading: Reading): string => (reading.delimiter === 'tab' ? '\t' : reading.delimiter);
const quoteText = (reading: Reading): string => (reading.quote === 'none' ? '' : reading.quote);
