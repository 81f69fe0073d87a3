import type { Lens } from '../types.ts';
import { insight } from './insight.ts';
import { params, type ParetoParams } from './params.ts';
import { needs, query } from './query.ts';
import { emptyFigures, figures, result, type Concentration } from './result.ts';
import { strings, type Words } from './strings.ts';

export const lens: Lens<ParetoParams, Concentration, Words> = {
  id: 'pareto',
  version: 1,
  order: 2,
  charted: true,
  params,
  query,
  needs,
  result,
  figures,
  emptyFigures,
  insight,
  strings,
  view: () => import('./View.svelte'),
};
