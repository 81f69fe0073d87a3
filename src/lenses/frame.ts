import type { CustomerTable } from '../model/customers.ts';
import { tieringOfShares } from '../model/schemes/shares.ts';
import { schemeOf } from '../model/schemes/registry.ts';
import { rulesOf } from '../model/schemes/rulesOf.ts';
import type { Tiering } from '../model/schemes/types.ts';
import type { TierRule } from '../model/tierRule.ts';
import { rank } from '../stats/ranked.ts';
import { tiersByShare, type Tier } from '../stats/tiers.ts';
import type { Frame, Ground, Live } from './types.ts';

/** How many customers, from the top, have a value above zero (values are in descending order). */
function positive(table: CustomerTable): number {
  let low = 0;
  let high = table.n;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number(table.value[middle]) > 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts customers at or below zero where the scope's rule wants them, and ranks the rest. */
export function frameOf(
  ground: Ground,
  customers: CustomerTable,
  { ledger, coverage }: Pick<Frame, 'ledger' | 'coverage'>,
  rows: number,
): Frame {
  const above = positive(customers);
  const { value, n } = customers;
  let rest = 0;
  for (let k = above; k < n; k++) rest += Number(value[k]);
  const told = { ...ground, ledger, coverage, rows, customers };
  const nobody = { customers: 0, value: 0 };
  switch (ground.scope.nonpositive) {
    case 'keep':
      return { ...told, ranked: rank(value), apart: nobody };
    case 'zero': {
      const clipped =
        value instanceof Float64Array
          ? value.map((v) => Math.max(0, v))
          : value.map((v) => (v > 0n ? v : 0n));
      return { ...told, ranked: rank(clipped), apart: nobody };
    }
    case 'apart': {
      const kept = value instanceof Float64Array ? value.subarray(0, above) : value.slice(0, above);
      return { ...told, ranked: rank(kept), apart: { customers: n - above, value: rest } };
    }
  }
}

/** The tiers under a rule; `active` is the active scheme's tiering, null where that is the one by cumulative share. */
export function liveOf(frame: Frame, rule: TierRule, active: Tiering | null = null): Live {
  const tiers = tiersByShare(frame.ranked, { cuts: [rule.cut1, rule.cut2], crossing: rule.crossing }) ?? [];
  return { rule, tiers, active: active ?? byShare(frame, rule, tiers) };
}

/** The scheme by cumulative share, under a rule that may be a moving handle's: no look at the customers. */
function byShare(frame: Frame, rule: TierRule, tiers: readonly Tier[]): Tiering {
  const settings = { cut1: rule.cut1 / 100, cut2: rule.cut2 / 100, crossing: rule.crossing };
  const scheme = { ...schemeOf(frame.book, 'abc'), settings };
  return tieringOfShares(scheme, rulesOf(scheme, frame.model), frame, tiers);
}

/** Ten-thousandths as units. */
export const units = (tenThousandths: number): number => tenThousandths / 10_000;
