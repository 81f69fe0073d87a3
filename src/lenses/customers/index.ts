import { noParams } from '../params.ts';
import type { Lens } from '../types.ts';
import { insight } from './insight.ts';
import { query } from './query.ts';
import { figures, result, type CustomerList } from './result.ts';
import { strings, type Words } from './strings.ts';

export const lens: Lens<Record<string, never>, CustomerList, Words> = {
  id: 'customers',
  version: 1,
  order: 6,
  params: noParams,
  query,
  result,
  figures,
  basis: (frame) => frame.customers.n,
  insight,
  strings,
  view: () => import('./View.svelte'),
};
