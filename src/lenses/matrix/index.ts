import type { Lens } from '../types.ts';
import { insight } from './insight.ts';
import { params, type MatrixParams } from './params.ts';
import { needs, query } from './query.ts';
import { figures, result, type Matrix } from './result.ts';
import { strings, type Words } from './strings.ts';

export const lens: Lens<MatrixParams, Matrix, Words> = {
  id: 'matrix',
  version: 1,
  order: 4,
  charted: true,
  params,
  query,
  needs,
  result,
  figures,
  insight,
  strings,
  view: () => import('./View.svelte'),
};
