import { isSales, type Together } from '../../ingest/types.ts';
import type { ExportId } from '../../model/exports.ts';
import type { Draft } from '../draft.ts';

type Currency = NonNullable<Together['currency']>;

/** Shops that sell in one currency and do not name it in their exports. */
const ofShop: Partial<Record<ExportId, string>> = {
  taobao: 'CNY',
  alibaba_1688: 'CNY',
  jd: 'CNY',
  youzan: 'CNY',
};

/** The currency that the rows of a table are in which name none, as far as is known: chosen, its own most frequent, its shop's. */
export const ownCurrency = ({ repairs, examination, guess }: Draft): string | null =>
  repairs.currency ?? examination?.currencies[0]?.code ?? (guess.known && ofShop[guess.known]) ?? null;

/** Used rows of a table of sales that name no currency; 0 before it was examined. */
export function unnamedRows({ shape, examination }: Draft): number {
  if (!examination || !isSales(shape)) return 0;
  const sum = (groups: readonly { readonly rows: number }[]): number =>
    groups.reduce((total, { rows }) => total + rows, 0);
  return examination.rows - sum(examination.setAside) - sum(examination.currencies);
}

/** Used rows of a table by currency; those that name none count under the one that they are in. */
export function rowsByCurrency(draft: Draft, base: string | null): ReadonlyMap<string, number> {
  const rows = new Map((draft.examination?.currencies ?? []).map((found) => [found.code, found.rows]));
  const code = ownCurrency(draft) ?? base;
  const unnamed = unnamedRows(draft);
  if (code !== null && unnamed > 0) rows.set(code, (rows.get(code) ?? 0) + unnamed);
  return rows;
}

/** A draft as it is imported: with the currency of its rows that name none, where that is not the one of all figures. */
export function withCurrency(draft: Draft, currency: Currency | null): Draft {
  const { currency: _chosen, ...repairs } = draft.repairs;
  const own = ownCurrency(draft);
  if (!currency || own === null || own === currency.base || !isSales(draft.shape))
    return { ...draft, repairs };
  return { ...draft, repairs: { ...repairs, currency: own } };
}
