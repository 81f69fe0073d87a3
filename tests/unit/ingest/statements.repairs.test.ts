import { afterAll, describe, expect, it } from 'vitest';
import type { RoleChoice } from '../../../src/base/role.ts';
import type { Reading, Repairs, Together } from '../../../src/ingest/types.ts';
import { Duck, load } from './duck.ts';

const duck = await Duck.open();
afterAll(() => duck.close());

const roles = { id: 'customer_id', day: 'order_date', money: 'amount', order: 'order_id', status: 'status', refund: 'refund', cur: 'currency', q: 'quantity', p: 'unit_price', cost: 'cost', profit: 'profit', name: 'customer_name', product: 'product' } as const satisfies Record<string, RoleChoice>; // prettier-ignore

/** One file with repairs; the rows of `lines` as row number and the columns asked for, and those set aside. */
async function read(
  text: string,
  repairs: Partial<Repairs>,
  columns = 'customer_id, amount',
  { together, reading }: { together?: Partial<Together>; reading?: Partial<Reading> } = {},
) {
  const file = { text, roles, repairs, reading: { encoding: 'utf-8', delimiter: ',', ...reading } } as const;
  const { ledger } = await load(duck, [file], together);
  const lines = await duck.rows(`SELECT CAST(row_no AS INTEGER), ${columns} FROM lines ORDER BY row_no, day`);
  const aside = await duck.rows(
    'SELECT CAST(row_no AS INTEGER), reason, column_index, raw FROM set_aside ORDER BY row_no',
  );
  return { lines, aside, ledger };
}

describe('repairs of cells', () => {
  const text = 'id,day,money\nA,2024-01-05,"(1,200.00)"\nB,2024-02-31,5\nC,2023-02-29,7\nD,31/02/2024,1\n';
  it('brackets are a minus sign, or their rows are set aside', async () => {
    const negative = await read(text, {}, 'amount', { reading: { dateOrder: 'dmy' } });
    expect(negative.lines).toEqual([[2, '-1200.0000']]);
    const aside = await read(text, { brackets: 'set_aside' }, 'amount', { reading: { dateOrder: 'dmy' } });
    expect(aside.lines).toEqual([]);
    expect(aside.aside[0]).toEqual([2, 'brackets', 2, '(1,200.00)']);
    expect(aside.ledger.rowsSetAside).toBe(4);
  });

  it('dates that no calendar has are set aside, or their month’s last day', async () => {
    const aside = await read(text, {}, 'day', { reading: { dateOrder: 'dmy' } });
    expect(aside.aside.map(([row, reason]) => [row, reason])).toEqual([
      [3, 'date_unreadable'],
      [4, 'date_unreadable'],
      [5, 'date_unreadable'],
    ]);
    const mended = await read(text, { impossibleDates: 'month_end' }, 'day', {
      reading: { dateOrder: 'dmy' },
    });
    expect(mended.lines).toEqual([
      [2, '2024-01-05'],
      [3, '2024-02-29'],
      [4, '2023-02-28'],
      [5, '2024-02-29'],
    ]);
  });

  it('a scale multiplies money exactly, and nothing else', async () => {
    const scaled =
      'id,money,q,cost\nA,1.23456,3,1\nB,"1,000",2,0.5\nC,3.2万,1,\nD,1e2,1,0\nE,0.000000005,1,0\n';
    const { lines, ledger } = await read(scaled, { scale: 10000 }, 'amount, quantity, profit');
    expect(lines).toEqual([
      [2, '12345.6000', '3.0000', '2345.6000'],
      [3, '10000000.0000', '2.0000', '9995000.0000'],
      [4, '32000.0000', '1.0000', null],
      [5, '1000000.0000', '1.0000', '1000000.0000'],
      [6, '0.0001', '1.0000', '0.0001'],
    ]);
    expect(ledger.roundedRows).toBe(1);
  });

  it('a scaled price makes a scaled amount', async () => {
    const { lines } = await read('id,q,p\nA,3,0.5\n', { scale: 1000 }, 'amount, quantity');
    expect(lines).toEqual([[2, '1500.0000', '3.0000']]);
  });
});

describe('repairs of rows', () => {
  const text =
    'id,order,day,status,money,refund\nA,1,2024-01-05,done,10,\nB,2,2024-01-06, closed ,20,\nC,C3,2024-01-07,return,30,\nD,c4x,2024-01-08,RETURN,-40,5\nE,5,2024-01-09,,50,-7.5\nF,6,2024-01-10,done,60,some\nG,C7,bad,closed,,\n';

  it('statuses are used, set aside or counted as returns; refunds are subtracted whatever their sign', async () => {
    const { lines, aside, ledger } = await read(text, { status: { closed: 'set_aside', return: 'negate', RETURN: 'negate', '': 'use' } }); // prettier-ignore
    expect(lines).toEqual([
      [2, 'A', '10.0000'],
      [4, 'C', '-30.0000'],
      [5, 'D', '-45.0000'],
      [6, 'E', '42.5000'],
    ]);
    expect(aside).toEqual([
      [3, 'status', 3, ' closed '],
      [7, 'amount_unreadable', 5, 'some'],
      [8, 'status', 3, 'closed'],
    ]);
    expect(ledger.setAsideBy).toEqual([
      { reason: 'status', rows: 2 },
      { reason: 'amount_unreadable', rows: 1 },
    ]);
  });

  it('a status that is blank can be set aside too', async () => {
    const { aside } = await read(text, { status: { '': 'set_aside' } });
    expect(aside.map(([row, reason]) => [row, reason])).toEqual([
      [6, 'status'],
      [7, 'amount_unreadable'],
      [8, 'amount_missing'],
    ]);
  });

  it('refunds are left alone when told so, and then need not be readable', async () => {
    const { lines } = await read(text, { refunds: 'ignore' }, 'amount');
    expect(lines.map(([row, amount]) => [row, amount])).toEqual([
      [2, '10.0000'],
      [3, '20.0000'],
      [4, '30.0000'],
      [5, '-40.0000'],
      [6, '50.0000'],
      [7, '60.0000'],
    ]);
  });

  it('invoices that begin with C and a digit are netted or set aside', async () => {
    expect((await read(text, { refunds: 'ignore' })).lines.map(([row]) => row)).toContain(4);
    const { lines, aside } = await read(text, { cancelled: 'set_aside', refunds: 'ignore' });
    expect(lines.map(([row]) => row)).toEqual([2, 3, 6, 7]);
    expect(aside).toEqual([
      [4, 'cancelled', 1, 'C3'],
      [5, 'cancelled', 1, 'c4x'],
      [8, 'cancelled', 1, 'C7'],
    ]);
  });

  it('a return turns quantity, cost and profit with its amount, but not what stands negative already', async () => {
    const rows = 'id,status,money,q,cost\nA,return,10,2,4\nB,return,-10,-2,-4\nC,ok,10,2,4\n';
    const { lines } = await read(rows, { status: { return: 'negate' } }, 'amount, quantity, profit');
    expect(lines).toEqual([
      [2, '-10.0000', '-2.0000', '-6.0000'],
      [3, '-10.0000', '-2.0000', '-6.0000'],
      [4, '10.0000', '2.0000', '6.0000'],
    ]);
  });
});

describe('repairs of orders', () => {
  const totals = 'order,id,day,money,cost\n1,A,2024-01-01,100,30\n1,A,2024-01-01,100,20\n2,B,bad,50,1\n2,B,2024-01-02,50,2\n2,B,2024-01-02,50,3\n,C,2024-01-03,7,1\n,C,2024-01-03,7,1\n'; // prettier-ignore
  it('an order’s total counts on its first row that is used; rows without an order number are their own', async () => {
    const { lines, aside } = await read(totals, { orderTotals: 'once' }, 'customer_id, amount, profit');
    expect(lines).toEqual([
      [2, 'A', '100.0000', '70.0000'],
      [3, 'A', '0.0000', '-20.0000'],
      [5, 'B', '50.0000', '48.0000'],
      [6, 'B', '0.0000', '-3.0000'],
      [7, 'C', '7.0000', '6.0000'],
      [8, 'C', '7.0000', '6.0000'],
    ]);
    expect(aside).toEqual([[4, 'date_unreadable', 2, 'bad']]);
    const summed = await read(totals, {}, 'amount');
    expect(summed.lines).toHaveLength(6);
  });

  it('order numbers that come again: the first row only', async () => {
    const { lines, aside, ledger } = await read(totals, { duplicateOrders: 'first' });
    expect(lines).toEqual([
      [2, 'A', '100.0000'],
      [5, 'B', '50.0000'],
      [7, 'C', '7.0000'],
      [8, 'C', '7.0000'],
    ]);
    expect(aside).toEqual([
      [3, 'duplicate_order', 0, '1'],
      [4, 'date_unreadable', 2, 'bad'],
      [6, 'duplicate_order', 0, '2'],
    ]);
    expect([ledger.rowsUsed, ledger.rowsSetAside]).toEqual([4, 3]);
  });

  it('order numbers that come again: one row with the sum, all records used', async () => {
    const text = 'order,id,day,money,q\n1,A,2024-01-01,10,1\n2,B,2024-01-02,5,1\n1,Z,2024-01-09,20.5,2\n'; // prettier-ignore
    const { lines, aside, ledger } = await read(text, { duplicateOrders: 'sum' }, 'customer_id, day, amount, quantity'); // prettier-ignore
    expect(lines).toEqual([
      [2, 'A', '2024-01-01', '30.5000', '3.0000'],
      [3, 'B', '2024-01-02', '5.0000', '1.0000'],
    ]);
    expect(aside).toEqual([]);
    expect([ledger.rowsFile, ledger.rowsUsed, ledger.rowsSetAside]).toEqual([3, 3, 0]);
  });

  it('a sum that is too large to be held is set aside, never a smaller number', async () => {
    const text = 'order,id,money\n1,A,99999999999999\n1,A,99999999999999\n2,B,1\n';
    const { lines, aside, ledger } = await read(text, { duplicateOrders: 'sum' });
    expect(lines).toEqual([[4, 'B', '1.0000']]);
    expect(aside).toEqual([[2, 'amount_too_large', 2, null]]);
    expect([ledger.rowsUsed, ledger.rowsSetAside]).toEqual([2, 1]);
  });

  const shopify =
    'order,id,day,status,money,name\n#1,a@x,2024-01-01,paid,100,Ann\n#1,,,,,\n#2,,2024-01-02,paid,40,\n#1,,,,5,\n#3,c@x,,paid,30,Cy\n#3,,2024-01-04,,,\n,,,paid,9,\n'; // prettier-ignore
  it('fill-down: blank cells take the last value above in the same order, a blank amount below is 0', async () => {
    const { lines, aside } = await read(
      shopify,
      { fillDown: true },
      'customer_id, customer_name, day, amount',
    );
    expect(lines).toEqual([
      [2, 'a@x', 'Ann', '2024-01-01', '100.0000'],
      [3, 'a@x', 'Ann', '2024-01-01', '0.0000'],
      [4, null, null, '2024-01-02', '40.0000'],
      [5, 'a@x', 'Ann', '2024-01-01', '5.0000'],
      [7, 'c@x', 'Cy', '2024-01-04', '0.0000'],
      [8, 'c@x', 'Cy', '2024-01-04', '9.0000'],
    ]);
    expect(aside).toEqual([[6, 'date_missing', 2, null]]);
  });

  it('fill-down: rows without order, customer and date are lines of the order above, if they name a product', async () => {
    const text =
      'order,id,day,product,money\n,,,Cup,1\nS1,A,2024-01-01,Cup,5\n,,,Pot,7\n,,,,12\nS2,B,2024-01-02,Cup,4\n,,,Pot,7\n,C,2024-01-03,Pot,6\n,,,Pot,7\n'; // prettier-ignore
    const { lines, aside } = await read(text, { fillDown: true }, 'order_id, customer_id, day, amount');
    expect(lines).toEqual([
      [3, 'S1', 'A', '2024-01-01', '5.0000'],
      [4, 'S1', 'A', '2024-01-01', '7.0000'],
      [6, 'S2', 'B', '2024-01-02', '4.0000'],
      [7, 'S2', 'B', '2024-01-02', '7.0000'],
      [8, null, 'C', '2024-01-03', '6.0000'],
      [9, 'S2', 'B', '2024-01-02', '7.0000'],
    ]);
    expect(aside).toEqual([
      [2, 'date_missing', 2, null],
      [5, 'date_missing', 2, null],
    ]);
    const hashes = (await read(text, { fillDown: true }, 'row_hash')).lines.map(([, hash]) => hash);
    // Rows 7 and 9 are equal rows of one order; row 4, equal as it stands, is of another.
    expect([new Set(hashes).size, hashes[3] === hashes[5]]).toEqual([5, true]);
  });

  it('fill-down reaches the status, so that all rows of a closed order go', async () => {
    const { lines } = await read(shopify, { fillDown: true, status: { paid: 'set_aside' } });
    expect(lines).toEqual([]);
    const off = await read(shopify, { status: { paid: 'set_aside' } });
    expect(off.aside.filter(([, reason]) => reason === 'status')).toHaveLength(4);
  });
});

describe('currencies', () => {
  const text = 'id,money,cur\nA,10,CNY\nB,10,USD\nC,10.00005,usd\nD,10,\nE,$10,\nF,10,XYZ\nG,€10,\nH,x,XYZ\nI,-10,美元\n'; // prettier-ignore
  const together = { currency: { base: 'CNY', rates: { USD: '7.12345' } } };
  it('rows are converted at the rates, rounded half away from zero; unknown ones are never summed', async () => {
    const { lines, aside } = await read(text, {}, 'customer_id, amount', { together });
    expect(lines).toEqual([
      [2, 'A', '10.0000'],
      [3, 'B', '71.2345'],
      [4, 'C', '71.2352'],
      [5, 'D', '10.0000'],
      [6, 'E', '71.2345'],
      [10, 'I', '-71.2345'],
    ]);
    expect(aside).toEqual([
      [7, 'currency_unknown', 2, 'XYZ'],
      [8, 'currency_unknown', 2, null],
      [9, 'amount_unreadable', 1, 'x'],
    ]);
  });

  it('cells name their currency where no column does', async () => {
    const { lines, aside } = await read('id,money\nA,10\nB,US$10\nC,€3\nD,12元\n', {}, 'amount', {
      together,
    });
    expect(lines).toEqual([
      [2, '10.0000'],
      [3, '71.2345'],
      [5, '12.0000'],
    ]);
    expect(aside).toEqual([[4, 'currency_unknown', 1, '€3']]);
  });

  it('rows that name none are in the currency of their file', async () => {
    const file = 'id,money\nA,10\nB,US$10\nC,\uffe53\n';
    const dollars = { currency: 'USD' };
    expect((await read(file, dollars, 'amount', { together })).lines).toEqual([[2, '71.2345'], [3, '71.2345'], [4, '3.0000']]); // prettier-ignore
    const unknown = await read(file, { currency: 'EUR' }, 'amount', { together });
    expect(unknown.lines).toEqual([[3, '71.2345'], [4, '3.0000']]); // prettier-ignore
    expect(unknown.aside).toEqual([[2, 'currency_unknown', 1, '10']]);
    const column = 'id,money,cur\nA,10,CNY\nB,10,\n';
    expect((await read(column, dollars, 'amount', { together })).lines).toEqual([[2, '10.0000'], [3, '71.2345']]); // prettier-ignore
  });

  it('cost and profit are converted with the amount', async () => {
    const both = 'id,money,cost,cur\nA,10,4,USD\n';
    expect((await read(both, {}, 'amount, profit', { together: { currency: { base: 'CNY', rates: { USD: '2' } } } })).lines).toEqual([[2, '20.0000', '12.0000']]); // prettier-ignore
    const own = 'id,money,profit,cur\nA,10,-4,USD\n';
    expect((await read(own, {}, 'amount, profit', { together: { currency: { base: 'CNY', rates: { USD: '2' } } } })).lines).toEqual([[2, '20.0000', '-8.0000']]); // prettier-ignore
  });

  it('without a choice of currency rows are read as they are', async () => {
    expect((await read(text, {}, 'amount')).lines).toHaveLength(8);
  });
});
