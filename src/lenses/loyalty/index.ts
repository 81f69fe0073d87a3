import { rulesOf } from '../../model/schemes/rulesOf.ts';
import { schemeOf } from '../../model/schemes/registry.ts';
import { loyaltyMetrics } from '../../model/schemes/loyaltyCells.ts';
import { settingsOf } from '../presetSettings.ts';
import { noParams } from '../params.ts';
import type { Lens } from '../types.ts';
import { insight } from './insight.ts';
import { query } from './query.ts';
import { axes, figures, result, type Loyalty } from './result.ts';
import { strings, type Words } from './strings.ts';

export const lens: Lens<Record<string, never>, Loyalty, Words> = {
  id: 'loyalty',
  version: 1,
  order: 4.6,
  params: noParams,
  query,
  needs: ({ book, model }) => ({
    schemes: ['loyalty'],
    // The answers as well, to count for whom the rate stands in.
    metrics: [...new Set([...axes, ...loyaltyMetrics(settingsOf(schemeOf(book, 'loyalty')))])],
    texts: ['satisfaction'],
    options: rulesOf(schemeOf(book, 'loyalty'), model).options,
  }),
  result,
  figures,
  basis: (frame) => frame.customers.n,
  insight,
  strings,
  view: () => import('./View.svelte'),
};
