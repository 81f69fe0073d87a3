import { noParams } from '../params.ts';
import type { Lens } from '../types.ts';
import { insight } from './insight.ts';
import { query } from './query.ts';
import { figures, result, type Tiers } from './result.ts';
import { strings, type Words } from './strings.ts';

export const lens: Lens<Record<string, never>, Tiers, Words> = {
  id: 'tiers',
  version: 1,
  order: 3,
  params: noParams,
  query,
  result,
  figures,
  insight,
  basis: (frame, _result, live) => live?.active.placed ?? frame.ranked.n,
  strings,
  view: () => import('./View.svelte'),
};
