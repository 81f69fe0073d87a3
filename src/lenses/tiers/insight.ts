import type { Format } from '../../format/format.ts';
import { units } from '../frame.ts';
import { figure, type Sentence } from '../say.ts';
import { schemeTitle, tierTitle } from '../schemeNames.ts';
import type { Frame, Live } from '../types.ts';
import { byShare, type Tiers } from './result.ts';
import type { Words } from './strings.ts';

/** Tiers that one sentence can hold. */
const mostSaid = 4;

export function insight(
  tiers: Tiers,
  live: Live,
  frame: Frame,
  _params: unknown,
  format: Format,
  t: Words,
  measure: string,
): Sentence {
  return live.active.scheme.id === byShare
    ? ofShares(tiers, live, frame, format, t)
    : ofScheme(live, format, t, measure);
}

function ofShares(tiers: Tiers, live: Live, frame: Frame, format: Format, t: Words): Sentence {
  if (tiers.shape === 'all_apart' || tiers.shape === 'total_nonpositive') return [t.noShares[tiers.shape]];
  if (tiers.shape === 'one') return t.one(frame.customers.ids.at(0) ?? '');
  if (tiers.shape === 'equal') return t.equal(format.integer(tiers.customers));
  const a = live.active.tiers[0];
  if (!a || a.customers === 0) return t.emptyA(format.percentShort(live.rule.cut1 / 10_000));
  const mean = units(a.value / a.customers);
  const restCustomers = tiers.customers - a.customers;
  const restMean = restCustomers > 0 ? (tiers.value - units(a.value)) / restCustomers : null;
  return t.insight({
    customers: figure(format.integer(a.customers), `tiers.${a.id}.customers`, a.customers, true),
    one: a.customers === 1,
    mean: format.money(mean),
    times: restMean !== null && restMean > 0 ? format.ratio(mean / restMean) : null,
  });
}

/** The best tiers with customers in them, and how many are left. */
function ofScheme({ active }: Live, format: Format, t: Words, measure: string): Sentence {
  const title = schemeTitle(active.scheme, format.lang);
  if (active.placed === 0) return t.nobodyPlaced(title);
  const filled = active.tiers.filter((tier) => tier.customers > 0);
  const said = filled.length > mostSaid ? filled.slice(0, mostSaid - 1) : filled;
  const left = filled.slice(said.length).reduce((sum, tier) => sum + tier.customers, 0);
  const parts = said.map((tier, i) => {
    const part = {
      name: tierTitle(active.scheme, tier, format.lang),
      customers: figure(format.integer(tier.customers), `tiers.${tier.id}.customers`, tier.customers),
      share:
        tier.shareValue === null
          ? null
          : figure(format.percent(tier.shareValue), `tiers.${tier.id}.share_value`, tier.shareValue),
    };
    return i === 0 ? t.tierFirst({ ...part, one: tier.customers === 1, measure }) : t.tierNext(part);
  });
  return t.scheme({ title, tiers: parts.flat(), left: left > 0 ? format.integer(left) : null });
}
