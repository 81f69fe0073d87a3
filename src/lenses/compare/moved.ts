import { tiersByShare } from '../../stats/tiers.ts';
import type { TierRule } from '../../model/tierRule.ts';
import type { Other } from '../types.ts';
import type { CompareParams } from './params.ts';

/** Customers who did the same between two periods, and what their values changed by (ten-thousandths). */
export interface Movers {
  readonly ranks: Uint32Array;
  readonly change: number;
}

export const motions = ['left', 'came', 'grew', 'shrank', 'same'] as const;
export type Motion = (typeof motions)[number];

/** README §4: the five changes add up to after - before. Ten-thousandths; exact while the sums fit 2^53. */
export interface Change extends Readonly<Record<Motion, Movers>> {
  readonly before: number;
  readonly after: number;
}

/** @param customers number of customers in the notebook */
export function changeOf(customers: number, first: Other, second: Other): Change {
  const ranks: Record<Motion, number[]> = { left: [], came: [], grew: [], shrank: [], same: [] };
  const change: Record<Motion, number> = { left: 0, came: 0, grew: 0, shrank: 0, same: 0 };
  let before = 0;
  let after = 0;
  for (let k = 0; k < customers; k++) {
    const a = first.rankOf[k] ?? -1;
    const b = second.rankOf[k] ?? -1;
    if (a < 0 && b < 0) continue;
    const was = a < 0 ? 0 : Number(first.frame.customers.value[a]);
    const is = b < 0 ? 0 : Number(second.frame.customers.value[b]);
    before += was;
    after += is;
    const motion: Motion = a < 0 ? 'came' : b < 0 ? 'left' : is > was ? 'grew' : is < was ? 'shrank' : 'same';
    ranks[motion].push(k);
    change[motion] += is - was;
  }
  const movers = (motion: Motion): Movers => ({
    ranks: Uint32Array.from(ranks[motion]),
    change: change[motion],
  });
  return {
    before,
    after,
    left: movers('left'),
    came: movers('came'),
    grew: movers('grew'),
    shrank: movers('shrank'),
    same: movers('same'),
  };
}

export const fates = ['stayed', 'fell', 'gone', 'fresh'] as const;
export type Fate = (typeof fates)[number];

/**
 * The customers who bring the handle's share: those of the first period, those of the second, and who is in both. Not
 * in the order of ranks: it is made anew while the handle moves.
 */
export interface Vital extends Readonly<Record<Fate, Uint32Array>> {
  readonly before: number;
  readonly after: number;
}

/** How many customers, from the largest on, are in the best tier. */
function best({ frame }: Other, rule: TierRule): number {
  return tiersByShare(frame.ranked, { cuts: [rule.cut1], crossing: rule.crossing })?.[0]?.end ?? 0;
}

/**
 * @param toHere ranks in the notebook of both periods' customers, by their rank there
 */
export function vitalOf(
  [first, second]: readonly [Other, Other],
  toHere: readonly [Uint32Array, Uint32Array],
  rule: TierRule,
  cut: CompareParams['cut'],
): Vital {
  const before = best(first, rule);
  // Compared as integers: the smallest value of the first period's best tier.
  const smallest = before > 0 ? first.frame.ranked.value(before - 1) : null;
  const after =
    cut === 'keep'
      ? smallest === null
        ? 0
        : second.frame.ranked.countAtLeast(smallest)
      : best(second, rule);
  const fate: Record<Fate, number[]> = { stayed: [], fell: [], gone: [], fresh: [] };
  for (let a = 0; a < before; a++) {
    const k = toHere[0][a]!;
    const b = second.rankOf[k] ?? -1;
    fate[b < 0 ? 'gone' : b < after ? 'stayed' : 'fell'].push(k);
  }
  for (let b = 0; b < after; b++) {
    const k = toHere[1][b]!;
    const a = first.rankOf[k] ?? -1;
    if (a < 0 || a >= before) fate.fresh.push(k);
  }
  return {
    before,
    after,
    stayed: Uint32Array.from(fate.stayed),
    fell: Uint32Array.from(fate.fell),
    gone: Uint32Array.from(fate.gone),
    fresh: Uint32Array.from(fate.fresh),
  };
}
