import { units } from './frame.ts';
import type { Tiering } from '../model/schemes/types.ts';
import type { Frame, RankSet } from './types.ts';

export const everyone = (frame: Frame): RankSet => ({ kind: 'range', start: 0, end: frame.customers.n });

/** Customers of one tier of a scheme, by the tier's position. */
export function tierSet(frame: Frame, tiering: Tiering, tier: number): RankSet {
  const ranks: number[] = [];
  for (let k = 0; k < frame.customers.n; k++) if (tiering.of(k) === tier) ranks.push(k);
  return { kind: 'list', ranks: Uint32Array.from(ranks) };
}

export const sizeOf = (set: RankSet): number =>
  set.kind === 'range' ? set.end - set.start : set.ranks.length;

export function ranksOf(set: RankSet): Uint32Array {
  if (set.kind === 'list') return set.ranks;
  return Uint32Array.from({ length: set.end - set.start }, (_, i) => set.start + i);
}

/** Sum of the customers' values, in units; exact while the sum of ten-thousandths fits 2^53. */
export function sumOf(frame: Frame, set: RankSet): number {
  const { value } = frame.customers;
  let sum = 0;
  if (set.kind === 'range') for (let k = set.start; k < set.end; k++) sum += Number(value[k] ?? 0);
  else for (const k of set.ranks) sum += Number(value[k] ?? 0);
  return units(sum);
}

/** Ranks that are in both sets, in the order of the first. */
export function intersect(ranks: Uint32Array, others: Uint32Array): Uint32Array {
  const wanted = new Set(others);
  return ranks.filter((k) => wanted.has(k));
}
