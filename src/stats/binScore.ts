/** Scores from 1 to the number of bins; NaN for unknown values. */
export interface Bins {
  /** Ascending. */
  readonly cuts: readonly number[];
  /** Whether a value equal to a cut is above it (lower edges of bins) or below it (upper ends). */
  readonly edge: 'above' | 'below';
  readonly best: 'high' | 'low';
}

/** 1 + number of cuts below the value (or at it, with edge `above`); turned round where low is best. */
export function binScore(x: number, { cuts, edge, best }: Bins): number {
  if (Number.isNaN(x)) return NaN;
  let passed = 0;
  while (passed < cuts.length && (edge === 'above' ? x >= cuts[passed]! : x > cuts[passed]!)) passed++;
  return best === 'high' ? passed + 1 : cuts.length + 1 - passed;
}

export function binScores(values: Float64Array, bins: Bins): Float64Array {
  const scores = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) scores[i] = binScore(values[i]!, bins);
  return scores;
}
