import { describe, expect, it } from 'vitest';
import { textColumn, type Column, type PlainTable } from '../../../src/base/table.ts';
import { customersOf } from '../../../src/model/customers.ts';

const doubles = (type: 'BIGINT' | 'DATE' | 'DOUBLE', ...values: number[]): Column => ({
  kind: 'number',
  type,
  values: Float64Array.from(values),
});
const big = (...values: (bigint | null)[]): Column => ({ kind: 'big', type: 'BIGINT', values });

const table = (columns: Record<string, Column>): PlainTable => {
  const all: Record<string, Column> = {
    customer_id: textColumn(['A', 'B']),
    customer_name: textColumn(['Ann', null]),
    value: doubles('BIGINT', 30_000, 10_000),
    orders: doubles('BIGINT', 2, 1),
    first_day: doubles('DATE', 19_000, NaN),
    last_day: doubles('DATE', 19_010, NaN),
    half_1: doubles('BIGINT', 10_000, NaN),
    half_2: doubles('BIGINT', 20_000, NaN),
    potential: doubles('DOUBLE', 1.5, NaN),
    ...columns,
  };
  return { rows: 2, names: Object.keys(all), columns: Object.values(all) };
};

describe('the customer table', () => {
  it('takes the columns as they are, and names only where the file has them', () => {
    const named = customersOf(table({}), true);
    expect(named).toMatchObject({ n: 2, value: Float64Array.of(30_000, 10_000) });
    expect([named.names?.at(0), named.names?.at(1), named.ids.at(1)]).toEqual(['Ann', null, 'B']);
    expect(customersOf(table({}), false).names).toBeNull();
  });

  it('keeps values beyond 2^53 as bigint, halves as the nearest double, null as none', () => {
    const one = customersOf(table({ value: big(2n ** 60n + 1n, null), half_1: big(2n ** 60n, null) }), true);
    expect(one.value).toEqual([2n ** 60n + 1n, 0n]);
    expect(one.half1).toEqual(Float64Array.of(2 ** 60, NaN));
  });

  it('names a column of the wrong kind instead of guessing', () => {
    expect(() => customersOf(table({ value: textColumn(['1', '2']) }), true)).toThrow(/value is text/);
    expect(() => customersOf(table({ orders: big(1n, 2n) }), true)).toThrow(/orders is big/);
  });
});
