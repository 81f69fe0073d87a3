import { headBytes, inspect } from './inspect.ts';
import { pickRecords, rewrite } from './rewrite.ts';
import type { Bytes } from './source.ts';
import { survey } from './survey.ts';
import type { Reader } from './types.ts';

const chunkBytes = 4 * 1024 * 1024;

async function* chunks(file: Blob): Bytes {
  for (let at = 0; at < file.size; at += chunkBytes) {
    yield new Uint8Array(await file.slice(at, at + chunkBytes).arrayBuffer());
  }
}

/** A Reader that works where it is called: in Node, or inside the worker that the shell makes. */
export const blobReader: Reader = {
  async inspect(file, chosen, signal) {
    signal?.throwIfAborted();
    const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
    signal?.throwIfAborted();
    return inspect(head, file.size <= headBytes, chosen);
  },
  survey: (file, reading, done, signal) => survey(chunks(file), reading, done, signal),
  async rewrite(file, reading, counted, columns, done, signal) {
    const parts: BlobPart[] = [];
    for await (const part of rewrite(chunks(file), reading, counted, columns, done, signal)) parts.push(part);
    return new Blob(parts, { type: 'text/csv' });
  },
  records: (file, reading, wanted, signal) => pickRecords(chunks(file), reading, wanted, signal),
};
