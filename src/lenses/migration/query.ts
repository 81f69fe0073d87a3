import { comparedPeriods, coveredDays, type ComparedPeriods } from '../../model/periods.ts';
import { sql } from '../../sql/sql.ts';
import type { Frame, Ground, Needs } from '../types.ts';
import { periodChoice, schemeOf, type MigrationParams } from './params.ts';

/** The periods that the settings come down to on these data; null without dates. */
export function periodsOf(ground: Ground, params: MigrationParams): ComparedPeriods | null {
  const covered = coveredDays(ground.model, ground.rollup.period);
  return covered && comparedPeriods(periodChoice(params), covered);
}

/** First day of any row, orders or not, of every customer: parts "new" from "no orders". */
export const query = ({ rollup }: Ground): Record<string, string> =>
  rollup.period ? { firsts: sql`SELECT row_first FROM ${rollup.customers} ORDER BY k`.text } : {};

export function needs(frame: Frame, params: MigrationParams): Needs {
  const periods = periodsOf(frame, params)?.periods ?? [];
  if (periods.length < 2 || frame.customers.n === 0) return {};
  return {
    schemes: [schemeOf(params, frame.book)],
    scopes: periods.map(({ from, to }) => ({ ...frame.scope, from, to, asOf: to })),
  };
}
