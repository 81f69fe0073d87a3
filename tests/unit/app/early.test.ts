import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { earlyFrom } from '../../../src/app/early.ts';
import { importFiles, type Imported } from '../../../src/app/imports.ts';
import { single, texts } from '../../../src/base/table.ts';
import { blobReader } from '../../../src/ingest/reader.ts';
import { apart, ReadError, type Reader, type Survey } from '../../../src/ingest/types.ts';
import type { Engine } from '../../../src/ports/engine.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { planFor } from '../../support/pipeline.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const header = 'customer,order,date,amount\n';
const line = (i: number): string => `C${i % 997},O${1_000_000 + i},2024-01-${10 + (i % 20)},${i % 500}.25\n`;
const many = Math.ceil(earlyFrom / line(0).length) + 5_000;
const body = Array.from({ length: many }, (_, i) => line(i)).join('');
/** A file whose first part is regular, and what comes at its end. */
const fileOf = (end = ''): File => new File([header + body + end], 'orders.csv');

/** The reader and the engine, and in which order they were asked. */
function watched(change: Partial<Reader> = {}) {
  const asked: string[] = [];
  let loads = (): void => undefined;
  const loading = new Promise<void>((resolve) => (loads = resolve));
  const reader: Reader = {
    ...blobReader,
    // The whole file is not counted before the engine loads it: who waits for the count first waits for ever.
    survey: async (file, ...rest) => {
      const survey = await blobReader.survey(file, ...rest);
      if (file.size < earlyFrom) return survey;
      await loading;
      asked.push('counted');
      return survey;
    },
    rewrite: (...args) => {
      asked.push('rewritten');
      return blobReader.rewrite(...args);
    },
    ...change,
  };
  const watchedEngine: Engine = {
    ...engine,
    run: (statements, ...rest) => {
      const inserts = statements.filter((sql) => sql.startsWith('INSERT INTO lines_next'));
      for (const sql of inserts) asked.push(sql.includes('SEMI JOIN') ? 'carefully' : 'loading');
      if (inserts.length > 0) loads();
      return engine.run(statements, ...rest);
    },
  };
  return { asked, reader, engine: watchedEngine };
}

async function imported(
  file: File,
  { reader, engine: on }: Pick<ReturnType<typeof watched>, 'reader' | 'engine'>,
  survey: Survey | null = null,
): Promise<Imported & { rows: readonly (string | null)[] }> {
  const plan = await planFor(file, { order: 'order_id' });
  const { signal } = new AbortController();
  const made = await importFiles(on, reader, [{ file, original: null, plan, survey }], apart, () => undefined, signal); // prettier-ignore
  const table = await engine.query(
    `SELECT CAST(hash(list((row_no, customer_id, order_id, day, amount) ORDER BY row_no)) AS VARCHAR) AS rows FROM lines
     UNION ALL SELECT CAST(list((row_no, reason, raw) ORDER BY row_no) AS VARCHAR) FROM set_aside`,
  );
  const column = texts(table, 'rows');
  return { ...made, rows: [column.at(0), column.at(1)] };
}

/** Imported without haste: counted first. */
const afterCounting = async (file: File) => {
  const plan = await planFor(file, { order: 'order_id' });
  return imported(file, watched(), await blobReader.survey(file, plan.reading, () => undefined));
};

describe('a large file that looks regular', () => {
  it('is loaded while it is counted', async () => {
    const all = watched();
    const { ledger, rows } = await imported(fileOf(), all);
    expect(all.asked).toEqual(['loading', 'counted']);
    expect(ledger).toMatchObject({ rowsUsed: many, rowsSetAside: 0, records: many + 1 });
    expect(rows).toEqual((await afterCounting(fileOf())).rows);
  });

  it.each([
    ['a short row', 'C1,O9,2024-01-10\n', ['loading', 'counted', 'rewritten', 'loading', 'carefully'], 1],
    ['a totals row', 'Total,,,7\n', ['loading', 'counted', 'rewritten', 'loading'], 0],
    [
      'a number as only the engine reads it',
      'C1,O9,2024-01-10,1_0\n',
      ['loading', 'counted', 'loading', 'carefully'],
      1,
    ],
    ['a rounded number', 'C1,O9,2024-01-10,1.23456\n', ['loading', 'counted', 'loading'], 0],
    ['another date', 'C1,O9,2024/1/1,1\n', ['loading', 'counted', 'loading', 'carefully'], 0],
    ['blanks around an id', ' C1 ,O9,2024-01-10,1\n', ['loading', 'counted', 'carefully'], 0],
    ['no number', 'C1,O9,2024-01-10,n/a\n', ['loading', 'counted', 'carefully'], 1],
  ])('with %s at its end is imported as if it had been counted first', async (_, end, asked, aside) => {
    const all = watched();
    const early = await imported(fileOf(end), all);
    expect(all.asked).toEqual(asked);
    expect(early.ledger.rowsSetAside).toBe(aside);
    const late = await afterCounting(fileOf(end));
    expect(early.ledger).toEqual(late.ledger);
    expect(early.rows).toEqual(late.rows);
  });

  it('that cannot be counted changes nothing', async () => {
    const before = await imported(fileOf(), watched());
    const refusing = watched({
      survey: (file, ...rest) =>
        file.size > earlyFrom
          ? Promise.reject(new ReadError({ code: 'encoding', encoding: 'utf-8', byte: 5 }))
          : blobReader.survey(file, ...rest),
    });
    await expect(imported(fileOf('C1,O9,2024-01-10,1\n'), refusing)).rejects.toThrow(ReadError);
    const table = await engine.query('SELECT count(*) AS rows FROM lines');
    expect(single(table, 'rows')).toBe(before.ledger.rowsUsed);
  });

  it('that the engine reads otherwise than it was counted is rewritten', async () => {
    const all = watched();
    let spoilt = 0;
    const spoiling: Engine = {
      ...all.engine,
      run: async (statements, ...rest) => {
        await all.engine.run(statements, ...rest);
        if (spoilt++ === 1) await engine.run(['DELETE FROM lines_next WHERE row_no = 3']);
      },
    };
    const { ledger } = await imported(fileOf(), { reader: all.reader, engine: spoiling });
    expect(all.asked).toEqual(['loading', 'counted', 'rewritten', 'loading']);
    expect(ledger.rowsUsed).toBe(many);
  });
});
