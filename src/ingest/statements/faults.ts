import { ident, join, sql, type Sql } from '../../sql/sql.ts';
import { inBracketsSql, isBlankSql } from '../numbersSql.ts';
import type { SetAsideReason } from '../types.ts';
import { cell, type TypedColumn } from './typed.ts';

/** Why a row is set aside: the first that holds counts. */
export interface Fault {
  readonly test: Sql;
  readonly reason: Sql;
  /** Position of the column whose cell is kept with the row. */
  readonly index: number;
}

export const fault = (test: Sql, reason: SetAsideReason, index: number): Fault => ({
  test,
  reason: sql`${reason}`,
  index,
});

const name = (reason: SetAsideReason): Sql => sql`${reason}`;

/** A number that must be there. */
export const numberFault = (column: TypedColumn): Fault => ({
  test: sql`${ident(`v_${column.name}`)} IS NULL`,
  reason: sql`CASE WHEN ${isBlankSql(ident(`u_${column.name}`))} THEN ${name('amount_missing')} WHEN ${ident(`d_${column.name}`)} IS NULL THEN ${name('amount_unreadable')} ELSE ${name('amount_too_large')} END`,
  index: column.index,
});

/** A number that may be blank, but must be readable where it is not. */
export const unreadableFault = (column: TypedColumn): Fault => ({
  test: sql`(${ident(`v_${column.name}`)} IS NULL AND NOT ${isBlankSql(ident(`u_${column.name}`))})`,
  reason: sql`CASE WHEN ${ident(`d_${column.name}`)} IS NULL THEN ${name('amount_unreadable')} ELSE ${name('amount_too_large')} END`,
  index: column.index,
});

/** A number in brackets where these are not taken for a minus sign. */
export const bracketsFault = (column: TypedColumn): Fault =>
  fault(
    sql`(${ident(`q_${column.name}`)} IS NULL AND ${ident(`v_${column.name}`)} IS NOT NULL AND ${inBracketsSql(cell(column))})`,
    'brackets',
    column.index,
  );

/** A date that must be there. */
export const dateFault = (column: TypedColumn): Fault => ({
  test: sql`${ident(`v_${column.name}`)} IS NULL`,
  reason: sql`CASE WHEN ${isBlankSql(ident(`u_${column.name}`))} THEN ${name('date_missing')} ELSE ${name('date_unreadable')} END`,
  index: column.index,
});

/** A date that may be blank, but must be readable where it is not. */
export const unreadableDateFault = (column: TypedColumn): Fault =>
  fault(
    sql`(${ident(`v_${column.name}`)} IS NULL AND NOT ${isBlankSql(ident(`u_${column.name}`))})`,
    'date_unreadable',
    column.index,
  );

const firstFault = (faults: readonly Fault[], then: (fault: Fault) => Sql): Sql =>
  faults.length === 0
    ? sql`NULL`
    : sql`CASE ${join(
        faults.map((fault) => sql`WHEN ${fault.test} THEN ${then(fault)}`),
        ' ',
      )} END`;

/** The columns reason, column_index and raw of a row read carefully. */
export const faultColumns = (faults: readonly Fault[]): readonly Sql[] => [
  sql`${firstFault(faults, ({ reason }) => reason)} AS reason`,
  sql`${firstFault(faults, ({ index }) => sql`${index}`)} AS column_index`,
  sql`${firstFault(faults, ({ index }) => ident(`c${index}`))} AS raw`,
];
