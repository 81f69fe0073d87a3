import { firstIndex, rank, type Ranked } from '../../stats/ranked.ts';
import { fragileRange, tiersByShare } from '../../stats/tiers.ts';
import type { Sorted } from './quantities.ts';
import type { Condition, Report } from './types.ts';

export type ShareCondition = Extract<Condition, { kind: 'share' }>;

/** Where a cumulative share ends on a curve: the customers at the first `end` positions are in. */
export interface ShareCut {
  readonly end: number;
  /** Those from here to `end` are in only because their values equal the last one's. */
  readonly untied: number;
  /** Positions within one point of the cut. */
  readonly near: { readonly start: number; readonly end: number };
}

/** By the one definition in stats/tiers; null where shares are undefined. */
export function shareCut(ranked: Ranked, { cut, crossing }: ShareCondition): ShareCut | null {
  const [first] = tiersByShare(ranked, { cuts: [cut], crossing }) ?? [];
  if (!first) return null;
  return { end: first.end, untied: first.end - first.tiedAtCut, near: fragileRange(ranked, cut) };
}

/** The curve of a quantity, and the rank of the customer at each of its positions. */
export interface Curve {
  readonly ranked: Ranked;
  /** null = positions are ranks. */
  readonly ranks: Uint32Array | null;
}

/** Ranks a quantity as values are ranked: by integers of ten-thousandths. What is not finite is left out. */
export function curveOf({ order, values }: Sorted): Curve {
  // Ascending, so what is not finite stands at the two ends.
  let first = 0;
  let end = order.length;
  while (first < end && values[first] === -Infinity) first++;
  while (end > first && values[end - 1] === Infinity) end--;
  const ranks = new Uint32Array(end - first);
  const units = new Float64Array(end - first);
  let safe = true;
  let at = 0;
  // Groups of equals from the largest on; inside a group ranks ascend already.
  while (end > first) {
    let start = end - 1;
    while (start > first && values[start - 1] === values[end - 1]) start--;
    const unit = Math.round(values[start]! * 10_000);
    safe &&= Number.isSafeInteger(unit);
    for (let i = start; i < end; i++) {
      ranks[at] = order[i]!;
      units[at++] = unit;
    }
    end = start;
  }
  return { ranked: rank(safe ? units : Array.from(units, BigInt)), ranks };
}

/**
 * What a share condition found for the customer at a position of the curve (null = not on it). Customers with equal
 * values stand together, so the share is counted at the first of them: before it where the crossing customer belongs to
 * the better side, up to and including it otherwise.
 */
export function shareReport(
  condition: ShareCondition,
  ranked: Ranked,
  position: number | null,
  holds: Report['holds'],
): Report {
  const wanted = condition.cut / 100;
  if (!ranked.defined || holds === null)
    return { condition, holds, actual: null, wanted: ranked.defined ? wanted : null, by: null, parts: [] };
  const at = position ?? ranked.n;
  const exact = at < ranked.n ? ranked.valueExact(at) : null;
  const first = exact === null ? at : firstIndex(0, at, (i) => ranked.valueExact(i) === exact);
  const counted = condition.crossing === 'better' || exact === null ? first : first + 1;
  const actual = 100 * ranked.prefixShare(counted)!;
  return { condition, holds, actual, wanted, by: actual - wanted, parts: [] };
}
