import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFiles, importTwice, type ImportProgress } from '../../../src/app/imports.ts';
import { numbers, single, texts } from '../../../src/base/table.ts';
import { blobReader } from '../../../src/ingest/reader.ts';
import type { Reader } from '../../../src/ingest/types.ts';
import { type Engine, EngineError } from '../../../src/ports/engine.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { openFile, planFor } from '../../support/pipeline.ts';
import { wasmEngine } from '../../support/wasmEngine.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const signal = (): AbortSignal => new AbortController().signal;
const regular = 'customer,date,amount\nA,2024-01-01,1.5\nB,2024-01-02,2.5\nA,2024-01-03,-1\n';
const ragged =
  '\uFEFFReport\n\ncustomer;date;amount\nA;2024-01-01;1,50\nB;2024-01-02\nB;2024-01-03;2,25;more\nB;soon;1,00\nTotal;;3,75\n';

async function planned(text: string) {
  const file = new File([text], 'file.csv');
  const roles = { customer: 'customer_id', date: 'order_date', amount: 'amount' } as const;
  return { file, plan: await planFor(file, roles), survey: null };
}

/** A reader that counts how often it rewrites. */
function counting(): Reader & { rewrites: number } {
  const reader = {
    ...blobReader,
    rewrites: 0,
    rewrite: (...args: Parameters<Reader['rewrite']>) => {
      reader.rewrites++;
      return blobReader.rewrite(...args);
    },
  };
  return reader;
}

/** The engine, but what it does to a file as it is can be spoiled. */
const engineThat = (change: Partial<Engine>): Engine => ({ ...engine, ...change });
const readsRewritten = (statements: readonly string[]): boolean =>
  statements.some((sql) => sql.includes('extra'));

describe('an import', () => {
  it('a regular file goes to the engine as it is', async () => {
    const reader = counting();
    const seen: ImportProgress['stage'][] = [];
    const one = await importFiles(
      engine,
      reader,
      [await planned(regular)],
      ({ stage }) => seen.push(stage),
      signal(),
    );
    expect(reader.rewrites).toBe(0);
    expect(one.ledger).toMatchObject({
      rowsFile: 3,
      rowsUsed: 3,
      rowsSetAside: 0,
      records: 4,
      recordsOther: 1,
    });
    expect(one.model).toMatchObject({ rows: 3, shape: 'lines', dates: true });
    expect([...new Set(seen)]).toEqual(['counting', 'engine', 'loading', 'checking']);
  });

  it('every record of an odd file is used, set aside or not data: nothing is lost', async () => {
    const reader = counting();
    const { ledger, surveys } = await importFiles(
      engine,
      reader,
      [await planned(ragged)],
      () => undefined,
      signal(),
    );
    expect(reader.rewrites).toBe(1);
    expect(surveys[0]!.regular).toBe(false);
    expect(ledger.rowsUsed + ledger.rowsSetAside).toBe(ledger.rowsFile);
    expect(ledger.rowsFile + ledger.recordsOther).toBe(ledger.records);
    expect(ledger).toMatchObject({
      records: 8,
      rowsFile: 4,
      rowsUsed: 2,
      rowsSetAside: 2,
      preamble: 1,
      blank: 1,
      footer: 1,
      shortRows: 1,
      longRows: 1,
      setAsideBy: [
        { reason: 'amount_missing', rows: 1 },
        { reason: 'date_unreadable', rows: 1 },
      ],
    });
  });

  it('two files are one table, and their rows know where they come from', async () => {
    const both = [await planned(regular), await planned(ragged)];
    const { ledger, model } = await importFiles(engine, blobReader, both, () => undefined, signal());
    expect([ledger.rowsFile, ledger.rowsUsed, model.rows]).toEqual([7, 5, 5]);
    const rows = await engine.query(
      'SELECT source::BIGINT AS source, row_no, customer_id FROM lines ORDER BY source, row_no',
    );
    const ids = texts(rows, 'customer_id');
    const sources = numbers(rows, 'source');
    expect(Array.from(sources, (source, i) => `${source}${ids.at(i)}`)).toEqual([
      '0A',
      '0B',
      '0A',
      '1A',
      '1B',
    ]);
  });

  it('where the engine counts other rows than the survey, the file is rewritten and read again', async () => {
    const reader = counting();
    const spoiled = engineThat({
      run: async (statements, ...rest) => {
        await engine.run(statements, ...rest);
        if (!readsRewritten(statements)) await engine.run(['DELETE FROM lines WHERE row_no = 3']);
      },
    });
    const { ledger } = await importFiles(
      spoiled,
      reader,
      [await planned(regular)],
      () => undefined,
      signal(),
    );
    expect(reader.rewrites).toBe(1);
    expect(ledger).toMatchObject({ rowsFile: 3, rowsUsed: 3 });
    expect(single(await engine.query('SELECT count(*) AS n, sum(amount)::DOUBLE AS s FROM lines'), 's')).toBe(
      3,
    );
  });

  it('the same where the engine cannot read the file as it is', async () => {
    const reader = counting();
    const spoiled = engineThat({
      run: (statements, ...rest) =>
        readsRewritten(statements)
          ? engine.run(statements, ...rest)
          : Promise.reject(new EngineError('sql', 'CSV Error')),
    });
    const { ledger } = await importFiles(
      spoiled,
      reader,
      [await planned(regular)],
      () => undefined,
      signal(),
    );
    expect([reader.rewrites, ledger.rowsUsed]).toEqual([1, 3]);
  });

  it('rows still unaccounted for after the rewriting are an error, never a smaller result', async () => {
    const reader = counting();
    const spoiled = engineThat({
      run: async (statements, ...rest) => {
        await engine.run(statements, ...rest);
        await engine.run(['DELETE FROM lines WHERE row_no = 3']);
      },
    });
    await expect(
      importFiles(spoiled, reader, [await planned(regular)], () => undefined, signal()),
    ).rejects.toThrow('rows unaccounted for: 3 in the file, 2 used, 0 set aside');
    expect(reader.rewrites).toBe(1);
  });

  it.each(['memory', 'file', 'cancelled'] as const)(
    'an engine’s fault “%s” is no reason to rewrite',
    async (fault) => {
      const reader = counting();
      const failing = engineThat({ run: () => Promise.reject(new EngineError(fault, 'stop')) });
      const list = [await planned(regular)];
      await expect(importFiles(failing, reader, list, () => undefined, signal())).rejects.toMatchObject({
        fault,
      });
      expect(reader.rewrites).toBe(0);
    },
  );

  it('an engine that dies once is asked again, one that dies twice is not', async () => {
    const dying = (times: number) => {
      let left = times;
      return engineThat({
        run: (...args) =>
          left-- > 0 ? Promise.reject(new EngineError('died', 'gone')) : engine.run(...args),
      });
    };
    const list = [await planned(regular)];
    const once = await importTwice(dying(1), blobReader, list, () => undefined, signal());
    expect(once.ledger.rowsUsed).toBe(3);
    await expect(importTwice(dying(2), blobReader, list, () => undefined, signal())).rejects.toMatchObject({ fault: 'died' }); // prettier-ignore
  });

  it('cancelled before the engine is there: the tables of the import before stay', async () => {
    await importFiles(engine, blobReader, [await planned(regular)], () => undefined, signal());
    const controller = new AbortController();
    const stop = ({ stage }: ImportProgress): void => {
      if (stage === 'engine') controller.abort();
    };
    const other = [await planned('customer,date,amount\nZ,2024-01-01,9.5\nY,2024-01-01,8.5\n')];
    await expect(importFiles(engine, blobReader, other, stop, controller.signal)).rejects.toThrow();
    expect(single(await engine.query('SELECT count(*) AS n FROM lines'), 'n')).toBe(3);
  });
});

it('the page’s own engine reads the same, names and ids that were escaped in an export included', async () => {
  const wasm = wasmEngine();
  const text = "id,name,date,amount\n'=1,'=x,2024-01-05,1.5\n'＝2,'t Hooft,2024-01-06,2.25\n";
  const roles = { id: 'customer_id', name: 'customer_name', date: 'order_date', amount: 'amount' } as const;
  const seen = [];
  for (const each of [engine, wasm]) {
    const { ledger } = await openFile(each, new File([text], 'escaped.csv'), roles);
    const table = await each.query('SELECT customer_id, customer_name FROM lines ORDER BY row_no');
    const [ids, names] = [texts(table, 'customer_id'), texts(table, 'customer_name')];
    seen.push([ledger.rowsUsed, ids.at(0), ids.at(1), names.at(0), names.at(1)]);
  }
  await wasm.close();
  expect(seen[0]).toEqual([2, '=1', '＝2', '=x', "'t Hooft"]);
  expect(seen[1]).toEqual(seen[0]);
}, 60_000);
