import * as arrow from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { integers, numbers, texts } from '../../../src/base/table.ts';
import { dayOf, isoDay } from '../../../src/base/day.ts';
import { arrowToPlain } from '../../../src/shell/duckdb/arrowToPlain.ts';

const field = (name: string, type: arrow.DataType) => new arrow.Field(name, type, true);

/** A table with columns by position, so that names may repeat. */
function table(
  columns: readonly [name: string, type: arrow.DataType, values: readonly unknown[]][],
): arrow.Table {
  const schema = new arrow.Schema(columns.map(([name, type]) => field(name, type)));
  const children = columns.map(([, type, values]) => arrow.vectorFromArray([...values], type).data[0]!);
  const data = arrow.makeData({
    type: new arrow.Struct(schema.fields),
    length: columns[0]![2].length,
    nullCount: 0,
    children,
  });
  return new arrow.Table(schema, [new arrow.RecordBatch(schema, data)]);
}

/** Through bytes and back, as a result arrives. */
const sent = (original: arrow.Table): arrow.Table => arrow.tableFromIPC(arrow.tableToIPC(original, 'stream'));

describe('arrowToPlain', () => {
  it('keeps doubles, and NULL is NaN', () => {
    const plain = arrowToPlain(sent(table([['v', new arrow.Float64(), [1.5, null, -0.1, 1e308]]])));
    expect(plain.rows).toBe(4);
    expect(plain.columns[0]!.kind === 'number' && plain.columns[0]!.type).toBe('DOUBLE');
    expect([...numbers(plain, 'v')]).toEqual([1.5, NaN, -0.1, 1e308]);
  });

  it('gives safe integers as doubles', () => {
    const values = [9007199254740991n, null, -9007199254740991n, 0n];
    const plain = arrowToPlain(sent(table([['n', new arrow.Int64(), values]])));
    expect([...numbers(plain, 'n')]).toEqual([9007199254740991, NaN, -9007199254740991, 0]);
  });

  it.each([9007199254740992n, 9007199254740993n, -9007199254740993n, 9223372036854775807n])(
    'gives the whole column as bigints when it holds %s',
    (big) => {
      const plain = arrowToPlain(sent(table([['n', new arrow.Int64(), [1n, null, big]]])));
      expect(integers(plain, 'n')).toEqual([1n, null, big]);
    },
  );

  it('gives dates as days, far from the epoch too', () => {
    const milliseconds = ['1899-12-30', '1970-01-01', '2024-03-10', '9999-12-31'].map((day) =>
      Date.parse(day),
    );
    const plain = arrowToPlain(sent(table([['d', new arrow.DateDay(), [...milliseconds, null]]])));
    const days = numbers(plain, 'd');
    expect([...days].slice(0, 4).map(isoDay)).toEqual([
      '1899-12-30',
      '1970-01-01',
      '2024-03-10',
      '9999-12-31',
    ]);
    expect(days[0]).toBe(dayOf(1899, 12, 30));
    expect(days[4]).toBeNaN();
  });

  it('gives booleans as 0 and 1, also in a slice that does not begin at a whole byte', () => {
    const whole = table([
      ['b', new arrow.Bool(), [true, false, null, true, true, false, true, true, true, null]],
    ]);
    expect([...numbers(arrowToPlain(sent(whole)), 'b')]).toEqual([1, 0, NaN, 1, 1, 0, 1, 1, 1, NaN]);
    expect([...numbers(arrowToPlain(whole.slice(3, 10)), 'b')]).toEqual([1, 1, 0, 1, 1, 1, NaN]);
  });

  it('gives text on demand, null for NULL and beyond the ends', () => {
    const plain = arrowToPlain(sent(table([['t', new arrow.Utf8(), ['客户', '', null, '<b>']]])));
    const text = texts(plain, 't');
    expect([0, 1, 2, 3, 4, -1].map((row) => text.at(row))).toEqual(['客户', '', null, '<b>', null, null]);
    expect(text.length).toBe(4);
  });

  it('joins the batches in which a result arrives', () => {
    const part = (from: number) => table([['v', new arrow.Float64(), [from, from + 1]], ['n', new arrow.Int64(), [BigInt(from), null]]]); // prettier-ignore
    const first = part(1);
    const joined = new arrow.Table(first.schema, [...first.batches, ...part(3).batches]);
    const plain = arrowToPlain(sent(joined));
    expect([...numbers(plain, 'v')]).toEqual([1, 2, 3, 4]);
    expect([...numbers(plain, 'n')]).toEqual([1, NaN, 3, NaN]);
  });

  it('keeps columns by position under any name', () => {
    const names = ['a', 'a', '__proto__', 'constructor', ' '];
    const plain = arrowToPlain(sent(table(names.map((name, i) => [name, new arrow.Float64(), [i]]))));
    expect(plain.names).toEqual(names);
    expect(plain.columns.map((column) => column.kind === 'number' && column.values[0])).toEqual([
      0, 1, 2, 3, 4,
    ]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it('decodes an empty result', () => {
    const plain = arrowToPlain(
      sent(
        table([
          ['v', new arrow.Float64(), []],
          ['t', new arrow.Utf8(), []],
        ]),
      ),
    );
    expect([plain.rows, plain.names, numbers(plain, 'v').length, texts(plain, 't').length]).toEqual([0, ['v', 't'], 0, 0]); // prettier-ignore
  });

  it.each([
    ['Decimal', new arrow.Decimal(2, 10), [new Uint32Array([123, 0, 0, 0])]],
    ['Int32', new arrow.Int32(), [1]],
    ['Uint64', new arrow.Uint64(), [1n]],
    ['Float32', new arrow.Float32(), [1]],
    ['Timestamp', new arrow.TimestampMicrosecond(), [0]],
    ['Date64', new arrow.DateMillisecond(), [0]],
    ['Binary', new arrow.Binary(), [new Uint8Array([1])]],
    ['Dictionary', new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32()), ['a']],
    ['List', new arrow.List(field('item', new arrow.Float64())), [[1]]],
  ] as const)('refuses %s, naming the column and the type', (name, type, values) => {
    expect(() => arrowToPlain(table([['umsatz', type, values]]))).toThrow(new RegExp(`umsatz is ${name}`));
  });
});
