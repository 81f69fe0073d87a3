import { civil, dayOf, isoDay, type Day } from '../base/day.ts';
import type { Rng } from '../base/rng.ts';
import { rng } from '../base/rng.ts';
import { csvText, decimal } from './csv.ts';
import { makeBuyer, noEnd, personName, type Buyer } from './teaBuyers.ts';
import { teas, type Tea } from './teaCatalogue.ts';
import type { Sample } from './types.ts';

// The story and its figures are in README.md; these settings were chosen so that the story comes out.
const seed = 20240222;
const firstDay = dayOf(2024, 1, 1);
const lastDay = dayOf(2025, 12, 31);
const newYear2025 = dayOf(2025, 1, 1);
const oldCustomers = 780;
const newCustomers = 620;

const cheapest = teas.reduce((best, tea) => (tea.price < best.price ? tea : best));

interface Line {
  readonly tea: Tea;
  readonly quantity: number;
  readonly cents: number;
}

/** One order or one return slip (all lines negative); buyer null = walk-in. */
interface Slip {
  readonly day: Day;
  readonly buyer: Buyer | null;
  readonly lines: readonly Line[];
  readonly isReturn: boolean;
}

/** Tea is given before Spring Festival and Mid-Autumn and is fresh in April; the shop rests after Spring Festival. */
const seasons: readonly (readonly [from: Day, to: Day, factor: number])[] = [
  [dayOf(2024, 1, 15), dayOf(2024, 2, 8), 2.2],
  [dayOf(2024, 2, 9), dayOf(2024, 2, 16), 0.05],
  [dayOf(2024, 4, 1), dayOf(2024, 4, 25), 1.4],
  [dayOf(2024, 8, 27), dayOf(2024, 9, 15), 1.9],
  [dayOf(2025, 1, 5), dayOf(2025, 1, 27), 2.2],
  [dayOf(2025, 1, 28), dayOf(2025, 2, 4), 0.05],
  [dayOf(2025, 4, 1), dayOf(2025, 4, 25), 1.4],
  [dayOf(2025, 9, 14), dayOf(2025, 10, 4), 1.9],
];
const highSeason = 2.2;

function season(day: Day): number {
  return seasons.find(([from, to]) => day >= from && day <= to)?.[2] ?? 0.85;
}

function makeLines(random: Rng, day: Day, budget: number): Line[] {
  const count = 1 + Math.min(5, Math.floor(random.exponential(1.4)));
  const raise = day >= newYear2025 ? 1.03 : 1;
  const discount = budget > 150_000 ? 0.92 : 1;
  return Array.from({ length: count }, () => {
    const share = (budget / count) * (0.6 + 0.8 * random.next());
    const affordable = teas.filter(({ price }) => price <= share * 1.3);
    const tea = affordable.length > 0 ? random.pick(affordable) : cheapest;
    const quantity = Math.max(1, Math.round(share / tea.price));
    return { tea, quantity, cents: Math.round(quantity * Math.round(tea.price * raise) * discount) };
  });
}

const negative = (line: Line): Line => ({ ...line, quantity: -line.quantity, cents: -line.cents });

/** Orders from `from` on, as a Poisson process thinned by season and fading; the first day may be forced. */
function* orders(random: Rng, buyer: Buyer, from: Day, orderOnFirstDay: boolean): Generator<Slip> {
  const end = Math.min(lastDay + 1, buyer.leaves);
  const order = (day: Day): Slip => ({
    day,
    buyer,
    lines: makeLines(random, day, buyer.basket * Math.exp(0.3 * random.normal())),
    isReturn: false,
  });
  if (orderOnFirstDay) yield order(from);
  let time = from;
  for (;;) {
    time += random.exponential(365 / (buyer.ordersPerYear * highSeason));
    const day = Math.floor(time);
    if (day >= end) return;
    const chance = (season(day) / highSeason) * (day >= buyer.fades ? 0.25 : 1);
    if (random.next() < chance) yield order(day);
  }
}

/** Some lines come back within three weeks; neither a whole order nor across the year's end, to keep stories apart. */
function returns(random: Rng, slip: Slip): Slip[] {
  const lines = slip.lines.filter(() => random.next() < 0.025).map(negative);
  const day = slip.day + random.int(3, 20);
  const isPart = lines.length > 0 && lines.length < slip.lines.length;
  return isPart && civil(day).year === civil(slip.day).year ? [{ ...slip, day, lines, isReturn: true }] : [];
}

/** A hotel group that buys every ten days or so: about one twentieth of the business. */
function largest(random: Rng): Slip[] {
  const buyer: Buyer = {
    name: 'Yunling Hotels 云岭酒店集团',
    leaves: noEnd,
    ordersPerYear: 36,
    basket: 330_000,
    fades: noEnd,
    channel: 'phone',
  };
  return [...orders(random, buyer, firstDay, false)];
}

/** Bought well in 2024, returned most of a December order in January and bought little after: negative in 2025. */
function returners(random: Rng): Slip[] {
  return ['Orchard Events', '望海会展'].flatMap((name) => {
    const buyer: Buyer = { ...makeBuyer(random, firstDay), name, channel: 'phone' };
    const at = (day: Day, budget: number): Slip => ({
      day,
      buyer,
      lines: makeLines(random, day, budget),
      isReturn: false,
    });
    const december = at(dayOf(2024, 12, 10), 900_000);
    return [
      at(dayOf(2024, 3, 12), 300_000),
      at(dayOf(2024, 9, 3), 450_000),
      december,
      {
        ...december,
        day: dayOf(2025, 1, random.int(6, 20)),
        lines: december.lines.map(negative),
        isReturn: true,
      },
      at(dayOf(2025, 5, random.int(6, 20)), 60_000),
    ];
  });
}

/** Eight who returned their only order, and three whose order was before the file begins: net zero or less. */
function netZeroOrLess(random: Rng): Slip[] {
  const one = (day: Day): Slip => {
    const buyer = { ...makeBuyer(random, day), name: personName(random), channel: 'online' };
    return { day, buyer, lines: makeLines(random, day, random.int(8_000, 60_000)), isReturn: false };
  };
  const undone = Array.from({ length: 8 }, () => {
    const slip = one(random.int(firstDay, lastDay - 30));
    return [
      slip,
      { ...slip, day: slip.day + random.int(3, 14), lines: slip.lines.map(negative), isReturn: true },
    ];
  });
  const early = Array.from({ length: 3 }, () => {
    const slip = one(firstDay + random.int(2, 12));
    return { ...slip, lines: slip.lines.map(negative), isReturn: true };
  });
  return [...undone.flat(), ...early];
}

function walkIns(random: Rng): Slip[] {
  return Array.from({ length: 120 }, () => {
    const day = random.int(firstDay + 1, lastDay - 1);
    return { day, buyer: null, lines: makeLines(random, day, random.int(4_000, 30_000)), isReturn: false };
  });
}

function slips(random: Rng): Slip[] {
  const all = [...largest(random), ...returners(random), ...netZeroOrLess(random), ...walkIns(random)];
  for (let i = 0; i < oldCustomers + newCustomers; i++) {
    const isNew = i >= oldCustomers;
    const joined = isNew ? random.int(firstDay, lastDay - 10) : firstDay;
    const buyer = makeBuyer(random, joined);
    for (const slip of orders(random, buyer, joined, isNew)) all.push(slip, ...returns(random, slip));
  }
  return all.toSorted((a, b) => a.day - b.day);
}

const header = 'order_id,order_date,customer_id,customer_name,channel,category,product,quantity,amount'.split(
  ',',
);

function csv(): string {
  const ids = new Map<Buyer, string>();
  const idOf = (buyer: Buyer): string => {
    const id = ids.get(buyer) ?? `C${String(ids.size + 1).padStart(4, '0')}`;
    ids.set(buyer, id);
    return id;
  };
  const rows = slips(rng(seed)).flatMap(({ day, buyer, lines, isReturn }, index) => {
    const slipId = `${isReturn ? 'R' : 'T'}${String(100_001 + index).slice(1)}`;
    const who = buyer ? [idOf(buyer), buyer.name, buyer.channel] : ['', '', 'shop'];
    return lines.map(({ tea, quantity, cents }) => [
      slipId,
      isoDay(day),
      ...who,
      tea.category,
      tea.product,
      quantity,
      decimal(cents),
    ]);
  });
  return csvText(header, rows);
}

export const tea: Sample = {
  id: 'tea',
  fileName: 'tea.csv',
  roles: {
    order_id: 'order_id',
    order_date: 'order_date',
    customer_id: 'customer_id',
    customer_name: 'customer_name',
    channel: 'channel',
    category: 'category',
    product: 'product',
    quantity: 'quantity',
    amount: 'amount',
  },
  csv,
  first: async () => (await import('./first/tea.json')).default,
  known: {
    rows: 14_346,
    customers: 1165,
    apart: 11,
    orders: 7077,
    value: 4_967_059.45,
    walkinRows: 224,
    firstDate: 20240101,
    lastDate: 20251231,
    top20Share: 0.7795,
    gini: 0.7471,
    largestShare: 0.0517,
    customersFor80: 252,
  },
};
