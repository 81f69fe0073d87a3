import { isBlank } from './cells.ts';
import { guessDelimiter, guessQuote } from './dialect.ts';
import { guessEncoding } from './encoding.ts';
import { columnEvidence } from './evidence.ts';
import { footerOf, footerSearch } from './footer.ts';
import { guessHeaderRow } from './header.ts';
import { guessDateOrder, guessMarks } from './marks.ts';
import { isBinary, otherFormat, otherText } from './notTable.ts';
import { firstRecords, sepDelimiter, tableWidth, widthSample } from './sample.ts';
import type { SampleRecord } from './sample.ts';
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
 * Looks at the first bytes of a file (`whole` = all of it). Choices in `chosen` are kept, the rest is guessed. Throws
 * ReadError when the bytes are no table.
 */
export function inspect(head: Uint8Array, whole: boolean, chosen: Partial<Reading>): Inspection {
  if (head.length === 0) throw new ReadError({ code: 'empty', detail: 'no_bytes' });
  const format = otherFormat(head);
  if (format) throw new ReadError({ code: 'not_table', looksLike: format });
  const encoding = chosen.encoding ?? guessEncoding(head, whole);
  if (!encoding.startsWith('utf-16') && isBinary(head))
    throw new ReadError({ code: 'not_table', looksLike: 'binary' });
  const text = new TextDecoder(encoding).decode(head, { stream: !whole });
  if (text.trim() === '')
    throw new ReadError({ code: 'empty', detail: whole && text === '' ? 'no_bytes' : 'no_rows' });
  const markup = otherText(text);
  if (markup) throw new ReadError({ code: 'not_table', looksLike: markup });

  const bytes = new TextEncoder().encode(text);
  const sep = sepDelimiter(/^[^\r\n]{0,8}/.exec(text)?.[0] ?? '');
  const quote = chosen.quote ?? guessQuote(text);
  const delimiter = chosen.delimiter ?? sep ?? guessDelimiter(bytes, whole, quote);
  if (delimiter === null) throw new ReadError({ code: 'not_table', looksLike: 'text' });
  const records = firstRecords(bytes, whole, { delimiter, quote }, sampleRecords);
  const headerRow =
    chosen.headerRow === undefined ? guessHeaderRow(records, sep === null ? 0 : 1) : chosen.headerRow;
  const dialect = { encoding, delimiter, quote, headerRow };
  const table = cut(records, headerRow, sep !== null, whole);
  const guessed = guessTyped(table, dialect, chosen);
  return { ...guessed, ...describe(table, guessed.reading) };
}

interface Table {
  readonly preamble: readonly SampleRecord[];
  readonly header: SampleRecord | null;
  readonly data: readonly SampleRecord[];
  readonly width: number;
}

function cut(
  records: readonly SampleRecord[],
  headerRow: number | null,
  sep: boolean,
  whole: boolean,
): Table {
  const filled = records.filter((record) => !record.blank || record.record === headerRow);
  const header = filled.find((record) => record.record === headerRow) ?? null;
  const first = header?.record ?? (sep ? 1 : 0);
  const preamble = filled.filter((record) => (header ? record.record < first : record.record <= first));
  let data = filled.filter((record) => record.record > first);
  const counts = data.slice(0, widthSample).map((record) => record.cells.length);
  const width = tableWidth(header?.cells.length ?? null, counts);
  const columns = Math.max(width, header?.cells.length ?? 0);
  if (columns > widest) throw new ReadError({ code: 'too_wide', columns, limit: widest });
  if (whole) {
    const footer = new Set(footerOf(data.slice(-footerSearch), width));
    data = data.filter((record) => !footer.has(record.record));
  }
  if (data.length === 0 && whole)
    throw new ReadError({ code: 'empty', detail: header ? 'header_only' : 'no_rows' });
  return { preamble, header, data, width };
}

const columnCells = (table: Table, index: number): string[] =>
  table.data.map((record) => record.cells[index] ?? '');

function guessTyped(
  table: Table,
  dialect: Omit<Reading, 'decimal' | 'thousands' | 'dateOrder'>,
  chosen: Partial<Reading>,
): { reading: Reading; ask: ReadingKey[] } {
  const columns = Array.from({ length: table.width }, (_, i) =>
    columnCells(table, i).filter((cell) => !isBlank(cell)),
  );
  const order = guessDateOrder(columns);
  const marks = guessMarks(columns, dialect.delimiter);
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
  return { reading, ask };
}

function describe(table: Table, reading: Reading): Pick<Inspection, 'columns' | 'preview' | 'preamble'> {
  const row = ({ record, cells }: SampleRecord): PreviewRow => ({ record, cells });
  const columns = Array.from({ length: table.width }, (_, index): SourceColumn => {
    const name = table.header?.cells[index] ?? '';
    return {
      index,
      header: name.trim() === '' ? String(index + 1) : name,
      evidence: columnEvidence(columnCells(table, index), reading),
    };
  });
  return { columns, preview: table.data.slice(0, previewRows).map(row), preamble: table.preamble.map(row) };
}
