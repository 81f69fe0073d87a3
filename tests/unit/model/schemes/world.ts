import { textColumn } from '../../../../src/base/table.ts';
import type { CustomerTable } from '../../../../src/model/customers.ts';
import {
  defaultMetricOptions,
  type MetricId,
  type Metrics,
  type TextId,
} from '../../../../src/model/metrics/types.ts';
import type { Source } from '../../../../src/model/schemes/apply.ts';
import type { Condition, Rules, Scheme } from '../../../../src/model/schemes/types.ts';
import { rank } from '../../../../src/stats/ranked.ts';

/** What a test says of the customers, best first. */
export interface World {
  /** Ten-thousandths, descending. */
  readonly value: readonly number[] | readonly bigint[];
  readonly orders?: readonly number[];
  /** How many are on the curve; all where it is left out. */
  readonly ranked?: number;
  readonly numbers?: Readonly<Partial<Record<MetricId, readonly number[]>>>;
  /** null = no text. */
  readonly texts?: Readonly<Partial<Record<TextId, readonly (string | null)[]>>>;
  readonly silenceDays?: number | null;
}

/** A source made by hand: customers are named c0, c1 … by rank. */
export function sourceOf(world: World): Source {
  const n = world.value.length;
  const big = typeof world.value[0] === 'bigint';
  const value = big
    ? (world.value as readonly bigint[])
    : Float64Array.from(world.value as readonly number[]);
  const none = new Float64Array(n).fill(NaN);
  const customers: CustomerTable = {
    n,
    ids: textColumn(world.value.map((_, k) => `c${k}`)),
    names: null,
    value,
    orders: Float64Array.from(world.orders ?? new Array<number>(n).fill(1)),
    firstDay: none,
    lastDay: none,
    half1: none,
    half2: none,
    potential: none,
  };
  const on = world.ranked ?? n;
  const ranked = rank(value instanceof Float64Array ? value.subarray(0, on) : value.slice(0, on));
  return { customers, ranked, metrics: metricsOf(world, n) };
}

function metricsOf({ numbers = {}, texts = {}, silenceDays = null }: World, n: number): Metrics {
  return {
    n,
    silenceDays,
    has: (id) => Object.hasOwn(numbers, id) || Object.hasOwn(texts, id),
    number: (id) => {
      const values = numbers[id];
      if (!values) throw new Error(`${id} was not asked for`);
      return Float64Array.from(values);
    },
    text: (id) => {
      const list = texts[id];
      if (!list) throw new Error(`${id} was not asked for`);
      const values = [...new Set(list.filter((text) => text !== null))];
      return { values, codes: Int32Array.from(list, (text) => (text === null ? -1 : values.indexOf(text))) };
    },
  };
}

export const schemeWith = (overrides: Scheme['overrides'] = {}): Scheme => ({
  id: 'own1',
  version: 1,
  preset: 'abc',
  name: null,
  settings: {},
  rules: null,
  overrides,
});

/** Rules of tiers t0, t1 … and a rest. */
export const rulesWith = (conditions: readonly Condition[], more: Partial<Rules> = {}): Rules => ({
  population: 'all',
  scores: [],
  tiers: conditions.map((when, i) => ({ id: `t${i}`, name: null, when })),
  rest: { id: 'rest', name: null },
  options: defaultMetricOptions,
  ...more,
});
