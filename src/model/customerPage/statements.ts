import type { Day } from '../../base/day.ts';
import type { Role } from '../../base/role.ts';
import type { SideShape } from '../../ingest/types.ts';
import { ident, join, sql, type Sql } from '../../sql/sql.ts';
import { knownThen, type MetricGround } from '../metrics/ground.ts';
import { dayLiteral, scopedLines, tenThousandths } from '../scopedLines.ts';

/** Orders on a page of the list. */
export const ordersPerPage = 50;
/** Entries of a joined file that are shown of one customer: the newest ones. */
export const mostEntries = 500;
/** Products named of an order. */
export const namedProducts = 3;
/** Between names in one cell; no text of a file holds it. */
export const nameBreak = '\u001f';

/** Columns of the lines by which a customer's purchases can be divided, in the order in which they are offered. */
export const mixRoles = ['category', 'product', 'channel', 'region'] as const satisfies readonly Role[];
export type MixRole = (typeof mixRoles)[number];

/** Rows of one customer in scope; `value` is the amount in ten-thousandths, whatever the measure. */
const rowsOf = ({ model, scope, rollup }: MetricGround, id: string, further: readonly Sql[]): Sql =>
  sql`(SELECT * FROM (${scopedLines({ ...scope, measure: 'amount' }, model, rollup.period, further)}) WHERE customer_id = ${id})`; // prettier-ignore

/** Where the customer stands: k, row_first (first day of any row), row_last. No row when none of his rows is in scope. */
export const placeQuery = ({ rollup }: MetricGround, id: string): string =>
  sql`SELECT k, row_first, row_last FROM ${rollup.customers} WHERE customer_id = ${id}`.text;

/**
 * Sums over the customer's rows in scope: rows, entries (different orders, those of returns alone included), sold and
 * returned (ten-thousandths of amounts above and below zero), profit and quantity (ten-thousandths; null where no row
 * says), categories and products (different ones bought), undated (rows).
 */
export function totalsQuery(ground: MetricGround, id: string): string {
  const { model } = ground;
  const has = (role: Role): boolean => model.dimensions.includes(role);
  const further: Sql[] = [
    ...(model.profit ? [sql`${tenThousandths(sql`profit`)} AS profit`] : []),
    ...(model.quantity ? [sql`${tenThousandths(sql`quantity`)} AS quantity`] : []),
    ...(has('category') ? [sql`category`] : []),
    ...(has('product') ? [sql`product`] : []),
  ];
  const different = (role: Role): Sql =>
    has(role) ? sql`count(DISTINCT ${ident(role)}) FILTER (WHERE amount > 0)` : sql`CAST(NULL AS BIGINT)`;
  const total = (name: string, known: boolean): Sql =>
    known ? sql`CAST(sum(${ident(name)}) AS DOUBLE)` : sql`CAST(NULL AS DOUBLE)`;
  return sql`SELECT count(*) AS rows, count(DISTINCT order_key) AS entries,
  CAST(coalesce(sum(value) FILTER (WHERE value > 0), 0) AS DOUBLE) AS sold,
  CAST(coalesce(sum(value) FILTER (WHERE value < 0), 0) AS DOUBLE) AS returned,
  ${total('profit', model.profit)} AS profit, ${total('quantity', model.quantity)} AS quantity,
  ${different('category')} AS categories, ${different('product')} AS products,
  count(*) - count(day) AS undated
FROM ${rowsOf(ground, id, further)}`.text;
}

/** The customer's days with a row: day, orders, value (ten-thousandths of the measure). Null where nothing is dated. */
export const daysQuery = ({ rollup }: MetricGround, id: string): string | null =>
  rollup.period === null
    ? null
    : sql`SELECT day, orders, CAST(value AS DOUBLE) AS value FROM ${rollup.days} WHERE customer_id = ${id} ORDER BY day`
        .text;

/** What an order is of: its products, else its categories. */
const contentOf = ({ model }: MetricGround): Sql => {
  const role = (['product', 'category'] as const).find((name) => model.dimensions.includes(name));
  return role ? sql`nullif(trim(${ident(role)}), '')` : sql`CAST(NULL AS VARCHAR)`;
};

/**
 * A page of the customer's orders, newest first: day, order_id, amount (ten-thousandths, net of returns), rows, names
 * (of the largest things in it, parted by `nameBreak`), things (how many different ones).
 *
 * @param page from 0
 */
export function ordersQuery(ground: MetricGround, id: string, page: number): string {
  const content = contentOf(ground);
  const rows = rowsOf(ground, id, [sql`order_id`, sql`${content} AS content`]);
  return sql`WITH parts AS (
  SELECT order_key, content, min(day) AS day, max(order_id) AS order_id, CAST(sum(value) AS BIGINT) AS value,
    count(*) AS rows, min(source) AS source, min(row_no) AS row_no
  FROM ${rows} GROUP BY order_key, content
)
SELECT min(day) AS day, max(order_id) AS order_id, CAST(sum(value) AS DOUBLE) AS amount, CAST(sum(rows) AS BIGINT) AS rows,
  array_to_string(list_slice(list(content ORDER BY abs(value) DESC, content) FILTER (WHERE content IS NOT NULL), 1, ${namedProducts}), ${nameBreak}) AS names,
  count(content) AS things
FROM parts GROUP BY order_key
ORDER BY min(day) DESC NULLS LAST, min(source), min(row_no) LIMIT ${ordersPerPage} OFFSET ${Math.trunc(page) * ordersPerPage}`
    .text;
}

/**
 * What the customer bought in two stretches of days: name (null = blank), first and last (ten-thousandths of the amounts
 * above zero). Largest first.
 *
 * @param middle first day of the second stretch
 */
export function mixQuery(ground: MetricGround, id: string, role: MixRole, middle: Day): string {
  const column = sql`nullif(trim(${ident(role)}), '') AS name`;
  const during = (second: boolean): Sql =>
    sql`CAST(coalesce(sum(value) FILTER (WHERE day ${second ? sql`>=` : sql`<`} ${dayLiteral(middle)}), 0) AS DOUBLE)`;
  return sql`SELECT name, ${during(false)} AS first, ${during(true)} AS last
FROM ${rowsOf(ground, id, [column])} WHERE amount > 0 AND day IS NOT NULL
GROUP BY name ORDER BY sum(value) DESC, name NULLS LAST`.text;
}

/** What the customer list says; null where there is none. */
export function profileQuery({ model }: MetricGround, id: string): string | null {
  if (model.attributes.length === 0) return null;
  const columns = model.attributes.map(
    ({ column }) => sql`CAST(${ident(column)} AS VARCHAR) AS ${ident(column)}`,
  );
  return sql`SELECT ${columns} FROM customers WHERE customer_id = ${id} LIMIT 1`.text;
}

/** Files whose entries stand beside the orders. */
export const entryKinds = [
  'contacts',
  'tickets',
  'survey',
  'receivables',
] as const satisfies readonly SideShape[];
export type EntryKind = (typeof entryKinds)[number];

interface Source {
  readonly table: Sql;
  readonly day: Sql;
  readonly texts: readonly string[];
  readonly more: readonly Sql[];
}

const sources: Readonly<Record<EntryKind, Source>> = {
  contacts: { table: sql`contacts`, day: sql`day`, texts: ['direction', 'purpose', 'owner'], more: [] },
  tickets: { table: sql`tickets`, day: sql`day`, texts: ['category', 'status'], more: [] },
  survey: {
    table: sql`surveys`,
    day: sql`day`,
    texts: ['satisfaction', 'recommend', 'repurchase_prob', 'expectation', 'loyalty'],
    more: [],
  },
  receivables: {
    table: sql`receivables`,
    day: sql`due_date`,
    texts: ['order_id'],
    more: [sql`CAST(CAST(amount AS DECIMAL(28,4)) * 10000 AS DOUBLE) AS amount`, sql`paid_date`],
  },
};

export const entryTexts = (kind: EntryKind): readonly string[] => sources[kind].texts;

/**
 * Entries of a joined file that speak of the customer, newest first: day, its texts, total (how many there are before
 * `mostEntries` cuts the list); of receivables also amount (ten-thousandths) and paid_date. Null without such a file.
 */
export function entriesQuery(ground: MetricGround, id: string, kind: EntryKind): string | null {
  if (!ground.model.sides.includes(kind)) return null;
  const { table, day, texts, more } = sources[kind];
  // What falls due is known before its day comes.
  const known = kind === 'receivables' ? sql`true` : knownThen(ground);
  const columns = [...texts.map((name) => sql`nullif(trim(${ident(name)}), '') AS ${ident(name)}`), ...more];
  return sql`SELECT ${day} AS day, ${join(columns, ', ')}, count(*) OVER () AS total
FROM ${table} WHERE customer_id = ${id} AND ${known}
ORDER BY ${day} DESC NULLS LAST, source DESC, row_no DESC LIMIT ${mostEntries}`.text;
}
