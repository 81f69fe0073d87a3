import { openAsBlob } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const types = {
  order_id: 'VARCHAR',
  customer_id: 'VARCHAR',
  customer_name: 'VARCHAR',
  order_date: 'DATE',
  product: 'VARCHAR',
  quantity: 'INTEGER',
  unit_price: 'DECIMAL(18,4)',
  amount: 'DECIMAL(18,4)',
};

const timed = async (work) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Milliseconds of processor time of this process, all threads together. */
const worked = async (work) => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/**
 * Native DuckDB with one thread, as an analyst would use it: read_csv with the types given, then the product's customer
 * rollup over that table. Milliseconds.
 *
 * @param {import('../../src/model/rollup.ts').Rollup} rollup
 * @param {string} plainRollup
 */
export async function nativeTyped(file, rollup, plainRollup) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const run = (sql) => timed(() => connection.run(sql));
  try {
    const columns = Object.entries(types).map(([name, type]) => `${name}: '${type}'`);
    let importing = 0;
    const importWork = await worked(async () => {
      importing = await run(
        `CREATE TABLE orders AS SELECT * FROM read_csv('${file.replaceAll("'", "''")}', header = true, delim = ',', quote = '"', columns = {${columns.join(', ')}})`,
      );
    });
    await connection.run(
      `CREATE VIEW lines AS SELECT rowid AS row_no, 0 AS source, customer_id, customer_name, order_id, order_date AS day,
         amount, CAST(quantity AS DECIMAL(18,4)) AS quantity, NULL::DECIMAL(18,4) AS profit, NULL::DECIMAL(18,4) AS potential
       FROM orders`,
    );
    const [customers, days] = [...rollup.statements, ...rollup.dayStatements];
    const times = { importing, importWork, rollup: 0, days: 0, plain: 0 };
    times.rollupWork = await worked(async () => (times.rollup = await run(customers)));
    times.days = await run(days);
    times.plain = await run(plainRollup);
    const counted = await connection.runAndReadAll(`SELECT count(*)::DOUBLE, sum(value)::DOUBLE FROM plain`);
    const [count, total] = counted.getRows()[0];
    return { ...times, answer: { customers: count, total } };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * The product's own import statements on native DuckDB with one thread: what of the import's time is the SQL, and what
 * is WebAssembly. Milliseconds, without counting the file. Also the model, which the rollup is made from.
 */
export async function nativeStatements(product, file) {
  const engine = product.nodeEngine();
  await engine.open();
  try {
    const blob = await openAsBlob(file);
    const inspection = await product.blobReader.inspect(blob, {});
    const origin = product.originOf(Object.assign(blob, { name: 'bench.csv', lastModified: 0 }));
    const draft = await product.draftOf(origin, {}, inspection);
    let importing = 0;
    const watched = {
      ...engine,
      run: async (...args) => void (importing += await timed(() => engine.run(...args))),
    };
    const { model } = await product.importFiles(
      watched,
      product.blobReader,
      [{ file: blob, original: null, plan: product.planOf(draft), survey: null }],
      product.apart,
      () => undefined,
      new AbortController().signal,
    );
    return { importing, model };
  } finally {
    await engine.close();
  }
}
