import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDay } from '../../../src/base/day.ts';
import { parseDate, parseSerial, readNumber } from '../../../src/ingest/cells.ts';
import type { Reading, SetAsideReason } from '../../../src/ingest/types.ts';
import { compileImport } from '../../../src/ingest/statements.ts';
import { Duck, prepare } from './duck.ts';

/** Odd cells of real exports. The rules on text and the rules in SQL must say the same of every one. */
// prettier-ignore
const numberCells = [
  '0', '1', '-1', '+1', '007', '12.5', '12,5', '1,234', '1.234', '1,234.5', '1.234,5', '1,234,567.89', '1.234.567,89',
  '1 234', '1 234,5', '1 234.5', '1\u00a0234', '1\u202f234.50', "1'234.5", '1’234.5', '1,23', '1,2345', '12,34,567', '12,34,567.8',
  ',5', '.5', '5.', '5,', '-.5', '-,5', '1e5', '1E+05', '1.5e-3', '1,5e3', '1E400', '1e', 'e5', '1E5%',
  '¥12', '￥12.50', '$1,234.56', '-$5', '$-5', '$ 5', '€ 12,50', '12,50 €', '£3', '元12', '12元', '12.5 元', '3圆', 'RMB 12', '12 RMB',
  'CNY12', 'US$12', 'HK$ 9', 'NT$1,000', '1,000 NTD', '12 usd', '人民币100', '(5)', '( 5 )', '(1,234.56)', '($5)', '¥(12)', '(¥12)', '5-',
  '5 -', '1,234.5-', '-5-', '--5', '(-5)', '(5', '5)', '- 5', '+ 5', '+-5', '\u22125', '\u22121,234', '–5', '—', '——', '-', '--', '−', '',
  ' ', '  \u3000', '\t', 'N/A', 'n/a', '#N/A', 'NA', 'NULL', 'null', '(null)', 'nan', 'NaN', 'None', 'none', '\\N', 'nil', 'abc', 'abc1',
  '１２３', '１，２３４．５', '－５', '（５）', '５％', '70%', '70 %', '0.5%', '-3%', '3.2万', '3.2萬', '3.2 万元', '1.5亿', '1.5億', '-2万', '1,200万',
  "'123", "'007", '="123"', '="1,234.5"', ' ="5" ', ' 5 ', '\t5', '5\t', '\u30005\u3000', '5 kg', '5个', '1_000', '1_0.5', '0x10', '1..2', '1.2.3',
  '1,,2', '1,234,5', '12,345', '123,456', '1234,567', '0,123', '0.123', '00.5', '99999999999999', '99999999999999.9999', '99999999999999.99996',
  '100000000000000', '123456789012345678', '-100000000000000', '1.00005', '-1.00005', '1.00004', '0.00005', '0.00004999', '1.23456789', '12.34%',
  '0.0123%', '2.50000', '1.99995', 'Infinity', 'true', '2024-01-05', '12:30', '1/2', '½', '٣', '1 2', '1  234', '12 34', '1,234 567', '￥1,234.56元',
  '￥', '元', '%', '万', '.', ',', '-.', '()', '(', '1\n2', '5\r', '1.5.', '1,5,', "5'", '5"', '\u200b5', '\ufeff5',
];

// prettier-ignore
const dateCells = [
  '2024-01-05', '2024-1-5', '2024/01/05', '2024/1/5', '2024.1.5', '2024.01.05', '20240105', '2024-01-05 08:26:00', '2024-01-05T08:26:00',
  '2024-01-05 08:26', '2024-1-5 8:26', '2024/1/5 8:26:03', '2024-01-05T08:26:00Z', '2024-01-05T08:26:00.123Z', '2024-01-05 23:59:59.999999',
  '2025-10-07 09:50:26 +0200', '2025-10-07T23:50:26+08:00', '2025-10-07T00:10:26-08:00', '2024-01-05 24:00:00', '2024-01-05 25:00:00',
  '2024-01-05 10:61', '2024-01-05 10:00+05', '2024-01-05 hello', '2024-01-05x', '2024-02-29', '2023-02-29', '2024-02-30', '2024-13-01', '2024-00-10',
  '2024-01-00', '0000-00-00', '0001-01-01', '9999-12-31', '1899-12-30', '2024年1月5日', '2024年01月05日', '2024 年 1 月 5 日', '2024年1月5日 12:30', '2024年1月',
  '２０２４／１／５', '２０２４年１月５日', '05/01/2024', '5/1/2024', '13/01/2024', '01/13/2024', '31/12/2024', '12/31/2024', '5.1.2024', '05.01.24',
  '5-1-2024', '01/02/24', '01/02/68', '01/02/69', '12/1/2010 8:26', '1/12/2010 08:26', '5/1/2024 3:04 PM', '5/1/2024 03:04:05 am', '32/01/2024', '00/01/2024',
  '24-01-05', '24/1/5', '69.1.5', '5-Jan-24', '05-Jan-2024', '5 January 2024', '5-JAN-69', 'Jan 5, 2024', 'January 5 2024', 'Sept 3, 2023', '3-Sept-2023', '5-Foo-24',
  '31-Feb-2024', '5Jan2024', 'Mar. 7, 2024', '2024-Jan-05', '20240230', '20241301', '202401', '2024', '20240105123000', '202401051230', '20240105T123000Z', '20240105 12:30', '45296', '45296.5', '19999', '20000', '60000',
  '60001', '4529', '452961', '', ' ', '-', 'N/A', 'NULL', 'abc', '2024-1/5', '2024/1-5', "'2024-01-05", '="2024-01-05"', ' 2024-01-05 ', '2024-01-05\t',
  '2024/1/5 下午 03:20', '2024/1/5 上午3:20:11', '2024-01-05 08:26:00 UTC', '2024-01-05 8:26:00', '1 2 2024', '2024--1-5', '-2024-01-05', '2024-01-05 (BC)', 'infinity', 'epoch', '12/31/24',
  '1997-1-1', '3/4', '12:30', '2024-W01-1', '10000-01-01', '1.2.3', '99-1-1',
];

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('the rules on text and in SQL', () => {
  let duck: Duck;
  beforeAll(async () => {
    duck = await Duck.open();
  });
  afterAll(() => duck.close());

  const fixed = {
    encoding: 'utf-8',
    delimiter: ',',
    quote: '"',
    headerRow: 1,
    decimal: '.',
    thousands: ',',
    dateOrder: 'ymd',
  } as const;

  async function load(
    column: string,
    role: 'amount' | 'order_date',
    cells: readonly string[],
    reading: Reading,
  ): Promise<void> {
    const text = `${column},n\n${cells.map((cell, i) => `${quoted(cell)},${i}`).join('\n')}\n`;
    const prepared = await prepare(new Blob([text]), { [column]: role, n: 'customer_id' }, reading);
    await duck.register('file0', prepared.blob);
    await duck.run(compileImport([prepared.input]));
  }

  const marks = [
    { decimal: '.', thousands: ',' },
    { decimal: '.', thousands: 'none' },
    { decimal: '.', thousands: "'" },
    { decimal: ',', thousands: '.' },
    { decimal: ',', thousands: ' ' },
  ] as const;
  it.each(marks)('say the same of numbers with decimal $decimal and thousands $thousands', async (choice) => {
    await load('x', 'amount', numberCells, { ...fixed, ...choice });
    const ours = numberCells.map((cell, i) => {
      const read = readNumber(cell, choice);
      return read.kind === 'number'
        ? [i, cell, String(read.value.units)]
        : [i, cell, `amount_${read.kind}` satisfies SetAsideReason];
    });
    const engine = await duck.rows(
      `SELECT row_no, CAST(CAST(replace(CAST(amount AS VARCHAR), '.', '') AS BIGINT) AS VARCHAR) FROM lines UNION ALL SELECT row_no, reason FROM set_aside`,
    );
    const byRow = new Map(engine.map(([row, said]) => [Number(row) - 2, said]));
    expect(numberCells.map((cell, i) => [i, cell, byRow.get(i)])).toEqual(ours);
    const rounded = numberCells.filter((cell) => {
      const read = readNumber(cell, choice);
      return read.kind === 'number' && read.value.rounded;
    }).length;
    expect(await duck.rows('SELECT rows FROM rounded')).toEqual([[String(rounded)]]);
  });

  it.each(['ymd', 'dmy', 'mdy'] as const)('say the same of dates in the order %s', async (dateOrder) => {
    await load('x', 'order_date', dateCells, { ...fixed, dateOrder });
    const ours = dateCells.map((cell) => {
      const day = parseDate(cell, dateOrder) ?? parseSerial(cell);
      return [cell, day === null ? null : isoDay(day)];
    });
    const engine = await duck.rows('SELECT row_no, CAST(day AS VARCHAR) FROM lines');
    const byRow = new Map(engine.map(([row, said]) => [Number(row) - 2, said]));
    expect(dateCells.map((cell, i) => [cell, byRow.get(i) ?? null])).toEqual(ours);
  });
});
