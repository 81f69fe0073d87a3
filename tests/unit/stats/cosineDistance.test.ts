import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosineDistance } from '../../../src/stats/cosineDistance.ts';

describe('cosineDistance', () => {
  it('gives the hand-worked values: same proportions 0, nothing in common 1, 3-4-5 triangles', () => {
    expect(cosineDistance([1, 2, 3], [10, 20, 30])).toBeCloseTo(0, 15);
    expect(cosineDistance([1, 0], [0, 5])).toBe(1);
    // cos = (3*4 + 4*3) / (5 * 5)
    expect(cosineDistance([3, 4], [4, 3])).toBeCloseTo(1 - 24 / 25, 15);
    expect(cosineDistance([1], [7])).toBe(0);
  });

  it('is undefined where one side has nothing', () => {
    expect(cosineDistance([0, 0], [1, 2])).toBeNull();
    expect(cosineDistance([1, 2], [0, 0])).toBeNull();
    expect(cosineDistance([], [])).toBeNull();
  });

  it('holds at amounts whose squares leave the range of doubles', () => {
    expect(cosineDistance([3e200, 4e200], [4e-200, 3e-200])).toBeCloseTo(0.04, 12);
  });

  it('is the same both ways, and does not mind the scale or the order', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 20 }), (pairs) => {
        const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        const distance = cosineDistance(a, b);
        const dot = a.reduce((sum, x, i) => sum + x * b[i]!, 0);
        const norms = Math.sqrt(a.reduce((sum, x) => sum + x * x, 0) * b.reduce((sum, y) => sum + y * y, 0));
        if (norms === 0) return expect(distance).toBeNull();
        expect(distance).toBeCloseTo(1 - dot / norms, 9);
        expect(cosineDistance(b, a)).toBeCloseTo(distance!, 12);
        expect(cosineDistance(a.map((x) => x * 100).toReversed(), b.toReversed())).toBeCloseTo(distance!, 9);
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});
