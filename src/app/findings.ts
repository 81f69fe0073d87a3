import type { RoleChoice } from '../base/role.ts';
import { isSales, type Repairs, type Together } from '../ingest/types.ts';
import { statusDefaults } from '../model/status.ts';
import type { Draft } from './draft.ts';
import { rowsByCurrency } from './import/unnamed.ts';

/** Orders of several rows that show enough that their amount is the order's: fewer may agree by accident. */
const enoughOrders = 3;
const nearlyAll = 0.98;

/**
 * A draft whose repairs follow what the whole file says, where the user has chosen nothing: values of the status column
 * that the first rows did not have, and an order's total that stands on each of its rows.
 */
export function refined(draft: Draft): Draft {
  const found = draft.examination;
  if (!found) return draft;
  const repairs: { -readonly [K in keyof Repairs]: Repairs[K] } = { ...draft.repairs };
  if (!draft.settled.has('status')) {
    const known = statusDefaults(
      found.statuses.map(({ value }) => value),
      draft.roles.includes('due_date'),
    );
    repairs.status = { ...known, ...draft.repairs.status };
  }
  const { repeated, sameAmount } = found.orders;
  const { columns, taken } = draft.guess.amounts;
  const perOrder = columns.some((column) => column.index === taken && column.perOrder);
  if (!draft.settled.has('orderTotals') && perOrder && !repairs.fillDown)
    repairs.orderTotals =
      sameAmount < nearlyAll * repeated ? 'sum' : repeated >= enoughOrders ? 'once' : repairs.orderTotals;
  const same = JSON.stringify(repairs) === JSON.stringify(draft.repairs);
  // Counts of the groups speak of the repairs in force: others are examined again.
  return { ...draft, repairs, refined: true, examination: same ? found : null };
}

/** The currency of most rows as the base, where files name currencies at all. */
export function proposedCurrency(drafts: readonly Draft[]): Together['currency'] {
  const rows = new Map<string, number>();
  if (!drafts.some(({ examination }) => examination && examination.currencies.length > 0)) return null;
  let column = false;
  for (const draft of drafts) {
    if (!isSales(draft.shape)) continue;
    column ||= draft.roles.includes('currency' satisfies RoleChoice);
    for (const [code, n] of rowsByCurrency(draft, null)) rows.set(code, (rows.get(code) ?? 0) + n);
  }
  const [first] = [...rows].sort((a, b) => b[1] - a[1]);
  return first && (column || rows.size > 1) ? { base: first[0], rates: {} } : null;
}
