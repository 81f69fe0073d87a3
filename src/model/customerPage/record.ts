import { numbers, single, texts, type PlainTable } from '../../base/table.ts';
import { ascendingGaps } from './silence.ts';
import { entryTexts, nameBreak, type EntryKind } from './statements.ts';

/** Position and days of one customer; null = he has no row in scope. */
export interface Place {
  readonly rank: number;
  /** Days of any row, orders or not; NaN = none is dated. */
  readonly rowFirst: number;
  readonly rowLast: number;
}

export function placeOf(table: PlainTable): Place | null {
  const rank = single(table, 'k');
  if (rank === null) return null;
  return { rank, rowFirst: single(table, 'row_first') ?? NaN, rowLast: single(table, 'row_last') ?? NaN };
}

/** Sums over the rows in scope; money in ten-thousandths, null = unknown. */
export interface Totals {
  readonly rows: number;
  readonly entries: number;
  readonly sold: number;
  readonly returned: number;
  readonly profit: number | null;
  readonly quantity: number | null;
  readonly categories: number | null;
  readonly products: number | null;
  readonly undated: number;
}

export const totalsOf = (table: PlainTable): Totals => ({
  rows: single(table, 'rows') ?? 0,
  entries: single(table, 'entries') ?? 0,
  sold: single(table, 'sold') ?? 0,
  returned: single(table, 'returned') ?? 0,
  profit: single(table, 'profit'),
  quantity: single(table, 'quantity'),
  categories: single(table, 'categories'),
  products: single(table, 'products'),
  undated: single(table, 'undated') ?? 0,
});

/** Amount of the lines below zero over that of the lines above zero, 0 to 1 and more; null where nothing was sold. */
export const returnsRate = ({ sold, returned }: Totals): number | null =>
  sold > 0 ? Math.abs(returned) / sold : null;

/** Net amount per order, ten-thousandths; null without an order. */
export const averageOrder = ({ sold, returned }: Totals, orders: number): number | null =>
  orders > 0 ? (sold + returned) / orders : null;

/** Days with a row, ascending. */
export interface Days {
  readonly day: Float64Array;
  readonly orders: Float64Array;
  /** Ten-thousandths of the measure. */
  readonly value: Float64Array;
}

export function daysOf(table: PlainTable | null): Days {
  const none = new Float64Array();
  if (!table) return { day: none, orders: none, value: none };
  return { day: numbers(table, 'day'), orders: numbers(table, 'orders'), value: numbers(table, 'value') };
}

/** Days with an order, ascending. */
export const orderDays = ({ day, orders }: Days): Float64Array => day.filter((_, i) => orders[i]! > 0);

/** Days between one order day and the next, ascending; see metrics' usual_gap. */
export const gapsOf = (days: Days): Float64Array => ascendingGaps(orderDays(days));

/** One order, or the returns that name one. */
export interface Order {
  readonly day: number | null;
  readonly id: string | null;
  /** Ten-thousandths, net of returns. */
  readonly amount: number;
  readonly rows: number;
  /** The largest things in it, and how many there are. */
  readonly names: readonly string[];
  readonly things: number;
}

export function ordersOf(table: PlainTable): readonly Order[] {
  const [day, amount, rows, things] = ['day', 'amount', 'rows', 'things'].map((name) => numbers(table, name));
  const ids = texts(table, 'order_id');
  const names = texts(table, 'names');
  return Array.from({ length: table.rows }, (_, i) => ({
    day: Number.isNaN(day![i]) ? null : day![i]!,
    id: ids.at(i),
    amount: amount![i]!,
    rows: rows![i]!,
    names: (names.at(i) ?? '').split(nameBreak).filter((name) => name !== ''),
    things: things![i]!,
  }));
}

/** What the customer list says of a column; null = nothing. */
export function profileOf(table: PlainTable | null): Readonly<Record<string, string | null>> {
  if (!table || table.rows === 0) return {};
  return Object.fromEntries(table.names.map((name) => [name, texts(table, name).at(0)]));
}

/** A contact, a ticket, an answered survey or an invoice. */
export interface Entry {
  readonly kind: EntryKind;
  readonly day: number | null;
  /** By column, what is not blank. */
  readonly texts: Readonly<Record<string, string>>;
  /** Of an invoice: ten-thousandths, and the day it was paid. */
  readonly amount: number | null;
  readonly paid: number | null;
}

export interface Entries {
  readonly kind: EntryKind;
  /** How many the file has; the list may be shorter. */
  readonly total: number;
  /** Newest first. */
  readonly list: readonly Entry[];
}

export function entriesOf(kind: EntryKind, table: PlainTable): Entries {
  const known = (values: Float64Array | null, i: number): number | null =>
    values === null || Number.isNaN(values[i]) ? null : values[i]!;
  const columns = entryTexts(kind).map((name) => [name, texts(table, name)] as const);
  const day = numbers(table, 'day');
  const amount = kind === 'receivables' ? numbers(table, 'amount') : null;
  const paid = kind === 'receivables' ? numbers(table, 'paid_date') : null;
  return {
    kind,
    total: single(table, 'total') ?? 0,
    list: Array.from({ length: table.rows }, (_, i) => ({
      kind,
      day: known(day, i),
      texts: Object.fromEntries(
        columns.flatMap(([name, column]) => {
          const text = column.at(i);
          return text === null ? [] : [[name, text]];
        }),
      ),
      amount: known(amount, i),
      paid: known(paid, i),
    })),
  };
}
