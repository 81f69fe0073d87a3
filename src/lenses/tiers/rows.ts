import type { Tier as TierColour } from '../../charts/tokens.ts';
import type { Lang } from '../../i18n/lang.ts';
import type { SchemeTierStats, Tiering } from '../../model/schemes/types.ts';
import { valueAt } from '../../model/schemes/quantities.ts';
import { membersOf } from '../members.ts';
import { tierColour, tierTitle } from '../schemeNames.ts';
import type { Frame, RankSet } from '../types.ts';
import { byShare } from './result.ts';

/** A row of the table: a tier of the active scheme with what the table says of it beside its figures. */
export interface Row extends SchemeTierStats {
  readonly title: string;
  readonly colour: TierColour;
  readonly set: RankSet;
  /** Median value of the tier's customers, ten-thousandths; null when it is empty. */
  readonly median: number | null;
}

/** Tiers by share are runs of ranks: nothing is looked at per customer, since a handle may be moving. */
export function rowsOf(active: Tiering, frame: Frame, lang: Lang): readonly Row[] {
  const members = active.scheme.id === byShare ? null : membersOf(active, frame.customers.n);
  let start = 0;
  return active.tiers.map((tier, i): Row => {
    const end = start + tier.customers;
    const set: RankSet = members
      ? { kind: 'list', ranks: members[i] ?? new Uint32Array() }
      : { kind: 'range', start, end };
    start = end;
    return {
      ...tier,
      title: tierTitle(active.scheme, tier, lang),
      colour: tierColour(i),
      set,
      median: medianOf(set, (rank) => valueAt(frame, rank)),
    };
  });
}

/** Ranks ascend, so values descend and the middle one is found without sorting; the mean of the two middle ones. */
function medianOf(set: RankSet, value: (rank: number) => number): number | null {
  const n = set.kind === 'range' ? set.end - set.start : set.ranks.length;
  if (n === 0) return null;
  const at = (i: number): number => value(set.kind === 'range' ? set.start + i : set.ranks[i]!);
  const [upper, lower] = [at((n - 1) >> 1), at(n >> 1)];
  return upper + (lower - upper) / 2;
}
