import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civil, dayOf, isoDay } from '../../../src/base/day.ts';
import { inBrackets, isBlank, isMonth, parseDate, parseNumber, parseSerial, readDate, readNumber } from '../../../src/ingest/cells.ts'; // prettier-ignore
import { dateForm, numberForm } from '../../../src/ingest/forms.ts';

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
    ['12,34,567.89', 12345678900n], ['1.23E+05', 1230000000n], ['1.5e-3', 15n], ['1,234.5-', -12345000n], ['¥(12)', -120000n], ['(¥12)', -120000n], ['（５）', -50000n],
    ['5％', 500n], ['-3%', -300n], ['3千', 30000000n], ['2仟元', 20000000n], ['3百万', 30000000000n], ['2千万', 200000000000n], ['1.5亿元', 1500000000000n], ['-2万', -200000000n],
    ['12k', 120000000n], ['1.5K', 15000000n], ['12K USD', 120000000n], ['$1.5M', 15000000000n], ['($1.5M)', -15000000000n], ['€2mn', 20000000000n], ['-$2bn', -20000000000000n],
    ['₩1,234', 12340000n], ['₹12,34,567.89', 12345678900n], ['12₽', 120000n], ['R$ 5', 50000n], ['5 zł', 50000n], ['500円', 5000000n], ['5元整', 50000n], ['CNY ¥5', 50000n],
    ['US$12 USD', 120000n], ['NT$1,000元', 10000000n], ['ＵＳＤ　１２', 120000n], ['5 kr', 50000n], ['٣٤', 340000n], ['۱۲٫۵', 125000n], ['١٬٢٣٤', 12340000n],
    ['1\u202f234.5', 12345000n], ['1\u2009234', 12340000n], ['\u200e-5', -50000n], ['\u202a1,234.5\u202c', 12345000n], ['\u22121,234', -12340000n], ['5\u2212', -50000n],
    ['+1,234', 12340000n], ['- 5', -50000n], ['99999999999999.9999', 999999999999999999n], ['-0', 0n], ['007', 70000n], ['5.', 50000n], ['="1,234.5"', 12345000n],
  ] as const)('%s', (text, units) => {
    expect(parseNumber(text, point)).toEqual({ units, rounded: false });
  });

  // prettier-ignore
  it.each([
    '1,5', '1,23', 'abc', '5 kg', '1_000', '1.2.3', '--5', '1,234,5', '', '-', 'N/A', 'Infinity', '-Infinity', 'NaN', '0x10', '1E', '1e400', '(-5)', '(5', '5)', '5个', '1.5M',
    '3万5', '一百', '1,234.56 CR', '1,234.56 DR', '- ', '1e ', '1e5.', '12:30', '½', '5+', '$', '万',
  ])(
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
    expect(parseNumber('5E-6', point)).toEqual({ units: 0n, rounded: true });
    expect(parseNumber('138098.0000000564609E8', point)).toEqual({
      units: 138098000000056461n,
      rounded: true,
    });
  });

  it('tells missing, unreadable and too large apart', () => {
    expect(['—', 'null', '#N/A', 'x', '1e20'].map((text) => readNumber(text, point).kind)).toEqual([
      'missing', 'missing', 'missing', 'unreadable', 'too_large',
    ]); // prettier-ignore
  });

  // prettier-ignore
  it.each([
    ['1.23456', 10000, 123456000n, false], ['3', 10000, 300000000n, false], ['1.234567891', 10000, 123456789n, true], ['1.23456789', 100000000, 1234567890000n, false],
    ['0.5', 1000, 5000000n, false], ['-12.5', 10000, -1250000000n, false], ['(1.5)', 1000, -15000000n, false], ['1.2E3', 1000, 12000000000n, false], ['¥1,234.5', 1000, 12345000000n, false],
    ['3.2万', 10000, 320000000n, false], ['5千元', 10000, 50000000n, false], ['12k', 1000, 120000000n, false], ['$1.5M', 1000000, 15000000000n, false], ['5 RMB', 1000, 50000000n, false],
  ] as const)('%s times %d before rounding, unless the cell names its unit', (text, scale, units, rounded) => {
    expect(readNumber(text, point, scale)).toEqual({ kind: 'number', value: { units, rounded } });
  });

  it('is too large after a scale, too', () => {
    expect(readNumber('99999999999', point, 10000).kind).toBe('too_large');
  });

  it('knows brackets in either width', () => {
    expect(['(5)', '¥(12)', '（５）', '-5', '5-'].map(inBrackets)).toEqual([true, true, true, false, false]);
  });

  // The oracle is the decimal text itself: its digits are the answer.
  it('reads what was written, in every way to write it', () => {
    const amount = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
    const grouped = (whole: string, by: string): string => whole.replace(/\B(?=(?:\d{3})+$)/g, by);
    fc.assert(
      fc.property(amount, fc.constantFrom('', ',', ' ', '\u00a0'), fc.nat(11), (units, by, way) => {
        const size = (units < 0n ? -units : units).toString().padStart(5, '0');
        const text = `${grouped(size.slice(0, -4), by)}.${size.slice(-4)}`;
        const minus = units < 0n ? '-' : '';
        const ways = [
          `${minus}${text}`, `${minus}¥${text}`, `${minus}${text} EUR`, `$${minus}${text}`, units < 0n ? `(${text})` : text, `${text}${minus}`,
          ` ${minus} ${text} `, `="${minus}${text}"`, `${minus}${text}元`, `'${minus}${text}`, units < 0n ? `($${text})` : `+${text}`,
          `${minus}${text}`.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
        ]; // prettier-ignore
        expect(readNumber(ways[way]!, point)).toEqual({ kind: 'number', value: { units, rounded: false } });
      }),
      { numRuns: 500 },
    );
  });
});

describe('isBlank', () => {
  it.each([
    '',
    '  ',
    '\u3000',
    '-',
    'N/A',
    '#N/A',
    'NULL',
    'null',
    'nan',
    'None',
    '—',
    '－',
    '#VALUE!',
    '#REF!',
    '#DIV/0!',
    '#NAME?',
    '无',
    '暂无',
    '空',
    '/',
    '＃Ｎ／Ａ',
  ])('%j', (text) => {
    expect(isBlank(text)).toBe(true);
  });
  it('is not 0, a word or a dash in text', () => {
    expect(['0', 'no', 'a-b', '.', '无锡', '空调', '#1', '?'].some(isBlank)).toBe(false);
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
    '民國113年1月5日', '民国113年01月05日', '民國 113/01/05', '中華民國113.1.5', '113/01/05', '113.1.5', '113-1-5', '113年1月5日', '１１３／０１／０５', '2024年1月5日 上午10:30', '2024年1月5日10:30',
    '2024年1月5日10时30分', '2024年1月5日 10點30分05秒', '2024年1月5日星期五', '2024年1月5日 星期五 10:30', '2024/1/5（五）', '2024年1月5号', '2024. 1. 5.', '2024년 1월 5일', '20240105 103000',
    '5th January 2024', 'January 5th, 2024', 'Jan-05-2024', '2024-Jan-05', '05JAN2024', '5Jan24', 'Fri 5 Jan 2024', 'Friday, January 5, 2024', 'Jan 5, 2024 1:02:03 AM PST',
    '2024-01-05 08:26:00+00', '2024-01-05, 08:26', '2024-01-05 08:26 a.m.', "'2024-01-05", '\u200e2024-01-05', '٢٠٢٤/١/٥',
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
    '2024-01',
    '2024年1月',
    '2024-W01-1',
    '5. Januar 2024',
    '151/1/1',
    '079/1/1',
    '1130105',
    '1704412800',
    '2024-01-05 25:00',
    '2024-02-30',
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

describe('readDate', () => {
  const read = (text: string, order: 'ymd' | 'dmy' | 'mdy' = 'ymd'): string => {
    const found = readDate(text, order);
    if (found.kind === 'date') return isoDay(found.day);
    return found.kind === 'impossible' ? `before ${isoDay(found.monthEnd)}` : found.kind;
  };

  // prettier-ignore
  it.each([
    ['2024-01-05', '2024-01-05'], ['45296', '2024-01-05'], ['45296.75', '2024-01-05'], ['1704412800', '2024-01-05'], ['1704412800000', '2024-01-05'], ['1704499199', '2024-01-05'],
    ['1130105', '2024-01-05'], ['0991231', '2010-12-31'], ['2024-1', '2024-01-01'], ['2024/01', '2024-01-01'], ['2024年1月', '2024-01-01'], ['2024年12月份', '2024-12-01'],
    ['202412', '2024-12-01'], ['Jan 2024', '2024-01-01'], ['113年1月', '2024-01-01'], ['', 'missing'], ['N/A', 'missing'], ['—', 'missing'], ['暂无', 'missing'],
    ['2024', '2024-01-01'], ['1998年度', '1998-01-01'], ['2124', 'unreadable'], ['202413', 'unreadable'], ['12345', 'unreadable'], ['2024010510', 'unreadable'], ['2024.01', 'unreadable'], ['Jan-24', 'unreadable'], ['abc', 'unreadable'],
    ['2024-13-01', 'unreadable'], ['2024-00-10', 'unreadable'], ['2024-01-00', 'unreadable'], ['2024-01-32', 'unreadable'],
    ['2023-02-29', 'before 2023-02-28'], ['2024-02-30', 'before 2024-02-29'], ['2024-04-31', 'before 2024-04-30'], ['20230229', 'before 2023-02-28'], ['2023年2月29日', 'before 2023-02-28'],
    ['113/2/30', 'before 2024-02-29'], ['1130230', 'before 2024-02-29'], ['31-Feb-2024', 'before 2024-02-29'], ['2024-11-31T08:00:00Z', 'before 2024-11-30'],
  ] as const)('%s is %s', (text, said) => expect(read(text)).toBe(said));

  it('knows impossible dates in the order of the column only', () => {
    expect([read('31/02/2024', 'dmy'), read('02/31/2024', 'mdy'), read('31/02/2024', 'mdy'), read('31/04/24', 'dmy')]).toEqual([
      'before 2024-02-29', 'before 2024-02-29', 'unreadable', 'before 2024-04-30',
    ]); // prettier-ignore
  });

  // The oracle is the calendar of Date in UTC, and writing is simpler than reading.
  it('reads every day in every way to write it', () => {
    const names = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']; // prettier-ignore
    const days = fc.integer({ min: dayOf(1991, 1, 1), max: dayOf(2061, 12, 31) });
    fc.assert(
      fc.property(days, fc.nat(23), fc.constantFrom('', ' 08:26', ' 23:59:59'), (date, way, time) => {
        const { year, month, day } = civil(date);
        const [mm, dd] = [month, day].map((n) => String(n).padStart(2, '0')) as [string, string];
        const roc = year - 1911;
        const name = names[month - 1]!;
        const forms: readonly (readonly [string, 'ymd' | 'dmy' | 'mdy'])[] = [
          [`${year}-${mm}-${dd}`, 'ymd'], [`${year}/${month}/${day}`, 'dmy'], [`${year}.${month}.${day}`, 'mdy'], [`${year}年${month}月${day}日`, 'ymd'],
          [`${year}${mm}${dd}`, 'ymd'], [`民國${roc}年${month}月${day}日`, 'ymd'], [`民國 ${roc}/${mm}/${dd}`, 'ymd'], [`${String(roc).padStart(3, '0')}/${mm}/${dd}`, 'ymd'],
          [`${dd}/${mm}/${year}`, 'dmy'], [`${day}.${month}.${year}`, 'dmy'], [`${mm}/${dd}/${year}`, 'mdy'], [`${month}/${day}/${year}`, 'mdy'],
          [`${day}/${month}/${String(year).slice(2)}`, 'dmy'], [`${month}/${day}/${String(year).slice(2)}`, 'mdy'], [`${String(year).slice(2)}-${mm}-${dd}`, 'ymd'],
          [`${day}-${name.slice(0, 3)}-${String(year).slice(2)}`, 'ymd'], [`${day} ${name} ${year}`, 'ymd'], [`${name} ${day}, ${year}`, 'mdy'], [`${name.slice(0, 3).toUpperCase()} ${dd}, ${year}`, 'dmy'],
          [`${year}年${mm}月${dd}日`, 'dmy'], [`${dd}-${mm}-${year}`, 'dmy'], [`="${year}-${mm}-${dd}`, 'ymd'], [`${year}년 ${month}월 ${day}일`, 'ymd'], [`${year}-${name.slice(0, 3)}-${dd}`, 'ymd'],
        ]; // prettier-ignore
        const [text, order] = forms[way]!;
        const cell = text.startsWith('="') ? `${text}${time}"` : `${text}${time}`;
        expect([cell, readDate(cell, order)]).toMatchObject([cell, { kind: 'date', day: date }]);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads every serial as a spreadsheet does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20_000, max: 60_000 }),
        fc.integer({ min: 0, max: 99 }),
        (serial, part) => {
          const oracle = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
          expect(read(`${serial}.${part}`)).toBe(oracle);
        },
      ),
    );
  });
});

describe('isMonth', () => {
  it.each(['2024-1', '2024/01', '2024年1月', '202401', 'Jan 2024', '113年1月'])('%s', (text) => {
    expect(isMonth(text)).toBe(true);
  });
  it('is neither a day, a year nor a number', () => {
    expect(['2024-01-05', '2024', '2024.01', '202413', '1130105', 'Jan 5, 2024', ''].some(isMonth)).toBe(
      false,
    );
  });
});

describe('numberForm', () => {
  // prettier-ignore
  it.each([
    [null, ['12', '-12.5', '1,234.56', '1 234', '+5', '', 'abc', 'N/A', ' 5 ', '1E5', '="12"', '5 kg', '(abc)', '12.00000', '-', "'007"]],
    ['brackets', ['(1,200.00)', '($5)', '（５）', '¥(12)']],
    ['trailing_minus', ['5-', '1,234.5 -', '12 EUR-', '5－']],
    ['percent', ['70%', '５％', '-3 %']],
    ['unit_suffix', ['3.2万', '1.5亿元', '3千', '12k', '$1.5M', '2萬']],
    ['rounded', ['1.23456', '$1.23456', '0.00001']],
    ['currency_mark', ['¥12', '12 usd', '-$5', '12元', '5 kr', 'ＵＳＤ１２']],
    ['full_width', ['１２３', '１，２３４．５', '－５', '1，234']],
  ] as const)('%s', (form, cells) => {
    expect(cells.map((cell) => [cell, numberForm(cell, point)])).toEqual(cells.map((cell) => [cell, form]));
  });

  it('counts rounding after the scale', () => {
    expect([numberForm('1.23456', point, 10000), numberForm('1.234567891', point, 10000)]).toEqual([
      null,
      'rounded',
    ]);
  });
});

describe('dateForm', () => {
  // prettier-ignore
  it.each([
    [null, ['2024-01-05', '2024-01-31', '2024-02-29 08:26:00', '20240131', '2024/1/5', '2024年1月5日', '5-Jan-2024', '', 'abc', '2024-13-01']],
    ['two_digit_year', ['24-01-05', '5-Jan-24']],
    ['serial_date', ['45296', '45296.5', '1704412800', '1704412800000']],
    ['roc_year', ['113/01/05', '民國113年1月5日', '1130105']],
    ['month_only', ['2024-01', '202401', '2024年1月', '113年1月']],
    ['year_only', ['2024', '2024年', '1998年度']],
    ['impossible_date', ['2023-02-29', '20230229', '2023-02-29 08:26:00', '2023年2月29日', '113/2/30']],
  ] as const)('%s', (form, cells) => {
    expect(cells.map((cell) => [cell, dateForm(cell, 'ymd')])).toEqual(cells.map((cell) => [cell, form]));
  });
});
