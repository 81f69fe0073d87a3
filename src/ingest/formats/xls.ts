import { CFB, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { ReadError } from '../types.ts';
import { cellName, isLong, numberText, serialText, shownByCode, type Shown } from './cellText.ts';
import { mostInMemory, within } from './limits.ts';
import type { Notes } from './notes.ts';
import { extractSheet, firstRows, type RowSource, type SheetRow, signatureOf, type Table } from './sheet.ts';

interface Cell {
  readonly t: string;
  readonly v?: unknown;
  readonly w?: string;
  readonly f?: string;
  /** Number format, a code. */
  readonly z?: number | string;
}

const errors: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

/** Rows that are turned to text before other work gets its turn. */
const batchRows = 2000;

class CellReader {
  private readonly shown = new Map<string, Shown>();
  private readonly notes: Notes;
  private readonly date1904: boolean;

  constructor(notes: Notes, date1904: boolean) {
    this.notes = notes;
    this.date1904 = date1904;
  }

  text(cell: Cell | undefined, column: number, row: number): string {
    if (!cell) return '';
    const where = (): string => cellName(column, row);
    switch (cell.t) {
      case 'n':
        return this.number(Number(cell.v), String(cell.z ?? 'General'), where);
      case 'b':
        return cell.v ? 'TRUE' : 'FALSE';
      case 'e':
        this.notes.add('formula_error', where());
        return cell.w ?? errors[Number(cell.v)] ?? '#ERROR!';
      case 'z':
        if (cell.f !== undefined) this.notes.add('no_cached_value', where());
        return '';
      default:
        return typeof cell.v === 'string' ? cell.v : '';
    }
  }

  private number(value: number, code: string, where: () => string): string {
    let shown = this.shown.get(code);
    if (shown === undefined) this.shown.set(code, (shown = shownByCode(code)));
    if (shown !== 'number') return serialText(value, shown, this.date1904);
    if (isLong(value)) this.notes.add('long_number', where());
    return numberText(value);
  }
}

function rowsOf(sheet: WorkSheet, date1904: boolean): RowSource {
  const data = (sheet['!data'] ?? []) as readonly (readonly (Cell | undefined)[] | undefined)[];
  return async (take, notes, done, signal) => {
    const reader = new CellReader(notes, date1904);
    for (let at = 0; at < data.length; at += batchRows) {
      signal?.throwIfAborted();
      const rows: SheetRow[] = [];
      for (let r = at; r < Math.min(at + batchRows, data.length); r++) {
        const cells = data[r];
        if (cells)
          rows.push({ row: r + 1, cells: Array.from(cells, (cell, c) => reader.text(cell, c, r + 1)) });
      }
      if (take(rows)) return;
      done(Math.min(1, (at + batchRows) / data.length));
      await Promise.resolve();
    }
    for (const { s, e } of sheet['!merges'] ?? [])
      if (s.r !== e.r) notes.add('merged_cells', cellName(s.c, s.r + 1));
  };
}

/** Excel 95 and later encrypt a workbook inside the same container, under a stream of this name. */
const isLocked = (bytes: Uint8Array): boolean => {
  try {
    return CFB.find(CFB.read(bytes, { type: 'buffer' }), '/EncryptedPackage') !== null;
  } catch {
    return false;
  }
};

function parse(bytes: Uint8Array, looksLike: 'xls' | 'xlsx'): WorkBook {
  if (bytes[0] === 0xd0 && isLocked(bytes)) throw new ReadError({ code: 'locked', looksLike: 'xlsx' });
  try {
    // Strings are read as they stand, and dates stay serials: what they mean is decided here, not there.
    return read(bytes, { type: 'array', dense: true, cellNF: true, cellText: false, cellHTML: false });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    if (/password|encrypt/i.test(detail)) throw new ReadError({ code: 'locked', looksLike });
    throw new ReadError({ code: 'broken', looksLike, detail });
  }
}

/** The sheets of a workbook in another format than xlsx: xls, xlsb, ods, the XML of Excel 2003. */
export async function otherWorkbookTables(
  file: Blob,
  looksLike: 'xls' | 'xlsx',
  signal?: AbortSignal,
): Promise<Table[]> {
  within(file.size, mostInMemory);
  const book = parse(new Uint8Array(await file.arrayBuffer()), looksLike);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const tables: Table[] = [];
  for (const [at, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (!sheet) continue;
    const source = rowsOf(sheet, date1904);
    const first = await firstRows(source, signal);
    if (first.length === 0) continue;
    const hidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
    const rows = (sheet['!data'] ?? []).length;
    const part = { path: [name], kind: 'sheet' as const, hidden, rows, signature: signatureOf(first) };
    tables.push({ part, extract: (done, stop) => extractSheet(source, done, stop) });
  }
  return tables;
}
