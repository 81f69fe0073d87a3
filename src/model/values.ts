import type { Role } from '../base/role.ts';
import type { ColumnEvidence } from '../ingest/types.ts';
import { toSimplified } from '../base/simplified.ts';

// prettier-ignore
const numeric = new Set<Role>([
  'amount', 'quantity', 'unit_price', 'cost', 'profit', 'margin', 'refund', 'potential', 'paid_amount', 'overdue_days', 'credit_limit', 'tenure', 'year',
]);
const dated = new Set<Role>([
  'order_date', 'due_date', 'paid_date', 'contact_date', 'exposed_at', 'birthday',
]); // prettier-ignore
/** Words of answers on scales of satisfaction, agreement and marks. */
const scaleWords =
  /满意|不满|普通|一般|还行|好|差|星|同意|satisf|good|great|bad|excellent|poor|fair|neutral|agree|happy|star|[★☆]/i;

export const filled = (evidence: ColumnEvidence): number => evidence.sampled - evidence.blank;

/** A name cannot make a number of words, nor a date of anything that is none. */
export function valuesAllow(role: Role, evidence: ColumnEvidence): boolean {
  if (filled(evidence) === 0) return true;
  if (numeric.has(role))
    return evidence.numberShare >= 0.5 && (evidence.dateShare < 0.9 || !isCalendar(evidence));
  if (dated.has(role)) return evidence.dateShare >= 0.5 || isSerial(evidence) || birthdays(role, evidence);
  switch (role) {
    // A column of fractions or dates names nobody.
    case 'customer_id':
    case 'customer_name':
      return !isFraction(evidence) && !isConstant(evidence) && (evidence.dateShare < 0.9 || !isCalendar(evidence)); // prettier-ignore
    case 'order_id':
    case 'outcome':
      return !isFraction(evidence);
    case 'satisfaction':
      return (
        evidence.numberShare >= 0.5 || evidence.examples.some((text) => scaleWords.test(toSimplified(text)))
      );
    case 'product':
    case 'category':
    case 'channel':
    case 'region':
    case 'industry':
    case 'account_manager':
      return !isFraction(evidence) && (evidence.dateShare < 0.9 || !isCalendar(evidence));
    default:
      return true;
  }
}

/** One customer in so many rows is a ledger's account, or the own firm. */
const isConstant = (evidence: ColumnEvidence): boolean => evidence.distinct === 1 && filled(evidence) >= 20;

/** Dates with marks or words between their parts; eight digits in a row may as well be an id or an amount. */
const isCalendar = ({ examples }: ColumnEvidence): boolean =>
  examples.some((example) => !/^\d+([.,]\d+)?$/.test(example.trim()));

/** Nearly all of them dates, and not only numbers that could be dates. */
export const isDates = (evidence: ColumnEvidence): boolean =>
  evidence.dateShare >= 0.9 &&
  (isCalendar(evidence) || evidence.examples.every((example) => /^(?:19|20)\d{6}$/.test(example.trim())));

/** Birthdays are also kept without the year: 05-12, 5月12日. */
const birthdays = (role: Role, { examples }: ColumnEvidence): boolean =>
  role === 'birthday' &&
  examples.every((example) => /^\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?$/.test(example.trim()));

/** Spreadsheet day numbers of the years 1954 to 2064 (20000 to 60000), seconds or milliseconds since 1970. */
const isSerial = ({ examples }: ColumnEvidence): boolean =>
  examples.length > 0 &&
  examples.every((example) =>
    /^(?:(?:[2-5]\d{4}|60000)(?:\.\d+)?|1[0-8]\d{8}(?:\d{3})?)$/.test(example.trim()),
  );

export const isFraction = (evidence: ColumnEvidence): boolean =>
  evidence.numberShare >= 0.9 && evidence.integerShare < 0.9 * evidence.numberShare;

/** Every filled cell of the sample differs: one row for each. */
export const isUnique = (evidence: ColumnEvidence): boolean =>
  filled(evidence) > 0 && evidence.distinct === filled(evidence);

/** People and companies rather than codes: letters or characters without digits, more than one. */
export const looksLikeNames = ({ examples }: ColumnEvidence): boolean =>
  examples.length > 0 &&
  examples.every((example) => {
    const text = example.trim();
    return (
      !/\d/.test(text) &&
      (/\p{Script=Han}.*\p{Script=Han}/u.test(text) || /\p{L}\s+\p{L}|\p{Ll}{2}/u.test(text))
    );
  });

const company =
  /公司|集团|厂|商店|商行|店$|中心|医院|学校|大学|银行|局$|事务所|合作社|經銷|\b(?:inc|ltd|llc|llp|plc|corp|co|gmbh|ag|kg|bv|nv|oy|ab|sa|srl|spa|pty|limited|company|group|holdings?|industries|bank|university|hospital)\b\.?/i;

/** Firms, whose name says who they are; people share theirs. */
export const looksLikeCompanies = ({ examples }: ColumnEvidence): boolean =>
  examples.filter((example) => company.test(toSimplified(example))).length * 2 > examples.length;

/** Codes first (letters with digits, leading zeros), then names, then whole numbers; the more distinct the better. */
export function customerScore(evidence: ColumnEvidence): number {
  if (isDates(evidence) || isFraction(evidence) || evidence.negativeShare > 0 || evidence.distinct < 2)
    return 0;
  const code = evidence.examples.every((example) => /^(?=.*\d)[\p{L}\d][\p{L}\d._-]*$/u.test(example.trim()));
  const zeros = evidence.examples.some((example) => /^0\d+$/.test(example.trim()));
  const whole = evidence.numberShare >= 0.9;
  const kind = zeros || (code && !whole) ? 3 : !whole ? 2 : 1;
  return kind + evidence.distinct / filled(evidence);
}

/** Fractions are money before whole numbers are. */
export function amountScore(evidence: ColumnEvidence): number {
  if (evidence.numberShare < 0.9 || isDates(evidence) || evidence.distinct < 2) return 0;
  if (evidence.examples.some((example) => /^0\d+$/.test(example.trim()))) return 0;
  return (isFraction(evidence) ? 2 : 1) + evidence.distinct / filled(evidence);
}
