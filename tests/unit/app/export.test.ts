import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customersCsv, Digits, toCsv, type Scores } from '../../../src/app/export.ts';
import type { CsvCell } from '../../../src/app/export.ts';
import { liveOf } from '../../../src/lenses/frame.ts';
import { everyone } from '../../../src/lenses/ranks.ts';
import { defaultScope, type Scope } from '../../../src/model/scope.ts';
import { defaultTierRule } from '../../../src/model/tierRule.ts';
import type { Line } from '../../support/lines.ts';
import { bookFor, dataOf } from '../../support/lenses.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { openFile } from '../../support/pipeline.ts';

const parse = (csv: string, delimiter: string): string[][] =>
  Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { delimiter, skipEmptyLines: true }).data;

/** What makes a spreadsheet run a cell; a number of its own is none. */
const runs = (cell: string): boolean =>
  /^[\s\uFEFF]*[=+\-@＝＋－＠]/u.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell);

const attacks = [
  '=1+1', '+1', '-x', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠x', "=cmd|' /C calc'!A0", ';=1', ' =1', '\uFEFF=1',
  'a;=1', 'a\t=1', 'a\n=1', 'a;\n @x', '"=1', '";=1', 'a";"=1', '=1;=2', '-1', 'a,=1', "'=1", ';;=1', '=HYPERLINK("http://x","y")',
]; // prettier-ignore

describe('CSV', () => {
  it('starts with a BOM and ends every record with CRLF', async () => {
    const csv = await toCsv(['a', 'b'], [['x', 1]]);
    expect(csv).toBe('\uFEFFa,b\r\nx,1\r\n');
  });

  it.each(attacks)('%j runs under no separator, as a cell or as a header', async (attack) => {
    const csv = await toCsv([attack, 'b'], [['id', attack], [attack, 'x']]); // prettier-ignore
    for (const delimiter of [',', ';', '\t'])
      for (const row of parse(csv, delimiter))
        for (const cell of row)
          expect(runs(cell), `${JSON.stringify(delimiter)}: ${JSON.stringify(cell)}`).toBe(false);
    const [header, first] = parse(csv, ',');
    expect(header![0]).toBe(first![1]);
  });

  it('random texts run under no separator', async () => {
    const piece = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      ';',
      ',',
      '\t',
      '\n',
      '\r',
      '"',
      "'",
      ' ',
      'a',
      '1',
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }), async (rows) => {
        const csv = await toCsv(['a', 'b'], rows);
        for (const delimiter of [',', ';', '\t'])
          expect(parse(csv, delimiter).flat().filter(runs)).toEqual([]);
      }),
      { seed: 32, numRuns: 500 },
    );
  });

  it('reads back as it was: the apostrophe is all that an escaped text has more', async () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom(...attacks));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, fc.integer()), { minLength: 1, maxLength: 6 }), async (rows) => {
        const csv = await toCsv(['a', 'b', 'n'], rows);
        const back = Papa.parse<string[]>(csv.slice(1), { delimiter: ',', newline: '\r\n' }).data;
        expect(back.slice(1, -1).map((row) => row.map((text, i) => (i < 2 ? text.replaceAll("'", '') : text)))).toEqual(
          rows.map(([a, b, n]) => [a.replaceAll("'", ''), b.replaceAll("'", ''), String(n)]),
        );
      }),
      { seed: 33 },
    ); // prettier-ignore
  });

  it('ordinary text is not touched', async () => {
    const texts = [
      'O’Brien',
      "O'Brien",
      'A-B',
      'a = b',
      '1+1',
      'x@y.org',
      '北京',
      '00501',
      '12345678901234567890',
      'a; b',
    ];
    const back = parse(await toCsv(['a'], texts.map((text) => [text])), ','); // prettier-ignore
    expect(back.slice(1).flat()).toEqual(texts);
  });

  it('numbers stay numbers, negative and large ones too; null is an empty cell', async () => {
    const row: CsvCell[] = [-1, -0.5, 1e15, new Digits('-90071992547409.9301'), null, 0];
    expect(await toCsv(['a', 'b', 'c', 'd', 'e', 'f'], [row])).toBe(
      '\uFEFFa,b,c,d,e,f\r\n-1,-0.5,1000000000000000,-90071992547409.9301,,0\r\n',
    );
  });
});

describe('the customers', () => {
  const engine = nodeEngine();
  beforeAll(() => engine.open());
  afterAll(() => engine.close());

  const shop: readonly Line[] = [
    { customer: '007', name: '=cmd', order: '1', day: '2024-01-01', amount: '80.5' },
    { customer: '007', name: '=cmd', order: '2', day: '2024-01-31', amount: '10' },
    { customer: 'B', name: 'Bob, "the" buyer', order: '3', day: '2024-01-20', amount: '9.5' },
    { customer: 'R', name: 'Ret', order: '4', day: '2024-01-10', amount: '-3.25' },
  ];
  const none: Scores = { potentialLevel: null, silenceDays: null, tierings: [] };

  async function exported(
    lines: readonly Line[],
    scores = none,
    scope: Partial<Scope> = {},
    shape?: 'customers',
  ) {
    const data = await dataOf(engine, lines, shape);
    const frame = await data.frame({ ...defaultScope, ...scope }, bookFor());
    const csv = await customersCsv(frame, liveOf(frame, defaultTierRule), everyone(frame), scores, 'en');
    const [header, ...rows] = parse(csv, ',');
    return rows.map((row) => Object.fromEntries(row.map((cell, i) => [header![i], cell])));
  }

  it('one row each with tier, rule and scores; who is listed apart says so', async () => {
    const rows = await exported(shop, {
      potentialLevel: (k) => (k === 0 ? 'high' : null),
      silenceDays: 10,
      tierings: [],
    });
    const rule = rows[0]!.tier_rule;
    expect(rule).toContain('80%');
    expect(rule).toContain('95%');
    // Of 31 days the first is dropped, and with it the 80.5.
    expect(rows).toEqual([
      { customer_id: '007', customer_name: "'=cmd", rank: '1', value: '90.5', tier: 'A', tier_rule: rule, monetary: '90.5', frequency: '2', recency_days: '0', first_order: '2024-01-01', last_order: '2024-01-31', growth: '10', potential_level: 'high', lost: 'no' },
      { customer_id: 'B', customer_name: 'Bob, "the" buyer', rank: '2', value: '9.5', tier: 'B', tier_rule: rule, monetary: '9.5', frequency: '1', recency_days: '11', first_order: '2024-01-20', last_order: '2024-01-20', growth: '9.5', potential_level: '', lost: 'yes' },
      { customer_id: 'R', customer_name: 'Ret', rank: '', value: '-3.25', tier: 'net_nonpositive', tier_rule: rule, monetary: '-3.25', frequency: '0', recency_days: '', first_order: '', last_order: '', growth: '3.25', potential_level: '', lost: 'no' },
    ]); // prettier-ignore
  });

  it('read again, the ids are those of the file before, formulas and leading zeros too', async () => {
    const ids = [
      '=1+1',
      '+1',
      '-1',
      '-x',
      '@SUM(A1)',
      '＝1+1',
      "=cmd|' /C calc'!A0",
      '007',
      'a, "b"',
      '12345678901234567890',
    ];
    const names = ids.map((id) => (id === '007' ? "'t Hooft" : id));
    const lines = ids.map((customer, i): Line => ({ customer, name: names[i], amount: String(100 - i) }));
    const data = await dataOf(engine, lines, 'customers');
    const frame = await data.frame(defaultScope, bookFor());
    const csv = await customersCsv(frame, liveOf(frame, defaultTierRule), everyone(frame), none, 'en');
    const again = await openFile(engine, new File([csv], 'again.csv'), {
      customer_id: 'customer_id',
      customer_name: 'customer_name',
      value: 'amount',
    });
    const { customers } = await again.data.frame(defaultScope, bookFor());
    expect(Array.from({ length: customers.n }, (_, k) => customers.ids.at(k))).toEqual(ids);
    expect(Array.from({ length: customers.n }, (_, k) => customers.names?.at(k))).toEqual(names);
    expect(customers.value).toEqual(frame.customers.value);
  });

  it('a file with one row per customer has no orders and no dates', async () => {
    const rows = await exported([{ customer: 'A', amount: '1' }], none, {}, 'customers');
    expect(Object.keys(rows[0])).toEqual(['customer_id', 'rank', 'value', 'tier', 'tier_rule', 'monetary']);
  });

  it('values are exact to the last of four decimals, at any size and sign', async () => {
    const amounts = ['899999999999.9999', '-899999999999.9997', '99999999999999.9999', '-99999999999999.9999', '0.0001', '-1', '90071992547.4099']; // prettier-ignore
    for (const measure of [amounts, amounts.slice(4)]) {
      const rows = await exported(
        measure.map((amount, i) => ({ customer: `K${i}`, amount })),
        none,
        { nonpositive: 'keep' },
        'customers',
      );
      const value = (id: string): string => rows.find((row) => row.customer_id === id)!.value ?? '';
      measure.forEach((amount, i) => expect(value(`K${i}`).replace(/\.0000$/, '')).toBe(amount));
    }
  });
});
