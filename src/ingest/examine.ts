import { reportOf } from './examineReport.ts';
import { Examiner } from './examiner.ts';
import { RecordKinds } from './kinds.ts';
import type { Examination } from './problems.ts';
import { Tokeniser } from './records.ts';
import { utf8 } from './source.ts';
import type { Bytes } from './source.ts';
import type { ImportPlan, Survey } from './types.ts';

/**
 * Reads the mapped columns of a whole text once, by the rules of the import and with the plan's repairs, and says what
 * needs repair. A repair that is on hides no group: what it did is counted where it was found.
 *
 * - Faults (amount_…, date_…, customer_missing): rows that the import sets aside for it, each once, under the first
 *   reason. impossible_date also where the repair reads them as the month's end.
 * - brackets … rounded: rows with such a cell among those that make the amount or the date.
 * - walkin: used rows without a customer. negative: used rows whose amount is below zero. refund: rows with a refund.
 * - status: rows by value, where the value's choice is not `use` or where its words say that no sale was completed.
 * - cancelled: order numbers of C and a digit, where most order numbers are not so.
 * - exact_duplicate: used rows all of whose cells equal those of an earlier one.
 * - duplicate_order: rows beyond the first of each order, where at most one order in twenty has several.
 * - order_total: rows beyond the first of orders with one and the same amount on all rows, where four in five of the
 *   orders with several rows are such.
 * - fill_down: rows without customer or date below a row of the same order that has it, or of no other order.
 * - currency: rows by code, where there are several.
 * - spelling: customers that differ only in case, width, blanks and punctuation. lost_digits, masked_id: see Ids.
 *
 * Throws the signal's reason when aborted, and ReadError as `survey` does.
 */
export async function examine(
  bytes: Bytes,
  plan: ImportPlan,
  survey: Survey,
  done: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<Examination> {
  const examiner = new Examiner(plan, survey);
  const kinds = new RecordKinds(plan.reading);
  const footer = new Set(survey.footerRecords);
  const tokeniser = new Tokeniser(plan.reading, true, (each) => {
    if (kinds.of(each) === 'data' && !(footer.size > 0 && footer.has(each.record))) examiner.add(each);
  });
  const seen = { bytes: 0, replaced: 0 };
  for await (const chunk of utf8(bytes, plan.reading.encoding, seen, done, signal)) tokeniser.push(chunk);
  tokeniser.finish();
  return reportOf(examiner, survey);
}
