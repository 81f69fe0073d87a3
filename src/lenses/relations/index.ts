import { noParams } from '../params.ts';
import type { Lens } from '../types.ts';
import { insight } from './insight.ts';
import { query } from './query.ts';
import { figures, result, type Relations } from './result.ts';
import { strings, type Words } from './strings.ts';

export const lens: Lens<Record<string, never>, Relations, Words> = {
  id: 'relations',
  version: 1,
  order: 4.8,
  params: noParams,
  query,
  needs: ({ model }) =>
    model.sides.includes('contacts') ? { schemes: ['relationship', 'relationship_wanted'] } : {},
  result,
  figures,
  insight,
  strings,
  view: () => import('./View.svelte'),
};
