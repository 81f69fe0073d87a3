import { ident, join, sql, type Sql } from '../../sql/sql.ts';
import { currencyCodeSql, currencyMarkSql } from '../currency.ts';
import type { ImportPlan, StatusChoice, Together } from '../types.ts';
import { fault, type Fault } from './faults.ts';
import { columnOf, layer } from './rows.ts';
import { idSql, oddSql } from './texts.ts';
import { cell, type TypedColumn } from './typed.ts';

/** What a row's status, order number and currency say of it. */
export interface Meaning {
  /** Text columns that it looks at, beyond those that are read anyway. */
  readonly texts: readonly number[];
  /** Adds `negated` (BOOLEAN) and `rate` (DECIMAL) where the way needs them. */
  layers(rows: Sql, way: Way): Sql;
  negates(way: Way): boolean;
  rates(way: Way): boolean;
  /** Rows that the quick way must leave to the careful one. */
  readonly quickFaults: readonly Sql[];
  /** Reasons that come before those of amount and date. */
  readonly before: readonly Fault[];
  readonly after: readonly Fault[];
}

/** As the page lets it be typed; anything else is no rate. */
const isRate = (text: string): boolean => /^\d{1,9}(?:\.\d+)?$/.test(text) && /[1-9]/.test(text);

export type Way = 'quick' | 'careful';

const list = (values: readonly string[]): Sql => sql`[${values.map((value) => sql`${value}`)}]`;
/** Wide enough for every rate that a person types; with a DECIMAL(18,4) it fills the 38 digits that there are. */
const decimalRate = (rate: string): Sql => sql`CAST(${rate} AS DECIMAL(20,10))`;

/** `money`: columns whose cells may name a currency themselves, known by `name` as in typed.ts. */
export function meaningOf(plan: ImportPlan, together: Together, money: readonly TypedColumn[]): Meaning {
  const { repairs } = plan;
  const status = columnOf(plan, 'status');
  const order = columnOf(plan, 'order_id');
  const currency = columnOf(plan, 'currency');
  const withChoice = (choice: StatusChoice): string[] =>
    status === null ? [] : Object.keys(repairs.status).filter((value) => repairs.status[value] === choice);
  const negated = withChoice('negate');
  const aside = withChoice('set_aside');
  const statusText = ident(`t_${status ?? 0}`);
  const quickFaults: Sql[] = [];
  const before: Fault[] = [];
  const after: Fault[] = [];
  if (status !== null && negated.length + aside.length > 0) {
    const raw = ident(`c${status}`);
    quickFaults.push(
      sql`${oddSql(raw)} OR list_contains(${list([...negated, ...aside])}, coalesce(${raw}, ''))`,
    );
  }
  if (status !== null && aside.length > 0)
    before.push(fault(sql`list_contains(${list(aside)}, coalesce(${statusText}, ''))`, 'status', status));
  if (order !== null && repairs.cancelled === 'set_aside') {
    const raw = ident(`c${order}`);
    quickFaults.push(sql`starts_with(${raw}, 'C') OR starts_with(${raw}, 'c')`);
    const cancelled = sql`regexp_matches(coalesce(${idSql(ident(`t_${order}`))}, ''), '^[Cc][0-9]')`;
    before.push(fault(cancelled, 'cancelled', order));
  }
  const rates = together.currency;
  const known = rates ? [[rates.base, '1'] as const, ...Object.entries(rates.rates).filter(([, rate]) => isRate(rate))] : []; // prettier-ignore
  const rateOf = (code: Sql): Sql =>
    sql`CASE ${code} ${join(
      known.map(([name, rate]) => sql`WHEN ${name} THEN ${decimalRate(rate)}`),
      ' ',
    )} END`;
  const named = currency ?? money[0]?.index ?? null;
  const unnamed = repairs.currency ?? rates?.base;
  /** Rows without a currency of their own are to be turned into that of all figures. */
  const foreign = unnamed !== rates?.base;
  if (rates && named !== null) after.push(fault(sql`rate IS NULL`, 'currency_unknown', named));
  if (rates && named !== null && (currency !== null || foreign)) quickFaults.push(sql`rate IS NULL`);

  const layers = (rows: Sql, way: Way): Sql => {
    const more: (readonly [string, Sql])[] = [];
    if (way === 'careful' && negated.length > 0)
      more.push(['negated', sql`list_contains(${list(negated)}, coalesce(${statusText}, ''))`]);
    if (!rates || named === null) return layer(rows, more);
    // The quick way reads no cell that holds a mark, so that a column alone can name a currency there.
    if (way === 'quick') {
      if (currency === null && !foreign) return layer(rows, more);
      const code = currency === null ? sql`${unnamed!}` : ident(`c${currency}`);
      return layer(rows, [...more, ['rate', rateOf(code)]]);
    }
    const marks = money.map((column) => [`mark_${column.name}`, sql`CASE WHEN ${ident(`q_${column.name}`)} IS NULL THEN ${currencyMarkSql(cell(column), rates.base)} END`] as const); // prettier-ignore
    const marked = layer(rows, [...more, ...marks]);
    const said: Sql[] = [];
    if (currency !== null) {
      const text = ident(`t_${currency}`);
      said.push(currencyCodeSql(text, rates.base), idSql(text));
    }
    const all = marks.map(([name]) => ident(name));
    // Two currencies in one row leave no rate for it.
    if (all.length > 1)
      said.push(sql`CASE WHEN least(${all}) <> greatest(${all}) THEN '' ELSE least(${all}) END`); // prettier-ignore
    else said.push(...all);
    const code = sql`coalesce(${[...said, sql`${unnamed!}`]})`;
    return layer(layer(marked, [['currency_code', code]]), [['rate', rateOf(sql`currency_code`)]]);
  };
  return {
    texts: [
      ...(status !== null && negated.length + aside.length > 0 ? [status] : []),
      ...(rates && currency !== null ? [currency] : []),
    ],
    layers,
    negates: (way) => way === 'careful' && negated.length > 0,
    rates: (way) => rates !== null && named !== null && (currency !== null || foreign || way === 'careful'),
    quickFaults,
    before,
    after,
  };
}
