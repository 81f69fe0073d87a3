import type { Format } from '../../format/format.ts';
import { tierTitle } from '../schemeNames.ts';
import { figure, type Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import type { CategoriesParams } from './params.ts';
import { cellOf, rowId, type Categories } from './result.ts';
import type { Words } from './strings.ts';

/** Longest name inside a sentence or at the head of a row. */
const longest = 28;

export function shortName(name: string): string {
  const letters = Array.from(name);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : name;
}

/** From this many times its share in all on, a tier lives on something more than others do. */
const noticeable = 1.05;

/** Below this share of the tier's value a category carries nothing. */
const carrying = 0.05;

/** What a row is called. */
export function rowTitle({ rows }: Categories, row: number, format: Format, t: Words): string {
  const { kind, name, places } = rows[row]!;
  if (kind === 'blank') return t.blank;
  return kind === 'other' ? t.other(format.integer(places.length), places.length) : shortName(name);
}

export function insight(
  c: Categories,
  _live: Live,
  _frame: Frame,
  _params: CategoriesParams,
  format: Format,
  t: Words,
  measure: string,
): Sentence {
  if (!c.finding) return [t.unnamed];
  const { tier, row } = c.finding;
  const stats = c.tiering.tiers[tier]!;
  const tierName = tierTitle(c.tiering.scheme, stats, format.lang);
  const name = rowTitle(c, row, format, t);
  if (c.rows.length === 1) return [t.single(name)];
  const cell = cellOf(c, row, tier);
  const id = `categories.${stats.id}.${rowId(c, row)}`;
  const parts = {
    tier: tierName,
    name,
    share: figure(format.percent(cell.share), `${id}.share`, cell.share),
    all: figure(
      format.percent(cellOf(c, row, null).share),
      `categories.all.${rowId(c, row)}.share`,
      cellOf(c, row, null).share,
    ),
    index: cell.index === null ? null : figure(format.ratio(cell.index), `${id}.index`, cell.index),
    customers: figure(format.integer(cell.customers), `${id}.customers`, cell.customers),
    of: format.integer(c.tiers[tier]!.customers),
    one: c.tiers[tier]!.customers === 1,
    measure,
    sales: c.ofSales,
  };
  if (cell.index === null || cell.index < noticeable) return t.even(parts);
  return (cell.share ?? 0) < carrying ? t.spread(parts) : t.lives(parts);
}
