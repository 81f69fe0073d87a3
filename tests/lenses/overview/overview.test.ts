import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresOf } from '../../support/lenses.ts';
import { look } from '../../support/lensCheck.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { openFile } from '../../support/pipeline.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

/** A preamble, a blank record, a footer, two rows set aside, walk-ins, a return and an order of two lines. */
const csv = `Monthly report,,,
Kunde,Auftrag,Datum,Betrag
A,1,2024-01-05,10.50
A,1,2024-01-05,4.50
A,2,2024-02-01,-3.00

B,3,2024-02-10,20.00
,4,2024-02-11,7.00
B,5,2024-02-12,abc
B,6,not a date,1.00
Total,,,40.00
`;
const roles = { Kunde: 'customer_id', Auftrag: 'order_id', Datum: 'order_date', Betrag: 'amount' } as const;

describe('overview of a file counted by hand', () => {
  it('customers, orders, value and dates of rows with a customer; every record in the ledger', async () => {
    const { data, surveys } = await openFile(engine, new File([csv], 'report.csv'), roles, {
      headerRow: 2,
      delimiter: ',',
      dateOrder: 'ymd',
    });
    const all = await figuresOf(data);
    expect(surveys[0]).toMatchObject({ header: 1, preamble: 1, blank: 1, footer: 1 });
    expect(all).toMatchObject({
      'overview.customers': 2,
      'overview.orders': 2,
      'overview.value': 32,
      'overview.first_date': 20_240_105,
      'overview.last_date': 20_240_210,
      'ledger.rows_file': 7,
      'ledger.rows_used': 5,
      'ledger.rows_set_aside': 2,
      'ledger.records_other': 4,
      'ledger.walkin_rows': 1,
      'ledger.walkin_value': 7,
    });
    const { say } = await look('overview', data);
    expect(say('en')).toMatch(/^2 customers .*\b2 orders .*5 Jan 2024.*10 Feb 2024.*\b32\b/);
    expect(say('zh-Hans')).toMatch(/2.?个客户.*2024年1月5日.*2024年2月10日.*2.?个订单.*32/);
  });

  it('without dates and orders: one row per customer', async () => {
    const text = 'customer,revenue\nA,10\nB,30\nC,-5\n';
    const { data, model } = await openFile(engine, new File([text], 'c.csv'));
    expect(model.shape).toBe('customers');
    expect(await figuresOf(data)).toMatchObject({
      'overview.customers': 3,
      'overview.orders': null,
      'overview.value': 35,
      'overview.first_date': null,
      'overview.last_date': null,
      'pareto.apart_customers': 1,
      'pareto.apart_value': -5,
    });
  });
});
