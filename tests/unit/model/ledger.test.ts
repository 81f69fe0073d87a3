import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlainTable } from '../../../src/base/table.ts';
import type { Survey } from '../../../src/ingest/types.ts';
import { ledgerOf, ledgerQueries } from '../../../src/model/ledger.ts';
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
  { amount: '-1.0001' },
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
    expect(ledgerOf(await tables(rows, setAside), surveys)).toEqual({
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
      duplicateRows: 1,
      roundedRows: 3,
      shortRows: 1,
      longRows: 2,
    });
  });

  it.each([
    ['one more than the engine has', 8],
    ['one fewer', 6],
  ])('refuses when the survey counted %s', async (_, data) => {
    const answers = await tables(rows, setAside);
    expect(() => ledgerOf(answers, [survey({ records: data, data })])).toThrow(
      `rows unaccounted for: ${data} in the file, 4 used, 3 set aside`,
    );
  });

  it('an empty file has an empty ledger', async () => {
    expect(ledgerOf(await tables([]), [survey({ records: 1, header: 1 })])).toMatchObject({
      records: 1,
      rowsFile: 0,
      rowsUsed: 0,
      walkinRows: 0,
      walkinValue: 0,
      duplicateRows: 0,
      roundedRows: 0,
      setAsideBy: [],
    });
  });
});
