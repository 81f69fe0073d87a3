import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank, withoutLargest, type Ranked } from '../../../src/stats/ranked.ts';

const descending = (values: readonly number[]): Float64Array => Float64Array.from(values).sort().reverse();

const anyValues = fc.array(fc.integer({ min: -50, max: 1000 }), { maxLength: 40 });

const big = (values: Float64Array, factor: bigint): bigint[] =>
  Array.from(values, (value) => BigInt(value) * factor);

function bruteCountFor(values: Float64Array, basisPoints: number): number | null {
  const total = values.reduce((sum, value) => sum + BigInt(value), 0n);
  if (total <= 0n) return null;
  let sum = 0n;
  for (let k = 0; k <= values.length; k++) {
    if (sum * 10000n >= total * BigInt(basisPoints)) return k;
    sum += BigInt(values[k]!);
  }
  throw new Error('the whole reaches every share');
}

describe('hand-worked: 50 30 10 5 5', () => {
  const ranked = rank(Float64Array.of(50, 30, 10, 5, 5));

  it('has running sums and shares', () => {
    expect(ranked.total).toBe(100);
    expect([0, 1, 2, 3, 4, 5].map((k) => ranked.prefixShare(k))).toEqual([0, 0.5, 0.8, 0.9, 0.95, 1]);
  });

  it('counts customers for a share as integers: exactly 80 % is reached by two', () => {
    expect([0, 1, 5000, 5001, 8000, 8001, 9500, 9501, 10000].map((bp) => ranked.countFor(bp))).toEqual([
      0, 1, 1, 2, 2, 3, 4, 5, 5,
    ]);
    expect([0, 4999, 5000, 8000, 9999, 10000].map((bp) => ranked.countWithin(bp))).toEqual([
      0, 0, 1, 2, 4, 5,
    ]);
  });

  it('counts by value and knows groups of equals', () => {
    expect(ranked.countAtLeast(5)).toBe(5);
    expect(ranked.countAbove(5)).toBe(3);
    expect([ranked.tieEnd(1), ranked.tieEnd(3), ranked.tieEnd(4)]).toEqual([2, 5, 5]);
  });

  it('leaves out the largest', () => {
    const rest = withoutLargest(ranked, 1);
    expect([rest.n, rest.total, rest.value(0), rest.prefix(2), rest.countFor(6000)]).toEqual([
      4, 50, 30, 40, 1,
    ]);
    expect(rest.countFor(6001)).toBe(2);
    expect(withoutLargest(ranked, 9).n).toBe(0);
  });
});

describe('negative values', () => {
  it('finds the first crossing on the rising part of 60 50 -10', () => {
    const ranked = rank(Float64Array.of(60, 50, -10));
    expect([ranked.total, ranked.rising]).toEqual([100, 2]);
    expect(ranked.prefixShare(2)).toBe(1.1);
    expect(ranked.countFor(6000)).toBe(1);
    expect(ranked.countFor(10000)).toBe(2);
  });

  it.each([[[]], [[0, 0]], [[5, -5]], [[-1, -2]]])(
    'has no shares when the total is not above zero: %j',
    (values) => {
      const ranked = rank(descending(values));
      expect(ranked.defined).toBe(false);
      expect(ranked.countFor(8000)).toBeNull();
      expect(ranked.countWithin(8000)).toBeNull();
      expect(ranked.prefixShare(0)).toBeNull();
    },
  );
});

it('refuses values out of order and numbers that are no integers', () => {
  expect(() => rank(Float64Array.of(1, 2))).toThrow('descending');
  expect(() => rank(Float64Array.of(1.5))).toThrow('integer');
  expect(() => rank(Float64Array.of(NaN))).toThrow('integer');
});

it('countFor equals the definition written out with BigInt', () => {
  fc.assert(
    fc.property(anyValues, fc.integer({ min: 0, max: 10000 }), (values, basisPoints) => {
      const sorted = descending(values);
      expect(rank(sorted).countFor(basisPoints)).toBe(bruteCountFor(sorted, basisPoints));
    }),
  );
});

const answers = (ranked: Ranked, bp: number, k: number): unknown => [
  ranked.n,
  ranked.rising,
  ranked.defined,
  ranked.countFor(bp),
  ranked.countWithin(bp),
  ranked.prefixShare(k),
  ranked.n > 0 ? ranked.tieEnd(Math.min(k, ranked.n - 1)) : null,
];

it('the bigint path gives what the double path gives, also without the largest', () => {
  fc.assert(
    fc.property(anyValues, fc.integer({ min: 0, max: 10000 }), fc.nat(3), fc.nat(), (values, bp, m, at) => {
      const sorted = descending(values);
      const doubles = withoutLargest(rank(sorted), m);
      // 2^60 is a power of two, so shares come out identical bit by bit.
      const bigints = withoutLargest(rank(big(sorted, 2n ** 60n)), m);
      const k = at % (doubles.n + 1);
      expect(answers(bigints, bp, k)).toEqual(answers(doubles, bp, k));
      expect(bigints.prefixExact(k)).toBe(doubles.prefixExact(k) * 2n ** 60n);
    }),
  );
});

it('stays exact where doubles would not be: safe integers whose sum is beyond 2^53', () => {
  const half = 2 ** 52 + 1;
  const ranked = rank(Float64Array.of(half, half, half, 1));
  expect(ranked.totalExact).toBe(3n * BigInt(half) + 1n);
  expect(ranked.prefixExact(3)).toBe(3n * BigInt(half));
  expect(ranked.countFor(10000)).toBe(4);
});
