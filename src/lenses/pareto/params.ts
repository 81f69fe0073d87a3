import { choice, number, paramSpec } from '../params.ts';

export const orders = ['value', 'margin', 'average_order'] as const;
/** What customers are ranked by: their value, or a ratio of theirs. */
export type RankBy = (typeof orders)[number];

export const leftOut = ['0', '1', '3', '10'] as const;

export interface ParetoParams {
  /** Largest customers first, or smallest first. */
  readonly view: 'pareto' | 'lorenz';
  /** How many of the largest customers are left out of the picture. */
  readonly without: (typeof leftOut)[number];
  readonly by: RankBy;
  /** A share of the customers of the reader's own, percent. */
  readonly top: number;
}

export const params = paramSpec<ParetoParams>({
  view: choice('pareto_view', ['pareto', 'lorenz'], 'pareto'),
  without: choice('pareto_without', leftOut, '0'),
  by: choice('pareto_by', orders, 'value'),
  top: number('pareto_top', 0.1, 100, 30, 1),
});
