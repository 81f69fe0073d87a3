import type { MergeRule } from '../../base/mergeRule.ts';
import type { ProblemKind, SetAsideReason } from '../../base/problem.ts';
import type { Shape } from '../../base/shape.ts';

/** Ids of model/exports.ts, model/amounts.ts and model/shapes.ts. */
type Export = 'shopify' | 'woocommerce' | 'taobao' | 'alibaba_1688' | 'jd' | 'youzan' | 'shopee' | 'kingdee' | 'yonyou' | 'dingxin' | 'sap' | 'uci' | 'superstore' | 'salesforce' | 'hubspot' | 'zoho' | 'fxiaoke' | 'wjx' | 'surveymonkey' | 'telco' | 'amazon' | 'stripe' | 'paypal'; // prettier-ignore
type AmountKind = 'paid' | 'list' | 'with_tax' | 'without_tax' | 'order_total' | 'line_total' | 'sales' | 'unit_price' | 'refund' | 'discount' | 'tax' | 'shipping' | 'cost' | 'profit' | 'receivable' | 'other'; // prettier-ignore
type AmountWhy = 'only' | 'paid_over_list' | 'with_tax_over_without' | 'line_over_order_total' | 'order_total_once' | 'price_times_quantity' | 'best_name' | 'by_values' | 'periods' | 'none'; // prettier-ignore
type ShapeWhy = 'order_lines' | 'orders' | 'transactions' | 'undated' | 'one_per_customer' | 'period_columns' | 'attributes_only' | 'answers' | 'contact_log' | 'tickets' | 'due_dates' | 'exposures' | 'unsure'; // prettier-ignore

type Choice = 'brackets' | 'impossibleDates' | 'cancelled' | 'refunds' | 'orderTotals' | 'fillDown' | 'duplicateOrders' | 'scale' | 'duplicates' | 'spelling'; // prettier-ignore

/** A group of problems: how many there are, and what is done with them where nothing is to be chosen. */
interface ProblemWords {
  what(n: string, count: number, detail: string): string;
  readonly done: string;
}

/** Rows and the customers on them; languages with plurals ask whether it is one. */
export interface Found {
  readonly rows: string;
  readonly oneRow: boolean;
  readonly customers: string;
  readonly oneCustomer: boolean;
}

/** Words of the import page; one key set for every language. */
export interface ImportWords {
  title(n: string, count: number): string;
  addFiles: string;
  addHint: string;
  remove: string;
  removeTable(name: string): string;
  known(name: string): string;
  remembered: string;
  knownNames: Readonly<Record<Export, string>>;
  part: string;
  partHelp: string;
  partOption(name: string, rows: string | null, hidden: boolean): string;
  wholeFile: string;
  addAll(n: string): string;
  shape: string;
  shapeHelp: string;
  shapes: Readonly<Record<Shape, string>>;
  unlocks: Readonly<Record<Shape, string>>;
  year: string;
  yearHelp: string;
  yearBad: string;
  shapeWhy: Readonly<Record<ShapeWhy, string>>;
  fixed: string;
  broken(n: string, count: number): string;
  mixed(p: { lines: string; encoding: string; first: string }): string;
  marksTitle: string;
  marksText: string;
  marksForm: string;
  marksTotal: string;
  marksCells: string;
  chosen: string;
  datesTitle: string;
  datesCell: string;
  extracted: Readonly<
    Record<
      'formula_error' | 'long_number' | 'nested' | 'merged_cells' | 'no_cached_value',
      (n: string, count: number, places: string) => string
    >
  >;
  amountTaken(header: string): string;
  amountProduct(quantity: string, price: string): string;
  amountReason: Readonly<Record<AmountWhy, string>>;
  amountKind: Readonly<Record<AmountKind, string>>;
  amountOthers: string;
  amountUse(header: string, kind: string): string;
  showProblemRows(n: string): string;
  problemCaption(n: string): string;
  markedCells: string;
  columnsHidden(n: string, count: number): string;
  problems: string;
  problemsText: string;
  examining: string;
  waiting: string;
  none: string;
  lookedAt(p: Found): string;
  effect(
    p: Found & {
      share: string;
      cut: string;
      of: string;
      low: string;
      high: string;
      most: string;
    },
  ): string;
  effectNone(p: Found & { share: string; cut: string; of: string }): string;
  worth(money: string): string;
  ofCustomers(n: string, count: number): string;
  example(record: string): string;
  all(n: string): string;
  fewer: string;
  undo: string;
  undoLong: string;
  undone: string;
  problem: Readonly<Record<ProblemKind, ProblemWords>>;
  /** A choice that is in force while no row is left for it. */
  choiceNames: Readonly<Record<Choice, string>>;
  options: {
    readonly brackets: Readonly<Record<'negative' | 'set_aside', string>>;
    readonly impossibleDates: Readonly<Record<'set_aside' | 'month_end', string>>;
    readonly cancelled: Readonly<Record<'net' | 'set_aside', string>>;
    readonly refunds: Readonly<Record<'subtract' | 'ignore', string>>;
    readonly orderTotals: Readonly<Record<'sum' | 'once', string>>;
    readonly fillDown: Readonly<Record<'no' | 'yes', string>>;
    readonly duplicateOrders: Readonly<Record<'keep' | 'first' | 'sum', string>>;
    readonly scale: Readonly<Record<'1' | '1000' | '10000' | '1000000' | '100000000', string>>;
    readonly duplicates: Readonly<Record<'keep' | 'drop', string>>;
    readonly spelling: Readonly<Record<'apart' | 'merge', string>>;
  };
  status: {
    readonly title: string;
    readonly text: string;
    readonly value: string;
    readonly rows: string;
    readonly amount: string;
    readonly choice: string;
    readonly choiceOf: (value: string) => string;
    readonly blank: string;
    readonly options: Readonly<Record<'use' | 'set_aside' | 'negate', string>>;
  };
  currency: {
    readonly title: string;
    readonly text: string;
    readonly base: string;
    readonly baseHelp: string;
    readonly code: string;
    readonly rows: string;
    readonly rate: string;
    readonly rateOf: (code: string, base: string) => string;
    readonly isBase: string;
    readonly bad: string;
    readonly setAside: string;
    readonly unnamed: (name: string, n: string, count: number) => string;
  };
  merge: {
    readonly title: string;
    readonly text: string;
    readonly rules: Readonly<Record<MergeRule, string>>;
    readonly found: (p: { ids: string; customers: string; oneCustomer: boolean }) => string;
    readonly group: (ids: string) => string;
    readonly skipped: (n: string, count: number) => string;
  };
  together: string;
  ledger: string;
  ledgerSum(p: { records: string; used: string; setAside: string; other: string }): string;
  used: string;
  setAside: string;
  /** Two sentences, the second after the first. */
  sentences(first: string, second: string): string;
  setAsideFor(reason: string): string;
  treatmentOf(what: string): string;
  otherRecords: string;
  reasons: Readonly<Record<SetAsideReason, string>>;
  records: string;
  amongUsed(what: string, n: string): string;
  perFile: string;
  perFileCaption: string;
  table: string;
  afterwards: string;
  use(p: { used: string; data: string }): string;
  useAll(rows: string): string;
  /** The name says text, the bytes another format. */
  disguised(format: string): string;
  unexamined: string;
  /** Rows that wait for a rate, beside the button. */
  needRate(rows: string, one: boolean): string;
  /** A way past the tables for the keyboard. */
  toAccept: string;
  remember: string;
  rememberHelp: string;
  /** Forgets the mappings that are kept. */
  forget(n: string, count: number): string;
  forgotten: string;
  saveMapping: string;
  saveMappingOf(name: string): string;
}
