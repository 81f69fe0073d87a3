import { describe, expect, it } from 'vitest';
import { preset } from '../../../../src/model/schemes/presets/valueLevels.ts';
import { type Row } from './people.ts';
import { place } from './placing.ts';

const bought = (amount: number, more: Row = {}): Row => ({ value: amount, amount, ...more });
const letters = (tiers: Record<string, string | null>): string =>
  Object.values(tiers).map((tier) => ({ high: 'H', mid: 'M', low: 'L' })[tier ?? '']).join(''); // prettier-ignore

const five = (amounts: readonly number[]): Record<string, Row> =>
  Object.fromEntries(amounts.map((amount, i) => [`c${i}`, bought(amount)]));

describe('value_levels', () => {
  it('by share: exactly 80% and 95% end the levels', () => {
    // Cumulative: 50, 80, 90, 95, 98, 100.
    expect(letters(place(preset, five([50, 30, 10, 5, 3, 2]), { by: 'share' }).tiers)).toBe('HHMMLL');
  });

  it('by share of customers: 20% of 11 are 3, 50% are 6; equal amounts share a level', () => {
    const amounts = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect(letters(place(preset, five(amounts), { by: 'quantile' }).tiers)).toBe('HHHMMMLLLLL');
    expect(letters(place(preset, five([9, 8, 8, 7, 6, 5, 4, 3, 2, 1]), { by: 'quantile' }).tiers)).toBe(
      'HHHMMLLLLL',
    );
  });

  it('by amounts: the amount itself is in', () => {
    const settings = { by: 'amounts', amounts: [1000, 100] };
    expect(letters(place(preset, five([1000, 999.99, 100, 99.99]), settings).tiers)).toBe('HMML');
  });

  describe('by score', () => {
    // Percentile ranks of four different values: 12.5, 37.5, 62.5, 87.5.
    const people: Record<string, Row> = {
      a: bought(400, { orders: 4, loyalty: 5 }),
      b: bought(300, { orders: 1, loyalty: 4 }),
      c: bought(200, { orders: 3, loyalty: 2 }),
      d: bought(100, { orders: 2, loyalty: 1 }),
    };

    it('weights 30, 40, 30', () => {
      const { score, tiers } = place(preset, people);
      expect(score('value', 'a')).toBeCloseTo(87.5, 10);
      // 0.3 · 12.5 + 0.4 · 62.5 + 0.3 · 62.5
      expect(score('value', 'b')).toBeCloseTo(47.5, 10);
      // 0.3 · 62.5 + 0.4 · 37.5 + 0.3 · 37.5
      expect(score('value', 'c')).toBeCloseTo(45, 10);
      expect(score('value', 'd')).toBeCloseTo(20, 10);
      expect(letters(tiers)).toBe('HMML');
    });

    it('exactly the cut is in: orders alone give 87.5 and 37.5', () => {
      const orders = { weights: [1, 0, 0] };
      expect(letters(place(preset, people, { ...orders, score_cuts: [87.5, 37.5] }).tiers)).toBe('HLMM');
      expect(letters(place(preset, people, { ...orders, score_cuts: [87.6, 37.6] }).tiers)).toBe('MLML');
    });

    it('an unknown loyalty leaves its weight to the others, for that customer only', () => {
      const { score } = place(preset, { ...people, d: bought(100, { orders: 2 }) });
      // (30 · 37.5 + 40 · 12.5) / 70
      expect(score('value', 'd')).toBeCloseTo(1625 / 70, 10);
      // Loyalty is ranked among the three who have it: 83.33.
      expect(score('value', 'a')).toBeCloseTo(0.7 * 87.5 + (0.3 * 250) / 3, 10);
    });

    it('no loyalty column: left out for everyone, and said to be missing', () => {
      const { tiering, score } = place(preset, {
        a: bought(2, { orders: 1 }),
        b: bought(1, { orders: 2 }),
      });
      expect(tiering.missing).toEqual(['loyalty']);
      // (30 · 25 + 40 · 75) / 70
      expect(score('value', 'a')).toBeCloseTo(3750 / 70, 10);
    });

    it('all weights zero: nobody has a score and everyone is low', () => {
      const { tiers, score } = place(preset, people, { weights: [0, 0, 0] });
      expect(score('value', 'a')).toBeNaN();
      expect(letters(tiers)).toBe('LLLL');
    });
  });
});
