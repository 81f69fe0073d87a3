import { numbers, single, texts, type PlainTable } from '../base/table.ts';
import type { SetAsideReason, Survey } from '../ingest/types.ts';
import { sql } from '../sql/sql.ts';

/**
 * Where every physical record of the files went. rowsUsed + rowsSetAside = rowsFile; rowsFile + recordsOther = records.
 * It speaks of the files, so no setting changes it.
 */
export interface Ledger {
  readonly records: number;
  readonly rowsFile: number;
  readonly rowsUsed: number;
  readonly rowsSetAside: number;
  readonly setAsideBy: readonly { readonly reason: SetAsideReason; readonly rows: number }[];
  readonly header: number;
  readonly preamble: number;
  readonly blank: number;
  readonly footer: number;
  readonly recordsOther: number;
  readonly walkinRows: number;
  /** Net amount of the rows without a customer, ten-thousandths. */
  readonly walkinValue: number;
  readonly duplicateRows: number;
  /** Amounts with more than four decimals, rounded half away from zero. */
  readonly roundedRows: number;
  /** Records with fewer or more cells than the header. */
  readonly shortRows: number;
  readonly longRows: number;
}

export const ledgerQueries = {
  counts: sql`SELECT count(*) AS used, count(*) - count(customer_id) AS walkins,
  count(*) - count(DISTINCT row_hash) AS duplicates,
  CAST(CAST(coalesce(sum(amount) FILTER (WHERE customer_id IS NULL), 0) AS DECIMAL(28,4)) * 10000 AS BIGINT) AS walkin_value
FROM lines`.text,
  setAside: sql`SELECT reason, count(*) AS rows FROM set_aside GROUP BY reason ORDER BY rows DESC, reason`
    .text,
  rounded: sql`SELECT CAST(coalesce(sum(rows), 0) AS BIGINT) AS rows FROM rounded`.text,
} as const;

/** Throws when the engine's count and the survey's disagree: rows would be unaccounted for. */
export function ledgerOf(
  tables: Record<keyof typeof ledgerQueries, PlainTable>,
  surveys: readonly Survey[],
): Ledger {
  const total = (
    field: 'records' | 'data' | 'header' | 'preamble' | 'blank' | 'footer' | 'short' | 'long',
  ): number => surveys.reduce((sum, survey) => sum + survey[field], 0);
  const reasons = texts(tables.setAside, 'reason');
  const counts = numbers(tables.setAside, 'rows');
  const setAsideBy = Array.from({ length: tables.setAside.rows }, (_, i) => ({
    reason: reasons.at(i) as SetAsideReason,
    rows: counts[i] ?? 0,
  }));
  const rowsSetAside = setAsideBy.reduce((sum, { rows }) => sum + rows, 0);
  const rowsUsed = single(tables.counts, 'used') ?? 0;
  const rowsFile = total('data');
  if (rowsUsed + rowsSetAside !== rowsFile)
    throw new Error(
      `rows unaccounted for: ${rowsFile} in the file, ${rowsUsed} used, ${rowsSetAside} set aside`,
    );
  return {
    records: total('records'),
    rowsFile,
    rowsUsed,
    rowsSetAside,
    setAsideBy,
    header: total('header'),
    preamble: total('preamble'),
    blank: total('blank'),
    footer: total('footer'),
    recordsOther: total('header') + total('preamble') + total('blank') + total('footer'),
    walkinRows: single(tables.counts, 'walkins') ?? 0,
    walkinValue: single(tables.counts, 'walkin_value') ?? 0,
    duplicateRows: single(tables.counts, 'duplicates') ?? 0,
    roundedRows: single(tables.rounded, 'rows') ?? 0,
    shortRows: total('short'),
    longRows: total('long'),
  };
}
