import type { SetAsideReason, Survey, Together } from '../../ingest/types.ts';
import type { Draft } from '../draft.ts';
import { rowsByCurrency } from './unnamed.ts';

export type OtherPart = 'header' | 'preamble' | 'blank' | 'footer';

/** The row ledger before the import: used + set aside + other = records. */
export interface Tally {
  readonly records: number;
  readonly data: number;
  /** null = not known before the whole of every file was examined. */
  readonly used: number | null;
  readonly setAside: number | null;
  /** Most rows first. */
  readonly reasons: readonly { readonly reason: SetAsideReason; readonly rows: number }[];
  readonly other: readonly { readonly part: OtherPart; readonly records: number }[];
}

const parts: readonly OtherPart[] = ['header', 'preamble', 'blank', 'footer'];

/** null while a file is still being counted. */
export function tallyOf(drafts: readonly Draft[], currency: Together['currency']): Tally | null {
  const surveys = drafts.map(({ survey }) => survey).filter((survey): survey is Survey => survey !== null);
  if (surveys.length < drafts.length) return null;
  const sum = (pick: (survey: Survey) => number): number =>
    surveys.reduce((total, survey) => total + pick(survey), 0);
  const reasons = reasonsOf(drafts, currency);
  const setAside = reasons?.reduce((total, { rows }) => total + rows, 0) ?? null;
  const data = sum((survey) => survey.data);
  return {
    records: sum((survey) => survey.records),
    data,
    used: setAside === null ? null : data - setAside,
    setAside,
    reasons: reasons ?? [],
    other: parts
      .map((part) => ({ part, records: sum((survey) => survey[part]) }))
      .filter(({ records }) => records > 0),
  };
}

function reasonsOf(drafts: readonly Draft[], currency: Together['currency']): Tally['reasons'] | null {
  const rows = new Map<SetAsideReason, number>();
  const add = (reason: SetAsideReason, n: number): void =>
    void (n > 0 && rows.set(reason, (rows.get(reason) ?? 0) + n));
  for (const draft of drafts) {
    if (!draft.examination) return null;
    for (const { reason, rows: n } of draft.examination.setAside) add(reason, n);
    if (!currency) continue;
    for (const [code, n] of rowsByCurrency(draft, currency.base))
      if (code !== currency.base && !currency.rates[code]) add('currency_unknown', n);
  }
  return [...rows].map(([reason, n]) => ({ reason, rows: n })).toSorted((a, b) => b.rows - a.rows);
}
