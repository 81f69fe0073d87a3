import type { Lens } from '../types.ts';
import { insight } from './insight.ts';
import { params, type ValueRiskParams } from './params.ts';
import { needs, query } from './query.ts';
import { figures, result, type ValueRisk } from './result.ts';
import { strings, type Words } from './strings.ts';

export const lens: Lens<ValueRiskParams, ValueRisk, Words> = {
  id: 'value_risk',
  version: 1,
  order: 4.1,
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
