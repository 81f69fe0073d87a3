import type { Lens } from '../types.ts';
import { insight } from './insight.ts';
import { params, type RfmParams } from './params.ts';
import { needs, query } from './query.ts';
import { figures, result, type Rfm } from './result.ts';
import { strings, type Words } from './strings.ts';

/** Customers on the curve with an order. */
function basis({ ranked, customers }: Parameters<NonNullable<Lens['basis']>>[0]): number {
  let buyers = 0;
  for (let k = 0; k < ranked.n; k++) if (customers.orders[k]! > 0) buyers++;
  return buyers;
}

export const lens: Lens<RfmParams, Rfm, Words> = {
  id: 'rfm',
  version: 1,
  order: 4.2,
  params,
  query,
  needs,
  result,
  figures,
  basis,
  insight,
  strings,
  view: () => import('./View.svelte'),
};
