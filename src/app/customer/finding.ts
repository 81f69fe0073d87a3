import type { Format } from '../../format/format.ts';
import { customerWords } from '../../i18n/customer/index.ts';
import { frameWords } from '../../i18n/frame.ts';
import type { Lang } from '../../i18n/lang.ts';
import { units } from '../../lenses/frame.ts';
import { tierTitle } from '../../lenses/schemeNames.ts';
import type { Live } from '../../lenses/types.ts';
import type { CustomerRecord } from './load.ts';
import { measureText } from './write.ts';

/** Net value of the customer in units. */
export const valueOf = ({ frame, place }: CustomerRecord): number =>
  units(Number(frame.customers.value[place.rank]));

/** Whether the customer stands on the curve, with a rank of his own. */
export const isRanked = ({ frame, place }: CustomerRecord): boolean => place.rank < frame.ranked.n;

/** The page in one sentence, with its numbers. */
export function findingOf(record: CustomerRecord, live: Live, format: Format, lang: Lang): string {
  const { frame, place, silence } = record;
  const { measure } = frame.scope;
  const orders = frame.customers.orders[place.rank] ?? 0;
  const tier = live.active.tiers[live.active.of(place.rank)];
  return customerWords[lang].finding({
    rank: isRanked(record)
      ? { rank: format.integer(place.rank + 1), of: format.integer(frame.ranked.n) }
      : null,
    value: measureText(valueOf(record), measure, format),
    measure: frameWords[lang].measures[measure],
    tier: tier ? tierTitle(live.active.scheme, tier, lang) : null,
    orders: frame.model.shape === 'lines' ? { text: format.integer(orders), count: orders } : null,
    silence: silence.days === null ? null : format.days(silence.days),
    gap:
      silence.times === null
        ? null
        : { times: format.ratio(silence.times), usual: format.days(silence.usual) },
  });
}
