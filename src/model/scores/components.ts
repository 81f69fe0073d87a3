import { available } from '../metrics/catalogue.ts';
import type { Model } from '../model.ts';
import type { Score, WeightedPart } from '../schemes/types.ts';
import { numbers, type Setting } from '../setting.ts';
import { scoreDefinitions } from './definitions.ts';
import type { Component, ScoreKind } from './types.ts';

/** Default weights in the order of the components; they sum to 100. */
export const defaultWeights = (kind: ScoreKind): readonly number[] =>
  scoreDefinitions[kind].map(({ weight }) => weight);

/** The setting for the weights of a score: one number from 0 to 100 per component; only their ratios count. */
export const weightsSetting = (kind: ScoreKind, key: string): Setting<readonly number[]> =>
  numbers(key, 0, 100, defaultWeights(kind));

/** All components under these weights (in the order of the definitions; a missing one keeps its default weight). */
export const componentsOf = (
  kind: ScoreKind,
  weights: readonly number[],
  model: Model,
): readonly Component[] =>
  scoreDefinitions[kind].map((component, i) => ({
    ...component,
    weight: weights[i] ?? component.weight,
    available: available(component.of, model),
  }));

/** Components that count but that the files do not have: their weight is spread over the others. */
export const missingComponents = (components: readonly Component[]): readonly Component[] =>
  components.filter(({ weight, available }) => weight > 0 && !available);

/**
 * The parts of a weighted score; what weighs nothing is left out, so that nobody need compute it. Parts that the
 * files lack stay in: they are unknown for everyone, and a scheme reports them as missing.
 */
export const partsOf = (components: readonly WeightedPart[]): readonly WeightedPart[] =>
  components.filter(({ weight }) => weight > 0).map(({ of, weight, scale }) => ({ of, weight, scale }));

export const potentialScore = (weights: readonly number[], model: Model): Score => ({
  id: 'potential',
  kind: 'weighted',
  parts: partsOf(componentsOf('potential', weights, model)),
});

export const riskScore = (weights: readonly number[], model: Model): Score => ({
  id: 'risk',
  kind: 'weighted',
  parts: partsOf(componentsOf('risk', weights, model)),
});
