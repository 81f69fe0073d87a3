import type { Format } from '../../format/format.ts';
import { figure, type Figure, type Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import type { Lifecycle } from './result.ts';
import type { Stage } from '../../model/schemes/presets/lifecycle.ts';
import type { Words } from './strings.ts';

export function insight(
  lifecycle: Lifecycle,
  _live: Live,
  _frame: Frame,
  _params: unknown,
  format: Format,
  t: Words,
): Sentence {
  const { people, silenceDays, stages } = lifecycle;
  const customersOf = (id: Stage): number => stages.find((stage) => stage.id === id)?.customers ?? 0;
  const number = (id: Stage): Figure =>
    figure(format.integer(customersOf(id)), `lifecycle.${id}.customers`, customersOf(id));
  if (silenceDays === null)
    return t.noSilence({ people: format.integer(people), prospects: number('prospect') });
  return t.insight({
    people: format.integer(people),
    count: people,
    lost: number('lost'),
    lostCount: customersOf('lost'),
    share: format.percent(customersOf('lost') / people),
    days: figure(format.days(silenceDays), 'lifecycle.silence_days', silenceDays, true),
    asOf: format.date(lifecycle.asOf),
    regular: number('regular'),
    loyal: number('loyal'),
    once: number('one_time'),
    prospects: number('prospect'),
    prospectCount: customersOf('prospect'),
  });
}
