import type { Format } from '../../format/format.ts';
import { figure, type Figure, type Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import type { ClassId, Loyalty } from './result.ts';
import type { Words } from './strings.ts';

export function insight(
  loyalty: Loyalty,
  _live: Live,
  _frame: Frame,
  _params: unknown,
  format: Format,
  t: Words,
): Sentence {
  const count = (id: ClassId): number => loyalty.classes.find((found) => found.id === id)?.ranks.length ?? 0;
  const number = (id: ClassId): Figure =>
    figure(format.integer(count(id)), `loyalty.${id}.customers`, count(id));
  const told = loyalty.customers - count('unknown');
  return t.insight({
    high: number('high'),
    highCount: count('high'),
    told: format.integer(told),
    toldCount: told,
    share: format.percent(told > 0 ? count('high') / told : null),
    mid: number('mid'),
    low: number('low'),
    unknown: number('unknown'),
    unknownCount: count('unknown'),
  });
}
