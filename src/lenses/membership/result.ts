import { single, type PlainTable } from '../../base/table.ts';
import { memberGroups, type MemberGroup } from '../../model/schemes/presets/membership.ts';
import type { Tiering } from '../../model/schemes/types.ts';
import { units } from '../frame.ts';
import { membersOf } from '../members.ts';
import { nothing, unusable, usable, type Extras, type Figures, type Frame, type LensResult } from '../types.ts'; // prettier-ignore

export interface Group {
  readonly id: MemberGroup;
  readonly ranks: Uint32Array;
  /** Ten-thousandths of the measure. */
  readonly value: number;
  readonly orders: number;
  /** Customers with two orders or more. */
  readonly returning: number;
  /** null in an empty group. */
  readonly ordersPerCustomer: number | null;
  readonly returnRate: number | null;
  /** Net amount for each order, units; null without an order. */
  readonly averageOrder: number | null;
}

/** Rows without a customer: nobody can be told apart in them, so there is no rate of return. */
export interface Pool {
  readonly rows: number;
  /** Ten-thousandths of the measure. */
  readonly value: number;
  readonly orders: number;
  readonly averageOrder: number | null;
}

export interface Membership {
  readonly tiering: Tiering;
  readonly groups: readonly Group[];
  readonly pool: Pool | null;
}

export function result(
  tables: Readonly<Record<string, PlainTable>>,
  frame: Frame,
  _params: Record<string, never>,
  extras: Extras,
): LensResult<Membership> {
  const tiering = extras.tiering('membership');
  if (tiering.missing.includes('member_level')) return unusable('no_levels');
  const { customers } = frame;
  if (customers.n === 0) return nothing('no_customers');
  const members = membersOf(tiering, customers.n);
  const amounts = extras.metrics.number('amount');
  const pool = tables.pool;
  return usable({
    tiering,
    groups: memberGroups.map((id) => {
      const ranks = members[tiering.tiers.findIndex((tier) => tier.id === id)] ?? new Uint32Array();
      let [value, orders, amount, returning] = [0, 0, 0, 0];
      for (const k of ranks) {
        const placed = customers.orders[k] ?? 0;
        value += Number(customers.value[k]);
        orders += placed;
        if (placed >= 2) returning++;
        // What a customer without an order returned belongs to no order here.
        if (placed > 0) amount += amounts[k] ?? 0;
      }
      const n = ranks.length;
      return {
        id,
        ranks,
        value,
        orders,
        returning,
        ordersPerCustomer: n > 0 ? orders / n : null,
        returnRate: n > 0 ? returning / n : null,
        averageOrder: orders > 0 ? amount / orders : null,
      };
    }),
    pool: pool && (single(pool, 'lines') ?? 0) > 0 ? poolOf(pool) : null,
  });
}

function poolOf(table: PlainTable): Pool {
  const orders = single(table, 'orders') ?? 0;
  return {
    rows: single(table, 'lines') ?? 0,
    value: single(table, 'value') ?? 0,
    orders,
    averageOrder: orders > 0 ? (single(table, 'amount') ?? 0) / orders : null,
  };
}

export function figures({ groups, pool }: Membership): Figures {
  const all: Figures = {};
  for (const group of groups) {
    all[`membership.${group.id}.customers`] = group.ranks.length;
    all[`membership.${group.id}.value`] = units(group.value);
    all[`membership.${group.id}.orders_per_customer`] = group.ordersPerCustomer;
    all[`membership.${group.id}.return_rate`] = group.returnRate;
    all[`membership.${group.id}.average_order`] = group.averageOrder;
  }
  if (pool) {
    all['membership.pool.rows'] = pool.rows;
    all['membership.pool.value'] = units(pool.value);
    all['membership.pool.average_order'] = pool.averageOrder;
  }
  return all;
}
