import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tallyOf } from '../../../../src/app/import/tally.ts';
import { unnamedRows, withCurrency } from '../../../../src/app/import/unnamed.ts';
import { currenciesOf, mergesOf } from '../../../../src/app/import/together.ts';
import type { Draft } from '../../../../src/app/draft.ts';

interface Counts {
  readonly data: number;
  readonly header: number;
  readonly preamble: number;
  readonly blank: number;
  readonly footer: number;
}

/** A draft as far as the ledger looks at it. */
const draft = (counts: Counts | null, found: object | null, more: object = {}): Draft =>
  ({
    shape: 'lines',
    repairs: {},
    guess: { known: null },
    survey: counts && { ...counts, records: counts.data + counts.header + counts.preamble + counts.blank + counts.footer }, // prettier-ignore
    examination: found && { rows: counts?.data, setAside: [], currencies: [], merges: [], ...found },
    ...more,
  }) as unknown as Draft;

const plain: Counts = { data: 100, header: 1, preamble: 2, blank: 3, footer: 4 };

it('adds up over files: used + set aside + other = records', () => {
  const count = fc.nat(50);
  const counts = fc.record({ data: fc.integer({ min: 60, max: 90 }), header: count, preamble: count, blank: count, footer: count }); // prettier-ignore
  const aside = fc.record({ amount_missing: fc.nat(20), date_missing: fc.nat(20), status: fc.nat(20) });
  fc.assert(
    fc.property(fc.array(fc.tuple(counts, aside), { minLength: 1, maxLength: 4 }), (files) => {
      const drafts = files.map(([c, a]) => draft(c, { setAside: Object.entries(a).map(([reason, rows]) => ({ reason, rows })) })); // prettier-ignore
      const tally = tallyOf(drafts, null)!;
      const other = tally.other.reduce((sum, { records }) => sum + records, 0);
      expect(tally.used! + tally.setAside! + other).toBe(tally.records);
      expect(tally.reasons.reduce((sum, { rows }) => sum + rows, 0)).toBe(tally.setAside);
    }),
  );
});

it('is unknown while a file is counted, and says no used rows before all are examined', () => {
  expect(tallyOf([draft(plain, {}), draft(null, null)], null)).toBeNull();
  expect(tallyOf([draft(plain, {}), draft(plain, null)], null)).toMatchObject({ records: 220, data: 200, used: null, setAside: null }); // prettier-ignore
});

it('sets rows in a currency without a rate aside, and none where no currency was chosen', () => {
  const files = [draft(plain, { currencies: [{ code: 'CNY', rows: 70 }, { code: 'USD', rows: 20 }, { code: 'EUR', rows: 10 }] })]; // prettier-ignore
  expect(tallyOf(files, null)?.used).toBe(100);
  expect(tallyOf(files, { base: 'CNY', rates: { USD: '7.15' } })?.reasons).toEqual([{ reason: 'currency_unknown', rows: 10 }]); // prettier-ignore
  expect(tallyOf(files, { base: 'EUR', rates: {} })?.used).toBe(10);
});

it('counts rows that name no currency under their own file’s, their shop’s, the chosen one, or that of all figures', () => {
  const dollars = draft(plain, { currencies: [{ code: 'USD', rows: 100 }] });
  const currency = { base: 'USD', rates: {} };
  const over = (file: Draft) => tallyOf([dollars, file], currency)?.used;
  const none = { guess: { known: null } };
  expect(over(draft(plain, { currencies: [{ code: 'CNY', rows: 1 }] }, none))).toBe(100);
  expect(over(draft(plain, {}, { guess: { known: 'taobao' } }))).toBe(100);
  expect(over(draft(plain, {}, { repairs: { currency: 'EUR' } }))).toBe(100);
  expect(over(draft(plain, {}, none))).toBe(200);
  // What is set aside anyway names nothing.
  expect(unnamedRows(draft(plain, { setAside: [{ reason: 'status', rows: 30 }] }))).toBe(70);
  expect(currenciesOf([dollars, draft(plain, {})], 'USD')).toEqual([{ code: 'USD', rows: 200 }]);
});

it('imports the currency of such rows only where it is not that of all figures', () => {
  const shop = draft(plain, {}, { guess: { known: 'taobao' } });
  expect(withCurrency(shop, { base: 'USD', rates: {} }).repairs.currency).toBe('CNY');
  expect(withCurrency(shop, { base: 'CNY', rates: {} }).repairs.currency).toBeUndefined();
  expect(withCurrency(shop, null).repairs.currency).toBeUndefined();
});

it('joins currencies and merges of several files', () => {
  const found = (rows: number, examples: string[][]) => ({
    rows: rows + 5,
    currencies: [{ code: 'USD', rows }, { code: 'CNY', rows: 5 }], // prettier-ignore
    merges: [{ rule: 'phone', ids: 4, customers: 2, skipped: 1, examples }],
  });
  const drafts = [draft(plain, found(3, [['1', '2']])), draft(plain, found(1, [['1', '2'], ['3', '4']]))]; // prettier-ignore
  expect(currenciesOf(drafts)).toEqual([{ code: 'CNY', rows: 10 }, { code: 'USD', rows: 4 }]); // prettier-ignore
  expect(mergesOf(drafts, ['zeros'])).toEqual([
    { rule: 'phone', ids: 8, customers: 4, skipped: 2, examples: [['1', '2'], ['3', '4']] },
    { rule: 'zeros', ids: 0, customers: 0, skipped: 0, examples: [] },
  ]); // prettier-ignore
});
