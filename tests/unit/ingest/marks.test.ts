import { describe, expect, it } from 'vitest';
import { guessDateOrder, guessMarks, marksColumn, marksEffect } from '../../../src/ingest/marks.ts';

describe('guessMarks', () => {
  const marks = (cells: string[], delimiter = ',') => guessMarks([cells], delimiter);
  it.each([
    [['1,234.56', '3'], '.', ',', false],
    [['1.234,56', '3'], ',', '.', false],
    [['12,5', '3,25'], ',', '.', false],
    [['1.234.567'], ',', '.', false],
    [['1,234', '12,500'], '.', ',', false],
    [['0.125', '0.250'], '.', ',', false],
    [['1.234', '2.500'], '.', ',', true],
    [['1 234,50', '7,00'], ',', ' ', false],
    [["1'234.50"], '.', "'", false],
    [['¥1,234.56', '(12.50)', '5.0-'], '.', ',', false],
    [['1.234,56 zł', '12,50 zł'], ',', '.', false],
    [['R$ 1.234,56'], ',', '.', false],
    [['￥１，２３４．５'], '.', ',', false],
    [['3,2万', '1,5亿'], ',', '.', false],
    [['12,34,567.89'], '.', ',', false],
    [['1\u202f234,50'], ',', ' ', false],
    [['05.01.2024', '13.02.2024'], '.', ',', false],
    [['192.168.0.1', '10.0.0.1'], '.', ',', false],
    [['5', '7'], '.', ',', false],
  ] as const)('%j', (cells, decimal, thousands, open) => {
    expect(marks([...cells])).toEqual({ value: { decimal, thousands }, open });
  });

  it('believes the delimiter of decimal-comma countries', () => {
    expect(marks(['1.234', '2.500'], ';')).toEqual({ value: { decimal: ',', thousands: '.' }, open: false });
  });

  it('asks when columns contradict each other', () => {
    expect(
      guessMarks(
        [
          ['1,5', '2,5'],
          ['1.5', '2.5'],
        ],
        ';',
      ).open,
    ).toBe(true);
  });
});

describe('guessMarks with several columns', () => {
  const weights = ['1.234', '2.5', '0.75'];
  const prices = ['12,50', '1.234,00'];
  it('hears the columns of money before weights and coordinates', () => {
    const hear = (headers: string[]) => guessMarks([weights, weights, prices], ',', headers);
    expect(hear(['Weight', 'Latitude', 'Amount'])).toEqual({
      value: { decimal: ',', thousands: '.' },
      open: false,
    });
    expect(hear(['重量', '纬度', '销售额'])).toEqual({
      value: { decimal: ',', thousands: '.' },
      open: false,
    });
    expect(hear(['a', 'b', 'c']).open).toBe(true);
  });

  it('hears the others where money has no mark', () => {
    expect(
      guessMarks(
        [
          ['1,5', '2,25'],
          ['12', '7'],
        ],
        ';',
        ['Weight', 'Amount'],
      ).value.decimal,
    ).toBe(',');
  });
});

describe('marksEffect', () => {
  it('says what is read and its total under either mark', () => {
    expect(marksEffect([['1.234', '2.500', '7']])).toEqual([
      { decimal: '.', thousands: ',', read: 3, total: 10.734 },
      { decimal: ',', thousands: '.', read: 3, total: 3741 },
    ]);
    expect(marksEffect([['1.234,56', '12,5', 'x']])).toEqual([
      { decimal: '.', thousands: ',', read: 0, total: 0 },
      { decimal: ',', thousands: '.', read: 2, total: 1247.06 },
    ]);
    expect(marksEffect([['1 234,5', '2 000']])).toEqual([
      { decimal: '.', thousands: ' ', read: 1, total: 2000 },
      { decimal: ',', thousands: ' ', read: 2, total: 3234.5 },
    ]);
  });

  it('shows the column of money that has most marks', () => {
    const columns = [
      ['A1', 'A2'],
      ['1.5', '2.5'],
      ['3', '4'],
      ['1.234', '5'],
    ];
    expect(marksColumn(columns, ['id', 'weight', 'quantity', 'amount'])).toBe(3);
    expect(marksColumn(columns, ['id', 'weight', 'quantity', 'x'])).toBe(1);
    expect(marksColumn([['A1'], ['3']], ['id', 'amount'])).toBe(-1);
  });
});

describe('guessDateOrder', () => {
  it.each([
    [['2024-01-05', '2024-02-01'], 'ymd', false],
    [['01/02/2024', '13/02/2024'], 'dmy', false],
    [['01/02/2024', '02/13/2024'], 'mdy', false],
    [['01/02/2024', '03/04/2024'], 'dmy', true],
    [['01.02.2024', '03.04.2024'], 'dmy', false],
    [['24/1/5', '24/1/9', '24/2/17', '24/2/20', '24/3/21'], 'ymd', false],
    [['1/5/24', '1/9/24', '2/17/24'], 'mdy', false],
    [['12/1/2010 8:26', '12/13/2010 9:00'], 'mdy', false],
    [['2024-01-05', '2024-01-06', '05/13/2024', '5-Jan-24'], 'mdy', false],
    [['2024-01-05', '2024-01-06', '05/03/2024'], 'dmy', true],
    [['1/5/2024, 8:26:03 AM', '1/15/2024, 8:26:03 AM'], 'mdy', false],
    [['113/01/05', '113/02/15'], 'ymd', false],
  ] as const)('%j', (cells, value, open) => {
    expect(guessDateOrder([[...cells]])).toEqual({ value, open });
  });
});
