import { decoderOf } from './decoder.ts';
import { LineDecoder } from './lineDecoder.ts';
import { ReadError } from './types.ts';

/** The raw bytes of a file, piece by piece. */
export type Bytes = AsyncIterable<Uint8Array>;

/** What was seen while decoding; complete when the last piece has been read. */
export interface Decoding {
  bytes: number;
  /** Wrong byte sequences that became U+FFFD. */
  replaced: number;
  /** Lines in another encoding than the rest: which, the line (from 1) of the first, how many. */
  mixed?: { encoding: string; firstLine: number; lines: number } | null;
  /** Line breaks in all pieces handed out so far; the caller counts lines anyway. Without it `firstLine` is 0. */
  lineBreaks?: () => number;
}

const otherBegins = Symbol('other lines begin');

/**
 * The file as UTF-8, piece by piece, with lines in another encoding put right (see LineDecoder); waiting for the next
 * piece is the pause in which other work gets its turn. Throws the signal's reason when aborted, and ReadError
 * `encoding` with the position of the first wrong byte when a file that is to be read as UTF-8 is in another encoding.
 */
export async function* utf8(
  bytes: Bytes,
  encoding: string,
  seen: Decoding,
  done: (bytes: number) => void,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let pieces: (Uint8Array | typeof otherBegins)[] = [];
  const decoder = new LineDecoder(
    encoding,
    (piece) => pieces.push(piece),
    () => pieces.push(otherBegins),
  );
  const check = (byte: number): void => {
    if (byte >= 0) throw new ReadError({ code: 'encoding', encoding, byte });
  };
  let firstLine = 0;
  const ready = function* (): Generator<Uint8Array> {
    const found = pieces;
    pieces = [];
    for (const piece of found) {
      // By now the caller has taken and counted all lines before.
      if (piece === otherBegins) firstLine = (seen.lineBreaks?.() ?? -1) + 1;
      else yield piece;
    }
  };
  for await (const chunk of bytes) {
    signal?.throwIfAborted();
    seen.bytes += chunk.length;
    check(decoder.push(chunk));
    yield* ready();
    done(seen.bytes);
  }
  signal?.throwIfAborted();
  check(decoder.finish());
  yield* ready();
  seen.replaced = decoder.replaced;
  if (decoder.other) seen.mixed = { ...decoder.other, firstLine };
}

/**
 * The text of a file's first bytes, decoded as `utf8` decodes the whole file; where an encoding does not fit, with
 * U+FFFD, so that it can be seen. `whole` = the bytes are the whole file, else a cut last character is left out.
 */
export function headText(head: Uint8Array, whole: boolean, encoding: string): string {
  const decoder = decoderOf('utf-8');
  let text = '';
  const lines = new LineDecoder(encoding, (piece) => (text += decoder.decode(piece, true)));
  const end = whole ? head.length : Math.max(head.lastIndexOf(10), head.lastIndexOf(13)) + 1;
  const rest = (from: number): string => decoderOf(encoding).decode(head.subarray(from), !whole);
  if (/^utf-16/.test(encoding)) return rest(0);
  if (lines.push(head.subarray(0, end)) >= 0 || lines.finish() >= 0) return rest(0);
  return end === head.length ? text : text + rest(end);
}
