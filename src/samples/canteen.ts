import { dayOf, isoDay, type Day } from '../base/day.ts';
import type { Rng } from '../base/rng.ts';
import { rng } from '../base/rng.ts';
import { csvText, decimal } from './csv.ts';
import type { Sample } from './types.ts';

// The story and its figures are in README.md; these settings were chosen so that the story comes out.
const seed = 4021;
const firstDay = dayOf(2025, 4, 1);
const lastDay = dayOf(2025, 6, 30);
const cards = 400;
/** Public holidays of the quarter that fall on weekdays. */
const holidays = new Set(['2025-04-04', '2025-05-01', '2025-05-02', '2025-05-05', '2025-06-02']);

const departments = ['Production', 'Warehouse', 'Sales', 'Finance', 'Research', 'Service'];
const meals: readonly (readonly [meal: string, cents: number])[] = [
  ['Noodles', 1600],
  ['Rice set', 1900],
  ['Dumplings', 1750],
  ['Salad', 2050],
  ['Grill', 2300],
];

interface Card {
  readonly number: string;
  readonly department: string;
  /** Chance of a lunch on a working day. */
  readonly attendance: number;
  /** Extras beside the meal (drink, fruit, soup), usual amount in cents. */
  readonly extras: number;
}

const between = (low: number, x: number, high: number): number => Math.min(high, Math.max(low, x));

function makeCard(random: Rng, index: number): Card {
  return {
    number: String(700_001 + index * 7),
    department: random.pick(departments),
    attendance: between(0.35, 0.76 + 0.11 * random.normal(), 0.97),
    extras: between(0, 450 + 190 * random.normal(), 1100),
  };
}

function workingDays(): Day[] {
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, i) => firstDay + i);
  // 1970-01-01 was a Thursday: day 2 of the count was a Saturday, day 3 a Sunday.
  return days.filter((day) => day % 7 !== 2 && day % 7 !== 3 && !holidays.has(isoDay(day)));
}

function lunch(random: Rng, extras: number): [string, string] {
  const [meal, price] = random.pick(meals);
  // The till knows steps of ten cents.
  const cents = price + Math.round((extras * 2 * random.next()) / 10) * 10;
  return [meal, decimal(cents)];
}

const header = ['date', 'card_no', 'department', 'meal', 'amount'];

function csv(): string {
  const random = rng(seed);
  const staff = Array.from({ length: cards }, (_, index) => makeCard(random, index));
  const rows: string[][] = [];
  for (const day of workingDays()) {
    const date = isoDay(day);
    for (const { number, department, attendance, extras } of staff) {
      if (random.next() < attendance) rows.push([date, number, department, ...lunch(random, extras)]);
    }
    // Guests pay in cash and have no card.
    for (let guest = random.int(0, 4); guest > 0; guest--) rows.push([date, '', '', ...lunch(random, 400)]);
  }
  return csvText(header, rows);
}

export const canteen: Sample = {
  id: 'canteen',
  fileName: 'canteen.csv',
  roles: {
    date: 'order_date',
    card_no: 'customer_id',
    department: 'attribute',
    meal: 'product',
    amount: 'amount',
  },
  csv,
  first: async () => (await import('./first/canteen.json')).default,
  known: {
    rows: 18_374,
    customers: 400,
    apart: 0,
    orders: 18_236,
    value: 428_883.8,
    walkinRows: 138,
    firstDate: 20250401,
    lastDate: 20250630,
    top20Share: 0.2495,
    gini: 0.0983,
    largestShare: 0.0038,
    customersFor80: 298,
  },
};
