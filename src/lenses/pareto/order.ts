import { summedInOrder, type Summed } from '../../stats/summed.ts';
import type { Extras, Frame } from '../types.ts';
import type { ParetoParams, RankBy } from './params.ts';

/** Customers in the order of a ratio, the highest first; equal ratios in the order of their ranks. */
export interface Ordered {
  readonly by: Exclude<RankBy, 'value'>;
  /** Profit in the order of margins, amounts in the order of average orders. */
  readonly curve: Summed;
  /** Ranks in that order. */
  readonly ranks: Uint32Array;
  /** Customers on the curve by value whose ratio is not known. */
  readonly unknown: number;
}

/** Why customers are ranked by value although another order was asked for. */
export type Refused = 'no_profit' | 'no_orders' | 'no_total';

/** README §5. */
export function orderOf(frame: Frame, { by }: ParetoParams, extras: Extras): Ordered | Refused | null {
  if (by === 'value') return null;
  const lacking = by === 'margin' ? 'no_profit' : 'no_orders';
  const [ratioId, summedId] =
    by === 'margin' ? (['margin', 'profit'] as const) : (['average_order', 'amount'] as const);
  if ((by === 'margin' && !frame.model.profit) || !extras.metrics.has(ratioId)) return lacking;
  const ratio = extras.metrics.number(ratioId);
  const summed = extras.metrics.number(summedId);
  const known: number[] = [];
  for (let k = 0; k < frame.ranked.n; k++)
    if (Number.isFinite(ratio[k]) && Number.isFinite(summed[k])) known.push(k);
  if (known.length === 0) return lacking;
  const ranks = Uint32Array.from(known).sort((a, b) => ratio[b]! - ratio[a]! || a - b);
  const curve = summedInOrder(Float64Array.from(ranks, (k) => Math.round(summed[k]! * 10_000)));
  if (!curve.defined) return 'no_total';
  return { by, curve, ranks, unknown: frame.ranked.n - ranks.length };
}
