import type { Rules, Score, Tiering } from '../../model/schemes/types.ts';

export const axes = ['r', 'f', 'm'] as const;
export type Axis = (typeof axes)[number];

/** Scores run from 1 to this, also where fewer bins are cut. */
export const best = 5;
/** Below this number of customers a share says more about chance than about them. */
export const fewest = 10;
export const scores = [1, 2, 3, 4, 5] as const;

export type BinScore = Extract<Score, { kind: 'bins' }>;

/** What a score stands for: values above `above` up to `upTo`, in days as counted here, orders, or units of money. */
export interface Limits {
  /** null = without limit. */
  readonly above: number | null;
  readonly upTo: number | null;
  /** Whether the cuts leave room for the score at all. */
  readonly exists: boolean;
}

export interface Bin extends Limits {
  readonly score: number;
  readonly customers: number;
  /** Ten-thousandths. */
  readonly value: number;
}

/** The definition of one of the scheme's scores, if it is one that is cut into bins. */
export function scoreOf(rules: Rules, axis: Axis): BinScore | null {
  const score = rules.scores.find(({ id }) => id === axis);
  return score?.kind === 'bins' && score.cuts.kind !== 'bands' ? score : null;
}

/** How many bins were asked for; a cut that is named twice asks for one bin less. */
export function asked({ cuts }: BinScore): number {
  if (cuts.kind === 'suggested') return cuts.bins;
  return new Set(cuts.kind === 'quantiles' ? cuts.at : cuts.kind === 'values' ? cuts.values : cuts.edges).size + 1;
} // prettier-ignore

/** Days are counted to the as-of date, or to the day after it (the setting `days`). */
export const daysAfter = ({ scheme }: Tiering): number => (scheme.settings.days === 'as_of' ? 0 : 1);

/**
 * The cuts of an axis on these data, ascending; values up to a cut are on its lower side. Days of recency as counted
 * here. Empty when nobody's value is known.
 */
export function cutsOf(tiering: Tiering, axis: Axis): readonly number[] {
  const found = tiering.cuts[`score:${axis}`];
  if (!Array.isArray(found)) return [];
  const cuts = (found as readonly number[]).filter((cut) => Number.isFinite(cut));
  return axis === 'r' ? cuts.map((cut) => cut + daysAfter(tiering)) : cuts;
}

/** What a score stands for under ascending cuts; `low` = the lowest values have the best score. */
export function limitsOf(score: number, cuts: readonly number[], low: boolean): Limits {
  const at = low ? cuts.length + 1 - score : score - 1;
  const above = cuts[at - 1] ?? null;
  const upTo = cuts[at] ?? null;
  return { above, upTo, exists: at >= 0 && at <= cuts.length && (above === null || above !== upTo) };
}
