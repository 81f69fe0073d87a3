import type { Format } from '../../format/format.ts';
import { figure, say, type Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import type { Overview } from './result.ts';
import type { Words } from './strings.ts';

export function insight(
  overview: Overview,
  _live: Live,
  _frame: Frame,
  _params: unknown,
  format: Format,
  t: Words,
  measure: string,
): Sentence {
  const sentence = t.insight({
    customers: figure(format.integer(overview.customers), 'overview.customers', overview.customers),
    orders:
      overview.orders === null
        ? null
        : figure(format.integer(overview.orders), 'overview.orders', overview.orders),
    value: figure(format.money(overview.value), 'overview.value', overview.value),
    period:
      overview.firstDay === null || overview.lastDay === null
        ? null
        : { from: format.date(overview.firstDay), to: format.date(overview.lastDay) },
    one: overview.customers === 1,
    oneOrder: overview.orders === 1,
    measure,
  });
  return overview.customers === 0 ? say`${sentence} ${t.reasons.no_customers ?? ''}` : sentence;
}
