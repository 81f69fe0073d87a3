import { describe, expect, it } from 'vitest';
import { draftOf, missingOf, planOf, withRole, withRoles, type Draft } from '../../../src/app/draft.ts';
import { blobReader } from '../../../src/ingest/reader.ts';
import type { Reading } from '../../../src/ingest/types.ts';
import { originOf } from '../../support/origin.ts';

async function draft(text: string, chosen: Partial<Reading> = {}): Promise<Draft> {
  const file = new File([text], 'orders.csv', { lastModified: 5 });
  return draftOf(originOf(file), chosen, await blobReader.inspect(file, chosen));
}

const orders =
  'customer,order_date,amount,note\nA,2024-01-05,10.5,x\nB,2024-01-06,3.25,y\nA,2024-01-07,7.75,z\n';
const people = 'name,total,score\nAnn,10.5,1\nBob,20.25,2\nCy,5.75,3\n';

describe('a draft of an import', () => {
  it('proposes roles, and a plan that carries the reading and the file’s identity', async () => {
    const one = await draft(orders);
    expect(one.roles.slice(0, 3)).toEqual(['customer_id', 'order_date', 'amount']);
    expect(missingOf(one)).toEqual([]);
    expect(planOf(one)).toMatchObject({
      version: 2,
      fileName: 'orders.csv',
      bytes: orders.length,
      lastModified: 5,
      shape: 'lines',
      reading: { delimiter: ',', headerRow: 1 },
      columns: [
        { index: 0, header: 'customer', role: 'customer_id' },
        { index: 1, header: 'order_date', role: 'order_date' },
        { index: 2, header: 'amount', role: 'amount' },
        { index: 3, header: 'note' },
      ],
    });
  });

  it('a role that one column can have leaves the column that had it', async () => {
    const moved = withRole(await draft(orders), 3, 'customer_id');
    expect(moved.roles).toEqual(['ignore', 'order_date', 'amount', 'customer_id']);
    expect(moved.confidence[3]).toBe('sure');
  });

  it.each(['ignore', 'attribute', 'year'] as const)('%s can stand at many columns', async (role) => {
    const both = withRole(withRole(await draft(orders), 0, role), 3, role);
    expect([both.roles[0], both.roles[3]]).toEqual([role, role]);
  });

  it('does not change the draft it was made from', async () => {
    const one = await draft(orders);
    const before = JSON.stringify(one);
    withRole(one, 0, 'product');
    withRoles(one, { note: 'customer_id' });
    expect(JSON.stringify(one)).toBe(before);
  });

  it('known roles by header: what is not named is left out, and nothing is a guess', async () => {
    const one = withRoles(await draft(orders), { note: 'customer_id', amount: 'amount' });
    expect(one.roles).toEqual(['ignore', 'ignore', 'amount', 'customer_id']);
    expect(new Set(one.confidence)).toEqual(new Set(['sure']));
  });

  it('one row per customer until a date or order column says otherwise', async () => {
    const one = await draft(people);
    expect(one.shape).toBe('customers');
    expect(withRole(one, 2, 'order_id').shape).toBe('lines');
    expect(withRole(withRole(one, 2, 'order_id'), 2, 'ignore').shape).toBe('customers');
    const repeated = withRole(withRole(await draft(orders), 1, 'ignore'), 0, 'customer_id');
    expect(repeated.shape).toBe('lines'); // A comes twice
  });
});

describe('what keeps an import from starting', () => {
  it('no customer, no amount; quantity and price together are an amount', async () => {
    const bare = withRoles(await draft(orders), {});
    expect(missingOf(bare)).toEqual([{ kind: 'customer' }, { kind: 'amount' }]);
    expect(missingOf(withRole(bare, 0, 'customer_name'))).toEqual([{ kind: 'amount' }]);
    const priced = withRole(withRole(bare, 0, 'customer_id'), 2, 'unit_price');
    expect(missingOf(priced)).toEqual([{ kind: 'amount' }]);
    expect(missingOf(withRole(priced, 3, 'quantity'))).toEqual([]);
  });

  it('a date that may be day or month first is asked until it is chosen', async () => {
    const text = 'customer,date,amount\nA,01/02/2024,1.5\nB,03/04/2024,2.5\n';
    expect(missingOf(await draft(text))).toEqual([{ kind: 'reading', key: 'dateOrder' }]);
    expect(missingOf(await draft(text, { dateOrder: 'dmy' }))).toEqual([]);
  });
});
