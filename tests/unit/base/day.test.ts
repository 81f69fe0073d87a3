import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civil,
  compactDay,
  dayOf,
  isDay,
  isoDay,
  isoMonth,
  monthIndex,
  parseIsoDay,
} from '../../../src/base/day.ts';

const first = parseIsoDay('0100-01-01')!;
const last = parseIsoDay('9999-12-31')!;
const anyDay = fc.integer({ min: first, max: last });

describe('days', () => {
  it('known dates: the epoch, leap days, the far ends', () => {
    expect(parseIsoDay('1970-01-01')).toBe(0);
    expect(dayOf(2000, 2, 29)).toBe(11_016);
    expect(parseIsoDay('1899-12-30')).toBe(-25_569); // the spreadsheet's day zero
    expect(compactDay(dayOf(2024, 3, 10))).toBe(20_240_310);
    expect(isoMonth(monthIndex(dayOf(1997, 1, 31)))).toBe('1997-01');
  });

  it('text and back, every day that a text can have', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(isDay(day)).toBe(true);
        expect(parseIsoDay(isoDay(day))).toBe(day);
        const { year, month, day: d } = civil(day);
        expect(dayOf(year, month, d)).toBe(day);
      }),
    );
  });

  it.each([
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-1-01',
    '24-01-01',
    '999999-12-31',
    '-000001-01-01',
    '0050-01-01',
    '',
    '2024-01-01 ',
  ])('%j is no date', (text) => expect(parseIsoDay(text)).toBeNull());

  it.each([NaN, Infinity, 1.5, '2024-01-01', null, undefined, last + 1, first - 1, 1e15])(
    '%s is no day',
    (value) => expect(isDay(value)).toBe(false),
  );

  it('months are consecutive integers', () => {
    expect(monthIndex(dayOf(2024, 1, 1)) - monthIndex(dayOf(2023, 12, 31))).toBe(1);
  });
});
