import { noParams } from '../params.ts';
import type { Lens } from '../types.ts';
import { insight } from './insight.ts';
import { query } from './query.ts';
import { emptyFigures, figures, result, type Concentration } from './result.ts';
import { strings, type Words } from './strings.ts';

export const lens: Lens<Record<string, never>, Concentration, Words> = {
  id: 'pareto',
  version: 1,
  order: 2,
  params: noParams,
  query,
  result,
  figures,
  emptyFigures,
  insight,
  strings,
  view: () => import('./View.svelte'),
};
