import { ReadError } from './types.ts';
import { Utf8Check } from './utf8.ts';

/** The raw bytes of a file, piece by piece. */
export type Bytes = AsyncIterable<Uint8Array>;

/** What was seen while decoding; complete when the last piece has been read. */
export interface Decoding {
  bytes: number;
  /** Wrong byte sequences that became U+FFFD; always 0 for UTF-8, where the first one is an error. */
  replaced: number;
}

/**
 * The file as UTF-8, piece by piece; waiting for the next piece is the pause in which other work gets its turn. Throws the signal's reason when aborted, and ReadError `encoding` with the
 * position of the first wrong byte when a file that is to be read as UTF-8 is not UTF-8.
 */
export async function* utf8(
  bytes: Bytes,
  encoding: string,
  seen: Decoding,
  done: (bytes: number) => void,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const check = encoding === 'utf-8' ? new Utf8Check() : null;
  const decoder = check ? null : new TextDecoder(encoding);
  const encoder = new TextEncoder();
  const wrong = (byte: number): void => {
    if (byte >= 0) throw new ReadError({ code: 'encoding', encoding, byte });
  };
  const transcode = (text: string): Uint8Array => {
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) seen.replaced++;
    return encoder.encode(text);
  };
  for await (const chunk of bytes) {
    signal?.throwIfAborted();
    seen.bytes += chunk.length;
    if (check) {
      wrong(check.push(chunk));
      yield chunk;
    } else yield transcode(decoder!.decode(chunk, { stream: true }));
    done(seen.bytes);
  }
  signal?.throwIfAborted();
  if (check) wrong(check.finish());
  else yield transcode(decoder!.decode());
}
