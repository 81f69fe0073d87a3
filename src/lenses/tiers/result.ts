import type { PlainTable } from '../../base/table.ts';
import { units } from '../frame.ts';
import { nothing, usable, type Figures, type Frame, type LensResult, type Live } from '../types.ts';

/** The scheme by cumulative share: the one whose cuts the handle of the curve moves. */
export const byShare = 'abc';

export interface Tiers {
  /** On the curve, with their total in units. */
  readonly customers: number;
  readonly value: number;
  /** Whether cumulative shares can be cut; other schemes place customers in any case. */
  readonly shape: 'many' | 'one' | 'equal' | 'all_apart' | 'total_nonpositive';
}

export function result(_tables: Readonly<Record<string, PlainTable>>, frame: Frame): LensResult<Tiers> {
  const { ranked, customers } = frame;
  if (customers.n === 0) return nothing('no_customers');
  const equal = ranked.n > 1 && ranked.value(0) === ranked.value(ranked.n - 1);
  return usable({
    customers: ranked.n,
    value: units(ranked.total),
    shape:
      ranked.n === 0
        ? 'all_apart'
        : !ranked.defined
          ? 'total_nonpositive'
          : ranked.n === 1
            ? 'one'
            : equal
              ? 'equal'
              : 'many',
  });
}

/**
 * Of the active scheme. `unknown` is of the rule that is in doubt for the most customers: a customer may be in doubt
 * for several, so their sum would count some twice.
 */
export function figures(_tiers: Tiers, { active }: Live): Figures {
  const all: Figures = {};
  for (const tier of active.tiers) {
    const name = `tiers.${tier.id}`;
    all[`${name}.customers`] = tier.customers;
    all[`${name}.value`] = units(tier.value);
    all[`${name}.share_customers`] = tier.shareCustomers;
    all[`${name}.share_value`] = tier.shareValue;
    all[`${name}.cut`] = tier.cut === null ? null : units(tier.cut);
    all[`${name}.fragile`] = tier.near;
  }
  all['tiers.unknown'] = Math.max(0, ...active.tiers.map((tier) => tier.unknown));
  return all;
}
