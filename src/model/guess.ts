import { roleIds } from '../base/role.ts';
import type { Role, RoleChoice } from '../base/role.ts';
import type { ColumnEvidence, Confidence, Shape, SourceColumn } from '../ingest/types.ts';
import { headerWords } from './headers.ts';
import type { HeaderWords } from './headers.ts';
import { customerWords, notOrders, notSales, synonyms } from './synonyms.ts';

export interface RoleGuess {
  readonly role: RoleChoice;
  readonly confidence: Confidence;
  /** What spoke for it: the whole name, a part of the name, the values, or nothing. */
  readonly why: 'header' | 'contains' | 'values' | 'none';
}

export interface MappingGuess {
  /** One per column, in order. */
  readonly roles: readonly RoleGuess[];
  readonly shape: Shape;
}

const nothing: RoleGuess = { role: 'ignore', confidence: 'sure', why: 'none' };

/**
 * Proposes what each column means: by its name, then by a part of its name, and for customer, date and amount, without
 * which nothing works, at last by its values. Every role but `year` goes to one column at most.
 */
export function guessRoles(columns: readonly SourceColumn[]): MappingGuess {
  const roles: RoleGuess[] = columns.map(() => nothing);
  const taken = new Set<Role>();
  const free = (i: number): boolean => roles[i] === nothing;
  const give = (i: number, role: Role, confidence: Confidence, why: RoleGuess['why']): void => {
    roles[i] = { role, confidence, why };
    if (role !== 'year') taken.add(role);
  };

  columns.forEach((column, i) => {
    if (isYear(column)) give(i, 'year', 'likely', 'header');
    else if (isShopifyName(column)) give(i, 'order_id', 'likely', 'values');
  });
  const matches = columns.flatMap((column, i) => matchesOf(column, i)).sort((a, b) => b.score - a.score);
  for (const { index, role, exact } of matches) {
    if (!free(index) || taken.has(role)) continue;
    give(index, role, exact ? 'sure' : 'likely', exact ? 'header' : 'contains');
  }
  customerWord(columns, free, taken, give);
  byValues(columns, free, taken, give);

  const customer = ['customer_id', 'customer_name']
    .map((role) => roles.findIndex((guess) => guess.role === role))
    .find((i) => i >= 0);
  const evidence = customer === undefined ? undefined : columns[customer]?.evidence;
  const unique = evidence !== undefined && filled(evidence) > 0 && evidence.distinct === filled(evidence);
  return { roles, shape: unique && !taken.has('order_date') ? 'customers' : 'lines' };
}

type Give = (i: number, role: Role, confidence: Confidence, why: RoleGuess['why']) => void;

interface Match {
  readonly index: number;
  readonly role: Role;
  readonly score: number;
  readonly exact: boolean;
}

interface Word extends HeaderWords {
  readonly role: Role;
  readonly rank: number;
}

const known: readonly Word[] = roleIds.flatMap((role) =>
  (synonyms[role] ?? []).map((synonym, rank) => ({ role, rank, ...headerWords(synonym) })),
);

/** Names so general that they count only at the end of a longer name, where the head of a noun stands. */
// prettier-ignore
const general = new Set([
  'date', 'total', 'name', 'type', 'status', 'source', 'product', 'item', 'price', 'value', 'level', 'group', 'size', 'company', 'store',
  'email', 'description', 'invoice', 'cost', 'state', 'control', 'material', 'sales', 'response', 'rating', 'owner', 'recommend', 'vertical',
]);

function matchesOf(column: SourceColumn, index: number): Match[] {
  const header = headerWords(column.header);
  const found: Match[] = [];
  for (const word of known) {
    if (!valuesAllow(word.role, column.evidence)) continue;
    if (header.compact === word.compact) {
      found.push({ index, role: word.role, score: 10_000 - word.rank, exact: true });
    } else if (contains(header, word) && !denied(word.role, column.header)) {
      const atEnd = header.compact.endsWith(word.compact) ? 5 : 0;
      found.push({
        index,
        role: word.role,
        score: 100 * weight(word.compact) + atEnd - word.rank / 100,
        exact: false,
      });
    }
  }
  return found;
}

const denied = (role: Role, header: string): boolean =>
  (role === 'amount' && notSales.test(header)) || (role === 'order_date' && notOrders.test(header));

/** A Chinese character says as much as a few letters do. */
const weight = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e80' ? 3 : 1), 0);

function contains(header: HeaderWords, word: Word): boolean {
  if (/[^!-~]/.test(word.compact)) {
    if (word.compact.length < 2) return false;
    if (header.compact.endsWith(word.compact)) return true;
    return word.compact.length >= 4 && header.compact.includes(word.compact);
  }
  const n = word.words.length;
  for (let at = 0; at + n <= header.words.length; at++) {
    if (!word.words.every((part, i) => header.words[at + i] === part)) continue;
    if (at + n === header.words.length || !(n === 1 && general.has(word.compact))) return true;
  }
  return false;
}

// prettier-ignore
const numeric = new Set<Role>([
  'amount', 'quantity', 'unit_price', 'cost', 'profit', 'margin', 'discount', 'refund', 'potential', 'paid_amount', 'overdue_days', 'credit_limit',
  'tenure',
]);
const dated = new Set<Role>([
  'order_date',
  'due_date',
  'paid_date',
  'contact_date',
  'exposed_at',
  'birthday',
]);

const filled = (evidence: ColumnEvidence): number => evidence.sampled - evidence.blank;

/** A name cannot make a number of words, nor a date of anything that is none. */
function valuesAllow(role: Role, evidence: ColumnEvidence): boolean {
  if (filled(evidence) === 0) return true;
  if (numeric.has(role)) return evidence.numberShare >= 0.5 && evidence.dateShare < 0.9;
  if (dated.has(role)) return evidence.dateShare >= 0.5 || isSerial(evidence);
  // A column of fractions or dates names nobody.
  if (role === 'customer_id' || role === 'customer_name')
    return !isFraction(evidence) && evidence.dateShare < 0.9;
  return true;
}

/** Spreadsheet day numbers of the years 1954 to 2064: five digits, 20000 to 60000. */
const isSerial = ({ examples }: ColumnEvidence): boolean =>
  examples.length > 0 && examples.every((example) => /^([2-5]\d{4}|60000)(\.\d+)?$/.test(example.trim()));

const isFraction = (evidence: ColumnEvidence): boolean =>
  evidence.numberShare >= 0.9 && evidence.integerShare < 0.9 * evidence.numberShare;

const isYear = ({ header, evidence }: SourceColumn): boolean =>
  /^(19|20)\d\d\s*年?(度)?$/.test(header.trim()) && (filled(evidence) === 0 || evidence.numberShare >= 0.5);

/** In Shopify's export `Name` is the order's number, #1001. */
const isShopifyName = ({ header, evidence }: SourceColumn): boolean =>
  headerWords(header).compact === 'name' &&
  evidence.examples.length > 0 &&
  evidence.examples.every((example) => /^#\d+/.test(example));

const customerCompact = new Set(customerWords.map((word) => headerWords(word).compact));

/** 客户 or `customer` alone: the id, or the name when another column is the id; a bare `id` at last. */
function customerWord(
  columns: readonly SourceColumn[],
  free: (i: number) => boolean,
  taken: Set<Role>,
  give: Give,
): void {
  columns.forEach((column, i) => {
    if (!free(i) || !customerCompact.has(headerWords(column.header).compact)) return;
    if (!valuesAllow('customer_id', column.evidence)) return;
    if (!taken.has('customer_id')) give(i, 'customer_id', 'sure', 'header');
    else if (!taken.has('customer_name')) give(i, 'customer_name', 'sure', 'header');
  });
  if (taken.has('customer_id') || taken.has('customer_name')) return;
  const id = columns.findIndex((column, i) => free(i) && headerWords(column.header).words.at(-1) === 'id');
  if (id >= 0) give(id, 'customer_id', 'likely', 'contains');
}

/** What no name has told, the values may; always to be confirmed. */
function byValues(
  columns: readonly SourceColumn[],
  free: (i: number) => boolean,
  taken: Set<Role>,
  give: Give,
): void {
  const best = (role: Role, score: (evidence: ColumnEvidence) => number): number => {
    const scores = columns.map((column, i) =>
      free(i) && filled(column.evidence) > 0 && !denied(role, column.header) ? score(column.evidence) : 0,
    );
    const top = Math.max(0, ...scores);
    return top > 0 ? scores.indexOf(top) : -1;
  };
  if (!taken.has('order_date')) {
    const i = best('order_date', (evidence) => (evidence.dateShare >= 0.9 ? evidence.dateShare : 0));
    if (i >= 0) give(i, 'order_date', 'ask', 'values');
  }
  if (!taken.has('customer_id') && !taken.has('customer_name')) {
    const i = best('customer_id', customerScore);
    if (i >= 0) give(i, 'customer_id', 'ask', 'values');
  }
  if (!taken.has('amount') && !(taken.has('quantity') && taken.has('unit_price')) && !columns.some(isYear)) {
    const i = best('amount', amountScore);
    if (i >= 0) give(i, 'amount', 'ask', 'values');
  }
}

/** Codes first (letters with digits, leading zeros), then names, then whole numbers; the more distinct the better. */
function customerScore(evidence: ColumnEvidence): number {
  if (
    evidence.dateShare >= 0.5 ||
    isFraction(evidence) ||
    evidence.negativeShare > 0 ||
    evidence.distinct < 2
  )
    return 0;
  const code = evidence.examples.every((example) => /^(?=.*\d)[\p{L}\d][\p{L}\d._-]*$/u.test(example.trim()));
  const zeros = evidence.examples.some((example) => /^0\d+$/.test(example.trim()));
  const whole = evidence.numberShare >= 0.9;
  const kind = zeros || (code && !whole) ? 3 : !whole ? 2 : 1;
  return kind + evidence.distinct / filled(evidence);
}

/** Fractions are money before whole numbers are. */
function amountScore(evidence: ColumnEvidence): number {
  if (evidence.numberShare < 0.9 || evidence.dateShare >= 0.5) return 0;
  if (evidence.examples.some((example) => /^0\d+$/.test(example.trim()))) return 0;
  return (isFraction(evidence) ? 2 : 1) + evidence.distinct / filled(evidence);
}
