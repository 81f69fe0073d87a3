import type { PreviewRow, SourceColumn } from '../ingest/types.ts';
import { headerWords } from './headers.ts';
import type { Match } from './match.ts';
import { receivableWords } from './synonyms.ts';
import { filled } from './values.ts';

/**
 * What a money column holds. `paid`: what the buyer pays or paid; `list`: before discounts; `with_tax`, `without_tax`;
 * `order_total`: of the whole order; `line_total`: of the row; `sales`: a plain name (amount, 金额); `unit_price`; the
 * rest are never sales: `refund`, `discount`, `tax`, `shipping`, `cost`, `profit`, `receivable`, `other`.
 */
export const amountKinds = [
  'paid', 'list', 'with_tax', 'without_tax', 'order_total', 'line_total', 'sales', 'unit_price', 'refund', 'discount', 'tax', 'shipping', 'cost',
  'profit', 'receivable', 'other',
] as const; // prettier-ignore

export type AmountKind = (typeof amountKinds)[number];

/** Why the amount is what it is; the others stay one choice away. */
export const amountReasons = [
  'only', 'paid_over_list', 'with_tax_over_without', 'line_over_order_total', 'order_total_once', 'price_times_quantity', 'best_name', 'by_values',
  'periods', 'none',
] as const; // prettier-ignore

export type AmountWhy = (typeof amountReasons)[number];

export interface AmountColumn {
  readonly index: number;
  readonly kind: AmountKind;
  /** True when its name may speak of a whole order, so that it must not be summed over the order's rows unseen. */
  readonly perOrder: boolean;
}

export interface AmountsGuess {
  /** Every column of money, in order. */
  readonly columns: readonly AmountColumn[];
  /** Position of the column taken as the amount; null = price times quantity, period columns, or none. */
  readonly taken: number | null;
  readonly why: AmountWhy;
}

const receivable = new Set(receivableWords.map((word) => headerWords(word).compact));

/** By the compact name; the first that holds. */
// prettier-ignore
const kinds: readonly (readonly [pattern: RegExp, kind: AmountKind])[] = [
  [/退款|退货|refund|^returns?(?:amount|value)?$/, 'refund'],
  [/不含税|无税|未税|税前|excl|extax|pretax|beforetax|netvalue|netwr|untaxed|exvat/, 'without_tax'],
  [/价税合计|含税|incl|inctax|withtax|allamount/, 'with_tax'],
  [/税额|税金|tax(?:es|amount)?$|vat(?:amount)?$/, 'tax'],
  [/优惠|折扣|折让|抵扣|折抵|券|discount|coupon/, 'discount'],
  [/运费|邮费|shipping|freight|^postage|手续费|佣金|服务费|fee$|commission/, 'shipping'],
  [/利润|毛利|净利|profit|margin/, 'profit'],
  [/成本|进价|cost$|cogs/, 'cost'],
  [/annual|年营业|年收入|注册资本|limit|额度|budget|预算|目标|target|回款|已收|余额支付|积分/, 'other'],
  [/单价|售价|京东价|成交价$|(?<!total|extended|ext)price$|priceeach/, 'unit_price'],
  [/实付|实收|实际支付|实际成交|总支付|支付金额|付款金额|应付金额|结算金额|paid|payment|received|actual/, 'paid'],
  [/原价|标价|吊牌|应付货款|商品金额|商品总价|货品总价|货款|listprice|subtotal|gross(?:sales|amount)|lineitemprice/, 'list'],
  [/linetotal|lineamount|extendedprice|extprice|extamount|extamt|itemtotal|小计/, 'line_total'],
  [/订单.*(?:金额|额|价)|总金额|总额|总价|合计|ordertotal|orderamount|ordervalue|grandtotal|invoice(?:total|amount)|^total(?:amount|price)?$/, 'order_total'],
];

/** What kind of amount a column is by its name alone; `sales` where the name says no more. */
export function kindOf(header: string): AmountKind {
  const { compact } = headerWords(header);
  if (receivable.has(compact)) return 'receivable';
  return kinds.find(([pattern]) => pattern.test(compact))?.[1] ?? 'sales';
}

const perOrder =
  /订单|总|实付|实收|支付|应付|付款|结算|合计|order|total|paid|payment|invoice|checkout|charged/;
const perLine = /小计|商品|货品|单品|明细|line|item|product/;

/** Whether a column's name can be that of an order's total; rows of one order then repeat it, or leave it blank. */
export function mayBePerOrder(header: string): boolean {
  const { compact } = headerWords(header);
  return perOrder.test(compact) && !perLine.test(compact);
}

/** How a money column stands on the rows of one order: the same on each, only on the first, or different. */
export type Level = 'same' | 'first' | 'varies' | 'unknown';

/** Level of a column over the orders of the preview that have several rows. */
export function levelOf(rows: readonly PreviewRow[], order: number, column: number): Level {
  const orders = new Map<string, string[]>();
  for (const { cells } of rows) {
    const id = (cells[order] ?? '').trim();
    if (id === '') continue;
    const amounts = orders.get(id);
    if (amounts) amounts.push((cells[column] ?? '').trim());
    else orders.set(id, [(cells[column] ?? '').trim()]);
  }
  const repeated = [...orders.values()].filter((amounts) => amounts.length > 1);
  if (repeated.length === 0) return 'unknown';
  if (repeated.every(([first, ...more]) => first !== '' && more.every((amount) => amount === '')))
    return 'first';
  return repeated.every((amounts) => amounts.every((amount) => amount === amounts[0])) ? 'same' : 'varies';
}

/**
 * Smaller is taken first. What was paid is nearest to what a customer is worth; tax is part of what was paid and most
 * exports hold nothing else, so amounts with tax come before those without; listed amounts were never received.
 */
const preference: Readonly<Partial<Record<AmountKind, number>>> = {
  paid: 0, line_total: 1, with_tax: 1, sales: 2, order_total: 2, without_tax: 3, list: 4, receivable: 6,
}; // prettier-ignore

export interface AmountChoice {
  readonly match: Match;
  readonly why: AmountWhy;
}

/**
 * Chooses among the columns whose name may say amount: paid over listed, with tax over without; where the rows of one
 * order are several, what differs between them over the total that is repeated.
 */
export function chooseAmount(
  columns: readonly SourceColumn[],
  candidates: readonly Match[],
  level: (index: number) => Level,
): AmountChoice | null {
  const kind = (match: Match): AmountKind => kindOf(columns[match.index]!.header);
  const usable = candidates.filter((match) => {
    const { evidence } = columns[match.index]!;
    return match.exact || evidence.sampled < 5 || filled(evidence) > 0;
  });
  const ordered = [...usable].sort(
    (a, b) => rank(kind(a), columns[a.index]!) - rank(kind(b), columns[b.index]!) || b.score - a.score,
  );
  const best = ordered[0];
  if (!best) return null;
  const kinds = new Set(ordered.map(kind));
  const byLine = ordered.find((match) => level(match.index) === 'varies' && kind(match) !== 'list');
  const repeats = ['same', 'first'].includes(level(best.index)) && mayBePerOrder(columns[best.index]!.header);
  if (repeats && byLine) return { match: byLine, why: 'line_over_order_total' };
  const repeated = ordered.some((match) => ['same', 'first'].includes(level(match.index)));
  if (best === byLine && repeated) return { match: best, why: 'line_over_order_total' };
  if (ordered.length === 1) return { match: best, why: repeats ? 'order_total_once' : 'only' };
  if (kind(best) === 'paid' && kinds.size > 1) return { match: best, why: 'paid_over_list' };
  if (kind(best) === 'with_tax' && kinds.has('without_tax'))
    return { match: best, why: 'with_tax_over_without' };
  return { match: best, why: repeats ? 'order_total_once' : 'best_name' };
}

/** Kinds of money that could be taken for sales. */
const isSalesMoney = (kind: AmountKind): boolean => kind !== 'unit_price' && (preference[kind] ?? 6) < 6;

/** The reason in sight of every column of money: one is not the only one beside others whose names say less. */
export function reasonAmong(why: AmountWhy, columns: readonly AmountColumn[], taken: number): AmountWhy {
  if (why !== 'only') return why;
  const others = columns.filter(({ index, kind }) => index !== taken && isSalesMoney(kind));
  const kind = columns.find(({ index }) => index === taken)?.kind;
  if (others.length === 0) return 'only';
  if (kind === 'paid' && others.some((other) => other.kind === 'list')) return 'paid_over_list';
  if (kind === 'with_tax' && others.some((other) => other.kind === 'without_tax'))
    return 'with_tax_over_without';
  return 'best_name';
}

/** An empty column is no choice while another is filled. */
const rank = (kind: AmountKind, { evidence }: SourceColumn): number =>
  (preference[kind] ?? 5) + (evidence.sampled >= 5 && filled(evidence) < 0.05 * evidence.sampled ? 10 : 0);
