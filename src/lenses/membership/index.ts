import { noParams } from '../params.ts';
import type { Lens } from '../types.ts';
import { insight } from './insight.ts';
import { query } from './query.ts';
import { figures, result, type Membership } from './result.ts';
import { strings, type Words } from './strings.ts';

export const lens: Lens<Record<string, never>, Membership, Words> = {
  id: 'membership',
  version: 1,
  order: 4.7,
  params: noParams,
  query,
  needs: () => ({ schemes: ['membership'], metrics: ['amount'] }),
  result,
  figures,
  basis: (frame) => frame.customers.n,
  insight,
  strings,
  view: () => import('./View.svelte'),
};
