import type { RoleChoice } from '../base/role.ts';
import type { PlanColumn, Reader, Reading } from '../ingest/types.ts';
import type { Draft } from './draft.ts';

/** The first columns of the file of rows that were set aside; the file's own columns follow. */
export const setAsideColumns = ['file', 'record', 'reason', 'text'] as const;

const headersOf = (draft: Draft): string[] => draft.inspection.columns.map((column) => column.header);

/** The open tables that a dropped one can have mended rows of: it begins like our file of rows set aside. */
export function mendedBases(draft: Draft, open: readonly Draft[]): readonly Draft[] {
  const headers = headersOf(draft);
  if (!setAsideColumns.every((name, i) => headers[i] === name)) return [];
  const own = headers.slice(setAsideColumns.length);
  return open.filter((base) => headersOf(base).every((header) => own.includes(header)));
}

/**
 * The rows of a file of mended rows by the open table that each comes from, which its first cell names: one file of
 * UTF-8 CSV for every table that has some, with that table's columns.
 */
export async function mendedFiles(
  draft: Draft,
  bases: readonly Draft[],
  reader: Pick<Reader, 'survey' | 'records'>,
  signal: AbortSignal,
): Promise<readonly { readonly base: Draft; readonly file: File }[]> {
  const { reading } = draft.inspection;
  const { blob } = draft.extracted;
  const headers = headersOf(draft);
  const { records } = await reader.survey(blob, reading, () => undefined, signal);
  const header = reading.headerRow ?? 0;
  const behind = Array.from({ length: records - header }, (_, i) => header + 1 + i);
  const rows = (await reader.records(blob, reading, behind, signal))
    .map(({ cells }) => cells)
    .filter((cells) => cells.some((cell) => cell !== ''));
  const byBase = new Map(bases.map((base) => [base, [] as (readonly string[])[]]));
  for (const row of rows) byBase.get(bases.find((base) => base.file.name === row[0]) ?? bases[0]!)?.push(row);
  const stem = draft.file.name.replace(/\.[^.]*$/, '');
  return [...byBase].flatMap(([base, own]) => {
    if (own.length === 0) return [];
    const names = [...setAsideColumns, ...headersOf(base)];
    const at = names.map((name) => headers.indexOf(name));
    const text = [names, ...own.map((row) => at.map((i) => row[i] ?? ''))].map(line).join('');
    const name = `${stem} ${base.file.name.replace(/\.[^.]*$/, '')}.csv`;
    return [{ base, file: new File([text], name) }];
  });
}

const line = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;

/** How the rows of the base are read, for the mended ones. */
export function mendedReading({ inspection }: Draft): Partial<Reading> {
  const { decimal, thousands, dateOrder } = inspection.reading;
  return { decimal, thousands, dateOrder };
}

/** Mended rows mean what the rows of the base do, column by column. */
export function asMended(draft: Draft, base: Draft): Draft {
  const own = headersOf(base);
  const at = headersOf(draft).map((header, i) => (i < setAsideColumns.length ? -1 : own.indexOf(header)));
  const pick = <T>(values: readonly T[], none: T): T[] =>
    at.map((from) => (from < 0 ? none : (values[from] ?? none)));
  return {
    ...draft,
    roles: pick<RoleChoice>(base.roles, 'ignore'),
    contacts: pick<PlanColumn['contact']>(base.contacts, null),
    confidence: at.map(() => 'sure'),
    shape: base.shape,
    repairs: base.repairs,
    settled: base.settled,
  };
}
