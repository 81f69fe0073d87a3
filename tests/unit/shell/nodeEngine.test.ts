import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDay } from '../../../src/base/day.ts';
import { integers, numbers, single, texts } from '../../../src/base/table.ts';
import type { EngineError } from '../../../src/ports/engine.ts';
import { sql } from '../../../src/sql/sql.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { wasmEngine } from '../../support/wasmEngine.ts';

const fault = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: EngineError) => error.fault,
  );

const csv = (text: string) => new Blob([text]);
const read = (name: string) =>
  `SELECT b::BIGINT AS b FROM read_csv('/in/${name}', auto_detect=false, header=true, delim=',', columns={'a': 'VARCHAR', 'b': 'VARCHAR'})`;

describe.each([
  ['native', nodeEngine],
  ['WebAssembly', wasmEngine],
])('%s engine', (kind, make) => {
  const engine = make();
  beforeAll(() => engine.open(), 60_000);
  afterAll(() => engine.close());

  it('decodes every type of the port', async () => {
    const table = await engine.query(`
      SELECT 1.5::DOUBLE AS d, 42::BIGINT AS n, '客户' AS t, true AS b, DATE '1899-12-30' AS day
      UNION ALL SELECT NULL, NULL, NULL, NULL, NULL`);
    expect(table.columns.map((column) => column.type)).toEqual([
      'DOUBLE',
      'BIGINT',
      'VARCHAR',
      'BOOLEAN',
      'DATE',
    ]);
    expect([...numbers(table, 'd')]).toEqual([1.5, NaN]);
    expect([...numbers(table, 'n')]).toEqual([42, NaN]);
    expect([...numbers(table, 'b')]).toEqual([1, NaN]);
    expect(isoDay(numbers(table, 'day')[0]!)).toBe('1899-12-30');
    expect([texts(table, 't').at(0), texts(table, 't').at(1)]).toEqual(['客户', null]);
  });

  it('gives integers beyond 2^53 exactly', async () => {
    expect(integers(await engine.query('SELECT 9007199254740993::BIGINT AS n'), 'n')).toEqual([
      9007199254740993n,
    ]);
  });

  it.each(['1::INTEGER', '1.234', "TIMESTAMP '2024-03-10 02:30:00'", 'sum(1)', '[1]'])(
    'refuses %s',
    async (value) => {
      const failed = engine.query(`SELECT ${value} AS wanted`);
      await expect(failed).rejects.toThrow(/column wanted is/);
      expect(await fault(failed)).toBe('sql');
    },
  );

  it('reads registered files, and a new file under an old name', async () => {
    await engine.register([{ name: 'x.csv', blob: csv('a,b\nx,1\ny,2\n') }]);
    expect([...numbers(await engine.query(read('x.csv')), 'b')]).toEqual([1, 2]);
    await engine.register([{ name: 'x.csv', blob: csv('a,b\nx,3\ny,4\n') }]);
    expect([...numbers(await engine.query(read('x.csv')), 'b')]).toEqual([3, 4]);
  });

  it('tells a file that is not there from a faulty statement', async () => {
    expect(await fault(engine.query(read('never.csv')))).toBe('file');
    expect(await fault(engine.query('SELEC 1'))).toBe('sql');
    expect(await fault(engine.explain('SELECT nothing FROM nowhere'))).toBe('sql');
    expect(await engine.explain('SELECT 1')).toContain('PROJECTION');
  });

  it('runs statements in order and reports how many are done', async () => {
    const seen: (number | null)[] = [];
    const statements = ['CREATE TABLE r AS SELECT 1::BIGINT AS v', 'INSERT INTO r VALUES (2)'];
    await engine.run(statements, ({ fraction }) => seen.push(fraction));
    expect(seen).toEqual([0.5, 1]);
    expect(single(await engine.query('SELECT sum(v)::BIGINT AS s FROM r'), 's')).toBe(3);
  });

  it('has shut the network and the other files out', async () => {
    for (const statement of [
      "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')",
      "SELECT * FROM read_csv('/etc/passwd')",
      "COPY (SELECT 1) TO '/tmp/out.csv'",
      "ATTACH 'http://127.0.0.1:9/x.db'",
      'LOAD spatial',
      'SET enable_external_access=true',
      'SET lock_configuration=false',
    ]) {
      expect([statement, await fault(engine.run([statement]))]).toEqual([statement, 'sql']);
    }
  });

  it('cannot get an extension', async () => {
    // DuckDB-WASM only notes the name at INSTALL and would fetch at LOAD.
    expect(await fault(engine.run(['INSTALL spatial']))).toBe(kind === 'native' ? 'sql' : 'none');
    expect(await fault(engine.run(['LOAD spatial']))).toBe('sql');
  });

  it('keeps a hostile text a text', async () => {
    const name = `x'); DROP TABLE r; --`;
    const { text } = sql`SELECT ${name} AS t, length(${name})::BIGINT AS n`;
    expect(texts(await engine.query(text), 't').at(0)).toBe(name);
  });

  // The blocking bundle answers nothing while it works; the page's engine is cancelled in tests/browser.
  if (kind !== 'native') return;
  it('can be cancelled, and leaves no open transaction and no table', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    const long =
      'CREATE TABLE big AS SELECT sum(a.range * b.range) AS v FROM range(1000000) a, range(1000000) b';
    const failed = engine.run(['BEGIN', 'CREATE TABLE early AS SELECT 1 AS v', long], undefined, stop.signal);
    expect(await fault(failed)).toBe('cancelled');
    const left = await engine.query(
      "SELECT table_name FROM duckdb_tables() WHERE table_name IN ('early', 'big')",
    );
    expect(left.rows).toBe(0);
    await engine.run(['CREATE TABLE afterwards AS SELECT 1 AS v']);
  });
});

it('reports the memory limit as such and lives on', async () => {
  const engine = nodeEngine({ memoryLimit: '40MB' });
  await engine.open();
  const big = 'SELECT count(DISTINCT hash(range))::BIGINT AS n FROM range(20000000)';
  expect(await fault(engine.query(big))).toBe('memory');
  expect(single(await engine.query('SELECT 1::BIGINT AS v'), 'v')).toBe(1);
  await engine.close();
});
