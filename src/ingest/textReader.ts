import { readContacts } from './contactFile.ts';
import { examine } from './examine.ts';
import { findMerges } from './identity.ts';
import { headBytes, inspect } from './inspect.ts';
import { pickRecords, rewrite } from './rewrite.ts';
import type { Bytes } from './source.ts';
import { survey } from './survey.ts';
import { sniff } from './sniff.ts';
import type { Reader } from './types.ts';

const chunkBytes = 4 * 1024 * 1024;

/** A file's bytes in pieces of four MiB. */
export async function* chunks(file: Blob): Bytes {
  for (let at = 0; at < file.size; at += chunkBytes) {
    yield new Uint8Array(await file.slice(at, at + chunkBytes).arrayBuffer());
  }
}

/** What needs no library of another format, so that the worker that reads texts stays small. */
export type TextReader = Omit<Reader, 'contents' | 'extract'> & {
  /** True when the file itself is text; then it is its only part. Throws ReadError for what is no table at all. */
  isText(file: Blob, name: string): Promise<boolean>;
};

/** Works where it is called: in Node, or inside the worker that the shell makes. */
export const textReader: TextReader = {
  isText: async (file, name) => (await sniff(file, name)) === 'text',
  async inspect(file, chosen, names, signal) {
    signal?.throwIfAborted();
    const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
    signal?.throwIfAborted();
    return inspect(head, file.size <= headBytes, chosen, names);
  },
  survey: (file, reading, done, signal) => survey(chunks(file), reading, done, signal),
  examine: (file, plan, counted, done, signal) => examine(chunks(file), plan, counted, done, signal),
  merges: async (contacts, signal) => findMerges(await readContacts(contacts, signal)),
  async rewrite(file, reading, counted, columns, done, signal) {
    const parts: BlobPart[] = [];
    for await (const part of rewrite(chunks(file), reading, counted, columns, done, signal)) parts.push(part);
    return new Blob(parts, { type: 'text/csv' });
  },
  records: (file, reading, wanted, signal) => pickRecords(chunks(file), reading, wanted, signal),
};
