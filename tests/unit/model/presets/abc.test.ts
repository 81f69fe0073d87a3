import { describe, expect, it } from 'vitest';
import { preset as abc } from '../../../../src/model/schemes/presets/abc.ts';
import { preset as abcComputed } from '../../../../src/model/schemes/presets/abcComputed.ts';
import { preset as abcCount } from '../../../../src/model/schemes/presets/abcCount.ts';
import { rulesWith, type Row } from './people.ts';
import { place } from './placing.ts';

const of = (...values: readonly number[]): Record<string, Row> =>
  Object.fromEntries(values.map((value, i) => [`c${i + 1}`, { value }]));

const tiers = (
  ...[preset, values, settings]: [typeof abc, readonly number[], Parameters<typeof place>[2]?]
) => Object.values(place(preset, of(...values), settings).tiers).join('');

describe('abc: ABC by cumulative share', () => {
  it('who reaches exactly 80% and 95% ends A and B: nobody after crosses', () => {
    // Cumulative: 50, 80, 90, 95, 98, 100.
    expect(tiers(abc, [50, 30, 10, 5, 3, 2])).toBe('AABBCC');
  });

  it('equal customers share a tier: both fives are B although the first one fills it', () => {
    expect(tiers(abc, [50, 30, 10, 5, 5])).toBe('AABBB');
  });

  it('one hair below 80% and the crossing customer is still A, or by choice already B', () => {
    const values = [50, 29.99, 10.01, 6, 4];
    expect(tiers(abc, values)).toBe('AAABC');
    expect(tiers(abc, values, { crossing: 'worse' })).toBe('AABCC');
  });

  it('conventions 70/90 and 55/85 are shortcuts to the two cuts', () => {
    // Cumulative: 55, 70, 84, 90, 95.1, 100.
    const values = [55, 15, 14, 6, 5.1, 4.9];
    expect(tiers(abc, values, abc.shortcuts!['70_90'])).toBe('AABBCC');
    expect(tiers(abc, values, abc.shortcuts!['55_85'])).toBe('ABBBCC');
  });

  it('a second cut below the first takes nobody', () => {
    const shares = rulesWith(abc, { cut1: 90, cut2: 60 }).tiers.map((tier) => tier.when);
    expect(shares).toMatchObject([{ cut: 9000 }, { cut: 9000 }]);
    expect(tiers(abc, [50, 30, 10, 5, 5], { cut1: 90, cut2: 60 })).toBe('AAACC');
  });

  it('55.1% is 5510 basis points, not one less', () => {
    expect(rulesWith(abc, { cut1: 55.1, cut2: 70.07 }).tiers.map((tier) => tier.when)).toMatchObject([
      { cut: 5510 },
      { cut: 7007 },
    ]);
  });
});

describe('abc_count: ABC by number', () => {
  const descending = (n: number): number[] => Array.from({ length: n }, (_, i) => 100 - i);

  it('10 customers: 2, 3 and 5', () => {
    expect(tiers(abcCount, descending(10))).toBe('AABBBCCCCC');
  });

  it('11 customers: 20% are 2.2 and 50% are 5.5, up or down', () => {
    expect(tiers(abcCount, descending(11))).toBe('AAABBBCCCCC');
    expect(tiers(abcCount, descending(11), { rounding: 'down' })).toBe('AABBBCCCCCC');
  });

  it('whoever equals the last one is in', () => {
    expect(tiers(abcCount, [9, 8, 8, 7, 6, 6, 6, 5, 4, 3])).toBe('AAABBBBCCC');
  });

  it('shares beyond all customers leave nobody over', () => {
    expect(tiers(abcCount, descending(5), { share_a: 60, share_b: 70 })).toBe('AAABB');
  });
});

describe('abc_computed: limits that the curve gives', () => {
  it('ten customers by hand', () => {
    // Cumulative 40, 60, 70, 78, 84, 89, 93, 96, 98, 100. Distance² to (0, 1): .1²+.6² = .37, .04+.16 = .20,
    // .09+.09 = .18, .16+.0484 = .2084: the Pareto point is the third. Mean 10: three customers have at least that,
    // so break-even is at .3. Distance² to (.3, 1): third .09, fourth .01+.0484 = .0584, fifth .04+.0256 = .0656:
    // the fourth.
    expect(tiers(abcComputed, [40, 20, 10, 8, 6, 5, 4, 3, 2, 2])).toBe('AAABCCCCCC');
  });
});
