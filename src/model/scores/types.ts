import type { MetricId } from '../metrics/types.ts';
import type { WeightedPart } from '../schemes/types.ts';

export const scoreKinds = ['potential', 'risk'] as const;
export type ScoreKind = (typeof scoreKinds)[number];

/** What a score consists of by default. */
export interface ComponentDefinition extends WeightedPart {
  /** Part of public names; never changes. */
  readonly id: string;
  readonly of: MetricId;
  /** Kind of risk or of potential that the component stands for. */
  readonly group: string;
}

/** A component under the weights in force and on the open files. */
export interface Component extends ComponentDefinition {
  /** Whether the files have what it needs; without it the other weights share its part. */
  readonly available: boolean;
}
