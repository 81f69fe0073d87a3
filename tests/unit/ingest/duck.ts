import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { compileImport } from '../../../src/ingest/statements.ts';
import type { ImportInput } from '../../../src/ingest/statements.ts';
import { blobReader } from '../../../src/ingest/reader.ts';
import type { ImportPlan, Reading, Survey } from '../../../src/ingest/types.ts';
import type { RoleChoice } from '../../../src/base/role.ts';

/** An engine in memory whose '/in/' files lie in a temporary folder. */
export class Duck {
  readonly #folder = mkdtempSync(join(tmpdir(), 'ingest-'));
  private constructor(readonly connection: DuckDBConnection) {}

  static async open(): Promise<Duck> {
    const instance = await DuckDBInstance.create(':memory:');
    return new Duck(await instance.connect());
  }

  async register(name: string, blob: Blob): Promise<void> {
    writeFileSync(join(this.#folder, name), new Uint8Array(await blob.arrayBuffer()));
  }

  async run(statements: readonly string[]): Promise<void> {
    for (const statement of statements) {
      await this.connection.run(statement.replaceAll("'/in/", `'${this.#folder}/`));
    }
  }

  async rows(query: string): Promise<unknown[][]> {
    return (await this.connection.runAndReadAll(query)).getRowsJson();
  }

  close(): void {
    this.connection.closeSync();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

export interface Prepared {
  readonly input: ImportInput;
  readonly blob: Blob;
  readonly survey: Survey;
  readonly reading: Reading;
}

/** Inspect, survey, rewrite when needed, and the plan, as the page does it. */
export async function prepare(
  file: Blob,
  roles: Readonly<Record<string, RoleChoice>>,
  chosen: Partial<Reading> = {},
  engineName = 'file0',
): Promise<Prepared> {
  const looked = await blobReader.inspect(file, chosen);
  const survey = await blobReader.survey(file, looked.reading, () => undefined);
  const columns = looked.columns.map(
    ({ index, header }) => ({ index, header, role: roles[header] ?? 'ignore' }) as const,
  );
  const plan: ImportPlan = {
    version: 1,
    fileName: 'file.csv',
    bytes: file.size,
    lastModified: 0,
    shape: 'lines',
    reading: looked.reading,
    columns,
  };
  const blob = survey.regular
    ? file
    : await blobReader.rewrite(file, looked.reading, survey, columns.length, () => undefined);
  return {
    input: { engineName, plan, survey, rewritten: !survey.regular },
    blob,
    survey,
    reading: looked.reading,
  };
}

/** The whole way of one file into an engine. */
export async function importFile(duck: Duck, ...args: Parameters<typeof prepare>): Promise<Prepared> {
  const prepared = await prepare(...args);
  await duck.register(prepared.input.engineName, prepared.blob);
  await duck.run(compileImport([prepared.input]));
  return prepared;
}
