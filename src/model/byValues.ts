import type { Role } from '../base/role.ts';
import type { SourceColumn } from '../ingest/types.ts';
import { contactOf } from './contacts.ts';
import { headerWords } from './headers.ts';
import { matchesOf } from './match.ts';
import type { Roles } from './roles.ts';
import type { ShapeGuess } from './shapes.ts';
import { customerWords, denied } from './synonyms.ts';
import { customerTongues } from './tongues.ts';
import {
  amountScore,
  customerScore,
  filled,
  isDates,
  isUnique,
  looksLikeNames,
  valuesAllow,
} from './values.ts';

const customerCompact = new Set(
  [...customerWords, ...customerTongues].map((word) => headerWords(word).compact),
);

/** Beside a column 客户 these name something else: the own firm, the order. */
const plainNames = new Set([
  'name',
  'company',
  'organization',
  '名称',
  '公司',
  'nom',
  'nome',
  'nombre',
  'firma',
]);

/** 客户 or `customer` alone: the name when it holds names or another column is the id, else the id; a bare `id` at last. */
export function giveCustomer(roles: Roles): void {
  roles.columns.forEach(({ header, evidence }, i) => {
    if (!roles.free(i) || !customerCompact.has(headerWords(header).compact)) return;
    if (!valuesAllow('customer_id', evidence)) return;
    const named = looksLikeNames(evidence) && !roles.has('customer_name');
    const other = roles.at('customer_name');
    if (
      other >= 0 &&
      looksLikeNames(evidence) &&
      plainNames.has(headerWords(roles.columns[other]!.header).compact)
    ) {
      roles.move('customer_name', i);
      return;
    }
    const role = !named && !roles.has('customer_id') ? 'customer_id' : 'customer_name';
    if (!roles.has(role)) roles.give(i, role, 'sure', 'header');
  });
  if (roles.has('customer_id') || roles.has('customer_name')) return;
  const id = roles.columns.findIndex(
    ({ header, evidence }, i) =>
      roles.free(i) && headerWords(header).words.at(-1) === 'id' && valuesAllow('customer_id', evidence),
  );
  if (id >= 0) roles.give(id, 'customer_id', 'likely', 'contains');
}

/** What no name has told, the values may; always to be confirmed. Returns whether anything was given. */
export function giveByValues(roles: Roles, { shape }: ShapeGuess): boolean {
  const before = roles.list.filter(({ role }) => role !== 'ignore').length;
  const best = (role: Role, score: (column: SourceColumn) => number): number => {
    const scores = roles.columns.map(
      (column, i) =>
      roles.free(i) && filled(column.evidence) > 0 && !isOther(role, column) && !saysOther(role, column, i) ? score(column) : 0, // prettier-ignore
    );
    const top = Math.max(0, ...scores);
    return top > 0 ? scores.indexOf(top) : -1;
  };
  if (shape === 'lines' || shape === 'customers') {
    const i = roles.has('order_date') ? -1 : best('order_date', ({ evidence }) => (isDates(evidence) ? evidence.dateShare : 0)); // prettier-ignore
    if (i >= 0) roles.give(i, 'order_date', 'ask', 'values');
  }
  if ((shape === 'lines' || shape === 'customers') && !roles.has('order_date')) giveEntryDate(roles);
  if (!roles.has('customer_id') && !roles.has('customer_name')) {
    const i = best('customer_id', ({ header, evidence }) => (nobody.test(headerWords(header).words.join(' ')) ? 0 : customerScore(evidence))); // prettier-ignore
    if (i >= 0) roles.give(i, 'customer_id', 'ask', 'values');
  }
  const priced = roles.has('quantity') && roles.has('unit_price');
  if (!roles.has('amount') && !priced && !roles.has('year') && (shape === 'lines' || shape === 'customers')) {
    const i = best('amount', (column) => (contactOf(column) === null ? amountScore(column.evidence) : 0));
    // A price without a quantity is what was paid.
    if (roles.has('unit_price') && !roles.has('quantity')) roles.move('amount', roles.at('unit_price'));
    else if (i >= 0) roles.give(i, 'amount', 'ask', 'values');
  }
  return roles.list.filter(({ role }) => role !== 'ignore').length > before;
}

/** Names of columns that hold nobody: of times, amounts, places, and of what is told of people. */
const nobody =
  /\b(?:time|hour|date|day|week|month|quarter|year|age|gender|sex|payment|method|rating|score|rate|percent|percentage|address|street|zip|postal|reference|note|notes|comment|description|row|index)\b|时间|日期|性别|年龄|支付|方式|地址|备注|摘要|次数|积分|比例|序号|行号/;

const entered = /creat|placed|ship|complet|finish|创建|发货|出库|完成|成功/;

/** Where rows are sales, the day on which a row was made or sent stands in for that of the order. */
function giveEntryDate(roles: Roles): void {
  const signs: readonly Role[] = ['order_id', 'product', 'quantity', 'status', 'refund', 'currency'];
  const customer =
    roles.columns[roles.has('customer_id') ? roles.at('customer_id') : roles.at('customer_name')];
  const repeated = customer !== undefined && !isUnique(customer.evidence);
  if (!roles.has('amount') || !(repeated || signs.some((role) => roles.has(role)))) return;
  const at = roles.columns.findIndex(
    ({ header, evidence }, i) =>
      roles.free(i) && isDates(evidence) && entered.test(headerWords(header).words.join(' ')),
  );
  if (at >= 0) roles.give(at, 'order_date', 'likely', 'contains');
}

/** A name that is another role's whole name: a second product column is no customer. */
const saysOther = (role: Role, column: SourceColumn, index: number): boolean =>
  matchesOf(column, index).some((match) => match.exact && match.role !== role);

/** A name that says what a column is can deny what its values allow: postage is no amount, a delivery no purchase. */
export const isOther = (role: Role, { header }: SourceColumn): boolean =>
  denied[role]?.test(headerWords(header).words.join(' ')) ?? false;
