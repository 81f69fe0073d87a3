import type { PlainTable } from '../../base/table.ts';
import type { Tiering } from '../../model/schemes/types.ts';
import { gini } from '../../stats/gini.ts';
import type { Ranked } from '../../stats/ranked.ts';
import { tiersByShare, type Tier } from '../../stats/tiers.ts';
import { topShare } from '../../stats/topShare.ts';
import { boughtOf, type Bought } from '../bought.ts';
import { units } from '../frame.ts';
import { membersOf } from '../members.ts';
import { ranking } from '../ranking.ts';
import { nothing, unusable, usable, type Extras, type Figures, type Frame, type LensResult, type Live } from '../types.ts'; // prettier-ignore
import type { Column, Popularity, ProductsParams } from './params.ts';
import { columnOf, columnsOf } from './query.ts';

/** README §4: which sentence is right. */
export type Shape = 'curve' | 'one' | 'equal' | 'none';

export interface Products {
  readonly shape: Shape;
  readonly column: Column;
  /** What the file could be counted by. */
  readonly columns: readonly Column[];
  readonly bought: Bought;
  /** Places in `bought` of the named products: those on the curve first, in its order, then those apart. */
  readonly places: Uint32Array;
  /** Products on the curve. */
  readonly ranked: Ranked;
  /** Value in ten-thousandths. */
  readonly apart: { readonly products: number; readonly value: number };
  /** Rows that name no product; null = every row names one. Value in ten-thousandths. */
  readonly blank: { readonly place: number; readonly value: number } | null;
  readonly top20: number | null;
  readonly gini: number | null;
  readonly largest: number | null;
  /** By position in `places`. */
  readonly customers: Uint32Array;
  /** Customers with two orders of it or more. */
  readonly repeaters: Uint32Array;
  readonly orders: Float64Array;
  /** The active scheme, and how many customers each of its tiers has. */
  readonly tiering: Tiering;
  readonly tierSizes: readonly number[];
}

export function result(
  tables: Readonly<Record<string, PlainTable>>,
  frame: Frame,
  params: ProductsParams,
  extras: Extras,
): LensResult<Products> {
  const column = columnOf(frame.model, params);
  if (!column || !tables.bought) return unusable('no_product');
  const bought = boughtOf(tables.bought);
  if (bought.n === 0) return nothing('no_rows');
  const named = Array.from({ length: bought.n }, (_, place) => place);
  const blankAt = named.findIndex((place) => bought.name(place) === '');
  if (blankAt >= 0) named.splice(blankAt, 1);
  if (named.length === 0) return nothing('no_names');
  const { value } = bought;
  const values = value instanceof Float64Array ? Float64Array.from(named, (place) => value[place]!) : named.map((place) => value[place]!); // prettier-ignore
  const { ranked, apart } = ranking(values, frame.scope.nonpositive);
  const places = Uint32Array.from(named);
  const tiering = extras.tiering(frame.book.active);
  return usable({
    shape: shapeOf(ranked),
    column,
    columns: columnsOf(frame.model),
    bought,
    places,
    ranked,
    apart: { products: apart.customers, value: apart.value },
    blank: blankAt < 0 ? null : { place: blankAt, value: Number(value[blankAt]) },
    top20: topShare(ranked, 0.2),
    gini: gini(ranked)?.population ?? null,
    largest: ranked.n > 0 ? ranked.prefixShare(1) : null,
    ...countsOf(bought, places),
    tiering,
    tierSizes: membersOf(tiering, frame.customers.n).map((ranks) => ranks.length),
  });
}

function shapeOf(ranked: Ranked): Shape {
  if (!ranked.defined) return 'none';
  if (ranked.n === 1) return 'one';
  return ranked.value(0) === ranked.value(ranked.n - 1) ? 'equal' : 'curve';
}

function countsOf(bought: Bought, places: Uint32Array): Pick<Products, 'customers' | 'repeaters' | 'orders'> {
  const customers = new Uint32Array(places.length);
  const repeaters = new Uint32Array(places.length);
  const orders = new Float64Array(places.length);
  places.forEach((place, i) => {
    for (let at = bought.start[place]!; at < bought.start[place + 1]!; at++) {
      const times = bought.orders[at]!;
      orders[i]! += times;
      if (bought.ranks[at]! < 0) continue;
      if (times >= 1) customers[i]!++;
      if (times >= 2) repeaters[i]!++;
    }
  });
  return { customers, repeaters, orders };
}

/** A product among the customers of one tier. */
export interface InTier {
  readonly customers: number;
  readonly repeaters: number;
  readonly orders: number;
  /** Ten-thousandths. */
  readonly value: number;
}

/** By tier of the active scheme: how popular the product at a position of `places` is. O(its customers). */
export function byTier({ bought, places, tiering }: Products, position: number): readonly InTier[] {
  const sums = tiering.tiers.map(() => ({ customers: 0, repeaters: 0, orders: 0, value: 0 }));
  const place = places[position]!;
  for (let at = bought.start[place]!; at < bought.start[place + 1]!; at++) {
    const rank = bought.ranks[at]!;
    const sum = rank < 0 ? undefined : sums[tiering.of(rank)];
    if (!sum) continue;
    const times = bought.orders[at]!;
    sum.orders += times;
    sum.value += bought.values[at]!;
    if (times >= 1) sum.customers++;
    if (times >= 2) sum.repeaters++;
  }
  return sums;
}

/** What a column of the table says of a product in a tier; null = undefined. */
export function popularity(
  p: Products,
  position: number,
  tier: number,
  { customers, repeaters, orders, value }: InTier,
  of: Popularity,
): number | null {
  switch (of) {
    case 'reach':
      return p.tierSizes[tier] ? customers / p.tierSizes[tier] : null;
    case 'customers':
      return customers;
    case 'orders':
      return orders;
    case 'repeat':
      return customers > 0 ? repeaters / customers : null;
    case 'value': {
      const whole = Number(p.bought.value[p.places[position]!]);
      return whole > 0 ? value / whole : null;
    }
  }
}

/** Tiers A, B, C of the products, by the notebook's cuts. O(log n), so that they follow the handle. */
export const tiersOf = ({ ranked }: Products, { rule }: Live): readonly Tier[] =>
  tiersByShare(ranked, { cuts: [rule.cut1, rule.cut2], crossing: rule.crossing }) ?? [];

export const letters = ['A', 'B', 'C'] as const;

/** The smallest number of products that reaches the handle's share, and the share they achieve. */
export function cutAt({ ranked }: Products, basisPoints: number): { products: number; share: number } | null {
  const products = ranked.countFor(basisPoints);
  return products === null ? null : { products, share: ranked.prefixShare(products) ?? 0 };
}

export function figures(p: Products, live: Live): Figures {
  const cut = cutAt(p, live.rule.cut1);
  const tiers = tiersOf(p, live);
  const all: Figures = {
    'products.count': p.ranked.n,
    'products.value': units(p.ranked.total),
    'products.top20_share': p.top20,
    'products.gini': p.gini,
    'products.largest_share': p.largest,
    'products.cut_share': live.rule.cut1 / 10_000,
    'products.cut_products': cut?.products ?? null,
    'products.cut_value_share': cut?.share ?? null,
    'products.apart_products': p.apart.products,
    'products.apart_value': units(p.apart.value),
    'products.blank_value': units(p.blank?.value ?? 0),
  };
  letters.forEach((letter, i) => {
    all[`products.${letter}.products`] = tiers[i]?.customers ?? null;
    all[`products.${letter}.value`] = tiers[i] ? units(tiers[i].value) : null;
    all[`products.${letter}.share_value`] = tiers[i]?.shareValue ?? null;
  });
  return all;
}
