import type { Extracted, Part, Reading } from '../ingest/types.ts';
import { ReadError } from '../ingest/types.ts';
import { draftOf, nameOf, type Draft } from './draft.ts';
import type { Memory } from './memory.ts';
import type { Ports } from './ports.ts';

/** A ReadError with the name of the file or table that it speaks of. */
export class FileError extends Error {
  constructor(
    readonly file: string,
    readonly reason: ReadError,
  ) {
    super(reason.message, { cause: reason });
  }
}

/** Tables that are opened without being asked for; the others of the file are offered. */
const mostTables = 50;

/** What opening needs besides the file. */
export interface Opening {
  readonly reader: Ports['reader'];
  readonly memory: Memory;
  /** A new number for every draft. */
  readonly id: () => number;
  /** Choices that a link carries, taken where the file leaves them open. */
  readonly preset: Partial<Reading>;
  readonly report: (fraction: number) => void;
  readonly signal: AbortSignal;
}

export interface OpenedFile {
  readonly drafts: readonly Draft[];
  /** Tables inside the file that could not be read. */
  readonly refused: readonly FileError[];
}

/** Opens a file: every table in it that is wanted at first. Rejects with FileError when none can be read. */
export async function openTables(file: File, opening: Opening): Promise<OpenedFile> {
  const parts = await named(file.name, opening.reader.contents(file, file.name, opening.signal));
  const drafts: Draft[] = [];
  const refused: FileError[] = [];
  for (const part of firstChoice(parts)) {
    try {
      drafts.push(await openTable(file, parts, part, opening));
    } catch (thrown) {
      if (!(thrown instanceof FileError)) throw thrown;
      refused.push(thrown);
    }
  }
  if (drafts.length === 0) throw refused[0] ?? new FileError(file.name, new ReadError(emptyFile));
  return { drafts, refused };
}

const emptyFile = { code: 'empty', detail: 'no_rows' } as const;

/** One table of a file as a draft. Rejects with FileError. */
export async function openTable(
  file: File,
  parts: readonly Part[],
  part: Part,
  opening: Opening,
): Promise<Draft> {
  const { reader, signal } = opening;
  const name = nameOf(file, parts, part);
  const extracted = await named(name, reader.extract(file, file.name, part, opening.report, signal));
  const origin = { id: opening.id(), file, parts, part, extracted };
  const inspect = (chosen: Partial<Reading>) => named(name, inspectText(reader, extracted, chosen, signal));
  const first = await inspect({});
  const known = opening.memory.find(first.columns);
  const chosen: Partial<Reading> = {};
  // What the file itself decides goes before what another file, or a link, was read by.
  for (const key of ['dateOrder', 'decimal'] as const) {
    const before = known?.reading[key] ?? opening.preset[key];
    if (before === undefined || !first.ask.includes(key)) continue;
    Object.assign(chosen, { [key]: before });
    const thousands = known?.reading.thousands;
    if (key === 'decimal' && thousands !== undefined) Object.assign(chosen, { thousands });
  }
  const inspection = Object.keys(chosen).length > 0 ? await inspect(chosen) : first;
  const draft = await draftOf(origin, chosen, inspection);
  return known ? { ...draft, ...known.apply(draft) } : draft;
}

/** Looks at a text with what its format has fixed and what the user chose. */
export const inspectText = (
  reader: Ports['reader'],
  extracted: Extracted,
  chosen: Partial<Reading>,
  signal: AbortSignal,
): ReturnType<Ports['reader']['inspect']> =>
  reader.inspect(extracted.blob, { ...chosen, ...extracted.fixed }, extracted.names, signal);

async function named<T>(name: string, promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (thrown) {
    throw thrown instanceof ReadError ? new FileError(name, thrown) : thrown;
  }
}

/**
 * Every entry of an archive; of a workbook the first sheet that is neither hidden nor empty, and with it those that
 * have the same header (a sheet per month).
 */
export function firstChoice(parts: readonly Part[]): readonly Part[] {
  const books = new Map<string, Part[]>();
  for (const part of parts) {
    const key = JSON.stringify(part.kind === 'sheet' ? part.path.slice(0, -1) : part.path);
    books.set(key, [...(books.get(key) ?? []), part]);
  }
  const wanted = [...books.values()].flatMap((book) => {
    const shown = book.filter((part) => !part.hidden && part.rows !== 0);
    const first = shown[0] ?? book[0]!;
    return sameColumns(first, shown.length > 0 ? shown : [first]);
  });
  return wanted.slice(0, mostTables);
}

/** The tables among `parts` that can be read together with this one, itself included. */
export const sameColumns = (part: Part, parts: readonly Part[]): Part[] =>
  parts.filter(
    (other) =>
      other === part ||
      (part.kind === 'sheet' &&
        other.kind === 'sheet' &&
        !other.hidden &&
        part.signature !== null &&
        other.signature === part.signature &&
        JSON.stringify(other.path.slice(0, -1)) === JSON.stringify(part.path.slice(0, -1))),
  );
