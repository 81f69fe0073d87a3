import type { Format } from '../../format/format.ts';
import { units } from '../frame.ts';
import { figure, type Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import type { Tiering } from './result.ts';
import type { Words } from './strings.ts';

export function insight(
  tiering: Tiering,
  live: Live,
  frame: Frame,
  _params: unknown,
  format: Format,
  t: Words,
): Sentence {
  const all = format.integer(tiering.customers);
  if (tiering.shape === 'one') return t.one(frame.customers.ids.at(0) ?? '');
  if (tiering.shape === 'equal') return t.equal(all);
  const a = live.tiers[0];
  if (!a || a.customers === 0) return t.emptyA(format.percentShort(live.rule.cut1 / 10_000));
  const mean = units(a.value / a.customers);
  const restCustomers = tiering.customers - a.customers;
  const restMean = restCustomers > 0 ? (tiering.value - units(a.value)) / restCustomers : null;
  return t.insight({
    customers: figure(format.integer(a.customers), 'tiers.A.customers', a.customers, true),
    one: a.customers === 1,
    mean: format.money(mean),
    times: restMean !== null && restMean > 0 ? format.ratio(mean / restMean) : null,
  });
}
