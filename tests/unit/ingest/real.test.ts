import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../src/base/role.ts';
import { single } from '../../../src/base/table.ts';
import { draftOf, planOf } from '../../../src/app/draft.ts';
import { proposedCurrency, refined } from '../../../src/app/findings.ts';
import { importFiles } from '../../../src/app/imports.ts';
import { blobReader } from '../../../src/ingest/reader.ts';
import type { StatusChoice } from '../../../src/ingest/types.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { originOf } from '../../support/origin.ts';

/** What the page makes of a file without any choice; customers and total are counted by another program (Python's csv and Decimal). */
interface Expected {
  readonly ask?: readonly string[];
  readonly roles: Readonly<Partial<Record<Role, string>>>;
  readonly status?: Readonly<Record<string, StatusChoice>>;
  readonly rows: number;
  readonly customers: number;
  readonly total: string;
}

// prettier-ignore
const files: Readonly<Record<string, Expected>> = {
  real_amazon: { roles: { customer_id: 'buyer-email', order_id: 'amazon-order-id', order_date: 'purchase-date', amount: 'item-price', quantity: 'quantity', status: 'order-status', currency: 'currency' }, rows: 8, customers: 4, total: '415.61' },
  real_paypal: { roles: { customer_id: 'From Email Address', customer_name: 'Name', order_id: 'Transaction ID', order_date: 'Date', amount: 'Gross', currency: 'Currency' }, rows: 10, customers: 7, total: '7435.11' },
  real_stripe: { roles: { customer_id: 'Customer ID', order_id: 'id', order_date: 'Created date (UTC)', amount: 'Amount', refund: 'Amount Refunded', status: 'Status' }, rows: 24, customers: 15, total: '4219.81' },
  real_taobao: { roles: { customer_id: '买家会员名', order_id: '订单编号', order_date: '订单创建时间', amount: '买家实际支付金额', refund: '退款金额', status: '订单状态' }, rows: 13, customers: 10, total: '5605.95' },
  real_1c: { roles: { customer_id: 'Контрагент', order_id: 'Номер', order_date: 'Дата', amount: 'Сумма', quantity: 'Количество', unit_price: 'Цена', product: 'Номенклатура', currency: 'Валюта' }, rows: 12, customers: 6, total: '258828.64' },
  real_lexware: { roles: { customer_id: 'Kundennummer', customer_name: 'Firma', order_id: 'Rechnungsnummer', order_date: 'Rechnungsdatum', amount: 'Bruttobetrag', due_date: 'Fällig am' }, rows: 12, customers: 9, total: '27994.46' },
  real_france: { roles: { customer_id: 'N° client', customer_name: 'Raison sociale', order_id: 'N° facture', order_date: 'Date de facture', amount: 'Montant TTC', quantity: 'Qté', unit_price: 'Prix unitaire HT' }, rows: 12, customers: 7, total: '47764.06' },
  real_italy: { roles: { customer_id: 'Codice cliente', customer_name: 'Ragione sociale', order_date: 'Data', amount: 'Totale', quantity: 'Quantità' }, rows: 12, customers: 7, total: '2298.19' },
  real_japan: { roles: { customer_id: '顧客コード', customer_name: '顧客名', order_id: '注文番号', order_date: '注文日', amount: '売上金額', quantity: '数量', unit_price: '単価' }, rows: 12, customers: 6, total: '12467' },
  real_korea: { roles: { customer_id: '고객번호', customer_name: '고객명', order_id: '주문번호', order_date: '주문일자', amount: '결제금액', quantity: '수량', unit_price: '단가' }, rows: 12, customers: 5, total: '1302000' },
  real_access: { roles: { customer_id: 'Customer', order_date: 'OrderDate', amount: 'Total' }, rows: 12, customers: 9, total: '2714.83' },
  real_pipedrive: { roles: { customer_name: 'Organization', order_date: 'Won time', amount: 'Value', status: 'Status', currency: 'Currency of Value' }, status: { Won: 'use', Lost: 'set_aside', Open: 'set_aside' }, rows: 23, customers: 9, total: '18546.71' },
  real_xero: { roles: { customer_name: 'ContactName', order_id: 'InvoiceNumber', order_date: 'InvoiceDate', due_date: 'DueDate', amount: 'LineAmount', quantity: 'Quantity', status: 'Status' }, rows: 13, customers: 5, total: '11782.16' },
  real_bank: { roles: { customer_name: '对方户名', order_date: '交易日期', amount: '收入金额' }, rows: 9, customers: 6, total: '197131.08' },
};

const fileOf = (name: string): File =>
  new File(
    [new Uint8Array(readFileSync(new URL(`../../fixtures/csv/${name}.csv`, import.meta.url)))],
    `${name}.csv`,
  );

describe('exports as programs write them', () => {
  const engine = nodeEngine();
  beforeAll(() => engine.open());
  afterAll(() => engine.close());

  it.each(Object.entries(files))('%s', async (name, expected) => {
    const file = fileOf(name);
    const inspection = await blobReader.inspect(file, {});
    expect(inspection.ask).toEqual(expected.ask ?? []);
    let draft = await draftOf(originOf(file), {}, inspection);
    const survey = await blobReader.survey(file, inspection.reading, () => undefined);
    const examination = await blobReader.examine(file, planOf(draft), survey, () => undefined);
    draft = refined({ ...draft, survey, examination });

    const found = Object.keys(expected.roles).map(
      (role) => [role, draft.roles.indexOf(role as Role)] as const,
    );
    expect(Object.fromEntries(found.map(([role, i]) => [role, inspection.columns[i]?.header]))).toEqual(
      expected.roles,
    );
    expect(draft.shape).toBe('lines');
    expect(draft.repairs.status).toMatchObject(expected.status ?? {});

    await importFiles(
      engine,
      blobReader,
      [{ file, original: null, plan: planOf(draft), survey }],
      { merge: [], currency: proposedCurrency([{ ...draft, examination }]) },
      () => undefined,
      new AbortController().signal,
    );
    const sums = await engine.query(
      'SELECT count(*) AS rows, count(DISTINCT customer_id) AS customers, CAST(sum(amount) AS DOUBLE) AS total FROM lines',
    );
    expect(single(sums, 'rows')).toBe(expected.rows);
    expect(single(sums, 'customers')).toBe(expected.customers);
    expect(single(sums, 'total')).toBeCloseTo(Number(expected.total), 4);
  });
});
