import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutRange, defaultTierRule, orderCuts } from '../../../src/model/tierRule.ts';

const rule = (cut1: number, cut2: number) => ({ ...defaultTierRule, cut1, cut2 });

describe('orderCuts', () => {
  it('the cut that was moved pushes the other along', () => {
    expect(orderCuts(rule(9700, 9500), 'cut1')).toMatchObject({ cut1: 9700, cut2: 9700 });
    expect(orderCuts(rule(8000, 7000), 'cut2')).toMatchObject({ cut1: 7000, cut2: 7000 });
    expect(orderCuts(rule(7000, 9500), 'cut1')).toMatchObject({ cut1: 7000, cut2: 9500 });
  });

  it('keeps cuts in order, whole and inside the range, and changes nothing twice', () => {
    const cut = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(cut, cut, fc.constantFrom('cut1', 'cut2'), (a, b, moved) => {
        const ordered = orderCuts(rule(a, b), moved);
        expect(ordered.cut1).toBeLessThanOrEqual(ordered.cut2);
        for (const c of [ordered.cut1, ordered.cut2]) {
          expect(Number.isInteger(c)).toBe(true);
          expect(c).toBeGreaterThanOrEqual(cutRange.min);
          expect(c).toBeLessThanOrEqual(cutRange.max);
        }
        expect(orderCuts(ordered, moved)).toEqual(ordered);
        expect(ordered.crossing).toBe('better');
      }),
    );
  });
});
