import type { Role } from '../base/role.ts';
import { ident, join, sql } from '../sql/sql.ts';
import type { Sql } from '../sql/sql.ts';
import { dateSql, monthsSql, quickDateSql } from './datesSql.ts';
import { cleanedSql, digitsSql, isBlankSql, quickNumberSql, quickRoundedSql, roundedSql, ungroupedSql, unwrapSql } from './numbersSql.ts'; // prettier-ignore
import { longestQuotedCell } from './records.ts';
import type { ImportPlan, Reading, SetAsideReason, Survey } from './types.ts';

export interface ImportInput {
  /** The engine reads '/in/<engineName>'. */
  readonly engineName: string;
  readonly plan: ImportPlan;
  readonly survey: Survey;
  /** True when the file is the output of `rewrite`, false when it is the user's file as it is. */
  readonly rewritten: boolean;
}

const next = ['lines_next', 'set_aside_next', 'rounded_next', 'careful_next'] as const;

/**
 * Statements that turn registered files into the tables `lines`, `set_aside` and `rounded`:
 *
 * - lines(row_no BIGINT, source INTEGER, customer_id VARCHAR, customer_name VARCHAR, order_id VARCHAR, day DATE, amount,
 *   quantity, profit, potential DECIMAL(18,4), row_hash UBIGINT); NULL where the file has no such role; customer_id is
 *   NULL for walk-in rows; row_no is the physical record number in its file, `source` the position in `inputs`.
 * - set_aside(row_no, source, reason VARCHAR, column_index INTEGER, raw VARCHAR): data rows whose amount or date is
 *   missing or unreadable. Every data row is in exactly one of the two.
 * - rounded(source INTEGER, rows BIGINT): rows whose amount had more than four decimals.
 *
 * The tables are built beside the old ones and take their names in the last transaction, so whatever stops the list
 * half-way leaves the old tables as they were (after a failure inside that transaction: ROLLBACK).
 */
export function compileImport(inputs: readonly ImportInput[]): string[] {
  return [
    ...next.map((table) => sql`DROP TABLE IF EXISTS ${ident(table)}`),
    sql`CREATE TABLE lines_next (row_no BIGINT, source INTEGER, customer_id VARCHAR, customer_name VARCHAR, order_id VARCHAR, day DATE, amount DECIMAL(18,4), quantity DECIMAL(18,4), profit DECIMAL(18,4), potential DECIMAL(18,4), row_hash UBIGINT, reason VARCHAR, column_index INTEGER, raw VARCHAR, was_rounded BOOLEAN)`,
    ...inputs.flatMap(insertLines),
    sql`CREATE TABLE set_aside_next AS SELECT row_no, source, reason, column_index, raw FROM lines_next WHERE reason IS NOT NULL`,
    sql`DELETE FROM lines_next WHERE reason IS NOT NULL`,
    sql`CREATE TABLE rounded_next AS SELECT source, count(*) FILTER (WHERE was_rounded) AS rows FROM lines_next GROUP BY source`,
    ...['reason', 'column_index', 'raw', 'was_rounded'].map((name) => sql`ALTER TABLE lines_next DROP COLUMN ${ident(name)}`),
    sql`DROP TABLE IF EXISTS careful_next`,
    sql`BEGIN TRANSACTION`,
    ...['lines', 'set_aside', 'rounded'].flatMap((table) => [
      sql`DROP TABLE IF EXISTS ${ident(table)}`,
      sql`ALTER TABLE ${ident(`${table}_next`)} RENAME TO ${ident(table)}`,
    ]),
    sql`COMMIT`,
  ].map((statement) => statement.text); // prettier-ignore
}

const numberRoles = ['amount', 'quantity', 'unit_price', 'cost', 'profit', 'potential'] as const;
type NumberRole = (typeof numberRoles)[number];

/** One level of a nested SELECT: everything below and some named expressions more. */
const layer = (from: Sql, named: readonly (readonly [name: string, expression: Sql])[]): Sql =>
  named.length === 0
    ? from
    : sql`(SELECT *, ${named.map(([name, expression]) => sql`${expression} AS ${ident(name)}`)} FROM ${from})`;

/** Marks rows that the quick way could not read, until the careful way has. */
const unread = '?';

/**
 * Two ways: the quick one over all rows (nearly all cells are plain numbers and ISO dates), then the careful one over
 * the rows that it could not read. With no such row the second reading ends before it begins, because a join with an
 * empty side does. Where the dates are not ISO the quick way would fail on every row and is left out.
 */
function insertLines(input: ImportInput, source: number): Sql[] {
  const dates = input.plan.columns.some((column) => column.role === 'order_date');
  if (dates && input.plan.reading.dateOrder !== 'ymd')
    return [sql`INSERT INTO lines_next ${selectLines(input, source, 'careful', readRows(input))}`];
  const left = sql`(SELECT * FROM ${readRows(input)} SEMI JOIN careful_next USING (row_no))`;
  return [
    sql`INSERT INTO lines_next ${selectLines(input, source, 'quick', readRows(input))}`,
    sql`CREATE OR REPLACE TABLE careful_next AS SELECT row_no FROM lines_next WHERE source = ${source} AND reason = ${unread}`,
    sql`DELETE FROM lines_next WHERE reason = ${unread}`,
    sql`INSERT INTO lines_next ${selectLines(input, source, 'careful', left)}`,
  ];
}

function selectLines(input: ImportInput, source: number, way: 'quick' | 'careful', from: Sql): Sql {
  const { plan } = input;
  const quick = way === 'quick';
  const { reading } = plan;
  const columnOf = (role: Role): number | null =>
    plan.columns.find((column) => column.role === role)?.index ?? null;
  // A column that nothing is made of is not converted: the conversions are most of an import's time.
  const idle: readonly (NumberRole | false)[] = [
    columnOf('amount') !== null && 'unit_price',
    columnOf('profit') !== null && 'cost',
  ];
  const numbers = numberRoles.flatMap((role) => {
    const index = columnOf(role);
    return index === null || idle.includes(role) ? [] : [{ role, index, x: ident(`c${index}`) }];
  });
  const has = (role: NumberRole): boolean => numbers.some((number) => number.role === role);
  const dayIndex = columnOf('order_date');
  const day = ident(`c${dayIndex ?? 0}`);

  const textRoles = ['customer_id', 'customer_name', 'order_id'] as const;
  const textIndexes = [...new Set(textRoles.map(columnOf).filter((index) => index !== null))];
  /** A text column as `read` makes it of the trimmed text; as it is in the quick way, which leaves odd ones unread. */
  const text = (index: number | null, read: (text: Sql) => Sql): Sql =>
    index === null ? sql`CAST(NULL AS VARCHAR)` : quick ? ident(`c${index}`) : read(ident(`t_${index}`));

  const carefully = (quickly: Sql): Sql => {
    let rows = quickly;
    const whenSlow = (name: string, expression: Sql): Sql => sql`CASE WHEN ${ident(`q_${name}`)} IS NULL THEN ${expression} END`; // prettier-ignore
    rows = layer(rows, [
      ...numbers.map(({ role, x }) => [`u_${role}`, whenSlow(role, unwrapSql(x))] as const),
      ...(dayIndex === null ? [] : [['u_day', whenSlow('day', unwrapSql(day))] as const]),
      ...textIndexes.map(
        (index) => [`t_${index}`, sql`nullif(${trimmedSql(ident(`c${index}`))}, '')`] as const,
      ),
    ]);
    rows = layer(rows, [
      ...numbers.map(({ role }) => [`n_${role}`, whenSlow(role, cleanedSql(ident(`u_${role}`)))] as const),
      ...(dayIndex === null ? [] : [['n_day', whenSlow('day', monthsSql(ident('u_day')))] as const]),
    ]);
    rows = layer(
      rows,
      numbers.map(({ role }) => [`g_${role}`, whenSlow(role, ungroupedSql(ident(`n_${role}`), reading))]),
    );
    rows = layer(
      rows,
      numbers.map(({ role }) => [`d_${role}`, whenSlow(role, digitsSql(ident(`g_${role}`), reading))]),
    );
    rows = layer(rows, [
      ...numbers.map(({ role }) => {
        const slow = sql`TRY_CAST(${ident(`d_${role}`)} AS DECIMAL(18,4))`;
        return [`v_${role}`, sql`coalesce(${ident(`q_${role}`)}, ${slow})`] as const;
      }),
      ...(dayIndex === null
        ? []
        : [
            [
              'v_day',
              sql`coalesce(q_day, ${whenSlow('day', dateSql(ident('n_day'), reading.dateOrder))})`,
            ] as const,
          ]),
    ]);
    return rows;
  };

  // Quick ways first; the slow ones run only on the rows where those gave NULL.
  let rows = layer(from, [
    ...numbers.map(({ role, x }) => [`q_${role}`, quickNumberSql(x, reading)] as const),
    ...(dayIndex === null ? [] : [['q_day', quickDateSql(day)] as const]),
  ]);
  if (!quick) rows = carefully(rows);
  const value = (role: NumberRole): Sql =>
    has(role) ? ident(`${quick ? 'q' : 'v'}_${role}`) : sql`CAST(NULL AS DECIMAL(18,4))`;
  const dayValue = quick ? sql`q_day` : sql`v_day`;
  const product = !has('amount') && has('quantity') && has('unit_price');
  // Formed wide: DECIMAL(18,4) times DECIMAL(18,4) would throw from 10^10 on.
  const wide = sql`CAST(${value('quantity')} AS DECIMAL(19,4)) * CAST(${value('unit_price')} AS DECIMAL(19,4))`;
  if (product) rows = layer(rows, [['product_amount', sql`TRY_CAST(${wide} AS DECIMAL(18,4))`]]);
  const amount = product ? sql`product_amount` : value('amount');

  const money = (product ? ['quantity', 'unit_price'] : has('amount') ? ['amount'] : []) as NumberRole[];
  const faults: Fault[] = money.map((role) => {
    const index = columnOf(role) ?? 0;
    const test = sql`${ident(`v_${role}`)} IS NULL`;
    const reason = sql`CASE WHEN ${isBlankSql(ident(`u_${role}`))} THEN ${'amount_missing' satisfies SetAsideReason} WHEN ${ident(`d_${role}`)} IS NULL THEN ${'amount_unreadable' satisfies SetAsideReason} ELSE ${'amount_too_large' satisfies SetAsideReason} END`;
    return { test, reason, index };
  });
  if (product) {
    const index = columnOf('unit_price') ?? 0;
    faults.push({
      test: sql`${amount} IS NULL`,
      reason: sql`${'amount_too_large' satisfies SetAsideReason}`,
      index,
    });
  }
  if (dayIndex !== null) {
    const reason = sql`CASE WHEN ${isBlankSql(ident('u_day'))} THEN ${'date_missing' satisfies SetAsideReason} ELSE ${'date_unreadable' satisfies SetAsideReason} END`;
    faults.push({ test: sql`v_day IS NULL`, reason, index: dayIndex });
  }
  const quickFaults = join(
    [
      ...numbers.map(({ role, x }) =>
        money.includes(role)
          ? sql`${value(role)} IS NULL`
          : sql`(${value(role)} IS NULL AND ${x} IS NOT NULL)`,
      ),
      ...(product ? [sql`${amount} IS NULL`] : []),
      ...(dayIndex === null ? [] : [sql`${dayValue} IS NULL`]),
      ...textIndexes.map((index) => oddSql(ident(`c${index}`))),
      sql`false`,
    ],
    ' OR ',
  );
  const roundedParts = money.map((role) => {
    const x = ident(`c${columnOf(role) ?? 0}`);
    const v = value(role);
    if (quick) return quickRoundedSql(x, reading, v);
    return sql`CASE WHEN ${ident(`q_${role}`)} IS NULL THEN ${roundedSql(ident(`d_${role}`), v)} ELSE ${quickRoundedSql(x, reading, v)} END`;
  });
  if (product) roundedParts.push(sql`coalesce(${wide} <> ${amount}, false)`);

  const name = text(columnOf('customer_name'), nameSql);
  const profit = has('profit')
    ? value('profit')
    : has('cost')
      ? sql`TRY_CAST(${amount} - ${value('cost')} AS DECIMAL(18,4))`
      : value('profit');
  const parts: Sql[] = [
    sql`row_no`,
    sql`${source}`,
    text(columnOf('customer_id') ?? columnOf('customer_name'), idSql),
    name,
    text(columnOf('order_id'), idSql),
    dayIndex === null ? sql`CAST(NULL AS DATE)` : dayValue,
    amount,
    value('quantity'),
    profit,
    value('potential'),
    sql`row_hash`,
    ...(quick
      ? [sql`CASE WHEN ${quickFaults} THEN ${unread} END`, sql`NULL`, sql`NULL`]
      : [
          firstFault(faults, (fault) => fault.reason),
          firstFault(faults, (fault) => sql`${fault.index}`),
          firstFault(faults, (fault) => ident(`c${fault.index}`)),
        ]),
    roundedParts.length === 0 ? sql`false` : join(roundedParts, ' OR '),
  ];
  return sql`SELECT ${parts} FROM ${rows}`;
}

interface Fault {
  readonly test: Sql;
  readonly reason: Sql;
  readonly index: number;
}

const firstFault = (faults: readonly Fault[], then: (fault: Fault) => Sql): Sql =>
  faults.length === 0
    ? sql`NULL`
    : sql`CASE ${join(
        faults.map((fault) => sql`WHEN ${fault.test} THEN ${then(fault)}`),
        ' ',
      )} END`;

const blanks = ' \t\u00a0\u3000';

/** Without blanks at its ends. Trimming a set of characters costs as much as all the rest, so few cells go there. */
function trimmedSql(x: Sql): Sql {
  const rare = [...blanks].slice(1).map((blank) => sql`contains(${x}, ${blank})`);
  const mayHaveBlanks = join([sql`starts_with(${x}, ' ')`, sql`ends_with(${x}, ' ')`, ...rare], ' OR ');
  return sql`CASE WHEN ${mayHaveBlanks} THEN trim(${x}, ${blanks}) ELSE ${x} END`;
}

/**
 * Whether a text may begin or end with blanks, be wrapped for a spreadsheet, or be a word for "no value". NULL for NULL.
 * Comparisons with one character cost next to nothing; ids like #1001 and +86 138… are not odd.
 */
function oddSql(x: Sql): Sql {
  const wide = [...blanks]
    .slice(2)
    .flatMap((blank) => [sql`starts_with(${x}, ${blank})`, sql`ends_with(${x}, ${blank})`]);
  const starts = ["'", '=', '(', '#N', '#n'].map((start) => sql`starts_with(${x}, ${start})`);
  return join(
    [
      // Blank, tab, quotation mark.
      sql`${x} < '#'`,
      sql`${x} = '-'`,
      ...starts,
      sql`ends_with(${x}, ' ')`,
      sql`ends_with(${x}, ${'\t'})`,
      sql`(strlen(${x}) <> length(${x}) AND (${join(wide, ' OR ')}))`,
      // NULL, NaN, N/A in any case.
      sql`(strlen(${x}) <= 4 AND ((${x} >= 'N' AND ${x} < 'O') OR (${x} >= 'n' AND ${x} < 'o')))`,
    ],
    ' OR ',
  );
}

/** A trimmed name; the apostrophe that keeps a spreadsheet from running it is taken off, that of 't Hooft stays. */
const nameSql = (text: Sql): Sql =>
  sql`CASE WHEN starts_with(${text}, '''') AND regexp_matches(${text}, '^''[=+@\t\r\n＝＋－＠-]') THEN substr(${text}, 2) ELSE ${text} END`;

/**
 * A trimmed identifier: never read as a number; a spreadsheet's ="…" and words for "no value" are taken off. Not by IN,
 * which the engine turns into a join from six values on: it would look at every row, whatever the CASE around it says.
 */
function idSql(text: Sql): Sql {
  const inside = (from: number, less: number): Sql => sql`nullif(trim(substr(${text}, ${from}, length(${text}) - ${less}), ${blanks}), '')`; // prettier-ignore
  return sql`CASE WHEN strlen(${text}) <= 6 AND list_contains(['NULL', '(NULL)', 'NAN', 'N/A', '#N/A', '-'], upper(${text})) THEN NULL WHEN starts_with(${text}, '="') AND ends_with(${text}, '"') THEN ${inside(3, 3)} WHEN starts_with(${text}, '''') AND regexp_matches(${text}, '^''[0-9=+@\t\r\n＝＋－＠-]') THEN ${inside(2, 1)} ELSE ${text} END`;
}

/** The file's rows as text columns c0, c1 … with their physical record numbers and a hash of all cells. */
function readRows({ engineName, plan, survey, rewritten }: ImportInput): Sql {
  const { reading } = plan;
  const cells = plan.columns.map((_, i) => `c${i}`);
  const columns = rewritten ? ['record', ...cells, 'extra'] : cells;
  const options = [
    sql`auto_detect = false`,
    sql`delim = ${rewritten ? ',' : delimiterText(reading)}`,
    sql`quote = ${rewritten ? '"' : quoteText(reading)}`,
    sql`escape = ${rewritten ? '"' : quoteText(reading)}`,
    sql`comment = ''`,
    sql`header = ${!rewritten && reading.headerRow !== null}`,
    sql`columns = {${join(columns.map((name) => sql`${name}: 'VARCHAR'`), ', ')}}`,
    // Every record has the same number of cells here, so that anything else is an error and not a guess.
    sql`strict_mode = true`,
    sql`null_padding = false`,
    sql`max_line_size = ${2 * longestQuotedCell}`,
    sql`buffer_size = ${4 * longestQuotedCell}`,
  ]; // prettier-ignore
  const rowNumber = rewritten
    ? sql`CAST(record AS BIGINT)`
    : sql`row_number() OVER () + ${survey.header === 0 ? 0 : (reading.headerRow ?? 0)}`;
  const hashed = (rewritten ? [...cells, 'extra'] : cells).map(ident);
  return sql`(SELECT *, ${rowNumber} AS row_no, hash(${hashed}) AS row_hash FROM read_csv(${`/in/${engineName}`}, ${options}))`;
}

const delimiterText = (reading: Reading): string => (reading.delimiter === 'tab' ? '\t' : reading.delimiter);
const quoteText = (reading: Reading): string => (reading.quote === 'none' ? '' : reading.quote);
