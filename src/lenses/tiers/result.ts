import type { PlainTable } from '../../base/table.ts';
import { units } from '../frame.ts';
import { nothing, usable, type Figures, type Frame, type LensResult, type Live } from '../types.ts';

export const tierNames = ['A', 'B', 'C'] as const;

export interface Tiering {
  readonly customers: number;
  readonly value: number;
  readonly shape: 'many' | 'one' | 'equal';
}

export function result(_tables: Readonly<Record<string, PlainTable>>, frame: Frame): LensResult<Tiering> {
  const { ranked, customers } = frame;
  if (customers.n === 0) return nothing('no_customers');
  if (ranked.n === 0) return nothing('all_apart');
  if (!ranked.defined) return nothing('total_nonpositive');
  const equal = ranked.n > 1 && ranked.value(0) === ranked.value(ranked.n - 1);
  return usable({
    customers: ranked.n,
    value: units(ranked.total),
    shape: ranked.n === 1 ? 'one' : equal ? 'equal' : 'many',
  });
}

export function figures(_tiering: Tiering, { tiers }: Live): Figures {
  const all: Figures = {};
  tiers.forEach((tier, i) => {
    const name = `tiers.${tierNames[i]}`;
    all[`${name}.customers`] = tier.customers;
    all[`${name}.value`] = units(tier.value);
    all[`${name}.share_customers`] = tier.shareCustomers;
    all[`${name}.share_value`] = tier.shareValue;
    all[`${name}.cut`] = tier.cut === null ? null : units(tier.cut);
    all[`${name}.fragile`] = tier.fragile;
  });
  return all;
}
