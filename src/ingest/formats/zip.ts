import { Inflate } from 'fflate';
import type { Bytes } from '../source.ts';
import { ReadError } from '../types.ts';
import { crc32 } from './crc32.ts';
import { mostBytes, within } from './limits.ts';
import { slices } from './pieces.ts';

/** One file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly locked: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const sliceBytes = 128 * 1024;
/** The end record has 22 bytes and a comment of at most 65,535. */
const endSearch = 65_557;
/** A directory longer than this is no customer's archive. */
const mostDirectory = 64 * 1024 ** 2;

const broken = (detail: string): ReadError => new ReadError({ code: 'broken', looksLike: 'zip', detail });

const view = async (file: Blob, from: number, to: number): Promise<DataView> =>
  new DataView(await file.slice(from, to).arrayBuffer());

interface Directory {
  readonly offset: number;
  readonly size: number;
}

/** APPNOTE 4.3.16, and 4.3.14 for archives beyond 4 GB. */
async function directoryOf(file: Blob): Promise<Directory> {
  const start = Math.max(0, file.size - endSearch);
  const tail = await view(file, start, file.size);
  let at = tail.byteLength - 22;
  while (at >= 0 && tail.getUint32(at, true) !== 0x06054b50) at--;
  if (at < 0) throw broken('the directory is missing');
  const size = tail.getUint32(at + 12, true);
  const offset = tail.getUint32(at + 16, true);
  if (offset !== 0xffffffff && size !== 0xffffffff) {
    // Bytes before the archive (a self-extracting one) shift everything by as much.
    const shift = start + at - size - offset;
    return { offset: offset + Math.max(0, shift), size };
  }
  if (at < 20 || tail.getUint32(at - 20, true) !== 0x07064b50) throw broken('the directory is missing');
  const wide = Number(tail.getBigUint64(at - 12, true));
  const end = await view(file, wide, wide + 56);
  if (end.byteLength < 56 || end.getUint32(0, true) !== 0x06064b50) throw broken('the directory is missing');
  return { size: Number(end.getBigUint64(40, true)), offset: Number(end.getBigUint64(48, true)) };
}

function nameOf(bytes: Uint8Array, utf8: boolean): string {
  if (utf8) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes); // what Windows in China writes without the UTF-8 flag
  }
}

/** 64-bit sizes and offset (4.5.3) stand in for those that read 0xffffffff, in this order. */
function wideFields(extra: DataView, fields: readonly number[]): number[] {
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue;
    const end = at + 4 + extra.getUint16(at + 2, true);
    let next = at + 4;
    return fields.map((field) => {
      if (field !== 0xffffffff || next + 8 > Math.min(end, extra.byteLength)) return field;
      next += 8;
      return Number(extra.getBigUint64(next - 8, true));
    });
  }
  return [...fields];
}

/** The files of an archive in its own order, without folders. Throws ReadError `broken`. */
export async function zipEntries(file: Blob): Promise<ZipEntry[]> {
  const directory = await directoryOf(file);
  within(directory.size, mostDirectory);
  const data = await view(file, directory.offset, directory.offset + directory.size);
  const bytes = new Uint8Array(data.buffer);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= data.byteLength && data.getUint32(at, true) === 0x02014b50) {
    const nameEnd = at + 46 + data.getUint16(at + 28, true);
    const extraEnd = nameEnd + data.getUint16(at + 30, true);
    const flags = data.getUint16(at + 8, true);
    const fields = [at + 24, at + 20, at + 42].map((place) => data.getUint32(place, true));
    if (extraEnd > data.byteLength) throw broken('the directory is cut');
    const [size, packed, offset] = wideFields(new DataView(data.buffer, nameEnd, extraEnd - nameEnd), fields);
    const name = nameOf(bytes.subarray(at + 46, nameEnd), (flags & 0x800) !== 0);
    const method = data.getUint16(at + 10, true);
    const locked = (flags & 1) !== 0;
    const crc = data.getUint32(at + 16, true);
    if (!/[\\/]$/.test(name))
      entries.push({ name, method, locked, crc, packed: packed!, size: size!, offset: offset! });
    at = extraEnd + data.getUint16(at + 32, true);
  }
  if (entries.length === 0 && at < data.byteLength) throw broken('the directory cannot be read');
  return entries;
}

async function packedBlob(file: Blob, entry: ZipEntry): Promise<Blob> {
  if (entry.locked) throw new ReadError({ code: 'locked', looksLike: 'zip' });
  if (entry.method !== 0 && entry.method !== 8)
    throw broken(`${entry.name}: compression method ${entry.method}`);
  within(entry.size, mostBytes);
  const local = await view(file, entry.offset, entry.offset + 30);
  if (local.byteLength < 30 || local.getUint32(0, true) !== 0x04034b50)
    throw broken(`${entry.name}: no header`);
  const start = entry.offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  const packed = file.slice(start, start + entry.packed);
  if (packed.size !== entry.packed) throw broken(`${entry.name}: the end is missing`);
  return packed;
}

/** The unpacked bytes of one file; `done` is called with the share of it, 0 to 1. Throws ReadError. */
export async function* entryBytes(
  file: Blob,
  entry: ZipEntry,
  done: (fraction: number) => void,
  signal?: AbortSignal,
): Bytes {
  const packed = await packedBlob(file, entry);
  let out: Uint8Array[] = [];
  const inflate = entry.method === 8 ? new Inflate((piece) => out.push(piece.slice())) : null;
  let crc = 0;
  let size = 0;
  let read = 0;
  for await (const piece of slices(packed, sliceBytes, signal)) {
    read += piece.length;
    try {
      if (inflate) inflate.push(piece, read === packed.size);
      else out.push(piece);
    } catch (cause) {
      throw broken(`${entry.name}: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
    const ready = out;
    out = [];
    for (const part of ready) {
      size += part.length;
      crc = crc32(part, crc);
      within(size, mostBytes);
      yield part;
    }
    done(read / packed.size);
  }
  if (size !== entry.size || crc !== entry.crc) throw broken(`${entry.name}: the check sum does not agree`);
}
