/** One component of a weighted score, already on a scale from 0 to 100; NaN = unknown. */
export interface Component {
  readonly weight: number;
  readonly values: Float64Array;
}

/** Linear scale: `from` is 0, `to` is 100, clipped outside. `from` may be the larger one. NaN stays NaN. */
export function linearScale(values: Float64Array, from: number, to: number): Float64Array {
  const scaled = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) scaled[i] = linear(values[i]!, from, to);
  return scaled;
}

/** One number on such a scale. */
export function linear(x: number, from: number, to: number): number {
  // A scale without length has only two sides.
  if (from === to) return Number.isNaN(x) ? NaN : x >= to ? 100 : 0;
  return Math.min(100, Math.max(0, (100 * (x - from)) / (to - from)));
}

/**
 * Weighted mean of what is known of each customer: the weights of unknown components are spread over the others in
 * proportion. NaN where nothing with a weight above zero is known. The sum goes over the components in their order.
 */
export function weightedScore(components: readonly Component[], n: number): Float64Array {
  const scores = new Float64Array(n);
  const weights = new Float64Array(n);
  for (const { weight, values } of components) {
    if (!(weight > 0)) continue;
    for (let i = 0; i < n; i++) {
      const x = values[i]!;
      if (x !== x) continue;
      scores[i]! += weight * x;
      weights[i]! += weight;
    }
  }
  for (let i = 0; i < n; i++) scores[i] = weights[i]! > 0 ? scores[i]! / weights[i]! : NaN;
  return scores;
}
