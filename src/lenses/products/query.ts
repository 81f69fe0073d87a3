import type { Model } from '../../model/model.ts';
import { ident } from '../../sql/sql.ts';
import { boughtQuery } from '../bought.ts';
import type { Frame, Ground, Needs } from '../types.ts';
import type { Column, ProductsParams } from './params.ts';

/** Columns of the file that name what was bought. */
export const columnsOf = ({ dimensions }: Pick<Model, 'dimensions'>): Column[] =>
  (['product', 'category'] as const).filter((role) => dimensions.includes(role));

/** The column in force; null where the file has none. */
export function columnOf(model: Pick<Model, 'dimensions'>, { by }: ProductsParams): Column | null {
  const columns = columnsOf(model);
  return columns.find((column) => column === by) ?? columns[0] ?? null;
}

/** bought: see `boughtQuery`. */
export function query(ground: Ground, params: ProductsParams): Record<string, string> {
  const column = columnOf(ground.model, params);
  return column ? { bought: boughtQuery(ident(column), ground, params.rows === 'all') } : {};
}

export const needs = (frame: Frame): Needs => ({ schemes: [frame.book.active] });
