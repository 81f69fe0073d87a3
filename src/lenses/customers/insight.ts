import type { Format } from '../../format/format.ts';
import { units } from '../frame.ts';
import type { Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import type { CustomerList } from './result.ts';
import type { Words } from './strings.ts';

export function insight(
  list: CustomerList,
  _live: Live,
  frame: Frame,
  _params: unknown,
  format: Format,
  t: Words,
  measure: string,
): Sentence {
  const name = frame.customers.names?.at(0) ?? frame.customers.ids.at(0) ?? '';
  return t.insight({
    n: format.integer(list.customers),
    one: list.customers === 1,
    name: frame.ranked.n > 0 ? name : null,
    value: format.money(units(Number(frame.customers.value[0] ?? 0))),
    measure,
  });
}
