import { describe, expect, it } from 'vitest';
import { guessDateOrder, guessMarks } from '../../../src/ingest/marks.ts';

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
  ] as const)('%j', (cells, value, open) => {
    expect(guessDateOrder([[...cells]])).toEqual({ value, open });
  });
});
