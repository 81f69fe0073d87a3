import { guessEncoding } from '../encoding.ts';
import { sniff } from '../sniff.ts';
import { type Part, ReadError, type Reader } from '../types.ts';
import { archiveTables } from './archive.ts';
import { crc32 } from './crc32.ts';
import { gunzip } from './gunzip.ts';
import { htmlTable } from './htmlTable.ts';
import { jsonTables } from './json.ts';
import { mostInMemory, mostLevels, within } from './limits.ts';
import { parquetTables } from './parquet.ts';
import { collected } from './pieces.ts';
import { extractSheet, firstRows, signatureOf, type Table } from './sheet.ts';
import { otherWorkbookTables } from './xls.ts';
import { xlsxTables } from './xlsx.ts';
import { zipEntries } from './zip.ts';

const wholeText = (file: Blob): Table => ({
  part: { path: [], kind: 'text', hidden: false, rows: null, signature: null },
  extract: () => Promise.resolve({ blob: file, names: null, fixed: {}, notes: [] }),
});

async function pageTables(file: Blob): Promise<Table[]> {
  within(file.size, mostInMemory);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const source = htmlTable(new TextDecoder(guessEncoding(bytes, true)).decode(bytes));
  if (!source) throw new ReadError({ code: 'not_table', looksLike: 'html' });
  const signature = signatureOf(await firstRows(source));
  const part = { path: [], kind: 'sheet' as const, hidden: false, rows: null, signature };
  return [{ part, extract: (done, signal) => extractSheet(source, done, signal) }];
}

async function zipTables(file: Blob, level: number, signal?: AbortSignal): Promise<Table[]> {
  const entries = await zipEntries(file);
  const has = (name: RegExp): boolean => entries.some((entry) => name.test(entry.name));
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return otherWorkbookTables(file, 'xlsx', signal);
  if (!has(/^\[Content_Types\]\.xml$/i)) return archiveTables(file, entries, level, tablesOf, signal);
  if (has(/^xl[\\/]workbook\.bin$/i)) return otherWorkbookTables(file, 'xlsx', signal);
  if (has(/^(word|ppt)[\\/]/i)) throw new ReadError({ code: 'not_table', looksLike: 'zip' });
  return xlsxTables(file, entries, signal);
}

/** All tables inside a file. Throws ReadError when there is none. */
async function tablesOf(file: Blob, name: string, level: number, signal?: AbortSignal): Promise<Table[]> {
  const tables = await tablesByKind(file, name, level, signal);
  if (tables.length === 0) throw new ReadError({ code: 'empty', detail: 'no_rows' });
  return tables;
}

async function tablesByKind(file: Blob, name: string, level: number, signal?: AbortSignal): Promise<Table[]> {
  switch (await sniff(file, name)) {
    case 'text':
      return [wholeText(file)];
    case 'zip':
      return zipTables(file, level, signal);
    case 'gzip': {
      if (level > mostLevels)
        throw new ReadError({ code: 'broken', looksLike: 'gzip', detail: 'too many layers' });
      const inner = await collected(
        gunzip(file, () => undefined, signal),
        () => undefined,
      );
      return tablesOf(inner, name.replace(/\.(gz|gzip)$/i, ''), level + 1, signal);
    }
    case 'workbook':
      return otherWorkbookTables(file, 'xls', signal);
    case 'parquet':
      return parquetTables(file);
    case 'json':
      return jsonTables(file, signal);
    case 'page':
      return pageTables(file);
  }
}

/** Tells files apart that agree in name, size and date: the end of an archive or workbook holds its check sums. */
async function keyOf(file: Blob, name: string): Promise<string> {
  const end = new Uint8Array(await file.slice(-4096).arrayBuffer());
  return JSON.stringify([name, file.size, file instanceof File ? file.lastModified : 0, crc32(end, 0)]);
}

const samePath = (a: Part, b: Part): boolean => JSON.stringify(a.path) === JSON.stringify(b.path);

/**
 * Finds and converts tables of other formats than text. The last file stays open, because a workbook or archive is
 * asked for several times: what is in it, then one sheet, then another.
 */
export function formatReader(): Pick<Reader, 'contents' | 'extract'> {
  let last: { readonly key: string; readonly tables: readonly Table[] } | null = null;

  const open = async (file: Blob, name: string, signal?: AbortSignal): Promise<readonly Table[]> => {
    signal?.throwIfAborted();
    const key = await keyOf(file, name);
    if (last?.key === key) return last.tables;
    last = null; // what it holds is not needed while the next one is opened
    const tables = await tablesOf(file, name, 1, signal);
    // Blobs without a date could be told apart only by their bytes.
    if (file instanceof File) last = { key, tables };
    return tables;
  };

  return {
    contents: async (file, name, signal) => (await open(file, name, signal)).map(({ part }) => part),
    async extract(file, name, part, done, signal) {
      const table = (await open(file, name, signal)).find((each) => samePath(each.part, part));
      if (!table) throw new ReadError({ code: 'empty', detail: 'no_rows' });
      return table.extract(done, signal);
    },
  };
}
