import { Gunzip } from 'fflate';
import type { Bytes } from '../source.ts';
import { ReadError } from '../types.ts';
import { crc32 } from './crc32.ts';
import { slices } from './pieces.ts';

/** Small, because one byte can stand for a thousand: a piece is then at most about 130 MB. */
const sliceBytes = 128 * 1024;

const broken = (detail: string): ReadError => new ReadError({ code: 'broken', looksLike: 'gzip', detail });

interface Member {
  /** Where the member's eight bytes of check sum and length end. */
  readonly end: number;
  readonly crc: number;
  readonly size: number;
}

/** RFC 1952: CRC-32 and length modulo 2^32 stand in a member's last eight bytes. */
async function verify(file: Blob, { end, crc, size }: Member): Promise<void> {
  const trailer = new DataView(await file.slice(end - 8, end).arrayBuffer());
  if (trailer.byteLength < 8) throw broken('the end is missing');
  if (trailer.getUint32(0, true) !== crc || trailer.getUint32(4, true) !== size % 2 ** 32)
    throw broken('the check sum does not agree');
}

/**
 * The unpacked bytes. Members that were joined end to end (logs, parallel gzip) are one file, which the browsers' own
 * DecompressionStream refuses. Throws ReadError `broken` for a cut or damaged file.
 */
export async function* gunzip(file: Blob, done: (packed: number) => void, signal?: AbortSignal): Bytes {
  let out: Uint8Array[] = [];
  let crc = 0;
  let size = 0;
  const members: Member[] = [];
  const stream = new Gunzip((piece) => {
    crc = crc32(piece, crc);
    size += piece.length;
    out.push(piece.slice());
  });
  const memberEnds = (end: number): void => {
    members.push({ end, crc, size });
    crc = 0;
    size = 0;
  };
  stream.onmember = memberEnds;
  let packed = 0;
  for await (const piece of slices(file, sliceBytes, signal)) {
    packed += piece.length;
    try {
      stream.push(piece, packed === file.size);
    } catch (cause) {
      throw broken(cause instanceof Error ? cause.message : String(cause));
    }
    const ready = out;
    out = [];
    yield* ready;
    done(packed);
  }
  memberEnds(file.size);
  for (const member of members) await verify(file, member);
}
