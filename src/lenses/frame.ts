import type { CustomerTable } from '../model/customers.ts';
import type { TierRule } from '../model/tierRule.ts';
import { rank } from '../stats/ranked.ts';
import { tiersByShare } from '../stats/tiers.ts';
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

export function liveOf(frame: Frame, rule: TierRule): Live {
  const tiers = tiersByShare(frame.ranked, { cuts: [rule.cut1, rule.cut2], crossing: rule.crossing }) ?? [];
  return { rule, tiers };
}

/** Ten-thousandths as units. */
export const units = (tenThousandths: number): number => tenThousandths / 10_000;

/** The tier letter of a rank: A, B, C, or null for customers listed apart. */
export function tierOfRank(live: Live, rank: number): 'A' | 'B' | 'C' | null {
  const at = live.tiers.findIndex((tier) => rank >= tier.start && rank < tier.end);
  return at < 0 ? null : ((['A', 'B', 'C'] as const)[at] ?? null);
}
