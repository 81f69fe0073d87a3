import type { Format } from '../../format/format.ts';
import { customerWords } from '../../i18n/customer/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import { metricWords } from '../../i18n/metrics.ts';
import { units } from '../../lenses/frame.ts';
import type { MetricId } from '../../model/metrics/types.ts';
import { averageOrder, orderDays, returnsRate } from '../../model/customerPage/record.ts';
import type { CustomerRecord } from './load.ts';
import { quantityText } from './write.ts';

/** A figure of the page: what it is called, how it is defined, and what it is. */
export interface Fact {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  /** In the unit that people say it in; days as days since 1970; null = unknown. */
  readonly value: number | null;
  readonly text: string;
}

const known = (x: number | undefined): number | null => (x === undefined || Number.isNaN(x) ? null : x);

/** The figures of a customer that the open files can give, in the order of the page. */
export function factsOf(record: CustomerRecord, format: Format, lang: Lang): readonly Fact[] {
  const { frame, place, totals, days, silence } = record;
  const { customers, model, rollup } = frame;
  const { rank } = place;
  const words = customerWords[lang].figures;
  const metric = (id: MetricId, value: number | null): Fact => ({
    id,
    name: metricWords[lang].name[id],
    definition: metricWords[lang].definition[id],
    value,
    text: quantityText(id, value, frame.scope.measure, format),
  });
  const day = (id: 'first' | 'last', value: number | null): Fact => ({
    id: `${id}_order`,
    name: words[id],
    definition: words[`${id}Definition`],
    value,
    text: format.date(value),
  });
  const orders = customers.orders[rank] ?? 0;
  const first = known(customers.firstDay[rank]);
  const { period } = rollup;
  const average = averageOrder(totals, orders);
  const [before, after] = [customers.half1[rank] ?? NaN, customers.half2[rank] ?? NaN];
  const growth = known(units(after - before));
  const net = totals.sold + totals.returned;
  return [
    ...(model.shape === 'lines'
      ? [metric('orders', orders), metric('average_order', average === null ? null : units(average))]
      : []),
    ...(period
      ? [
          day('first', first),
          day('last', known(customers.lastDay[rank])),
          metric('tenure_days', first === null ? null : period.asOf - first),
          metric('recency_days', silence.days),
          metric('usual_gap', silence.usual),
          {
            id: 'silence_times',
            name: words.times,
            definition: words.timesDefinition,
            value: silence.times,
            text: format.ratio(silence.times),
          },
          metric('order_days', orderDays(days).length),
          metric('growth', growth),
          metric('growth_rate', before > 0 ? (after - before) / before : null),
        ]
      : []),
    metric('returns_rate', returnsRate(totals)),
    ...(model.profit
      ? [
          metric('profit', totals.profit === null ? null : units(totals.profit)),
          metric('margin', totals.profit === null || net <= 0 ? null : totals.profit / net),
        ]
      : []),
    ...(model.quantity ? [metric('quantity', totals.quantity === null ? null : units(totals.quantity))] : []),
    ...(totals.categories === null ? [] : [metric('categories', totals.categories)]),
    ...(totals.products === null ? [] : [metric('products', totals.products)]),
    ...(model.potential ? [metric('potential', known(customers.potential[rank]))] : []),
  ];
}
