import fc from 'fast-check';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blobReader } from '../../../src/ingest/reader.ts';
import { compileImport } from '../../../src/ingest/statements.ts';
import { apart } from '../../../src/ingest/types.ts';
import { Duck, importFile, prepare, statementsOf } from './duck.ts';

describe('compileImport', () => {
  let duck: Duck;
  beforeEach(async () => {
    duck = await Duck.open();
  });
  afterEach(() => duck.close());

  const roles = { id: 'customer_id', day: 'order_date', money: 'amount' } as const;

  it('puts every row into lines or set_aside, with reason, column and raw text', async () => {
    const text =
      'id,day,money\nA,2024-01-05,1.5\nB,2024-01-05,\nC,2024-01-05,n/a\nD,2024-01-05,12 pieces\nE,,5\nF,soon,5\nG,2024-01-05,1e15\nH,x,y\n,2024-01-05,7\n';
    await importFile(duck, new Blob([text]), roles);
    expect(
      await duck.rows('SELECT row_no, source, customer_id, day, amount FROM lines ORDER BY row_no'),
    ).toEqual([
      ['2', 0, 'A', '2024-01-05', '1.5000'],
      ['10', 0, null, '2024-01-05', '7.0000'],
    ]);
    expect(
      await duck.rows('SELECT row_no, source, reason, column_index, raw FROM set_aside ORDER BY row_no'),
    ).toEqual([
      ['3', 0, 'amount_missing', 2, null],
      ['4', 0, 'amount_missing', 2, 'n/a'],
      ['5', 0, 'amount_unreadable', 2, '12 pieces'],
      ['6', 0, 'date_missing', 1, null],
      ['7', 0, 'date_unreadable', 1, 'soon'],
      ['8', 0, 'amount_too_large', 2, '1e15'],
      ['9', 0, 'amount_unreadable', 2, 'y'],
    ]);
  });

  it('has every column with its type, whatever is mapped', async () => {
    await importFile(duck, new Blob(['id,x\nA,1\n']), {});
    const types = await duck.rows(
      "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'lines' ORDER BY ordinal_position",
    );
    expect(types).toEqual([
      ['row_no', 'BIGINT'], ['source', 'INTEGER'], ['customer_id', 'VARCHAR'], ['customer_name', 'VARCHAR'], ['order_id', 'VARCHAR'],
      ['day', 'DATE'], ['amount', 'DECIMAL(18,4)'], ['quantity', 'DECIMAL(18,4)'], ['profit', 'DECIMAL(18,4)'],
      ['potential', 'DECIMAL(18,4)'], ['row_hash', 'UBIGINT'],
    ]); // prettier-ignore
  });

  it('multiplies quantity and price wide, rounds half away from zero and counts it', async () => {
    const text =
      'id,q,p\nA,3,0.3333\nB,1.5,0.0001\nC,-1.5,0.0001\nD,99999999999,99999999999\nE,x,1\nF,20000000,4000000\n';
    await importFile(duck, new Blob([text]), { id: 'customer_id', q: 'quantity', p: 'unit_price' });
    expect(await duck.rows('SELECT customer_id, amount, quantity FROM lines ORDER BY row_no')).toEqual([
      ['A', '0.9999', '3.0000'],
      ['B', '0.0002', '1.5000'],
      ['C', '-0.0002', '-1.5000'],
      ['F', '80000000000000.0000', '20000000.0000'],
    ]);
    expect(await duck.rows('SELECT source, rows FROM rounded')).toEqual([[0, '2']]);
    expect(
      await duck.rows('SELECT row_no, reason, column_index, raw FROM set_aside ORDER BY row_no'),
    ).toEqual([
      ['5', 'amount_too_large', 2, '99999999999'],
      ['6', 'amount_unreadable', 1, 'x'],
    ]);
  });

  it('takes profit as it is mapped, else amount less cost', async () => {
    await importFile(duck, new Blob(['id,m,c\nA,10,4\nB,10,\n']), {
      id: 'customer_id',
      m: 'amount',
      c: 'cost',
    });
    expect(await duck.rows('SELECT profit FROM lines ORDER BY row_no')).toEqual([['6.0000'], [null]]);
    await importFile(duck, new Blob(['id,m,p\nA,10,-4\n']), { id: 'customer_id', m: 'amount', p: 'profit' });
    expect(await duck.rows('SELECT profit FROM lines')).toEqual([['-4.0000']]);
  });

  it('trims identifiers, never reads them as numbers, and lets the name stand in', async () => {
    const text = 'id,m\n" 007 ",1\n"=""0012345678901234567""",1\nNULL,1\n1E5,1\n\u3000,1\n';
    await importFile(duck, new Blob([text]), { id: 'customer_name', m: 'amount' });
    const all = await duck.rows('SELECT customer_id FROM lines ORDER BY row_no');
    expect(all.flat()).toEqual(['007', '0012345678901234567', null, '1E5', null]);
  });

  it('reads usual rows once, without the careful statements', async () => {
    const left = async (id: string) => {
      const { input, blob } = await prepare(new Blob([`id,day,money\n${id},2024-01-05,1.5\n`]), roles, usual);
      await duck.register('file0', blob);
      const { load, careful } = compileImport([input], apart);
      await duck.run(load);
      return (await duck.rows(careful.query)).flat();
    };
    const usual = { encoding: 'utf-8', delimiter: ',', headerRow: 1 } as const;
    for (const id of ['A', '#7', '张三', 'NY', 'Nike', "O'Neill"])
      expect([id, await left(id)]).toEqual([id, []]);
    for (const id of ['NULL', 'nan', 'n/a', '-', ' A', "'1", '(null)', '\u3000张'])
      expect([id, await left(id)]).toEqual([id, ['0']]);
  });

  it('gives rows that are equal in every cell the same hash', async () => {
    await importFile(duck, new Blob(['id,m,note\nA,1,x\nA,1,x\nA,1,y\n,A,1\n']), { id: 'customer_id' });
    expect(await duck.rows('SELECT count(*), count(DISTINCT row_hash) FROM lines')).toEqual([['4', '3']]);
  });

  it('reads several files into one table', async () => {
    const one = await prepare(new Blob(['id,day,money\nA,2024-01-05,1\n']), roles, {}, 'file0');
    const two = await prepare(
      new Blob(['id;day;money\nB;05.01.2024;1,5\n\nC;13.01.2024;2,5\n']),
      roles,
      {},
      'file1',
    );
    await duck.register('file0', one.blob);
    await duck.register('file1', two.blob);
    await duck.run(statementsOf([one.input, two.input]));
    expect(
      await duck.rows('SELECT source, row_no, customer_id, day, amount FROM lines ORDER BY ALL'),
    ).toEqual([
      [0, '2', 'A', '2024-01-05', '1.0000'],
      [1, '2', 'B', '2024-01-05', '1.5000'],
      [1, '4', 'C', '2024-01-13', '2.5000'],
    ]);
  });

  it('leaves the old tables alone when it stops half-way', async () => {
    await importFile(duck, new Blob(['id,money\nA,1\nB,2\n']), roles);
    const next = await prepare(new Blob(['id,money\nC,3\nD,4\n']), roles);
    await duck.register('file0', next.blob);
    const statements = statementsOf([next.input]);
    await duck.run(statements.slice(0, statements.indexOf('BEGIN TRANSACTION')));
    expect((await duck.rows('SELECT customer_id FROM lines ORDER BY 1')).flat()).toEqual(['A', 'B']);
    await duck.run(statements);
    expect((await duck.rows('SELECT customer_id FROM lines ORDER BY 1')).flat()).toEqual(['C', 'D']);
    const tables = await duck.rows('SELECT table_name FROM information_schema.tables ORDER BY 1');
    expect(tables.flat()).toEqual([
      'attribute_conflicts', 'contacts', 'customers', 'exposures', 'folded', 'lines', 'merged', 'profiles', 'receivables',
      'rounded', 'set_aside', 'surveys', 'tickets',
    ]); // prettier-ignore
  });

  it('reads cells of three million characters and cells with NUL bytes', async () => {
    const long = 'x'.repeat(3_000_000);
    await importFile(duck, new Blob([`id,note,m\nA,${long},1\nB,${long}2,2\n`]), {
      id: 'customer_id',
      note: 'customer_name',
      m: 'amount',
    });
    expect(await duck.rows('SELECT length(customer_name), amount FROM lines ORDER BY row_no')).toEqual([
      ['3000000', '1.0000'],
      ['3000001', '2.0000'],
    ]);
    const { survey } = await importFile(duck, new Blob([`id,m\nA\0B,1\n${'C,2\n'.repeat(200)}`]), {
      id: 'customer_id',
      m: 'amount',
    });
    expect([survey.data, survey.regular]).toEqual([201, false]);
    expect(
      await duck.rows(
        'SELECT count(*), sum(amount), count(*) FILTER (WHERE contains(customer_id, chr(0))) FROM lines',
      ),
    ).toEqual([['201', '401.0000', '1']]);
  });

  it('reads a regular file as the rewritten one would be read', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', ',', '"', '\n', '\\', '#', "'", 'é', '中'),
      maxLength: 5,
    });
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (rows, newline, quotes) => {
        const text = Papa.unparse(
          [['id', 'name', 'order'], ...rows.map(([a, b, c]) => [`${a}1`, `${b}2`, `${c}3`])],
          { newline, quotes },
        );
        const file = new Blob([text]);
        const map = { id: 'customer_id', name: 'customer_name', order: 'order_id' } as const;
        const chosen = { encoding: 'utf-8', delimiter: ',', quote: '"', headerRow: 1 } as const;
        const { input, reading, survey } = await importFile(duck, file, map, chosen);
        expect(survey.data).toBe(rows.length);
        const query = 'SELECT row_no, customer_id, customer_name, order_id FROM lines ORDER BY row_no';
        const direct = await duck.rows(query);
        await duck.register('again', await blobReader.rewrite(file, reading, survey, 3, () => undefined));
        await duck.run(statementsOf([{ ...input, engineName: 'again', rewritten: true }]));
        expect(await duck.rows(query)).toEqual(direct);
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});
