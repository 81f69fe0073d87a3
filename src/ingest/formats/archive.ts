import { kindOf } from '../sniff.ts';
import { ReadError } from '../types.ts';
import { mostLevels } from './limits.ts';
import { collected, firstBytes } from './pieces.ts';
import type { Table } from './sheet.ts';
import { entryBytes, type ZipEntry } from './zip.ts';

/** Opens a file inside the archive. */
export type Open = (file: Blob, name: string, level: number, signal?: AbortSignal) => Promise<Table[]>;

const headBytes = 64 * 1024;

/** What operating systems leave in archives, and lock files of open workbooks. */
const clutter = /(^|[\\/])(__MACOSX[\\/]|\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** Files with these names should be tables; others that are none (a PDF beside them) are passed over. */
const data = /\.(csv|tsv|tab|txt|xls[xmb]?|ods|json|jsonl|ndjson|parquet|gz|zip)$/i;

function entryText(file: Blob, entry: ZipEntry): Table {
  return {
    part: { path: [entry.name], kind: 'text', hidden: false, rows: null, signature: null },
    async extract(done, signal) {
      const blob = await collected(entryBytes(file, entry, done, signal), () => undefined);
      return { blob, names: null, fixed: {}, notes: [] };
    },
  };
}

async function entryTables(
  file: Blob,
  entry: ZipEntry,
  level: number,
  open: Open,
  signal?: AbortSignal,
): Promise<Table[]> {
  const ignore = (): void => undefined;
  const head = await firstBytes(entryBytes(file, entry, ignore, signal), headBytes);
  if (kindOf(head, head.length === entry.size, entry.name) === 'text') return [entryText(file, entry)];
  const inner = await collected(entryBytes(file, entry, ignore, signal), ignore);
  const tables = await open(inner, entry.name, level + 1, signal);
  return tables.map((table) => ({
    ...table,
    part: { ...table.part, path: [entry.name, ...table.part.path] },
  }));
}

/** A file that cannot be read keeps its place, so that whoever opens it is told why. */
const unreadable = (entry: ZipEntry, reason: ReadError): Table => ({
  part: { path: [entry.name], kind: 'text', hidden: false, rows: null, signature: null },
  extract: () => Promise.reject(reason),
});

/** The tables of all files of an archive; where there is none at all, the first reason is thrown. */
export async function archiveTables(
  file: Blob,
  entries: readonly ZipEntry[],
  level: number,
  open: Open,
  signal?: AbortSignal,
): Promise<Table[]> {
  if (level > mostLevels)
    throw new ReadError({
      code: 'broken',
      looksLike: 'zip',
      detail: `more than ${mostLevels} archives inside each other`,
    });
  const tables: Table[] = [];
  const refused: ReadError[] = [];
  let readable = 0;
  for (const entry of entries) {
    if (clutter.test(entry.name)) continue;
    try {
      if (entry.size === 0) throw new ReadError({ code: 'empty', detail: 'no_bytes' });
      const found = await entryTables(file, entry, level, open, signal);
      readable += found.length;
      tables.push(...found);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      refused.push(error);
      if (error.reason.code !== 'not_table' || data.test(entry.name)) tables.push(unreadable(entry, error));
    }
  }
  if (readable > 0) return tables;
  throw refused[0] ?? new ReadError({ code: 'empty', detail: 'no_rows' });
}
