import { roleIds } from '../../base/role.ts';
import {
  defaultMetricOptions,
  metricIds,
  type MetricId,
  type MetricOptions,
  type TextId,
} from '../metrics/types.ts';
import type {
  BinCuts, Condition, Quantity, Rules, SchemeTier, Score, TextTest, WeightedPart,
} from './types.ts'; // prettier-ignore

/** A value that is not allowed; the message is its place. */
export class NotAllowed extends Error {}

export type Unread = Readonly<Record<string, unknown>>;

/** More of anything is no scheme that a person has made. */
const most = { tiers: 20, scores: 20, parts: 20, depth: 4, texts: 50, text: 80, numbers: 200 } as const;

export const isRecord = (value: unknown): value is Unread =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function record(value: unknown, at: string): Unread {
  if (!isRecord(value)) throw new NotAllowed(at);
  return value;
}

function oneOf<T>(value: unknown, allowed: readonly T[], at: string): T {
  if (!allowed.includes(value as T)) throw new NotAllowed(at);
  return value as T;
}

function number(value: unknown, at: string, from = -1e15, to = 1e15): number {
  if (typeof value !== 'number' || !(value >= from && value <= to)) throw new NotAllowed(at);
  return value;
}

function whole(value: unknown, at: string, from: number, to: number): number {
  if (!Number.isInteger(value)) throw new NotAllowed(at);
  return number(value, at, from, to);
}

function list<T>(value: unknown, at: string, longest: number, read: (item: unknown, at: string) => T): T[] {
  if (!Array.isArray(value) || value.length > longest) throw new NotAllowed(at);
  return value.map((item, i) => read(item, `${at}.${i}`));
}

export function matching(value: unknown, pattern: RegExp, at: string): string {
  if (typeof value !== 'string' || !pattern.test(value)) throw new NotAllowed(at);
  return value;
}

/** A name that a person gave; null = none. */
export const nameOf = (value: unknown, at: string): string | null =>
  value === null || value === undefined ? null : matching(value, /^\P{Cc}{1,80}$/u, at);

const ascending = (values: readonly number[], at: string): readonly number[] => {
  values.forEach((value, i) => {
    if (i > 0 && value < values[i - 1]!) throw new NotAllowed(`${at}.${i}`);
  });
  return values;
};

const cuts = (value: unknown, at: string): readonly number[] =>
  ascending(
    list(value, at, most.numbers, (item, place) => number(item, place)),
    at,
  );

const metric = (value: unknown, at: string): MetricId => oneOf(value, metricIds, at);

const text = (value: unknown, at: string): string => matching(value, /^[^\p{Cc}]{1,80}$/u, at);

/** Reads rules by allow-list: what is not known is left out, a known part with a value that is not allowed throws. */
export function readRules(value: unknown, at: string): Rules {
  const rules = record(value, at);
  const scores = list(rules.scores, `${at}.scores`, most.scores, record).reduce<Score[]>(
    (known, score, i) => {
      const read = readScore(score, `${at}.scores.${i}`, known);
      if (known.some(({ id }) => id === read.id)) throw new NotAllowed(`${at}.scores.${i}.id`);
      return [...known, read];
    },
    [],
  );
  const tiers = list(rules.tiers, `${at}.tiers`, most.tiers, (item, place): SchemeTier => {
    const tier = record(item, place);
    return { ...tierName(tier, place), when: readCondition(tier.when, `${place}.when`, scores, 1) };
  });
  const rest = tierName(record(rules.rest, `${at}.rest`), `${at}.rest`);
  [...tiers, rest].forEach(({ id }, i, all) => {
    if (all.findIndex((other) => other.id === id) < i) throw new NotAllowed(i < tiers.length ? `${at}.tiers.${i}.id` : `${at}.rest.id`); // prettier-ignore
  });
  return {
    population: oneOf(rules.population, ['ranked', 'buyers', 'all'], `${at}.population`),
    scores,
    tiers,
    rest,
    options: readOptions(record(rules.options ?? {}, `${at}.options`), `${at}.options`),
  };
}

const tierName = (tier: Unread, at: string): Omit<SchemeTier, 'when'> => ({
  id: matching(tier.id, /^[A-Za-z][A-Za-z_\d]{0,39}$/, `${at}.id`),
  name: nameOf(tier.name, `${at}.name`),
});

function readOptions(value: Unread, at: string): MetricOptions {
  const or = <K extends keyof MetricOptions>(
    key: K,
    allowed: readonly MetricOptions[K][],
  ): MetricOptions[K] =>
    value[key] === undefined ? defaultMetricOptions[key] : oneOf(value[key], allowed, `${at}.${key}`);
  return {
    satisfaction: or('satisfaction', ['auto', 'three_positive', 'with_neutral']),
    cvPeriod: or('cvPeriod', ['month', 'quarter']),
    cvFrom: or('cvFrom', ['first_purchase', 'data']),
    volume: or('volume', ['measure', 'amount', 'quantity', 'profit']),
    partialYear: or('partialYear', ['exclude', 'include']),
    followupDays:
      value.followupDays === undefined
        ? defaultMetricOptions.followupDays
        : whole(value.followupDays, `${at}.followupDays`, 0, 3_660),
  };
}

/** A metric, or a score that stands before. */
function quantity(value: unknown, at: string, scores: readonly Score[]): Quantity {
  const known: readonly Quantity[] = [...metricIds, ...scores.map(({ id }): Quantity => `score:${id}`)];
  return oneOf(value as Quantity, known, at);
}

function readScore(value: Unread, at: string, before: readonly Score[]): Score {
  const id = matching(value.id, /^[a-z][a-z_\d]{0,39}$/, `${at}.id`);
  switch (oneOf(value.kind, ['bins', 'weighted', 'table'] as const, `${at}.kind`)) {
    case 'bins':
      return {
        id,
        kind: 'bins',
        of: metric(value.of, `${at}.of`),
        best: oneOf(value.best, ['high', 'low'], `${at}.best`),
        cuts: readBinCuts(record(value.cuts, `${at}.cuts`), `${at}.cuts`),
      };
    case 'weighted':
      return {
        id,
        kind: 'weighted',
        parts: list(value.parts, `${at}.parts`, most.parts, (item, place) => readPart(record(item, place), place, before)), // prettier-ignore
      };
    case 'table': {
      const axes = list(value.axes, `${at}.axes`, 4, (item, place) => {
        const axis = record(item, place);
        return { of: metric(axis.of, `${place}.of`), edges: cuts(axis.edges, `${place}.edges`) };
      });
      const classes = list(value.classes, `${at}.classes`, 1_000, (item, place) => number(item, place));
      const cells = axes.reduce((product, { edges }) => product * (edges.length + 1), 1);
      if (classes.length !== cells) throw new NotAllowed(`${at}.classes`);
      return { id, kind: 'table', axes, classes };
    }
  }
}

function readBinCuts(value: Unread, at: string): BinCuts {
  switch (oneOf(value.kind, ['quantiles', 'values', 'bands', 'suggested'] as const, `${at}.kind`)) {
    case 'quantiles': {
      const shares = list(value.at, `${at}.at`, 20, (item, place) => number(item, place, 0, 1));
      return { kind: 'quantiles', at: ascending(shares, `${at}.at`) };
    }
    case 'values':
      return { kind: 'values', values: cuts(value.values, `${at}.values`) };
    case 'bands':
      return { kind: 'bands', edges: cuts(value.edges, `${at}.edges`) };
    case 'suggested':
      return { kind: 'suggested', bins: whole(value.bins, `${at}.bins`, 1, 20) };
  }
}

function readPart(value: Unread, at: string, before: readonly Score[]): WeightedPart {
  const { scale } = value;
  const ends = scale === 'percentile' ? null : record(scale, `${at}.scale`);
  return {
    of: quantity(value.of, `${at}.of`, before),
    weight: number(value.weight, `${at}.weight`, 0, 1e9),
    scale: ends
      ? { from: number(ends.from, `${at}.scale.from`), to: number(ends.to, `${at}.scale.to`) }
      : 'percentile',
  };
}

const conditions = [
  'share', 'top_count', 'top_share', 'percentile', 'computed', 'number', 'text', 'all', 'any',
] as const; // prettier-ignore

function readCondition(unread: unknown, at: string, scores: readonly Score[], depth: number): Condition {
  const value = record(unread, at);
  const kind = oneOf(value.kind, conditions, `${at}.kind`);
  if (kind === 'text') return { kind, ...readTest(value, at) };
  if (kind === 'all' || kind === 'any') {
    if (depth >= most.depth) throw new NotAllowed(at);
    const part = (item: unknown, place: string): Condition => readCondition(item, place, scores, depth + 1);
    return { kind, parts: list(value.parts, `${at}.parts`, most.parts, part) };
  }
  const of = quantity(value.of, `${at}.of`, scores);
  const within =
    value.within === undefined
      ? {}
      : { within: readTest(record(value.within, `${at}.within`), `${at}.within`) };
  switch (kind) {
    case 'share': {
      const cut = whole(value.cut, `${at}.cut`, 0, 10_000);
      return { kind, of, cut, crossing: oneOf(value.crossing, ['better', 'worse'], `${at}.crossing`) };
    }
    case 'top_count':
      return { kind, of, count: whole(value.count, `${at}.count`, 0, 1e9), ...within };
    case 'top_share': {
      const basisPoints = whole(value.basisPoints, `${at}.basisPoints`, 0, 10_000);
      return {
        kind,
        of,
        basisPoints,
        rounding: oneOf(value.rounding, ['up', 'down'], `${at}.rounding`),
        ...within,
      };
    }
    case 'percentile':
      return { kind, of, atLeast: number(value.atLeast, `${at}.atLeast`, 0, 100) };
    case 'computed':
      return { kind, of, point: oneOf(value.point, ['pareto', 'submarginal'], `${at}.point`) };
    case 'number': {
      const is = oneOf(value.is, ['gte', 'gt', 'lte', 'lt', 'eq'] as const, `${at}.is`);
      const than = value.than === 'silence_days' ? value.than : number(value.than, `${at}.than`);
      return { kind, of, is, than };
    }
  }
}

function readTest(value: Unread, at: string): TextTest {
  const { field } = value;
  const known = (roleIds as readonly unknown[]).includes(field);
  if (!known && !(typeof field === 'string' && /^attribute_\d{1,4}$/.test(field)))
    throw new NotAllowed(`${at}.field`);
  return {
    field: field as TextId,
    values: list(value.values, `${at}.values`, most.texts, text),
    ...(value.anyOther === undefined
      ? {}
      : { anyOther: oneOf(value.anyOther, [true, false], `${at}.anyOther`) }),
  };
}
