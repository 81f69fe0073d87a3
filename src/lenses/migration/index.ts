import type { Lens } from '../types.ts';
import { figures } from './figures.ts';
import { insight } from './insight.ts';
import { params, type MigrationParams } from './params.ts';
import { needs, query } from './query.ts';
import { result, type Migration } from './result.ts';
import { strings, type Words } from './strings.ts';

export const lens: Lens<MigrationParams, Migration, Words> = {
  id: 'migration',
  version: 1,
  order: 4.9,
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
