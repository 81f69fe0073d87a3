import type { PlainTable } from '../../base/table.ts';
import { level, levels } from '../../stats/levels.ts';
import { quantile } from '../../stats/quantile.ts';
import {
  prefixByLevel,
  valueByPotential,
  type LevelPrefix,
  type MatrixCell,
} from '../../stats/valueByPotential.ts';
import { units } from '../frame.ts';
import { nothing, unusable, usable, type Figures, type Frame, type LensResult, type Live, type RankSet } from '../types.ts'; // prettier-ignore
import type { MatrixParams } from './params.ts';

/** High first on both axes, as the public names are. */
export const levelNames = ['high', 'mid', 'low'] as const;
export type LevelName = (typeof levelNames)[number];

export interface Matrix {
  readonly source: 'growth' | 'column';
  /** Potential of each ranked customer: a change of value in units, or the mapped column's number; NaN = unknown. */
  readonly potential: Float64Array;
  /** Known potentials in ascending order. */
  readonly ascending: Float64Array;
  /** Potential up to which a customer is low, and up to which mid. */
  readonly cutLow: number;
  readonly cutHigh: number;
  readonly levels: Uint8Array;
  readonly prefix: LevelPrefix;
  readonly unknown: number;
  readonly equal: boolean;
  readonly halfDays: number;
}

export function result(
  _tables: Readonly<Record<string, PlainTable>>,
  frame: Frame,
  params: MatrixParams,
): LensResult<Matrix> {
  const { customers, ranked, model, rollup } = frame;
  const source = params.potential === 'auto' ? (model.potential ? 'column' : 'growth') : params.potential;
  if (source === 'column' && !model.potential) return unusable('no_column');
  if (source === 'growth' && !rollup.period) return unusable('no_dates');
  if (customers.n === 0) return nothing('no_customers');
  if (ranked.n === 0) return nothing('all_apart');
  if (!ranked.defined) return nothing('total_nonpositive');
  if (source === 'growth' && rollup.period!.halfDays < 1) return nothing('one_day');
  const potential = new Float64Array(ranked.n);
  for (let k = 0; k < ranked.n; k++)
    potential[k] =
      source === 'column'
        ? (customers.potential[k] ?? NaN)
        : units((customers.half2[k] ?? NaN) - (customers.half1[k] ?? NaN));
  const ascending = potential.filter((x) => !Number.isNaN(x)).sort();
  if (ascending.length === 0) return nothing('no_potential');
  const low = Math.min(params.cut1 ?? 100 / 3, params.cut2 ?? 200 / 3);
  const high = Math.max(params.cut1 ?? 100 / 3, params.cut2 ?? 200 / 3);
  const cutLow = quantile(ascending, low / 100) ?? 0;
  const cutHigh = quantile(ascending, high / 100) ?? 0;
  const byLevel = levels(potential, cutLow, cutHigh);
  return usable({
    source,
    potential,
    ascending,
    cutLow,
    cutHigh,
    levels: byLevel,
    prefix: prefixByLevel(byLevel, ranked),
    unknown: ranked.n - ascending.length,
    equal: ascending[0] === ascending[ascending.length - 1],
    halfDays: rollup.period?.halfDays ?? 0,
  });
}

/** Customers and value (ten-thousandths) by value level, then potential level; high first on both axes. */
export function cells(matrix: Matrix, live: Live): readonly (readonly MatrixCell[])[] {
  const n = matrix.prefix.n;
  const lowFirst = valueByPotential(matrix.prefix, live.tiers[0]?.end ?? n, live.tiers[1]?.end ?? n);
  return lowFirst.map((row) => row.toReversed()).toReversed();
}

/** The customers of one cell, by position in `levelNames`. */
export function cellSet(matrix: Matrix, live: Live, value: number, potential: number): RankSet {
  const tier = live.tiers[value];
  const wanted = [level.high, level.mid, level.low][potential];
  const ranks: number[] = [];
  for (let k = tier?.start ?? 0; k < (tier?.end ?? 0); k++) if (matrix.levels[k] === wanted) ranks.push(k);
  return { kind: 'list', ranks: Uint32Array.from(ranks) };
}

export function figures(matrix: Matrix, live: Live): Figures {
  const all: Figures = {};
  cells(matrix, live).forEach((row, v) =>
    row.forEach((cell, p) => {
      const name = `matrix.${levelNames[v]}_${levelNames[p]}`;
      all[`${name}.customers`] = cell.customers;
      all[`${name}.value`] = units(cell.value);
    }),
  );
  return all;
}
