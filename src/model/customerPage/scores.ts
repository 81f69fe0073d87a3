import { percentileRank } from '../../stats/percentileRank.ts';
import { linearScale } from '../../stats/weightedScore.ts';
import type { MetricId } from '../metrics/types.ts';
import { population, valueAt, type Source } from '../schemes/quantities.ts';
import type { Quantity, Score, Tiering, WeightedPart } from '../schemes/types.ts';

/** One component of a weighted score, of one customer. */
export interface ScorePart {
  readonly of: Quantity;
  readonly scale: WeightedPart['scale'];
  /** In the quantity's unit; null = unknown. */
  readonly value: number | null;
  /** 0 to 100; null = unknown. */
  readonly points: number | null;
  /** Of all weights, 0 to 1, as the scheme has it. */
  readonly weight: number;
  /** Points that it adds, after the weights of unknown parts are spread over the others; null = unknown. */
  readonly adds: number | null;
  /** The open files do not have it at all. */
  readonly missing: boolean;
}

/** A score of a scheme for one customer, and how it comes about. `score` null = unknown. */
export type CustomerScore =
  | { readonly kind: 'weighted'; readonly id: string; readonly score: number | null; readonly parts: readonly ScorePart[] }
  | { readonly kind: 'bins'; readonly id: string; readonly score: number | null; readonly of: MetricId; readonly value: number | null; readonly bins: number; readonly missing: boolean }
  | { readonly kind: 'table'; readonly id: string; readonly score: number | null; readonly axes: readonly TableLevel[] }; // prettier-ignore

export interface TableLevel {
  readonly of: MetricId;
  readonly value: number | null;
  /** 1 to `levels`; null = unknown. */
  readonly level: number | null;
  readonly levels: number;
  readonly missing: boolean;
}

const known = (x: number | undefined): number | null => (x === undefined || Number.isNaN(x) ? null : x);

/** The scores of a scheme for the customer at a rank; null where the scheme does not place him. */
export function scoresOf(tiering: Tiering, source: Source, rank: number): readonly CustomerScore[] | null {
  const { rules } = tiering;
  const member = population(source, rules.population);
  if (member[rank] !== 1) return null;
  const { metrics } = source;
  const isScore = (of: Quantity): of is `score:${string}` => of.startsWith('score:');
  const missing = (of: Quantity): boolean => !isScore(of) && of !== 'value' && !metrics.has(of);
  const valuesOf = (of: Quantity): ((k: number) => number) => {
    if (of === 'value') return (k) => valueAt(source, k) / 10_000;
    if (missing(of)) return () => NaN;
    const values = isScore(of) ? tiering.score(of.slice('score:'.length)) : metrics.number(of);
    return (k) => values[k] ?? NaN;
  };
  const valueOf = (of: Quantity): number | null => known(valuesOf(of)(rank));
  const percentile = (of: Quantity, own: number): number => {
    const at = valuesOf(of);
    let [below, equal, n] = [0, 0, 0];
    for (let k = 0; k < member.length; k++) {
      if (member[k] !== 1) continue;
      const x = at(k);
      if (Number.isNaN(x)) continue;
      n++;
      if (x < own) below++;
      else if (x === own) equal++;
    }
    return percentileRank(below, equal, n);
  };
  const weighted = (parts: readonly WeightedPart[]): readonly ScorePart[] => {
    const all = parts.reduce((sum, { weight }) => sum + weight, 0);
    const found = parts.map(({ of, scale }) => {
      const value = valueOf(of);
      if (value === null) return { value, points: null };
      const points = scale === 'percentile' ? percentile(of, value) : linearScale(Float64Array.of(value), scale.from, scale.to)[0]!; // prettier-ignore
      return { value, points };
    });
    const told = parts.reduce((sum, { weight }, i) => sum + (found[i]!.points === null ? 0 : weight), 0);
    return parts.map(({ of, scale, weight }, i) => {
      const { value, points } = found[i]!;
      const adds = points === null || told === 0 ? null : (weight * points) / told;
      return { of, scale, value, points, weight: weight / all, adds, missing: missing(of) };
    });
  };
  const one = (score: Score): CustomerScore => {
    const { id } = score;
    const total = known(tiering.score(id)[rank]);
    switch (score.kind) {
      case 'weighted':
        return { kind: 'weighted', id, score: total, parts: weighted(score.parts) };
      case 'bins': {
        const cuts = score.cuts.kind === 'bands' ? score.cuts.edges : tiering.cuts[`score:${id}`];
        const bins = (Array.isArray(cuts) ? cuts.length : 0) + 1;
        return { kind: 'bins', id, score: total, of: score.of, value: valueOf(score.of), bins, missing: missing(score.of) }; // prettier-ignore
      }
      case 'table':
        return {
          kind: 'table',
          id,
          score: total,
          axes: score.axes.map(({ of, edges }) => {
            const value = valueOf(of);
            const level = value === null ? null : 1 + edges.filter((edge) => edge <= value).length;
            return { of, value, level, levels: edges.length + 1, missing: missing(of) };
          }),
        };
    }
  };
  return rules.scores.map(one);
}
