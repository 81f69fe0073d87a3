import { numbers, single, texts, type PlainTable } from '../base/table.ts';
import { recordTables } from '../sql/canonical.ts';
import type { SetAsideReason, Shape, Survey } from '../ingest/types.ts';
import { ident, join, sql } from '../sql/sql.ts';

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
  /** Amounts with more than four decimals, rounded half away from zero. */
  readonly roundedRows: number;
  /** Records with fewer or more cells than the header. */
  readonly shortRows: number;
  readonly longRows: number;
  /** The same for each file: rowsUsed + rowsSetAside = rowsFile, rowsFile + other = records. */
  readonly sources: readonly SourceLedger[];
  /** `ids` different ids have become `customers` by the rules for merging; 0 and 0 without them. */
  readonly merged: { readonly ids: number; readonly customers: number };
}

export interface SourceLedger {
  readonly shape: Shape;
  readonly records: number;
  readonly rowsFile: number;
  readonly rowsUsed: number;
  readonly rowsSetAside: number;
  readonly other: number;
}

export const ledgerQueries = {
  counts: sql`SELECT count(*) - count(customer_id) AS walkins,
  CAST(CAST(coalesce(sum(amount) FILTER (WHERE customer_id IS NULL), 0) AS DECIMAL(28,4)) * 10000 AS BIGINT) AS walkin_value
FROM lines`.text,
  // A record that does not stand as one row of its own (columns of periods, sums of orders) is in folded.
  used: sql`SELECT CAST(source AS BIGINT) AS source, CAST(sum(rows) AS BIGINT) AS rows FROM (${join(
    [...recordTables.map((table) => sql`SELECT source, count(*) AS rows FROM ${ident(table)} GROUP BY source`), sql`SELECT source, rows FROM folded`],
    ' UNION ALL ',
  )}) GROUP BY source`.text,
  setAside: sql`SELECT CAST(source AS BIGINT) AS source, reason, count(*) AS rows FROM set_aside GROUP BY source, reason`.text,
  rounded: sql`SELECT CAST(coalesce(sum(rows), 0) AS BIGINT) AS rows FROM rounded`.text,
  merged: sql`SELECT count(*) AS ids, count(DISTINCT becomes) AS customers FROM merged`.text,
} as const; // prettier-ignore

/** Rows that one query below looks at: what it remembers of a row takes more memory than the row's hash itself. */
const duplicatesAtOnce = 2_000_000;

/**
 * Queries whose `rows` add up to the rows that are equal to an earlier one in every cell. Not part of the ledger itself,
 * because they cost as much as all of it.
 */
export function duplicatesQueries(rows: number): string[] {
  const parts = Math.max(1, Math.ceil(rows / duplicatesAtOnce));
  return Array.from(
    { length: parts },
    (_, i) =>
      sql`SELECT count(*) - count(DISTINCT row_hash) AS rows FROM lines WHERE row_hash % ${parts} = ${i}`
        .text,
  );
}

/** Throws when the engine's count and the survey's disagree, in any file: rows would be unaccounted for. */
export function ledgerOf(
  tables: Record<keyof typeof ledgerQueries, PlainTable>,
  surveys: readonly Survey[],
  shapes: readonly Shape[],
): Ledger {
  const total = (
    field: 'records' | 'data' | 'header' | 'preamble' | 'blank' | 'footer' | 'short' | 'long',
  ): number => surveys.reduce((sum, survey) => sum + survey[field], 0);
  const bySource = (table: PlainTable): number[] => {
    const counts = surveys.map(() => 0);
    const sources = numbers(table, 'source');
    numbers(table, 'rows').forEach((rows, i) => {
      const source = sources[i] ?? 0;
      const before = counts[source];
      if (before === undefined) throw new Error(`rows unaccounted for: ${rows} of a file that is not there`);
      counts[source] = before + rows;
    });
    return counts;
  };
  const used = bySource(tables.used);
  const setAside = bySource(tables.setAside);
  const sources = surveys.map((survey, i): SourceLedger => {
    const rowsUsed = used[i] ?? 0;
    const rowsSetAside = setAside[i] ?? 0;
    if (rowsUsed + rowsSetAside !== survey.data)
      throw new Error(
        `rows unaccounted for: ${survey.data} in the file, ${rowsUsed} used, ${rowsSetAside} set aside`,
      );
    const other = survey.header + survey.preamble + survey.blank + survey.footer;
    return { shape: shapes[i] ?? 'lines', records: survey.records, rowsFile: survey.data, rowsUsed, rowsSetAside, other }; // prettier-ignore
  });
  const sum = (of: (source: SourceLedger) => number): number =>
    sources.reduce((all, one) => all + of(one), 0);
  return {
    records: total('records'),
    rowsFile: total('data'),
    rowsUsed: sum((source) => source.rowsUsed),
    rowsSetAside: sum((source) => source.rowsSetAside),
    setAsideBy: byReason(tables.setAside),
    header: total('header'),
    preamble: total('preamble'),
    blank: total('blank'),
    footer: total('footer'),
    recordsOther: sum((source) => source.other),
    walkinRows: single(tables.counts, 'walkins') ?? 0,
    walkinValue: single(tables.counts, 'walkin_value') ?? 0,
    roundedRows: single(tables.rounded, 'rows') ?? 0,
    shortRows: total('short'),
    longRows: total('long'),
    sources,
    merged: { ids: single(tables.merged, 'ids') ?? 0, customers: single(tables.merged, 'customers') ?? 0 },
  };
}

/** Reasons over all files, most rows first. */
function byReason(table: PlainTable): { reason: SetAsideReason; rows: number }[] {
  const counts = new Map<SetAsideReason, number>();
  const reasons = texts(table, 'reason');
  numbers(table, 'rows').forEach((rows, i) => {
    const reason = reasons.at(i) as SetAsideReason;
    counts.set(reason, (counts.get(reason) ?? 0) + rows);
  });
  const list = [...counts].map(([reason, rows]) => ({ reason, rows }));
  return list.toSorted((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1));
}
