import type { Lens } from '../types.ts';
import { insight } from './insight.ts';
import { params, type ChurnParams } from './params.ts';
import { follow, query } from './query.ts';
import { figures, result, type Churn } from './result.ts';
import { strings, type Words } from './strings.ts';

export const lens: Lens<ChurnParams, Churn, Words> = {
  id: 'churn',
  version: 1,
  order: 5,
  params,
  query,
  follow,
  result,
  figures,
  basis: (frame) => frame.customers.firstDay.filter((day) => !Number.isNaN(day)).length,
  insight,
  strings,
  view: () => import('./View.svelte'),
};
