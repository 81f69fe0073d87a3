import { isoMonth } from '../../base/day.ts';
import type { Format } from '../../format/format.ts';
import { figure, say, type Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import type { ChurnParams } from './params.ts';
import type { Churn } from './result.ts';
import type { Words } from './strings.ts';

export function insight(
  churn: Churn,
  _live: Live,
  frame: Frame,
  _params: ChurnParams,
  format: Format,
  t: Words,
): Sentence {
  const buyers = churn.recency.length;
  if (frame.customers.n === 1) return t.one(frame.customers.ids.at(0) ?? '');
  if (!churn.rule || churn.lost === null) return t.noGaps(format.integer(buyers));
  const sentence = t.insight({
    lost: figure(format.integer(churn.lost), 'churn.lost', churn.lost),
    all: format.integer(buyers),
    one: churn.lost === 1,
    share: format.percent(churn.lost / buyers),
    days: figure(format.integer(churn.rule.silenceDays), 'churn.silence_days', churn.rule.silenceDays, true),
    asOf: format.date(churn.asOf),
  });
  // Three months is the first point at which repeat buying is not just the first order's echo; one where the file is shorter.
  const k = churn.retention.average.findLastIndex((share, i) => i > 0 && i <= 3 && share !== null);
  const average = churn.retention.average[k];
  return k > 0 && average !== null && average !== undefined
    ? say`${sentence}${t.retained({ k, share: format.percent(average) })}`
    : sentence;
}

export const monthName = (format: Format, cohort: number): string => format.month(isoMonth(cohort));
