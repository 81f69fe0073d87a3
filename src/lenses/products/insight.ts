import type { Format } from '../../format/format.ts';
import { units } from '../frame.ts';
import { figure, say, type Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import type { ProductsParams } from './params.ts';
import { cutAt, type Products } from './result.ts';
import type { Words } from './strings.ts';

/** Longest name inside a sentence. */
const longest = 40;

export function shortName(name: string): string {
  const letters = Array.from(name);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : name;
}

/** Name of the product at a position of `places`. */
export const nameAt = ({ bought, places }: Products, position: number): string =>
  bought.name(places[position]!);

export function insight(
  p: Products,
  live: Live,
  _frame: Frame,
  _params: ProductsParams,
  format: Format,
  t: Words,
  measure: string,
): Sentence {
  const { n } = p.ranked;
  const apart = figure(format.integer(p.apart.products), 'products.apart_products', p.apart.products);
  const cut = cutAt(p, live.rule.cut1);
  if (p.shape === 'none' || !cut) return t.none({ apart, one: p.apart.products === 1, kind: p.column });
  const all = figure(format.integer(n), 'products.count', n);
  const name = shortName(nameAt(p, 0));
  const tail =
    p.apart.products > 0
      ? t.tail({
          apart,
          one: p.apart.products === 1,
          value: figure(format.money(units(p.apart.value)), 'products.apart_value', units(p.apart.value)),
          kind: p.column,
        })
      : [];
  if (p.shape === 'one') return say`${t.one({ name, measure, kind: p.column })}${tail}`;
  if (p.shape === 'equal') return say`${t.equal({ all, measure, kind: p.column })}${tail}`;
  const sentence = t.insight({
    products: figure(format.integer(cut.products), 'products.cut_products', cut.products, true),
    one: cut.products === 1,
    all,
    share: format.percent(cut.products / n),
    value: figure(format.percent(cut.share), 'products.cut_value_share', cut.share, true),
    name,
    largest: figure(format.percent(p.largest), 'products.largest_share', p.largest),
    measure,
    kind: p.column,
  });
  return say`${sentence}${tail}`;
}
