import type { MetricId } from '../../model/metrics/types.ts';
import type { Model } from '../../model/model.ts';
import { componentsInForce, metricsOf } from '../scoreParts.ts';
import type { Frame, Needs } from '../types.ts';
import type { MatrixParams, Source } from './params.ts';

/** Value, growth and the mapped potential come with the customer rollup: no statement of its own. */
export const query = (): Record<string, string> => ({});

export const sourceOf = ({ potential }: MatrixParams, model: Model): Source =>
  potential === 'auto' ? (model.potential ? 'column' : 'growth') : potential;

/** The score's metrics, where potential is the score. */
export function needs({ model }: Frame, params: MatrixParams): Needs {
  if (sourceOf(params, model) !== 'score') return {};
  const metrics: readonly MetricId[] = metricsOf(componentsInForce('potential', params.weights, model));
  return { metrics };
}
