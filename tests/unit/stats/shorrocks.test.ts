import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorrocks } from '../../../src/stats/shorrocks.ts';
import { mergeFrom, sum, transition } from '../../../src/stats/transition.ts';

describe('Shorrocks index of tables computed from public data (states A, B, C and inactive)', () => {
  it.each([
    ['CDNOW, first to second half of 1997', [[2099, 1229, 722, 5776], [364, 554, 653, 6420], [132, 250, 416, 4885], [1, 0, 1, 68]], 0.890809],
    ['CDNOW, second half of 1997 to first of 1998', [[1171, 376, 220, 829], [344, 414, 237, 1038], [166, 262, 273, 1091], [499, 704, 708, 15238]], 0.768124],
    ['the same with the cut values of 1997 kept', [[1106, 433, 231, 829], [306, 442, 256, 1059], [138, 275, 276, 1070], [434, 740, 737, 15238]], 0.771576],
    ['Online Retail, gross, two halves of a year', [[544, 157, 44, 98], [184, 300, 184, 296], [53, 174, 252, 432], [285, 568, 726, 0]], 0.922288],
  ])('%s', (_, counts, expected) => {
    expect(shorrocks(counts)).toBeCloseTo(expected, 6);
  }); // prettier-ignore
});

describe('what the index says', () => {
  it('0 when nobody moves, 1 when all rows are alike, n / (n - 1) when everybody moves', () => {
    expect(shorrocks([[5, 0, 0], [0, 7, 0], [0, 0, 1]])).toBe(0); // prettier-ignore
    expect(shorrocks([[2, 4], [3, 6]])).toBeCloseTo(1, 12); // prettier-ignore
    expect(shorrocks([[0, 5], [7, 0]])).toBe(2); // prettier-ignore
  });

  it('states nobody starts from do not count', () => {
    expect(shorrocks([[3, 1, 9], [1, 3, 0], [0, 0, 0]])).toBeCloseTo((2 - 3 / 13 - 3 / 4) / 1, 12); // prettier-ignore
  });

  it('is undefined with fewer than two states to start from', () => {
    expect(shorrocks([])).toBeNull();
    expect(shorrocks([[4, 6], [0, 0]])).toBeNull(); // prettier-ignore
  });

  it('does not change when a row is counted ten times over', () => {
    const row = fc.array(fc.nat(50), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(row, row, row, (a, b, c) => {
        const once = shorrocks([a, b, c]);
        const ten = shorrocks([a.map((n) => n * 10), b, c]);
        if (once === null) expect(ten).toBeNull();
        else expect(ten).toBeCloseTo(once, 12);
      }),
      { seed: 4 },
    );
  });
});

describe('transition table', () => {
  const from = Uint8Array.from([0, 0, 1, 2, 3]);
  const to = Uint8Array.from([0, 1, 1, 0, 3]);
  const values = { from: Float64Array.from([5, 4, 3, 0, 0]), to: Float64Array.from([6, 1, 3, 9, 0]) };

  it('counts customers and adds up what they bring in either period', () => {
    const table = transition(from, to, 4, 3, values);
    expect(table.counts).toEqual([[1, 1, 0, 0], [0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0]]); // prettier-ignore
    expect(table.valueFrom[0]).toEqual([5, 4, 0, 0]);
    expect(table.valueTo[2]).toEqual([9, 0, 0, 0]);
    expect(table.customers).toBe(4);
  });

  it('merged states keep the total', () => {
    const merged = mergeFrom([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]], 2); // prettier-ignore
    expect(merged).toEqual([[1, 2, 7], [5, 6, 15], [22, 24, 54]]); // prettier-ignore
    expect(sum(merged.map(sum))).toBe(136);
  });
});
