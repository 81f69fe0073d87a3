import { join, sql } from '../sql/sql.ts';
import type { Sql } from '../sql/sql.ts';
import { applySql } from './numbersSql.ts';
import { dateSteps, monthLetters, monthSteps, serialEpoch, serialPattern } from './rules.ts';
import type { Reading } from './types.ts';

/**
 * The quick way for yyyy-mm-dd, yyyy-mm-dd hh:mm:ss and yyyymmdd, DATE or NULL. Nineteen characters with colons where
 * they belong leave no room for an offset, which the engine would use to move the date; hour 24 would move it too.
 */
export function quickDateSql(x: Sql): Sql {
  return sql`CASE WHEN ${x} < '1' THEN NULL WHEN strlen(${x}) = 10 THEN CASE WHEN substr(${x}, 5, 1) = '-' AND substr(${x}, 8, 1) = '-' THEN TRY_CAST(${x} AS DATE) END WHEN strlen(${x}) = 19 THEN CASE WHEN substr(${x}, 5, 1) = '-' AND substr(${x}, 14, 1) = ':' AND substr(${x}, 17, 1) = ':' AND substr(${x}, 12, 2) <> '24' THEN TRY_CAST(TRY_CAST(${x} AS TIMESTAMP) AS DATE) END WHEN strlen(${x}) = 8 THEN TRY_CAST(left(${x}, 4) || '-' || substr(${x}, 5, 2) || '-' || substr(${x}, 7, 2) AS DATE) END`;
}

/** English month names in the unwrapped, upper-case cell become #mm#. */
export const monthsSql = (unwrapped: Sql): Sql =>
  sql`CASE WHEN regexp_matches(upper(${unwrapped}), ${monthLetters}) THEN ${applySql(sql`upper(${unwrapped})`, monthSteps)} ELSE upper(${unwrapped}) END`;

/** Every other form (see `parseDate` and `parseSerial` in cells.ts), after monthsSql. */
export function dateSql(cell: Sql, order: Reading['dateOrder']): Sql {
  const cases = dateSteps(order).map(
    ([pattern, to]) =>
      sql`WHEN regexp_matches(${cell}, ${pattern}) THEN TRY_CAST(regexp_replace(${cell}, ${pattern}, ${to}) AS DATE)`,
  );
  const serial = sql`WHEN regexp_matches(${cell}, ${serialPattern}) THEN DATE ${serialEpoch} + CAST(floor(CAST(${cell} AS DOUBLE)) AS INTEGER)`;
  return sql`CASE ${join([...cases, serial], ' ')} END`;
}
