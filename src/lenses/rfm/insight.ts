import type { Format } from '../../format/format.ts';
import { rfmGrid } from '../../model/schemes/presets/rfm.ts';
import { units } from '../frame.ts';
import { figure, say, type Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import { fewest } from './bins.ts';
import { segmentName } from './labels.ts';
import type { RfmParams } from './params.ts';
import { segmentOf, type Rfm } from './result.ts';
import type { Words } from './strings.ts';

export function insight(
  rfm: Rfm,
  _live: Live,
  frame: Frame,
  _params: RfmParams,
  format: Format,
  t: Words,
  measure: string,
): Sentence {
  const { scored, tiering } = rfm;
  const all = format.integer(scored.customers);
  const first = rfm.of.r.findIndex((score, k) => score > 0 && rfm.of.f[k]! > 0);
  if (scored.customers === 1)
    return t.one(frame.customers.names?.at(first) ?? frame.customers.ids.at(first) ?? '');
  const scoresOf = (axis: 'r' | 'f'): number => rfm.bins[axis].filter((bin) => bin.customers > 0).length;
  if (scoresOf('r') === 1 && scoresOf('f') === 1)
    return t.equal(all, segmentName(tiering, tiering.tiers[tiering.of(first)]?.id ?? '', format.lang));
  const sentence = say`${silent(rfm, format, t, measure)}${champions(rfm, format, t, measure)}`;
  if (sentence.length > 0) return sentence;
  const largest = tiering.tiers.reduce((a, b) => (b.customers > a.customers ? b : a));
  return t.largest(
    segmentName(tiering, largest.id, format.lang),
    // Tiers that are the user's own have no public figures here.
    rfmGrid.some(({ id }) => id === largest.id)
      ? figure(format.integer(largest.customers), `rfm.${largest.id}.customers`, largest.customers)
      : format.integer(largest.customers),
    all,
  );
}

const shareOf = (customers: number, { scored }: Rfm, format: Format): string | null =>
  customers < fewest ? null : format.percent(customers / scored.customers);

function silent(rfm: Rfm, format: Format, t: Words, measure: string): Sentence {
  const { customers, value, days, orders } = rfm.slipping;
  const often = rfm.bins.f.some((bin) => bin.score >= 3 && bin.customers > 0);
  if (!often || days === null || orders === null) return [];
  const ordered = t.bin.f(format.integer(orders), orders);
  if (customers === 0) return t.nobodySlipping(ordered, format.days(days));
  return t.slipping({
    customers: figure(format.integer(customers), 'rfm.slipping.customers', customers),
    one: customers === 1,
    share: shareOf(customers, rfm, format),
    orders: ordered,
    days: format.days(days),
    value: figure(format.money(units(value)), 'rfm.slipping.value', units(value)),
    measure,
  });
}

function champions(rfm: Rfm, format: Format, t: Words, measure: string): Sentence {
  const best = segmentOf(rfm, 'champions');
  if (!best || best.customers === 0) return [];
  return t.champions({
    customers: figure(format.integer(best.customers), 'rfm.champions.customers', best.customers),
    one: best.customers === 1,
    share: shareOf(best.customers, rfm, format),
    shareValue: rfm.scored.value > 0 ? format.percent(units(best.value) / units(rfm.scored.value)) : null,
    measure,
  });
}
