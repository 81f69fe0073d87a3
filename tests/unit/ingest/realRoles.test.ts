import { describe, expect, it } from 'vitest';
import { blobReader } from '../../../src/ingest/reader.ts';
import { guessRoles, type MappingGuess } from '../../../src/model/guess.ts';
import { headerWords } from '../../../src/model/headers.ts';
import { statusDefaults } from '../../../src/model/status.ts';

/** The mapping of a table whose rows `row` makes, and its roles by header. */
async function mapped(
  header: string,
  row: (i: number) => readonly (string | number)[],
  rows = 30,
): Promise<{ guess: MappingGuess; roles: Record<string, string> }> {
  const lines = [header, ...Array.from({ length: rows }, (_, i) => row(i).join(','))];
  const { columns, preview } = await blobReader.inspect(new Blob([lines.join('\n')]), {});
  const guess = guessRoles(columns, preview);
  const named = columns.map(({ header: name }, i) => [name, guess.roles[i]!.role] as const);
  return { guess, roles: Object.fromEntries(named.filter(([, role]) => role !== 'ignore')) };
}

const day = (i: number): string => `2024-01-${String((i % 28) + 1).padStart(2, '0')}`;
const money = (i: number): string => (12.5 + ((i * 37) % 91)).toFixed(2);
const person = (i: number): string => `${['Ann', 'Bob', 'Cem', 'Dora', 'Eva', 'Finn'][i % 6]} Miller`;

describe('who is the customer', () => {
  it('is not the own firm, which stands on every row', async () => {
    const { roles } = await mapped('Order Reference,Creation Date,Customer,Company,Total', (i) => [
      `S${i}`, day(i), person(i), 'My Company', money(i),
    ]); // prettier-ignore
    expect(roles['Customer']).toBe('customer_name');
    expect(roles['Company']).toBeUndefined();
  });

  it('is not a ledger account that many names share', async () => {
    const { roles } = await mapped('ContactName,InvoiceDate,LineAmount,AccountCode', (i) => [
      person(i), day(i), money(i), 200,
    ]); // prettier-ignore
    expect(roles).toMatchObject({ ContactName: 'customer_name', LineAmount: 'amount' });
    expect(Object.values(roles)).not.toContain('customer_id');
  });

  it('is not the record: ids that never come again beside names that do', async () => {
    const { roles } = await mapped('Record ID,Deal Name,Close Date,Amount,Associated Company', (i) => [
      9000 + i, `Deal ${i}`, day(i), money(i), person(i),
    ]); // prettier-ignore
    expect(roles).toMatchObject({ 'Record ID': 'order_id', 'Associated Company': 'customer_name' });
  });

  it('is nobody where only times, payments and products stand', async () => {
    const { roles } = await mapped('Invoice ID,Product line,SKU,Total,Date,Time,Payment,Gender', (i) => [
      `750-${i}`, 'Health', `A${i}`, money(i), day(i), `10:${10 + i}`, 'Cash', 'Female',
    ]); // prettier-ignore
    expect(Object.values(roles)).not.toContain('customer_id');
    expect(Object.values(roles)).not.toContain('customer_name');
  });
});

describe('what is the amount', () => {
  it('is the total with tax, not a column of zeros', async () => {
    const { roles } = await mapped(
      'Order ID,Customer ID,Order Date,Order Total (inc tax),Order Total (ex tax),Store Credit Redeemed',
      (i) => [100 + i, i % 6, day(i), (Number(money(i)) * 1.2).toFixed(2), money(i), 0],
    );
    expect(roles['Order Total (inc tax)']).toBe('amount');
  });

  it('is the extended price, which is not multiplied by the pieces again', async () => {
    const { guess, roles } = await mapped('Cust #,Inv #,Inv Date,Item #,Qty Shipped,Ext. Price', (i) => [
      1000 + (i % 6), 500 + i, day(i), 'A-1', 2 + (i % 5), money(i),
    ]); // prettier-ignore
    expect(roles).toEqual({
      'Cust #': 'customer_id',
      'Inv #': 'order_id',
      'Inv Date': 'order_date',
      'Item #': 'product',
      'Qty Shipped': 'quantity',
      'Ext. Price': 'amount',
    });
    expect(guess.amounts.columns.find(({ index }) => index === guess.amounts.taken)?.kind).toBe('line_total');
  });

  it('is a payment, although a column is called subject', async () => {
    const { guess, roles } = await mapped('Date,Name,Currency,Gross,Quantity,Subject', (i) => [
      day(i), person(i), 'EUR', money(i), 1, 'Kettle',
    ]); // prettier-ignore
    expect(guess.shape).toBe('lines');
    expect(roles['Gross']).toBe('amount');
  });

  it('is dated by milliseconds since 1970', async () => {
    const { roles } = await mapped('user_id,ts,amount', (i) => [
      `u${i % 6}`, 1_704_103_200_000 + i * 86_400_000, money(i),
    ]); // prettier-ignore
    expect(roles).toEqual({ user_id: 'customer_id', ts: 'order_date', amount: 'amount' });
  });
});

describe('names of columns in other languages', () => {
  it('lose their accents, not their other letters', () => {
    expect(headerWords('Fällig am').compact).toBe('falligam');
    expect(headerWords('Müşteri Adı').compact).toBe('musteriadi');
    expect(headerWords('Wartość brutto').words).toEqual(['wartosc', 'brutto']);
    expect(headerWords('ガス料金').compact).toBe('ガス料金');
    expect(headerWords('주문번호').compact).toBe('주문번호');
    expect(headerWords('Номер заказа й').compact).toBe('номерзаказай');
  });

  it.each([
    ['Kundennr.;Belegdatum;Umsatz netto', ['customer_id', 'order_date', 'amount']],
    ['Numéro de client;Date de la commande;Total TTC', ['customer_id', 'order_date', 'amount']],
    ['Código del cliente;Fecha de venta;Importe', ['customer_id', 'order_date', 'amount']],
    ['Müşteri No;Sipariş Tarihi;Genel Toplam', ['customer_id', 'order_date', 'amount']],
    ['Код контрагента;Дата документа;Сумма с НДС', ['customer_id', 'order_date', 'amount']],
    ['会員番号;購入日;購入金額', ['customer_id', 'order_date', 'amount']],
    ['회원번호;결제일;총결제금액', ['customer_id', 'order_date', 'amount']],
  ])('%s', async (header, expected) => {
    const { guess } = await mapped(header.replaceAll(';', ','), (i) => [`K${i % 6}`, day(i), money(i)]);
    expect(guess.roles.map(({ role }) => role)).toEqual(expected);
  });

  it('a date of delivery or birth is no date of a sale', async () => {
    const { roles } = await mapped('Код клиента,Дата доставки,Дата,Сумма', (i) => [
      `K${i % 6}`, day(i + 3), day(i), money(i),
    ]); // prettier-ignore
    expect(roles).toMatchObject({ Дата: 'order_date' });
    expect(roles['Дата доставки']).toBeUndefined();
  });
});

describe('states that depend on the others', () => {
  it('only won deals are sales', () => {
    expect(statusDefaults(['Closed Won', 'Closed Lost', 'Negotiation'])).toEqual({
      'Closed Won': 'use',
      'Closed Lost': 'set_aside',
      Negotiation: 'set_aside',
    });
    expect(statusDefaults(['赢单', '输单', '初步接洽'])).toEqual({
      赢单: 'use',
      输单: 'set_aside',
      初步接洽: 'set_aside',
    });
  });

  it("a till's closed receipts are sales, a shop's closed orders are not", () => {
    expect(statusDefaults(['CLOSED', 'VOIDED'])).toEqual({ CLOSED: 'use', VOIDED: 'set_aside' });
    expect(statusDefaults(['complete', 'closed'])).toEqual({ complete: 'use', closed: 'set_aside' });
  });

  it('invoices on account are sales before they are paid', () => {
    expect(statusDefaults(['Paid', 'Awaiting Payment'])).toMatchObject({ 'Awaiting Payment': 'set_aside' });
    expect(statusDefaults(['Paid', 'Awaiting Payment', 'Voided'], true)).toEqual({
      Paid: 'use',
      'Awaiting Payment': 'use',
      Voided: 'set_aside',
    });
  });
});
