import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figures as figuresOfLens, type Membership } from '../../../src/lenses/membership/result.ts';
import type { Figures } from '../../../src/lenses/types.ts';
import { joinedData } from '../../support/joined.ts';
import { look } from '../../support/lensCheck.ts';
import type { Choices } from '../../support/lenses.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import type { DimensionLine, Tables } from '../../support/sideTables.ts';
import { wasmEngine } from '../../support/wasmEngine.ts';

const engines = { 'native DuckDB': nodeEngine(), 'the page’s WebAssembly engine': wasmEngine() };
beforeAll(async () => {
  for (const engine of Object.values(engines)) await engine.open();
}, 60_000);
afterAll(async () => {
  for (const engine of Object.values(engines)) await engine.close();
});

const row = (customer: string | null, order: string, amount: string, level: string | null): DimensionLine => ({
  customer, order, amount, day: '2024-01-01', dimensions: { member_level: level },
}); // prettier-ignore

const shop: Tables = {
  lines: [
    row('v', 'o1', '100', '金卡'),
    row('v', 'o2', '50', '金卡'),
    row('v', 'o2', '-10', '金卡'),
    row('m1', 'o3', '30', '普通会员'),
    row('m1', 'o4', '10', '普通会员'),
    row('m2', 'o5', '20', '普通会员'),
    row('w1', 'o6', '8', null),
    row('w2', 'o7', '4', '散客'),
    row('w3', 'o8', '-3', null),
    row(null, 'o9', '5', null),
    row(null, 'o9', '2', null),
    row(null, 'o10', '3', null),
    row(null, 'o11', '-1', null),
  ],
};

describe.each(Object.entries(engines))('membership on %s', (_, engine) => {
  async function membership(tables: Tables, choices: Choices = {}) {
    const { result, say } = await look<Membership>('membership', await joinedData(engine, tables), choices);
    if (result.state !== 'ok') throw new Error(result.reason);
    return { value: result.value, figures: figuresOfLens(result.value) satisfies Figures, say };
  }

  it('customers, orders per head, rate of return and average order of each group, the pool beside them', async () => {
    const { figures, say } = await membership(shop);
    expect(figures).toEqual({
      'membership.vip.customers': 1, 'membership.vip.value': 140, 'membership.vip.orders_per_customer': 2,
      'membership.vip.return_rate': 1, 'membership.vip.average_order': 70,
      'membership.member.customers': 2, 'membership.member.value': 60, 'membership.member.orders_per_customer': 1.5,
      'membership.member.return_rate': 0.5, 'membership.member.average_order': 20,
      // The third one only returned something: a head without an order, and no part of the average order.
      'membership.walkin.customers': 3, 'membership.walkin.value': 9, 'membership.walkin.orders_per_customer': 2 / 3,
      'membership.walkin.return_rate': 0, 'membership.walkin.average_order': 6,
      'membership.pool.rows': 4, 'membership.pool.value': 9, 'membership.pool.average_order': 4.5,
    }); // prettier-ignore
    expect(say('en')).toBe(
      '1 VIP, of whom 100% ordered twice or more; 2 members, of whom 50.0% ordered twice or more; 3 walk-ins, of whom 0% ordered twice or more.',
    );
    expect(say('zh-Hans')).toBe(
      'VIP客户1个，其中100%下过两单以上；普通会员2个，其中50.0%下过两单以上；散客3个，其中0%下过两单以上。',
    );
  });

  it('by orders the value is a count, and the average order stays money', async () => {
    const { figures } = await membership(shop, { scope: { measure: 'orders' } });
    expect(figures).toMatchObject({
      'membership.vip.value': 2,
      'membership.vip.average_order': 70,
      'membership.pool.value': 2,
      'membership.pool.average_order': 4.5,
    });
  });

  it('where all rows without a customer count as one, that one is a walk-in and there is no pool', async () => {
    const { figures, value } = await membership(shop, { scope: { walkin: 'one' } });
    expect(value.pool).toBeNull();
    expect(figures['membership.walkin.customers']).toBe(4);
  });

  it('a level of the customer list counts; an empty group has no rates', async () => {
    const { figures } = await membership({
      lines: [{ customer: 'a', day: '2024-01-01', amount: '1' }],
      attributes: [{ role: 'member_level', values: { a: 'Diamond' } }],
    });
    expect(figures).toMatchObject({
      'membership.vip.customers': 1,
      'membership.member.customers': 0,
      'membership.member.return_rate': null,
    });
    expect(figures).not.toHaveProperty(['membership.pool.rows']);
  });

  it('states: no level column, nobody', async () => {
    const state = async (tables: Tables) =>
      (await look('membership', await joinedData(engine, tables))).result;
    expect(await state({ lines: [{ customer: 'a', day: '2024-01-01', amount: '1' }] })).toEqual({ state: 'unusable', reason: 'no_levels' }); // prettier-ignore
    expect(await state({ lines: [row(null, 'o', '1', 'VIP')] })).toEqual({ state: 'empty', reason: 'no_customers' }); // prettier-ignore
  });
});
