import type { Ranked } from '../../stats/ranked.ts';
import type { Tier } from '../../stats/tiers.ts';
import { shareReport } from './shareCut.ts';
import type { Report, Rules, Scheme, SchemeTierStats, Tiering } from './types.ts';

const noScore = (id: string): never => {
  throw new Error(`a scheme by cumulative share has no score ${id}`);
};

/**
 * The tiering of a scheme whose rules are all cumulative shares of value over the ranked, from the tiers that stats/tiers
 * has cut for a moving handle: tiers are ranges of ranks, so nothing is looked at per customer. Tiers set by hand are
 * not regarded. `tiers` is empty where shares are undefined: then everybody is in the rest.
 */
export function tieringOfShares(
  scheme: Scheme,
  rules: Rules,
  { ranked }: { readonly ranked: Ranked },
  tiers: readonly Tier[],
): Tiering {
  const { n } = ranked;
  const rest = rules.tiers.length;
  /** Rank at which each tier ends. */
  const ends = [...rules.tiers, rules.rest].map((_, i) => tiers[i]?.end ?? (i < rest ? 0 : n));
  const of = (rank: number): number => (rank >= 0 && rank < n ? ends.findIndex((end) => rank < end) : -1);
  const report = (rule: number, rank: number): Report | null => {
    const when = rules.tiers[rule]?.when;
    if (when?.kind !== 'share') return null;
    return shareReport(when, ranked, rank, ranked.defined ? rank < ends[rule]! : null);
  };
  return {
    scheme,
    rules,
    tiers: [...rules.tiers, rules.rest].map(({ id, name }, i): SchemeTierStats => {
      const tier = tiers[i];
      const start = i > 0 ? ends[i - 1]! : 0;
      const end = ends[i]!;
      return {
        id,
        name,
        customers: end - start,
        value: tier?.value ?? ranked.sum(start, end),
        shareCustomers: n > 0 ? (end - start) / n : null,
        shareValue: tier?.shareValue ?? null,
        cut: end > start ? ranked.value(end - 1) : null,
        near: tier?.fragile ?? null,
        tied: tier?.tiedAtCut ?? 0,
        shadowed: i < rest ? start : 0,
        unknown: i < rest && !ranked.defined ? n : 0,
        byHand: 0,
      };
    }),
    of,
    placed: n,
    missing: [],
    score: noScore,
    explain: (rank) => {
      const tier = of(rank);
      return {
        tier,
        because: tier < 0 ? null : report(tier, rank),
        notAbove: tier < 1 ? null : report(tier - 1, rank),
        override: null,
      };
    },
    cuts: Object.fromEntries(
      rules.tiers.map((_, i) => [`${i}`, ends[i]! > 0 ? ranked.value(ends[i]! - 1) / 10_000 : null]),
    ),
  };
}
