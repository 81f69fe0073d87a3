import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFiles, importTwice, type ImportProgress } from '../../../src/app/imports.ts';
import { numbers, single, texts } from '../../../src/base/table.ts';
import { blobReader } from '../../../src/ingest/reader.ts';
import type { RoleChoice } from '../../../src/base/role.ts';
import { apart, noRepairs, type Reader, type Repairs, type Shape } from '../../../src/ingest/types.ts';
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
  return { file, original: null, plan: await planFor(file, roles), survey: null };
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
const readsAsItIs = (statements: readonly string[]): boolean =>
  statements.some((sql) => sql.includes('read_csv') && !sql.includes('extra'));
/** Loses a row at the end of an import; with `always` false only where the file was read as it is. */
function losing(always: boolean): Engine {
  let asItIs = false;
  return engineThat({
    run: async (statements, ...rest) => {
      if (statements.some((sql) => sql.includes('read_csv'))) asItIs = readsAsItIs(statements);
      await engine.run(statements, ...rest);
      if (statements.includes('COMMIT') && (always || asItIs))
        await engine.run(['DELETE FROM lines WHERE row_no = 3']);
    },
  });
}

describe('an import', () => {
  it('a regular file goes to the engine as it is', async () => {
    const reader = counting();
    const seen: ImportProgress['stage'][] = [];
    const one = await importFiles(
      engine,
      reader,
      [await planned(regular)],
      apart,
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
      apart,
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
    const { ledger, model } = await importFiles(engine, blobReader, both, apart, () => undefined, signal());
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

  it('a joined file and ids of one customer: all tables are made in one import', async () => {
    const sales = await planned(
      'customer,date,amount\nAcme,2024-01-01,1\nACME ,2024-01-02,2\nBob,2024-01-03,4\n',
    );
    const side = await planned('customer,date,amount\nacme,2024-01-01,1\n,2024-01-01,2\nZed,2024-01-01,3\n');
    const files = [sales, { ...side, plan: { ...side.plan, shape: 'receivables' as const } }];
    const together = { merge: ['spelling' as const], currency: null };
    const seen: ImportProgress['stage'][] = [];
    const report = ({ stage }: ImportProgress): void => void seen.push(stage);
    const { ledger, coverage, model } = await importFiles(
      engine,
      blobReader,
      files,
      together,
      report,
      signal(),
    );
    expect([...new Set(seen)]).toEqual(['counting', 'engine', 'loading', 'merging', 'checking']);
    expect(ledger.sources.map(({ rowsUsed, rowsSetAside }) => [rowsUsed, rowsSetAside])).toEqual([
      [3, 0],
      [2, 1],
    ]);
    expect(ledger.merged.customers).toBe(1);
    expect(model.sides).toEqual(['receivables']);
    expect(coverage.sides).toMatchObject([{ source: 1, customers: 2, matched: 1, unmatched: 1, without: 1 }]);
    expect(coverage.sides[0]?.withoutExamples).toEqual(['Bob']);
  });

  it('where the engine counts other rows than the survey, the file is rewritten and read again', async () => {
    const reader = counting();
    const spoiled = losing(false);
    const { ledger } = await importFiles(
      spoiled,
      reader,
      [await planned(regular)],
      apart,
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
        readsAsItIs(statements)
          ? Promise.reject(new EngineError('sql', 'CSV Error'))
          : engine.run(statements, ...rest),
    });
    const { ledger } = await importFiles(
      spoiled,
      reader,
      [await planned(regular)],
      apart,
      () => undefined,
      signal(),
    );
    expect([reader.rewrites, ledger.rowsUsed]).toEqual([1, 3]);
  });

  it('rows still unaccounted for after the rewriting are an error, never a smaller result', async () => {
    const reader = counting();
    const spoiled = losing(true);
    await expect(
      importFiles(spoiled, reader, [await planned(regular)], apart, () => undefined, signal()),
    ).rejects.toThrow('rows unaccounted for: 3 in the file, 2 used, 0 set aside');
    expect(reader.rewrites).toBe(1);
  });

  it.each(['memory', 'file', 'cancelled'] as const)(
    'an engine’s fault “%s” is no reason to rewrite',
    async (fault) => {
      const reader = counting();
      const failing = engineThat({ run: () => Promise.reject(new EngineError(fault, 'stop')) });
      const list = [await planned(regular)];
      await expect(
        importFiles(failing, reader, list, apart, () => undefined, signal()),
      ).rejects.toMatchObject({
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
    const once = await importTwice(dying(1), blobReader, list, apart, () => undefined, signal());
    expect(once.ledger.rowsUsed).toBe(3);
    await expect(importTwice(dying(2), blobReader, list, apart, () => undefined, signal())).rejects.toMatchObject({ fault: 'died' }); // prettier-ignore
  });

  it('cancelled before the engine is there: the tables of the import before stay', async () => {
    await importFiles(engine, blobReader, [await planned(regular)], apart, () => undefined, signal());
    const controller = new AbortController();
    const stop = ({ stage }: ImportProgress): void => {
      if (stage === 'engine') controller.abort();
    };
    const other = [await planned('customer,date,amount\nZ,2024-01-01,9.5\nY,2024-01-01,8.5\n')];
    await expect(importFiles(engine, blobReader, other, apart, stop, controller.signal)).rejects.toThrow();
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

it('the page’s own engine repairs, unpivots, joins and merges as the other does', async () => {
  const wasm = wasmEngine();
  const plain = { file: new Blob(), original: null, survey: null };
  const plan = (await planned(regular)).plan;
  const one = (text: string, shape: Shape, roles: readonly RoleChoice[], repairs: Partial<Repairs> = {}) => {
    const headers = text.slice(0, text.indexOf('\n')).split(',');
    const columns = headers.map((header, index) => ({ index, header, role: roles[index] ?? 'ignore', contact: header === 'mail' ? 'email' : null }) as const); // prettier-ignore
    return { ...plain, file: new Blob([text]), plan: { ...plan, shape, columns, repairs: { ...noRepairs, ...repairs } } }; // prettier-ignore
  };
  const files = [
    one('order,id,day,money,status,region,mail\n1,A,2024-01-05,10万,ok,N,wang@firm.cn\n1,,,,,,\n2,B,2024-02-31,(5),back,S,wang@firm.cn\n3,C,2024-01-01,1,closed,S,\n', 'lines', ['order_id', 'customer_id', 'order_date', 'amount', 'status', 'region'], { fillDown: true, orderTotals: 'once', impossibleDates: 'month_end', status: { closed: 'set_aside', back: 'negate' } }),
    one('id,2022,2023\nA,1,\nC,2,$3\n', 'periods', ['customer_id', 'year', 'year'], { scale: 1000 }),
    one('id,no,money\nA,1,$5\nA,1,2\nB,2,€1\n', 'lines', ['customer_id', 'order_id', 'amount'], { duplicateOrders: 'sum' }),
    one('id,level,region\nA,gold,E\nQ,,\n', 'profile', ['customer_id', 'member_level', 'region']),
    one('id,day,s\nA,2024-01-05,4\n,2024-01-05,5\n', 'survey', ['customer_id', 'order_date', 'satisfaction']),
  ]; // prettier-ignore
  const together = {
    merge: ['same_email', 'spelling'] as const,
    currency: { base: 'CNY', rates: { USD: '7.1' } },
  };
  const seen = [];
  for (const each of [engine, wasm]) {
    const { ledger, model, coverage } = await importFiles(
      each,
      blobReader,
      files,
      together,
      () => undefined,
      signal(),
    );
    const tables = [];
    for (const query of [
      'SELECT source::BIGINT AS source, row_no, customer_id, day, amount::VARCHAR AS amount, region FROM lines ORDER BY ALL',
      'SELECT * FROM customers ORDER BY ALL',
      'SELECT source::BIGINT AS source, row_no, reason FROM set_aside ORDER BY ALL',
    ]) {
      const { columns, rows } = await each.query(query);
      tables.push(Array.from({ length: rows }, (_, i) => columns.map((c) => (c.kind === 'text' ? c.at(i) : String(c.values[i]))))); // prettier-ignore
    }
    seen.push({ ledger, model, coverage, tables });
  }
  await wasm.close();
  expect(seen[0]!.tables[0]).toEqual([
    ['0', '2', 'A', '19727', '100000.0000', 'N'],
    ['0', '3', 'A', '19727', '0.0000', 'N'],
    ['0', '4', 'A', '19782', '-5.0000', 'S'],
    ['1', '2', 'A', '18993', '1000.0000', null],
    ['1', '3', 'C', '18993', '14200.0000', null],
    ['1', '3', 'C', '19358', '21300.0000', null],
    ['2', '2', 'A', 'NaN', '37.5000', null],
  ]);
  expect(seen[0]!.ledger).toMatchObject({ rowsFile: 13, rowsUsed: 10, rowsSetAside: 3 });
  expect(seen[1]).toEqual(seen[0]);
}, 60_000);
