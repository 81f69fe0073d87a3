import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessHeader } from '../../../src/ingest/header.ts';
import { headerNames } from '../../../src/ingest/headerNames.ts';
import { look } from '../../../src/ingest/inspect.ts';
import { asRead } from '../../../src/ingest/rewrite.ts';
import { survey } from '../../../src/ingest/survey.ts';
import type { Reading } from '../../../src/ingest/types.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The whole way: guess, count, and the table as the plan script writes it. */
async function readAll(text: string, chosen: Partial<Reading> = {}) {
  const bytes = new TextEncoder().encode(text);
  const looked = look(bytes, true, chosen);
  const counted = await survey(inPieces(bytes, 7), looked.reading, () => undefined);
  let csv = '';
  for await (const part of asRead(inPieces(bytes, 11), looked.reading, counted, null)) {
    csv += new TextDecoder().decode(part);
  }
  return { ...looked, counted, csv };
}

/** Rows as regular CSV, the simplest way that is right: every cell in quotes. */
const regular = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('');

/** Another reader of quoted CSV, a few lines long: cells by a regular expression over all of the text. */
function simpleRows(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
  }
  rows.pop();
  return rows;
}

const text = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', ',', '"', ';', '|', '\t', 'é', '客', '\n'),
  maxLength: 8,
});
const filledText = text.map((value) => `x${value}x`);
const amount = fc.integer({ min: -99999, max: 99999 }).map((cents) => (cents / 100).toFixed(2));
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-03-${String(n).padStart(2, '0')}`);
const table = fc.array(fc.tuple(filledText, day, amount, filledText), { minLength: 3, maxLength: 12 });
const header = ['customer', 'date', 'amount', 'note'];

describe('rows → text → rows', () => {
  it('are the same whatever the delimiter, the quoting, the line breaks and the byte order mark', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.boolean(),
        async (rows, delimiter, newline, always, mark) => {
          const cell = (value: string): string =>
            always || value.includes(delimiter) || /["\r\n]/.test(value)
              ? `"${value.replaceAll('"', '""')}"`
              : value;
          const all = [header, ...rows];
          const file = all.map((row) => row.map(cell).join(delimiter) + newline).join('');
          const { csv, counted, reading } = await readAll((mark ? '\ufeff' : '') + file, {
            delimiter: delimiter === '\t' ? 'tab' : delimiter,
            quote: '"',
          });
          expect(reading.headerRow).toBe(1);
          expect(simpleRows(csv)).toEqual(all);
          expect(counted).toMatchObject({
            records: all.length,
            data: rows.length,
            header: 1,
            short: 0,
            long: 0,
          });
          expect(counted.openQuote).toBeNull();
        },
      ),
      { numRuns: 200 },
    );
  });

  it('need no choices: the dialect of a table of customers is found', async () => {
    const name = fc.constantFrom(
      'Ann',
      'Bob & Co',
      'Smith, Eve',
      '张三',
      "O'Neil",
      'Round 48"',
      'a;b',
      'x|y',
    );
    const row = fc.tuple(name, day, amount, fc.constantFrom('', 'ok', 'call back, please', 'paid "cash"'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 4, maxLength: 12 }),
        fc.constantFrom(',', ';', '\t', '|'),
        async (rows, delimiter) => {
          const cell = (value: string): string =>
            value.includes(delimiter) || value.includes('"') ? `"${value.replaceAll('"', '""')}"` : value;
          const all = [header, ...rows];
          const { csv, reading } = await readAll(
            all.map((each) => `${each.map(cell).join(delimiter)}\n`).join(''),
          );
          expect(reading.delimiter).toBe(delimiter === '\t' ? 'tab' : delimiter);
          expect(simpleRows(csv)).toEqual(all);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('counts', () => {
  it('account for every record of any text, under any dialect', async () => {
    const wild = fc.string({
      unit: fc.constantFrom('"', "'", ',', ' ', '\n', '\r', '\\', 'x', '中', 'Total', '1', 'customer,date\n'),
      maxLength: 40,
    });
    const dialect = fc.record({
      delimiter: fc.constantFrom(',', ', ', 'tab', 'blanks', ',,', 'x'),
      quote: fc.constantFrom<Reading['quote']>('"', "'", 'none'),
      headerRow: fc.constantFrom(null, 1, 2, 4),
      headerRows: fc.constantFrom(1, 2),
      escape: fc.constantFrom<'\\' | undefined>('\\', undefined),
    });
    const rest = { encoding: 'utf-8', decimal: '.', thousands: ',', dateOrder: 'ymd' } as const;
    await fc.assert(
      fc.asyncProperty(wild, dialect, async (file, choices) => {
        const reading: Reading = { ...rest, ...choices };
        const s = await survey(inPieces(new TextEncoder().encode(file), 5), reading, () => undefined);
        expect(s.data + s.header + s.preamble + s.blank + s.footer).toBe(s.records);
      }),
      { numRuns: 600 },
    );
  });

  it('agree with lines where there are no quotes, and with a simple reader where they are regular', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n', '\r'), async (rows, newline) => {
        const flat = rows.map((row) => row.map((cell) => cell.replace(/["\n,\t;|]/g, '')).join(','));
        const lines = await readAll(['a,b,c,d', ...flat].join(newline), { delimiter: ',', quote: '"' });
        expect(lines.counted.records).toBe(flat.length + 1);
        const quoted = regular([header, ...rows]);
        expect((await readAll(quoted, { delimiter: ',' })).counted.records).toBe(simpleRows(quoted).length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the dialect', () => {
  const dialectOf = (file: string) => {
    const { delimiter, quote, escape } = look(new TextEncoder().encode(file), true, {}).reading;
    return { delimiter, quote, escape };
  };

  it('is that of the quoted cells, whatever commas the others hold', () => {
    expect(
      dialectOf('"a" "b" c, d\n"1" "2" e, f, g\n"3" "4" h\n"5" "6" i, j\n"7" "8" k\n"9" "0" l\n').delimiter,
    ).toBe(' ');
    expect(dialectOf('"a";"b";"c"\n"1,5";"2,5";"x, y"\n"3,5";"4,5";"z, w"\n').delimiter).toBe(';');
  });

  it('takes a blank behind commas for part of the delimiter only in front of quotes', () => {
    expect(dialectOf('a, b\n1, 2.5\n2, 3.5\n').delimiter).toBe(',');
    expect(dialectOf('a, b\n1, "x, y"\n2, "z, w"\n').delimiter).toBe(', ');
  });

  it('has apostrophes for quotes only where cells are wrapped in them', () => {
    expect(dialectOf("'a','b'\n'it''s, so','1'\n'x, y','2'\n").quote).toBe("'");
    expect(dialectOf("a,b\nMen's hat,1\nKids' hat,2\n").quote).toBe('"');
  });

  it('has no escape where a backslash merely ends a cell', () => {
    expect(dialectOf('path,n\n"C:\\files\\",1\n"D:\\",2\n').escape).toBeUndefined();
    expect(dialectOf('text,n\n"say \\"yes\\", twice",1\n"5\\"",2\n').escape).toBe('\\');
  });
});

describe('the header', () => {
  const headerOf = (rows: readonly (readonly string[])[]) => {
    const records = rows.map((cells, i) => {
      const blank = cells.every((cell) => cell === '');
      return { record: i + 1, cells, blank, oddQuotes: false };
    });
    return guessHeader(records, 0);
  };

  it('is the first row that is as full as the fuller rows, below titles', () => {
    expect(
      headerOf([
        ['Report', '', ''],
        ['Period: 2024', '', ''],
        ['', '', ''],
        ['customer', 'date', 'amount'],
        ['Ann', '2024-01-05', '10'],
      ]),
    ).toEqual({ headerRow: 4 });
    const narrow = ['Minister', 'Date', 'Guest', '', '', ''];
    const wide = ['A', 'B', 'C', 'D', 'E', 'F'];
    const row = ['Mrs A', '2024-01-05', 'Relief Fund', '', '', ''];
    expect(
      headerOf([['Meetings', '', '', '', '', ''], narrow, ...Array.from({ length: 30 }, () => row), wide]),
    ).toEqual({ headerRow: 2 });
  });

  it('spans names under groups, and blank rows between them', () => {
    const groups = ['Date', 'Place', 'Travel', '', 'Total'];
    const names = ['', '', 'Air', 'Rail', ''];
    const data = ['2024-01-05', 'Rome', '10', '20', '30'];
    expect(headerOf([groups, names, data, data])).toEqual({ headerRow: 2, headerRows: 2 });
    expect(headerOf([groups, ['', '', '', '', ''], names, data])).toEqual({ headerRow: 3, headerRows: 3 });
    expect(headerNames([groups, names])).toEqual(['Date', 'Place', 'Travel Air', 'Travel Rail', 'Total']);
  });

  it('spans groups above names that come twice, not titles above names that do not', () => {
    const data = [
      ['1', '2', '3', '4'],
      ['5', '6', '7', '8'],
    ];
    expect(headerOf([['2023', '', '2024', ''], ['n', 'sum', 'n', 'sum'], ...data])).toEqual({
      headerRow: 2,
      headerRows: 2,
    });
    expect(headerOf([['Sales', '', 'of 2024', ''], ['a', 'b', 'c', 'd'], ...data])).toEqual({ headerRow: 2 });
  });

  it('spans the kinds of answers under questions, not a first row without a key', () => {
    const questions = ['id', 'day', 'How satisfied are you?', 'How likely?', 'Bought?', ''];
    const answers = ['', '', 'Response', 'Response', 'Tea', 'Coffee'];
    const data = (id: string) => [id, '2024-01-05', 'Good', '7', 'Tea', 'Coffee'];
    expect(headerOf([questions, answers, data('1'), data('2')])).toEqual({ headerRow: 2, headerRows: 2 });
    expect(headerOf([questions, answers, data('1'), data('')])).toEqual({ headerRow: 1 });
  });

  it('does not span the first group of a report', () => {
    const lines = (title: string) => [
      [title, '', '', ''],
      ['', '2024-01-05', '7', '5.00'],
    ];
    expect(headerOf([['', 'Date', 'Qty', 'Amount'], ...lines('Acme'), ...lines('Beta Ltd')])).toEqual({
      headerRow: 1,
    });
    expect(
      headerOf([
        ['', 'Date', 'Qty', 'Amount'],
        ['Name', '', '', ''],
        ['Acme', '2024-01-05', '7', '5.00'],
      ]),
    ).toEqual({
      headerRow: 2,
      headerRows: 2,
    });
  });

  it('has no data row with blanks for a second row', () => {
    expect(
      headerOf([
        ['id', 'name', '', 'amount'],
        ['A1', 'Ann', 'x', '10'],
        ['A2', 'Bob', 'y', '20'],
      ]),
    ).toEqual({ headerRow: 1 });
    expect(
      headerOf([
        ['id', 'name', '', 'amount'],
        ['', '', 'x', ''],
        ['A2', 'Bob', 'y', '20'],
        ['A3', 'Eve', 'y', '30'],
      ]).headerRow,
    ).not.toBeNull();
  });

  it('is none where the first row is like the others', () => {
    expect(
      headerOf([
        ['0', '0'],
        ['0.01', '0.5'],
        ['0.02', '0.7'],
      ]),
    ).toEqual({ headerRow: null });
    expect(
      headerOf([
        ['Ann', '10'],
        ['Bob', '20'],
        ['Ann', '30'],
      ]),
    ).toEqual({ headerRow: null });
  });

  it('may lack its last names', () => {
    const data = ['1', '2', '3', '4', '5', '6'];
    expect(headerOf([['run', 'a', 'b', '', '', ''], data, data])).toEqual({ headerRow: 1 });
    expect(headerOf([['Report', '', '', '', '', ''], data, data])).toEqual({ headerRow: null });
  });

  it('names each column by its parts', () => {
    expect(
      headerNames([
        ['a', 'b'],
        ['a', 'b'],
      ]),
    ).toEqual(['a', 'b']);
    expect(
      headerNames(
        [
          ['a', 'b'],
          ['a', 'b'],
        ],
        true,
      ),
    ).toEqual(['a a', 'b b']);
    expect(
      headerNames([
        ['Org', 'Staff', '', '', ''],
        ['', 'AO', '', 'EO', ''],
        ['', 'n', 'fte', 'n', 'fte'],
      ]),
    ).toEqual(['Org', 'Staff AO n', 'Staff AO fte', 'Staff EO n', 'Staff EO fte']);
  });
});

describe('a look at the first part of a file', () => {
  it('leaves out the record that is cut, also inside quotes over many lines', () => {
    const rows = Array.from(
      { length: 50 },
      (_, i) => `A${i},2024-01-05,"first, line\nsecond, line\nthird, line",10\n`,
    );
    const bytes = new TextEncoder().encode(`id,date,note,amount\n${rows.join('')}`);
    const seen = look(bytes.subarray(0, bytes.length - 30), false, {});
    expect(seen.preview.length).toBe(49);
    expect(seen.preview.every(({ cells }) => cells.length === 4)).toBe(true);
  });

  it('shows the beginning of a file whose first record is longer than that', () => {
    const seen = look(new TextEncoder().encode(`${'x'.repeat(200)},2`), false, {
      delimiter: ',',
      headerRow: null,
    });
    expect(seen.columns.length).toBe(2);
  });
});
