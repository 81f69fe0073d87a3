import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import { tableFromIPC } from 'apache-arrow';
import * as wasm from 'virtual:duckdb-wasm';
import * as script from 'virtual:duckdb-worker';
import type { PlainTable } from '../../base/table.ts';
import type { EngineFile } from '../../ports/engine.ts';
import { startWorker } from '../blobWorker.ts';
import { arrowToPlain } from './arrowToPlain.ts';
import { fetchInflated } from './inflate.ts';
import { type Batches, Lane } from './lane.ts';
import { type EngineLimits, importSettings, lockdown } from './lockdown.ts';
import type { Database, Session } from './session.ts';

/** Where registered files appear. */
const directory = '/in/';

/** Share of the start that is download; the rest, compiling, cannot be measured. */
const downloadShare = 0.8;

/** DuckDB's worker prints every error, with the cells it quotes, that it also sends as an answer. */
const quiet = 'self.console.log = () => undefined;\n';

export interface BootOptions extends EngineLimits {
  /** 0 to 1 */
  readonly progress: (fraction: number) => void;
  /** Called whenever something moves, so that a slow start can be told from a stuck one. */
  readonly sign: () => void;
  readonly workerMessage: (data: unknown) => void;
  readonly signal: AbortSignal;
}

/** Starts a worker and a database in memory, with two connections, and locks it down. */
export async function boot(session: Session, options: BootOptions): Promise<Database> {
  const { progress, sign, signal } = options;
  let loaded = 0;
  const received = (bytes: number): void => {
    loaded += bytes;
    sign();
    if (wasm.bytes > 0) progress(downloadShare * Math.min(1, loaded / (wasm.bytes + script.bytes)));
  };
  const [code, module] = await Promise.all([
    fetchInflated(script, 'text/javascript', received, signal),
    fetchInflated(wasm, 'application/wasm', received, signal),
  ]);
  progress(downloadShare);

  const watched = startWorker(new Blob([quiet, code]), 'duckdb');
  const db = new AsyncDuckDB(new VoidLogger(), watched.worker);
  session.watch(watched, (data) => {
    sign();
    options.workerMessage(data);
  });
  const address = URL.createObjectURL(module);
  try {
    await db.instantiate(address);
  } finally {
    URL.revokeObjectURL(address);
  }
  await db.open({ path: ':memory:' });

  const imports = new Lane(db, await db.connectInternal());
  const queries = new Lane(db, await db.connectInternal());
  for (const statement of [...importSettings, ...lockdown([directory], options)])
    await imports.execute(statement);
  progress(1);
  return { db, imports, queries };
}

/** Makes files readable; a name that exists is replaced. The bytes stay where they are and are read when asked for. */
export async function registerFiles(db: AsyncDuckDB, files: readonly EngineFile[]): Promise<void> {
  for (const { name, blob } of files) {
    const path = directory + name;
    await db.dropFile(path).catch(() => undefined); // fails when there is none
    await db.registerFileHandle(path, blob, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  }
}

export const decode = (batches: Batches): PlainTable => arrowToPlain(tableFromIPC(batches));
