import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Blocking from '@duckdb/duckdb-wasm/blocking';
import type { Table } from 'apache-arrow';
import { texts } from '../../src/base/table.ts';
import { type Engine, EngineError } from '../../src/ports/engine.ts';
import { arrowToPlain } from '../../src/shell/duckdb/arrowToPlain.ts';
import { engineError } from '../../src/shell/duckdb/faults.ts';
import { lockdown } from '../../src/shell/duckdb/lockdown.ts';

const require = createRequire(import.meta.url);

/**
 * The engine port over the page's own WebAssembly engine, run in Node without a worker: every call blocks, nothing
 * can be cancelled and registered files are held in memory. For tests that must know that SQL runs in the page.
 */
export function wasmEngine(): Engine {
  let connection: Blocking.DuckDBConnection | null = null;
  let database: Blocking.DuckDBBindings | null = null;
  const registered = new Set<string>();

  const ask = (sql: string): Table => {
    if (!connection) throw new EngineError('died', 'the engine is not running: open() it first');
    try {
      return connection.query(sql);
    } catch (thrown) {
      throw engineError(thrown, sql);
    }
  };
  const query: Engine['query'] = async (sql) => {
    const table = ask(sql);
    try {
      return arrowToPlain(table);
    } catch (thrown) {
      throw engineError(thrown, sql);
    }
  };

  return {
    async open(progress) {
      if (connection) return;
      const path = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
      const { createDuckDB, NODE_RUNTIME, VoidLogger } = require(path) as typeof Blocking;
      const bundle = (kind: string) => ({
        mainModule: join(dirname(path), `duckdb-${kind}.wasm`),
        mainWorker: '',
      });
      database = await createDuckDB({ mvp: bundle('mvp'), eh: bundle('eh') }, new VoidLogger(), NODE_RUNTIME);
      await database.instantiate(() => undefined);
      database.open({ path: ':memory:' });
      connection = database.connect();
      // Off before anything else is asked: an extension that is missing would be waited for without end.
      ask('SET autoload_known_extensions=false');
      for (const statement of lockdown(['/in/'])) ask(statement);
      progress?.({ fraction: 1 });
    },
    async register(files) {
      for (const { name, blob } of files) {
        const path = `/in/${name}`;
        if (registered.has(path)) database?.dropFile(path);
        registered.add(path);
        database?.registerFileBuffer(path, new Uint8Array(await blob.arrayBuffer()));
      }
    },
    async run(statements, progress) {
      for (const [done, sql] of statements.entries()) {
        ask(sql);
        progress?.({ fraction: (done + 1) / statements.length });
      }
    },
    query,
    async explain(sql) {
      return texts(await query(`EXPLAIN ${sql}`), 'explain_value').at(0) ?? '';
    },
    async close() {
      connection?.close();
      database?.reset();
      connection = null;
    },
  };
}
