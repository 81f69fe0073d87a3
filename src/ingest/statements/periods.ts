import { isoDay } from '../../base/day.ts';
import { ident, join, sql, type Sql } from '../../sql/sql.ts';
import { periodHeader, periodOf, yearIn } from '../periods.ts';
import type { ImportPlan, Together } from '../types.ts';
import { bracketsFault, fault, faultColumns, unreadableFault } from './faults.ts';
import { extraTexts, type Layout } from './layout.ts';
import { meaningOf } from './meaning.ts';
import { columnOf, layer, readRows, type ImportInput } from './rows.ts';
import { idSql, nameSql } from './texts.ts';
import { carefully, quickly, scaleOf, wasRounded, type NumberColumn } from './typed.ts';

/** Columns with the role `year` are either amounts of a period, named by the header, or hold the year of their row. */
export function periodColumns(plan: ImportPlan): { amounts: readonly number[]; year: number | null } {
  const years = plan.columns.filter((column) => column.role === 'year');
  return {
    amounts: years.filter(({ header }) => periodHeader(header) !== null).map(({ index }) => index),
    year: years.find(({ header }) => periodHeader(header) === null)?.index ?? null,
  };
}

/**
 * One record per customer becomes one line per period with an amount, on the period's first day. A record with a cell
 * that cannot be read is set aside as a whole; a blank cell is no line, so a record may be used without having any.
 */
export function insertPeriods(
  input: ImportInput,
  source: number,
  layout: Layout,
  together: Together,
): readonly Sql[] {
  const { plan } = input;
  const { reading, repairs } = plan;
  const { amounts, year } = periodColumns(plan);
  const periods: NumberColumn[] = amounts.map((index) => ({ name: `period_${index}`, index, scale: scaleOf('amount', repairs) })); // prettier-ignore
  const potentialIndex = columnOf(plan, 'potential');
  const potential =
    potentialIndex === null ? [] : [{ name: 'potential', index: potentialIndex, scale: 1 as const }];
  const idIndex = columnOf(plan, 'customer_id') ?? columnOf(plan, 'customer_name');
  const nameIndex = columnOf(plan, 'customer_name');
  const extra = extraTexts(plan, layout);
  const meaning = meaningOf(plan, together, periods);
  const texts = [idIndex, nameIndex, ...extra.map(({ index }) => index), ...meaning.texts].filter((index) => index !== null); // prettier-ignore
  const typed = {
    numbers: [...periods, ...potential],
    dates: [],
    texts: [...new Set(texts)],
    reading,
    repairs,
  };
  let rows = meaning.layers(carefully(quickly(readRows(input), typed), typed), 'careful');

  const named = repairs.year ?? yearIn(plan.fileName) ?? yearIn(plan.path.join(' '));
  const headers = new Map(plan.columns.map((column) => [column.index, column.header]));
  const needsYear = periods.some(({ index }) => periodHeader(headers.get(index) ?? '')?.year === null);
  if (year !== null)
    rows = layer(rows, [['year_of_row', sql`TRY_CAST(regexp_extract(coalesce(${ident(`c${year}`)}, ''), '(19|20)[0-9][0-9]') AS INTEGER)`]]); // prettier-ignore
  const dayOf = (index: number): Sql => {
    const header = headers.get(index) ?? '';
    const period = periodHeader(header);
    if (period && period.year === null && year !== null)
      return sql`make_date(year_of_row, ${period.month}, ${period.day})`;
    const from = periodOf(header, named)?.from;
    return from === undefined ? sql`CAST(NULL AS DATE)` : sql`CAST(${isoDay(from)} AS DATE)`;
  };
  const valueOf = (column: NumberColumn): Sql => {
    const value = ident(`v_${column.name}`);
    const signed = meaning.negates('careful') ? sql`CASE WHEN negated AND ${value} > 0 THEN -${value} ELSE ${value} END` : value; // prettier-ignore
    return meaning.rates('careful') ? sql`TRY_CAST(${signed} * rate AS DECIMAL(18,4))` : signed;
  };
  rows = layer(rows, periods.map((column) => [`amount_${column.index}`, valueOf(column)])); // prettier-ignore
  const text = (index: number | null, read: (text: Sql) => Sql): Sql =>
    index === null ? sql`CAST(NULL AS VARCHAR)` : read(ident(`t_${index}`));
  const faults = [
    ...meaning.before,
    ...(repairs.brackets === 'set_aside' ? periods.map(bracketsFault) : []),
    ...periods.map(unreadableFault),
    ...meaning.after,
    ...periods.map(({ name, index }) =>
      fault(
        sql`(${ident(`v_${name}`)} IS NOT NULL AND ${ident(`amount_${index}`)} IS NULL)`,
        'amount_too_large',
        index,
      ),
    ),
    ...(needsYear && year !== null ? [fault(sql`year_of_row IS NULL`, 'date_unreadable', year)] : []),
  ];
  const kept = [
    sql`row_no`,
    sql`${source} AS source`,
    sql`${text(idIndex, idSql)} AS customer_id`,
    sql`${text(nameIndex, nameSql)} AS customer_name`,
    sql`${potential.length > 0 ? sql`v_potential` : sql`CAST(NULL AS DECIMAL(18,4))`} AS potential`,
    sql`row_hash`,
    ...extra.map(({ column, index }) => sql`${text(index, idSql)} AS ${ident(column)}`),
  ];
  const array = (of: (column: NumberColumn) => Sql, type: Sql): Sql =>
    sql`CAST([${periods.map(of)}] AS ${type}[])`;
  const lists = [
    sql`${array(({ index }) => dayOf(index), sql`DATE`)} AS days`,
    sql`${array(({ index }) => ident(`amount_${index}`), sql`DECIMAL(18,4)`)} AS amounts`,
    sql`${array((column) => sql`coalesce(${wasRounded(column, 'careful', { reading })}, false)`, sql`BOOLEAN`)} AS roundings`,
    sql`${array(({ index }) => sql`${index}`, sql`INTEGER`)} AS columns_read`,
  ];
  const names = join([sql`row_no, source, customer_id, customer_name, potential`, ...extra.map(({ column }) => ident(column))], ', '); // prettier-ignore
  return [
    sql`CREATE OR REPLACE TABLE records_next AS SELECT ${kept}, ${lists}, ${faultColumns(faults)} FROM ${rows}`,
    sql`INSERT INTO lines_next BY NAME SELECT ${names}, row_hash, reason, column_index, raw, false AS was_rounded FROM records_next WHERE reason IS NOT NULL`,
    // The column is hashed too: lines of one record are not copies of each other.
    sql`INSERT INTO lines_next BY NAME SELECT ${names}, day, amount, hash(row_hash, column_read) AS row_hash, was_rounded FROM (SELECT ${names}, row_hash, unnest(days) AS day, unnest(amounts) AS amount, unnest(roundings) AS was_rounded, unnest(columns_read) AS column_read FROM records_next WHERE reason IS NULL) WHERE amount IS NOT NULL`,
    sql`INSERT INTO folded_next SELECT ${source}, (SELECT count(*) FROM records_next WHERE reason IS NULL) - (SELECT count(*) FROM lines_next WHERE source = ${source} AND reason IS NULL)`,
    sql`DROP TABLE records_next`,
  ];
}
