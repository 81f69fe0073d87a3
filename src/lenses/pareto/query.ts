import type { Frame, Needs } from '../types.ts';
import type { ParetoParams } from './params.ts';

/** The curve is drawn from the ranked customers that every cell shares: it needs no statement of its own. */
export const query = (): Record<string, string> => ({});

/** Ratios are asked for only where customers are ranked by one that the file has. */
export function needs(frame: Frame, { by }: ParetoParams): Needs {
  if (by === 'margin' && frame.model.profit) return { metrics: ['margin', 'profit'] };
  if (by === 'average_order') return { metrics: ['average_order', 'amount'] };
  return {};
}
