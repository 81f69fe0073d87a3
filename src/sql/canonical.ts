import { sql } from './sql.ts';

/** Tables of the files that are joined by customer, by shape; each has source, row_no and customer_id. */
export const sideTables = {
  profile: 'profiles',
  survey: 'surveys',
  contacts: 'contacts',
  tickets: 'tickets',
  receivables: 'receivables',
  exposures: 'exposures',
} as const;

/** Every table that holds the records of files. */
export const recordTables: readonly string[] = ['lines', ...Object.values(sideTables)];

/**
 * Day, then file, then record, as one integer that grows with all three: the latest value of a customer is the one at
 * its largest. Holds records below 2^34 in up to 64 files; a comparison of the three apart costs four times as much.
 */
export const latest = sql`(coalesce(day - DATE '0001-01-01', 0) * 1099511627776 + source * 17179869184 + row_no)`;
