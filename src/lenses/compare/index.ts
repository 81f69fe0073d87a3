import type { Lens } from '../types.ts';
import { insight } from './insight.ts';
import { params, type CompareParams } from './params.ts';
import { needs, query } from './query.ts';
import { figures, result, type Comparison } from './result.ts';
import { strings, type Words } from './strings.ts';

export const lens: Lens<CompareParams, Comparison, Words> = {
  id: 'compare',
  version: 1,
  order: 3.2,
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
