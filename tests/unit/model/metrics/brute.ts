import { parseIsoDay } from '../../../../src/base/day.ts';
import type { DimensionLine } from '../../../support/sideTables.ts';

/** The metrics of one customer worked out row by row, in units, without SQL and without the code under test. */
export interface Brute {
  readonly [metric: string]: number;
}

export interface Ways {
  readonly measure: 'amount' | 'profit' | 'quantity';
  readonly ignoreReturns: boolean;
  readonly quarters: boolean;
  readonly fromData: boolean;
  readonly partial: boolean;
}

const day = (line: DimensionLine): number => parseIsoDay(line.day!)!;
const year = (line: DimensionLine): number => Number(line.day!.slice(0, 4));
const period = (line: DimensionLine, quarters: boolean): number => {
  const month = Number(line.day!.slice(0, 4)) * 12 + Number(line.day!.slice(5, 7)) - 1;
  return quarters ? Math.floor(month / 3) : month;
};
const ratio = (a: number, b: number): number => (b > 0 ? a / b : NaN);
const total = (lines: readonly DimensionLine[], of: (line: DimensionLine) => string | undefined): number =>
  lines.reduce((sum, line) => sum + Math.round(Number(of(line) ?? 0) * 10_000), 0) / 10_000;
const middle = (list: readonly number[]): number => {
  const sorted = list.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length === 0
    ? NaN
    : sorted.length % 2
      ? sorted[half]!
      : (sorted[half - 1]! + sorted[half]!) / 2;
};

/** All lines are dated, all have order ids, and the data are by day. */
export function brute(all: readonly DimensionLine[], customer: string, ways: Ways): Brute {
  const { measure, quarters } = ways;
  const counted = all.filter((line) => !ways.ignoreReturns || Number(line.amount) > 0);
  const mine = counted.filter((line) => line.customer === customer);
  const bought = mine.filter((line) => Number(line.amount) > 0);
  const value = (lines: readonly DimensionLine[]): number => total(lines, (line) => line[measure]);
  const amount = total(mine, (line) => line.amount);
  const first = Math.min(...all.map(day));
  const last = Math.max(...all.map(day));
  const days = [...new Set(bought.map(day))].toSorted((a, b) => a - b);
  const half = Math.floor((last - first + 1) / 2);
  const middleDay = last - half;
  const before = value(mine.filter((line) => day(line) > middleDay - half && day(line) <= middleDay));
  const after = value(mine.filter((line) => day(line) > middleDay));

  const next = new Date((last + 1) * 86_400_000);
  const nextMonth = next.getUTCFullYear() * 12 + next.getUTCMonth();
  const end = (quarters ? Math.floor(nextMonth / 3) : nextMonth) - 1;
  const buyer = bought.toSorted((a, b) => day(a) - day(b))[0];
  const opening = all.toSorted((a, b) => day(a) - day(b))[0]!;
  const start = buyer ? period(ways.fromData ? opening : buyer, quarters) : NaN;
  const values: number[] = [];
  for (let p = start; p <= end; p++) values.push(value(mine.filter((line) => period(line, quarters) === p)));
  const n = values.length;
  const mean = values.reduce((sum, v) => sum + v, 0) / n;
  const sd = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / n);
  const centre = (n - 1) / 2;
  const slope =
    values.reduce((sum, v, t) => sum + (t - centre) * (v - mean), 0) /
    values.reduce((sum, _, t) => sum + (t - centre) ** 2, 0);
  const steady = n >= 2 && Math.round(mean * n * 10_000) > 0;

  const date = new Date(last * 86_400_000);
  const whole = date.getUTCMonth() === 11 && date.getUTCDate() >= 25;
  const lastYear = date.getUTCFullYear() - (whole || ways.partial ? 0 : 1);
  const opens = new Date(first * 86_400_000);
  const firstYear = opens.getUTCFullYear() + (opens.getUTCMonth() === 0 && opens.getUTCDate() <= 7 ? 0 : 1);
  const volume = (back: number): number =>
    lastYear - back < firstYear ? NaN : value(mine.filter((line) => year(line) === lastYear - back));
  const growth = (from: number, to: number): number => (from > 0 ? (to - from) / from : NaN);
  const different = (of: 'category' | 'product'): number =>
    new Set(bought.map((line) => line.dimensions?.[of]).filter((text) => typeof text === 'string')).size;

  return {
    value: value(mine),
    amount,
    profit: total(mine, (line) => line.profit),
    quantity: total(mine, (line) => line.quantity),
    margin: ratio(total(mine, (line) => line.profit), amount),
    returns_rate: ratio(
      total(mine.filter((line) => Number(line.amount) < 0), (line) => line.amount.replace('-', '')),
      total(bought, (line) => line.amount),
    ),
    orders: new Set(bought.map((line) => line.order)).size,
    average_order: ratio(amount, new Set(bought.map((line) => line.order)).size),
    recency_days: days.length ? last - days.at(-1)! : NaN,
    tenure_days: days.length ? last - days[0]! : NaN,
    growth: after - before,
    growth_rate: growth(before, after),
    categories: different('category'),
    products: different('product'),
    usual_gap: middle(days.slice(1).map((d, i) => d - days[i]!)),
    order_days: days.length,
    active_months: new Set(bought.map((line) => line.day!.slice(0, 7))).size,
    periods: buyer ? n : NaN,
    cv: steady ? sd / mean : NaN,
    trend: steady ? slope / mean : NaN,
    year_value: volume(0),
    year_growth_1: growth(volume(1), volume(0)),
    year_growth_2: growth(volume(2), volume(1)),
    year_cagr: volume(2) > 0 && volume(0) >= 0 ? Math.sqrt(volume(0) / volume(2)) - 1 : NaN,
  };
} // prettier-ignore
