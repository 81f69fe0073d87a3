import { weightsSetting } from '../../model/scores/components.ts';
import { gridSizes, type GridSize } from '../grid.ts';
import { choice, optionalNumber, paramSpec } from '../params.ts';

export type Source = 'growth' | 'column' | 'score';

export interface MatrixParams {
  /** `auto` = the mapped column where there is one, else growth; `score` = the weighted score of several signs. */
  readonly potential: 'auto' | Source;
  /** Percentiles of potential that end low and mid; null = one third and two thirds. */
  readonly cut1: number | null;
  readonly cut2: number | null;
  readonly grid: GridSize;
  /** Of the score's components. */
  readonly weights: readonly number[];
}

export const params = paramSpec<MatrixParams>({
  potential: choice('potential', ['auto', 'growth', 'column', 'score'], 'auto'),
  cut1: optionalNumber('potential_cut_1', 0, 100, 1),
  cut2: optionalNumber('potential_cut_2', 0, 100, 1),
  grid: choice('matrix_grid', gridSizes, '3x3'),
  weights: weightsSetting('potential', 'potential_weights'),
});
