import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { blobReader } from '../../../src/ingest/reader.ts';
import { Duck, importFile } from './duck.ts';

const folder = process.env.REFERENCE_DATA;
const reference = folder ? it : it.skip;
const unset = folder ? '' : ' (reference data not set)';
const file = (name: string): Blob => {
  const bytes = readFileSync(join(folder ?? '', name));
  return new Blob([name.endsWith('.gz') ? new Uint8Array(gunzipSync(bytes)) : new Uint8Array(bytes)]);
};

describe('published data sets', () => {
  reference(`CDNOW: 69,659 rows between runs of blanks, 2,500,315.63 dollars${unset}`, async () => {
    const duck = await Duck.open();
    const roles = {
      customer_id: 'customer_id',
      date: 'order_date',
      number_of_cds: 'quantity',
      dollar_value: 'amount',
    } as const;
    const { survey, reading } = await importFile(duck, file('cdnow_master.txt'), roles);
    expect(reading).toMatchObject({ delimiter: 'blanks', headerRow: 1, encoding: 'utf-8', decimal: '.' });
    expect(survey).toMatchObject({
      records: 69_660,
      data: 69_659,
      header: 1,
      blank: 0,
      footer: 0,
      short: 0,
      long: 0,
      regular: false,
    });
    const [row] = await duck.rows(
      'SELECT count(*), sum(amount), sum(quantity), count(DISTINCT customer_id), min(day), max(day), min(row_no), max(row_no), count(*) - count(DISTINCT row_hash) FROM lines',
    );
    expect(row).toEqual([
      '69659',
      '2500315.6300',
      '167881.0000',
      '23570',
      '1997-01-01',
      '1998-06-30',
      '2',
      '69660',
      '255',
    ]);
    expect(await duck.rows('SELECT count(*) FROM set_aside')).toEqual([['0']]);
    duck.close();
  });

  reference(`CDNOW sample: no header, 6,919 rows${unset}`, async () => {
    const looked = await blobReader.inspect(file('cdnow_sample.txt'), {});
    expect(looked.reading).toMatchObject({ delimiter: 'blanks', headerRow: null });
    expect(looked.columns.map((column) => column.header)).toEqual(['1', '2', '3', '4', '5']);
    const survey = await blobReader.survey(file('cdnow_sample.txt'), looked.reading, () => undefined);
    expect(survey).toMatchObject({ data: 6919, header: 0, records: 6919 });
  });

  reference(
    `Online Retail: 541,909 rows, 9,747,747.934 pounds to the tenth of a penny${unset}`,
    async () => {
      const duck = await Duck.open();
      const roles = {
        InvoiceNo: 'order_id',
        Quantity: 'quantity',
        InvoiceDate: 'order_date',
        UnitPrice: 'unit_price',
        CustomerID: 'customer_id',
      } as const;
      const { survey, input } = await importFile(duck, file('online_retail.csv.gz'), roles);
      expect(survey).toMatchObject({ records: 541_910, data: 541_909, header: 1, regular: true });
      expect(input.rewritten).toBe(false);
      const [row] = await duck.rows(
        'SELECT count(*), sum(amount), count(*) FILTER (WHERE customer_id IS NULL), count(*) - count(DISTINCT row_hash), min(row_no), max(row_no), min(day), max(day) FROM lines',
      );
      expect(row).toEqual([
        '541909',
        '9747747.9340',
        '135080',
        '5268',
        '2',
        '541910',
        '2010-12-01',
        '2011-12-09',
      ]);
      expect(await duck.rows('SELECT count(*) FROM set_aside')).toEqual([['0']]);
      duck.close();
    },
    60_000,
  );

  reference(`Telco: 11 customers without total charges are set aside, never dropped${unset}`, async () => {
    const duck = await Duck.open();
    const roles = { customerID: 'customer_id', TotalCharges: 'amount', tenure: 'tenure' } as const;
    const { survey } = await importFile(duck, file('telco_customer_churn.csv'), roles);
    expect(survey).toMatchObject({ data: 7043, regular: true });
    expect(
      await duck.rows('SELECT (SELECT count(*) FROM lines), count(*), any_value(reason) FROM set_aside'),
    ).toEqual([['7032', '11', 'amount_missing']]);
    duck.close();
  });
});
