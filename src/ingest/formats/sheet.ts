import type { ExtractNote, Extracted, Part } from '../types.ts';
import { Notes } from './notes.ts';
import { tableText, written } from './tableText.ts';

/** A row of a sheet with its physical number from 1. Blank rows are left out. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A table that can be extracted when it is wanted. */
export interface Table {
  readonly part: Part;
  extract(done: (fraction: number) => void, signal?: AbortSignal): Promise<Extracted>;
}

/** Gives a sheet's rows in ascending order; ends early when `take` returns true. */
export type RowSource = (
  take: (rows: readonly SheetRow[]) => boolean,
  notes: Notes,
  done: (fraction: number) => void,
  signal?: AbortSignal,
) => Promise<void>;

/** Rows that are looked at for a signature. */
const signatureRows = 60;
/** A header may leave a cell or two blank; a title above the table fills fewer. */
const mostCells = 0.6;

/** See Part.signature; null when the sheet has no row that fills two cells. */
export function signatureOf(rows: readonly SheetRow[]): string | null {
  const filled = (row: SheetRow): number => row.cells.filter((cell) => cell !== '').length;
  const most = Math.max(0, ...rows.map(filled));
  const first = rows.find((row) => filled(row) >= Math.max(2, most * mostCells));
  return first ? first.cells.join('\t').replace(/\t+$/, '') : null;
}

/** The first rows of a sheet with something in them. */
export async function firstRows(source: RowSource, signal?: AbortSignal): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  const take = (more: readonly SheetRow[]): boolean => {
    for (const row of more) if (row.cells.some((cell) => cell !== '')) rows.push(row);
    return rows.length >= signatureRows;
  };
  await source(take, new Notes(), () => undefined, signal);
  return rows.slice(0, signatureRows);
}

/** A sheet as CSV: record n is row n of the sheet, blank rows included. */
export async function extractSheet(
  source: RowSource,
  done: (fraction: number) => void,
  signal?: AbortSignal,
): Promise<Extracted> {
  let notes: ExtractNote[] = [];
  const blob = await tableText(async (table) => {
    const counted = new Notes();
    let next = 1;
    await source(
      (rows) => {
        for (const { row, cells } of rows) {
          for (; next < row; next++) table.row([]);
          if (row < next) continue; // the same number again: the file is wrong, the first one stands
          table.row(cells);
          next++;
        }
        return false;
      },
      counted,
      done,
      signal,
    );
    notes = counted.list();
  }, 'drop');
  return { blob, names: null, fixed: written, notes };
}
