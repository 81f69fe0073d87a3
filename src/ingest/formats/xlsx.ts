import type { Bytes } from '../source.ts';
import { cellName, columnOf, isLong, numberText, serialText } from './cellText.ts';
import type { Notes } from './notes.ts';
import { type RowSource, type SheetRow, type Table, extractSheet, firstRows, signatureOf } from './sheet.ts';
import { openWorkbook, unescaped, type Workbook } from './workbook.ts';
import { attribute, scanXml, type XmlHandler } from './xml.ts';
import { entryBytes, type ZipEntry } from './zip.ts';

/** The widest sheet that the format allows. */
const mostColumns = 16_384;

/** `2024-01-05T00:00:00.000Z`, as strict files write dates. */
const isoCell = (text: string): string =>
  text
    .replace(/[zZ]$/, '')
    .replace(/\.\d+$/, '')
    .replace('T', ' ');

/** Turns the events of one sheet's XML into rows (ECMA-376 part 1, 18.3.1). */
class SheetHandler implements XmlHandler {
  rows: SheetRow[] = [];
  /** Last row of the range that the file says it uses; null = it does not say, or only names one cell. */
  lastRow: number | null = null;
  private readonly book: Workbook;
  private readonly notes: Notes;
  private row = 0;
  private cells: string[] = [];
  private column = -1;
  private type = 'n';
  private style = -1;
  private value = '';
  private hasFormula = false;
  private into = false;
  private phonetic = false;

  constructor(book: Workbook, notes: Notes) {
    this.book = book;
    this.notes = notes;
  }

  open(name: string, raw: string): void {
    switch (name) {
      case 'c':
        return this.openCell(raw);
      case 'v':
        this.into = true;
        return;
      case 't':
        this.into = !this.phonetic && this.type === 'inlineStr';
        return;
      case 'f':
        this.hasFormula = true;
        return;
      case 'rPh':
        this.phonetic = true;
        return;
      case 'row': {
        const number = Number(attribute(raw, 'r') ?? NaN);
        this.row = number >= 1 && number <= 1_048_576 ? number : this.row + 1;
        this.column = -1;
        return;
      }
      case 'dimension':
        this.lastRow = Number(/:[A-Z$]+(\d+)$/i.exec(attribute(raw, 'ref') ?? '')?.[1] ?? NaN) || null;
        return;
      case 'mergeCell':
        return this.merged(attribute(raw, 'ref') ?? '');
    }
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.into = false;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') {
      if (this.cells.length > 0) this.rows.push({ row: this.row, cells: this.cells });
      this.cells = [];
    }
  }

  text(piece: string): void {
    if (this.into) this.value += piece;
  }

  private openCell(raw: string): void {
    const name = attribute(raw, 'r');
    const column = name === null ? -1 : columnOf(name);
    this.column = column >= 0 && column < mostColumns ? column : this.column + 1;
    this.type = attribute(raw, 't') ?? 'n';
    this.style = Number(attribute(raw, 's') ?? -1);
    this.value = '';
    this.hasFormula = false;
  }

  private closeCell(): void {
    if (this.hasFormula && this.value === '' && this.type !== 'str')
      this.notes.add('no_cached_value', this.where());
    const text = this.cellText();
    if (text === '') return;
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = text;
  }

  private cellText(): string {
    switch (this.type) {
      case 's':
        return this.value === '' ? '' : (this.book.strings[Number(this.value)] ?? '');
      case 'inlineStr':
      case 'str':
        return unescaped(this.value);
      case 'b':
        return this.value === '' ? '' : /^(1|true)$/.test(this.value.trim()) ? 'TRUE' : 'FALSE';
      case 'e':
        this.notes.add('formula_error', this.where());
        return this.value;
      case 'd':
        return isoCell(this.value);
      default:
        return this.number(this.value.trim());
    }
  }

  private number(text: string): string {
    if (text === '') return '';
    const value = Number(text);
    if (Number.isNaN(value)) return text;
    const shown = this.book.styles[this.style] ?? 'number';
    if (shown !== 'number') return serialText(value, shown, this.book.date1904);
    if (!isLong(value)) return numberText(value);
    this.notes.add('long_number', this.where());
    // Other programs than spreadsheets write all digits; those are right as they stand.
    return /^-?\d+$/.test(text) ? text : numberText(value);
  }

  /** Cells merged over rows leave all rows but the first blank; a title merged over columns loses nothing. */
  private merged(ref: string): void {
    const [from = '', to = ''] = ref.split(':');
    if (/\d+$/.exec(from)?.[0] !== /\d+$/.exec(to)?.[0]) this.notes.add('merged_cells', from);
  }

  private where(): string {
    return cellName(this.column, this.row);
  }
}

const rowsOf =
  (file: Blob, book: Workbook, entry: ZipEntry, lastRow: (row: number | null) => void): RowSource =>
  async (take, notes, done, signal) => {
    const handler = new SheetHandler(book, notes);
    const bytes: Bytes = entryBytes(file, entry, done, signal);
    let enough = false;
    await scanXml(bytes, handler, () => {
      const { rows } = handler;
      handler.rows = [];
      enough = rows.length > 0 && take(rows);
      return enough;
    });
    if (!enough && handler.rows.length) take(handler.rows);
    lastRow(handler.lastRow);
  };

/** The sheets of a workbook that have anything in them; all of them when none has. */
export async function xlsxTables(
  file: Blob,
  entries: readonly ZipEntry[],
  signal?: AbortSignal,
): Promise<Table[]> {
  const book = await openWorkbook(file, entries, signal);
  const tables: Table[] = [];
  for (const { name, hidden, entry } of book.sheets) {
    let last: number | null = null;
    const source = rowsOf(file, book, entry, (row) => (last = row));
    const rows = await firstRows(source, signal);
    if (rows.length === 0) continue;
    const part = {
      path: [name],
      kind: 'sheet' as const,
      hidden,
      rows: last as number | null,
      signature: signatureOf(rows),
    };
    tables.push({ part, extract: (done, stop) => extractSheet(source, done, stop) });
  }
  return tables;
}
