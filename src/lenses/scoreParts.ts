import { rolesFor, available } from '../model/metrics/catalogue.ts';
import type { MetricId } from '../model/metrics/types.ts';
import type { Model } from '../model/model.ts';
import { componentsOf, defaultWeights } from '../model/scores/components.ts';
import { scoreDefinitions } from '../model/scores/definitions.ts';
import type { Evaluated } from '../model/scores/evaluate.ts';
import type { Component, ScoreKind } from '../model/scores/types.ts';
import type { Role } from '../base/role.ts';

/** A component of a score on the customers of a cell. */
export interface ScorePart {
  readonly component: Component;
  /** Its weight over the weights of the parts that are known of anyone, 0 to 1; 0 where it is known of nobody. */
  readonly share: number;
  /** Customers of whom it is known; 0 where it weighs nothing or the files lack it. */
  readonly known: number;
}

export interface ScoreParts {
  readonly parts: readonly ScorePart[];
  /** Customers looked at. */
  readonly customers: number;
  /** Customers with a score. */
  readonly scored: number;
  /** Mean over the customers of the share of the weights that is known of them, 0 to 1; null without customers. */
  readonly coverage: number | null;
}

/** Weights of zero throughout are no rule: then the default ones are in force. */
export const weightsInForce = (kind: ScoreKind, weights: readonly number[]): readonly number[] =>
  weights.some((weight) => weight > 0) ? weights : defaultWeights(kind);

export const componentsInForce = (
  kind: ScoreKind,
  weights: readonly number[],
  model: Model,
): readonly Component[] => componentsOf(kind, weightsInForce(kind, weights), model);

/** Metrics of the components that count. */
export const metricsOf = (components: readonly Component[]): readonly MetricId[] =>
  components.filter(({ weight }) => weight > 0).map(({ of }) => of);

/** Whether the files have anything that a score could be made of. */
export const scorable = (kind: ScoreKind, model: Model): boolean =>
  scoreDefinitions[kind].some(({ of }) => available(of, model));

/** What is known of the first `n` customers. */
export function scoreParts(components: readonly Component[], evaluated: Evaluated, n: number): ScoreParts {
  const knownOf = (values: Float64Array): number => {
    let count = 0;
    for (let k = 0; k < n; k++) if (!Number.isNaN(values[k])) count++;
    return count;
  };
  const known = evaluated.points.map(knownOf);
  const total = components.reduce((sum, { weight }, i) => sum + (known[i]! > 0 ? weight : 0), 0);
  let covered = 0;
  for (let k = 0; k < n; k++) covered += evaluated.coverage[k]!;
  return {
    parts: components.map((component, i) => ({
      component,
      share: known[i]! > 0 ? component.weight / total : 0,
      known: known[i]!,
    })),
    customers: n,
    scored: knownOf(evaluated.score),
    coverage: n > 0 ? Math.min(1, covered / n) : null,
  };
}

/** Points that each component adds to the score of one customer; they sum to the score. NaN = unknown or no weight. */
export function contributions(
  components: readonly Component[],
  { points }: Evaluated,
  rank: number,
): readonly number[] {
  const known = components.map(({ weight }, i) =>
    weight > 0 && !Number.isNaN(points[i]![rank]) ? weight : 0,
  );
  const all = known.reduce((a, b) => a + b, 0);
  return components.map((_, i) => (known[i]! > 0 ? (known[i]! * points[i]![rank]!) / all : NaN));
}

/**
 * The parts in tenths of a point, so that what is printed sums to the printed whole: the largest remainders are rounded
 * up (Hamilton's method). NaN stays NaN.
 */
export function inTenths(parts: readonly number[], whole: number): readonly number[] {
  const floors = parts.map((part) => Math.floor(part * 10 + 1e-9));
  let missing = Math.round(whole * 10) - floors.reduce((sum, x) => (Number.isNaN(x) ? sum : sum + x), 0);
  const order = parts
    .map((part, i) => ({ i, rest: part * 10 - floors[i]! }))
    .filter(({ rest }) => !Number.isNaN(rest))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order) {
    if (missing <= 0) break;
    floors[i]! += 1;
    missing--;
  }
  return floors.map((tenths) => tenths / 10);
}

/** Columns to map for a component: each way is a list of roles that are needed together. */
export const waysTo = ({ of }: Component): readonly (readonly Role[])[] => rolesFor(of);

/** A name at the head of a column or a control; Chinese has no capitals. */
export const headed = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
