import type { Lens } from '../types.ts';
import { insight } from './insight.ts';
import { pairOf } from './pair.ts';
import { params, type CrossParams } from './params.ts';
import { query } from './query.ts';
import { figures, result, type Cross } from './result.ts';
import { strings, type Words } from './strings.ts';

export const lens: Lens<CrossParams, Cross, Words> = {
  id: 'cross',
  version: 1,
  order: 3.5,
  params,
  query,
  needs: (frame, values) => ({ schemes: [...new Set(pairOf(frame, values))] }),
  result,
  figures,
  insight,
  basis: (frame, result) => result?.customers ?? frame.ranked.n,
  strings,
  view: () => import('./View.svelte'),
};
