import type { PlainTable } from '../../base/table.ts';
import { evaluate, type Evaluated } from '../../model/scores/evaluate.ts';
import type { Component } from '../../model/scores/types.ts';
import { units } from '../frame.ts';
import { cells, gridFigures, gridOf, type Grid } from '../grid.ts';
import { componentsInForce, scoreParts, type ScoreParts } from '../scoreParts.ts';
import { nothing, unusable, usable, type Extras, type Figures, type Frame, type LensResult, type Live } from '../types.ts'; // prettier-ignore
import type { ValueRiskParams } from './params.ts';
import { largest, priorityOf, type Priority } from './priority.ts';

/** Rows of the table of the riskiest. */
const riskiestShown = 20;
/** What every file gives, and what is value once more: no risk is scored by it alone unless that is asked for. */
const always = 'concentration';

/** `second` is the risk score, 0 to 100. */
export interface ValueRisk extends Grid {
  readonly components: readonly Component[];
  readonly evaluated: Evaluated;
  readonly parts: ScoreParts;
  /** Groups of components (credit, market, compliance) of which something counts and is known of someone. */
  readonly groups: readonly string[];
  /** Mean score of those who have one. */
  readonly mean: number;
  readonly unknown: number;
  /** Ranks by value × score, the largest first. */
  readonly riskiest: readonly number[];
  readonly potential: 'column' | 'growth' | null;
  readonly priority: Priority;
}

export function result(
  _tables: Readonly<Record<string, PlainTable>>,
  frame: Frame,
  params: ValueRiskParams,
  { metrics }: Extras,
): LensResult<ValueRisk> {
  const { customers, ranked, model } = frame;
  const components = componentsInForce('risk', params.weights, model);
  const wanted = components.filter(({ weight }) => weight > 0);
  const other = wanted.filter(({ id }) => id !== always);
  if (other.length > 0 && !other.some(({ available }) => available)) return unusable('no_parts');
  if (customers.n === 0) return nothing('no_customers');
  if (ranked.n === 0) return nothing('all_apart');
  if (!ranked.defined) return nothing('total_nonpositive');
  const evaluated = evaluate(components, metrics, ranked.n);
  const parts = scoreParts(components, evaluated, ranked.n);
  const known = parts.parts.filter((part) => part.known > 0).map(({ component }) => component);
  if (other.length > 0 && !known.some(({ id }) => id !== always)) return nothing('nothing_known');
  const risk = evaluated.score.slice(0, ranked.n);
  const source = model.potential ? 'column' : model.dates ? 'growth' : null;
  const potential = new Float64Array(ranked.n).fill(NaN);
  const atStake = new Float64Array(ranked.n);
  for (let k = 0; k < ranked.n; k++) {
    if (source === 'column') potential[k] = customers.potential[k]!;
    else if (source === 'growth') potential[k] = customers.half2[k]! - customers.half1[k]!;
    atStake[k] = risk[k]! * ranked.value(k);
  }
  return usable({
    ...gridOf(risk, ranked, [params.cut1, params.cut2], '3x3'),
    components,
    evaluated,
    parts,
    groups: [...new Set(known.map(({ group }) => group))],
    mean: meanOf(risk, parts.scored),
    unknown: ranked.n - parts.scored,
    riskiest: largest(atStake, riskiestShown),
    potential: source,
    priority: priorityOf(frame, potential, risk, params),
  });
}

function meanOf(scores: Float64Array, count: number): number {
  let sum = 0;
  for (const score of scores) if (!Number.isNaN(score)) sum += score;
  return sum / count;
}

export function figures(risk: ValueRisk, live: Live): Figures {
  const table = cells(risk, live);
  const high = table.map((row) => row[0]!);
  return {
    ...gridFigures('value_risk', risk, live),
    'value_risk.high.customers': high.reduce((sum, cell) => sum + cell.customers, 0),
    'value_risk.high.value': units(high.reduce((sum, cell) => sum + cell.value, 0)),
    'value_risk.score_mean': risk.mean,
    'value_risk.coverage': risk.parts.coverage,
    'value_risk.unknown': risk.unknown,
  };
}
