import { joined } from '../../base/bytes.ts';
import type { Bytes } from '../source.ts';
import { ReadError } from '../types.ts';
import { within } from './limits.ts';

/** One record with more bytes than this is no row of a table. */
const mostRecord = 64 * 1024 ** 2;

const broken = (): ReadError =>
  new ReadError({ code: 'broken', looksLike: 'json', detail: 'the end is missing' });

/**
 * Cuts a JSON text (UTF-8) between records, so that no text longer than a piece and a record is ever held. `from` =
 * first byte behind the array's bracket, null = records without an array. Yields texts of whole records.
 */
export async function* jsonRecords(bytes: Bytes, from: number | null): AsyncGenerator<string> {
  const array = from !== null;
  const decoder = new TextDecoder();
  let skip = from ?? 0;
  let rest: Uint8Array = new Uint8Array(0);
  let depth = 0;
  let inString = false;
  let escaped = false;
  for await (const whole of bytes) {
    const piece = whole.subarray(Math.min(skip, whole.length));
    skip -= whole.length - piece.length;
    let cut = 0; // behind the last whole record
    for (let i = 0; i < piece.length; i++) {
      const byte = piece[i]!;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === 0x5c) escaped = true;
        else if (byte === 0x22) inString = false;
      } else if (byte === 0x22) inString = true;
      else if (byte === 0x7b || byte === 0x5b) depth++;
      else if (byte === 0x7d || byte === 0x5d) {
        if (depth === 0 && array) {
          yield decoder.decode(joined(rest, piece.subarray(0, i)));
          return;
        }
        if (--depth === 0 && !array) cut = i + 1;
      } else if (byte === 0x2c && depth === 0) cut = i + 1;
    }
    if (cut > 0) {
      yield decoder.decode(joined(rest, piece.subarray(0, cut)));
      rest = piece.slice(cut);
    } else rest = joined(rest, piece);
    within(rest.length, mostRecord);
  }
  if (array || inString || depth > 0) throw broken();
  yield decoder.decode(rest);
}
