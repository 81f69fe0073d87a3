import { customerWords } from '../../i18n/customer/index.ts';
import { frameWords } from '../../i18n/frame.ts';
import type { Format } from '../../format/format.ts';
import { metricUnits } from '../../model/metrics/catalogue.ts';
import type { MetricId, MetricUnit } from '../../model/metrics/types.ts';
import type { Quantity } from '../../model/schemes/types.ts';
import type { Measure } from '../../model/scope.ts';
import type { Problem } from '../problem.ts';
import { problemText } from '../problemText.ts';

/** A value in units, as the measure in force is written. */
export const measureText = (value: number | null, measure: Measure, format: Format): string =>
  measure === 'amount' || measure === 'profit' ? format.money(value) : format.compact(value);

const unitOf = (of: Quantity): MetricUnit =>
  of.startsWith('score:') ? 'score' : metricUnits[of as MetricId];

/** A number that a rule or a score looks at, in the unit that people say it in. */
export function quantityText(of: Quantity, value: number | null, measure: Measure, format: Format): string {
  switch (unitOf(of)) {
    case 'measure':
      return measureText(value, measure, format);
    case 'money':
      return format.money(value);
    case 'count':
      return format.integer(value);
    case 'days':
      return format.days(value);
    case 'share':
      return format.percent(value);
    case 'score':
      return value !== null && Number.isInteger(value) ? format.integer(value) : format.decimal(value, 1);
    case 'number':
      return value !== null && Math.abs(value) < 10 && !Number.isInteger(value)
        ? format.decimal(value, 2)
        : format.compact(value);
  }
}

/** Why the page, or a part of it, could not be made. */
export const failureText = (problem: Problem, format: Format): string =>
  customerWords[format.lang].failed(problemText(problem, frameWords[format.lang], format));
