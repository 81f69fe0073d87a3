import type { Bytes } from '../source.ts';
import { mostBytes, within } from './limits.ts';

const flushAt = 16 * 1024 * 1024;

/** Gathers pieces into one Blob. Blobs made on the way take the bytes out of the script's own memory. */
export class Pieces {
  bytes = 0;
  private waiting: BlobPart[] = [];
  private waitingBytes = 0;
  private readonly blobs: Blob[] = [];

  /** Throws ReadError `too_large` when the whole grows beyond what fits. */
  push(piece: Uint8Array<ArrayBuffer> | Blob): void {
    const size = piece instanceof Blob ? piece.size : piece.length;
    within(this.bytes + size, mostBytes);
    this.bytes += size;
    this.waiting.push(piece);
    this.waitingBytes += size;
    if (this.waitingBytes >= flushAt) this.flush();
  }

  finish(): Blob {
    this.flush();
    return new Blob(this.blobs);
  }

  private flush(): void {
    if (this.waiting.length) this.blobs.push(new Blob(this.waiting));
    this.waiting = [];
    this.waitingBytes = 0;
  }
}

/** A Blob's bytes in pieces of `size`; between two pieces other work gets its turn, and the signal is obeyed. */
export async function* slices(blob: Blob, size: number, signal?: AbortSignal): Bytes {
  for (let at = 0; at < blob.size; at += size) {
    signal?.throwIfAborted();
    yield new Uint8Array(await blob.slice(at, at + size).arrayBuffer());
  }
  signal?.throwIfAborted();
}

/** All pieces as one Blob; `done` is called with the bytes so far. Rejects as the pieces do, and beyond mostBytes. */
export async function collected(bytes: Bytes, done: (bytes: number) => void): Promise<Blob> {
  const pieces = new Pieces();
  for await (const piece of bytes) {
    pieces.push(piece as Uint8Array<ArrayBuffer>);
    done(pieces.bytes);
  }
  return pieces.finish();
}

/** The first `length` bytes that come, or all when there are fewer. */
export async function firstBytes(bytes: Bytes, length: number): Promise<Uint8Array> {
  const head = new Uint8Array(length);
  let filled = 0;
  for await (const piece of bytes) {
    head.set(piece.subarray(0, length - filled), filled);
    filled = Math.min(length, filled + piece.length);
    if (filled === length) break;
  }
  return head.subarray(0, filled);
}
