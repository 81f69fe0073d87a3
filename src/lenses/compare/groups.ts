import type { Scope } from '../../model/scope.ts';
import { gini } from '../../stats/gini.ts';
import { jointRatio, type JointRatio } from '../../stats/jointRatio.ts';
import type { Ranked } from '../../stats/ranked.ts';
import { topShare } from '../../stats/topShare.ts';
import { ranking } from '../ranking.ts';

export { ranking };

/** Share of the total at which "n customers bring so much" is counted, in basis points. */
const mostOfIt = 8000;

/** The figures of one curve; README §2. */
export interface Shares {
  readonly customers: number;
  /** Ten-thousandths. */
  readonly value: number;
  readonly top20: number | null;
  /** Smallest number of customers that brings 80 %. */
  readonly n80: number | null;
  readonly gini: number | null;
  readonly joint: JointRatio | null;
  readonly largest: number | null;
}

export const sharesOf = (ranked: Ranked): Shares => ({
  customers: ranked.n,
  value: ranked.total,
  top20: topShare(ranked, 0.2),
  n80: ranked.countFor(mostOfIt),
  gini: gini(ranked)?.population ?? null,
  joint: jointRatio(ranked),
  largest: ranked.n > 0 ? ranked.prefixShare(1) : null,
});

export interface Group {
  /** As the file has it; empty = not stated. For periods `first` and `second`. */
  readonly name: string;
  readonly ranked: Ranked;
  /** Ranks in the notebook of the customers on the curve, in the curve's order; then those apart. */
  readonly ranks: Uint32Array;
  /** At zero or below inside this group, where the rule wants them apart. Value in ten-thousandths. */
  readonly apart: { readonly customers: number; readonly value: number };
  readonly shares: Shares;
}

type Values = Float64Array | readonly bigint[];

export function groupOf(name: string, values: Values, ranks: Uint32Array, rule: Scope['nonpositive']): Group {
  const { ranked, apart } = ranking(values, rule);
  return { name, ranked, ranks, apart, shares: sharesOf(ranked) };
}
