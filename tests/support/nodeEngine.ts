import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { DuckDBDateValue } from '@duckdb/node-api';
import { type DuckDBConnection, DuckDBInstance, DuckDBTypeId, type DuckDBResultReader, type DuckDBValue } from '@duckdb/node-api'; // prettier-ignore
import { type Column, type PlainTable, textColumn, texts } from '../../src/base/table.ts';
import { type Engine, EngineError } from '../../src/ports/engine.ts';
import { engineError } from '../../src/shell/duckdb/faults.ts';
import { type EngineLimits, lockdown } from '../../src/shell/duckdb/lockdown.ts';

type Cells = readonly DuckDBValue[];

function bigintColumn(cells: Cells): Column {
  const integers = cells as readonly (bigint | null)[];
  const safe = integers.every((value) => value === null || Number.isSafeInteger(Number(value)));
  return safe
    ? {
        kind: 'number',
        type: 'BIGINT',
        values: Float64Array.from(integers, (v) => (v === null ? NaN : Number(v))),
      }
    : { kind: 'big', type: 'BIGINT', values: [...integers] };
}

function plainColumn(name: string, type: DuckDBTypeId, typeName: string, cells: Cells): Column {
  const numbers = (of: (value: DuckDBValue) => number): Float64Array =>
    Float64Array.from(cells, (value) => (value === null ? NaN : of(value)));
  switch (type) {
    case DuckDBTypeId.DOUBLE:
      return { kind: 'number', type: 'DOUBLE', values: numbers(Number) };
    case DuckDBTypeId.BIGINT:
      return bigintColumn(cells);
    case DuckDBTypeId.BOOLEAN:
      return { kind: 'number', type: 'BOOLEAN', values: numbers(Number) };
    case DuckDBTypeId.DATE:
      return { kind: 'number', type: 'DATE', values: numbers((value) => (value as DuckDBDateValue).days) };
    case DuckDBTypeId.VARCHAR:
      return textColumn(cells as readonly (string | null)[]);
  }
  throw new EngineError(
    'sql',
    `column ${name} is ${typeName}: only DOUBLE, BIGINT, VARCHAR, BOOLEAN and DATE may leave the engine`,
  );
}

export function plainTable(reader: DuckDBResultReader): PlainTable {
  const names = reader.columnNames();
  const cells = reader.getColumns();
  return {
    rows: reader.currentRowCount,
    names,
    columns: reader
      .columnTypes()
      .map((type, i) => plainColumn(names[i]!, type.typeId, String(type), cells[i] ?? [])),
  };
}

interface Open {
  readonly instance: DuckDBInstance;
  readonly imports: DuckDBConnection;
  readonly queries: DuckDBConnection;
  readonly folder: string;
}

/**
 * The engine port over native DuckDB, for tests: same core, one thread, in memory, decoded to the same tables.
 * Registered files are copied into a folder of their own, and '/in/…' in SQL means that folder.
 * It knows icu, json and parquet, which the page's engine does not: what passes here must also pass there.
 */
export function nodeEngine(limits: EngineLimits = {}): Engine {
  let opening: Promise<Open> | null = null;

  const start = async (): Promise<Open> => {
    const folder = await mkdtemp(join(tmpdir(), 'engine-'));
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const imports = await instance.connect();
    for (const statement of lockdown([`${folder}/`], limits)) await imports.run(statement);
    return { instance, imports, queries: await instance.connect(), folder };
  };

  const opened = (): Promise<Open> =>
    opening ?? Promise.reject(new EngineError('died', 'the engine is not running: open() it first'));

  /** Runs `work` on a connection, which `signal` interrupts, with '/in/' replaced in the SQL and put back in errors. */
  async function statement<T>(
    { folder }: Open,
    connection: DuckDBConnection,
    sql: string,
    signal: AbortSignal | undefined,
    work: (sql: string) => Promise<T>,
  ): Promise<T> {
    if (signal?.aborted) throw new EngineError('cancelled', 'cancelled', sql);
    const interrupt = (): void => connection.interrupt();
    signal?.addEventListener('abort', interrupt, { once: true });
    try {
      return await work(sql.replaceAll("'/in/", `'${folder}/`));
    } catch (thrown) {
      if (signal?.aborted) throw new EngineError('cancelled', 'cancelled', sql);
      const message = (thrown instanceof Error ? thrown.message : String(thrown)).replaceAll(
        `${folder}/`,
        '/in/',
      );
      throw thrown instanceof EngineError ? thrown : engineError(new Error(message), sql);
    } finally {
      signal?.removeEventListener('abort', interrupt);
    }
  }

  const query: Engine['query'] = async (sql, signal) => {
    const open = await opened();
    return statement(open, open.queries, sql, signal, async (text) =>
      plainTable(await open.queries.runAndReadAll(text)),
    );
  };

  return {
    async open(progress) {
      await (opening ??= start());
      progress?.({ fraction: 1 });
    },
    async register(files) {
      const { folder } = await opened();
      for (const { name, blob } of files) {
        if (basename(name) !== name) throw new EngineError('file', `${name} is not a plain file name`);
        await writeFile(join(folder, name), new Uint8Array(await blob.arrayBuffer()));
      }
    },
    async run(statements, progress, signal) {
      const open = await opened();
      try {
        for (const [done, sql] of statements.entries()) {
          await statement(open, open.imports, sql, signal, (text) => open.imports.run(text));
          progress?.({ fraction: (done + 1) / statements.length });
        }
      } catch (error) {
        await open.imports.run('ROLLBACK').catch(() => undefined); // fails when no transaction is open
        throw error;
      }
    },
    query,
    async explain(sql) {
      return texts(await query(`EXPLAIN ${sql}`), 'explain_value').at(0) ?? '';
    },
    async close() {
      const open = await opening;
      opening = null;
      if (!open) return;
      open.imports.closeSync();
      open.queries.closeSync();
      open.instance.closeSync();
      await rm(open.folder, { recursive: true, force: true });
    },
  };
}
