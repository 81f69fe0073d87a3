import { isBlank } from './cells.ts';
import { guessDialect } from './dialect.ts';
import { guessEncoding } from './encoding.ts';
import { columnEvidence } from './evidence.ts';
import { footerOf, footerSearch } from './footer.ts';
import { guessHeader } from './header.ts';
import { headerNames } from './headerNames.ts';
import { isHeaderText } from './kinds.ts';
import { guessDateOrder, guessMarks, marksColumn, marksEffect } from './marks.ts';
import { isBinary, otherFormat, otherText } from './notTable.ts';
import { isRowNamed } from './rowNames.ts';
import { firstRecords, sepDelimiter, tableWidth, widthSample } from './sample.ts';
import type { SampleRecord } from './sample.ts';
import { headText } from './source.ts';
import { isSubtotal } from './subtotals.ts';
import { isPageLine, narrowest } from './textRule.ts';
import { ReadError } from './types.ts';
import type { Inspection, PreviewRow, Reading, ReadingKey, SourceColumn } from './types.ts';

/** How much of a file one look reads. */
export const headBytes = 512 * 1024;
/** Records whose cells are evidence. */
const sampleRecords = 5000;
const previewRows = 100;
/** A table with more columns is refused: it is no customer file, and nobody could map it. */
export const widest = 2000;

/**
 * Looks at the first bytes of a file (`whole` = all of it). Choices in `chosen` are kept, the rest is guessed. `names`
 * = the text has no header, and its columns are called so. Throws ReadError when the bytes are no table, or a table
 * without data.
 */
export function inspect(
  head: Uint8Array,
  whole: boolean,
  chosen: Partial<Reading>,
  names: readonly string[] | null = null,
): Inspection {
  const looked = look(head, whole, chosen, names);
  if (whole && looked.preview.length === 0)
    throw new ReadError({
      code: 'empty',
      detail: looked.reading.headerRow === null ? 'no_rows' : 'header_only',
    });
  return looked;
}

/** The same, but a table without data is a table: `preview` is empty then. */
export function look(
  head: Uint8Array,
  whole: boolean,
  chosen: Partial<Reading>,
  names: readonly string[] | null = null,
): Inspection {
  if (head.length === 0 && names === null) throw new ReadError({ code: 'empty', detail: 'no_bytes' });
  const { bytes, text, encoding } = decode(head, whole, chosen, names !== null);
  const sep = names === null ? sepDelimiter(/^[^\r\n]{0,8}/.exec(text)?.[0] ?? '') : null;
  const dialect = guessDialect(bytes, text, whole, sep === null ? chosen : { delimiter: sep, ...chosen });
  if (dialect === null) throw new ReadError({ code: 'not_table', looksLike: 'text' });
  const records = firstRecords(bytes, whole, dialect, sampleRecords);
  const header = headerOf(records, sep === null ? 0 : 1, names === null ? chosen : { headerRow: null });
  const table = cut(records, header, names, sep !== null, whole);
  const guessed = guessTyped(table, { encoding, ...dialect, ...header }, chosen);
  return { ...guessed, ...describe(table, guessed.reading) };
}

/** The head as text and as UTF-8, after a look for bytes that are no text and text that is no table. */
function decode(
  head: Uint8Array,
  whole: boolean,
  chosen: Partial<Reading>,
  converted: boolean,
): { bytes: Uint8Array; text: string; encoding: string } {
  const format = otherFormat(head);
  if (format) throw new ReadError({ code: 'not_table', looksLike: format });
  const encoding = chosen.encoding ?? guessEncoding(head, whole);
  if (!encoding.startsWith('utf-16') && isBinary(head))
    throw new ReadError({ code: 'not_table', looksLike: 'binary' });
  const text = headText(head, whole, encoding);
  if (!converted) {
    if (text.trim() === '')
      throw new ReadError({ code: 'empty', detail: whole && text === '' ? 'no_bytes' : 'no_rows' });
    const markup = chosen.delimiter === undefined ? otherText(text) : null;
    if (markup) throw new ReadError({ code: 'not_table', looksLike: markup });
  }
  return { bytes: new TextEncoder().encode(text), text, encoding };
}

type Header = Pick<Reading, 'headerRow' | 'headerRows'>;

function headerOf(records: readonly SampleRecord[], behind: number, chosen: Partial<Reading>): Header {
  if (chosen.headerRow === undefined) return guessHeader(records, behind);
  const { headerRow, headerRows } = chosen;
  return headerRow === null || headerRows === undefined ? { headerRow } : { headerRow, headerRows };
}

interface Table {
  readonly preamble: readonly SampleRecord[];
  readonly names: readonly string[] | null;
  readonly data: readonly SampleRecord[];
  readonly width: number;
}

function cut(
  records: readonly SampleRecord[],
  { headerRow, headerRows = 1 }: Header,
  names: readonly string[] | null,
  sep: boolean,
  whole: boolean,
): Table {
  const last = headerRow ?? (sep ? 1 : 0);
  const first = headerRow === null ? last + 1 : last - headerRows + 1;
  const header = records.filter((record) => record.record >= first && record.record <= last);
  const preamble = records.filter((record) => !record.blank && record.record < first);
  const cells = names ?? (header.length > 0 ? headerNames(header.map((record) => record.cells)) : null);
  const lowest = header.at(-1)?.cells ?? [];
  const again = isHeaderText(lowest) ? lowest.join('\0') : null;
  const wide = lowest.length >= narrowest;
  let data = records.filter(
    (record) =>
      !record.blank &&
      record.record > last &&
      record.cells.join('\0') !== again &&
      !isSubtotal(record.cells) &&
      !(wide && isPageLine(record.cells)),
  );
  const counts = data.slice(0, widthSample).map((record) => record.cells.length);
  const width = names?.length ?? tableWidth(cells?.length ?? null, counts);
  const columns = Math.max(width, cells?.length ?? 0);
  if (columns > widest) throw new ReadError({ code: 'too_wide', columns, limit: widest });
  if (whole) {
    const footer = new Set(footerOf(data.slice(-footerSearch), width));
    data = data.filter((record) => !footer.has(record.record));
  }
  const rowNamed = names === null && header.length === 1 && cells !== null && isRowNamed(cells, data.map((record) => record.cells)); // prettier-ignore
  return { preamble, names: rowNamed ? ['', ...cells] : cells, data, width };
}

const columnCells = (table: Table, index: number): string[] =>
  table.data.map((record) => record.cells[index] ?? '');

function guessTyped(
  table: Table,
  dialect: Omit<Reading, 'decimal' | 'thousands' | 'dateOrder'>,
  chosen: Partial<Reading>,
): Pick<Inspection, 'reading' | 'ask' | 'marks'> {
  const columns = Array.from({ length: table.width }, (_, i) =>
    columnCells(table, i).filter((cell) => !isBlank(cell)),
  );
  const order = guessDateOrder(columns);
  const headers = table.names ?? [];
  const marks = guessMarks(columns, dialect.delimiter, headers);
  const shown = columns[marksColumn(columns, headers)];
  const decimal = chosen.decimal ?? marks.value.decimal;
  const grouping = marks.value.thousands === decimal ? (decimal === '.' ? ',' : '.') : marks.value.thousands;
  const reading: Reading = {
    ...dialect,
    decimal,
    thousands: chosen.thousands ?? grouping,
    dateOrder: chosen.dateOrder ?? order.value,
  };
  const ask: ReadingKey[] = [];
  if (order.open && chosen.dateOrder === undefined) ask.push('dateOrder');
  if (marks.open && chosen.decimal === undefined) ask.push('decimal');
  return { reading, ask, marks: shown ? marksEffect([shown]) : [] };
}

function describe(table: Table, reading: Reading): Pick<Inspection, 'columns' | 'preview' | 'preamble'> {
  const row = ({ record, cells }: SampleRecord): PreviewRow => ({ record, cells });
  const columns = Array.from({ length: table.width }, (_, index): SourceColumn => {
    const name = table.names?.[index]?.trim() ?? '';
    return {
      index,
      header: name === '' ? String(index + 1) : name,
      evidence: columnEvidence(columnCells(table, index), reading),
    };
  });
  return { columns, preview: table.data.slice(0, previewRows).map(row), preamble: table.preamble.map(row) };
}
