import { describe, expect, it } from 'vitest';
import {
  cellName,
  columnOf,
  numberText,
  serialText,
  shownByCode,
  shownById,
} from '../../../../src/ingest/formats/cellText.ts';

describe('number formats', () => {
  it.each([
    ['General', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0.00_);[Red](#,##0.00)', 'number'],
    ['[$¥-804]#,##0.00', 'number'],
    ['0.00"day"', 'number'],
    ['0%', 'number'],
    ['@', 'number'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['[$-F800]dddd, mmmm dd, yyyy', 'date'],
    ['mmm-yy', 'date'],
    ['yyyy年m月d日', 'date'],
    ['[DBNum1][$-804]yyyy"年"m"月"', 'date'],
    ['m/d/yyyy h:mm AM/PM', 'datetime'],
    ['yyyy-mm-dd hh:mm:ss.000', 'datetime'],
    ['h:mm:ss', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'duration'],
    ['[mm]:ss', 'duration'],
  ])('%s is %s', (code, shown) => expect(shownByCode(code)).toBe(shown));

  it('knows those without a code, East Asian ones included', () => {
    expect([0, 2, 9, 14, 20, 22, 31, 33, 46, 49, 57, 56].map(shownById)).toEqual(
      ['number', 'number', 'number', 'date', 'time', 'datetime', 'date', 'time', 'duration', 'number', 'date', 'time'], // prettier-ignore
    );
  });
});

describe('serial dates', () => {
  // Microsoft, "Date systems in Excel": 5 July 1998 is 35981 in the 1900 system and 34519 in the 1904 system.
  it('agree with the published example of both systems', () => {
    expect(serialText(35_981, 'date', false)).toBe('1998-07-05');
    expect(serialText(34_519, 'date', true)).toBe('1998-07-05');
  });

  it('keep the day that only spreadsheets have', () => {
    expect([0, 1, 59, 60, 61].map((serial) => serialText(serial, 'date', false))).toEqual(
      ['1900-01-00', '1900-01-01', '1900-02-28', '1900-02-29', '1900-03-01'], // prettier-ignore
    );
  });

  it('round to a second, over midnight', () => {
    expect(serialText(45_000.999_999_9, 'datetime', false)).toBe('2023-03-16 00:00:00');
    expect(serialText(0.75, 'time', false)).toBe('18:00:00');
    expect(serialText(1.5, 'duration', false)).toBe('36:00:00');
  });

  it('leave what no date can be a number', () => {
    expect(serialText(-1, 'date', false)).toBe('-1');
    expect(serialText(20_240_105, 'date', false)).toBe('20240105');
  });
});

it('writes fifteen digits without exponent', () => {
  expect([0.1 + 0.2, 1e-7, -1.5e20, 123_456_789_012_345_680, 1e21, 100, 1.005e-10].map(numberText)).toEqual(
    ['0.3', '0.0000001', '-150000000000000000000', '123456789012346000', '1000000000000000000000', '100', '0.0000000001005'], // prettier-ignore
  );
});

it('names cells as spreadsheets do', () => {
  expect([cellName(0, 1), cellName(25, 2), cellName(26, 3), cellName(16_383, 4)]).toEqual([
    'A1',
    'Z2',
    'AA3',
    'XFD4',
  ]);
  expect(['A1', 'Z2', 'AA3', 'xfd4', '7'].map(columnOf)).toEqual([0, 25, 26, 16_383, -1]);
});
