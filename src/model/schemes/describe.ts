import type { Format } from '../../format/format.ts';
import type { SchemeWords } from '../../i18n/schemes.ts';
import { metricIds, type MetricId, type MetricUnit, type TextId } from '../metrics/types.ts';
import type { Check } from './check.ts';
import type { Condition, Explanation, Quantity, Report, TextTest } from './types.ts';

/** What things are called on the page. */
export interface Names {
  /** The measure in force for `value`; scores by their own names. */
  quantity(of: Quantity): string;
  unit(of: Quantity): MetricUnit;
  text(field: TextId): string;
  /** Whether the open files do not have it at all. */
  missing?(id: MetricId | TextId): boolean;
  /** Why a quantity is unknown of the customer at hand, where that can be said ("no sales in 2023"). */
  why?(of: Quantity): string | null;
}

/** What it takes to put a rule into words. */
export interface Telling {
  readonly words: SchemeWords;
  readonly names: Names;
  readonly format: Format;
  /** The silence rule in force. */
  readonly silenceDays?: number | null;
}

const signs: Readonly<Record<MetricUnit, (format: Format, x: number, digits: number) => string>> = {
  measure: (format, x, digits) => (digits > 1 ? format.moneyFull(x) : format.money(x)),
  money: (format, x, digits) => (digits > 1 ? format.moneyFull(x) : format.money(x)),
  count: (format, x, digits) => (Number.isInteger(x) ? format.integer(x) : format.decimal(x, digits)),
  days: (format, x) => format.days(x),
  share: (format, x, digits) => format.percent(x, digits),
  number: (format, x, digits) => format.decimal(x, digits + 1),
  score: (format, x, digits) => (Number.isInteger(x) ? format.integer(x) : format.decimal(x, digits)),
};

/** Writes numbers that stand beside each other with as many decimals as it takes to tell them apart. */
function apart(write: (x: number, digits: number) => string, values: readonly number[]): readonly string[] {
  const different = new Set(values).size;
  for (let digits = 1; digits < 4; digits++) {
    const texts = values.map((x) => write(x, digits));
    if (new Set(texts).size === different) return texts;
  }
  return values.map((x) => write(x, 4));
}

const written = ({ format, names }: Telling, of: Quantity, values: readonly number[]): readonly string[] =>
  apart((x, digits) => signs[names.unit(of)](format, x, digits), values);

/** A number of a quantity as it is told of one customer. */
export const quantityText = (of: Quantity, x: number, telling: Telling): string =>
  written(telling, of, [x])[0]!;

const leastPoints = 0.001;

/** Percentage points; a trace is a bound and not 0. */
const points = (format: Format, difference: number): string =>
  difference > 0 && difference < leastPoints / 2
    ? `<${format.points(leastPoints)}`
    : format.points(difference);

/** A difference in the quantity's unit, without sign; shares in percentage points. */
function difference(telling: Telling, of: Quantity, by: number): string {
  const { format, names } = telling;
  const size = Math.abs(by);
  return names.unit(of) === 'share' ? points(format, size) : written(telling, of, [size, 0])[0]!;
}

/** A condition in words, to stand as one line of a rule. */
export function describeCondition(condition: Condition, telling: Telling): string {
  const { words, names, format } = telling;
  const grouped = (part: Condition): string => {
    const text = describeCondition(part, telling);
    return part.kind === 'all' || part.kind === 'any' ? words.group(text) : text;
  };
  const among = (text: string, test: TextTest | undefined): string =>
    test ? words.among(text, describeTest(test, telling)) : text;
  switch (condition.kind) {
    case 'all':
      return words.and(condition.parts.map(grouped));
    case 'any':
      return words.or(condition.parts.map(grouped));
    case 'text':
      return describeTest(condition, telling);
    case 'share':
      return words.share(names.quantity(condition.of), format.percentShort(condition.cut / 10_000), condition.crossing); // prettier-ignore
    case 'top_count':
      return among(words.topCount(names.quantity(condition.of), format.integer(condition.count)), condition.within); // prettier-ignore
    case 'top_share': {
      const share = format.percentShort(condition.basisPoints / 10_000);
      return among(words.topShare(names.quantity(condition.of), share, condition.rounding), condition.within);
    }
    case 'percentile':
      return words.percentile(names.quantity(condition.of), format.compact(condition.atLeast));
    case 'computed':
      return words.computed[condition.point](names.quantity(condition.of));
    case 'number': {
      const { of, is, than } = condition;
      return words.number[is](names.quantity(of), typeof than === 'number' ? written(telling, of, [than])[0]! : silenceText(telling)); // prettier-ignore
    }
  }
}

const silenceText = ({ words, format, silenceDays = null }: Telling): string =>
  words.silence(silenceDays === null ? null : format.days(silenceDays));

function describeTest({ field, values, anyOther }: TextTest, { words, names }: Telling): string {
  const name = names.text(field);
  if (values.length === 0) return words.noTexts(name);
  return (anyOther ? words.anyOther : words.text)(name, words.or(values));
}

/**
 * What a condition found for a customer, with the difference that decided. Of several parts those are told that settle
 * the matter: all that failed or are unknown where `all` does not hold, those that hold where `any` does.
 */
export function describeReport(report: Report, telling: Telling): string {
  const { condition, holds, parts } = report;
  if (isGroup(condition)) {
    const settles = (part: Report): boolean => condition.kind === 'all' ? holds === true || part.holds !== true : holds !== true || part.holds === true; // prettier-ignore
    return telling.words.sentence(parts.filter(settles).map((part) => describeReport(part, telling)));
  }
  if (condition.kind === 'text') return describeText(report, condition, telling);
  if (holds === null) return describeUnknown(report, condition, telling);
  const statement = describeLeaf(report, condition, telling);
  const short = holds ? null : shortfall(report, condition, telling);
  return short === null ? statement : telling.words.difference(statement, short);
}

type Group = Extract<Condition, { kind: 'all' | 'any' }>;
type Numeric = Exclude<Condition, { kind: 'all' | 'any' | 'text' }>;

// A check of both kinds in turn does not tell the compiler that the member with both is gone.
const isGroup = (condition: Condition): condition is Group =>
  condition.kind === 'all' || condition.kind === 'any';

function describeText(report: Report, test: TextTest, { words, names }: Telling): string {
  const name = names.text(test.field);
  if (report.actual === null) return names.missing?.(test.field) ? words.noColumn(name) : words.unknown(name);
  const is = words.isAt(name, String(report.actual));
  if (report.holds || test.values.length === 0) return is;
  const values = words.or(test.values);
  return words.difference(is, test.anyOther ? words.textNeedsOther(values) : words.textNeeds(values));
}

function describeUnknown(report: Report, condition: Numeric, { words, names }: Telling): string {
  const { of } = condition;
  const name = names.quantity(of);
  const missing = (id: MetricId | TextId): boolean => names.missing?.(id) ?? false;
  const test = 'within' in condition ? condition.within : undefined;
  if (!of.startsWith('score:') && missing(of as MetricId)) return words.noColumn(name);
  if (test && missing(test.field)) return words.noColumn(names.text(test.field));
  if (test && report.actual !== null) return words.unknown(names.text(test.field));
  if (condition.kind === 'number' && condition.than === 'silence_days' && report.wanted === null)
    return words.noSilence;
  if (condition.kind === 'share' && report.wanted === null) return words.noTotal(name);
  const why = names.why?.(of) ?? null;
  return why === null ? words.unknown(name) : words.because(words.unknown(name), why);
}

function describeLeaf(report: Report, condition: Numeric, telling: Telling): string {
  const { words, names, format } = telling;
  const { of } = condition;
  const name = names.quantity(of);
  const actual = Number(report.actual);
  const wanted = report.wanted;
  const valueAndCut = (cut: (text: string) => string): string => {
    if (wanted === null) return words.sentence([words.isAt(name, written(telling, of, [actual])[0]!), words.nobodyIn]); // prettier-ignore
    const [is, last] = written(telling, of, [actual, wanted]) as [string, string];
    return words.sentence([words.isAt(name, is), cut(last)]);
  };
  if (report.kept) return valueAndCut(words.keptCut);
  switch (condition.kind) {
    case 'share': {
      const percent = (x: number, digits: number): string => format.percent(x / 100, digits);
      const [is] = apart(percent, [actual, wanted!]);
      const told = condition.crossing === 'better' ? words.shareBefore : words.shareWith;
      return told(name, is!, format.percentShort(condition.cut / 10_000));
    }
    case 'percentile': {
      const [is, cut] = apart((x, digits) => format.decimal(x, digits), [actual, wanted!]) as [
        string,
        string,
      ];
      return words.sentence([words.rankIs(name, is), words.needs.gte(cut)]);
    }
    case 'computed':
      return valueAndCut(words.cutAt);
    case 'number': {
      if (condition.than === 'silence_days')
        return words.sentence([words.isAt(name, format.days(actual)), words.needs[condition.is](format.days(wanted))]); // prettier-ignore
      return valueAndCut(words.needs[condition.is]);
    }
    default:
      return valueAndCut(words.lastIn);
  }
}

/** By how much a condition was missed; null where that is no number. */
function shortfall({ by, kept }: Report, condition: Numeric, telling: Telling): string | null {
  const { words, format } = telling;
  if (by === null || by === 0) return null;
  if (condition.kind === 'share' && !kept) return words.tooFar(points(format, Math.abs(by) / 100));
  if (condition.kind === 'percentile' && !kept) return words.short(points(format, Math.abs(by) / 100));
  const text = difference(telling, condition.of, by);
  return by < 0 ? words.short(text) : words.over(text);
}

/** Why a customer is in the tier, and why not in the one above; null for the best tier. */
export function describeWhy(
  { tier, because, notAbove, override }: Explanation,
  telling: Telling,
): { readonly own: string; readonly above: string | null } {
  const { words } = telling;
  const above = notAbove === null ? null : describeReport(notAbove, telling);
  if (override) return { own: words.byHand(override.reason), above };
  if (tier < 0) return { own: words.notPlaced, above: null };
  return { own: because === null ? words.rest : describeReport(because, telling), above };
}

const isMetric = (id: MetricId | TextId): id is MetricId => (metricIds as readonly string[]).includes(id);

/** A finding of the editor's check in a sentence; `tierName` by position. */
export function describeCheck(
  check: Check,
  tierName: (tier: number) => string,
  rest: string,
  telling: Telling,
): string {
  const { words, names, format } = telling;
  const { checks } = words;
  const count = (n: number): string => words.customers(format.integer(n), format.plural(n, 'one', 'other') === 'one'); // prettier-ignore
  switch (check.code) {
    case 'no_rules':
      return checks.noRules;
    case 'rest_empty':
      return checks.restEmpty(rest);
    case 'rest_all':
      return checks.restAll(rest);
    case 'duplicate_id':
      return checks.duplicateId(check.id);
    case 'missing':
      return checks.missing(isMetric(check.id) ? names.quantity(check.id) : names.text(check.id));
    case 'implied':
      return checks.implied(tierName(check.tier), tierName(check.by));
    case 'never_reached':
      return checks.neverReached(tierName(check.tier));
    case 'nobody':
      return checks.nobody(tierName(check.tier));
    case 'overlap':
      return checks.overlap(tierName(check.tier), count(check.customers), count(check.of));
    case 'tied':
    case 'near':
    case 'unknown':
      return checks[check.code](tierName(check.tier), count(check.customers));
  }
}
