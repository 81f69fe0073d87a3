import { componentsInForce, metricsOf } from '../scoreParts.ts';
import type { Frame, Needs } from '../types.ts';
import type { ValueRiskParams } from './params.ts';

/** Everything comes with the metrics: no statement of its own. */
export const query = (): Record<string, string> => ({});

export const needs = ({ model }: Frame, { weights }: ValueRiskParams): Needs => ({
  metrics: metricsOf(componentsInForce('risk', weights, model)),
});
