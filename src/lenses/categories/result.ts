import type { PlainTable } from '../../base/table.ts';
import type { Tiering } from '../../model/schemes/types.ts';
import { boughtOf, buyers, type Bought } from '../bought.ts';
import { units } from '../frame.ts';
import { membersOf } from '../members.ts';
import { nothing, unusable, usable, type Extras, type Figures, type Frame, type LensResult, type RankSet } from '../types.ts'; // prettier-ignore
import type { CategoriesParams, Column, Comparison } from './params.ts';
import { columnOf, columnsOf, ofSales, schemeIdOf } from './query.ts';

/** Categories with a row of their own. */
export const mostRows = 30;
/** Below so many customers a cell says little. */
export const fewest = 10;

/** A tier, or all of them together, inside a row or in whole. */
export interface Sum {
  /** Customers who have it: with an order of it, or described by it. */
  readonly customers: number;
  /** Ten-thousandths. */
  readonly value: number;
}

export interface Row {
  /** `blank` = not stated, `other` = all beyond the largest. */
  readonly kind: 'named' | 'blank' | 'other';
  /** As in the file; empty for the others. */
  readonly name: string;
  /** In `bought`. */
  readonly places: readonly number[];
  /** By position of the tier. */
  readonly tiers: readonly Sum[];
  readonly all: Sum;
}

export interface Categories {
  readonly column: Column;
  readonly columns: readonly Column[];
  /** Whether the column belongs to sales; else to customers. */
  readonly ofSales: boolean;
  readonly tiering: Tiering;
  readonly bought: Bought;
  /** Largest by value first, then not stated, then the others together. */
  readonly rows: readonly Row[];
  /** Different texts, blanks not counted. */
  readonly categories: number;
  /** Of whole tiers; README §2. */
  readonly tiers: readonly Sum[];
  readonly all: Sum;
  /** Customers without a tier, who are in nothing above. */
  readonly unplaced: number;
  readonly finding: Finding | null;
}

/** What the first tier with a value lives on: the row whose share there exceeds its share in all by most. */
export interface Finding {
  readonly tier: number;
  readonly row: number;
}

export function result(
  tables: Readonly<Record<string, PlainTable>>,
  frame: Frame,
  params: CategoriesParams,
  extras: Extras,
): LensResult<Categories> {
  const column = columnOf(frame.model, params);
  if (!column || !tables.bought) return unusable('no_column');
  const { n } = frame.customers;
  if (n === 0) return nothing('no_customers');
  const tiering = extras.tiering(schemeIdOf(frame, params));
  if (tiering.placed === 0) return nothing('nobody_placed');
  const bought = boughtOf(tables.bought);
  const members = membersOf(tiering, n).map((ranks) => ranks.length);
  const { rows, totals } = rowsOf(bought, tiering, n);
  const all = { customers: tiering.placed, value: totals.reduce((sum, value) => sum + value, 0) };
  if (all.value <= 0) return nothing('total_nonpositive');
  const tiers = totals.map((value, i) => ({ customers: members[i] ?? 0, value }));
  const found = {
    column,
    columns: columnsOf(frame.model),
    ofSales: ofSales(frame.model, column),
    tiering,
    bought,
    rows,
    categories: Array.from({ length: bought.n }, (_, place) => bought.name(place)).filter(
      (name) => name !== '',
    ).length,
    tiers,
    all,
    unplaced: n - tiering.placed,
  };
  return usable({ ...found, finding: findingOf(found) });
}

/** Sums of each text by tier: those of placed customers, each text's largest first. */
function rowsOf(bought: Bought, tiering: Tiering, n: number): { rows: Row[]; totals: number[] } {
  const tierOf = Int16Array.from({ length: n }, (_, k) => tiering.of(k));
  const value = new Float64Array(bought.n);
  for (let place = 0; place < bought.n; place++)
    for (let at = bought.start[place]!; at < bought.start[place + 1]!; at++) {
      const rank = bought.ranks[at]!;
      if (rank >= 0 && tierOf[rank]! >= 0) value[place]! += bought.values[at]!;
    }
  const places = Array.from(value, (_, place) => place);
  const blank = places.find((place) => bought.name(place) === '');
  // `bought` is in the order of all customers' value; that of the placed ones differs where some are apart.
  const named = places.filter((place) => place !== blank).sort((a, b) => value[b]! - value[a]! || a - b);
  const rest = named.slice(mostRows);
  const groups: Pick<Row, 'kind' | 'name' | 'places'>[] = [
    ...named
      .slice(0, mostRows)
      .map((place) => ({ kind: 'named' as const, name: bought.name(place), places: [place] })),
    ...(blank === undefined ? [] : [{ kind: 'blank' as const, name: '', places: [blank] }]),
    ...(rest.length > 0 ? [{ kind: 'other' as const, name: '', places: rest }] : []),
  ];
  /** The group in which a customer was counted last: several texts of the others may be the same customer's. */
  const counted = new Int32Array(n).fill(-1);
  const totals = tiering.tiers.map(() => 0);
  const rows = groups.map((group, i): Row => {
    const tiers = tiering.tiers.map(() => ({ customers: 0, value: 0 }));
    for (const place of group.places)
      for (let at = bought.start[place]!; at < bought.start[place + 1]!; at++) {
        const rank = bought.ranks[at]!;
        const tier = rank < 0 ? undefined : tiers[tierOf[rank]!];
        if (!tier) continue;
        tier.value += bought.values[at]!;
        totals[tierOf[rank]!]! += bought.values[at]!;
        if (bought.orders[at]! > 0 && counted[rank] !== i) {
          counted[rank] = i;
          tier.customers++;
        }
      }
    const all = tiers.reduce(
      (sum, { customers, value }) => ({ customers: sum.customers + customers, value: sum.value + value }),
      { customers: 0, value: 0 },
    );
    return { ...group, tiers, all };
  });
  return { rows, totals };
}

const part = (some: number, of: number): number | null => (of > 0 ? some / of : null);
const over = (a: number | null, b: number | null): number | null =>
  a === null || b === null || b <= 0 ? null : a / b;

/** A cell's numbers; README §3. `tier` null = all tiers together. null = undefined. */
export function cellOf(c: Pick<Categories, 'rows' | 'tiers' | 'all'>, row: number, tier: number | null) {
  const { tiers, all } = c.rows[row]!;
  const sum = tier === null ? all : tiers[tier]!;
  const whole = tier === null ? c.all : c.tiers[tier]!;
  const share = part(sum.value, whole.value);
  const reach = part(sum.customers, whole.customers);
  const reachOfAll = part(all.customers, c.all.customers);
  return {
    ...sum,
    /** Of the tier's value. */
    share,
    /** Of the tier's customers. */
    reach,
    index: over(share, part(all.value, c.all.value)),
    lift: over(reach, reachOfAll),
    segment: over(share, reachOfAll),
  };
}

export type Cell = ReturnType<typeof cellOf>;

/** What a cell shows under a setting: a share, and how many times as large it is as in all. */
export function shown(cell: Cell, compare: Comparison): { share: number | null; times: number | null } {
  if (compare === 'customers') return { share: cell.reach, times: cell.lift };
  return { share: cell.share, times: compare === 'segment' ? cell.segment : cell.index };
}

/** The comparison in force: that of segments is for what is said of customers, who are each in one of them. */
export const comparisonOf = (
  { ofSales }: Pick<Categories, 'ofSales'>,
  { compare }: CategoriesParams,
): Comparison => (ofSales && compare === 'segment' ? 'value' : compare);

function findingOf(c: Omit<Categories, 'finding'>): Finding | null {
  const tier = c.tiers.findIndex(({ value }) => value > 0);
  if (tier < 0) return null;
  const excess = (row: number): number => {
    const { share } = cellOf(c, row, tier);
    return (share ?? -Infinity) - (cellOf(c, row, null).share ?? Infinity);
  };
  const named = c.rows.flatMap((row, i) => (row.kind === 'named' ? [i] : []));
  const solid = named.filter((row) => c.rows[row]!.tiers[tier]!.customers >= fewest);
  const among = solid.length > 0 ? solid : named;
  const best = among.reduce<number | null>((a, b) => (a === null || excess(b) > excess(a) ? b : a), null);
  return best === null ? null : { tier, row: best };
}

/** Customers of a cell, of a row (no tier) or of a column (no row); ranks ascending. */
export function cellSet({ bought, rows, tiering }: Categories, row: number, tier: number | null): RankSet {
  const inTier = (rank: number): boolean =>
    tier === null ? tiering.of(rank) >= 0 : tiering.of(rank) === tier;
  return { kind: 'list', ranks: buyers(bought, rows[row]!.places, inTier) };
}

/** Name of a row in figures: 1 for the largest, then 2 …; `blank` and `other`. */
export const rowId = ({ rows }: Pick<Categories, 'rows'>, row: number): string =>
  rows[row]!.kind === 'named' ? String(row + 1) : rows[row]!.kind;

export function figures(c: Categories): Figures {
  const all: Figures = {
    'categories.count': c.categories,
    'categories.customers': c.all.customers,
    'categories.value': units(c.all.value),
    'categories.unplaced_customers': c.unplaced,
  };
  c.rows.forEach((_, row) => {
    const id = rowId(c, row);
    const whole = cellOf(c, row, null);
    all[`categories.all.${id}.share`] = whole.share;
    all[`categories.all.${id}.reach`] = whole.reach;
    all[`categories.all.${id}.customers`] = whole.customers;
    c.tiering.tiers.forEach((tier, i) => {
      const cell = cellOf(c, row, i);
      const name = `categories.${tier.id}.${id}`;
      all[`${name}.share`] = cell.share;
      all[`${name}.index`] = cell.index;
      all[`${name}.reach`] = cell.reach;
      all[`${name}.lift`] = cell.lift;
      all[`${name}.customers`] = cell.customers;
      if (!c.ofSales) all[`${name}.segment_index`] = cell.segment;
    });
  });
  return all;
}
