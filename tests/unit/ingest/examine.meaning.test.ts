import { describe, expect, it } from 'vitest';
import { textReader } from '../../../src/ingest/textReader.ts';
import { noRepairs } from '../../../src/ingest/types.ts';
import { examined, plain, rows, of, one, table } from './examination.ts';

describe('rows that mean something else than a sale', () => {
  const sales = rows(
    'who,order,amount,status,back',
    'a,1,10,paid,',
    'b,2,20,交易关闭,',
    'c,3,30,paid,5',
    'd,4,40,returned,',
    ',5,50, paid ,-1',
  );

  it('status, refund, walk-in', async () => {
    const found = await examined(sales, {
      repairs: { status: { 交易关闭: 'set_aside', returned: 'negate' } },
    });
    expect(table(found)).toEqual([
      ['walkin', '', 1, 49, 0],
      ['negative', '', 1, -40, 1],
      ['status', 'returned', 1, -40, 1],
      ['status', '交易关闭', 1, 20, 1],
      ['refund', '', 2, -6, 1],
    ]);
    expect(found.statuses).toEqual([
      { value: 'paid', rows: 3, amount: 840_000 },
      { value: '交易关闭', rows: 1, amount: 200_000 },
      { value: 'returned', rows: 1, amount: -400_000 },
    ]);
    expect(found.setAside).toEqual([{ reason: 'status', rows: 1 }]);
  });

  it('a status whose words say that nothing was sold is a group under every choice', async () => {
    const found = await examined(sales, { repairs: { refunds: 'ignore' } });
    expect(of(found, 'status').map((p) => [p.detail, p.value])).toEqual([
      ['returned', 400_000],
      ['交易关闭', 200_000],
    ]);
    expect(one(found, 'walkin')?.value).toBe(500_000);
  });

  it('cancelled invoices, unless C is how most order numbers begin', async () => {
    const some = rows('who,order,amount', 'a,1,10', 'a,C2,-10', 'b,3,5', 'c,CASH,1');
    expect(table(await examined(some))).toEqual([['negative', '', 1, -10, 1], ['cancelled', '', 1, -10, 1]]); // prettier-ignore
    const aside = await examined(some, { repairs: { cancelled: 'set_aside' } });
    expect(table(aside)).toEqual([['cancelled', '', 1, -10, 1]]);
    expect(aside.setAside).toEqual([{ reason: 'cancelled', rows: 1 }]);
    expect(of(await examined(rows('who,order,amount', 'a,C1,10', 'a,c2,10', 'b,3,5')), 'cancelled')).toEqual(
      [],
    );
  });

  it('exact duplicates: quotes and missing cells at the end do not count', async () => {
    const found = await examined(
      rows('who,order,amount,x', 'a,1,10,', '"a",1,10', 'a,1,10,""', 'a,1,10,y', 'a,11,0,'),
    );
    expect(one(found, 'exact_duplicate')).toMatchObject({ rows: 2, value: 200_000, customers: 1 });
    expect(one(found, 'exact_duplicate')?.examples).toEqual([
      { record: 3, text: '10' },
      { record: 4, text: '10' },
    ]);
    expect(one(found, 'short_row')).toMatchObject({ rows: 1, examples: [{ record: 3, text: 'a' }] });
  });

  /** n orders of one row, then those given. */
  const orders = (n: number, ...more: readonly string[]): string =>
    rows('who,order,amount', ...Array.from({ length: n }, (_, i) => `w${i},o${i},1`), ...more);

  it('duplicate orders: a problem where at most one order in twenty has several rows', async () => {
    const twenty = await examined(orders(19, 'x,same,3', 'y,same,4', 'y,same,5'));
    expect(one(twenty, 'duplicate_order')).toMatchObject({ rows: 2, value: 90_000, customers: 1 });
    expect(twenty.orders).toEqual({ distinct: 20, repeated: 1, sameAmount: 0 });
    const nineteen = await examined(orders(18, 'x,same,3', 'y,same,4'));
    expect(of(nineteen, 'duplicate_order')).toEqual([]);
    const first = await examined(orders(19, 'x,same,3', 'y,same,4'), {
      repairs: { duplicateOrders: 'first' },
    });
    expect(first.setAside).toEqual([{ reason: 'duplicate_order', rows: 1 }]);
    expect(one(first, 'duplicate_order')?.rows).toBe(1);
  });

  it('order totals: the same amount on all rows of four in five orders', async () => {
    const lines = (same: number, other: number): string =>
      rows(
        'who,order,amount',
        ...Array.from({ length: same }, (_, i) => `w${i},s${i},7\nw${i},s${i},7\nw${i},s${i},7`),
        ...Array.from({ length: other }, (_, i) => `w${i},d${i},7\nw${i},d${i},8`),
      );
    const four = await examined(lines(4, 1));
    expect(one(four, 'order_total')).toMatchObject({ rows: 8, value: 560_000, customers: 4 });
    expect(four.orders).toEqual({ distinct: 5, repeated: 5, sameAmount: 4 });
    expect(of(await examined(lines(3, 1)), 'order_total')).toEqual([]);
    const once = await examined(lines(4, 1) + 'v,9,-1\n', { repairs: { orderTotals: 'once' } });
    expect(one(once, 'order_total')?.rows).toBe(8);
    expect(once.orders.sameAmount).toBe(4);
  });

  it('fill down: what stands on the first row of an order', async () => {
    const text = rows(
      'who,order,day,amount,status',
      'a,#1,2024-01-01,30,paid',
      ',#1,,,',
      'b,#2,2024-01-02,5,voided',
      ',#2,,7,',
      ',#3,,8,',
    );
    const off = await examined(text);
    expect(one(off, 'fill_down')).toMatchObject({ rows: 2, customers: 0 });
    expect(off.setAside).toEqual([
      { reason: 'date_missing', rows: 2 },
      { reason: 'amount_missing', rows: 1 },
    ]);
    const on = await examined(text, { repairs: { fillDown: true, status: { voided: 'set_aside' } } });
    expect(one(on, 'fill_down')).toMatchObject({ rows: 2, value: 70_000, customers: 2 });
    expect(on.setAside).toEqual([
      { reason: 'status', rows: 2 },
      { reason: 'date_missing', rows: 1 },
    ]);
  });

  it('fill down: lines below an order that name neither order, customer nor date', async () => {
    const text = rows(
      'who,order,day,amount,thing',
      'a,C1,2024-01-01,30,cup',
      ',,,7,pot',
      ',,,37,',
      'b,2,2024-01-02,5,cup',
      ',,,7,pot',
    );
    const roles = { thing: 'product' } as const;
    const off = await examined(text, {}, roles);
    expect(one(off, 'fill_down')).toMatchObject({ rows: 2, customers: 0 });
    expect(off.setAside).toEqual([{ reason: 'date_missing', rows: 3 }]);
    const on = await examined(text, { repairs: { fillDown: true } }, roles);
    expect(one(on, 'fill_down')).toMatchObject({ rows: 2, value: 140_000, customers: 2 });
    expect(on.setAside).toEqual([{ reason: 'date_missing', rows: 1 }]);
    expect(one(on, 'exact_duplicate')).toBeUndefined();
    const net = await examined(text, { repairs: { fillDown: true, cancelled: 'set_aside' } }, roles);
    expect(net.setAside[0]).toEqual({ reason: 'cancelled', rows: 2 });
  });
});

describe('identifiers', () => {
  it('spelled several ways, lost digits, masks', async () => {
    const found = await examined(
      rows(
        'who,order,amount', 'Acme,1,1', 'ACME,2,2', 'ACME,3,3', 'a c m e,4,4', 'Beta,5,5', ' Beta ,6,6', '张**,7,7', '张**,8,8',
        '1.23457E+17,9,9', 'x,1.2E+11,1', '="007",12,1', '7,13,1',
      ),
    ); // prettier-ignore
    expect(table(found).filter(([kind]) => kind !== 'spelling' && kind !== 'lost_digits')).toEqual([['masked_id', '', 2, 15, 1]]); // prettier-ignore
    expect(of(found, 'spelling')).toEqual([
      {
        kind: 'spelling',
        detail: 'ACME',
        rows: 4,
        value: 100_000,
        customers: 3,
        examples: [
          { record: 2, text: 'Acme' },
          { record: 5, text: 'a c m e' },
        ],
      },
    ]);
    expect(of(found, 'lost_digits').map((p) => [p.detail, p.rows, p.examples[0]?.text])).toEqual([
      ['order', 1, '1.2E+11'],
      ['who', 1, '1.23457E+17'],
    ]);
    expect(found.merges.map(({ rule, ids, customers }) => [rule, ids, customers])).toEqual([
      ['spelling', 3, 1],
      ['zeros', 2, 1],
    ]);
    expect(found.customers).toBe(9);
  });

  it('addresses and numbers of other columns', async () => {
    const text = rows(
      'who,mail,tel,amount',
      'a,ann@y.de,,1',
      'b,Ann@y.de,138-0013-8001,1',
      'c,,+8613800138001,1',
      'a,ann@y.de,,1',
    );
    const found = await examined(text, { contacts: { mail: 'email', tel: 'phone' } });
    expect(
      found.merges.map(({ rule, ids, customers, examples }) => [rule, ids, customers, examples]),
    ).toEqual([
      ['same_email', 2, 1, [['a', 'b']]],
      ['same_phone', 2, 1, [['b', 'c']]],
    ]);
  });
});

describe('the text itself', () => {
  it('short and long rows, footer and blank rows left out', async () => {
    const found = await examined(rows('who,amount,x', 'a,1,', 'b,2', 'c,3,,4', '', 'd,5,', '合计,6,'));
    expect(found.rows).toBe(4);
    expect(table(found)).toEqual([['short_row', '', 1, 2, 1], ['long_row', '', 1, 3, 1]]); // prettier-ignore
  });

  it('an open quote', async () => {
    const found = await examined('who,amount\na,1\n"b,2\nc,3\n');
    expect(one(found, 'open_quote')).toMatchObject({ rows: 1, examples: [{ record: 3, text: '"b' }] });
    const header = await examined('who,amount,"x\na,1,\n');
    expect(one(header, 'open_quote')).toMatchObject({ rows: 1, examples: [] });
  });

  it('characters that the encoding does not have', async () => {
    const text = new Blob([new Uint8Array([...'who,amount\na'].map((c) => c.charCodeAt(0))), new Uint8Array([0x81, 0x30]), ',1\nb,2\n']); // prettier-ignore
    const found = await examined(text, { reading: { encoding: 'shift_jis' } });
    expect(one(found, 'broken_characters')).toMatchObject({ rows: 1, value: 10_000, customers: 1 });
    expect(one(found, 'broken_characters')?.examples[0]?.text).toContain('\ufffd');
  });

  it('stops when it is told to', async () => {
    const file = new Blob(['who,amount\na,1\n']);
    const abort = new AbortController();
    abort.abort(new Error('enough'));
    const survey = await textReader.survey(file, plain, () => undefined);
    const plan = { version: 2, fileName: '', bytes: 0, lastModified: 0, path: [], shape: 'lines', reading: plain, columns: [], repairs: noRepairs } as const; // prettier-ignore
    await expect(textReader.examine(file, plan, survey, () => undefined, abort.signal)).rejects.toThrow(
      'enough',
    );
  });
});
