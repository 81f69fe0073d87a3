import type { PlainTable } from '../../base/table.ts';
import { suggestedSilence } from '../../stats/silence.ts';
import { gapCounts, gapsQuery } from '../gaps.ts';
import { answerColumns, available, gradeColumn, isAnswer, isGrade } from './catalogue.ts';
import { daysQuery, repeatsQuery, usualGapQuery } from './daysSql.ts';
import { isDated, type MetricGround } from './ground.ts';
import { attributesAbout } from './headers.ts';
import { periodsQuery, yearsQuery } from './periodsSql.ts';
import { differentQuery, rowsQuery } from './rowsSql.ts';
import { contactsQuery, followupsQuery, receivablesQuery, ticketsQuery } from './sidesSql.ts';
import { textQuery } from './textsSql.ts';
import type { MetricId, MetricNeeds, TextId } from './types.ts';

/** Texts that have to be asked for: those wanted, and those that numbers are read from. */
export function textsFor(needs: MetricNeeds, { model }: MetricGround): TextId[] {
  const wanted = needs.texts.filter((id) => available(id, model, { kind: 'text' }));
  const found = new Set<TextId>(wanted);
  for (const id of needs.numbers) {
    if (!available(id, model)) continue;
    if (isAnswer(id)) found.add(answerColumns[id]);
    else if (id === 'repurchase_or_rate') {
      if (available('repurchase', model)) found.add(answerColumns.repurchase);
    } else if (isGrade(id)) found.add(gradeColumn(id, model)!);
    else if (id === 'flags') for (const column of attributesAbout('flag', model)) found.add(column);
    else if (id === 'industry_growth') found.add('industry');
    else if (id === 'overdue_days' || id === 'limit_use') {
      const role = id === 'overdue_days' ? 'overdue_days' : 'credit_limit';
      if (model.attributes.some((attribute) => attribute.role === role)) found.add(role);
    }
  }
  return [...found].toSorted();
}

const rated: readonly MetricId[] = ['repurchase_rate', 'repurchase_or_rate'];

/** Whether a number of days of silence is looked at: asked for, or part of a metric's definition. */
export const usesSilence = ({ numbers, silence }: Pick<MetricNeeds, 'numbers' | 'silence'>): boolean =>
  silence || numbers.some((id) => rated.includes(id));

/** The number of days chosen, else the one that the answer of `gaps` suggests; null = no gap is known. */
export const silenceOf = (
  tables: Readonly<Record<string, PlainTable>>,
  chosen: number | null,
): number | null => chosen ?? suggestedSilence(gapCounts(tables.gaps));

/**
 * Named statements that metrics are made of, for what is asked and the files have: each gives one row per customer in
 * the order of ranks (`gaps`, the pooled gaps of the suggested silence, one per length). A statement gives all that one
 * look at its table can, so that other needs find the same text answered. `chosenSilence` is the user's number of days.
 */
export function metricStatements(
  needs: MetricNeeds,
  ground: MetricGround,
  chosenSilence: number | null = null,
): Record<string, string> {
  const { model, scope, rollup } = ground;
  const { options } = needs;
  const asked = (...ids: readonly MetricId[]): boolean =>
    ids.some((id) => needs.numbers.includes(id) && available(id, model, { volume: options.volume }));
  const statements: Record<string, string> = {};
  const byAmount = scope.measure === 'amount';
  // What the rollup has as the measure need not be added up again.
  if (
    asked('margin', 'returns_rate') ||
    (asked('amount', 'average_order') && !byAmount) ||
    (asked('profit') && scope.measure !== 'profit') ||
    (asked('quantity') && scope.measure !== 'quantity')
  )
    statements.rows = rowsQuery(ground);
  if (asked('categories')) statements.categories = differentQuery(ground, 'category');
  if (asked('products')) statements.products = differentQuery(ground, 'product');
  if (isDated(ground)) {
    if (asked('order_days', 'active_months', ...rated)) statements.days = daysQuery(ground);
    if (asked('usual_gap')) statements.usual_gap = usualGapQuery(ground);
    if (asked('cv', 'periods', 'trend')) statements.periods = periodsQuery(ground, options);
    if (asked('year_value', 'year_growth_1', 'year_growth_2', 'year_cagr'))
      statements.years = yearsQuery(ground, options);
    if (asked('followups')) statements.followups = followupsQuery(ground, options.followupDays);
    if (usesSilence(needs) && chosenSilence === null) statements.gaps = gapsQuery(rollup);
  }
  if (asked('contacts', 'contacts_in', 'contacts_out', 'outbound_quarters', 'proposals', 'joint'))
    statements.contacts = contactsQuery(ground);
  if (asked('complaints')) statements.tickets = ticketsQuery(ground);
  if (
    asked('overdue_days', 'overdue_share', 'limit_use', 'outstanding') &&
    model.sides.includes('receivables')
  )
    statements.receivables = receivablesQuery(ground);
  for (const id of textsFor(needs, ground)) statements[`text ${id}`] = textQuery(ground, id);
  return statements;
}

/** Statements that take the days of silence, to be asked after the others: `repeats`, of one row per number of order days. */
export function laterStatements(
  needs: MetricNeeds,
  ground: MetricGround,
  silenceDays: number | null,
): Record<string, string> {
  return isDated(ground) && silenceDays !== null && needs.numbers.some((id) => rated.includes(id))
    ? { repeats: repeatsQuery(ground, silenceDays) }
    : {};
}
