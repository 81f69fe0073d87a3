import type { Role } from '../../base/role.ts';

/**
 * Numbers that can be known of a customer, under the scope in force. Definitions in README.md of this folder; the
 * unit of each in `metricUnits`.
 */
export const metricIds = [
  // of the customer rollup, without further SQL
  'value', 'value_share', 'orders', 'average_order', 'recency_days', 'tenure_days', 'growth', 'growth_rate', 'potential',
  // of the rows in scope
  'amount', 'profit', 'margin', 'quantity', 'categories', 'products', 'returns_rate',
  // of the days in scope
  'usual_gap', 'order_days', 'active_months', 'cv', 'periods', 'trend',
  'year_value', 'year_growth_1', 'year_growth_2', 'year_cagr', 'repurchase_rate',
  // answers and grades: satisfaction 1-5, recommend 1-3, repurchase 0-1, cooperation and loyalty 1-5, influence 0-100
  'satisfaction', 'recommend', 'repurchase', 'repurchase_or_rate', 'cooperation', 'loyalty', 'influence', 'size', 'standing', 'innovation',
  // of the contact log
  'contacts', 'contacts_in', 'contacts_out', 'followups', 'outbound_quarters', 'proposals', 'joint',
  // of receivables, tickets and flags
  'overdue_days', 'overdue_share', 'limit_use', 'outstanding', 'complaints', 'flags', 'industry_growth',
] as const; // prettier-ignore
export type MetricId = (typeof metricIds)[number];

/**
 * How a number is to be written. All are in the units that people say them in, so that a rule compares with what was
 * typed: `measure` (of the scope) and `money` are units, not ten-thousandths; a share of 0.1 is 10 %.
 */
export type MetricUnit = 'measure' | 'money' | 'count' | 'days' | 'share' | 'number' | 'score';

/** A text known of a customer: a role that is a dimension of `lines` or a column of `customers` (`attribute_0` …). */
export type TextId = Role | `attribute_${number}`;

/** Choices inside definitions; a scheme or lens that uses the metric says which it takes. */
export interface MetricOptions {
  /**
   * Which words satisfaction is answered with: 很满意 比较满意 满意 不满意 很不满意, or the scale with a neutral 一般; `auto` =
   * as the answers show (satisfactionScale).
   */
  readonly satisfaction: 'auto' | 'three_positive' | 'with_neutral';
  /** Equal periods over which the coefficient of variation is taken. */
  readonly cvPeriod: 'month' | 'quarter';
  /** Where the window of cv begins: in the period of the customer's first purchase, or with the data. */
  readonly cvFrom: 'first_purchase' | 'data';
  /** What the years' growth is measured by. */
  readonly volume: 'measure' | 'amount' | 'quantity' | 'profit';
  /** Whether the last year counts although its December 31 is not reached. */
  readonly partialYear: 'exclude' | 'include';
  /** Days after a sale in which an outbound contact is a follow-up. */
  readonly followupDays: number;
}

export const defaultMetricOptions: MetricOptions = {
  satisfaction: 'auto',
  cvPeriod: 'month',
  cvFrom: 'first_purchase',
  volume: 'measure',
  partialYear: 'exclude',
  followupDays: 30,
};

/** Texts of customers by code; code -1 = none. */
export interface TextValues {
  readonly codes: Int32Array;
  /** Different texts, most frequent first. */
  readonly values: readonly string[];
}

/** What a set of schemes or a lens asks for. */
export interface MetricNeeds {
  readonly numbers: readonly MetricId[];
  readonly texts: readonly TextId[];
  readonly options: MetricOptions;
  /** Whether the suggested silence is needed although the user chose none. */
  readonly silence: boolean;
}

/** Metrics of all customers of a frame; position = rank in its customer table. */
export interface Metrics {
  readonly n: number;
  /** NaN = unknown of this customer. Throws for a metric that was not asked for. */
  number(id: MetricId): Float64Array;
  text(id: TextId): TextValues;
  /** Whether the open files have what the metric or text needs at all. */
  has(id: MetricId | TextId): boolean;
  /** Days of silence after which a customer is lost: the setting, else as suggested by the gaps; null = no gap known. */
  readonly silenceDays: number | null;
}
