import { choice, optionalNumber, paramSpec } from '../params.ts';

export interface MatrixParams {
  /** `auto` = the mapped column where there is one, else growth. */
  readonly potential: 'auto' | 'growth' | 'column';
  /** Percentiles of potential that end low and mid; null = one third and two thirds. */
  readonly cut1: number | null;
  readonly cut2: number | null;
}

export const params = paramSpec<MatrixParams>({
  potential: choice('potential', ['auto', 'growth', 'column'], 'auto'),
  cut1: optionalNumber('potential_cut_1', 0, 100, 1),
  cut2: optionalNumber('potential_cut_2', 0, 100, 1),
});
