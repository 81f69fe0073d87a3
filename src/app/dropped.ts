import type { Draft } from './draft.ts';
import type { Memory } from './memory.ts';
import { FileError, openTables, type Opening } from './opening.ts';
import { problemOf } from './problem.ts';
import type { Notice } from './state.ts';

export interface Dropped {
  readonly drafts: readonly Draft[];
  /** What was not opened, and why; what else was taken over. */
  readonly notices: readonly Notice[];
  /** Why nothing could be opened, where that is so. */
  readonly failed: FileError | null;
}

const mappingFile = /\.mapping\.json$/i;
/** A mapping of 2,000 columns has 200 kB. */
const longestMapping = 1_000_000;

/**
 * Opens what was dropped besides what is on the page: mappings are learnt, a file that is there already (under whatever
 * name) is not read twice, the others are opened.
 */
export async function openDropped(
  files: readonly File[],
  onPage: readonly Draft[],
  memory: Memory,
  openingOf: (share: readonly [from: number, to: number]) => Opening,
): Promise<Dropped> {
  const notices: Notice[] = [];
  const seen = [...new Set(onPage.map(({ file }) => file))];
  const data: File[] = [];
  for (const file of files) {
    if (mappingFile.test(file.name) && file.size < longestMapping) {
      notices.push(
        memory.learn(await file.text()) ? { kind: 'learnt' } : { kind: 'unlearnt', file: file.name },
      );
      continue;
    }
    const twin = await twinOf(file, seen);
    if (twin) notices.push({ kind: 'twin', file: file.name, of: twin.name });
    else {
      seen.push(file);
      data.push(file);
    }
  }
  const drafts: Draft[] = [];
  const failures: FileError[] = [];
  for (const [i, file] of data.entries()) {
    try {
      const opened = await openTables(file, openingOf([i / data.length, (i + 1) / data.length]));
      drafts.push(...opened.drafts);
      failures.push(...opened.refused);
    } catch (thrown) {
      if (!(thrown instanceof FileError)) throw thrown;
      failures.push(thrown);
    }
  }
  const failed =
    drafts.length === 0 && failures.length > 0 && failures.length === data.length ? failures[0]! : null;
  const told = failed ? failures.slice(1) : failures;
  return { drafts, failed, notices: [...notices, ...told.map(refusal)] };
}

/** A table that could not be read while others could. */
export const refusal = ({ file, reason }: FileError): Notice => ({
  kind: 'refused',
  problem: problemOf(reason, file),
});

const pieceBytes = 1 << 20;

/** The file among `seen` with the same bytes; only files of one size are compared. */
async function twinOf(file: File, seen: readonly File[]): Promise<File | null> {
  for (const other of seen)
    if (other.size === file.size && file.size > 0 && (await sameBytes(file, other))) return other;
  return null;
}

async function sameBytes(a: Blob, b: Blob): Promise<boolean> {
  const piece = async (blob: Blob, at: number): Promise<Uint8Array> =>
    new Uint8Array(await blob.slice(at, at + pieceBytes).arrayBuffer());
  for (let at = 0; at < a.size; at += pieceBytes) {
    const [one, two] = await Promise.all([piece(a, at), piece(b, at)]);
    if (one.length !== two.length || one.some((byte, i) => byte !== two[i])) return false;
  }
  return true;
}
