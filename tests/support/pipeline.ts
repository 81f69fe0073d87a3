import { importFiles, type Imported } from '../../src/app/imports.ts';
import { Data } from '../../src/app/data.ts';
import { draftOf, planOf } from '../../src/app/draft.ts';
import type { RoleChoice } from '../../src/base/role.ts';
import { blobReader } from '../../src/ingest/reader.ts';
import { apart, type ImportPlan, type Reading } from '../../src/ingest/types.ts';
import type { Engine } from '../../src/ports/engine.ts';
import { originOf } from './origin.ts';

export interface Opened extends Imported {
  readonly data: Data;
  readonly plan: ImportPlan;
}

/** The plan of a file as the import page proposes it, with roles by header set over the guess. */
export async function planFor(
  file: File,
  roles: Readonly<Record<string, RoleChoice>> = {},
  chosen: Partial<Reading> = {},
): Promise<ImportPlan> {
  const plan = planOf(await draftOf(originOf(file), chosen, await blobReader.inspect(file, chosen)));
  const columns = plan.columns.map((column) => ({ ...column, role: roles[column.header] ?? column.role }));
  return { ...plan, columns };
}

/** The whole way of a file: plan, count, load, reconcile, ready for lenses. The engine must be open or openable. */
export async function openFile(
  engine: Engine,
  file: File,
  roles: Readonly<Record<string, RoleChoice>> = {},
  chosen: Partial<Reading> = {},
): Promise<Opened> {
  const plan = await planFor(file, roles, chosen);
  const imported = await importFiles(
    engine,
    blobReader,
    [{ file, original: null, plan, survey: null }],
    apart,
    () => undefined,
    new AbortController().signal,
  );
  return { ...imported, plan, data: new Data(engine, imported) };
}
