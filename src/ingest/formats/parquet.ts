import {
  type Compressors,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type SchemaElement,
} from 'hyparquet';
import { compressors as packed } from 'hyparquet-compressors';
import { type Extracted, type ExtractNote, ReadError } from '../types.ts';
import { Notes } from './notes.ts';
import type { Table } from './sheet.ts';
import { tableText, written } from './tableText.ts';
import { cellOf, type ColumnText, decimalType, parsers, textOf } from './parquetCells.ts';

interface Source {
  readonly byteLength: number;
  slice(start: number, end?: number): Promise<ArrayBuffer>;
}

const sourceOf = (file: Blob): Source => ({
  byteLength: file.size,
  slice: (start, end) => file.slice(start, end).arrayBuffer(),
});

const broken = (cause: unknown): ReadError =>
  new ReadError({
    code: 'broken',
    looksLike: 'parquet',
    detail: cause instanceof Error ? cause.message : String(cause),
  });

/** A page of blank cells unpacks to nothing, which the library's own LZ4 takes for damage. */
const compressors: Compressors = Object.fromEntries(
  Object.entries(packed).map(([codec, unpack]) => [
    codec,
    (input: Uint8Array, length: number) => (length === 0 ? new Uint8Array(0) : unpack(input, length)),
  ]),
);

/** The library makes doubles of decimals: without the mark it hands out their whole numbers, which are exact. */
function withoutDecimals(metadata: FileMetaData): FileMetaData {
  const schema = metadata.schema.map((element): SchemaElement => {
    if (!decimalType(element)) return element;
    const { converted_type: _converted, logical_type: _logical, ...bare } = element;
    return bare;
  });
  return { ...metadata, schema };
}

async function extractParquet(
  file: Blob,
  metadata: FileMetaData,
  done: (fraction: number) => void,
  signal?: AbortSignal,
): Promise<Extracted> {
  const columns: ColumnText[] = parquetSchema(metadata).children.map(({ element }) => textOf(element));
  const bare = withoutDecimals(metadata);
  let notes: ExtractNote[] = [];
  const blob = await tableText(
    async (table) => {
      const counted = new Notes();
      let start = 0;
      for (const [at, group] of metadata.row_groups.entries()) {
        signal?.throwIfAborted();
        const end = start + Number(group.num_rows);
        const rows = await readRows(file, bare, start, end);
        for (const [i, row] of rows.entries())
          table.row(
            columns.map((column, c) =>
              cellOf(row[c], column, () => counted.add('nested', `record ${start + i + 1}`)),
            ),
          );
        start = end;
        done((at + 1) / metadata.row_groups.length);
      }
      notes = counted.list();
    },
    'keep',
    () => columns.length,
  );
  const names = columns.map(({ name }) => name);
  return { blob, names, fixed: { ...written, headerRow: null }, notes };
}

async function readRows(
  file: Blob,
  metadata: FileMetaData,
  rowStart: number,
  rowEnd: number,
): Promise<unknown[][]> {
  let rows: unknown[][] = [];
  try {
    await parquetRead({
      file: sourceOf(file),
      metadata,
      compressors,
      parsers,
      utf8: false,
      rowStart,
      rowEnd,
      onComplete: (read: unknown[][]) => (rows = read),
    });
  } catch (cause) {
    throw broken(cause);
  }
  return rows;
}

/** The table of a Parquet file, read row group by row group. Throws ReadError `broken`. */
export async function parquetTables(file: Blob): Promise<Table[]> {
  const metadata = await parquetMetadataAsync(sourceOf(file), { parsers, geoparquet: false }).catch(
    (cause: unknown) => {
      throw broken(cause);
    },
  );
  const rows = Number(metadata.num_rows);
  const part = { path: [], kind: 'parquet' as const, hidden: false, rows, signature: null };
  return [{ part, extract: (done, signal) => extractParquet(file, metadata, done, signal) }];
}
