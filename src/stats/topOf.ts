import { wholeBasisPoints } from './ranked.ts';

/** The best few of ascending values, those equal to the last one included. */
export interface Top {
  /** Smallest value that is in; null when nobody is. */
  readonly cut: number | null;
  /** Values above the cut, and how many of those equal to it were asked for: the others are in by equality only. */
  readonly above: number;
  readonly asked: number;
}

export function topOf(ascending: Float64Array, count: number): Top {
  const n = ascending.length;
  const wanted = Math.min(n, Math.max(0, count));
  if (wanted === 0) return { cut: null, above: 0, asked: 0 };
  const cut = ascending[n - wanted]!;
  let above = wanted;
  while (above > 0 && ascending[n - above] === cut) above--;
  return { cut, above, asked: wanted - above };
}

/** How many customers a share of n is: 20 % of 11 are 3 rounded up, 2 rounded down. */
export function countOfShare(n: number, basisPoints: number, rounding: 'up' | 'down'): number {
  const exact = (n * basisPoints) / wholeBasisPoints;
  return rounding === 'up' ? Math.ceil(exact) : Math.floor(exact);
}
