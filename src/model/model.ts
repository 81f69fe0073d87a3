import type { Day } from '../base/day.ts';
import type { Role } from '../base/role.ts';
import { single, type PlainTable } from '../base/table.ts';
import type { AttributeColumn, CompiledImport } from '../ingest/statements.ts';
import { sideTables } from '../sql/canonical.ts';
import type { SalesShape, Shape, SideShape } from '../ingest/types.ts';
import { ident, join, sql } from '../sql/sql.ts';
import type { Measure, Scope } from './scope.ts';

/** What the canonical tables hold: enough to say which lenses can be used and why not. */
export interface Model {
  /** `lines` as soon as one file has lines; `periods` where files of one row per customer have periods. */
  readonly shape: SalesShape;
  /** Shapes of the files, in their order: `source` of a row is the position here. */
  readonly sources: readonly Shape[];
  /** Side tables that have rows. */
  readonly sides: readonly SideShape[];
  /** Roles that are text columns of `lines`. */
  readonly dimensions: readonly Role[];
  /** Columns of `customers`. */
  readonly attributes: readonly AttributeColumn[];
  readonly rows: number;
  readonly setAside: number;
  readonly dates: boolean;
  /** Some rows have a date and others none, because a file without dates stands beside one with them. */
  readonly undated: boolean;
  readonly orderIds: boolean;
  /** Every row has an order id of its own, so that counting orders is counting rows. */
  readonly orderPerRow: boolean;
  readonly names: boolean;
  readonly quantity: boolean;
  readonly profit: boolean;
  /** Nearly every row has a profit, so that customers can be ranked by it without a second thought. */
  readonly profitThroughout: boolean;
  readonly potential: boolean;
  readonly walkinRows: number;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
}

/** Two equal ids in the first rows prove that an order may have several rows; then nobody needs to look at all. */
const mayBeAllDifferent = sql`(SELECT count(*) = count(DISTINCT order_id) FROM (SELECT order_id FROM lines LIMIT 20000))`;

export const modelQuery = (): string =>
  sql`SELECT count(*) AS rows,
  (SELECT count(*) FROM set_aside) AS set_aside,
  count(day) AS dates, count(order_id) AS order_ids,
  count(DISTINCT hash(order_id)) FILTER (WHERE order_id IS NOT NULL AND ${mayBeAllDifferent}) AS different_ids, count(customer_name) AS names,
  count(quantity) AS quantities, count(profit) AS profits, count(potential) AS potentials,
  count(*) - count(customer_id) AS walkins,
  min(day) AS first_day, max(day) AS last_day,
  ${join(
    Object.entries(sideTables).map(
      ([shape, table]) => sql`(SELECT count(*) FROM ${ident(table)}) AS ${ident(`rows_${shape}`)}`,
    ),
    ', ',
  )} FROM lines`.text;

/** Of a file's rows; a few blanks are ordinary. */
const throughout = 0.99;

/** `made` says which columns the import has made beside the fixed ones. */
export function modelOf(
  table: PlainTable,
  sources: readonly Shape[],
  made: Pick<CompiledImport, 'dimensions' | 'attributes'>,
): Model {
  const number = (name: string): number => single(table, name) ?? 0;
  const profiled = (role: Role): boolean => made.attributes.some((attribute) => attribute.role === role);
  return {
    shape: salesShapeOf(sources),
    sources,
    sides: (Object.keys(sideTables) as SideShape[]).filter((shape) => number(`rows_${shape}`) > 0),
    dimensions: made.dimensions,
    attributes: made.attributes,
    rows: number('rows'),
    setAside: number('set_aside'),
    dates: number('dates') > 0,
    undated: number('dates') > 0 && number('dates') < number('rows'),
    orderIds: number('order_ids') > 0,
    // Equal ids have equal hashes, so as many hashes as rows prove that no two ids are equal.
    orderPerRow: number('rows') > 0 && number('different_ids') === number('rows'),
    names: number('names') > 0 || profiled('customer_name'),
    quantity: number('quantities') > 0,
    profit: number('profits') > 0,
    profitThroughout: number('rows') > 0 && number('profits') >= throughout * number('rows'),
    potential: number('potentials') > 0 || profiled('potential'),
    walkinRows: number('walkins'),
    firstDay: single(table, 'first_day'),
    lastDay: single(table, 'last_day'),
  };
}

function salesShapeOf(sources: readonly Shape[]): SalesShape {
  if (sources.includes('lines')) return 'lines';
  if (sources.includes('periods')) return 'periods';
  return sources.includes('customers') ? 'customers' : 'lines';
}

/** What a file is measured by at first: profit where it has it, with those who cost money on the curve. */
export const firstScope = (scope: Scope, model: Model): Scope =>
  model.profitThroughout ? { ...scope, measure: 'profit', nonpositive: 'keep' } : scope;

/** Measures that this file can be ranked by. */
export function availableMeasures(model: Model): Measure[] {
  const list: Measure[] = ['amount'];
  if (model.profit) list.push('profit');
  if (model.quantity) list.push('quantity');
  if (model.shape === 'lines') list.push('orders');
  return list;
}
