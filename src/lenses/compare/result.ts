import { integers, numbers, single, texts, type PlainTable } from '../../base/table.ts';
import { units } from '../frame.ts';
import { nothing, usable, type Extras, type Figures, type Frame, type LensResult, type Live, type Other } from '../types.ts'; // prettier-ignore
import { groupOf, sharesOf, type Group } from './groups.ts';
import { changeOf, fates, motions, vitalOf, type Change, type Vital } from './moved.ts';
import type { CompareParams, Way } from './params.ts';
import { spansOf, type Spans } from './periods.ts';
import { wayOf, waysOf } from './query.ts';

/** Two periods side by side. */
export interface Pair {
  readonly spans: Spans;
  readonly others: readonly [Other, Other];
  /** Ranks in the notebook by rank in each period. */
  readonly toHere: readonly [Uint32Array, Uint32Array];
  readonly change: Change;
}

export interface Comparison {
  readonly way: Way;
  /** What this file can be compared by. */
  readonly ways: readonly Way[];
  /** With a curve each, at most five: the largest first, years and periods in time. */
  readonly groups: readonly Group[];
  /** Groups in the file; of them without a total above zero; total of those that have one and are not shown. */
  readonly all: number;
  readonly without: number;
  readonly others: { readonly groups: number; readonly value: number };
  /** null = periods are not compared, or one of them has no day in scope. */
  readonly pair: Pair | null;
}

type Part = Pick<Comparison, 'groups'> & Partial<Comparison>;

const none = { all: 0, without: 0, others: { groups: 0, value: 0 }, pair: null };

export function result(
  tables: Readonly<Record<string, PlainTable>>,
  frame: Frame,
  params: CompareParams,
  extras: Extras,
): LensResult<Comparison> {
  if (frame.customers.n === 0) return nothing('no_customers');
  const way = wayOf(frame.model, params);
  const told = { way, ways: waysOf(frame.model) };
  if (way === 'sample') {
    const { ranked, apart } = frame;
    if (!ranked.defined) return usable({ ...told, ...none, groups: [] });
    const ranks = Uint32Array.from({ length: frame.customers.n }, (_, k) => k);
    return usable({ ...told, ...none, groups: [{ name: '', ranked, ranks, apart, shares: sharesOf(ranked) }], all: 1 }); // prettier-ignore
  }
  if (way === 'period') return usable({ ...told, ...none, ...periods(frame, params, extras) });
  return usable({ ...told, ...none, ...groups(tables, frame, way) });
}

function groups(tables: Readonly<Record<string, PlainTable>>, frame: Frame, way: Way): Part {
  const table = tables.curves;
  if (!table || table.rows === 0) return { groups: [] };
  const names = texts(table, 'name');
  const place = numbers(table, 'place');
  const k = numbers(table, 'k');
  const value = integers(table, 'value');
  const made: Group[] = [];
  for (let head = 0; head < table.rows && !Number.isNaN(place[head]);) {
    let end = head + 1;
    while (end < table.rows && place[end] === place[head]) end++;
    const values =
      value instanceof Float64Array
        ? value.slice(head + 1, end)
        : value.slice(head + 1, end).map((v) => v ?? 0n);
    made.push(groupOf(names.at(head) ?? '', values, Uint32Array.from(k.subarray(head + 1, end)), frame.scope.nonpositive)); // prettier-ignore
    head = end;
  }
  const all = single(table, 'groups') ?? 0;
  const without = single(table, 'without') ?? 0;
  return {
    groups: way === 'year' ? made.reverse() : made,
    all,
    without,
    others: { groups: all - without - made.length, value: single(table, 'value') ?? 0 },
  };
}

function periods(frame: Frame, params: CompareParams, extras: Extras): Part {
  const spans = frame.rollup.period && spansOf(frame.rollup.period, params);
  const [first, second] = extras.others;
  if (!spans || !first || !second) return { groups: [] };
  const toHere = [first, second].map(({ frame: there, rankOf }) => {
    const here = new Uint32Array(there.customers.n);
    rankOf.forEach((rank, k) => {
      if (rank >= 0) here[rank] = k;
    });
    return here;
  }) as [Uint32Array, Uint32Array];
  const made = [first, second].map(({ frame: { ranked, apart } }, i): Group => ({
    name: i === 0 ? 'first' : 'second',
    ranked,
    ranks: toHere[i]!,
    apart,
    shares: sharesOf(ranked),
  }));
  return {
    groups: made,
    all: 2,
    without: made.filter((group) => !group.ranked.defined).length,
    pair: {
      spans,
      others: [first, second],
      toHere,
      change: changeOf(frame.customers.n, first, second),
    },
  };
}

export const vital = (pair: Pair, live: Live, params: CompareParams): Vital =>
  vitalOf(pair.others, pair.toHere, live.rule, params.cut);

/** Figures of the groups, the first one named 1. */
export function figures(c: Comparison, live: Live, _frame: Frame, params: CompareParams): Figures {
  const all: Figures = {
    'compare.groups': c.all,
    'compare.groups_without': c.without,
    'compare.groups_other': c.others.groups,
    'compare.other_value': units(c.others.value),
  };
  c.groups.forEach(({ shares, apart }, i) => {
    const name = `compare.${i + 1}`;
    all[`${name}.customers`] = shares.customers;
    all[`${name}.value`] = units(shares.value);
    all[`${name}.apart_customers`] = apart.customers;
    all[`${name}.top20_share`] = shares.top20;
    all[`${name}.n80`] = shares.n80;
    all[`${name}.gini`] = shares.gini;
    all[`${name}.joint_customers`] = shares.joint?.customers ?? null;
    all[`${name}.joint_value`] = shares.joint?.value ?? null;
    all[`${name}.largest_share`] = shares.largest;
  });
  if (c.pair) {
    const { change } = c.pair;
    all['compare.change.before'] = units(change.before);
    all['compare.change.after'] = units(change.after);
    for (const motion of motions) {
      all[`compare.change.${motion}`] = units(change[motion].change);
      all[`compare.change.${motion}_customers`] = change[motion].ranks.length;
    }
    const few = vital(c.pair, live, params);
    all['compare.vital.before'] = few.before;
    all['compare.vital.after'] = few.after;
    for (const fate of fates) all[`compare.vital.${fate === 'fresh' ? 'new' : fate}`] = few[fate].length;
  }
  return all;
}
