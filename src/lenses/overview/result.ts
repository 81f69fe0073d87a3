import { compactDay, type Day } from '../../base/day.ts';
import { single, type PlainTable } from '../../base/table.ts';
import { units } from '../frame.ts';
import { nothing, usable, type Figures, type Frame, type LensResult, type Live } from '../types.ts';

export interface Overview {
  readonly customers: number;
  /** null = the file has one row per customer, so orders are unknown. */
  readonly orders: number | null;
  /** Net value of customers with an id, units. */
  readonly value: number;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
}

export function result(tables: Readonly<Record<string, PlainTable>>, frame: Frame): LensResult<Overview> {
  const totals = tables.totals;
  if (!totals || totals.rows === 0) return nothing('no_customers');
  return usable({
    // With no customer left the ledger is what explains it: zero is a result here.
    customers: single(totals, 'customers') ?? 0,
    orders: frame.model.shape === 'lines' ? single(totals, 'orders') : null,
    value: units(single(totals, 'value') ?? 0),
    firstDay: single(totals, 'first_date'),
    lastDay: single(totals, 'last_date'),
  });
}

export function figures(overview: Overview, _live: Live, { ledger }: Frame): Figures {
  return {
    'overview.customers': overview.customers,
    'overview.orders': overview.orders,
    'overview.value': overview.value,
    'overview.first_date': overview.firstDay === null ? null : compactDay(overview.firstDay),
    'overview.last_date': overview.lastDay === null ? null : compactDay(overview.lastDay),
    'ledger.rows_file': ledger.rowsFile,
    'ledger.rows_used': ledger.rowsUsed,
    'ledger.rows_set_aside': ledger.rowsSetAside,
    'ledger.records_other': ledger.recordsOther,
    'ledger.walkin_rows': ledger.walkinRows,
    'ledger.walkin_value': units(ledger.walkinValue),
  };
}
