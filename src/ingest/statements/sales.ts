import { empty, ident, join, sql, type Sql } from '../../sql/sql.ts';
import type { Together } from '../types.ts';
import { bracketsFault, dateFault, fault, faultColumns, numberFault, unreadableFault, type Fault } from './faults.ts'; // prettier-ignore
import { extraTexts, type Layout } from './layout.ts';
import { meaningOf, type Way } from './meaning.ts';
import { byOrder, filledRows, ordersNeeded } from './orders.ts';
import { columnOf, layer, readRows, type ImportInput } from './rows.ts';
import { idSql, nameSql, oddSql } from './texts.ts';
import { carefully, cell, quickly, scaleOf, wasRounded, type NumberColumn } from './typed.ts';

/** Columns that are read as numbers; `order_date` is read as a date, all others as text. */
export const numberRoles = [
  'amount',
  'quantity',
  'unit_price',
  'cost',
  'profit',
  'potential',
  'refund',
] as const;
type NumberRole = (typeof numberRoles)[number];

/** Marks rows that the quick way could not read, until the careful way has. */
const unread = '?';

/**
 * Two ways: the quick one over all rows (nearly all cells are plain numbers and ISO dates), then the careful one over
 * the rows that it could not read, if there are any: planning it alone takes longer than reading a small file. Where
 * the dates are not ISO the quick way would fail on every row and is left out; so it is where what a row says depends
 * on the other rows of its order.
 */
export function insertSales(
  input: ImportInput,
  source: number,
  layout: Layout,
  together: Together,
): { readonly statements: readonly Sql[]; readonly careful: readonly Sql[]; readonly odd?: boolean } {
  const { plan } = input;
  const select = (way: Way, from: Sql): Sql => selectSales(input, source, layout, together, way, from);
  const insert = (rows: Sql): Sql => sql`INSERT INTO lines_next BY NAME ${rows}`;
  if (ordersNeeded(plan)) {
    const rows = plan.repairs.fillDown ? filledRows(plan, readRows(input)) : readRows(input);
    return { statements: byOrder(plan, source, select('careful', rows), insert), careful: [] };
  }
  const dates = columnOf(plan, 'order_date') !== null;
  if (dates && plan.reading.dateOrder !== 'ymd')
    return { statements: [insert(select('careful', readRows(input)))], careful: [] };
  const left = sql`(SELECT * FROM ${readRows(input)} SEMI JOIN careful_next USING (row_no))`;
  const odd = storedTexts(input, layout)
    .filter(({ index }) => !input.survey.facts?.[index]?.clean)
    .map(({ column }) => sql`(${oddSql(ident(column))})`);
  const unreadRows = sql`source = ${source} AND (${join([sql`reason = ${unread}`, ...odd], ' OR ')})`;
  return {
    statements: [insert(select('quick', readRows(input)))],
    careful: [
      sql`CREATE OR REPLACE TABLE careful_next AS SELECT row_no FROM lines_next WHERE ${unreadRows}`,
      sql`DELETE FROM lines_next WHERE ${unreadRows}`,
      insert(select('careful', left)),
    ],
    odd: odd.length > 0,
  };
}

/** Files with rows that the quick way could not read, or among whose `odd` texts there may be some. */
export const unreadQuery = (odd: readonly number[]): Sql =>
  sql`SELECT DISTINCT CAST(source AS BIGINT) AS source FROM lines_next WHERE reason = ${unread}${odd.length > 0 ? sql` OR list_contains([${odd.map((source) => sql`${source}`)}], source)` : empty} ORDER BY source`; // prettier-ignore

/** Text columns of a file, and the column of the table in which the quick way leaves each as it stands. */
function storedTexts({ plan }: ImportInput, layout: Layout): { column: string; index: number }[] {
  const stored: { column: string; index: number | null }[] = [
    { column: 'customer_id', index: columnOf(plan, 'customer_id') },
    { column: 'customer_name', index: columnOf(plan, 'customer_name') },
    { column: 'order_id', index: columnOf(plan, 'order_id') },
    ...extraTexts(plan, layout),
  ];
  return stored.flatMap(({ column, index }) => (index === null ? [] : [{ column, index }]));
}

function selectSales(
  { plan, survey }: ImportInput,
  source: number,
  layout: Layout,
  together: Together,
  way: Way,
  from: Sql,
): Sql {
  const quick = way === 'quick';
  const { reading, repairs } = plan;
  // A column that nothing is made of is not converted: the conversions are most of an import's time.
  const idle: readonly (NumberRole | false)[] = [
    columnOf(plan, 'amount') !== null && 'unit_price',
    columnOf(plan, 'profit') !== null && 'cost',
    repairs.refunds === 'ignore' && 'refund',
  ];
  const numbers: NumberColumn[] = numberRoles.flatMap((role) => {
    const index = columnOf(plan, role);
    return index === null || idle.includes(role)
      ? []
      : [{ name: role, index, scale: scaleOf(role, repairs) }];
  });
  const number = (role: NumberRole): NumberColumn | undefined => numbers.find(({ name }) => name === role);
  const dayIndex = columnOf(plan, 'order_date');
  const dates = dayIndex === null ? [] : [{ name: 'day', index: dayIndex }];
  const amountColumn = number('amount');
  const product = !amountColumn && number('quantity') && number('unit_price');
  const money = numbers.filter(({ name }) =>
    product ? name === 'quantity' || name === 'unit_price' : name === 'amount',
  );
  const refund = money.length > 0 ? number('refund') : undefined;
  const meaning = meaningOf(plan, together, money);

  const idIndex = columnOf(plan, 'customer_id') ?? columnOf(plan, 'customer_name');
  const extra = extraTexts(plan, layout);
  const textIndexes = [
    idIndex, columnOf(plan, 'customer_name'), columnOf(plan, 'order_id'), ...extra.map(({ index }) => index), ...meaning.texts,
  ].filter((index) => index !== null); // prettier-ignore
  const { facts } = survey;
  const typed = { numbers, dates, texts: [...new Set(textIndexes)], reading, repairs, facts };
  /** A text column as `read` makes it of the trimmed text; as it is in the quick way: odd ones are found afterwards. */
  const text = (index: number | null, read: (text: Sql) => Sql): Sql =>
    index === null ? sql`CAST(NULL AS VARCHAR)` : quick ? ident(`c${index}`) : read(ident(`t_${index}`));

  let rows = quickly(from, typed);
  if (!quick) rows = carefully(rows, typed);
  rows = meaning.layers(rows, way);
  const value = (role: NumberRole): Sql =>
    number(role) ? ident(`${quick ? 'q' : 'v'}_${role}`) : sql`CAST(NULL AS DECIMAL(18,4))`;
  const dayValue = quick ? sql`q_day` : sql`v_day`;
  // Formed wide: DECIMAL(18,4) times DECIMAL(18,4) would throw from 10^10 on.
  const wide = sql`CAST(${value('quantity')} AS DECIMAL(19,4)) * CAST(${value('unit_price')} AS DECIMAL(19,4))`;
  if (product) rows = layer(rows, [['product_amount', sql`TRY_CAST(${wide} AS DECIMAL(18,4))`]]);
  let amount = product ? sql`product_amount` : value('amount');
  let derived = product !== undefined && product !== false;
  const derive = (name: string, expression: Sql): void => {
    rows = layer(rows, [[name, sql`TRY_CAST(${expression} AS DECIMAL(18,4))`]]);
    amount = ident(name);
    derived = true;
  };
  // Refunds are written with and without a minus sign; both take away.
  if (refund)
    derive('net_amount', sql`CAST(${amount} AS DECIMAL(19,4)) - abs(coalesce(CAST(${value('refund')} AS DECIMAL(19,4)), 0))`); // prettier-ignore
  let sign: Sql | null = null;
  if (meaning.negates(way)) {
    // A return that stands there with a minus sign already is one as it is.
    rows = layer(rows, [['turned', sql`(negated AND coalesce(${amount} > 0, false))`]]);
    sign = sql`turned`;
    derive('signed_amount', sql`CASE WHEN turned THEN -${amount} ELSE ${amount} END`);
  }
  if (meaning.rates(way)) derive('base_amount', sql`${amount} * rate`);

  const turned = (x: Sql): Sql => (sign ? sql`CASE WHEN ${sign} THEN -${x} ELSE ${x} END` : x);
  const priced = (x: Sql): Sql => (meaning.rates(way) ? sql`TRY_CAST(${x} * rate AS DECIMAL(18,4))` : x);
  const profit = number('profit')
    ? priced(turned(value('profit')))
    : number('cost')
      ? sql`TRY_CAST(${amount} - ${priced(turned(value('cost')))} AS DECIMAL(18,4))`
      : value('profit');
  const parts: Sql[] = [
    sql`row_no`,
    sql`${source} AS source`,
    sql`${text(idIndex, idSql)} AS customer_id`,
    sql`${text(columnOf(plan, 'customer_name'), nameSql)} AS customer_name`,
    sql`${text(columnOf(plan, 'order_id'), idSql)} AS order_id`,
    sql`${dayIndex === null ? sql`CAST(NULL AS DATE)` : dayValue} AS day`,
    sql`${amount} AS amount`,
    sql`${turned(value('quantity'))} AS quantity`,
    sql`${profit} AS profit`,
    sql`${value('potential')} AS potential`,
    sql`row_hash`,
    ...extra.map(({ column, index }) => sql`${text(index, idSql)} AS ${ident(column)}`),
  ];
  const roundedParts = money.map((column) => wasRounded(column, way, typed));
  if (product) roundedParts.push(sql`coalesce(${wide} <> product_amount, false)`);
  const rounded = roundedParts.length === 0 ? sql`false` : join(roundedParts, ' OR ');
  if (quick) {
    const faults = [
      ...numbers.map((column) =>
        money.includes(column)
          ? sql`${ident(`q_${column.name}`)} IS NULL`
          : sql`(${ident(`q_${column.name}`)} IS NULL AND ${cell(column)} IS NOT NULL)`,
      ),
      ...(derived ? [sql`${amount} IS NULL`] : []),
      ...(dayIndex === null ? [] : [sql`${dayValue} IS NULL`]),
      ...meaning.quickFaults,
      sql`false`,
    ];
    return sql`SELECT ${parts}, CASE WHEN ${join(faults, ' OR ')} THEN ${unread} END AS reason, ${rounded} AS was_rounded FROM ${rows}`;
  }
  const faults: Fault[] = [
    ...meaning.before,
    ...(repairs.brackets === 'set_aside' ? money.map(bracketsFault) : []),
    ...money.map(numberFault),
    ...(refund ? [unreadableFault(refund)] : []),
    ...meaning.after,
    ...(derived ? [fault(sql`${amount} IS NULL`, 'amount_too_large', (number('unit_price') ?? money[0])?.index ?? 0)] : []), // prettier-ignore
    ...dates.map(dateFault),
  ];
  return sql`SELECT ${parts}, ${faultColumns(faults)}, ${rounded} AS was_rounded FROM ${rows}`;
}
