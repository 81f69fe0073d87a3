import type { Format } from '../../format/format.ts';
import { units } from '../frame.ts';
import { figure, type Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import type { Relations } from './result.ts';
import type { Words } from './strings.ts';

export function insight(
  relations: Relations,
  _live: Live,
  frame: Frame,
  _params: unknown,
  format: Format,
  t: Words,
  measure: string,
): Sentence {
  const { verdicts, compared, byActual } = relations;
  const known = byActual.slice(0, -1).reduce((sum, { customers }) => sum + customers, 0);
  const basic = byActual.at(-2)?.customers ?? 0;
  if (compared === 0)
    return t.actualOnly({
      known: format.integer(known),
      knownCount: known,
      basic: figure(format.integer(basic), 'relations.actual.basic.customers', basic),
      basicCount: basic,
    });
  const total = units(frame.ranked.total);
  return t.insight({
    compared: format.integer(compared),
    comparedCount: compared,
    under: figure(format.integer(verdicts.under.customers), 'relations.under.customers', verdicts.under.customers), // prettier-ignore
    underCount: verdicts.under.customers,
    share: total > 0 ? format.percent(units(verdicts.under.value) / total) : null,
    over: figure(format.integer(verdicts.over.customers), 'relations.over.customers', verdicts.over.customers), // prettier-ignore
    measure,
  });
}
