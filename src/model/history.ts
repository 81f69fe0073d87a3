import type { Day } from '../base/day.ts';

/** Where the customers of a frame stand in another period. */
export interface PeriodPlaces {
  readonly from: Day;
  readonly to: Day;
  /** Rank in that period of the customer at each rank of the frame; -1 = no row in it. */
  readonly rankOf: Int32Array;
  /** Values there by rank, ten-thousandths. */
  readonly value: ArrayLike<number | bigint>;
  /** Tier there by rank, 0 = best; -1 = not placed. */
  tier(rank: number): number;
}

/**
 * What a customer is in a period: a tier, or one of three states that are kept apart. `net_nonpositive` = has rows in
 * it and no tier, because their sum is zero or less; `none` = no row in it (or rows and neither an order nor a tier)
 * but known from before; `new` = first row after its end.
 */
export const otherStates = ['net_nonpositive', 'none', 'new'] as const;
export type OtherState = (typeof otherStates)[number];

/** Code of a state: tiers are their positions, the others follow. */
export const stateCode = (state: OtherState, tiers: number): number => tiers + otherStates.indexOf(state);

/** @param first the customer's first day with a row, in any period; NaN = a customer without a date, of no period */
function stateAt(places: PeriodPlaces, rank: number, first: number, tiers: number): number {
  const there = places.rankOf[rank] ?? -1;
  if (there < 0) return stateCode(first <= places.to ? 'none' : 'new', tiers);
  const tier = places.tier(there);
  if (tier >= 0) return tier;
  return stateCode(Number(places.value[there]) <= 0 ? 'net_nonpositive' : 'none', tiers);
}

/** State of every customer of the frame in a period, and the value there (0 without a row). */
export function statesIn(
  places: PeriodPlaces,
  firstDays: Float64Array,
  tiers: number,
): { readonly states: Uint8Array; readonly values: Float64Array } {
  const states = new Uint8Array(firstDays.length);
  const values = new Float64Array(firstDays.length);
  for (let k = 0; k < firstDays.length; k++) {
    states[k] = stateAt(places, k, firstDays[k]!, tiers);
    const there = places.rankOf[k] ?? -1;
    if (there >= 0) values[k] = Number(places.value[there]);
  }
  return { states, values };
}

/** One customer in one period. */
export interface HistoryEntry {
  readonly from: Day;
  readonly to: Day;
  /** Position of the tier; null = none. */
  readonly tier: number | null;
  readonly state: OtherState | null;
  /** Ten-thousandths; null = no row in the period. */
  readonly value: number | null;
}

/** The tiers of one customer, period by period. */
export function historyOf(
  rank: number,
  first: number,
  periods: readonly PeriodPlaces[],
  tiers: number,
): readonly HistoryEntry[] {
  return periods.map((places) => {
    const code = stateAt(places, rank, first, tiers);
    const there = places.rankOf[rank] ?? -1;
    return {
      from: places.from,
      to: places.to,
      tier: code < tiers ? code : null,
      state: otherStates[code - tiers] ?? null,
      value: there < 0 ? null : Number(places.value[there]),
    };
  });
}
