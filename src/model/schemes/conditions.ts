import { countBelow } from '../../stats/order.ts';
import { percentileRank, valueAtPercentile } from '../../stats/percentileRank.ts';
import { computedAbc } from '../../stats/computedAbc.ts';
import { HOLDS, join, NEAR, TIED, truthOf, UNKNOWN } from './bits.ts';
import { numeric, slack, within, type Finding, type Of } from './finding.ts';
import type { Quantities } from './quantities.ts';
import { curveOf, shareCut, shareReport, type Curve } from './shareCut.ts';
import { text } from './textTest.ts';
import { top } from './topCut.ts';
import type { Condition, Quantity } from './types.ts';

/** Works out a condition; `place` names it in the cuts. */
export function find(condition: Condition, q: Quantities, place: string): Finding {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return together(
        condition,
        condition.parts.map((part, i) => find(part, q, `${place}.parts.${i}`)),
        q.member.length,
      );
    case 'text':
      return text(condition, q);
    case 'number':
      return number(condition, q, place);
    default:
      return cut(condition, q, place);
  }
}

type Cut = Of<'share' | 'top_count' | 'top_share' | 'percentile' | 'computed'>;

/** Conditions whose cut is found on the data, unless it was found elsewhere. */
function cut(condition: Cut, q: Quantities, place: string): Finding {
  if (Object.hasOwn(q.keep, place)) return frozen(condition, q, place);
  switch (condition.kind) {
    case 'share':
      return share(condition, q, place);
    case 'percentile':
      return percentile(condition, q, place);
    case 'computed':
      return computed(condition, q, place);
    default:
      return top(condition, q, place);
  }
}

function together(condition: Of<'all' | 'any'>, parts: readonly Finding[], n: number): Finding {
  const bits = join(condition.kind, parts, n);
  return {
    bits,
    nearable: parts.some((part) => part.nearable),
    report: (k) => ({
      condition,
      holds: truthOf(bits[k]!),
      actual: null,
      wanted: null,
      by: null,
      parts: parts.map((part) => part.report(k)),
    }),
  };
}

function number(condition: Of<'number'>, q: Quantities, place: string): Finding {
  const { of, is } = condition;
  const values = q.values(of);
  const than = threshold(condition, q, place);
  const band = than === null || is === 'eq' ? null : q.band(of)(than);
  const bits = than === null ? new Uint8Array(values.length).fill(UNKNOWN) : compared(values, is, than);
  if (than !== null && band !== null)
    for (let k = 0; k < bits.length; k++) if (within(values[k]!, than, band)) bits[k]! |= NEAR;
  return { bits, nearable: band !== null, report: (k) => numeric(condition, bits[k]!, values[k]!, than) };
}

/** HOLDS where the value is as wanted, UNKNOWN where it is NaN. */
function compared(values: Float64Array, is: Of<'number'>['is'], than: number): Uint8Array {
  const bits = new Uint8Array(values.length);
  // Below and above, equal: what each comparison holds for.
  const below = is === 'lt' || is === 'lte' ? HOLDS : 0;
  const above = is === 'gt' || is === 'gte' ? HOLDS : 0;
  const equal = is === 'lte' || is === 'gte' || is === 'eq' ? HOLDS : 0;
  for (let k = 0; k < bits.length; k++) {
    const x = values[k]!;
    bits[k] = x < than ? below : x > than ? above : x === than ? equal : UNKNOWN;
  }
  return bits;
}

/** The number compared with; null = the silence rule has none. A suggested one is a finding like other cuts. */
function threshold({ than }: Of<'number'>, q: Quantities, place: string): number | null {
  if (than !== 'silence_days') return than;
  const fixed = q.keep[place];
  const found = typeof fixed === 'number' ? fixed : q.source.metrics.silenceDays;
  q.cuts[place] = found;
  return found;
}

/** Value of the last customer inside, not rounded to ten-thousandths as the curve is. */
const cutValue = (q: Quantities, of: Quantity, ranks: Uint32Array | null, end: number): number =>
  q.values(of)[ranks ? ranks[end - 1]! : end - 1]!;

function share(condition: Of<'share'>, q: Quantities, place: string): Finding {
  const { of } = condition;
  const { ranked, ranks }: Curve =
    of === 'value' ? { ranked: q.source.ranked, ranks: null } : curveOf(q.sorted(of));
  const found = shareCut(ranked, condition);
  q.cuts[place] = found && found.end > 0 ? cutValue(q, of, ranks, found.end) : null;
  // Everybody has a value; who is not on its curve brings nothing to it.
  const bits = new Uint8Array(q.member.length).fill(of === 'value' && found ? 0 : UNKNOWN);
  if (found)
    for (let i = 0; i < ranked.n; i++) {
      const holds = i >= found.end ? 0 : i >= found.untied ? HOLDS | TIED : HOLDS;
      bits[ranks ? ranks[i]! : i] = i >= found.near.start && i < found.near.end ? holds | NEAR : holds;
    }
  const positionOf = (k: number): number | null => {
    if (!ranks) return k < ranked.n ? k : null;
    const { values } = q.sorted(of);
    return values.length - countBelow(values, q.values(of)[k]!, true);
  };
  return {
    bits,
    nearable: found !== null,
    report: (k) => shareReport(condition, ranked, positionOf(k), truthOf(bits[k]!)),
  };
}

function percentile(condition: Of<'percentile'>, q: Quantities, place: string): Finding {
  const { of, atLeast } = condition;
  const values = q.values(of);
  const ascending = q.sorted(of).values;
  const n = ascending.length;
  const last = valueAtPercentile(ascending, atLeast);
  q.cuts[place] = last;
  const from = valueAtPercentile(ascending, atLeast - 1 - slack) ?? Infinity;
  const beyond = valueAtPercentile(ascending, atLeast + 1 + slack) ?? Infinity;
  const bits = new Uint8Array(values.length);
  for (let k = 0; k < bits.length; k++) {
    const x = values[k]!;
    if (x !== x) bits[k] = UNKNOWN;
    else bits[k] = (last !== null && x >= last ? HOLDS : 0) | (x >= from && x < beyond ? NEAR : 0);
  }
  const rankOf = (x: number): number => {
    if (Number.isNaN(x)) return NaN;
    const below = countBelow(ascending, x);
    return percentileRank(below, countBelow(ascending, x, true) - below, n);
  };
  return {
    bits,
    nearable: n > 0,
    report: (k) => numeric(condition, bits[k]!, rankOf(values[k]!), atLeast),
  };
}

function computed(condition: Of<'computed'>, q: Quantities, place: string): Finding {
  const { of, point } = condition;
  const { ranked, ranks }: Curve =
    of === 'value' ? { ranked: q.source.ranked, ranks: null } : curveOf(q.sorted(of));
  const abc = computedAbc(ranked);
  const count = abc === null ? 0 : point === 'pareto' ? abc.endOfA : abc.submarginal;
  const end = count === 0 ? 0 : ranked.tieEnd(count - 1);
  const last = end > 0 ? cutValue(q, of, ranks, end) : null;
  q.cuts[place] = last;
  const values = q.values(of);
  const band = last === null ? null : q.band(of)(last);
  const bits = new Uint8Array(q.member.length).fill(of === 'value' && abc ? 0 : UNKNOWN);
  if (abc)
    for (let i = 0; i < ranked.n; i++) {
      const k = ranks ? ranks[i]! : i;
      const near = band !== null && within(values[k]!, last!, band) ? NEAR : 0;
      bits[k] = (i >= end ? 0 : i >= count ? HOLDS | TIED : HOLDS) | near;
    }
  return { bits, nearable: band !== null, report: (k) => numeric(condition, bits[k]!, values[k]!, last) };
}

const curved = ({ kind }: Cut): boolean => kind === 'share' || kind === 'computed';

/** A cut value found elsewhere: at least as much is in; null = nobody was in, so nobody is. */
function frozen(condition: Cut, q: Quantities, place: string): Finding {
  const { of } = condition;
  const fixed = q.keep[place];
  const last = typeof fixed === 'number' ? fixed : null;
  q.cuts[place] = last;
  const values = q.values(of);
  const test =
    condition.kind === 'top_count' || condition.kind === 'top_share' ? condition.within : undefined;
  const among = test ? text({ kind: 'text', ...test }, q) : null;
  const allowed = among?.bits ?? null;
  const onCurve = of === 'value' && curved(condition) ? q.source.ranked.n : Infinity;
  const band = last === null ? null : q.band(of)(last);
  const bits = new Uint8Array(values.length);
  for (let k = 0; k < bits.length; k++) {
    const x = values[k]!;
    if (allowed && allowed[k] !== HOLDS) bits[k] = allowed[k]!;
    else if (x !== x) bits[k] = UNKNOWN;
    else if (last !== null && k < onCurve)
      bits[k] = (x >= last ? HOLDS : 0) | (band !== null && within(x, last, band) ? NEAR : 0);
  }
  return {
    bits,
    nearable: band !== null,
    report: (k) =>
      among && allowed?.[k] === 0
        ? among.report(k)
        : { ...numeric(condition, bits[k]!, values[k]!, last), kept: true },
  };
}
