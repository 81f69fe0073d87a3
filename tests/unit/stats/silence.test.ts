import { describe, expect, it } from 'vitest';
import { backtest, suggestedSilence } from '../../../src/stats/silence.ts';

describe('suggested silence', () => {
  it('is the type-7 90th percentile rounded up, hand-worked', () => {
    // 1..11: position 9, value 10. 1..10: position 8.1, value 9.1.
    const days = (n: number) => Array.from({ length: n }, (_, i) => ({ gap: i + 1, count: 1 }));
    expect(suggestedSilence(days(11))).toBe(10);
    expect(suggestedSilence(days(10))).toBe(10);
    expect(
      suggestedSilence([
        { gap: 30, count: 95 },
        { gap: 400, count: 5 },
      ]),
    ).toBe(30);
  });

  it('is unknown when nobody came twice', () => {
    expect(suggestedSilence([])).toBeNull();
  });
});

describe('back-test', () => {
  it('hand-worked: 100 eligible, 40 flagged, 50 did not return, 30 of both', () => {
    const result = backtest({ eligible: 100, flagged: 40, positive: 50, flaggedPositive: 30 });
    expect(result).toEqual({ precision: 0.75, recall: 0.6, baseRate: 0.5, lift: 1.5 });
  });

  it('leaves undefined what has no denominator', () => {
    expect(backtest({ eligible: 0, flagged: 0, positive: 0, flaggedPositive: 0 })).toEqual({
      precision: null,
      recall: null,
      baseRate: null,
      lift: null,
    });
    expect(backtest({ eligible: 10, flagged: 3, positive: 0, flaggedPositive: 0 })).toEqual({
      precision: 0,
      recall: null,
      baseRate: 0,
      lift: null,
    });
  });
});
