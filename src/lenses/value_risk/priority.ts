import { ascendingOrder } from '../../stats/order.ts';
import { percentileRanks } from '../../stats/percentileRank.ts';
import type { Frame } from '../types.ts';
import type { ValueRiskParams } from './params.ts';

type Weights = Pick<ValueRiskParams, 'byValue' | 'byPotential' | 'byRisk'>;

const defaultWeights: Weights = { byValue: 50, byPotential: 30, byRisk: 20 };

/** Weights of zero throughout are no rule: then the default ones are in force. */
export const weightsInForce = ({ byValue, byPotential, byRisk }: Weights): Weights =>
  byValue + byPotential + byRisk > 0 ? { byValue, byPotential, byRisk } : defaultWeights;

/** All by rank of those on the curve; NaN = unknown. */
export interface Priority {
  /** Percentile rank of value and of potential, 0 to 100. */
  readonly value: Float64Array;
  readonly potential: Float64Array;
  /** (value · wV + potential · wP − risk · wR) / (wV + wP + wR): 100 at most, −100 at least. */
  readonly score: Float64Array;
  /** The ranks with the highest scores, best first; equal ones by value. */
  readonly top: readonly number[];
}

/**
 * Priority by value and potential, less risk. Where potential is unknown its weight goes to value; an unknown risk takes
 * nothing away.
 *
 * @param potential the mapped column, else growth; by rank
 */
export function priorityOf(
  { ranked }: Pick<Frame, 'ranked'>,
  potential: Float64Array,
  risk: Float64Array,
  params: Weights & Pick<ValueRiskParams, 'top'>,
): Priority {
  const { n } = ranked;
  const { byValue, byPotential, byRisk } = weightsInForce(params);
  const all = byValue + byPotential + byRisk;
  const values = Float64Array.from({ length: n }, (_, k) => ranked.value(k));
  // Ranks descend by value, so the order need not be searched for.
  const value = percentileRanks(
    values,
    Uint32Array.from({ length: n }, (_, k) => n - 1 - k),
  );
  const percentiles = percentileRanks(potential, ascendingOrder(potential));
  const score = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const p = Number.isNaN(percentiles[k]) ? value[k]! : percentiles[k]!;
    const r = Number.isNaN(risk[k]) ? 0 : risk[k]!;
    score[k] = (value[k]! * byValue + p * byPotential - r * byRisk) / all;
  }
  return { value, potential: percentiles, score, top: largest(score, params.top) };
}

/** Positions of the largest numbers, the largest first, equal ones in the order they stand; NaN is left out. */
export function largest(values: Float64Array, count: number): readonly number[] {
  const top: number[] = [];
  for (let k = 0; k < values.length; k++) {
    const x = values[k]!;
    if (Number.isNaN(x) || (top.length === count && x <= values[top[count - 1]!]!)) continue;
    let at = top.length;
    while (at > 0 && values[top[at - 1]!]! < x) at--;
    top.splice(at, 0, k);
    if (top.length > count) top.pop();
  }
  return top;
}
