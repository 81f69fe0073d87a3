import type { Day } from '../base/day.ts';
import { single, type PlainTable } from '../base/table.ts';
import type { Shape } from '../ingest/types.ts';
import { sql } from '../sql/sql.ts';
import type { Measure } from './scope.ts';

/** What the canonical tables hold: enough to say which lenses can be used and why not. */
export interface Model {
  readonly shape: Shape;
  readonly rows: number;
  readonly setAside: number;
  readonly dates: boolean;
  readonly orderIds: boolean;
  /** Every row has an order id of its own, so that counting orders is counting rows. */
  readonly orderPerRow: boolean;
  readonly names: boolean;
  readonly quantity: boolean;
  readonly profit: boolean;
  readonly potential: boolean;
  readonly walkinRows: number;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
}

export const modelQuery = (): string =>
  sql`SELECT count(*) AS rows,
  (SELECT count(*) FROM set_aside) AS set_aside,
  count(day) AS dates, count(order_id) AS order_ids,
  count(DISTINCT hash(order_id)) FILTER (WHERE order_id IS NOT NULL) AS different_ids, count(customer_name) AS names,
  count(quantity) AS quantities, count(profit) AS profits, count(potential) AS potentials,
  count(*) - count(customer_id) AS walkins,
  min(day) AS first_day, max(day) AS last_day FROM lines`.text;

export function modelOf(table: PlainTable, shape: Shape): Model {
  const number = (name: string): number => single(table, name) ?? 0;
  return {
    shape,
    rows: number('rows'),
    setAside: number('set_aside'),
    dates: number('dates') > 0,
    orderIds: number('order_ids') > 0,
    // Equal ids have equal hashes, so as many hashes as rows prove that no two ids are equal.
    orderPerRow: number('rows') > 0 && number('different_ids') === number('rows'),
    names: number('names') > 0,
    quantity: number('quantities') > 0,
    profit: number('profits') > 0,
    potential: number('potentials') > 0,
    walkinRows: number('walkins'),
    firstDay: single(table, 'first_day'),
    lastDay: single(table, 'last_day'),
  };
}

/** Measures that this file can be ranked by. */
export function availableMeasures(model: Model): Measure[] {
  const list: Measure[] = ['amount'];
  if (model.profit) list.push('profit');
  if (model.quantity) list.push('quantity');
  if (model.shape === 'lines') list.push('orders');
  return list;
}
