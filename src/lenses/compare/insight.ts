import type { Format } from '../../format/format.ts';
import { units } from '../frame.ts';
import { figure, say, type Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import type { CompareParams } from './params.ts';
import { vital, type Comparison, type Pair } from './result.ts';
import type { Words } from './strings.ts';

/** A period as the reader calls it: its year, or its days. */
export function periodName(pair: Pair, i: 0 | 1, format: Format, t: Words): string {
  const year = pair.spans.years[i];
  if (year !== null) return t.wholeYear(String(year));
  const { from, to } = i === 0 ? pair.spans.first : pair.spans.second;
  return format.range(from, to);
}

/** A group as the reader calls it. */
export function nameOf(c: Comparison, i: number, format: Format, t: Words): string {
  if (c.way === 'sample') return t.thisFile;
  if (c.pair) return periodName(c.pair, i === 0 ? 0 : 1, format, t);
  return c.groups[i]?.name || t.blank;
}

export function insight(
  c: Comparison,
  live: Live,
  _frame: Frame,
  params: CompareParams,
  format: Format,
  t: Words,
  measure: string,
): Sentence {
  const top20 = (i: number) => {
    const share = c.groups[i]?.shares.top20 ?? null;
    return figure(format.percent(share), `compare.${i + 1}.top20_share`, share);
  };
  if (c.way === 'period') return periods(c, live, params, format, t, measure);
  if (c.groups.length === 0) return [t.noGroup];
  if (c.way === 'sample') return t.sample(top20(0));
  if (c.groups.length === 1) return t.oneGroup(nameOf(c, 0, format, t), top20(0));
  const order = c.groups
    .map((group, i) => ({ i, share: group.shares.top20 ?? 0 }))
    .sort((a, b) => b.share - a.share || a.i - b.i);
  const most = order[0]?.i ?? 0;
  const least = order[order.length - 1]?.i ?? 0;
  return t.groups({
    groups: format.integer(c.groups.length),
    most: nameOf(c, most, format, t),
    mostShare: top20(most),
    least: nameOf(c, least, format, t),
    leastShare: top20(least),
  });
}

function periods(
  c: Comparison,
  live: Live,
  params: CompareParams,
  format: Format,
  t: Words,
  measure: string,
): Sentence {
  const [a, b] = c.groups;
  if (!c.pair || !a || !b || !a.ranked.defined || !b.ranked.defined) return say`${t.noPeriod}`;
  const few = vital(c.pair, live, params);
  const { change } = c.pair;
  const count = (name: string, n: number | null) => figure(format.integer(n), `compare.${name}`, n);
  const share = (name: string, value: number | null) =>
    figure(format.percent(value), `compare.${name}`, value);
  const money = (name: string, value: number) =>
    figure(format.money(units(value)), `compare.change.${name}`, units(value));
  return t.periods({
    first: nameOf(c, 0, format, t),
    second: nameOf(c, 1, format, t),
    before: money('before', change.before),
    after: money('after', change.after),
    top20Before: share('1.top20_share', a.shares.top20),
    top20After: share('2.top20_share', b.shares.top20),
    n80Before: count('1.n80', a.shares.n80),
    n80After: count('2.n80', b.shares.n80),
    vital: count('vital.before', few.before),
    share: format.percentShort(live.rule.cut1 / 10_000),
    stayed: count('vital.stayed', few.stayed.length),
    fell: count('vital.fell', few.fell.length),
    gone: count('vital.gone', few.gone.length),
    fresh: count('vital.new', few.fresh.length),
    measure,
  });
}
