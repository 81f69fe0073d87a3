import { join, sql } from '../sql/sql.ts';
import type { Sql } from '../sql/sql.ts';
import { columnSteps, dateSteps, epochPattern, monthLetters, monthSteps, serialEpoch, serialPattern } from './dateRules.ts'; // prettier-ignore
import type { DateStep } from './dateRules.ts';
import { applySql } from './numbersSql.ts';
import type { Reading, Repairs } from './types.ts';

/**
 * The quick way for yyyy-mm-dd, yyyy-mm-dd hh:mm:ss and yyyymmdd, DATE or NULL. Nineteen characters with colons where
 * they belong leave no room for an offset, which the engine would use to move the date; hour 24 would move it too. Eight
 * characters must be a number: the engine has dates of its own like 29-1-5Z-31. `isoDates` = see ColumnFacts.
 */
export function quickDateSql(x: Sql, isoDates = false): Sql {
  if (isoDates) return sql`TRY_CAST(${x} AS DATE)`;
  return sql`CASE WHEN ${x} < '1' THEN NULL WHEN strlen(${x}) = 10 THEN CASE WHEN substr(${x}, 5, 1) = '-' AND substr(${x}, 8, 1) = '-' THEN TRY_CAST(${x} AS DATE) END WHEN strlen(${x}) = 19 THEN CASE WHEN substr(${x}, 5, 1) = '-' AND substr(${x}, 14, 1) = ':' AND substr(${x}, 17, 1) = ':' AND substr(${x}, 12, 2) <> '24' THEN TRY_CAST(TRY_CAST(${x} AS TIMESTAMP) AS DATE) END WHEN strlen(${x}) = 8 THEN CASE WHEN TRY_CAST(${x} AS INTEGER) > 9999999 THEN TRY_CAST(left(${x}, 4) || '-' || substr(${x}, 5, 2) || '-' || substr(${x}, 7, 2) AS DATE) END END`;
}

/** English month names in the unwrapped, upper-case cell become #mm#. */
export const monthsSql = (unwrapped: Sql): Sql =>
  sql`CASE WHEN regexp_matches(upper(${unwrapped}), ${monthLetters}) THEN ${applySql(sql`upper(${unwrapped})`, monthSteps)} ELSE upper(${unwrapped}) END`;

/** Every other form (see `readDate` in cells.ts), after monthsSql; a date that no calendar has as the repair says. */
export function dateSql(
  cell: Sql,
  order: Reading['dateOrder'],
  impossible: Repairs['impossibleDates'] = 'set_aside',
): Sql {
  const written = ({ pattern, to, plus }: DateStep): Sql => {
    const date = dateOf(sql`regexp_replace(${cell}, ${pattern}, ${to})`, plus);
    if (impossible === 'set_aside') return sql`WHEN regexp_matches(${cell}, ${pattern}) THEN ${date}`;
    const day = to.slice(to.lastIndexOf('-') + 1);
    const late = sql`regexp_matches(regexp_replace(${cell}, ${pattern}, ${day}), '^(29|3[01])$')`;
    const first = `${to.slice(0, to.lastIndexOf('-'))}-1`;
    const monthEnd = sql`last_day(${dateOf(sql`regexp_replace(${cell}, ${pattern}, ${first})`, plus)})`;
    return sql`WHEN regexp_matches(${cell}, ${pattern}) THEN coalesce(${date}, CASE WHEN ${late} THEN ${monthEnd} END)`;
  };
  const serial = sql`WHEN regexp_matches(${cell}, ${serialPattern}) THEN DATE ${serialEpoch} + CAST(floor(CAST(${cell} AS DOUBLE)) AS INTEGER)`;
  const epoch = sql`WHEN regexp_matches(${cell}, ${epochPattern}) THEN DATE '1970-01-01' + CAST(floor(CAST(left(${cell}, 10) AS DOUBLE) / 86400) AS INTEGER)`;
  const cases = [...dateSteps(order).map(written), serial, epoch, ...columnSteps.map(written)];
  return sql`CASE ${join(cases, ' ')} END`;
}

/** True for a cell that dateSql sets aside and would read as a month's last day. NULL for NULL. */
export const impossibleDateSql = (cell: Sql, order: Reading['dateOrder']): Sql =>
  sql`(${dateSql(cell, order)} IS NULL AND ${dateSql(cell, order, 'month_end')} IS NOT NULL)`;

/** year-month-day with `plus` years more, DATE or NULL. */
const dateOf = (text: Sql, plus: number): Sql =>
  plus === 0
    ? sql`TRY_CAST(${text} AS DATE)`
    : sql`TRY_CAST(CAST(CAST(split_part(${text}, '-', 1) AS INTEGER) + ${plus} AS VARCHAR) || '-' || split_part(${text}, '-', 2) || '-' || split_part(${text}, '-', 3) AS DATE)`;
