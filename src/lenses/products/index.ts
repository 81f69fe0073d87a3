import type { Lens } from '../types.ts';
import { insight } from './insight.ts';
import { params, type ProductsParams } from './params.ts';
import { needs, query } from './query.ts';
import { figures, result, type Products } from './result.ts';
import { strings, type Words } from './strings.ts';

export const lens: Lens<ProductsParams, Products, Words> = {
  id: 'products',
  version: 1,
  order: 3.3,
  costly: true,
  charted: true,
  params,
  query,
  needs,
  result,
  figures,
  basis: (frame) => frame.customers.n,
  insight,
  strings,
  view: () => import('./View.svelte'),
};
