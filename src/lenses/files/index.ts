import { noParams } from '../params.ts';
import type { Lens } from '../types.ts';
import { insight } from './insight.ts';
import { query } from './query.ts';
import { figures, result, type Files } from './result.ts';
import { strings, type Words } from './strings.ts';

export const lens: Lens<Record<string, never>, Files, Words> = {
  id: 'files',
  version: 1,
  order: 5.5,
  params: noParams,
  query,
  result,
  figures,
  basis: (frame) => frame.customers.n,
  insight,
  strings,
  view: () => import('./View.svelte'),
};
