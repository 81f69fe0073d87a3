import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { single, type PlainTable } from '../../../src/base/table.ts';
import type { Survey } from '../../../src/ingest/types.ts';
import { duplicatesQueries, ledgerOf, ledgerQueries } from '../../../src/model/ledger.ts';
import { type Line, linesStatements } from '../../support/lines.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const survey = (counts: Partial<Survey>): Survey => ({
  bytes: 0,
  records: 0,
  data: 0,
  header: 0,
  preamble: 0,
  blank: 0,
  footer: 0,
  footerRecords: [],
  short: 0,
  long: 0,
  odd: [],
  openQuote: null,
  regular: true,
  replaced: 0,
  mixed: null,
  ...counts,
});

async function tables(lines: readonly Line[], more: readonly string[] = []) {
  await engine.run([...linesStatements(lines), ...more]);
  const answers: Record<string, PlainTable> = {};
  for (const [name, text] of Object.entries(ledgerQueries)) answers[name] = await engine.query(text);
  return answers as Parameters<typeof ledgerOf>[0];
}

const rows: readonly Line[] = [
  { customer: 'A', amount: '10' },
  { customer: 'A', amount: '10' },
  { amount: '5.25' },
  { amount: '-1.0001', source: 1 },
];
const setAside = [
  "INSERT INTO set_aside VALUES (7, 0, 'date_missing', 2, ''), (8, 0, 'amount_missing', 1, ''), (9, 1, 'amount_missing', 1, '')",
  'INSERT INTO rounded VALUES (0, 2), (1, 1)',
];

describe('the ledger', () => {
  it('accounts for every record of all files', async () => {
    const surveys = [
      survey({ records: 9, data: 5, header: 1, preamble: 2, blank: 1, short: 1 }),
      survey({ records: 4, data: 2, header: 1, footer: 1, long: 2 }),
    ];
    expect(ledgerOf(await tables(rows, setAside), surveys, ['lines', 'lines'])).toEqual({
      records: 13,
      rowsFile: 7,
      rowsUsed: 4,
      rowsSetAside: 3,
      setAsideBy: [
        { reason: 'amount_missing', rows: 2 },
        { reason: 'date_missing', rows: 1 },
      ],
      header: 2,
      preamble: 2,
      blank: 1,
      footer: 1,
      recordsOther: 6,
      walkinRows: 2,
      walkinValue: 42_499,
      roundedRows: 3,
      shortRows: 1,
      longRows: 2,
      sources: [
        { shape: 'lines', records: 9, rowsFile: 5, rowsUsed: 3, rowsSetAside: 2, other: 4 },
        { shape: 'lines', records: 4, rowsFile: 2, rowsUsed: 1, rowsSetAside: 1, other: 2 },
      ],
      merged: { ids: 0, customers: 0 },
    });
  });

  it.each([
    ['one more than the engine has', 6],
    ['one fewer', 4],
  ])(
    'refuses when the survey of one file counted %s, even where the other makes up for it',
    async (_, data) => {
      const answers = await tables(rows, setAside);
      const surveys = [survey({ records: data, data }), survey({ records: 7 - data, data: 7 - data })];
      expect(() => ledgerOf(answers, surveys, ['lines', 'lines'])).toThrow(
        `rows unaccounted for: ${data} in the file, 3 used, 2 set aside`,
      );
    },
  );

  it('refuses rows of a file that nobody counted', async () => {
    const answers = await tables(rows, setAside);
    expect(() => ledgerOf(answers, [survey({ records: 5, data: 5 })], ['lines'])).toThrow(
      'rows unaccounted for',
    );
  });

  it('counts side tables, and records that are not one row of a table', async () => {
    const more = [
      "INSERT INTO tickets VALUES (2, 1, 'A'), (3, 1, 'B')",
      "INSERT INTO set_aside VALUES (4, 1, 'customer_missing', 0, '')",
      'INSERT INTO folded VALUES (0, 3), (0, -1)',
      "INSERT INTO merged VALUES ('a', 'A'), ('b', 'B'), ('bb', 'B')",
    ];
    const answers = await tables([{ customer: 'A', amount: '1' }], more);
    const ledger = ledgerOf(answers, [survey({ records: 3, data: 3 }), survey({ records: 3, data: 3 })], ['periods', 'tickets']); // prettier-ignore
    expect(ledger).toMatchObject({ rowsFile: 6, rowsUsed: 5, rowsSetAside: 1, merged: { ids: 3, customers: 2 } }); // prettier-ignore
    expect(ledger.sources.map(({ shape, rowsUsed }) => [shape, rowsUsed])).toEqual([
      ['periods', 3],
      ['tickets', 2],
    ]);
  });

  it('counts rows that are equal in every cell, in as many steps as there are rows for', async () => {
    await engine.run(linesStatements([...rows, rows[0]!, rows[2]!]));
    for (const size of [0, 6, 5_000_000]) {
      let found = 0;
      for (const query of duplicatesQueries(size)) found += single(await engine.query(query), 'rows') ?? 0;
      expect(found).toBe(3);
    }
    expect(duplicatesQueries(5_000_000)).toHaveLength(3);
  });

  it('an empty file has an empty ledger', async () => {
    expect(ledgerOf(await tables([]), [survey({ records: 1, header: 1 })], ['lines'])).toMatchObject({
      records: 1,
      rowsFile: 0,
      rowsUsed: 0,
      walkinRows: 0,
      walkinValue: 0,
      roundedRows: 0,
      setAsideBy: [],
    });
  });
});
