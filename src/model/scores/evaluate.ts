import { ascendingOrder } from '../../stats/order.ts';
import { percentileRanks } from '../../stats/percentileRank.ts';
import { linearScale, weightedScore } from '../../stats/weightedScore.ts';
import type { Metrics } from '../metrics/types.ts';
import type { Component } from './types.ts';

/** A score of all customers of a frame; positions are ranks, NaN = unknown. */
export interface Evaluated {
  /** 0 to 100. */
  readonly score: Float64Array;
  /** Weight of the components that are known of the customer over all weights, 0 to 1. */
  readonly coverage: Float64Array;
  /** Points of every component, 0 to 100, in the order of the components; all NaN where it weighs nothing. */
  readonly points: readonly Float64Array[];
}

/**
 * A score and its parts by README 1 to 3, as a scheme with the same parts makes it. `placed` = number of leading
 * ranks among whom percentiles are taken; the others have no score. All without it.
 */
export function evaluate(
  components: readonly Component[],
  metrics: Metrics,
  placed: number = metrics.n,
): Evaluated {
  const { n } = metrics;
  const points = components.map((component) => pointsOf(component, metrics, placed));
  const parts = components.map(({ weight }, i) => ({ weight, values: points[i]! }));
  const all = components.reduce((sum, { weight }) => sum + weight, 0);
  const coverage = new Float64Array(n);
  for (const { weight, values } of parts)
    for (let k = 0; k < n; k++) if (!Number.isNaN(values[k])) coverage[k]! += weight / all;
  return { score: weightedScore(parts, n), coverage, points };
}

function pointsOf({ of, weight, scale }: Component, metrics: Metrics, placed: number): Float64Array {
  if (weight <= 0 || !metrics.has(of)) return new Float64Array(metrics.n).fill(NaN);
  const values = metrics.number(of).slice();
  values.fill(NaN, placed);
  return scale === 'percentile'
    ? percentileRanks(values, ascendingOrder(values))
    : linearScale(values, scale.from, scale.to);
}
