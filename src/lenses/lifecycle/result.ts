import type { Day } from '../../base/day.ts';
import { numbers, texts, type PlainTable } from '../../base/table.ts';
import { available } from '../../model/metrics/catalogue.ts';
import {
  loyaltySign,
  stages,
  type LoyalBy,
  type LoyaltySign,
  type Stage,
} from '../../model/schemes/presets/lifecycle.ts';
import type { MetricId, Metrics } from '../../model/metrics/types.ts';
import type { Tiering } from '../../model/schemes/types.ts';
import { units } from '../frame.ts';
import { membersOf } from '../members.ts';
import { settingsOf } from '../presetSettings.ts';
import { nothing, unusable, usable, type Extras, type Figures, type Frame, type LensResult, type Outsiders } from '../types.ts'; // prettier-ignore

export interface StageResult {
  readonly id: Stage;
  /** Customers with a row in scope; null = cannot be told without a silence rule. */
  readonly ranks: Uint32Array | null;
  /** With the people who have none; null as `ranks`. */
  readonly customers: number | null;
  /** Ten-thousandths. */
  readonly value: number | null;
}

/** What tells the loyal from the regular. */
export interface SignResult {
  readonly by: LoyaltySign;
  /** Whether the files have a column for it, or their orders show a rate. */
  readonly available: boolean;
  /** Loyal by the probability or rate of buying again, because no answer is known: it stands in for one. */
  readonly byProxy: Uint32Array;
  /** Regular customers of whom nothing is known. */
  readonly unanswered: number;
  /** Rate of buying again of the regular and the loyal by their number of order days, ascending; empty unless it decides. */
  readonly rates: readonly { readonly days: number; readonly rate: number }[];
}

export interface Lifecycle {
  readonly tiering: Tiering;
  readonly stages: readonly StageResult[];
  /** Everyone: customers with a row in scope and prospects without. */
  readonly people: number;
  readonly outsiders: Outsiders | null;
  /** Customers of whom no stage is known: without a silence rule, or without a date. */
  readonly unknown: Uint32Array;
  /** Of the lost, who ordered once. */
  readonly lostOnce: Uint32Array;
  readonly silenceDays: number | null;
  readonly asOf: Day;
  readonly sign: SignResult;
}

function outsidersOf(table: PlainTable | undefined): Outsiders | null {
  const n = table && table.rows > 0 ? (numbers(table, 'people')[0] ?? 0) : 0;
  if (!table || n === 0) return null;
  const names = texts(table, 'customer_name');
  const named = Array.from({ length: names.length }, (_, i) => names.at(i)).some((name) => name !== null);
  return { n, ids: texts(table, 'customer_id'), names: named ? names : null };
}

/** Ranks of the tiers with an id, ascending. */
function ranksOf(tiering: Tiering, members: readonly Uint32Array[], id: string): Uint32Array {
  const lists = members.filter((_, i) => tiering.tiers[i]?.id === id);
  return lists.length === 1 ? lists[0]! : Uint32Array.from(lists.flatMap((list) => [...list])).sort();
}

/** The metrics that tell the loyal by a sign. */
export function signMetrics(by: LoyaltySign): readonly MetricId[] {
  if (by === 'rate') return ['repurchase_rate', 'order_days'];
  return by === 'either' ? ['recommend'] : [];
}

function ratesOf(ranks: readonly number[], metrics: Metrics): SignResult['rates'] {
  const [days, rate] = [metrics.number('order_days'), metrics.number('repurchase_rate')];
  const found = new Map<number, number>();
  for (const k of ranks) if (!Number.isNaN(rate[k])) found.set(days[k]!, rate[k]!);
  return [...found].sort(([a], [b]) => a - b).map(([n, share]) => ({ days: n, rate: share }));
}

export function result(
  tables: Readonly<Record<string, PlainTable>>,
  frame: Frame,
  _params: Record<string, never>,
  extras: Extras,
): LensResult<Lifecycle> {
  const { period } = frame.rollup;
  if (!period) return unusable('no_dates');
  const outsiders = outsidersOf(tables.outsiders);
  const { customers, model } = frame;
  if (customers.n === 0 && !outsiders) return nothing('no_customers');
  const tiering = extras.tiering('lifecycle');
  const { silenceDays } = extras.metrics;
  const settings = settingsOf(tiering.scheme);
  const members = membersOf(tiering, customers.n);
  const judged = (id: Stage): boolean =>
    silenceDays !== null || id === 'prospect' || (id === 'one_time' && settings.one_time === 'one_time');
  const made = stages.map((id): StageResult => {
    if (!judged(id)) return { id, ranks: null, customers: null, value: null };
    const ranks = ranksOf(tiering, members, id);
    let value = 0;
    for (const k of ranks) value += Number(customers.value[k] ?? 0);
    const beside = id === 'prospect' ? (outsiders?.n ?? 0) : 0;
    return { id, ranks, customers: ranks.length + beside, value };
  });
  const by = loyaltySign(settings.loyal_by as LoyalBy, model);
  const recommend = by === 'either' ? extras.metrics.number('recommend') : null;
  const loyal = tiering.tiers.find(({ id }) => id === 'loyal');
  const at = (id: Stage): Uint32Array => made.find((stage) => stage.id === id)?.ranks ?? new Uint32Array();
  const [loyalRanks, regularRanks] = [at('loyal'), at('regular')];
  return usable({
    tiering,
    stages: made,
    people: customers.n + (outsiders?.n ?? 0),
    outsiders,
    unknown: ranksOf(tiering, members, tiering.rules.rest.id === 'unknown' ? 'unknown' : ''),
    lostOnce: at('lost').filter((k) => customers.orders[k] === 1),
    silenceDays,
    asOf: period.asOf,
    sign: {
      by,
      available:
        by === 'rate'
          ? silenceDays === null || extras.metrics.has('repurchase_rate')
          : available(by === 'either' ? 'recommend' : by, model),
      byProxy: loyalRanks.filter((k) => (recommend ? Number.isNaN(recommend[k]) : by !== 'recommend')),
      unanswered: silenceDays === null ? 0 : (loyal?.unknown ?? 0),
      rates: by === 'rate' ? ratesOf([...loyalRanks, ...regularRanks], extras.metrics) : [],
    },
  });
}

export function figures(lifecycle: Lifecycle): Figures {
  const all: Figures = { 'lifecycle.silence_days': lifecycle.silenceDays };
  for (const { id, customers, value } of lifecycle.stages) {
    all[`lifecycle.${id}.customers`] = customers;
    all[`lifecycle.${id}.value`] = value === null ? null : units(value);
  }
  all['lifecycle.lost.one_time'] = lifecycle.silenceDays === null ? null : lifecycle.lostOnce.length;
  all['lifecycle.prospect.without_rows'] = lifecycle.outsiders?.n ?? 0;
  all['lifecycle.loyal.by_proxy'] = lifecycle.silenceDays === null ? null : lifecycle.sign.byProxy.length;
  all['lifecycle.unknown.customers'] = lifecycle.unknown.length;
  return all;
}
