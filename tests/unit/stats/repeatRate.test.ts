import { describe, expect, it } from 'vitest';
import { repeatRates } from '../../../src/stats/repeatRate.ts';

describe('rate of ordering again by the number of order days', () => {
  it('21 of 30 are 0.70 exactly, 20 of 30 are less', () => {
    const rate = repeatRates({ customers: [31, 30, 30], again: [31, 21, 20] });
    expect([1, 2, 3].map(rate)).toEqual([1, 0.7, 20 / 30]);
    expect(rate(3)).toBeLessThan(0.7);
  });

  it('from the first number with fewer than 30 customers on, all are one', () => {
    const rate = repeatRates({ customers: [100, 29, 20, 1], again: [40, 14, 10, 1] });
    expect(rate(1)).toBe(0.4);
    for (const k of [2, 3, 4, 5, 900]) expect(rate(k)).toBe(25 / 50);
    expect(repeatRates({ customers: [29], again: [0] })(1)).toBe(0);
  });

  it('beyond what could be watched the last rate holds; nobody watched, nothing known', () => {
    expect(repeatRates({ customers: [60, 40], again: [30, 30] })(7)).toBe(0.75);
    const none = repeatRates({ customers: [], again: [] });
    expect([0, 1, 2].map(none)).toEqual([NaN, NaN, NaN]);
    const some = repeatRates({ customers: [40], again: [10] });
    expect([some(0), some(NaN), some(1)]).toEqual([NaN, NaN, 0.25]);
  });
});
