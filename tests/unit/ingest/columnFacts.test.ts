import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobReader } from '../../../src/ingest/reader.ts';
import { compileImport } from '../../../src/ingest/statements.ts';
import { apart, type ColumnFacts } from '../../../src/ingest/types.ts';
import { Duck, prepare } from './duck.ts';

let duck: Duck;
beforeAll(async () => {
  duck = await Duck.open();
});
afterAll(() => duck.close());

const roles = {
  id: 'customer_id',
  day: 'order_date',
  amount: 'amount',
  n: 'quantity',
  what: 'product',
} as const;
const header = Object.keys(roles).join(',');

const factsOf = async (cells: readonly string[]): Promise<ColumnFacts> => {
  const file = new Blob([`a,b\n${cells.map((cell) => `${cell},x\n`).join('')}`]);
  const { reading } = await blobReader.inspect(file, { delimiter: ',', quote: '"', headerRow: 1 });
  return (await blobReader.survey(file, reading, () => undefined)).facts![0]!;
};

describe('what holds for the cells of a column', () => {
  it.each([
    ['nothing odd', ['C1', 'Née', '张三', '-5', '#1001', '+86', 'Nancy', 'N123'], true],
    ['a blank behind', ['C1', 'C2 '], false],
    ['a blank in front', [' C1'], false],
    ['a tab', ['C1\t'], false],
    ['a blank that does not break', ['C1\u00a0'], false],
    ['a wide blank', ['\u3000张三'], false],
    ['à ends with the same byte as such a blank', ['Voilà'], true],
    ['an apostrophe', ["'007"], false],
    ['="…"', ['="""007"""'], false],
    ['a dash alone', ['-'], false],
    ['n/a', ['n/a'], false],
    ['NULL', ['NULL'], false],
    ['quotes around nothing', ['""'], false],
    ['quotes around something', ['"a, b"'], true],
    ['a blank inside quotes', ['"a, b "'], false],
  ])('%s', async (_, cells, clean) => expect((await factsOf(cells)).clean).toBe(clean));

  it.each([
    [['1', '-2.5', '1234.5678', '', 'x_y'], { plainNumbers: true, fewDecimals: true }],
    [['1_000'], { plainNumbers: false, fewDecimals: true }],
    [['5.'], { plainNumbers: false, fewDecimals: true }],
    [['1.23456'], { plainNumbers: true, fewDecimals: false }],
    [['.00001'], { plainNumbers: true, fewDecimals: false }],
    [['1e-5'], { plainNumbers: false, fewDecimals: false }],
  ])('numbers %j', async (cells, facts) => expect(await factsOf(cells)).toMatchObject(facts));

  it.each([
    [['2024-01-31', '', '2024-02-30'], true],
    [['2024-01-31', '2024-1-31'], false],
    [['0024-01-31'], false],
    [['-024-01-31'], false],
    [['2024-01-31 00:00:00'], false],
  ])('dates %j', async (cells, isoDates) => expect((await factsOf(cells)).isoDates).toBe(isoDates));
});

const odd = fc.constantFrom(
  '',
  ' ',
  '-',
  "'",
  '="x"',
  'NaN',
  'null',
  '#N/A',
  '\u00a0a',
  'b\u3000',
  'x ',
  '\tx',
  '(a)',
  '"',
  '张三',
  '_',
);
const id = fc.oneof(fc.constantFrom('C1', 'C2', '张三'), odd);
const number = fc.oneof(
  fc.integer({ min: -999, max: 999 }).map(String),
  fc.constantFrom(
    '1.5',
    '1_0',
    '5.',
    '1.23456',
    '1e3',
    '1E-5',
    ' 7',
    '7 ',
    '(5)',
    '¥3',
    '3元',
    '1,234',
    '.5',
    '-',
    'x',
    '1 000',
    '٣',
    '+4',
    '5-',
    '-_1',
  ),
);
const day = fc.oneof(
  fc.constantFrom('2024-01-31', '2024-02-29'),
  fc.constantFrom(
    '',
    '2024-02-30',
    '2024-1-5',
    '0024-01-31',
    '-024-01-31',
    '2024-01-31 10:00:00',
    '20240131',
    '12024-1-01',
    '2024-01-3Z',
    '29-1-5Z-31',
    '45000',
    '31/12/2024',
  ),
);
const quoted = (cell: string): string => (/[",\n]|^$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

describe('statements that leave out what is nowhere in the file', () => {
  it('make the tables that the complete ones make', async () => {
    let leftOut = 0;
    await fc.assert(
      fc.asyncProperty(
        // Columns of one kind of cell each, so that some facts hold.
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        fc.array(fc.tuple(id, day, number, number, id), { minLength: 1, maxLength: 6 }),
        async (tame, rows) => {
          const usual = ['C1', '2024-01-31', '1.5', '2', 'tea'];
          const text = rows.map((row) => row.map((cell, i) => quoted(tame[i] ? usual[i]! : cell)).join(','));
          const file = new Blob([`${header}\nC0,2024-01-01,1,1,tea\n${text.join('\n')}\n`]);
          const reading = { delimiter: ',', quote: '"', headerRow: 1, decimal: '.', thousands: ',', dateOrder: 'ymd' } as const; // prettier-ignore
          const { input, blob } = await prepare(file, roles, reading, 'facts');
          await duck.register(input.engineName, blob);
          const tables = async (survey: typeof input.survey): Promise<unknown> => {
            const { load, careful, settle, finish } = compileImport([{ ...input, survey }], apart);
            await duck.run(load);
            for (const [source] of await duck.rows(careful.query))
              await duck.run(careful.statements[Number(source)] ?? []);
            await duck.run([...settle, ...finish]);
            return [
              await duck.rows('SELECT * FROM lines ORDER BY row_no'),
              await duck.rows('SELECT * FROM set_aside ORDER BY row_no'),
              await duck.rows('SELECT * FROM rounded'),
            ];
          };
          const { facts, ...without } = input.survey;
          if (facts?.some(({ clean, isoDates, plainNumbers }) => clean || isoDates || plainNumbers))
            leftOut++;
          expect(await tables(input.survey)).toEqual(await tables(without));
        },
      ),
      { numRuns: 60 },
    );
    expect(leftOut).toBeGreaterThan(10);
  }, 60_000);
});
