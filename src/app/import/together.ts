import type { MergeFound } from '../../ingest/problems.ts';
import type { MergeRule } from '../../ingest/types.ts';
import type { Draft } from '../draft.ts';
import { rowsByCurrency } from './unnamed.ts';

/** Currencies of all files, most rows first; rows that name none count under their table's own, or under `base`. */
export function currenciesOf(
  drafts: readonly Draft[],
  base: string | null = null,
): { readonly code: string; readonly rows: number }[] {
  const rows = new Map<string, number>();
  for (const draft of drafts)
    for (const [code, n] of rowsByCurrency(draft, base)) rows.set(code, (rows.get(code) ?? 0) + n);
  return [...rows].map(([code, n]) => ({ code, rows: n })).toSorted((a, b) => b.rows - a.rows);
}

/**
 * Merges that the files offer, by rule: those over all files (`across`) once they are known; until then counts of
 * several files add up. Rules that are on stay in the list, so that they can be taken back.
 */
export function mergesOf(
  drafts: readonly Draft[],
  on: readonly MergeRule[],
  across: readonly MergeFound[] | null = null,
): MergeFound[] {
  const found = new Map<MergeRule, MergeFound>();
  for (const each of across ? [across] : drafts.map(({ examination }) => examination?.merges ?? []))
    for (const { rule, ids, customers, skipped, examples } of each) {
      const before = found.get(rule);
      found.set(rule, {
        rule,
        ids: ids + (before?.ids ?? 0),
        customers: customers + (before?.customers ?? 0),
        skipped: skipped + (before?.skipped ?? 0),
        examples: distinct([...(before?.examples ?? []), ...examples]).slice(0, 3),
      });
    }
  for (const rule of on)
    if (!found.has(rule)) found.set(rule, { rule, ids: 0, customers: 0, skipped: 0, examples: [] });
  return [...found.values()].filter(({ rule, ids }) => ids > 0 || on.includes(rule));
}

const distinct = (groups: readonly (readonly string[])[]): (readonly string[])[] => [
  ...new Map(groups.map((ids) => [JSON.stringify(ids), ids])).values(),
];
