import { weightsSetting } from '../../model/scores/components.ts';
import { number, paramSpec } from '../params.ts';

export interface ValueRiskParams {
  /** Scores up to which risk is low, and up to which mid; in either order. */
  readonly cut1: number;
  readonly cut2: number;
  /** Of the score's components. */
  readonly weights: readonly number[];
  /** Weights of the priority; only their ratios count. */
  readonly byValue: number;
  readonly byPotential: number;
  readonly byRisk: number;
  /** Length of the priority list. */
  readonly top: number;
}

export const params = paramSpec<ValueRiskParams>({
  cut1: number('risk_cut_1', 0, 100, 33, 1),
  cut2: number('risk_cut_2', 0, 100, 67, 1),
  weights: weightsSetting('risk', 'risk_weights'),
  byValue: number('priority_w_value', 0, 100, 50),
  byPotential: number('priority_w_potential', 0, 100, 30),
  byRisk: number('priority_w_risk', 0, 100, 20),
  top: number('priority_top', 1, 100, 20),
});
