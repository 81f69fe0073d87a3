import { join, sql } from '../sql/sql.ts';
import type { Sql } from '../sql/sql.ts';
import {
  blankTokens, disguisedPattern, foldAll, foldOften, foldSeldomPattern, groupedPattern, groupingCharacters, markedPattern, markPattern, numberSteps, plainPattern, plainSteps, specials,
  unitPattern, unwrapSteps,
} from './rules.ts'; // prettier-ignore
import type { Folding, Marks, Step } from './rules.ts';
import type { Repairs } from './types.ts';

/** Steps as nested regexp_replace calls. */
export const applySql = (x: Sql, steps: readonly Step[]): Sql =>
  steps.reduce((now, [pattern, to]) => sql`regexp_replace(${now}, ${pattern}, ${to})`, x);

/**
 * The cell without disguise (see `unwrap` in cells.ts). The engine's translate makes a map of its characters for every
 * row, so that few cells go there.
 */
export function unwrapSql(x: Sql): Sql {
  const open = ({ from, to }: Folding): Sql => applySql(sql`translate(${x}, ${from}, ${to})`, unwrapSteps);
  return sql`CASE WHEN NOT regexp_matches(${x}, ${disguisedPattern}) THEN ${x} WHEN regexp_matches(${x}, ${foldSeldomPattern}) THEN ${open(foldAll)} ELSE ${open(foldOften)} END`;
}

export const isBlankSql = (unwrapped: Sql): Sql =>
  sql`coalesce(list_contains([${blankTokens.map((token) => sql`${token}`)}], upper(${unwrapped})), true)`;

/** How many decimals a scale moves the point by; Math.log10(1000) is not 3 everywhere. */
const power = (scale: Repairs['scale']): number => String(scale).length - 1;

/**
 * What the engine's cast reads otherwise than the rules: `1_000`, `- ` (as 0), `1e ` and `1e5.`, since digits end a
 * number; and exponents (see valueSql).
 */
const readOtherwise = (x: Sql): Sql =>
  join(
    [
      ...['_', 'e', 'E'].map((mark) => sql`contains(${x}, ${mark})`),
      ...[' ', '.', '\t', '\n', '\r'].map((end) => sql`ends_with(${x}, ${end})`),
    ],
    ' OR ',
  );

/** Digits with an exponent as DECIMAL(18,4), or NULL. Cast at once, the engine makes 0.0001 of 5E-6 and cuts 123456.0000000564609E8. */
const withExponent = (digits: Sql): Sql =>
  sql`TRY_CAST(TRY_CAST(${digits} AS DECIMAL(38,20)) AS DECIMAL(18,4))`;

/** The value of digits (of scaledSql), DECIMAL(18,4) rounded half away from zero; NULL where they are NULL or too large. */
export const valueSql = (digits: Sql): Sql =>
  sql`CASE WHEN contains(${digits}, 'E') THEN ${withExponent(digits)} ELSE TRY_CAST(${digits} AS DECIMAL(18,4)) END`;

/**
 * The quick way for cells that are plain numbers already, DECIMAL(18,4) or NULL. A scale is appended as an exponent, so
 * that nothing is rounded before it; a cell that has one is left to the slow way. `plainNumbers` = see ColumnFacts.
 */
export function quickNumberSql(
  x: Sql,
  { decimal }: Marks,
  scale: Repairs['scale'] = 1,
  plainNumbers = false,
): Sql {
  const text = decimal === '.' ? x : sql`replace(${x}, ',', '.')`;
  const value =
    scale === 1
      ? sql`TRY_CAST(${text} AS DECIMAL(18,4))`
      : withExponent(sql`${text} || ${`E${power(scale)}`}`);
  if (plainNumbers && decimal === '.') return value;
  const refused =
    decimal === '.'
      ? readOtherwise(x)
      : sql`contains(${x}, '.') OR ends_with(${x}, ',') OR ${readOtherwise(x)}`;
  return sql`CASE WHEN NOT (${refused}) THEN ${value} END`;
}

/** First half of the slow way: the unwrapped cell as digits and marks, groups still inside. */
export function cleanedSql(unwrapped: Sql): Sql {
  const upper = sql`upper(${unwrapped})`;
  const ways = [
    sql`WHEN regexp_matches(${unwrapped}, '^[0-9.,]*$') THEN ${unwrapped}`,
    sql`WHEN regexp_matches(${unwrapped}, ${markedPattern}) THEN regexp_replace(${unwrapped}, ${markPattern}, '', 'g')`,
    sql`WHEN regexp_matches(${upper}, ${specials}) THEN ${applySql(upper, numberSteps)}`,
    sql`ELSE ${applySql(upper, plainSteps)}`,
  ];
  return sql`CASE ${join(ways, ' ')} END`;
}

/** Second half: groups taken out. */
export const ungroupedSql = (cleaned: Sql, marks: Marks): Sql =>
  sql`CASE WHEN regexp_matches(${cleaned}, ${groupedPattern(marks)}) THEN regexp_replace(${cleaned}, ${groupingCharacters(marks)}, '', 'g') ELSE ${cleaned} END`;

/** Digits with a decimal point and exponent, ready to be cast; NULL when it is no number. */
export const digitsSql = (ungrouped: Sql, marks: Marks): Sql =>
  sql`CASE WHEN regexp_matches(${ungrouped}, ${plainPattern(marks)}) THEN replace(${ungrouped}, ${marks.decimal}, '.') END`;

/**
 * The digits (of digitsSql) times a scale, as digits: the exponent grows, so that nothing is rounded before. A cell that
 * names its unit itself (3.2万) is left as it is.
 */
export function scaledSql(digits: Sql, unwrapped: Sql, scale: Repairs['scale']): Sql {
  if (scale === 1) return digits;
  const by = power(scale);
  return sql`CASE WHEN regexp_matches(upper(${unwrapped}), ${unitPattern}) THEN ${digits} WHEN contains(${digits}, 'E') THEN split_part(${digits}, 'E', 1) || 'E' || CAST(CAST(split_part(${digits}, 'E', 2) AS INTEGER) + ${by} AS VARCHAR) ELSE ${digits} || ${`E${by}`} END`;
}

/** Whether a cell that is a number stands in brackets, for Repairs.brackets (see `inBrackets` in cells.ts). */
export const inBracketsSql = (x: Sql): Sql => sql`(contains(${x}, '(') OR contains(${x}, '（'))`;

/** True when casting the digits to four decimals dropped something. */
export const roundedSql = (digits: Sql, value: Sql): Sql =>
  sql`coalesce(TRY_CAST(${digits} AS DECIMAL(38,20)) <> ${value}, false)`;

/** The same for a cell that the quick way has read: only more decimals than four can drop anything. */
export function quickRoundedSql(x: Sql, { decimal }: Marks, value: Sql, scale: Repairs['scale'] = 1): Sql {
  const plain = sql`replace(${x}, ${decimal}, '.')`;
  const digits = scale === 1 ? plain : sql`${plain} || ${`E${power(scale)}`}`;
  return sql`CASE WHEN contains(${x}, ${decimal}) AND strlen(${x}) - strpos(${x}, ${decimal}) > ${4 + power(scale)} THEN ${roundedSql(digits, value)} ELSE false END`;
}
