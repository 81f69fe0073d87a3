import type { Role } from '../../base/role.ts';
import { ident, sql, type Sql } from '../../sql/sql.ts';
import { dateSql, monthsSql, quickDateSql } from '../datesSql.ts';
import { cleanedSql, digitsSql, quickNumberSql, quickRoundedSql, roundedSql, scaledSql, ungroupedSql, unwrapSql, valueSql } from '../numbersSql.ts'; // prettier-ignore
import type { ColumnFacts, Reading, Repairs } from '../types.ts';
import { layer } from './rows.ts';
import { trimmedSql } from './texts.ts';

/** A column that is read as a number or a date, and the name that its values are known by. */
export interface TypedColumn {
  readonly name: string;
  readonly index: number;
}

export interface NumberColumn extends TypedColumn {
  readonly scale: Repairs['scale'];
}

/** The columns of a file that are read, each as what it is meant to be. */
export interface Typed {
  readonly numbers: readonly NumberColumn[];
  readonly dates: readonly TypedColumn[];
  /** Positions of text columns. */
  readonly texts: readonly number[];
  readonly reading: Reading;
  readonly repairs: Repairs;
  readonly facts?: readonly ColumnFacts[] | undefined;
}

/** What Repairs.scale multiplies. A potential may be a score, so it is left alone. */
const moneyRoles: readonly Role[] = ['amount', 'unit_price', 'cost', 'profit', 'refund', 'paid_amount', 'credit_limit']; // prettier-ignore
export const scaleOf = (role: Role, repairs: Repairs): Repairs['scale'] =>
  moneyRoles.includes(role) ? repairs.scale : 1;

export const cell = (column: TypedColumn): Sql => ident(`c${column.index}`);

/** Adds q_<name> for every number and date: what plain cells say, NULL for the others. */
export const quickly = (from: Sql, { numbers, dates, reading, facts }: Typed): Sql =>
  layer(from, [
    ...numbers.map((column) => [`q_${column.name}`, quickNumberSql(cell(column), reading, column.scale, facts?.[column.index]?.plainNumbers)] as const), // prettier-ignore
    ...dates.map((column) => [`q_${column.name}`, quickDateSql(cell(column), facts?.[column.index]?.isoDates)] as const), // prettier-ignore
  ]);

/**
 * Adds to `quickly` v_<name>, the value, for every number and date; u_<name>, the cell without disguise, and d_<name>, a
 * number's digits, both only where the quick way gave NULL; t_<index>, the trimmed text or NULL, for texts.
 */
export function carefully(quick: Sql, { numbers, dates, texts, reading, repairs }: Typed): Sql {
  const whenSlow = ({ name }: TypedColumn, expression: Sql): Sql => sql`CASE WHEN ${ident(`q_${name}`)} IS NULL THEN ${expression} END`; // prettier-ignore
  const of = (letter: string, { name }: TypedColumn): Sql => ident(`${letter}_${name}`);
  let rows = layer(quick, [
    ...[...numbers, ...dates].map((c) => [`u_${c.name}`, whenSlow(c, unwrapSql(cell(c)))] as const),
    ...texts.map((index) => [`t_${index}`, sql`nullif(${trimmedSql(ident(`c${index}`))}, '')`] as const),
  ]);
  rows = layer(rows, [
    ...numbers.map((c) => [`n_${c.name}`, whenSlow(c, cleanedSql(of('u', c)))] as const),
    ...dates.map((c) => [`n_${c.name}`, whenSlow(c, monthsSql(of('u', c)))] as const),
  ]);
  rows = layer(
    rows,
    numbers.map((c) => [`g_${c.name}`, whenSlow(c, ungroupedSql(of('n', c), reading))]),
  );
  rows = layer(
    rows,
    numbers.map((c) => [`d_${c.name}`, whenSlow(c, scaledSql(digitsSql(of('g', c), reading), of('u', c), c.scale))]),
  ); // prettier-ignore
  return layer(rows, [
    ...numbers.map((c) => [`v_${c.name}`, sql`coalesce(${of('q', c)}, ${valueSql(of('d', c))})`] as const), // prettier-ignore
    ...dates.map((c) => {
      const slow = whenSlow(c, dateSql(of('n', c), reading.dateOrder, repairs.impossibleDates));
      return [`v_${c.name}`, sql`coalesce(${of('q', c)}, ${slow})`] as const;
    }),
  ]);
}

/** Whether reading a number dropped decimals beyond the fourth. */
export function wasRounded(
  column: NumberColumn,
  way: 'quick' | 'careful',
  { reading, facts }: Pick<Typed, 'reading' | 'facts'>,
): Sql {
  const { name, scale } = column;
  if (way === 'quick' && reading.decimal === '.' && facts?.[column.index]?.fewDecimals) return sql`false`;
  const value = ident(`${way === 'quick' ? 'q' : 'v'}_${name}`);
  const quick = quickRoundedSql(cell(column), reading, value, scale);
  if (way === 'quick') return quick;
  return sql`CASE WHEN ${ident(`q_${name}`)} IS NULL THEN ${roundedSql(ident(`d_${name}`), value)} ELSE ${quick} END`;
}
