import { mkdirSync, openAsBlob } from 'node:fs';
import { readFile as readBytes, stat } from 'node:fs/promises';
import { blobReader } from '../../ingest/reader.ts';
import { ReadError } from '../../ingest/types.ts';
import type { Part } from '../../ingest/types.ts';
import { readPart } from './readPart.ts';
import type { TableLine } from './readPart.ts';
import { OutFolder } from './outFolder.ts';

export interface World {
  /** One line of output. */
  say(line: string): void;
  /** A path as the user typed it → one that Node can open. */
  resolve(name: string): string;
}

/** A file or part that cannot be read: the same codes as on the page, `not_found`, or `failed` with the message. */
interface ErrorLine {
  readonly file: string;
  readonly path: readonly string[];
  readonly error: { readonly code: string };
}

const usage = 'npm run plan -- FILES… [--out DIR]';

/**
 * Reads the files as the page does and says one JSON line for each table in them, in the order of the arguments. With
 * `--out` the tables are also written there, as read. Returns the exit code: 1 when a file could not be read, 2 when
 * the arguments make no sense.
 */
export async function plan(args: readonly string[], world: World): Promise<number> {
  const { files, out } = parse(args);
  if (files.length === 0 || out === '') {
    world.say(JSON.stringify({ error: { code: 'usage', usage } }));
    return 2;
  }
  const folder = out === null ? null : new OutFolder(world.resolve(out));
  if (out !== null) mkdirSync(world.resolve(out), { recursive: true });
  let failed = false;
  for (const name of files) {
    for await (const line of readFile(name, world, folder)) {
      if ('error' in line) failed = true;
      world.say(JSON.stringify(line));
    }
  }
  return failed ? 1 : 0;
}

function parse(args: readonly string[]): { files: string[]; out: string | null } {
  const files: string[] = [];
  let out: string | null = null;
  let onlyFiles = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (onlyFiles || !arg.startsWith('--')) files.push(arg);
    else if (arg === '--') onlyFiles = true;
    else if (arg === '--out') out = args[++i] ?? '';
    else if (arg.startsWith('--out=')) out = arg.slice('--out='.length);
    else files.push(arg);
  }
  return { files, out };
}

/** The lines of one file; never throws for what is wrong with the file. */
async function* readFile(
  name: string,
  world: World,
  folder: OutFolder | null,
): AsyncGenerator<TableLine | ErrorLine> {
  let parts: readonly Part[];
  let file: Blob;
  try {
    file = await openFile(world.resolve(name));
    parts = await blobReader.contents(file, name);
  } catch (error) {
    yield errorLine(name, [], error);
    await folder?.unread(name, error);
    return;
  }
  const shown = parts.filter((part) => !part.hidden);
  for (const part of shown) {
    try {
      const { line, table } = await readPart(file, name, part);
      if (folder !== null) await folder.write(name, shown.length > 1 ? part.path : [], table);
      yield line;
    } catch (error) {
      yield errorLine(name, part.path, error);
      await folder?.unread(name, error);
    }
  }
}

function errorLine(file: string, path: readonly string[], error: unknown): ErrorLine {
  if (error instanceof ReadError) return { file, path, error: error.reason };
  const code = (error as { code?: unknown }).code === 'ENOENT' ? 'not_found' : 'failed';
  const message = error instanceof Error ? error.message : String(error);
  return { file, path, error: code === 'failed' ? { code, ...{ message } } : { code } };
}

/** Files up to this size are read at once; larger ones are read from the disk piece by piece. */
const atOnce = 256 * 1024 * 1024;

async function openFile(path: string): Promise<Blob> {
  const { size } = await stat(path);
  return size <= atOnce ? new Blob([await readBytes(path)]) : openAsBlob(path);
}
