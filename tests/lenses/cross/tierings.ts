import { textColumn } from '../../../src/base/table.ts';
import type { Frame } from '../../../src/lenses/types.ts';
import { defaultMetricOptions } from '../../../src/model/metrics/types.ts';
import type { Rules, Tiering } from '../../../src/model/schemes/types.ts';
import { rank } from '../../../src/stats/ranked.ts';

/** The part of a frame that crossing looks at: values in descending order, ten-thousandths; those at or below zero apart. */
export function frameOfTable(values: readonly number[]): Pick<Frame, 'customers' | 'ranked'> {
  const nothing = new Float64Array(values.length).fill(NaN);
  return {
    customers: {
      n: values.length,
      ids: textColumn(values.map((_, k) => `K${k}`)),
      names: null,
      value: Float64Array.from(values),
      orders: nothing,
      firstDay: nothing,
      lastDay: nothing,
      half1: nothing,
      half2: nothing,
      potential: nothing,
    },
    ranked: rank(Float64Array.from(values.filter((value) => value > 0))),
  };
}

/** A tiering written down by hand: tiers by id, and the position of every customer's; -1 = not placed. */
export function tieringOf(
  ids: readonly string[],
  places: readonly number[],
  { customers }: Pick<Frame, 'customers'>,
  preset = ids[0] === 'X' ? 'xyz' : 'abc',
): Tiering {
  const placed = places.filter((tier) => tier >= 0).length;
  const rules: Rules = {
    population: 'all',
    scores: [],
    tiers: ids.slice(0, -1).map((id) => ({ id, name: null, when: { kind: 'any', parts: [] } })),
    rest: { id: ids.at(-1)!, name: null },
    options: defaultMetricOptions,
  };
  return {
    scheme: { id: preset, version: 1, preset, name: null, settings: {}, rules: null, overrides: {} },
    rules,
    tiers: ids.map((id, tier) => {
      const ranks = places.flatMap((place, k) => (place === tier ? [k] : []));
      const value = ranks.reduce((sum, k) => sum + Number(customers.value[k]), 0);
      return {
        id, name: null, customers: ranks.length, value, shareCustomers: null, shareValue: null, cut: null,
        near: null, tied: 0, shadowed: 0, unknown: 0, byHand: 0,
      }; // prettier-ignore
    }),
    of: (k) => places[k] ?? -1,
    placed,
    missing: [],
    score: () => new Float64Array(places.length),
    explain: (k) => ({ tier: places[k] ?? -1, because: null, notAbove: null, override: null }),
    cuts: {},
  };
}
