import type { Day } from '../base/day.ts';
import type { Rng } from '../base/rng.ts';
import * as words from './teaCatalogue.ts';

/** Spread of the customers' weight, whose logarithm is normal. */
const spread = 1.36;
/** A day beyond the file, for buyers who neither leave nor fade. */
export const noEnd: Day = Number.MAX_SAFE_INTEGER;

export interface Buyer {
  readonly name: string;
  /** First day on which the buyer orders no more. */
  readonly leaves: Day;
  readonly ordersPerYear: number;
  /** Usual amount of an order in cents. */
  readonly basket: number;
  /** From this day on the buyer orders a quarter as often. */
  readonly fades: Day;
  readonly channel: string;
}

export function personName(random: Rng): string {
  return random.next() < 0.55
    ? random.pick(words.surnames) +
        random.pick(words.givenNames) +
        (random.next() < 0.6 ? random.pick(words.givenNames) : '')
    : `${random.pick(words.firstNames)} ${random.pick(words.lastNames)}`;
}

function houseName(random: Rng): string {
  const place = random.pick(words.housePlaces);
  return /^[A-Z]/.test(place)
    ? `${place} ${random.pick(words.houseKinds)}`
    : place + random.pick(words.houseKindsChinese);
}

/** A buyer whose weight (1 = median) shows in how often, how much and for how long they buy. */
export function makeBuyer(random: Rng, joined: Day): Buyer {
  const weight = Math.exp(spread * random.normal());
  const isHouse = weight > 4;
  const meanYears = Math.min(40, 1.4 * weight ** 1.15);
  const leaves = joined + Math.max(1, Math.round(random.exponential(365 * meanYears)));
  const fades = random.next() < 0.14 ? joined + random.int(200, 900) : noEnd;
  return {
    name: isHouse ? houseName(random) : personName(random),
    leaves,
    ordersPerYear: Math.min(45, 2.9 * weight ** 0.55),
    basket: 28_000 * weight ** 0.48,
    fades,
    channel: isHouse ? 'phone' : random.next() < 0.5 ? 'shop' : 'online',
  };
}
