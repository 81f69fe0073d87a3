import { loyaltySign, type LoyalBy } from '../../model/schemes/presets/lifecycle.ts';
import { schemeOf } from '../../model/schemes/registry.ts';
import { noParams } from '../params.ts';
import { settingsOf } from '../presetSettings.ts';
import type { Lens } from '../types.ts';
import { insight } from './insight.ts';
import { query } from './query.ts';
import { figures, result, signMetrics, type Lifecycle } from './result.ts';
import { strings, type Words } from './strings.ts';

export const lens: Lens<Record<string, never>, Lifecycle, Words> = {
  id: 'lifecycle',
  version: 1,
  order: 4.4,
  params: noParams,
  query,
  needs: ({ book, model }) => ({
    schemes: ['lifecycle'],
    metrics: signMetrics(loyaltySign(settingsOf(schemeOf(book, 'lifecycle')).loyal_by as LoyalBy, model)),
    silence: true,
  }),
  result,
  figures,
  basis: (frame) => frame.customers.n,
  insight,
  strings,
  view: () => import('./View.svelte'),
};
