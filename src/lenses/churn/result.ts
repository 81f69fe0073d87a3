import { isoMonth, type Day } from '../../base/day.ts';
import { numbers, type PlainTable } from '../../base/table.ts';
import { retention, type RetentionTable } from '../../stats/retention.ts';
import { backtest, suggestedSilence, type Backtest } from '../../stats/silence.ts';
import { nothing, unusable, usable, type Figures, type Frame, type LensResult, type Live, type RankSet } from '../types.ts'; // prettier-ignore
import type { ChurnParams } from './params.ts';
import { gapCounts } from '../../model/gaps.ts';
import { ruleOf, type Rule } from './query.ts';

export interface BacktestReport extends Backtest {
  readonly eligible: number;
  readonly flagged: number;
  readonly positive: number;
  /** Days of silence that were used for flagging: under a suggestion, the one that data up to the cut suggest. */
  readonly silenceDays: number;
  readonly recomputed: boolean;
}

export interface Churn {
  readonly retention: RetentionTable;
  /** null = no customer has ordered on two days, and no number of days is chosen. */
  readonly rule: Rule | null;
  readonly asOf: Day;
  /** Days since the last order of every customer with an order, ascending. */
  readonly recency: Float64Array;
  readonly lost: number | null;
  readonly backtest: BacktestReport | null;
}

/** Position from which recencies are above `days`. */
export function lostFrom(recency: Float64Array, days: number): number {
  let low = 0;
  let high = recency.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((recency[middle] ?? 0) > days) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Ranks of customers with an order who have been silent for more than `days` on the as-of date. */
export function lostSet(frame: Frame, asOf: Day, days: number): RankSet {
  const ranks: number[] = [];
  frame.customers.lastDay.forEach((last, k) => {
    if (asOf - last > days) ranks.push(k);
  });
  return { kind: 'list', ranks: Uint32Array.from(ranks) };
}

function report(
  tables: Readonly<Record<string, PlainTable>>,
  rule: Rule,
  chosen: boolean,
): BacktestReport | null {
  const table = tables.atCut;
  if (!table) return null;
  const silenceDays = chosen
    ? rule.silenceDays
    : (suggestedSilence(gapCounts(tables.gapsToCut)) ?? rule.silenceDays);
  const silence = numbers(table, 'silence');
  const returned = numbers(table, 'returned');
  const customers = numbers(table, 'customers');
  const counts = { eligible: 0, flagged: 0, positive: 0, flaggedPositive: 0 };
  for (let i = 0; i < table.rows; i++) {
    const n = customers[i] ?? 0;
    const flagged = (silence[i] ?? 0) > silenceDays;
    const positive = returned[i] === 0;
    counts.eligible += n;
    if (flagged) counts.flagged += n;
    if (positive) counts.positive += n;
    if (flagged && positive) counts.flaggedPositive += n;
  }
  return { ...backtest(counts), ...counts, silenceDays, recomputed: !chosen };
}

export function result(
  tables: Readonly<Record<string, PlainTable>>,
  frame: Frame,
  params: ChurnParams,
): LensResult<Churn> {
  const { period } = frame.rollup;
  if (!period) return unusable('no_dates');
  if (frame.customers.n === 0) return nothing('no_customers');
  const recency = frame.customers.lastDay
    .filter((last) => !Number.isNaN(last))
    .map((last) => period.asOf - last)
    .sort();
  const cohorts = tables.cohorts;
  if (recency.length === 0 || !cohorts || cohorts.rows === 0) return nothing('no_orders');
  const rule = ruleOf(tables, frame, params);
  const cohort = numbers(cohorts, 'cohort');
  const k = numbers(cohorts, 'k');
  const customers = numbers(cohorts, 'customers');
  return usable({
    retention: retention(
      Array.from(cohort, (c, i) => ({ cohort: c, k: k[i] ?? 0, customers: customers[i] ?? 0 })),
      Math.min(period.to, frame.model.lastDay ?? period.to),
    ),
    rule,
    asOf: period.asOf,
    recency,
    lost: rule ? recency.length - lostFrom(recency, rule.silenceDays) : null,
    backtest: rule ? report(tables, rule, params.silenceDays !== null) : null,
  });
}

export function figures(churn: Churn, _live: Live): Figures {
  const all: Figures = {
    'churn.silence_days': churn.rule?.silenceDays ?? null,
    'churn.lost': churn.lost,
  };
  const b = churn.backtest;
  for (const [name, value] of Object.entries({
    eligible: b?.eligible,
    flagged: b?.flagged,
    precision: b?.precision,
    recall: b?.recall,
    base_rate: b?.baseRate,
    lift: b?.lift,
  }))
    all[`churn.backtest.${name}`] = value ?? null;
  for (const row of churn.retention.cohorts)
    row.cells.forEach((cell, k) => {
      all[`cohort.${isoMonth(row.cohort)}.${k}`] = cell.customers;
    });
  return all;
}
