import { Data } from '../../src/app/data.ts';
import { modelOf, modelQuery } from '../../src/model/model.ts';
import type { Engine } from '../../src/ports/engine.ts';
import { join, sql } from '../../src/sql/sql.ts';
import { noCoverage, plainLedger } from './lenses.ts';
import { putTables, type Tables } from './sideTables.ts';

/** Sales and the files joined to them in an open engine, ready for lenses; `profiles` are ids of a customer list. */
export async function joinedData(
  engine: Engine,
  { profiles = [], ...tables }: Tables & { readonly profiles?: readonly string[] },
): Promise<Data> {
  let model = await putTables(engine, tables);
  if (profiles.length > 0) {
    const list = model.sources.length;
    const rows = profiles.map((id, i) => sql`(${i + 2}, ${list}, ${id})`);
    await engine.run([
      sql`INSERT INTO profiles (row_no, source, customer_id) VALUES ${join(rows, ', ')}`.text,
    ]);
    model = modelOf(await engine.query(modelQuery()), [...model.sources, 'profile'], model);
  }
  return new Data(engine, { model, ledger: plainLedger(tables.lines.length), coverage: noCoverage });
}
