import { integers, numbers, texts, type PlainTable } from '../base/table.ts';
import { scopedLines } from '../model/scopedLines.ts';
import { sql, type Sql } from '../sql/sql.ts';
import type { Ground } from './types.ts';

/** `k` of a head row, and of rows whose customer has no rank (walk-ins, where they count). */
const head = -1;
const nobody = -2;

/**
 * Who bought what: for each text of a column of `lines` (product, category …) a head row, then a row for each of its
 * customers. Head: place = position by value, largest first, ties by name; k = -1, name (empty = not stated), value.
 * Customer: place, k = rank, value (ten-thousandths of the measure, returns taken off), orders = different orders with a
 * line above zero of it. `walkins`: rows without a customer count too, with k = -2. By orders an order counts in each
 * text that it holds.
 */
export function boughtQuery(column: Sql, { model, scope, rollup }: Ground, walkins: boolean): string {
  const rows = scopedLines(walkins ? { ...scope, walkin: 'one' } : scope, model, rollup.period, [sql`${column} AS item`]); // prettier-ignore
  const named = sql`SELECT * REPLACE (coalesce(trim(item), '') AS item) FROM (${rows})`;
  // Orders first, one row each: see the rollup.
  const orders = model.orderPerRow
    ? named
    : sql`SELECT item, customer_id, order_key, max(amount) AS amount, sum(value) AS value FROM (${named}) GROUP BY item, customer_id, order_key`;
  const bought = sql`count(*) FILTER (WHERE amount > 0)`;
  return heads(sql`SELECT item, e.customer_id, e.orders, e.value, coalesce(r.k, ${nobody}) AS k FROM (
    SELECT item, customer_id, CAST(${bought} AS BIGINT) AS orders,
      CAST(${scope.measure === 'orders' ? sql`${bought} * 10000` : sql`sum(value)`} AS BIGINT) AS value
    FROM (${orders}) GROUP BY item, customer_id) e
  LEFT JOIN ${rollup.customers} r USING (customer_id)`);
}

/** The same for a column of the customer list: each customer's whole value, bought once. */
export const belongsQuery = (column: Sql, { rollup }: Ground): string =>
  heads(sql`SELECT coalesce(trim(p.${column}), '') AS item, r.k, CAST(1 AS BIGINT) AS orders, r.value
  FROM ${rollup.customers} r LEFT JOIN customers p USING (customer_id)`);

const heads = (each: Sql): string =>
  sql`WITH each AS MATERIALIZED (${each}),
items AS MATERIALIZED (SELECT item, row_number() OVER (ORDER BY sum(value) DESC, item) - 1 AS place, sum(value) AS value FROM each GROUP BY item)
SELECT CAST(place AS BIGINT) AS place, CAST(${head} AS BIGINT) AS k, item AS name, CAST(value AS BIGINT) AS value, CAST(0 AS BIGINT) AS orders FROM items
UNION ALL
SELECT CAST(place AS BIGINT), CAST(each.k AS BIGINT), NULL, CAST(each.value AS BIGINT), each.orders FROM each JOIN items USING (item)`
    .text;

/** Texts of a column in the order of their value, and for each the customers who have it. */
export interface Bought {
  readonly n: number;
  /** Empty = not stated. */
  name(place: number): string;
  /** Ten-thousandths, descending; bigint only beyond 2^53. */
  readonly value: Float64Array | readonly bigint[];
  /** Customers of a text are at start[place] to start[place + 1] of the three arrays below. */
  readonly start: Uint32Array;
  /** Ranks; negative = no rank. */
  readonly ranks: Int32Array;
  readonly orders: Float64Array;
  /** Ten-thousandths; rounded beyond 2^53. */
  readonly values: Float64Array;
}

/** Several cells ask the same, and each again when tiers change: an answer is sorted once. */
const sortedBefore = new WeakMap<PlainTable, Bought>();

/** Sorts the answer of `boughtQuery` by text: O(rows). */
export function boughtOf(table: PlainTable): Bought {
  const known = sortedBefore.get(table);
  if (known) return known;
  const bought = sorted(table);
  sortedBefore.set(table, bought);
  return bought;
}

function sorted(table: PlainTable): Bought {
  const place = numbers(table, 'place');
  const k = numbers(table, 'k');
  const value = integers(table, 'value');
  const orders = numbers(table, 'orders');
  const names = texts(table, 'name');
  let n = 0;
  for (let row = 0; row < table.rows; row++) if (k[row] === head) n++;
  const heads = new Uint32Array(n);
  const start = new Uint32Array(n + 1);
  for (let row = 0; row < table.rows; row++)
    if (k[row] === head) heads[place[row]!] = row;
    else start[place[row]! + 1]!++;
  for (let i = 0; i < n; i++) start[i + 1]! += start[i]!;
  const next = start.slice();
  const pairs = table.rows - n;
  const pairsByText = {
    ranks: new Int32Array(pairs),
    orders: new Float64Array(pairs),
    values: new Float64Array(pairs),
  };
  for (let row = 0; row < table.rows; row++) {
    if (k[row] === head) continue;
    const at = next[place[row]!]!++;
    pairsByText.ranks[at] = k[row]!;
    pairsByText.orders[at] = orders[row]!;
    pairsByText.values[at] = Number(value[row]);
  }
  return {
    n,
    name: (i) => names.at(heads[i]!) ?? '',
    value:
      value instanceof Float64Array
        ? Float64Array.from(heads, (row) => value[row]!)
        : Array.from(heads, (row) => value[row] ?? 0n),
    start,
    ...pairsByText,
  };
}

/** Ranks of the customers who bought one of these, ascending; `which` picks among them. */
export function buyers(
  bought: Bought,
  places: Iterable<number>,
  which?: (rank: number) => boolean,
): Uint32Array {
  const found = new Set<number>();
  for (const place of places)
    for (let i = bought.start[place]!; i < bought.start[place + 1]!; i++) {
      const rank = bought.ranks[i]!;
      if (rank >= 0 && bought.orders[i]! > 0 && (!which || which(rank))) found.add(rank);
    }
  return Uint32Array.from(found).sort();
}
