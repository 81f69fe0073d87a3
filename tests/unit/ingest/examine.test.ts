import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { examined, rows, of, one, table } from './examination.ts';

const folder = process.env.REFERENCE_DATA;
const reference = folder ? it : it.skip;
const unset = folder ? '' : ' (reference data not set)';

describe('published figures', () => {
  reference(
    `Online Retail: 5,268 exact duplicates, 9,288 cancelled lines, 135,080 rows without customer${unset}`,
    async () => {
      const file = new Blob([gunzipSync(readFileSync(join(folder ?? '', 'online_retail.csv.gz')))]);
      const found = await examined(file, {}, {
        InvoiceNo: 'order_id', Quantity: 'quantity', InvoiceDate: 'order_date', UnitPrice: 'unit_price', CustomerID: 'customer_id',
      }); // prettier-ignore
      expect(found).toMatchObject({ rows: 541_909, customers: 4372, setAside: [], effect: null });
      expect(one(found, 'exact_duplicate')?.rows).toBe(5268);
      expect(one(found, 'cancelled')).toMatchObject({ rows: 9288, value: -8_968_124_900 });
      expect(one(found, 'walkin')?.rows).toBe(135_080);
      expect(found.orders.distinct).toBe(25_900);
    },
    60_000,
  );
});

describe('rows that cannot be read', () => {
  it('each once, under the first reason, with the cell', async () => {
    const found = await examined(
      rows(
        'who,day,amount',
        'a,2024-01-01,10',
        'a,2024-01-02,',
        'b,2024-01-03,abc',
        'b,2024-01-04,9e20',
        'c,,5',
        'c,soon,6',
        'd,2023-02-29,7',
        'd,soon,n/a',
        ',2024-01-05,oops',
      ),
    );
    expect(table(found)).toEqual([
      ['amount_missing', '', 2, null, 2],
      ['amount_unreadable', '', 2, null, 1],
      ['amount_too_large', '', 1, null, 1],
      ['date_missing', '', 1, 5, 1],
      ['date_unreadable', '', 1, 6, 1],
      ['impossible_date', '', 1, 7, 1],
    ]);
    expect(one(found, 'amount_unreadable')?.examples).toEqual([
      { record: 4, text: 'abc' },
      { record: 10, text: 'oops' },
    ]);
    expect(one(found, 'impossible_date')?.examples).toEqual([{ record: 8, text: '2023-02-29' }]);
    expect(found.setAside).toEqual([
      { reason: 'amount_missing', rows: 2 },
      { reason: 'amount_unreadable', rows: 2 },
      { reason: 'date_unreadable', rows: 2 },
      { reason: 'amount_too_large', rows: 1 },
      { reason: 'date_missing', rows: 1 },
    ]);
    // Four amounts of known customers at 10 at most, and 18 that can be read, beside a total of 10.
    expect(found.effect).toEqual({
      rows: 8,
      customers: 4,
      share: 0.8,
      cut: 1,
      low: 1,
      high: 4,
      of: 4,
      most: 100_000,
    });
  });

  it('an impossible date can be the end of its month', async () => {
    const found = await examined(rows('who,day,amount', 'a,31/02/2024,5', 'b,01/03/2024,5'), {
      reading: { dateOrder: 'dmy' },
      repairs: { impossibleDates: 'month_end' },
    });
    expect(table(found)).toEqual([['impossible_date', '', 1, 5, 1]]);
    expect(found.setAside).toEqual([]);
    expect(found.effect).toBeNull();
  });

  it('quantity times price, rounded', async () => {
    const found = await examined(
      rows('who,n,price', 'a,3,0.3333', 'a,0.5,0.0001', 'b,x,2', 'b,2,', 'c,99999999999,99999999999'),
    );
    expect(table(found)).toEqual([
      ['amount_missing', '', 1, null, 1],
      ['amount_unreadable', '', 1, null, 1],
      ['amount_too_large', '', 1, null, 1],
      ['rounded', '', 1, 0.0001, 1],
    ]);
  });

  it('files joined to sales need a customer, and readable dates and money', async () => {
    const text = rows('who,day,amount', 'a,2024-01-01,', ',2024-01-01,5', 'b,,x', 'c,soon,5');
    const found = await examined(text, { shape: 'receivables' }, { day: 'due_date' });
    expect(table(found)).toEqual([
      ['amount_unreadable', '', 1, null, 1],
      ['date_unreadable', '', 1, 5, 1],
      ['customer_missing', '', 1, 5, 0],
    ]);
  });

  it('one column per year: a blank is no sale, a word sets the record aside', async () => {
    const found = await examined(rows('who,2023,2024', 'a,1,2', 'b,,3', 'c,x,4', 'd,-5,'), {
      shape: 'periods',
    });
    expect(table(found)).toEqual([
      ['amount_unreadable', '', 1, 4, 1],
      ['negative', '', 1, -5, 1],
    ]);
    // c has 4 and one amount of at most 3.
    expect(found.effect).toMatchObject({ rows: 1, customers: 1, of: 4, most: 30_000 });
  });
});

describe('rows that are read', () => {
  it('says how', async () => {
    const found = await examined(
      rows(
        'who,day,amount',
        'a,2024-01-01,"(1,200.00)"',
        'a,05/01/24,5-',
        'b,45296,70%',
        'b,113年1月5日,3.2万',
        'b,2024-01,¥12.50',
        'c,2024-01-01 08:26:00,１２',
        'c,2024-01-01,1.23456',
        'c,20240105,"1,234.5"',
      ),
      { reading: { dateOrder: 'mdy' } },
    );
    expect(table(found)).toEqual([
      ['brackets', '', 1, -1200, 1],
      ['trailing_minus', '', 1, -5, 1],
      ['percent', '', 1, 0.7, 1],
      ['unit_suffix', '', 1, 32_000, 1],
      ['currency_mark', '', 1, 12.5, 1],
      ['full_width', '', 1, 12, 1],
      ['two_digit_year', '', 1, -5, 1],
      ['serial_date', '', 1, 0.7, 1],
      ['roc_year', '', 1, 32_000, 1],
      ['month_only', '', 1, 12.5, 1],
      ['rounded', '', 1, 1.2346, 1],
      ['negative', '', 2, -1205, 1],
    ]);
    expect(found.setAside).toEqual([]);
  });

  it('brackets set aside stay in their group', async () => {
    const text = rows('who,amount', 'a,(5)', 'b,6');
    const found = await examined(text, { repairs: { brackets: 'set_aside' } });
    expect(table(found)).toEqual([['brackets', '', 1, -5, 1]]);
    expect(found.setAside).toEqual([{ reason: 'brackets', rows: 1 }]);
  });

  it('money in 万元', async () => {
    const found = await examined(rows('who,amount', 'a,1.5', 'b,0.00001', 'b,2'), {
      repairs: { scale: 10_000 },
    });
    expect(table(found)).toEqual([['scale', '10000', 3, 35_000.1, 2]]);
  });

  it('currencies by code; sums of several are not made', async () => {
    const column = await examined(rows('who,amount,money', 'a,1,USD', 'b,2,美元', 'c,-3,RMB', 'd,4,'));
    expect(table(column)).toEqual([
      ['negative', '', 1, null, 1],
      ['currency', 'USD', 2, 3, 2],
      ['currency', 'CNY', 1, -3, 1],
    ]);
    expect(column.currencies).toEqual([{ code: 'USD', rows: 2 }, { code: 'CNY', rows: 1 }]); // prettier-ignore
    const marks = await examined(rows('who,amount', 'a,$1', 'b,€2', 'c,€3'));
    expect(of(marks, 'currency').map((p) => [p.detail, p.rows, p.value])).toEqual([
      ['EUR', 2, 50_000],
      ['USD', 1, 10_000],
    ]);
    const single = await examined(rows('who,amount,money', 'a,1,EUR', 'b,2,€'));
    expect(of(single, 'currency')).toEqual([]);
    expect(single.currencies).toEqual([{ code: 'EUR', rows: 2 }]);
  });
});
