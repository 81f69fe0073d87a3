import type { Format } from '../../format/format.ts';
import { figure, say, type Figure, type Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import type { Group, Membership } from './result.ts';
import type { Words } from './strings.ts';

export function insight(
  { groups }: Membership,
  _live: Live,
  _frame: Frame,
  _params: unknown,
  format: Format,
  t: Words,
): Sentence {
  const rate = ({ id, returnRate }: Group): Figure =>
    figure(format.percent(returnRate), `membership.${id}.return_rate`, returnRate);
  const count = ({ id, ranks }: Group): Figure =>
    figure(format.integer(ranks.length), `membership.${id}.customers`, ranks.length);
  return groups
    .filter(({ ranks }) => ranks.length > 0)
    .reduce<Sentence>((sentence, group, i, all) => {
      const part = t.part[group.id]({
        customers: count(group),
        count: group.ranks.length,
        rate: rate(group),
      });
      return say`${sentence}${part}${i === all.length - 1 ? t.stop : t.semicolon}`;
    }, []);
}
