import type { PlainTable } from '../../base/table.ts';
import { evaluate } from '../../model/scores/evaluate.ts';
import { level } from '../../stats/levels.ts';
import { quantile } from '../../stats/quantile.ts';
import { units } from '../frame.ts';
import { gridFigures, gridOf, type Cuts, type Grid } from '../grid.ts';
import { componentsInForce, scorable, scoreParts, type ScoreParts } from '../scoreParts.ts';
import { nothing, unusable, usable, type Extras, type Figures, type Frame, type LensResult, type Live } from '../types.ts'; // prettier-ignore
import type { MatrixParams, Source } from './params.ts';
import { sourceOf } from './query.ts';

/** `second` is potential: a change of value in units, the mapped column's number, or the score of 0 to 100. */
export interface Matrix extends Grid {
  readonly source: Source;
  /** Known potentials in ascending order. */
  readonly ascending: Float64Array;
  readonly unknown: number;
  readonly equal: boolean;
  readonly halfDays: number;
  /** What the score consists of; null where potential is not the score. */
  readonly score: ScoreParts | null;
  /**
   * Running share of all potential that customers of high potential hold, by rank (n + 1 places). Null unless it is the
   * mapped column, without a number below zero: a part of growth or of points is no share of anything.
   */
  readonly highPotential: Float64Array | null;
}

/** Percentiles of potential that end low and mid, as set: thirds without; two levels have only the second. */
export function percentiles({ cut1, cut2, grid }: Pick<MatrixParams, 'cut1' | 'cut2' | 'grid'>): Cuts {
  const second = cut2 ?? 200 / 3;
  return [grid === '2x2' ? second : (cut1 ?? 100 / 3), second];
}

/** Potential at two percentiles, type-7 quantiles, the smaller first. */
export function cutsAt(ascending: Float64Array, [a, b]: Cuts): Cuts {
  const at = (percent: number): number => quantile(ascending, percent / 100) ?? 0;
  return [at(Math.min(a, b)), at(Math.max(a, b))];
}

export function result(
  _tables: Readonly<Record<string, PlainTable>>,
  frame: Frame,
  params: MatrixParams,
  extras: Extras,
): LensResult<Matrix> {
  const { customers, ranked, model, rollup } = frame;
  const source = sourceOf(params, model);
  if (source === 'column' && !model.potential) return unusable('no_column');
  if (source === 'growth' && !rollup.period) return unusable('no_dates');
  if (source === 'score' && !scorable('potential', model)) return unusable('no_parts');
  if (customers.n === 0) return nothing('no_customers');
  if (ranked.n === 0) return nothing('all_apart');
  if (!ranked.defined) return nothing('total_nonpositive');
  if (source === 'growth' && rollup.period!.halfDays < 1) return nothing('one_day');
  const { potential, score } = potentialOf(source, frame, params, extras);
  const ascending = potential.filter((x) => !Number.isNaN(x)).sort();
  if (ascending.length === 0) return nothing(source === 'score' ? 'no_score' : 'no_potential');
  const grid = gridOf(potential, ranked, cutsAt(ascending, percentiles(params)), params.grid);
  return usable({
    ...grid,
    source,
    ascending,
    unknown: ranked.n - ascending.length,
    equal: ascending[0] === ascending[ascending.length - 1],
    halfDays: rollup.period?.halfDays ?? 0,
    score,
    highPotential: source === 'column' && ascending[0]! >= 0 ? highShare(grid) : null,
  });
}

/** By rank of those on the curve. */
function potentialOf(
  source: Source,
  { customers, ranked, model }: Frame,
  params: MatrixParams,
  { metrics }: Extras,
): { potential: Float64Array; score: ScoreParts | null } {
  const { n } = ranked;
  if (source === 'score') {
    const components = componentsInForce('potential', params.weights, model);
    const evaluated = evaluate(components, metrics, n);
    return { potential: evaluated.score.slice(0, n), score: scoreParts(components, evaluated, n) };
  }
  const potential = new Float64Array(n);
  for (let k = 0; k < n; k++)
    potential[k] =
      source === 'column'
        ? (customers.potential[k] ?? NaN)
        : units((customers.half2[k] ?? NaN) - (customers.half1[k] ?? NaN));
  return { potential, score: null };
}

function highShare({ second, levels }: Grid): Float64Array | null {
  const running = new Float64Array(second.length + 1);
  let total = 0;
  for (let k = 0; k < second.length; k++) {
    const x = second[k]!;
    if (!Number.isNaN(x)) total += x;
    running[k + 1] = running[k]! + (levels[k] === level.high ? x : 0);
  }
  return total > 0 ? running.map((sum) => sum / total) : null;
}

/** Share of all mapped potential that the customers of low value and high potential hold; null where undefined. */
export function risingPotential({ highPotential, size }: Matrix, live: Live): number | null {
  if (!highPotential) return null;
  const last = highPotential.length - 1;
  const lowFrom = live.tiers[size === '2x2' ? 0 : 1]?.end ?? last;
  return highPotential[last]! - highPotential[lowFrom]!;
}

export const figures = (matrix: Matrix, live: Live): Figures => ({
  ...gridFigures('matrix', matrix, live),
  'matrix.rising_potential': risingPotential(matrix, live),
  ...(matrix.score ? { 'matrix.score_coverage': matrix.score.coverage } : {}),
});
