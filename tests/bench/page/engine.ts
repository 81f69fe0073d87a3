import { draftOf, planOf } from '../../../src/app/draft.ts';
import { importFiles } from '../../../src/app/imports.ts';
import { numbers } from '../../../src/base/table.ts';
import { rollup } from '../../../src/model/rollup.ts';
import { defaultScope } from '../../../src/model/scope.ts';
import { duckdbEngine } from '../../../src/shell/duckdb/engine.ts';
import { workerReader } from '../../../src/shell/reader/reader.ts';
import { apart } from '../../../src/ingest/types.ts';
import { originOf } from '../../support/origin.ts';
import { plainRollup } from '../plainRollup.ts';
import type { Result } from './index.ts';

/** The product's import and statements without its screens: the rollup alone, on the table that it imports. */
export async function engine(
  file: File,
): Promise<Result & { importing: number; days: number; plain: number }> {
  const duckdb = duckdbEngine();
  await duckdb.open();
  const reader = workerReader();
  const draft = await draftOf(originOf(file), {}, await reader.inspect(file, {}));
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const planned = [{ file, original: null, plan: planOf(draft), survey: null }];
  const start = performance.now();
  const { model } = await importFiles(
    duckdb,
    reader,
    planned,
    apart,
    () => undefined,
    new AbortController().signal,
  );
  const importing = performance.now() - start;
  const [customers, days] = rollup(defaultScope, model).statements;
  const times = {
    rollup: await timed(() => duckdb.run([customers!])),
    days: await timed(() => duckdb.run([days!])),
    plain: await timed(() => duckdb.run([plainRollup('lines')])),
  };
  const counted = await duckdb.query('SELECT count(*)::DOUBLE AS n, sum(value)::DOUBLE AS total FROM plain');
  return {
    importing,
    ...times,
    answer: { customers: numbers(counted, 'n')[0]!, total: numbers(counted, 'total')[0]! },
  };
}
