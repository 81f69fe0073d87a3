import { guessEncoding } from '../encoding.ts';
import { type Bytes, utf8 } from '../source.ts';
import { type Extracted, type ExtractNote, ReadError } from '../types.ts';
import { JsonCells, JsonColumns } from './jsonCells.ts';
import { jsonLayout, type Records } from './jsonLayout.ts';
import { jsonRecords } from './jsonRecords.ts';
import { Notes } from './notes.ts';
import { slices } from './pieces.ts';
import type { Table } from './sheet.ts';
import { tableText, written } from './tableText.ts';

const sliceBytes = 4 * 1024 * 1024;
const headBytes = 64 * 1024;

/** The text as UTF-8, whatever its encoding. */
async function* decodedText(file: Blob, done: (fraction: number) => void, signal?: AbortSignal): Bytes {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const seen = { bytes: 0, replaced: 0 };
  const encoding = guessEncoding(head, file.size <= headBytes);
  yield* utf8(slices(file, sliceBytes, signal), encoding, seen, (bytes) => done(bytes / file.size), signal);
}

async function extractRecords(
  file: Blob,
  records: Records,
  done: (fraction: number) => void,
  signal?: AbortSignal,
): Promise<Extracted> {
  const columns = new JsonColumns();
  let notes: ExtractNote[] = [];
  const blob = await tableText(
    async (table) => {
      const counted = new Notes();
      const cells = new JsonCells(columns, counted);
      for await (const text of jsonRecords(decodedText(file, done, signal), records.from))
        for (const row of cells.records(text)) table.row(row);
      notes = counted.list();
    },
    'keep',
    () => columns.names.length,
  );
  // Arrays of values have no names; then the first one can be the header, as in any text.
  const known = columns.names.length > 0;
  return {
    blob,
    names: known ? columns.names : null,
    fixed: known ? { ...written, headerRow: null } : written,
    notes,
  };
}

/** The tables of a JSON text. Throws ReadError `not_table` when it holds no records. */
export async function jsonTables(file: Blob, signal?: AbortSignal): Promise<Table[]> {
  const layout = await jsonLayout(decodedText(file, () => undefined, signal));
  if (layout.length === 0) throw new ReadError({ code: 'not_table', looksLike: 'json' });
  return layout.map((records) => ({
    part: {
      path: records.keys.length ? [records.keys.join('.')] : [],
      kind: records.from === null ? ('ndjson' as const) : ('json' as const),
      hidden: false,
      rows: null,
      signature: null,
    },
    extract: (done, stop) => extractRecords(file, records, done, stop),
  }));
}
