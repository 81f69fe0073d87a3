import { describe, expect, it } from 'vitest';
import { isoDay } from '../../../src/base/day.ts';
import { isBlank, parseDate, parseNumber, parseSerial, readNumber } from '../../../src/ingest/cells.ts';

const point = { decimal: '.', thousands: ',' } as const;
const comma = { decimal: ',', thousands: '.' } as const;

describe('parseNumber', () => {
  // prettier-ignore
  it.each([
    ['12.5', 125000n], ['-12.5', -125000n], ['1,234.56', 12345600n], ['1,234', 12340000n], ['12,34,567', 12345670000n],
    ['¥1,234.56', 12345600n], ['￥１，２３４', 12340000n], ['$ 5', 50000n], ['-$5', -50000n], ['12.5元', 125000n], ['RMB 3', 30000n],
    ['(1,234.56)', -12345600n], ['($5)', -50000n], ['5-', -50000n], ['\u22125', -50000n], ['+5', 50000n], ["'007", 70000n],
    ['="12"', 120000n], ['70%', 7000n], ['3.2万', 320000000n], ['1.5億', 1500000000000n], ['3万元', 300000000n], ['1e5', 1000000000n],
    ['1 234', 12340000n], [' 5 ', 50000n], ['.5', 5000n],
  ] as const)('%s', (text, units) => {
    expect(parseNumber(text, point)).toEqual({ units, rounded: false });
  });

  it.each(['1,5', '1,23', 'abc', '5 kg', '1_000', '1.2.3', '--5', '1,234,5', '', '-', 'N/A'])(
    '%j is no number',
    (text) => {
      expect(parseNumber(text, point)).toBeNull();
    },
  );

  it.each([
    ['1.234,56', 12345600n],
    ['1.234', 12340000n],
    ['12,5 €', 125000n],
    ['-1.234.567', -12345670000n],
  ] as const)('%s with a decimal comma', (text, units) => {
    expect(parseNumber(text, comma)?.units).toBe(units);
  });

  it('does not read a decimal point where the comma is decimal', () => {
    expect(parseNumber('12.5', comma)).toBeNull();
  });

  it('rounds half away from zero and says so', () => {
    expect(parseNumber('1.00005', point)).toEqual({ units: 10001n, rounded: true });
    expect(parseNumber('-1.00005', point)).toEqual({ units: -10001n, rounded: true });
    expect(parseNumber('1.00000', point)).toEqual({ units: 10000n, rounded: false });
  });

  it('tells missing, unreadable and too large apart', () => {
    expect(['—', 'null', '#N/A', 'x', '1e20'].map((text) => readNumber(text, point).kind)).toEqual([
      'missing', 'missing', 'missing', 'unreadable', 'too_large',
    ]); // prettier-ignore
  });
});

describe('isBlank', () => {
  it.each(['', '  ', '\u3000', '-', 'N/A', '#N/A', 'NULL', 'null', 'nan', 'None', '—'])('%j', (text) => {
    expect(isBlank(text)).toBe(true);
  });
  it('is not 0, a word or a dash in text', () => {
    expect(['0', 'no', 'a-b', '.'].some(isBlank)).toBe(false);
  });
});

const day = (text: string, order: 'ymd' | 'dmy' | 'mdy'): string | null => {
  const read = parseDate(text, order);
  return read === null ? null : isoDay(read);
};

describe('parseDate', () => {
  // prettier-ignore
  it.each([
    '2024-01-05', '2024/1/5', '2024.1.5', '20240105', '2024年1月5日', '2024年01月05日 12:30', '2024-01-05T08:26:00Z', '2024-01-05 08:26',
    '2024-01-05 23:50:26 +0200', '2024-01-05T00:10:26.123-08:00', '2024-01-05 24:00:00', '5-Jan-24', '05-Jan-2024', 'Jan 5, 2024', '２０２４／１／５',
    '20240105123000', '2024/1/5 下午 03:20', '="2024-01-05"',
  ])('%s is the fifth of January in every order', (text) => {
    expect([day(text, 'ymd'), day(text, 'dmy'), day(text, 'mdy')]).toEqual(['2024-01-05', '2024-01-05', '2024-01-05']);
  });

  it('keeps to the order of day and month', () => {
    expect(day('05/01/2024', 'dmy')).toBe('2024-01-05');
    expect(day('05/01/2024', 'mdy')).toBe('2024-05-01');
    expect(day('05/01/2024', 'ymd')).toBeNull();
    expect(day('12/1/2010 8:26', 'mdy')).toBe('2010-12-01');
    expect(day('13/01/2024', 'mdy')).toBeNull();
    expect(day('24-01-05', 'ymd')).toBe('2024-01-05');
  });

  it('reads two-digit years as 1969 to 2068', () => {
    expect(['01/02/68', '01/02/69'].map((text) => day(text, 'dmy'))).toEqual(['2068-02-01', '1969-02-01']);
  });

  it.each([
    '2023-02-29',
    '2024-13-01',
    '0000-00-00',
    '2024-01-05 hello',
    '202401',
    '45296',
    'abc',
    '2024-1/5',
    '',
  ])('%j is no date', (text) => expect(day(text, 'dmy')).toBeNull());

  it('reads a spreadsheet day number only when asked to', () => {
    expect(isoDay(parseSerial('45296') ?? 0)).toBe('2024-01-05');
    expect(isoDay(parseSerial('45296.75') ?? 0)).toBe('2024-01-05');
    expect([parseSerial('19999'), parseSerial('60001'), parseSerial('2024-01-05')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
