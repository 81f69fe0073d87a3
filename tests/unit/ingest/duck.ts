import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { compileImport } from '../../../src/ingest/statements.ts';
import type { CompiledImport, ImportInput } from '../../../src/ingest/statements.ts';
import { mergeIds } from '../../../src/ingest/identity.ts';
import { ledgerOf, ledgerQueries, type Ledger } from '../../../src/model/ledger.ts';
import type { PlainTable } from '../../../src/base/table.ts';
import { plainTable } from '../../support/nodeEngine.ts';
import { blobReader } from '../../../src/ingest/reader.ts';
import { apart, noRepairs } from '../../../src/ingest/types.ts';
import type { ImportPlan, Reading, Repairs, Shape, Survey, Together } from '../../../src/ingest/types.ts';
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

  async table(query: string): Promise<PlainTable> {
    return plainTable(await this.connection.runAndReadAll(query));
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
    ({ index, header }) => ({ index, header, role: roles[header] ?? 'ignore', contact: null }) as const,
  );
  const plan: ImportPlan = {
    version: 2,
    path: [],
    repairs: noRepairs,
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

/** All statements of an import that merges nothing. */
export function statementsOf(inputs: readonly ImportInput[]): string[] {
  const { load, careful, settle, finish } = compileImport(inputs, apart);
  return [...load, ...careful.statements.flat(), ...settle, ...finish];
}

/** The whole way of one file into an engine. */
export async function importFile(duck: Duck, ...args: Parameters<typeof prepare>): Promise<Prepared> {
  const prepared = await prepare(...args);
  await duck.register(prepared.input.engineName, prepared.blob);
  await duck.run(statementsOf([prepared.input]));
  return prepared;
}

/** A file as a test writes it: text, roles by header, and what differs from the usual. */
export interface Written {
  readonly text: string;
  readonly roles: Readonly<Record<string, RoleChoice>>;
  readonly shape?: Shape;
  readonly repairs?: Partial<Repairs>;
  readonly reading?: Partial<Reading>;
  /** Kinds of contact by header. */
  readonly contacts?: Readonly<Record<string, 'email' | 'phone'>>;
  readonly fileName?: string;
}

/** Several files in one import, merged and reconciled as the page does it. */
export async function load(
  duck: Duck,
  files: readonly Written[],
  together: Partial<Together> = {},
): Promise<{
  ledger: Ledger;
  compiled: CompiledImport;
  shapes: readonly Shape[];
  inputs: readonly ImportInput[];
}> {
  const all = { ...apart, ...together };
  const inputs: ImportInput[] = [];
  for (const [i, file] of files.entries()) {
    const { input, blob } = await prepare(new Blob([file.text]), file.roles, file.reading, `file${i}`);
    await duck.register(input.engineName, blob);
    const columns = input.plan.columns.map((c) => ({ ...c, contact: file.contacts?.[c.header] ?? null }));
    const plan = {
      ...input.plan,
      columns,
      shape: file.shape ?? 'lines',
      repairs: { ...noRepairs, ...file.repairs },
      fileName: file.fileName ?? 'file.csv',
    };
    inputs.push({ ...input, plan });
  }
  const compiled = compileImport(inputs, all);
  await duck.run(compiled.load);
  const left = await duck.rows(compiled.careful.query);
  for (const [source] of left) await duck.run(compiled.careful.statements[Number(source)] ?? []);
  await duck.run(compiled.settle);
  if (compiled.merge) {
    const rows = (await duck.rows(compiled.merge.query)) as [string, string | null, string | null, string][];
    const map = mergeIds(
      rows.map(([id, email, phone, n]) => ({ id, email, phone, rows: Number(n) })),
      all.merge,
    );
    await duck.register(compiled.merge.file, new Blob([compiled.merge.csv(map)]));
    await duck.run(compiled.merge.statements);
  }
  await duck.run(compiled.finish);
  const tables: Record<string, PlainTable> = {};
  for (const [name, text] of Object.entries(ledgerQueries)) tables[name] = await duck.table(text);
  const shapes = inputs.map(({ plan }) => plan.shape);
  const ledger = ledgerOf(tables, inputs.map((i) => i.survey), shapes); // prettier-ignore
  return { ledger, compiled, shapes, inputs };
}
