import type { Lang } from '../../i18n/lang.ts';
import type { Model } from '../model.ts';
import type { MetricId, MetricOptions, TextId } from '../metrics/types.ts';
import type { Setting } from '../setting.ts';

/** A number a rule looks at: a metric, or a score that the scheme itself makes (`score:r`). */
export type Quantity = MetricId | `score:${string}`;

/** A number that a rule compares with: typed, or the silence rule in force. */
export type Threshold = number | 'silence_days';

/**
 * A condition on one customer. Three-valued: true, false, or unknown where the file or the customer's row lacks what it
 * looks at. `all` is false if any part is false, else unknown if any is; `any` is true if any part is true, else
 * unknown if any is.
 * - share: among those who, from the largest value of the quantity on, bring `cut` basis points of its total. Ties go together to the better side; `crossing` as in stats/tiers.
 * - top_count, top_share: among the best `count`, or the best `basisPoints` of those counted (rounded up or down), by a
 *   quantity; with `within`, only customers with such a text are counted and the others are false. Customers equal to
 *   the last one are in. 11 customers, 20 %, up = 3.
 * - percentile: percentile rank 100 · (number below + half of those equal) / n of known, at least.
 * - computed: `pareto` = up to the point of the curve nearest to (0, 1), or to the break-even customer where that is
 *   fewer; `submarginal` = up to the point nearest to (the other of the two, 1) (Ultsch & Lötsch 2015, discrete form).
 * - text: one of these texts, blanks, case and traditional forms aside; `anyOther` = a text that is none of these.
 */
export type Condition =
  | { readonly kind: 'share'; readonly of: Quantity; readonly cut: number; readonly crossing: 'better' | 'worse' }
  | { readonly kind: 'top_count'; readonly of: Quantity; readonly count: number; readonly within?: TextTest }
  | { readonly kind: 'top_share'; readonly of: Quantity; readonly basisPoints: number; readonly rounding: 'up' | 'down'; readonly within?: TextTest }
  | { readonly kind: 'percentile'; readonly of: Quantity; readonly atLeast: number }
  | { readonly kind: 'computed'; readonly of: Quantity; readonly point: 'pareto' | 'submarginal' }
  | { readonly kind: 'number'; readonly of: Quantity; readonly is: 'gte' | 'gt' | 'lte' | 'lt' | 'eq'; readonly than: Threshold }
  | ({ readonly kind: 'text' } & TextTest)
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Condition[] }; // prettier-ignore

export interface TextTest {
  readonly field: TextId;
  readonly values: readonly string[];
  /** Turned round: true for a text that is none of `values`. */
  readonly anyOther?: boolean;
}

/**
 * A number that a scheme makes of metrics before its rules look.
 * - bins: 1 to cuts.length + 1; score = 1 + number of cuts below x (x > cut), so equal values have equal scores;
 *   `best: 'low'` turns it round. `quantiles`: cuts at these type-7 quantiles of the known values of the population
 *   (ascending). `bands`: score k for x >= bands[k-2] (lower edges of score 2 on; best: 'low' reverses).
 * - weighted: 0 to 100; each part becomes 0 to 100 by percentile rank among the known of the population, or linearly
 *   between `from` (0) and `to` (100), clipped; weights of parts unknown for a customer are spread over the others;
 *   NaN when nothing is known.
 * - table: class of the cell that the axes' levels (1 …) point at; axes in row-major order of `classes`.
 */
export type Score =
  | { readonly id: string; readonly kind: 'bins'; readonly of: MetricId; readonly best: 'high' | 'low'; readonly cuts: BinCuts }
  | { readonly id: string; readonly kind: 'weighted'; readonly parts: readonly WeightedPart[] }
  | { readonly id: string; readonly kind: 'table'; readonly axes: readonly TableAxis[]; readonly classes: readonly number[] }; // prettier-ignore

export type BinCuts =
  | { readonly kind: 'quantiles'; readonly at: readonly number[] }
  | { readonly kind: 'values'; readonly values: readonly number[] }
  | { readonly kind: 'bands'; readonly edges: readonly number[] }
  /** Ward's natural breaks of the data: `bins` groups with the smallest sum of squared deviations of ranks or logs. */
  | { readonly kind: 'suggested'; readonly bins: number }; // prettier-ignore

export interface WeightedPart {
  readonly of: Quantity;
  readonly weight: number;
  readonly scale: 'percentile' | { readonly from: number; readonly to: number };
}

export interface TableAxis {
  readonly of: MetricId;
  /** Lower edges of level 2 on, ascending: level = 1 + number of edges at or below x. */
  readonly edges: readonly number[];
}

export interface SchemeTier {
  /** Part of public names (`tiers.<id>.customers`). */
  readonly id: string;
  /** The user's own name; null = the preset's word for the id, else the id. */
  readonly name: string | null;
  readonly when: Condition;
}

/** What a scheme comes down to: the first tier whose condition is true takes the customer, `rest` whoever is left. */
export interface Rules {
  /** Who is placed: customers on the curve, those with an order, or everyone; the others have no tier. */
  readonly population: 'ranked' | 'buyers' | 'all';
  readonly scores: readonly Score[];
  readonly tiers: readonly SchemeTier[];
  readonly rest: Omit<SchemeTier, 'when'>;
  readonly options: MetricOptions;
}

export type SettingValue = string | number | boolean | null | readonly number[] | readonly string[];
export type Settings = Readonly<Record<string, SettingValue>>;

export const schemeVersion = 1;

/** A named way of putting customers into tiers; part of the document. */
export interface Scheme {
  /** A preset's id for the scheme of that preset itself, else made by the page (`own1` …). */
  readonly id: string;
  readonly version: typeof schemeVersion;
  readonly preset: string;
  /** null = the preset's title. */
  readonly name: string | null;
  /** Settings of the preset that differ from its defaults. */
  readonly settings: Settings;
  /** Rules of the user's own; null = as the preset makes them from the settings. */
  readonly rules: Rules | null;
  /** Tiers set by hand, by customer id; never part of a link. */
  readonly overrides: Readonly<Record<string, { readonly tier: string; readonly reason: string }>>;
}

/** Words of a preset in one language. */
export interface PresetWords {
  readonly title: string;
  /** The rule as its source states it, in a sentence. */
  readonly rule: string;
  /** By tier id, the rest included. */
  readonly tiers: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, { readonly label: string; readonly definition: string; readonly options?: Readonly<Record<string, string>>; /** Names of the single numbers of a list. */ readonly items?: readonly string[] }>>;
  /** By score id. */
  readonly scores: Readonly<Record<string, string>>;
  /** By shortcut id. */
  readonly shortcuts?: Readonly<Record<string, string>>;
} // prettier-ignore

export interface Preset {
  readonly id: string;
  /** Place in the list. */
  readonly order: number;
  /** By field name; the link key of field f is `<id>.<f>`. */
  readonly settings: Readonly<Record<string, Setting<SettingValue>>>;
  /** Named sets of settings, such as the conventions 80/95 and 70/90; the one in force is the one that they equal. */
  readonly shortcuts?: Readonly<Record<string, Settings>>;
  /** Missing or wrong settings have been replaced by defaults before this is called. */
  rules(settings: Settings, model: Model): Rules;
  readonly strings: Readonly<Record<Lang, PresetWords>>;
}

/** All schemes of the document, and the one that tiers everywhere are read from. */
export interface SchemeBook {
  readonly active: string;
  /** One for every preset, then the user's own. */
  readonly schemes: readonly Scheme[];
  /** The silence rule of the document; null = as the data suggest. */
  readonly silenceDays: number | null;
}

export type Truth = true | false | null;

/** What a condition found for one customer. */
export interface Report {
  readonly condition: Condition;
  readonly holds: Truth;
  /** What the customer has; null = unknown. */
  readonly actual: number | string | null;
  /** What the condition resolves to on these data: a number for every kind but text; null where undefined. */
  readonly wanted: number | null;
  /** actual - wanted in the quantity's unit; percentage points for share and percentile; null where not a number. */
  readonly by: number | null;
  /** The cut is a value of the quantity that was found elsewhere (`Cuts`), so actual and wanted are such values. */
  readonly kept?: true;
  readonly parts: readonly Report[];
}

/** Why a customer is in a tier, and why not in the one above. */
export interface Explanation {
  /** Position in `tiers`; -1 = not placed. */
  readonly tier: number;
  /** The rule that took the customer; null for the rest and for tiers set by hand. */
  readonly because: Report | null;
  /** The next better rule, which did not; null for the best tier. */
  readonly notAbove: Report | null;
  readonly override: { readonly reason: string } | null;
}

/** A part of a weighted score, for one customer. */
export interface ScorePart {
  readonly of: Quantity;
  /** As the rules have it, not below zero. */
  readonly weight: number;
  /** In the quantity's unit; null = unknown, so that the part is left out and its weight spread over the others. */
  readonly actual: number | null;
  /** 0 to 100; null = unknown. */
  readonly points: number | null;
  /** Points of the score that come from this part, which sum to the score; null where it is left out or weighs nothing. */
  readonly adds: number | null;
}

/** A tier of a scheme on the data. */
export interface SchemeTierStats {
  readonly id: string;
  readonly name: string | null;
  readonly customers: number;
  /** Ten-thousandths. */
  readonly value: number;
  /** Of all placed; null when nobody is placed, or the total of their values is zero or less. */
  readonly shareCustomers: number | null;
  readonly shareValue: number | null;
  /** Smallest value in the tier, ten-thousandths; null when empty. */
  readonly cut: number | null;
  /** Customers on either side within one point of the tier's rule (README of this folder says of what); null = none applies. */
  readonly near: number | null;
  /** Customers who are in only because they equal the last one. */
  readonly tied: number;
  /** Customers for whom the rule holds as well, but whom an earlier rule took. */
  readonly shadowed: number;
  /** Customers of whom it is not known whether the rule holds, and whom no earlier rule took. */
  readonly unknown: number;
  /** Set by hand into this tier. */
  readonly byHand: number;
}

/** A scheme applied to the customers of a frame. */
export interface Tiering {
  readonly scheme: Scheme;
  readonly rules: Rules;
  /** Best first; the last is the rest. */
  readonly tiers: readonly SchemeTierStats[];
  /** Position in `tiers` of the customer at a rank; -1 = not placed. */
  of(rank: number): number;
  /** Customers placed. */
  readonly placed: number;
  /** Metrics and texts that the rules look at and the files do not have. */
  readonly missing: readonly (MetricId | TextId)[];
  /** Values of the scheme's scores by id; NaN = unknown. */
  score(id: string): Float64Array;
  explain(rank: number): Explanation;
  /** The parts of a weighted score of the customer at a rank, in their order; none for scores of other kinds. */
  scoreParts?(id: string, rank: number): readonly ScorePart[];
  /** Cut values found on these data, so that another period can be placed by the same. */
  readonly cuts: Cuts;
}

/** Resolved cuts by the place of the condition (`0`, `1.parts.0`) or score (`score:f`); values of the quantity. */
export type Cuts = Readonly<Record<string, number | null | readonly number[]>>;
