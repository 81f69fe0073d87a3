import type { PlainTable } from '../../base/table.ts';
import type { SideCoverage } from '../../model/coverage.ts';
import type { SourceLedger } from '../../model/ledger.ts';
import { unusable, usable, type Figures, type Frame, type LensResult, type Live } from '../types.ts';

export interface FileRow {
  /** Position of the file in the import. */
  readonly source: number;
  readonly ledger: SourceLedger;
  /** null for files with sales. */
  readonly join: SideCoverage | null;
}

export interface Files {
  readonly rows: readonly FileRow[];
  /** Different customers with sales; null where nothing is joined. */
  readonly customers: number | null;
  /** Attributes with several values for some customers. */
  readonly conflicts: readonly { readonly column: string; readonly customers: number }[];
  readonly merged: { readonly ids: number; readonly customers: number };
}

/** Unusable with `one_file` where nothing is joined, merged or in conflict. */
export function result(
  _tables: Readonly<Record<string, PlainTable>>,
  { ledger, coverage }: Frame,
): LensResult<Files> {
  const merged = ledger.merged.ids > 0;
  if (ledger.sources.length < 2 && !merged && coverage.conflicts.length === 0) return unusable('one_file');
  const joins = new Map(coverage.sides.map((side) => [side.source, side]));
  return usable({
    rows: ledger.sources.map((source, i) => ({ source: i, ledger: source, join: joins.get(i) ?? null })),
    customers: coverage.customers,
    conflicts: coverage.conflicts,
    merged: ledger.merged,
  });
}

/** Numbers of files count from 1, in the order in which they were dropped. */
export function figures(files: Files, _live: Live): Figures {
  const all: Figures = {
    'files.tables': files.rows.length,
    'files.merged_ids': files.merged.ids,
    'files.merged_customers': files.merged.customers,
    'files.attribute_conflicts': files.conflicts.reduce((sum, { customers }) => sum + customers, 0),
  };
  for (const { source, ledger, join } of files.rows) {
    all[`files.${source + 1}.rows_used`] = ledger.rowsUsed;
    all[`files.${source + 1}.rows_set_aside`] = ledger.rowsSetAside;
    if (!join) continue;
    all[`files.${source + 1}.matched`] = join.matched;
    all[`files.${source + 1}.unmatched`] = join.unmatched;
    all[`files.${source + 1}.without`] = join.without;
  }
  return all;
}
