import type { Lens } from '../types.ts';
import { insight } from './insight.ts';
import { params, type CategoriesParams } from './params.ts';
import { needs, query } from './query.ts';
import { figures, result, type Categories } from './result.ts';
import { strings, type Words } from './strings.ts';

export const lens: Lens<CategoriesParams, Categories, Words> = {
  id: 'categories',
  version: 1,
  order: 3.6,
  costly: true,
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
