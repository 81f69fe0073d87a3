import type { PlainTable } from '../../base/table.ts';
import { gini, type Gini } from '../../stats/gini.ts';
import { herfindahl } from '../../stats/herfindahl.ts';
import { jointRatio, type JointRatio } from '../../stats/jointRatio.ts';
import { withoutLargest, type Ranked } from '../../stats/ranked.ts';
import type { Summed } from '../../stats/summed.ts';
import { tiersByShare, type Tier } from '../../stats/tiers.ts';
import { topShare } from '../../stats/topShare.ts';
import { whale, type Whale } from '../../stats/whale.ts';
import { units } from '../frame.ts';
import { nothing, usable, type Extras, type Figures, type Frame, type LensResult, type Live, type RankSet } from '../types.ts'; // prettier-ignore
import { orderOf, type Ordered, type Refused } from './order.ts';
import type { ParetoParams } from './params.ts';

/** README §3: which sentence is right. */
export type ParetoShape = 'curve' | 'few' | 'one' | 'equal';

/** The same customers without the largest few. */
export interface Rest {
  readonly left: 1 | 3 | 10;
  readonly ranked: Ranked;
  readonly top20: number | null;
  readonly gini: number | null;
}

export interface Concentration {
  readonly shape: ParetoShape;
  /** By value. */
  readonly ranked: Ranked;
  /** By a ratio, where that is asked for and known. */
  readonly ordered: Ordered | null;
  readonly refused: Refused | null;
  /** What shares are read from: by value, or in the order asked for. */
  readonly curve: Summed;
  /** Shares of the value that the top 1, 5, 10, 20, 50 % and the reader's own share of the customers hold, interpolated. */
  readonly top: Readonly<Record<'p1' | 'p5' | 'p10' | 'p20' | 'p50' | 'own', number | null>>;
  /** Undefined where another quantity than the value makes the order: the curve may cross the diagonal then. */
  readonly gini: Gini | null;
  readonly joint: JointRatio | null;
  readonly hhi: number | null;
  readonly whale: Whale;
  /** Customers below zero, on the curve or apart. */
  readonly negative: { readonly customers: number; readonly value: number };
  readonly largestShare: number;
  /** Where customers and a total above zero are left. */
  readonly rests: readonly Rest[];
  /** The one of them that the picture shows. */
  readonly shown: Rest | null;
}

/** Below this the customers are listed, because a curve through four points says nothing about a distribution. */
const fewest = 5;

function restOf(ranked: Ranked, left: Rest['left']): Rest | null {
  if (ranked.n <= left) return null;
  const rest = withoutLargest(ranked, left);
  if (!rest.defined) return null;
  return { left, ranked: rest, top20: topShare(rest, 0.2), gini: gini(rest)?.population ?? null };
}

/** Customers whose value is below zero: the last ranks of all, whatever the rule for them. */
function belowZero({ customers }: Frame): { customers: number; value: number } {
  let k = customers.n;
  let value = 0;
  while (k > 0 && Number(customers.value[k - 1]) < 0) value += Number(customers.value[--k]);
  return { customers: customers.n - k, value };
}

export function result(
  _tables: Readonly<Record<string, PlainTable>>,
  frame: Frame,
  params: ParetoParams,
  extras: Extras,
): LensResult<Concentration> {
  const { ranked, customers } = frame;
  if (customers.n === 0) return nothing('no_customers');
  if (ranked.n === 0) return nothing('all_apart');
  if (!ranked.defined) return nothing('total_nonpositive');
  const order = orderOf(frame, params, extras);
  const ordered = order !== null && typeof order === 'object' ? order : null;
  const curve: Summed = ordered?.curve ?? ranked;
  const peak = whale(curve);
  if (!peak) return nothing('total_nonpositive');
  const rests = ([1, 3, 10] as const).map((left) => restOf(ranked, left)).filter((rest) => rest !== null);
  const equal = ranked.n > 1 && ranked.value(0) === ranked.value(ranked.n - 1);
  return usable({
    shape: ranked.n === 1 ? 'one' : equal ? 'equal' : ranked.n < fewest ? 'few' : 'curve',
    ranked,
    ordered,
    refused: typeof order === 'string' ? order : null,
    curve,
    top: {
      p1: topShare(curve, 0.01),
      p5: topShare(curve, 0.05),
      p10: topShare(curve, 0.1),
      p20: topShare(curve, 0.2),
      p50: topShare(curve, 0.5),
      own: topShare(curve, params.top / 100),
    },
    gini: ordered ? null : gini(ranked),
    joint: ordered ? null : jointRatio(ranked),
    hhi: herfindahl(ranked),
    whale: peak,
    negative: ordered ? peak.negative : belowZero(frame),
    largestShare: ranked.prefixShare(1) ?? 0,
    rests,
    shown: ordered ? null : (rests.find((rest) => String(rest.left) === params.without) ?? null),
  });
}

/** The curve that the picture shows and its handle runs along. */
export const shownCurve = (c: Concentration): Summed => c.shown?.ranked ?? c.curve;

/** The tiers of the curve that is shown; none where another quantity than the value makes the order. */
export function tiersOf(c: Concentration, { rule, tiers }: Live): readonly Tier[] {
  if (c.ordered) return [];
  if (!c.shown) return tiers;
  return tiersByShare(c.shown.ranked, { cuts: [rule.cut1, rule.cut2], crossing: rule.crossing }) ?? [];
}

/** The smallest number of customers that reaches the handle's share, and the share they achieve. */
export function cutAt(curve: Summed, basisPoints: number): { customers: number; share: number } {
  const customers = curve.countFor(basisPoints) ?? 0;
  return { customers, share: curve.prefixShare(customers) ?? 0 };
}

/** Ranks of the first `customers` of the curve that is shown. */
export function firstSet(c: Concentration, customers: number): RankSet {
  if (c.ordered) return { kind: 'list', ranks: c.ordered.ranks.slice(0, customers) };
  const start = c.shown?.left ?? 0;
  return { kind: 'range', start, end: start + customers };
}

/** Ranks of the customers below zero. */
export function negativeSet(c: Concentration, { customers }: Frame): RankSet {
  if (!c.ordered) return { kind: 'range', start: customers.n - c.negative.customers, end: customers.n };
  const { curve, ranks } = c.ordered;
  return { kind: 'list', ranks: ranks.filter((_, i) => curve.value(i) < 0) };
}

/** Public name of the stress test without so many. */
export const restName = (left: Rest['left']): string =>
  left === 1 ? 'pareto.without_largest' : `pareto.without_${left}`;

// prettier-ignore
const undefinedFigures = [
  'top1_share', 'top5_share', 'top10_share', 'top20_share', 'top50_share', 'top_own_share', 'gini', 'gini_sample', 'hhi',
  'effective_customers', 'joint_customers', 'joint_value', 'cut_customers', 'cut_value_share', 'largest_share',
  'peak_share', 'peak_customers', 'nothing_customers',
] as const;
const restFigures = ['top20_share', 'cut_customers', 'gini'] as const;

/** With nobody to rank the counts are still true; every share is undefined. */
export const emptyFigures = (frame: Frame): Figures => {
  const negative = belowZero(frame);
  const figures: Figures = {
    'pareto.customers': frame.ranked.n,
    'pareto.value': units(frame.ranked.total),
    'pareto.apart_customers': frame.apart.customers,
    'pareto.apart_value': units(frame.apart.value),
    'pareto.negative_customers': negative.customers,
    'pareto.negative_value': units(negative.value),
  };
  for (const name of undefinedFigures) figures[`pareto.${name}`] = null;
  for (const left of [1, 3, 10] as const)
    for (const name of restFigures) figures[`${restName(left)}.${name}`] = null;
  return figures;
};

export function figures(c: Concentration, { rule }: Live, frame: Frame): Figures {
  const cut = cutAt(c.curve, rule.cut1);
  const all: Figures = {
    'pareto.customers': c.curve.n,
    'pareto.value': units(c.curve.total),
    'pareto.apart_customers': frame.apart.customers,
    'pareto.apart_value': units(frame.apart.value),
    'pareto.top1_share': c.top.p1,
    'pareto.top5_share': c.top.p5,
    'pareto.top10_share': c.top.p10,
    'pareto.top20_share': c.top.p20,
    'pareto.top50_share': c.top.p50,
    'pareto.top_own_share': c.top.own,
    'pareto.gini': c.gini?.population ?? null,
    'pareto.gini_sample': c.gini?.sample ?? null,
    'pareto.hhi': c.hhi,
    'pareto.effective_customers': c.hhi === null ? null : 1 / c.hhi,
    'pareto.joint_customers': c.joint?.customers ?? null,
    'pareto.joint_value': c.joint?.value ?? null,
    'pareto.cut_share': rule.cut1 / 10_000,
    'pareto.cut_customers': cut.customers,
    'pareto.cut_value_share': cut.share,
    'pareto.largest_share': c.largestShare,
    'pareto.peak_share': c.whale.peakShare,
    'pareto.peak_customers': c.whale.peakCustomers,
    'pareto.nothing_customers': c.whale.nothing,
    'pareto.negative_customers': c.negative.customers,
    'pareto.negative_value': units(c.negative.value),
  };
  for (const left of [1, 3, 10] as const) {
    const rest = c.rests.find((r) => r.left === left);
    const name = restName(left);
    all[`${name}.top20_share`] = rest?.top20 ?? null;
    all[`${name}.cut_customers`] = rest ? rest.ranked.countFor(rule.cut1) : null;
    all[`${name}.gini`] = rest?.gini ?? null;
  }
  return all;
}
