import type { Format } from '../../format/format.ts';
import { figure, type Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import { cutAt, type Concentration } from './result.ts';
import type { Words } from './strings.ts';

export function insight(
  c: Concentration,
  live: Live,
  frame: Frame,
  _params: unknown,
  format: Format,
  t: Words,
  measure: string,
): Sentence {
  const n = c.ranked.n;
  const cut = cutAt(c.ranked, live.rule.cut1);
  const all = figure(format.integer(n), 'pareto.customers', n);
  const largest = figure(format.percent(c.largestShare), 'pareto.largest_share', c.largestShare);
  if (c.shape === 'one') return t.one({ name: frame.customers.ids.at(0) ?? '', measure });
  if (c.shape === 'equal') return t.equal({ all });
  return t.insight({
    customers: figure(format.integer(cut.customers), 'pareto.cut_customers', cut.customers, true),
    all,
    share: format.percent(cut.customers / n),
    value: figure(format.percent(cut.share), 'pareto.cut_value_share', cut.share, true),
    jointCustomers: c.joint
      ? figure(format.percent(c.joint.customers), 'pareto.joint_customers', c.joint.customers)
      : null,
    jointValue: c.joint ? figure(format.percent(c.joint.value), 'pareto.joint_value', c.joint.value) : null,
    largest,
    one: cut.customers === 1,
    measure,
  });
}
