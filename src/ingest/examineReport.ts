import { cutBounds } from '../stats/cutBounds.ts';
import { rank, wholeBasisPoints } from '../stats/ranked.ts';
import { writeContacts } from './contactFile.ts';
import type { Examiner } from './examiner.ts';
import { findMerges, type Contacted } from './identity.ts';
import { problemKinds } from './problems.ts';
import type { Effect, Examination, Problem, ProblemKind } from './problems.ts';
import type { Survey } from './types.ts';

/** The share of the value whose number of customers Examination.effect bounds, in basis points. */
const effectShare = 8000;
const spellingsShown = 50;
const statusesShown = 50;
/** Above this share of the rows, C is how a company's order numbers begin. */
const cancelledAtMost = 0.5;

/** The examination of a file whose every record has gone through `found`. */
export function reportOf(found: Examiner, survey: Survey): Examination {
  const { customers, tallies, orders } = found;
  const mixed = found.currencies.size > 1;
  if (tallies.of('cancelled').rows > cancelledAtMost * found.rowsWithOrder) tallies.drop('cancelled');
  if (!orders.onePerRow()) tallies.drop('duplicate_order');
  orders.addTotals(tallies.of('order_total'));
  if (!mixed) tallies.drop('currency');
  const problems = problemKinds.flatMap((kind) => {
    const groups = kind === 'spelling' ? customers.spellings(spellingsShown) : tallies.problems(kind);
    return (groups.length > 0 ? groups : ofText(kind, survey)).map((problem) =>
      mixed && kind !== 'currency' ? { ...problem, value: null } : problem,
    );
  });
  return {
    rows: found.rows,
    customers: customers.seen.length,
    setAside: byRows([...found.setAside].map(([reason, rows]) => ({ reason, rows }))),
    problems,
    statuses: byRows([...found.statuses.values()].map(({ value, rows, amount }) => ({ value, rows, amount }))).slice(0, statusesShown), // prettier-ignore
    currencies: byRows([...found.currencies].map(([code, rows]) => ({ code, rows }))),
    orders: orders.counts(),
    merges: findMerges(contactsOf(found)),
    contacts: writeContacts(contactsOf(found)),
    effect: mixed ? null : effectOf(found),
  };
}

const byRows = <T extends { readonly rows: number }>(groups: T[]): T[] =>
  groups.sort((a, b) => b.rows - a.rows);

/** What the count of the whole text has found outside the rows that were read. */
function ofText(kind: ProblemKind, survey: Survey): Problem[] {
  const problem = (rows: number, detail = ''): Problem[] =>
    rows === 0 ? [] : [{ kind, detail, rows, value: null, customers: 0, examples: [] }];
  switch (kind) {
    case 'open_quote':
      return problem(survey.openQuote ? 1 : 0);
    case 'broken_characters':
      return problem(survey.replaced);
    case 'mixed_encoding':
      return problem(survey.mixed?.lines ?? 0, survey.mixed?.encoding);
    default:
      return [];
  }
}

function* contactsOf({ customers, emails, phones }: Examiner): Generator<Contacted> {
  const text = customers.ids.text;
  for (const id of customers.seen) yield { id: text(id), rows: customers.rows.get(id) };
  for (const { customer, contact } of emails.pairs()) yield { id: text(customer), email: contact, rows: 0 };
  for (const { customer, contact } of phones.pairs()) yield { id: text(customer), phone: contact, rows: 0 };
}

/**
 * Bounds on the number of customers that bring four fifths of the value, if every amount that cannot be read is worth
 * at most the largest that can, and rows whose date alone cannot be read are worth what they say.
 */
function effectOf({ customers, doubt, most }: Examiner): Effect | null {
  if (doubt.rows === 0) return null;
  const values = Float64Array.from(customers.seen, (id) => customers.value.get(id));
  if (!values.every(Number.isSafeInteger)) return null;
  const ranked = rank(values.sort().reverse());
  const doubtful = BigInt(doubt.amounts) * BigInt(Math.round(most)) + BigInt(Math.round(doubt.value));
  const bounds = cutBounds(ranked, effectShare, doubtful);
  return (
    bounds && {
      ...bounds,
      rows: doubt.rows,
      customers: doubt.customers.size,
      share: effectShare / wholeBasisPoints,
      of: ranked.n,
      most,
    }
  );
}
