import { dayOf, type Day } from '../../../src/base/day.ts';
import type { Sample } from '../../../src/samples/types.ts';

/** One data row of a sample, read from its text alone. */
export interface SampleRow {
  readonly customer: string;
  readonly order: string;
  readonly date: string;
  readonly day: Day;
  readonly cents: bigint;
}

/** Reads a sample's text: no quotes, two decimals. Without an order id, an order is a customer and a day. */
export function readRows(sample: Sample): SampleRow[] {
  const [header, ...lines] = sample.csv().trimEnd().split('\n');
  const names = header!.split(',');
  const at = (role: string): number => names.findIndex((name) => sample.roles[name] === role);
  const [customer, order, date, amount] = ['customer_id', 'order_id', 'order_date', 'amount'].map(at) as [
    number,
    number,
    number,
    number,
  ];
  return lines.map((line) => {
    const fields = line.split(',');
    if (fields.length !== names.length) throw new Error(`not ${names.length} fields: ${line}`);
    const [year, month, day] = fields[date]!.split('-').map(Number) as [number, number, number];
    return {
      customer: fields[customer]!,
      order: order < 0 ? `${fields[customer]} ${fields[date]}` : fields[order]!,
      date: fields[date]!,
      day: dayOf(year, month, day),
      cents: cents(fields[amount]!),
    };
  });
}

function cents(text: string): bigint {
  const match = /^(-?)(\d+)\.(\d\d)$/.exec(text);
  if (!match) throw new Error(`no amount with two decimals: ${text}`);
  return BigInt(`${match[1]}${match[2]}${match[3]}`);
}

export const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

export function netByCustomer(rows: readonly SampleRow[]): Map<string, bigint> {
  const net = new Map<string, bigint>();
  for (const { customer, cents } of rows)
    if (customer !== '') net.set(customer, (net.get(customer) ?? 0n) + cents);
  return net;
}

/** Nets above zero, descending. */
export function rankedNets(net: ReadonlyMap<string, bigint>): bigint[] {
  return [...net.values()].filter((value) => value > 0n).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
}

/** Smallest number of customers that hold at least so many percent. */
export function customersFor(values: readonly bigint[], percent: bigint): number {
  const total = sum(values);
  let held = 0n;
  return values.findIndex((value) => (held += value) * 100n >= total * percent) + 1;
}

/** Distinct orders of customers with an id: at least one line above zero. */
export function countOrders(rows: readonly SampleRow[]): number {
  return new Set(
    rows.filter(({ customer, cents }) => customer !== '' && cents > 0n).map(({ order }) => order),
  ).size;
}

/** Share of the largest fifth, with a part of the customer at the edge. */
export function top20(values: readonly bigint[]): number {
  const position = values.length / 5;
  const whole = Math.floor(position);
  const held = Number(sum(values.slice(0, whole))) + (position - whole) * Number(values[whole] ?? 0n);
  return held / Number(sum(values));
}

/** Mean absolute difference over twice the mean. */
export function giniByPairs(values: readonly bigint[]): number {
  const numbers = values.map(Number);
  let differences = 0;
  for (const a of numbers) for (const b of numbers) differences += Math.abs(a - b);
  return differences / (2 * numbers.length * Number(sum(values)));
}
