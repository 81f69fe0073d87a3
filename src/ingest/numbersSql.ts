import { sql } from '../sql/sql.ts';
import type { Sql } from '../sql/sql.ts';
import { blankTokens, foldFrom, foldTo, groupedPattern, groupingCharacters, numberSteps, plainPattern, unwrapSteps } from './rules.ts'; // prettier-ignore
import type { Marks, Step } from './rules.ts';

/** Steps as nested regexp_replace calls. */
export const applySql = (x: Sql, steps: readonly Step[]): Sql =>
  steps.reduce((now, [pattern, to]) => sql`regexp_replace(${now}, ${pattern}, ${to})`, x);

/** The cell without disguise (see `unwrap` in cells.ts). */
export const unwrapSql = (x: Sql): Sql => applySql(sql`translate(${x}, ${foldFrom}, ${foldTo})`, unwrapSteps);

export const isBlankSql = (unwrapped: Sql): Sql =>
  sql`coalesce(list_contains([${blankTokens.map((token) => sql`${token}`)}], upper(${unwrapped})), true)`;

/**
 * The quick way for cells that are plain numbers already, DECIMAL(18,4) or NULL. The engine's cast reads exactly what
 * the rules read, but for `1_000`, which it takes and the rules refuse.
 */
export function quickNumberSql(x: Sql, { decimal }: Marks): Sql {
  return decimal === '.'
    ? sql`CASE WHEN NOT contains(${x}, '_') THEN TRY_CAST(${x} AS DECIMAL(18,4)) END`
    : sql`CASE WHEN NOT contains(${x}, '.') AND NOT contains(${x}, '_') THEN TRY_CAST(replace(${x}, ',', '.') AS DECIMAL(18,4)) END`;
}

/** First half of the slow way: the unwrapped cell as digits and marks, groups still inside. */
export const cleanedSql = (unwrapped: Sql): Sql => applySql(sql`upper(${unwrapped})`, numberSteps);

/** Second half: groups taken out. */
export const ungroupedSql = (cleaned: Sql, marks: Marks): Sql =>
  sql`CASE WHEN regexp_matches(${cleaned}, ${groupedPattern(marks)}) THEN regexp_replace(${cleaned}, ${groupingCharacters(marks)}, '', 'g') ELSE ${cleaned} END`;

/** Digits with a decimal point and exponent, ready to be cast; NULL when it is no number. */
export const digitsSql = (ungrouped: Sql, marks: Marks): Sql =>
  sql`CASE WHEN regexp_matches(${ungrouped}, ${plainPattern(marks)}) THEN replace(${ungrouped}, ${marks.decimal}, '.') END`;

/** True when casting the digits to four decimals dropped something. */
export const roundedSql = (digits: Sql, value: Sql): Sql =>
  sql`coalesce(TRY_CAST(${digits} AS DECIMAL(38,20)) <> ${value}, false)`;

/** The same for a cell that the quick way has read: only a fifth decimal or an exponent can drop anything. */
export const quickRoundedSql = (x: Sql, { decimal }: Marks, value: Sql): Sql =>
  sql`CASE WHEN contains(${x}, ${decimal}) AND strlen(${x}) - strpos(${x}, ${decimal}) > 4 OR contains(${x}, 'e-') OR contains(${x}, 'E-') THEN ${roundedSql(sql`replace(${x}, ${decimal}, '.')`, value)} ELSE false END`;
