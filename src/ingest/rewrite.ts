import { CsvBytes } from './csvBytes.ts';
import { headerNames } from './headerNames.ts';
import { RecordKinds } from './kinds.ts';
import { Tokeniser } from './records.ts';
import { utf8 } from './source.ts';
import type { Bytes } from './source.ts';
import type { PreviewRow, Reading, Survey } from './types.ts';

/**
 * The data records as regular UTF-8 CSV, piece by piece: comma, double quotes where needed, LF, no header; first the
 * physical record number, then exactly `columns` cells, then one more with a long record's extra cells (themselves
 * joined by commas; empty for all other records).
 */
export async function* rewrite(
  bytes: Bytes,
  reading: Reading,
  survey: Pick<Survey, 'footerRecords'>,
  columns: number,
  done: (bytes: number) => void,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const out = new CsvBytes();
  const footer = new Set(survey.footerRecords);
  const kinds = new RecordKinds(reading);
  const tokeniser = new Tokeniser(reading, true, (each) => {
    if (kinds.of(each) !== 'data' || footer.has(each.record)) return;
    out.numbered(each, columns);
  });
  const seen = { bytes: 0, replaced: 0 };
  for await (const chunk of utf8(bytes, reading.encoding, seen, done, signal)) {
    tokeniser.push(chunk);
    if (out.length > 0) yield out.take();
  }
  tokeniser.finish();
  if (out.length > 0) yield out.take();
}

/**
 * The table as it stands in the file, as regular UTF-8 CSV: the header (the rows of a header of several joined by
 * blanks; `names` where the file has none; no header where that is null), then every data record with as many cells as
 * it has.
 */
export async function* asRead(
  bytes: Bytes,
  reading: Reading,
  survey: Pick<Survey, 'footerRecords'>,
  names: readonly string[] | null,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const out = new CsvBytes();
  const footer = new Set(survey.footerRecords);
  const kinds = new RecordKinds(reading);
  const header: string[][] = [];
  if (names) out.texts(names);
  const tokeniser = new Tokeniser(reading, true, (each) => {
    const kind = kinds.of(each);
    if (kind === 'data' && !footer.has(each.record)) out.record(each);
    if (kind !== 'header' || each.record > (reading.headerRow ?? 0)) return;
    header.push(each.texts());
    if (each.record === reading.headerRow) out.texts(headerNames(header, true));
  });
  for await (const chunk of utf8(bytes, reading.encoding, { bytes: 0, replaced: 0 }, () => undefined)) {
    tokeniser.push(chunk);
    if (out.length > 0) yield out.take();
  }
  tokeniser.finish();
  if (out.length > 0) yield out.take();
}

/** The records with these physical numbers (ascending), as read. */
export async function pickRecords(
  bytes: Bytes,
  reading: Reading,
  wanted: readonly number[],
  signal?: AbortSignal,
): Promise<PreviewRow[]> {
  const found: PreviewRow[] = [];
  if (wanted.length === 0) return found;
  const tokeniser = new Tokeniser(reading, true, (each) => {
    if (each.record !== wanted[found.length]) return;
    found.push({ record: each.record, cells: each.texts() });
    if (found.length === wanted.length) each.stop();
  });
  const seen = { bytes: 0, replaced: 0 };
  for await (const chunk of utf8(bytes, reading.encoding, seen, () => undefined, signal)) {
    tokeniser.push(chunk);
    if (tokeniser.stopped) break;
  }
  tokeniser.finish();
  return found;
}
