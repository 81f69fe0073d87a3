import type { RoleChoice } from '../base/role.ts';
import { noRepairs } from '../ingest/types.ts';
import type { PreviewRow, Repairs, Shape, SourceColumn } from '../ingest/types.ts';
import { headerScale } from '../ingest/units.ts';
import { levelOf, mayBePerOrder } from './amounts.ts';
import type { ExportId } from './exports.ts';
import { statusDefaults } from './status.ts';

/** Orders of several rows whose amounts agree before an amount is taken for the order's, where its name leaves it open. */
const enoughOrders = 2;
/** Names that can only be an order's total. */
const ofOrder = /订单|訂單|买家|買家|order|total/i;

/** Programs that repeat an order's amounts on each of its rows. */
const perOrderExports: readonly ExportId[] = [
  'woocommerce',
  'taobao',
  'alibaba_1688',
  'jd',
  'youzan',
  'shopee',
];

/** What the columns and first rows of a file say of its repairs; the whole file has the last word. */
export function proposeRepairs(
  columns: readonly SourceColumn[],
  rows: readonly PreviewRow[],
  roles: readonly RoleChoice[],
  shape: Shape,
  known: ExportId | null,
  titles: readonly string[],
): Repairs {
  const at = (role: RoleChoice): number => roles.indexOf(role);
  const order = at('order_id');
  const amount = at('amount');
  const status = columns[at('status')]?.evidence.values ?? [];
  const customer = at('customer_id') >= 0 ? at('customer_id') : at('customer_name');
  const blanks = (column: number): boolean => column >= 0 && levelOf(rows, order, column) === 'first';
  const fillDown =
    shape === 'lines' &&
    order >= 0 &&
    (known === 'shopify' || blanks(customer) || blanks(amount) || isContinued(rows, roles));
  const once = shape === 'lines' && !fillDown && isOnce(columns, rows, order, amount, known);
  const money = [amount, at('unit_price'), at('year')].find((i) => i >= 0);
  return {
    ...noRepairs,
    status:
      shape === 'lines' || shape === 'customers' ? statusOf(columns, status, [amount, at('quantity')], at('due_date') >= 0) : {}, // prettier-ignore
    orderTotals: once ? 'once' : 'sum',
    fillDown,
    scale: money === undefined ? 1 : scaleOf(columns[money]?.header ?? '', titles),
  };
}

/** Whether rows with a product or amount leave order, customer and date blank together, below rows that name them. */
function isContinued(rows: readonly PreviewRow[], roles: readonly RoleChoice[]): boolean {
  const columnsOf = (...wanted: readonly RoleChoice[]): number[] =>
    roles.flatMap((role, i) => (wanted.includes(role) ? [i] : []));
  const customers = columnsOf('customer_id', 'customer_name');
  const dates = columnsOf('order_date');
  if (customers.length === 0 || dates.length === 0) return false;
  const heads = [...columnsOf('order_id'), ...customers, ...dates];
  const product = columnsOf('product')[0] ?? columnsOf('amount')[0] ?? -1;
  const blank = (row: PreviewRow, i: number): boolean => (row.cells[i] ?? '').trim() === '';
  const continued = (row: PreviewRow): boolean => heads.every((i) => blank(row, i)) && !blank(row, product);
  const first = rows.findIndex(continued);
  return first > 0 && rows.slice(0, first).some((row) => heads.some((i) => !blank(row, i)));
}

/** Returns whose amounts or quantities are negative already need no other sign. */
function statusOf(
  columns: readonly SourceColumn[],
  values: readonly string[],
  signed: readonly number[],
  onAccount: boolean,
): Repairs['status'] {
  const negative = signed.some((i) => (columns[i]?.evidence.negativeShare ?? 0) > 0);
  const choices = Object.entries(statusDefaults(values, onAccount));
  return Object.fromEntries(
    choices.map(([value, choice]) => [value, negative && choice === 'negate' ? 'use' : choice]),
  );
}

/** The unit that the column names, else that a title names (单位：万元). */
function scaleOf(header: string, titles: readonly string[]): Repairs['scale'] {
  const own = headerScale(header);
  const title = titles.find((text) => /单位|單位|\bunits?\b|\bin\b/i.test(text) && headerScale(text) !== 1);
  return own === 1 && title !== undefined ? headerScale(title) : own;
}

/** Whether the amount is an order's total that stands on each of its rows. */
function isOnce(
  columns: readonly SourceColumn[],
  rows: readonly PreviewRow[],
  order: number,
  amount: number,
  known: ExportId | null,
): boolean {
  const header = columns[amount]?.header;
  if (header === undefined || order < 0 || !mayBePerOrder(header)) return false;
  if (levelOf(rows, order, amount) !== 'same') return false;
  const counts = new Map<string, number>();
  for (const { cells } of rows) {
    const id = (cells[order] ?? '').trim();
    if (id !== '') counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const repeated = [...counts.values()].filter((n) => n > 1).length;
  return (
    repeated >= enoughOrders || ofOrder.test(header) || (known !== null && perOrderExports.includes(known))
  );
}
