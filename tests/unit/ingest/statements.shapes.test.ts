import { afterAll, describe, expect, it } from 'vitest';
import { Duck, load, type Written } from './duck.ts';

const duck = await Duck.open();
afterAll(() => duck.close());

const aside = () =>
  duck.rows('SELECT source, CAST(row_no AS INTEGER), reason, column_index, raw FROM set_aside ORDER BY ALL');
const reading = { encoding: 'utf-8', delimiter: ',' } as const;

describe('one column per period', () => {
  const roles = { id: 'customer_id', region: 'region', 2022: 'year', '2023年销售额': 'year', '2024-03': 'year', potential: 'potential' } as const; // prettier-ignore
  const text =
    'id,region,2022,2023年销售额,2024-03,potential\nA,N,10,,30.5,7\nB,S,,,,1\nC,N,1,x,2,1\nA,N,10,,30.5,7\n,S,5,-5,0,\n';

  it('becomes one line per amount, on the first day; the ledger counts records', async () => {
    const { ledger } = await load(duck, [{ text, roles, shape: 'periods', reading }]);
    expect(
      await duck.rows('SELECT CAST(row_no AS INTEGER), customer_id, region, day, amount, potential FROM lines ORDER BY row_no, day'),
    ).toEqual([
      [2, 'A', 'N', '2022-01-01', '10.0000', '7.0000'],
      [2, 'A', 'N', '2024-03-01', '30.5000', '7.0000'],
      [5, 'A', 'N', '2022-01-01', '10.0000', '7.0000'],
      [5, 'A', 'N', '2024-03-01', '30.5000', '7.0000'],
      [6, null, 'S', '2022-01-01', '5.0000', null],
      [6, null, 'S', '2023-01-01', '-5.0000', null],
      [6, null, 'S', '2024-03-01', '0.0000', null],
    ]); // prettier-ignore
    expect(await aside()).toEqual([[0, 4, 'amount_unreadable', 3, 'x']]);
    expect(ledger).toMatchObject({ rowsFile: 5, rowsUsed: 4, rowsSetAside: 1, walkinRows: 3 });
  });

  it('lines of one record are not copies of each other, but equal records are', async () => {
    await load(duck, [{ text, roles, shape: 'periods', reading }]);
    expect(await duck.rows('SELECT count(*), count(DISTINCT row_hash) FROM lines')).toEqual([['7', '5']]);
  });

  it('months without a year take it from the row, or from the file’s name', async () => {
    const months = 'id,y,1月,12月\nA,2023年,1,2\nB,24,3,4\nC,2021,5,\n';
    const mapped = { id: 'customer_id', y: 'year', '1月': 'year', '12月': 'year' } as const;
    await load(duck, [{ text: months, roles: mapped, shape: 'periods', reading }]);
    expect(await duck.rows('SELECT customer_id, day, amount FROM lines ORDER BY ALL')).toEqual([
      ['A', '2023-01-01', '1.0000'],
      ['A', '2023-12-01', '2.0000'],
      ['C', '2021-01-01', '5.0000'],
    ]);
    expect(await aside()).toEqual([[0, 3, 'date_unreadable', 1, '24']]);
    const named = { text: months, roles: { ...mapped, y: 'ignore' }, shape: 'periods', reading, fileName: '2019年销售.csv' } as const; // prettier-ignore
    await load(duck, [named]);
    expect(await duck.rows('SELECT min(day), max(day), count(*) FROM lines')).toEqual([['2019-01-01', '2019-12-01', '5']]); // prettier-ignore
  });

  it('scale, brackets and currency hold for every period', async () => {
    const file: Written = { text: 'id,2022,2023,cur\nA,(1.5),2,USD\nB,1,2,\n', roles: { id: 'customer_id', 2022: 'year', 2023: 'year', cur: 'currency' }, shape: 'periods', reading, repairs: { scale: 10000 } }; // prettier-ignore
    const currency = { base: 'CNY', rates: { USD: '7' } };
    await load(duck, [file], { currency });
    expect(await duck.rows('SELECT customer_id, day, amount FROM lines ORDER BY ALL')).toEqual([
      ['A', '2022-01-01', '-105000.0000'],
      ['A', '2023-01-01', '140000.0000'],
      ['B', '2022-01-01', '10000.0000'],
      ['B', '2023-01-01', '20000.0000'],
    ]);
    const marked = { ...file, text: 'id,2022,2023,cur\nA,1,$2,\nB,€1,2,\nC,$1,€1,\nD,$1,¥1,USD\n' };
    await load(duck, [{ ...marked, repairs: {} }], { currency });
    expect(await duck.rows('SELECT customer_id, amount FROM lines ORDER BY ALL')).toEqual([
      ['A', '7.0000'],
      ['A', '14.0000'],
      ['D', '7.0000'],
      ['D', '7.0000'],
    ]);
    expect((await aside()).map(([, row, reason]) => [row, reason])).toEqual([
      [3, 'currency_unknown'],
      [4, 'currency_unknown'],
    ]);
    const { ledger } = await load(duck, [{ ...file, repairs: { brackets: 'set_aside' } }], { currency });
    expect(await aside()).toEqual([[0, 2, 'brackets', 1, '(1.5)']]);
    expect([ledger.rowsUsed, ledger.rowsSetAside]).toEqual([1, 1]);
  });
});

describe('files that are joined by customer', () => {
  it('fill tables of their own; rows without a customer or with unreadable cells are set aside', async () => {
    const written: Omit<Written, 'reading'>[] = [
      { text: 'id,day,s,nps\nA,2024-01-05,很满意,9\n,2024-01-05,满意,8\nB,,,10\nC,soon,1,1\n', shape: 'survey', roles: { id: 'customer_id', day: 'order_date', s: 'satisfaction', nps: 'recommend' } },
      { text: 'id,day,dir,why,who\nA,2024/2/1,in,complaint,Wu\n', shape: 'contacts', roles: { id: 'customer_id', day: 'contact_date', dir: 'contact_direction', why: 'contact_purpose', who: 'account_manager' } },
      { text: 'id,day,st,cat\nA,2024-03-01,open,delay\n', shape: 'tickets', roles: { id: 'customer_id', day: 'order_date', st: 'status', cat: 'category' } },
      { text: 'id,no,m,due,paid,pm,od,cl\nA,1,"1,000",2024-01-01,,,30,none\nB,2,x,2024-01-01,,,,\nC,3,5,2024-01-01,2024-02-30,5,,\n', shape: 'receivables', roles: { id: 'customer_id', no: 'order_id', m: 'amount', due: 'due_date', paid: 'paid_date', pm: 'paid_amount', od: 'overdue_days', cl: 'credit_limit' } },
      { text: 'id,c,g,at,o\nA,spring,control,2024-01-01,1\n', shape: 'exposures', roles: { id: 'customer_id', c: 'campaign', g: 'group', at: 'exposed_at', o: 'outcome' } },
    ]; // prettier-ignore
    const files = written.map((file) => ({ ...file, reading }));
    const { ledger } = await load(duck, files);
    expect(await duck.rows('SELECT * FROM surveys ORDER BY row_no')).toEqual([
      ['2', 0, 'A', '2024-01-05', '很满意', '9', null, null, null],
      ['4', 0, 'B', null, null, '10', null, null, null],
    ]);
    expect(await duck.rows('SELECT * FROM contacts')).toEqual([['2', 1, 'A', '2024-02-01', 'in', 'complaint', 'Wu']]); // prettier-ignore
    expect(await duck.rows('SELECT * FROM tickets')).toEqual([['2', 2, 'A', '2024-03-01', 'open', 'delay']]);
    expect(await duck.rows('SELECT * FROM receivables')).toEqual([
      ['2', 3, 'A', '1', '1000.0000', '2024-01-01', null, null, '30.0000', null],
    ]);
    expect(await duck.rows('SELECT * FROM exposures')).toEqual([['2', 4, 'A', 'spring', 'control', '2024-01-01', '1']]); // prettier-ignore
    expect(await aside()).toEqual([
      [0, 3, 'customer_missing', 0, null],
      [0, 5, 'date_unreadable', 1, 'soon'],
      [3, 3, 'amount_unreadable', 2, 'x'],
      [3, 4, 'date_unreadable', 4, '2024-02-30'],
    ]);
    expect(
      ledger.sources.map(({ shape, rowsUsed, rowsSetAside }) => [shape, rowsUsed, rowsSetAside]),
    ).toEqual([
      ['survey', 2, 2],
      ['contacts', 1, 0],
      ['tickets', 1, 0],
      ['receivables', 1, 2],
      ['exposures', 1, 0],
    ]);
  });

  it('receivables are money: scale and currency hold', async () => {
    const roles = { id: 'customer_id', m: 'amount', cl: 'credit_limit', od: 'overdue_days', cur: 'currency' } as const; // prettier-ignore
    const file: Written = { text: 'id,m,cl,od,cur\nA,1.5,2,3,USD\nB,1,1,1,GBP\n', roles, shape: 'receivables', reading, repairs: { scale: 1000 } }; // prettier-ignore
    await load(duck, [file], { currency: { base: 'CNY', rates: { USD: '7' } } });
    expect(
      await duck.rows('SELECT customer_id, amount, credit_limit, overdue_days FROM receivables'),
    ).toEqual([['A', '10500.0000', '14000.0000', '3.0000']]);
    expect(await aside()).toEqual([[0, 3, 'currency_unknown', 4, 'GBP']]);
  });
});

describe('attributes of customers', () => {
  const sales: Written = {
    text: 'id,day,m,region,Note,product\nA,2024-01-05,1,N,x,p\nA,2024-03-01,1, S ,,q\nB,2024-01-01,1,-,y,p\n,2024-01-01,1,W,z,p\n',
    roles: { id: 'customer_id', day: 'order_date', m: 'amount', region: 'region', Note: 'attribute', product: 'product' }, // prettier-ignore
    reading,
  };
  it('the latest value that is not blank wins, by date; conflicts are counted', async () => {
    const { compiled } = await load(duck, [sales]);
    expect(compiled.dimensions).toEqual(['product', 'region']);
    expect(compiled.attributes).toEqual([
      { column: 'region', role: 'region', header: 'region' },
      { column: 'attribute_0', role: null, header: 'Note' },
    ]);
    expect(await duck.rows('SELECT * FROM customers ORDER BY customer_id')).toEqual([
      ['A', 'S', 'x'],
      ['B', null, 'y'],
    ]);
    expect(await duck.rows('SELECT * FROM attribute_conflicts')).toEqual([['region', '1']]);
    expect(await duck.rows('SELECT region, product FROM lines ORDER BY row_no')).toEqual([
      ['N', 'p'],
      ['S', 'q'],
      [null, 'p'],
      ['W', 'p'],
    ]);
    expect((await duck.rows('DESCRIBE lines')).map(([name]) => name).slice(-3)).toEqual(['row_hash', 'product', 'region']); // prettier-ignore
  });

  it('a profile adds to them, its own headers too; without dates the last row wins', async () => {
    const profile: Written = {
      text: 'id,name,region,note ,Level,pot,spare\nA,Ann,E,,gold,1万,\nB,Bo,,k,,12.5,\nB,Bob,,,silver,x,\n,Nobody,,,,,\n', // prettier-ignore
      roles: { id: 'customer_id', name: 'customer_name', region: 'region', note: 'attribute', Level: 'member_level', pot: 'potential' }, // prettier-ignore
      shape: 'profile',
      reading,
    };
    const { ledger, compiled } = await load(duck, [sales, profile]);
    expect(compiled.attributes.map(({ column }) => column)).toEqual(['region', 'attribute_0', 'customer_name', 'member_level', 'potential']); // prettier-ignore
    expect(await duck.rows('SELECT * FROM customers ORDER BY customer_id')).toEqual([
      ['A', 'S', 'x', 'Ann', 'gold', '10000.0000'],
      ['B', null, 'y', 'Bob', 'silver', '12.5000'],
    ]);
    expect(await duck.rows('SELECT * FROM attribute_conflicts ORDER BY name')).toEqual([
      ['attribute_0', '1'],
      ['customer_name', '1'],
      ['region', '1'],
    ]);
    expect(ledger.sources.map(({ rowsUsed, rowsSetAside }) => [rowsUsed, rowsSetAside])).toEqual([
      [4, 0],
      [3, 1],
    ]);
  });
});

describe('ids of one customer', () => {
  const sales: Written = {
    text: 'id,m,mail\nAcme,1,x@a.com\nacme ,2,\nACME.,4,\nBob,8,b@b.com\nRobert,16,B@B.com\n',
    roles: { id: 'customer_id', m: 'amount' },
    contacts: { mail: 'email' },
    reading,
  };
  const side: Written = { text: 'id,s\nacme,open\nBOB,open\n', roles: { id: 'customer_id', s: 'status' }, shape: 'tickets', reading }; // prettier-ignore
  const totals = () =>
    duck.rows('SELECT customer_id, CAST(sum(amount) AS INTEGER) FROM lines GROUP BY 1 ORDER BY 1');

  it('stay apart without a rule', async () => {
    const { ledger } = await load(duck, [sales, side]);
    expect(await totals()).toHaveLength(5);
    expect(ledger.merged).toEqual({ ids: 0, customers: 0 });
    expect(await duck.rows('SELECT count(*) FROM merged')).toEqual([['0']]);
  });

  it('are one by spelling in all tables, and the ledger counts them', async () => {
    const { ledger } = await load(duck, [sales, side], { merge: ['spelling'] });
    const found = await totals();
    expect(found.map(([, sum]) => sum).toSorted()).toEqual([16, 7, 8]);
    expect(await duck.rows('SELECT count(*) FROM tickets JOIN (SELECT DISTINCT customer_id FROM lines) USING (customer_id)')).toEqual([['2']]); // prettier-ignore
    // Acme, acme, ACME. and the ticket's acme: three ids, two of which change; Bob and BOB: one changes.
    expect(ledger.merged.customers).toBe(2);
    expect(ledger.rowsUsed).toBe(7);
  });

  it('are one by e-mail address, which no table keeps', async () => {
    const { ledger } = await load(duck, [sales, side], { merge: ['same_email'] });
    expect((await totals()).map(([, sum]) => sum).toSorted((a, b) => Number(a) - Number(b))).toEqual([1, 2, 4, 24]); // prettier-ignore
    expect(ledger.merged).toEqual({ ids: 1, customers: 1 });
    const columns = await duck.rows("SELECT column_name FROM information_schema.columns WHERE column_name IN ('email', 'phone', 'reason')"); // prettier-ignore
    expect(columns).toEqual([['reason']]);
  });
});

describe('by what a file is joined', () => {
  const crm = { text: 'no,name,mail\n17,Ann,ann@x.com\n18,Bob,bob@x.com\n', shape: 'profile', reading, roles: { no: 'customer_id', name: 'customer_name', mail: 'ignore' }, contacts: { mail: 'email' } } as const; // prettier-ignore
  const matched = async (sales: Written): Promise<unknown> => {
    await load(duck, [sales, crm]);
    return duck.rows('SELECT DISTINCT p.customer_id FROM profiles p SEMI JOIN lines USING (customer_id)');
  };

  it('by the id where sales have one', async () => {
    const text = 'who,worth\n17,5\n99,6\n';
    expect(await matched({ text, roles: { who: 'customer_id', worth: 'amount' }, reading })).toEqual([
      ['17'],
    ]);
  });

  it('by the name where sales know their customers by name only', async () => {
    const text = 'who,worth\nBob,5\nCy,6\n';
    expect(await matched({ text, roles: { who: 'customer_name', worth: 'amount' }, reading })).toEqual([
      ['Bob'],
    ]);
  });

  it('by the e-mail address where that is the sales’ id', async () => {
    const sales: Written = { text: 'who,worth\nann@x.com,5\n', roles: { who: 'customer_id', worth: 'amount' }, contacts: { who: 'email' }, reading }; // prettier-ignore
    expect(await matched(sales)).toEqual([['ann@x.com']]);
  });
});
