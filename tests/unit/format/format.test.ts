import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/base/day.ts';
import { formatter } from '../../../src/format/format.ts';

const en = formatter('en');
const zh = formatter('zh-Hans');
const values = [999, 1234, 9999, 12345, 12345678, 123456789, -56789, 0, null];

describe('the golden list of figures', () => {
  it('is short in English: four significant digits, K, M, B', () => {
    expect(values.map(en.money)).toEqual([
      '999', '1,234', '9,999', '12.3K', '12.3M', '123.5M', '−56.8K', '0', '—',
    ]); // prettier-ignore
  });

  it('is short in Chinese: 万 and 亿', () => {
    expect(values.map(zh.money)).toEqual([
      '999', '1,234', '9,999', '1.2万', '1,235万', '1.2亿', '−5.7万', '0', '—',
    ]); // prettier-ignore
  });

  it('has one unit down a column, chosen from the maximum', () => {
    const max = 123456789;
    expect(values.map(en.unitFor(max).cell)).toEqual([
      '<0.1M', '<0.1M', '<0.1M', '<0.1M', '12.3M', '123.5M', '−0.1M', '0', '—',
    ]); // prettier-ignore
    expect(values.map(zh.unitFor(max).cell)).toEqual([
      '<0.1亿', '<0.1亿', '<0.1亿', '<0.1亿', '0.1亿', '1.2亿', '>−0.1亿', '0', '—',
    ]); // prettier-ignore
    expect([9800, 12000].map(zh.unitFor(12000).cell)).toEqual(['1.0万', '1.2万']);
    expect([980, 9800].map(zh.unitFor(9800).cell)).toEqual(['980', '9,800']);
    expect([0, 500_000, 1_000_000].map(en.unitFor(1_000_000).tick)).toEqual(['0', '0.5M', '1M']);
  });

  it('is written out in full with grouping', () => {
    expect(values.map(en.moneyFull)).toEqual([
      '999', '1,234', '9,999', '12,345', '12,345,678', '123,456,789', '−56,789', '0', '—',
    ]); // prettier-ignore
    expect(values.map(zh.moneyFull)).toEqual(values.map(en.moneyFull));
    expect(en.moneyFull(1234.567)).toBe('1,234.57');
  });
});

describe('currency', () => {
  const yuan = formatter('zh-Hans', 'cny');
  const pound = formatter('en', 'GBP');

  it('stands before the figure with its narrow sign', () => {
    expect([yuan.money(12345), yuan.money(-56789), yuan.money(980)]).toEqual(['¥1.2万', '−¥5.7万', '¥980']);
    expect([pound.money(12.5), pound.money(1234.5), pound.money(1.5e9)]).toEqual([
      '£12.50',
      '£1,235',
      '£1.5B',
    ]);
    expect(pound.moneyFull(1234.5)).toBe('£1,234.50');
    expect(formatter('en', 'JPY').money(980)).toBe('¥980');
    expect(pound.unitFor(2e6, 'money').cell(1_250_000)).toBe('£1.3M');
  });

  it('is left out when the file names none that exists', () => {
    for (const odd of ['', '元', 'R$', 'US', null]) expect(formatter('en', odd).money(980)).toBe('980');
  });
});

describe('figures at the edges', () => {
  it('move to the next unit when rounding fills the one they are in', () => {
    expect([en.money(9999.6), en.money(999_960), en.money(999_949)]).toEqual(['10K', '1M', '999.9K']);
    expect([zh.money(9999.6), zh.money(99_999_600)]).toEqual(['1万', '1亿']);
    expect([zh.money(9_999_600), zh.money(1.5e12)]).toEqual(['1,000万', '1.5万亿']);
  });

  it('keep four significant digits below the first unit', () => {
    expect([12.345, 123.456, 999.96, 1234.5].map(en.compact)).toEqual(['12.35', '123.5', '1,000', '1,235']);
  });

  it('are never a negative zero', () => {
    const texts = [
      en.integer(-0),
      en.integer(-0.4),
      en.decimal(-0.001, 2),
      en.percentShort(-0.0001),
      en.points(-0.0001),
    ];
    expect(texts).toEqual(['0', '0', '0.00', '0%', '0.0 pts']);
    expect(zh.money(-0)).toBe('0');
  });

  it('are a dash when there is no number', () => {
    for (const none of [null, undefined, Number.NaN, Infinity, -Infinity]) {
      for (const f of [en, zh]) {
        const texts = [
          f.integer(none), f.decimal(none, 2), f.percent(none), f.percentShort(none), f.points(none), f.money(none),
          f.moneyFull(none), f.unitFor(5e6).cell(none), f.unitFor(5e6).tick(none), f.date(none), f.days(none),
          f.ratio(none), f.bytes(none), f.delta(none, f.integer),
        ]; // prettier-ignore
        expect(new Set(texts)).toEqual(new Set(['—']));
      }
    }
  });
});

describe('shares', () => {
  it('have one decimal and no blank before the sign', () => {
    expect([0.2164, 0.8, 0, 1, -0.125].map((v) => en.percent(v))).toEqual([
      '21.6%',
      '80.0%',
      '0%',
      '100%',
      '−12.5%',
    ]);
    expect(en.percent(0.784, 0)).toBe('78%');
    expect([0.8, 0.825, 1].map(zh.percentShort)).toEqual(['80%', '82.5%', '100%']);
  });

  it('do not round a few to none or nearly all to all', () => {
    expect([0.0004, 0.0005, -0.0004].map((v) => en.percent(v))).toEqual(['<0.1%', '0.1%', '>−0.1%']);
    expect([0.9994, 0.9996, 0.99999].map((v) => en.percent(v))).toEqual(['99.9%', '>99.9%', '>99.9%']);
    expect(en.percent(0.996, 0)).toBe('>99%');
  });

  it('differ by points', () => {
    expect([en.points(0.235), zh.points(-0.05), en.points(0.01)]).toEqual([
      '23.5 pts',
      '−5.0个百分点',
      '1.0 pt',
    ]);
    expect([en.delta(0.05, en.points), en.delta(72, en.integer), en.delta(-3, en.integer)]).toEqual([
      '+5.0 pts', '+72', '−3',
    ]); // prettier-ignore
    expect([en.delta(0, en.integer), en.delta(0.2, en.integer)]).toEqual(['0', '0']);
  });
});

describe('dates and words', () => {
  it('do not move with the zone of the machine', () => {
    const day = dayOf(2024, 9, 1);
    expect([en.date(day), zh.date(day)]).toEqual(['1 Sep 2024', '2024年9月1日']);
    expect([en.month('2024-09'), zh.month('2024-09'), en.month(null)]).toEqual([
      'Sep 2024',
      '2024年9月',
      '—',
    ]);
    expect(() => en.month('2024-13')).toThrow('2024-13');
  });

  it('join from and to', () => {
    const [from, to] = [dayOf(2024, 1, 1), dayOf(2025, 12, 28)];
    expect(en.range(from, to)).toBe('1 Jan 2024 – 28 Dec 2025');
    expect(zh.range(from, to)).toBe('2024年1月1日至2025年12月28日');
    expect(en.range(from, from)).toBe('1 Jan 2024');
    expect([en.span('5%', '9%'), zh.span('5%', '9%')]).toEqual(['5%–9%', '5%至9%']);
  });

  it('agree with their count', () => {
    expect([en.days(1), en.days(180), zh.days(180)]).toEqual(['1 day', '180 days', '180天']);
    expect([en.ratio(1.3), en.ratio(14.52), en.ratio(1), zh.ratio(1.3)]).toEqual([
      '1.3 times', '14.5 times', '1 time', '1.3倍',
    ]); // prettier-ignore
    expect([en.plural(1, 'customer', 'customers'), zh.plural(1, '户', '个客户')]).toEqual([
      'customer',
      '个客户',
    ]);
    expect([en.list(['A', 'B', 'C']), zh.list(['A', 'B', 'C'])]).toEqual(['A, B, and C', 'A、B和C']);
    expect([0, 999, 3_460_000, 999_999].map(en.bytes)).toEqual(['0 B', '999 B', '3.5 MB', '1 MB']);
  });
});
