import type { Format } from '../../format/format.ts';
import { units } from '../frame.ts';
import { figure, say, type Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import type { ParetoParams } from './params.ts';
import { cutAt, restName, type Concentration } from './result.ts';
import type { Words } from './strings.ts';

export function insight(
  c: Concentration,
  live: Live,
  frame: Frame,
  _params: ParetoParams,
  format: Format,
  t: Words,
  measure: string,
): Sentence {
  const { n } = c.curve;
  const cut = cutAt(c.curve, live.rule.cut1);
  const all = figure(format.integer(n), 'pareto.customers', n);
  if (c.shape === 'one') return t.one({ name: frame.customers.ids.at(0) ?? '', measure });
  if (c.shape === 'equal' && !c.ordered) return t.equal({ all });
  const cutFigures = {
    customers: figure(format.integer(cut.customers), 'pareto.cut_customers', cut.customers, true),
    value: figure(format.percent(cut.share), 'pareto.cut_value_share', cut.share, true),
    share: format.percent(cut.customers / n),
    one: cut.customers === 1,
  };
  const tail = whaleSentence(c, format, t, c.ordered ? t.summed[c.ordered.by] : measure);
  if (c.ordered) {
    const top20 = figure(format.percent(c.top.p20), 'pareto.top20_share', c.top.p20);
    return say`${t.ordered({ ...cutFigures, by: c.ordered.by, all, top20 })}${tail}`;
  }
  if (c.shown) {
    const { left, ranked, top20 } = c.shown;
    const at = cutAt(ranked, live.rule.cut1);
    return t.rest({
      left,
      customers: figure(format.integer(at.customers), `${restName(left)}.cut_customers`, at.customers, true),
      all: format.integer(ranked.n),
      value: format.percent(at.share),
      top20: figure(format.percent(top20), `${restName(left)}.top20_share`, top20),
      before: format.percent(c.top.p20),
      one: at.customers === 1,
      measure,
    });
  }
  const sentence = t.insight({
    ...cutFigures,
    all,
    jointCustomers: c.joint
      ? figure(format.percent(c.joint.customers), 'pareto.joint_customers', c.joint.customers)
      : null,
    jointValue: c.joint ? figure(format.percent(c.joint.value), 'pareto.joint_value', c.joint.value) : null,
    largest: figure(format.percent(c.largestShare), 'pareto.largest_share', c.largestShare),
    measure,
  });
  return say`${sentence}${tail}`;
}

/** Who takes away what others bring: only where values below zero are on the curve. */
function whaleSentence(c: Concentration, format: Format, t: Words, measure: string): Sentence {
  const { peakCustomers, peakShare, nothing, negative } = c.whale;
  if (negative.customers === 0) return [];
  const value = units(negative.value);
  return t.whale({
    customers: figure(format.integer(peakCustomers), 'pareto.peak_customers', peakCustomers),
    share: figure(format.percent(peakShare), 'pareto.peak_share', peakShare),
    negative: figure(format.integer(negative.customers), 'pareto.negative_customers', negative.customers),
    one: negative.customers === 1,
    takes: figure(format.money(-value), 'pareto.negative_value', value),
    nothing: nothing > 0 ? format.integer(nothing) : null,
    measure,
  });
}
