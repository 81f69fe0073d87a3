import type { Format } from '../../format/format.ts';
import { scoreWords } from '../../model/scores/words.ts';
import { units } from '../frame.ts';
import { cells } from '../grid.ts';
import { figure, say, type Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import type { ValueRiskParams } from './params.ts';
import type { ValueRisk } from './result.ts';
import type { Words } from './strings.ts';

export function insight(
  risk: ValueRisk,
  live: Live,
  frame: Frame,
  _params: ValueRiskParams,
  format: Format,
  t: Words,
  measure: string,
): Sentence {
  if (risk.prefix.n === 1) return t.one(frame.customers.ids.at(0) ?? '');
  const cell = cells(risk, live)[0]![0]!;
  const all = live.tiers[0]?.customers ?? 0;
  const sentence = t.insight({
    high: figure(format.integer(cell.customers), 'value_risk.high_high.customers', cell.customers),
    one: cell.customers === 1,
    none: cell.customers === 0,
    all: format.integer(all),
    share: format.percent(units(cell.value) / units(frame.ranked.total)),
    measure,
    cut: format.decimal(risk.cutHigh, Number.isInteger(risk.cutHigh) ? 0 : 1),
    mean: figure(format.decimal(risk.mean, 1), 'value_risk.score_mean', risk.mean),
    coverage: figure(format.percent(risk.parts.coverage), 'value_risk.coverage', risk.parts.coverage),
  });
  const [only, ...others] = risk.groups;
  if (only === undefined || others.length > 0) return sentence;
  return say`${sentence}${t.only(scoreWords[format.lang].risk.groups[only] ?? only)}`;
}
