import type { PlainTable } from '../../base/table.ts';
import { gini, type Gini } from '../../stats/gini.ts';
import { herfindahl } from '../../stats/herfindahl.ts';
import { jointRatio, type JointRatio } from '../../stats/jointRatio.ts';
import { withoutLargest, type Ranked } from '../../stats/ranked.ts';
import { topShare } from '../../stats/topShare.ts';
import { units } from '../frame.ts';
import { nothing, usable, type Figures, type Frame, type LensResult, type Live } from '../types.ts';

/** README §3: which sentence is right. */
export type ParetoShape = 'curve' | 'few' | 'one' | 'equal';

export interface Concentration {
  readonly shape: ParetoShape;
  readonly ranked: Ranked;
  /** Shares of the value that the top 1, 5, 10 and 20 % of the customers hold, interpolated. */
  readonly top: Readonly<Record<'p1' | 'p5' | 'p10' | 'p20', number | null>>;
  readonly gini: Gini | null;
  readonly hhi: number | null;
  readonly joint: JointRatio | null;
  readonly largestShare: number;
  /** The same customers without the largest; null when nothing (or nothing positive) is left. */
  readonly rest: { readonly ranked: Ranked; readonly top20: number | null } | null;
}

/** Below this the customers are listed, because a curve through four points says nothing about a distribution. */
const fewest = 5;

export function result(
  _tables: Readonly<Record<string, PlainTable>>,
  frame: Frame,
): LensResult<Concentration> {
  const { ranked, customers } = frame;
  if (customers.n === 0) return nothing('no_customers');
  if (ranked.n === 0) return nothing('all_apart');
  if (!ranked.defined) return nothing('total_nonpositive');
  const rest = ranked.n > 1 ? withoutLargest(ranked, 1) : null;
  const equal = ranked.n > 1 && ranked.value(0) === ranked.value(ranked.n - 1);
  return usable({
    shape: ranked.n === 1 ? 'one' : equal ? 'equal' : ranked.n < fewest ? 'few' : 'curve',
    ranked,
    top: {
      p1: topShare(ranked, 0.01),
      p5: topShare(ranked, 0.05),
      p10: topShare(ranked, 0.1),
      p20: topShare(ranked, 0.2),
    },
    gini: gini(ranked),
    hhi: herfindahl(ranked),
    joint: jointRatio(ranked),
    largestShare: ranked.prefixShare(1) ?? 0,
    rest: rest?.defined ? { ranked: rest, top20: topShare(rest, 0.2) } : null,
  });
}

/** The smallest number of customers that reaches the handle's share, and the share they achieve. */
export function cutAt(ranked: Ranked, basisPoints: number): { customers: number; share: number } {
  const customers = ranked.countFor(basisPoints) ?? 0;
  return { customers, share: ranked.prefixShare(customers) ?? 0 };
}

// prettier-ignore
const undefinedFigures = [
  'top1_share', 'top5_share', 'top10_share', 'top20_share', 'gini', 'gini_sample', 'hhi', 'joint_customers', 'joint_value',
  'cut_customers', 'cut_value_share', 'largest_share', 'without_largest.top20_share', 'without_largest.cut_customers',
] as const;

/** With nobody to rank the counts are still true; every share is undefined. */
export const emptyFigures = (frame: Frame): Figures => ({
  'pareto.customers': frame.ranked.n,
  'pareto.value': units(frame.ranked.total),
  'pareto.apart_customers': frame.apart.customers,
  'pareto.apart_value': units(frame.apart.value),
  ...Object.fromEntries(undefinedFigures.map((name) => [`pareto.${name}`, null])),
});

export function figures(c: Concentration, { rule }: Live, frame: Frame): Figures {
  const cut = cutAt(c.ranked, rule.cut1);
  return {
    'pareto.customers': c.ranked.n,
    'pareto.value': units(c.ranked.total),
    'pareto.apart_customers': frame.apart.customers,
    'pareto.apart_value': units(frame.apart.value),
    'pareto.top1_share': c.top.p1,
    'pareto.top5_share': c.top.p5,
    'pareto.top10_share': c.top.p10,
    'pareto.top20_share': c.top.p20,
    'pareto.gini': c.gini?.population ?? null,
    'pareto.gini_sample': c.gini?.sample ?? null,
    'pareto.hhi': c.hhi,
    'pareto.joint_customers': c.joint?.customers ?? null,
    'pareto.joint_value': c.joint?.value ?? null,
    'pareto.cut_share': rule.cut1 / 10_000,
    'pareto.cut_customers': cut.customers,
    'pareto.cut_value_share': cut.share,
    'pareto.largest_share': c.largestShare,
    'pareto.without_largest.top20_share': c.rest?.top20 ?? null,
    'pareto.without_largest.cut_customers': c.rest ? c.rest.ranked.countFor(rule.cut1) : null,
  };
}
