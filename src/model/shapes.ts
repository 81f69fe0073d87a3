import type { Role } from '../base/role.ts';
import type { Shape, SourceColumn } from '../ingest/types.ts';
import type { ExportId } from './exports.ts';
import { headerWords } from './headers.ts';
import { isUnique } from './values.ts';

/**
 * Why a file was taken for its shape. `order_lines`: order ids come again; `orders`: every order id once;
 * `transactions`: dated amounts without order ids; `undated`: customers come again, without dates; `one_per_customer`;
 * `period_columns`: one column per year, quarter or month; `attributes_only`: customers without sales; `answers`: survey
 * answers; `contact_log`; `tickets`; `due_dates`: receivables; `exposures`: campaign and group; `unsure`: no customer.
 */
export const shapeReasons = [
  'order_lines', 'orders', 'transactions', 'undated', 'one_per_customer', 'period_columns', 'attributes_only', 'answers', 'contact_log', 'tickets',
  'due_dates', 'exposures', 'unsure',
] as const; // prettier-ignore

export type ShapeWhy = (typeof shapeReasons)[number];

export interface ShapeGuess {
  readonly shape: Shape;
  readonly why: ShapeWhy;
}

/** What the columns of a file are taken for so far. */
export interface Mapped {
  readonly columns: readonly SourceColumn[];
  /** Position of the column with a role, or -1. */
  at(role: Role): number;
  readonly known: ExportId | null;
  /** Number of period columns. */
  readonly periods: number;
  /** Whether a column's name says that it is a balance owed; a plain `balance` may be any. */
  readonly receivable: 'surely' | 'perhaps' | 'no';
  /** Whether a column that nothing is known of holds what looks like money. */
  readonly unknownMoney: boolean;
}

const answers: readonly Role[] = ['satisfaction', 'recommend', 'repurchase_prob', 'expectation', 'loyalty'];
const attributes: readonly Role[] = [
  'industry', 'size', 'region', 'member_level', 'customer_type', 'lifecycle', 'account_manager', 'cooperation', 'potential', 'birthday', 'contact_date', 'tenure', 'channel',
]; // prettier-ignore
const due: readonly Role[] = ['due_date', 'paid_date', 'paid_amount', 'overdue_days', 'credit_limit'];
const exposure: readonly Role[] = ['campaign', 'group', 'exposed_at', 'outcome'];
const ticketWords =
  /工单|投诉单|投诉内容|投诉类型|问题类型|报障|\b(?:ticket|case|incident)s? (?:id|no|number|status|type|category|subject)\b|\bissue type\b|\bcomplaint\b|\bhelpdesk\b/;

/** Which kind of table a file is: what it lists (sales or something about customers) by its roles, and one row of what. */
export function shapeOf(mapped: Mapped): ShapeGuess {
  const { columns, at, known, periods } = mapped;
  const has = (role: Role): boolean => at(role) >= 0;
  const count = (roles: readonly Role[]): number => roles.filter(has).length;
  const customer = has('customer_id') ? at('customer_id') : at('customer_name');
  const evidence = columns[customer]?.evidence;
  const unique = evidence !== undefined && isUnique(evidence);
  const product = has('product') || has('quantity') || has('unit_price');
  const sale = has('amount') || (has('quantity') && has('unit_price'));
  const isTicket = columns.some(({ header }) => ticketWords.test(headerWords(header).words.join(' ')));

  if (periods > 0 && !has('order_date') && !has('order_id'))
    return { shape: 'periods', why: 'period_columns' };
  if (known === 'wjx' || known === 'surveymonkey') return { shape: 'survey', why: 'answers' };
  if (customer < 0) return { shape: 'lines', why: 'unsure' };
  const owed = count(due) + (mapped.receivable === 'no' ? 0 : 1);
  if (owed >= 2 && !product) return { shape: 'receivables', why: 'due_dates' };
  if (mapped.receivable === 'surely' && !sale && !product) return { shape: 'receivables', why: 'due_dates' };
  if (isTicket && !product && !has('amount')) return { shape: 'tickets', why: 'tickets' };
  if (!sale) {
    if (has('exposed_at') || (count(exposure) >= 2 && !product))
      return { shape: 'exposures', why: 'exposures' };
    if (isLog(mapped, unique)) return { shape: 'contacts', why: 'contact_log' };
    const said = count(answers);
    // One row a customer, as much a description as an answer, is a list of customers: a survey has no member levels.
    const mostly = unique && !has('order_date') ? said > count(attributes) : said >= count(attributes);
    if (said > 0 && !product && (mostly || (has('order_date') && !unique)))
      return { shape: 'survey', why: 'answers' };
    const orders = has('order_id') || (has('order_date') && !unique) || product;
    const described =
      count(attributes) + said > 0 || has('status') || (has('customer_id') && has('customer_name'));
    if (!orders && described && !mapped.unknownMoney) return { shape: 'profile', why: 'attributes_only' };
    return { shape: 'lines', why: 'unsure' };
  }
  if (has('order_id')) {
    const ids = columns[at('order_id')]!.evidence;
    return { shape: 'lines', why: isUnique(ids) ? 'orders' : 'order_lines' };
  }
  if (has('order_date')) return { shape: 'lines', why: 'transactions' };
  return unique ? { shape: 'customers', why: 'one_per_customer' } : { shape: 'lines', why: 'undated' };
}

/** A log of contacts names what each was for, or has several rows a customer; a list of customers has their last one. */
function isLog({ at }: Mapped, unique: boolean): boolean {
  // What has a currency or pieces is a sale, or a payment.
  if (at('currency') >= 0 || at('quantity') >= 0) return false;
  const told = at('contact_direction') >= 0 || at('contact_purpose') >= 0;
  const day = at('contact_date') >= 0;
  const own: readonly Role[] = ['industry', 'size', 'region', 'member_level', 'customer_type', 'lifecycle'];
  const described = own.filter((role) => at(role) >= 0).length;
  if (told && (day || at('order_date') >= 0)) return !unique || described < 2;
  return day && !unique && described === 0;
}
