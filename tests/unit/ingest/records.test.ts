import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { Tokeniser, longestQuotedCell } from '../../../src/ingest/records.ts';
import type { Dialect } from '../../../src/ingest/records.ts';

interface Read {
  readonly record: number;
  readonly line: number;
  readonly cells: readonly string[];
  readonly blank: boolean;
}

const csv: Dialect = { delimiter: ',', quote: '"' };
const encoder = new TextEncoder();

function read(text: string | Uint8Array, dialect: Dialect = csv, cuts: readonly number[] = []) {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text;
  const records: Read[] = [];
  const counts: number[] = [];
  const tokeniser = new Tokeniser(dialect, true, (each) => {
    records.push({ record: each.record, line: each.line, cells: each.texts(), blank: each.blank });
  });
  const counter = new Tokeniser(dialect, false, (each) => counts.push(each.cells));
  let from = 0;
  for (const cut of [...cuts.filter((at) => at < bytes.length).sort((a, b) => a - b), bytes.length]) {
    tokeniser.push(bytes.subarray(from, cut));
    counter.push(bytes.subarray(from, cut));
    from = cut;
  }
  tokeniser.finish();
  counter.finish();
  expect(counts).toEqual(records.map((record) => record.cells.length));
  const { openQuote, lineFeeds, carriageReturns, pairs } = tokeniser;
  return {
    records,
    cells: records.map((record) => record.cells),
    openQuote,
    breaks: { lineFeeds, carriageReturns, pairs },
  };
}

const cell = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', ',', '"', '\n', '\r\n', ';', 'é', '中', '😀', '1'),
  maxLength: 6,
});

describe('the tokeniser and PapaParse', () => {
  it.each([',', ';', '\t', '|'])('read the same cells of regular files with delimiter %j', (delimiter) => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 5 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
          ),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.boolean(),
        (table, newline, quotes, last) => {
          const text = Papa.unparse(table, { delimiter, newline, quotes }) + (last ? newline : '');
          const papa = Papa.parse<string[]>(text, { delimiter, newline, skipEmptyLines: false }).data;
          if (last) papa.pop();
          const ours = read(text, { delimiter: delimiter === '\t' ? 'tab' : delimiter, quote: '"' });
          expect(ours.cells).toEqual(papa);
          expect(ours.cells).toEqual(table);
          expect(ours.openQuote).toBeNull();
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('chunk borders', () => {
  it.each<Dialect>([
    csv,
    { delimiter: 'blanks', quote: "'" },
    { delimiter: 'tab', quote: 'none' },
    { delimiter: ',', quote: '"', escape: '\\' },
    { delimiter: ', ', quote: '"' },
    { delimiter: ',,', quote: "'" },
    { delimiter: '中', quote: '"' },
  ])('change nothing, whatever the bytes (%j)', (dialect) => {
    const wild = fc.string({
      unit: fc.constantFrom('"', ',', '\n', '\r', ' ', 'x', '中', "'", '\t', '\ufeff', '\\'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(wild, fc.array(fc.nat(120), { maxLength: 12 }), (text, cuts) => {
        expect(read(text, dialect, cuts)).toEqual(read(text, dialect));
      }),
      { numRuns: 1000 },
    );
  });

  it('lose no character outside delimiters, quotes and line breaks', () => {
    const wild = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'x', 'y', '中'), maxLength: 40 });
    fc.assert(
      fc.property(wild, (text) => {
        const kept = (all: string): string => all.replace(/[",\r\n]/g, '');
        expect(kept(read(text).cells.flat().join(''))).toBe(kept(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('records', () => {
  it('count lines and records, line breaks in quotes included', () => {
    const { records } = read('a,b\r\n"1\n2",x\n\n3,"4"\r5,6');
    expect(records).toEqual([
      { record: 1, line: 1, cells: ['a', 'b'], blank: false },
      { record: 2, line: 2, cells: ['1\n2', 'x'], blank: false },
      { record: 3, line: 4, cells: [''], blank: true },
      { record: 4, line: 5, cells: ['3', '4'], blank: false },
      { record: 5, line: 6, cells: ['5', '6'], blank: false },
    ]);
  });

  it('tell LF, CRLF and CR apart, also when a chunk ends between CR and LF', () => {
    expect(read('a\r\nb\nc\rd\r', csv, [2]).breaks).toEqual({ lineFeeds: 1, carriageReturns: 2, pairs: 1 });
  });

  it('take a byte order mark off', () => {
    expect(read('\ufeffa,b\n', csv, [1, 2]).cells).toEqual([['a', 'b']]);
    expect(read('\ufeff').cells).toEqual([]);
  });

  it('are blank when all cells are', () => {
    expect(read(' , \t,""\n"  "\n,x\n').records.map((record) => record.blank)).toEqual([true, true, false]);
  });

  it('are blank when they only draw a table', () => {
    const blank = (text: string, delimiter = '|') =>
      read(text, { delimiter, quote: '"' }).records.map((record) => record.blank);
    expect(blank('+---+----+\n ----|---- \n=====\n|:---|---:|\n')).toEqual([true, true, true, true]);
    expect(blank('---|x\n-|-|-\n--|5\n"---"|"---"\n-1-\n')).toEqual([false, false, false, false, false]);
    expect(blank('--,---,--\n-,-,-\n', ',')).toEqual([true, false]);
    expect(read('a|b\n---|---\n1|2', { delimiter: '|', quote: '"' }, [5, 7, 9]).records[1]?.blank).toBe(true);
  });

  it('keep text after a closing quote as it stands', () => {
    expect(read('"a"b,"c"" d" ,e"f\n').cells).toEqual([['ab', 'c" d ', 'e"f']]);
  });

  it('take runs of blanks for one delimiter', () => {
    const blanks: Dialect = { delimiter: 'blanks', quote: '"' };
    expect(read('  a \t b  \n\n"c d"   e\n   \nf g  ', blanks).cells).toEqual([
      ['a', 'b'],
      [''],
      ['c d', 'e'],
      [''],
      ['f', 'g'],
    ]);
  });

  it('read single quotes and no quotes', () => {
    expect(read("'a,b','it''s',\"c\n", { delimiter: ',', quote: "'" }).cells).toEqual([
      ['a,b', "it's", '"c'],
    ]);
    expect(read('"a,b"\n', { delimiter: ',', quote: 'none' }).cells).toEqual([['"a', 'b"']]);
  });
});

describe('quotes that are not doubled', () => {
  const cellsOf = (text: string, dialect: Dialect = csv): readonly (readonly string[])[] => {
    const { cells, openQuote } = read(text, dialect);
    expect(openQuote).toBeNull();
    return cells;
  };

  it('are text where the cell is closed on the same line', () => {
    expect(cellsOf('"5" nails",1\n"say "yes" twice, or",2\n""a, b",3\n')).toEqual([
      ['5" nails', '1'],
      ['say "yes" twice, or', '2'],
      ['"a, b', '3'],
    ]);
  });

  it('end the cell where it is not', () => {
    expect(cellsOf('"a"b,1\n"c" d, e,2\n"f"g')).toEqual([['ab', '1'], ['c d', ' e', '2'], ['fg']]);
  });

  it('end the cell in front of a blank and a delimiter', () => {
    expect(cellsOf('"a" ,"b" , "c"\n')).toEqual([['a ', 'b ', ' "c"']]);
  });

  it('may stand right before the closing quote', () => {
    expect(cellsOf('"round 48"","made in, say",1\n"10"",\n2,"x"\n')).toEqual([
      ['round 48"', 'made in, say', '1'],
      ['10"', ''],
      ['2', 'x'],
    ]);
    // Doubled quotes in front of a delimiter are text as long as nothing speaks against it.
    expect(cellsOf('"say ""yes"", or no",1\n"a "",""b",2\n')).toEqual([
      ['say "yes", or no', '1'],
      ['a ","b', '2'],
    ]);
  });

  it('do not pair with the opening quote of the next cell', () => {
    const { cells, openQuote } = read('"1,"a, b","c"\n2,"x,"y, z",5\n');
    expect(cells).toEqual([
      ['"1', 'a, b', 'c'],
      ['2', '"x', 'y, z', '5'],
    ]);
    expect(openQuote).toEqual({ record: 1, line: 1 });
  });

  it('may be apostrophes', () => {
    expect(cellsOf("'Men's Boots, 5\" long',1\n'it''s',2\n", { delimiter: ',', quote: "'" })).toEqual([
      ['Men\'s Boots, 5" long', '1'],
      ["it's", '2'],
    ]);
  });
});

describe('dialects beyond the usual', () => {
  it('escape quotes by a backslash', () => {
    const dialect: Dialect = { delimiter: ',', quote: '"', escape: '\\' };
    expect(read('"a \\"b\\", c",1\n"C:\\\\",2\n\\"x,"d\\e ""f"""\n', dialect).cells).toEqual([
      ['a "b", c', '1'],
      ['C:\\', '2'],
      ['\\"x', 'd\\e "f"'],
    ]);
  });

  it('have delimiters of several characters', () => {
    expect(read('a||b|c||"d||e"\n||||f\n', { delimiter: '||', quote: '"' }).cells).toEqual([
      ['a', 'b|c', 'd||e'],
      ['', '', 'f'],
    ]);
    expect(read('a，b，"c，d"\n', { delimiter: '，', quote: '"' }).cells).toEqual([['a', 'b', 'c，d']]);
  });

  it('have a blank behind the delimiter, which may be missing', () => {
    expect(read('a, b, "c, d"\n1,2,\n', { delimiter: ', ', quote: '"' }).cells).toEqual([
      ['a', 'b', 'c, d'],
      ['1', '2', ''],
    ]);
  });
});

describe('an unclosed quote', () => {
  it('at the end of the file is an ordinary character, and says where it stands', () => {
    const { cells, openQuote } = read('a,b\n1,"x,y\n2,z\n');
    expect(cells).toEqual([
      ['a', 'b'],
      ['1', '"x', 'y'],
      ['2', 'z'],
    ]);
    expect(openQuote).toEqual({ record: 2, line: 2 });
  });

  it('does not pair with the opening quote of a later cell', () => {
    const { cells, openQuote } = read('a,b\n1,"x\n2,"y"\n3,"z, z"\n');
    expect(cells).toEqual([
      ['a', 'b'],
      ['1', '"x'],
      ['2', 'y'],
      ['3', 'z, z'],
    ]);
    expect(openQuote).toEqual({ record: 2, line: 2 });
  });

  it('does not swallow more than the longest cell', () => {
    const row = '123456789,abcdefghij\n';
    const rows = Math.ceil((1.2 * longestQuotedCell) / row.length);
    const { records, openQuote } = read(`a,b\n1,"x\n${row.repeat(rows)}4,"y"\n`, csv, [1e6, 5e6, 9e6]);
    expect(records.length).toBe(rows + 3);
    expect(openQuote).toEqual({ record: 2, line: 2 });
  });
});
