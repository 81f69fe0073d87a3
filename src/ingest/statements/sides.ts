import type { Role } from '../../base/role.ts';
import { ident, sql, type Sql } from '../../sql/sql.ts';
import type { SideShape, Together } from '../types.ts';
import { bracketsFault, fault, faultColumns, unreadableDateFault, unreadableFault, type Fault } from './faults.ts'; // prettier-ignore
import { attributeIndex, contactIndex, joinIndex, type Layout } from './layout.ts';
import { meaningOf } from './meaning.ts';
import { columnOf, readRows, type ImportInput } from './rows.ts';
import { sideTables } from '../../sql/canonical.ts';
import { idSql, nameSql } from './texts.ts';
import { carefully, quickly, scaleOf } from './typed.ts';

interface Field {
  readonly column: string;
  readonly type: 'VARCHAR' | 'DATE' | 'DECIMAL(18,4)';
  /** The first of these that is mapped fills the column. */
  readonly roles: readonly Role[];
  /** Money, which is converted to the currency of all figures. */
  readonly money?: true;
  /** A row whose cell cannot be read is set aside; elsewhere the cell is taken for blank. */
  readonly strict?: true;
}

const text = (column: Role, ...others: Role[]): Field => ({ column, type: 'VARCHAR', roles: [column, ...others] }); // prettier-ignore
const date = (column: string, ...roles: Role[]): Field => ({ column, type: 'DATE', roles, strict: true });
const number = (column: Role): Field => ({ column, type: 'DECIMAL(18,4)', roles: [column] });
const money = (column: Role): Field => ({ ...number(column), money: true, strict: true });
const named = (column: string, ...roles: Role[]): Field => ({ column, type: 'VARCHAR', roles });

/** Columns beside source, row_no and customer_id. Answers of surveys are words as often as numbers and stay text. */
const fieldsOf: Readonly<Record<Exclude<SideShape, 'profile'>, readonly Field[]>> = {
  survey: [
    date('day', 'order_date', 'contact_date'), text('satisfaction'), text('recommend'), text('repurchase_prob'),
    text('expectation'), text('loyalty'),
  ],
  contacts: [
    date('day', 'contact_date', 'order_date'), named('direction', 'contact_direction'),
    named('purpose', 'contact_purpose'), named('owner', 'account_manager'),
  ],
  tickets: [date('day', 'contact_date', 'order_date'), text('status'), text('category', 'contact_purpose', 'product')],
  receivables: [
    text('order_id'), money('amount'), date('due_date', 'due_date'), date('paid_date', 'paid_date'), money('paid_amount'),
    number('overdue_days'), { ...number('credit_limit'), money: true },
  ],
  exposures: [text('campaign'), text('group'), date('exposed_at', 'exposed_at', 'contact_date', 'order_date'), text('outcome')],
}; // prettier-ignore

const fields = (shape: SideShape, layout: Layout): readonly Field[] =>
  shape === 'profile'
    ? [date('day', 'contact_date', 'order_date'), ...layout.attributes.map(({ column }) => named(column))]
    : fieldsOf[shape];

const types = { VARCHAR: sql`VARCHAR`, DATE: sql`DATE`, 'DECIMAL(18,4)': sql`DECIMAL(18,4)` } as const;

/** The table of a shape that no file has, or the one that is filled, with the rows that will be set aside. */
export function createSide(shape: SideShape, layout: Layout, as: 'empty' | 'next'): Sql {
  const columns = fields(shape, layout).map(({ column, type }) => sql`${ident(column)} ${types[type]}`);
  const table = ident(as === 'next' ? `${sideTables[shape]}_next` : sideTables[shape]);
  if (as === 'next' && layout.contacts) columns.push(sql`email VARCHAR, phone VARCHAR`);
  if (as === 'next') columns.push(sql`reason VARCHAR, column_index INTEGER, raw VARCHAR`);
  return sql`CREATE OR REPLACE TABLE ${table} (row_no BIGINT, source INTEGER, customer_id VARCHAR, ${columns})`;
}

/** Rows without a customer cannot be joined and are set aside. */
export function insertSide(
  input: ImportInput,
  shape: SideShape,
  source: number,
  layout: Layout,
  together: Together,
): Sql {
  const { plan } = input;
  const { reading, repairs } = plan;
  const found = fields(shape, layout).flatMap((field) => {
    const attribute =
      shape === 'profile' ? layout.attributes.find((a) => a.column === field.column) : undefined;
    const indexes = attribute ? [attributeIndex(plan, attribute)] : field.roles.map((role) => columnOf(plan, role)); // prettier-ignore
    const index = indexes.find((i) => i !== null) ?? null;
    return index === null ? [] : [{ ...field, index, name: field.column, potential: attribute?.role === 'potential' }]; // prettier-ignore
  });
  const scaled = (name: string): ReturnType<typeof scaleOf> => scaleOf(name as Role, repairs);
  const numbers = found
    .filter(({ type, potential }) => type === 'DECIMAL(18,4)' || potential)
    .map((field) => ({ ...field, scale: scaled(field.name) }));
  const dates = found.filter(({ type }) => type === 'DATE');
  const texts = found.filter(({ type, potential }) => type === 'VARCHAR' && !potential);
  const monies = numbers.filter((field) => field.money);
  const idIndex = joinIndex(plan, layout);
  const contacts = layout.contacts
    ? (['email', 'phone'] as const).map((name) => ({ name, index: contactIndex(plan, name) }))
    : [];
  const meaning = meaningOf(plan, together, monies);
  const wanted = [idIndex, ...[...texts, ...contacts].map(({ index }) => index), ...meaning.texts].filter((index) => index !== null); // prettier-ignore
  const typed = { numbers, dates, texts: [...new Set(wanted)], reading, repairs };
  const rated = monies.length > 0 && meaning.rates('careful');
  const rows = carefully(quickly(readRows(input), typed), typed);
  const trimmed = (index: number, role: string): Sql =>
    (role === 'customer_name' ? nameSql : idSql)(ident(`t_${index}`));
  const id = idIndex === null ? sql`CAST(NULL AS VARCHAR)` : trimmed(idIndex, 'customer_id');
  const valueOf = (field: (typeof numbers)[number]): Sql => {
    const value = ident(`v_${field.name}`);
    if (field.potential) return sql`CAST(${value} AS VARCHAR)`;
    return rated && field.money ? sql`TRY_CAST(${value} * rate AS DECIMAL(18,4))` : value;
  };
  const strict = monies.filter((field) => field.strict);
  const faults: Fault[] = [
    fault(sql`${id} IS NULL`, 'customer_missing', idIndex ?? 0),
    ...(repairs.brackets === 'set_aside' ? strict.map(bracketsFault) : []),
    ...strict.map(unreadableFault),
    ...dates.map(unreadableDateFault),
    ...(rated ? meaning.after : []),
    ...(rated ? strict.map((field) => fault(sql`(${ident(`v_${field.name}`)} IS NOT NULL AND ${valueOf(field)} IS NULL)`, 'amount_too_large', field.index)) : []), // prettier-ignore
  ];
  const parts = [
    sql`row_no`,
    sql`${source} AS source`,
    sql`${id} AS customer_id`,
    ...texts.map(({ name, index }) => sql`${trimmed(index, name)} AS ${ident(name)}`),
    ...dates.map(({ name }) => sql`${ident(`v_${name}`)} AS ${ident(name)}`),
    ...numbers.map((field) => sql`${valueOf(field)} AS ${ident(field.name)}`),
    ...contacts.flatMap(({ name, index }) => (index === null ? [] : [sql`${trimmed(index, name)} AS ${ident(name)}`])),
    ...faultColumns(faults),
  ]; // prettier-ignore
  return sql`INSERT INTO ${ident(`${sideTables[shape]}_next`)} BY NAME SELECT ${parts} FROM ${rated ? meaning.layers(rows, 'careful') : rows}`;
}
