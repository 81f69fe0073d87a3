import type { Model } from '../../model/model.ts';
import { hasScheme } from '../../model/schemes/registry.ts';
import { ident } from '../../sql/sql.ts';
import { belongsQuery, boughtQuery } from '../bought.ts';
import type { Frame, Ground, Needs } from '../types.ts';
import { attributes, roles, type CategoriesParams, type Column } from './params.ts';

const isAttribute = ({ attributes }: Pick<Model, 'attributes'>, column: string): boolean =>
  attributes.some((attribute) => attribute.column === column);

/** Whether each sale has its own text; else it is said of the customer as a whole. */
export const ofSales = ({ dimensions }: Pick<Model, 'dimensions'>, column: Column): boolean =>
  (dimensions as readonly string[]).includes(column);

/** What the file can be divided by. */
export const columnsOf = (model: Pick<Model, 'dimensions' | 'attributes'>): Column[] => [
  ...roles.filter((role) => ofSales(model, role) || isAttribute(model, role)),
  ...attributes.filter((column) => isAttribute(model, column)),
];

/** The column in force; null where the file has none. */
export function columnOf(model: Model, { by }: CategoriesParams): Column | null {
  const columns = columnsOf(model);
  return columns.find((column) => column === by) ?? columns[0] ?? null;
}

/** The scheme in force: the one chosen while the notebook has it, else the active one. */
export const schemeIdOf = ({ book }: Pick<Ground, 'book'>, { scheme }: CategoriesParams): string =>
  scheme !== null && hasScheme(book, scheme) ? scheme : book.active;

/** bought: see `boughtQuery` and `belongsQuery`. */
export function query(ground: Ground, params: CategoriesParams): Record<string, string> {
  const column = columnOf(ground.model, params);
  if (!column) return {};
  const text = ident(column);
  return {
    bought: ofSales(ground.model, column) ? boughtQuery(text, ground, false) : belongsQuery(text, ground),
  };
}

export const needs = (frame: Frame, params: CategoriesParams): Needs => ({
  schemes: [schemeIdOf(frame, params)],
});
