import { numbers, type PlainTable } from '../../base/table.ts';
import { otherStates, stateCode, statesIn, type OtherState } from '../../model/history.ts';
import type { ComparedPeriod, ComparedPeriods } from '../../model/periods.ts';
import type { Condition, Scheme } from '../../model/schemes/types.ts';
import { tierChanges, withHysteresis } from '../../stats/hysteresis.ts';
import { shorrocks } from '../../stats/shorrocks.ts';
import { mergeFrom, transition, type Transition } from '../../stats/transition.ts';
import { nothing, unusable, usable, type Extras, type Frame, type LensResult, type RankSet } from '../types.ts'; // prettier-ignore
import { schemeOf, type MigrationParams } from './params.ts';
import { periodsOf } from './query.ts';

/** A state that a customer can be in: a tier of the scheme, or one of the states beside them. */
export type State =
  | { readonly kind: 'tier'; readonly key: string; readonly id: string; readonly name: string | null }
  | { readonly kind: 'other'; readonly key: string; readonly state: OtherState };

export interface Migration {
  readonly scheme: Scheme;
  readonly cuts: 'keep' | 'recompute';
  readonly compared: ComparedPeriods;
  /** Tiers best first, then net_nonpositive, none, new; `key` is the part of public names. */
  readonly states: readonly State[];
  /** Number of tiers: positions from here on are the other states. */
  readonly tiers: number;
  /** State of every customer of the frame in each period. */
  readonly of: readonly Uint8Array[];
  /** From each period to the next. */
  readonly steps: readonly Transition[];
  /** The two periods that the table compares, and how customers went. */
  readonly pair: { readonly from: number; readonly to: number; readonly moved: Transition };
  /** null = fewer than two states with customers in the first period. */
  readonly shorrocks: number | null;
  readonly movement: Movement;
  /** Hysteresis in force; 1 = none. Changes of tier as found and as counted, over all periods. */
  readonly after: number;
  readonly changes: { readonly found: number; readonly counted: number };
  /** Metrics and texts that the scheme looks at and the files do not have. */
  readonly missing: number;
  /** Customers of the frame without a dated row, who belong to no period. */
  readonly undated: number;
  /** Periods that share days or are not in the order of time. */
  readonly overlap: boolean;
  /** Periods that differ in length by more than one part in ten. */
  readonly unequal: boolean;
}

/** What became of those who had a tier in the first period. Values in ten-thousandths. */
export interface Movement {
  readonly placed: number;
  readonly stayed: number;
  readonly up: number;
  readonly down: number;
  readonly toNonpositive: number;
  readonly toNone: number;
  /** Of the first period, and the same customers' of the second. */
  readonly valueFrom: number;
  readonly valueTo: number;
  readonly upValue: { readonly from: number; readonly to: number };
  readonly downValue: { readonly from: number; readonly to: number };
  /** Customers with a tier in the second period who had none in the first. */
  readonly joined: number;
  readonly returned: number;
  readonly joinedValue: number;
}

/** Names of the other states are taken: a tier of the same id is told apart from them. */
const keyOf = (tier: string): string =>
  (otherStates as readonly string[]).includes(tier) ? `tier_${tier}` : tier;

/** Whether a condition speaks of shares of the value, which a total of zero or less does not have. */
const readsShares = (when: Condition): boolean =>
  when.kind === 'all' || when.kind === 'any'
    ? when.parts.some(readsShares)
    : (when.kind === 'share' || when.kind === 'computed') && when.of === 'value';

const longer = (a: ComparedPeriod, b: ComparedPeriod): number => {
  const [x, y] = [a.to - a.from + 1, b.to - b.from + 1];
  return Math.max(x, y) / Math.min(x, y);
};
const unequalFrom = 1.1;

export function pairOf(pair: MigrationParams['pair'], periods: number): { from: number; to: number } {
  const last = periods - 1;
  if (pair === 'ends') return { from: 0, to: last };
  const from = pair === 'last' ? last - 1 : Math.min(Number(pair), last) - 1;
  return { from, to: from + 1 };
}

export function result(
  tables: Readonly<Record<string, PlainTable>>,
  frame: Frame,
  params: MigrationParams,
  extras: Extras,
): LensResult<Migration> {
  const { firsts } = tables;
  if (!frame.rollup.period || !firsts) return unusable('no_dates');
  if (frame.customers.n === 0) return nothing('no_customers');
  const compared = periodsOf(frame, params);
  const periods = compared?.periods ?? [];
  if (!compared || periods.length < 2) return nothing('one_period');
  const id = schemeOf(params, frame.book);
  const first = extras.others[0]!.tiering(id);
  // Where nobody is on the curve in the first period there are no cuts to keep.
  const cuts = extras.others[0]!.frame.ranked.n > 0 ? params.cuts : 'recompute';
  const tierings = extras.others.map((other, i) =>
    i === 0 || cuts === 'recompute' ? other.tiering(id) : other.tieringWith(id, first.cuts),
  );
  const shares = tierings.map((tiering) => tiering.rules.tiers.some(({ when }) => readsShares(when)));
  if (extras.others.some(({ frame: there }, i) => there.ranked.n > 0 && !there.ranked.defined && shares[i] && (i === 0 || cuts === 'recompute'))) return nothing('nobody_placed'); // prettier-ignore

  const tiers = first.tiers.length;
  const states: State[] = [
    ...first.tiers.map((tier): State => ({
      kind: 'tier',
      key: keyOf(tier.id),
      id: tier.id,
      name: tier.name,
    })),
    ...otherStates.map((state): State => ({ kind: 'other', key: state, state })),
  ];
  const firstDays = numbers(firsts, 'row_first');
  const found = extras.others.map((other, i) =>
    statesIn(
      {
        ...periods[i]!,
        rankOf: other.rankOf,
        value: other.frame.customers.value,
        tier: (rank) => tierings[i]!.of(rank),
      },
      firstDays,
      tiers,
    ),
  );
  const raw = found.map((period) => period.states);
  const after = Math.min(Number(params.after), periods.length - 1);
  const of = withHysteresis(raw, tiers, after);
  const between = (from: number, to: number): Transition =>
    moved(
      of,
      found.map((period) => period.values),
      from,
      to,
      states.length,
      tiers,
    );
  const steps = periods.slice(1).map((_, i) => between(i, i + 1));
  const { from, to } = pairOf(params.pair, periods.length);
  const shown = to === from + 1 ? steps[from]! : between(from, to);
  if (steps.every((step) => step.customers === 0)) return nothing('nobody_in_periods');
  return usable({
    scheme: first.scheme,
    cuts,
    compared,
    states,
    tiers,
    of,
    steps,
    pair: { from, to, moved: shown },
    // "Net zero or less", "no orders" and "new" are one state here: not being a customer of any tier.
    shorrocks: shorrocks(mergeFrom(shown.counts, tiers)),
    movement: movement(shown, tiers),
    after,
    changes: { found: tierChanges(raw, tiers), counted: tierChanges(of, tiers) },
    missing: first.missing.length,
    undated: firstDays.filter((day) => Number.isNaN(day)).length,
    overlap: periods.slice(1).some((period, i) => period.from <= periods[i]!.to),
    unequal: periods.slice(1).some((period, i) => longer(period, periods[i]!) > unequalFrom),
  });
}

/** Customers whose first row comes after both periods are not counted; after the second only: none in it. */
function moved(
  of: readonly Uint8Array[],
  values: readonly Float64Array[],
  from: number,
  to: number,
  states: number,
  tiers: number,
): Transition {
  const fresh = stateCode('new', tiers);
  const before = of[from]!;
  // Only where the user's own periods go back in time can somebody be new after having been there.
  const now = of[to]!.map((state, k) =>
    state === fresh && before[k] !== fresh ? stateCode('none', tiers) : state,
  );
  return transition(before, now, states, fresh, { from: values[from]!, to: values[to]! });
}

function movement(table: Transition, tiers: number): Movement {
  const m = {
    placed: 0, stayed: 0, up: 0, down: 0, toNonpositive: 0, toNone: 0, valueFrom: 0, valueTo: 0,
    upValue: { from: 0, to: 0 }, downValue: { from: 0, to: 0 }, joined: 0, returned: 0, joinedValue: 0,
  }; // prettier-ignore
  table.counts.forEach((row, i) =>
    row.forEach((n, j) => {
      const [valueFrom, valueTo] = [table.valueFrom[i]![j]!, table.valueTo[i]![j]!];
      if (i >= tiers) {
        if (j >= tiers) return;
        if (i === stateCode('new', tiers)) m.joined += n;
        else m.returned += n;
        m.joinedValue += valueTo;
        return;
      }
      m.placed += n;
      m.valueFrom += valueFrom;
      m.valueTo += valueTo;
      if (j === i) m.stayed += n;
      else if (j === stateCode('net_nonpositive', tiers)) m.toNonpositive += n;
      else if (j >= tiers) m.toNone += n;
      else {
        const way = j < i ? m.upValue : m.downValue;
        if (j < i) m.up += n;
        else m.down += n;
        way.from += valueFrom;
        way.to += valueTo;
      }
    }),
  );
  return m;
}

/** Which way a flow goes: from no tier to one is up, from a tier to none is down. */
export function direction(from: number, to: number, tiers: number): 'up' | 'same' | 'down' {
  const [a, b] = [Math.min(from, tiers), Math.min(to, tiers)];
  return a === b ? 'same' : b < a ? 'up' : 'down';
}

/**
 * Customers who went from one state to another between two periods; null = whatever the state. Those whose first row
 * comes after both periods are in no set.
 */
export function flowSet(
  { of, tiers }: Pick<Migration, 'of' | 'tiers'>,
  periods: { readonly from: number; readonly to: number },
  from: readonly number[] | null,
  to: readonly number[] | null,
  way?: 'up' | 'down',
): RankSet {
  const fresh = stateCode('new', tiers);
  const [before, after] = [of[periods.from]!, of[periods.to]!];
  const ranks: number[] = [];
  for (let k = 0; k < before.length; k++) {
    const a = before[k]!;
    const found = after[k]!;
    if (a === fresh && found === fresh) continue;
    const b = found === fresh ? stateCode('none', tiers) : found;
    if (from && !from.includes(a)) continue;
    if (to && !to.includes(b)) continue;
    if (way && (a >= tiers || b >= tiers || direction(a, b, tiers) !== way)) continue;
    ranks.push(k);
  }
  return { kind: 'list', ranks: Uint32Array.from(ranks) };
}
