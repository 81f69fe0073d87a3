import { assert } from '../base/assert.ts';

/** One hundred percent in basis points; cuts and thresholds are integers of these, so that 55 % is exactly 55 %. */
export const wholeBasisPoints = 10_000;

type Values =
  | { readonly kind: 'double'; readonly values: Float64Array; readonly prefix: Float64Array }
  | { readonly kind: 'big'; readonly values: readonly bigint[]; readonly prefix: readonly bigint[] };

/** Smallest k in [from, to] for which `holds` is true, given that it stays true once it is; `to` when it never is. */
export function firstIndex(from: number, to: number, holds: (k: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * One value per customer in descending order, with exact running sums. All amounts are integers of ten-thousandths
 * of a unit. Every look-up is O(log n) or better, since a drag of the threshold asks in each frame.
 *
 * Negative values are allowed (whale curve): the running sum then rises over the first `rising` customers and falls
 * after them, and every search for a share looks at the rising part only, so that it finds the first crossing.
 */
export class Ranked {
  readonly n: number;
  /** Sum of all values; rounded to a double when the sums do not fit 2^53 (see `totalExact`). */
  readonly total: number;
  readonly totalExact: bigint;
  /** Number of customers with a value of zero or more. */
  readonly rising: number;
  /** False when the total is zero or less: shares have no meaning then, and every share is null. */
  readonly defined: boolean;

  /** Made by `rank` and `withoutLargest`: `skip` leading values of the shared arrays do not belong to this ranking. */
  private constructor(
    private readonly data: Values,
    private readonly skip: number,
  ) {
    this.n = data.values.length - skip;
    this.totalExact = this.prefixExact(this.n);
    this.total = Number(this.totalExact);
    this.rising = this.countAtLeast(0);
    this.defined = this.totalExact > 0n;
  }

  static of(data: Values): Ranked {
    return new Ranked(data, 0);
  }

  /** The same ranking without its m largest customers; shares the arrays. */
  drop(m: number): Ranked {
    assert(m >= 0 && m <= this.n, `cannot leave out ${m} of ${this.n} customers`);
    return new Ranked(this.data, this.skip + m);
  }

  /** Value of the customer at rank position k, 0 being the largest. */
  value(k: number): number {
    return Number(this.data.values[this.skip + k]!);
  }

  valueExact(k: number): bigint {
    return BigInt(this.data.values[this.skip + k]!);
  }

  /** Sum of the first k values (k from 0 to n); exact while the sums fit 2^53, else the nearest double. */
  prefix(k: number): number {
    return this.sum(0, k);
  }

  prefixExact(k: number): bigint {
    const { data, skip } = this;
    return data.kind === 'double'
      ? BigInt(data.prefix[skip + k]! - data.prefix[skip]!)
      : data.prefix[skip + k]! - data.prefix[skip]!;
  }

  /** Sum of the values at rank positions start to end, end excluded. */
  sum(start: number, end: number): number {
    const { data, skip } = this;
    return data.kind === 'double'
      ? data.prefix[skip + end]! - data.prefix[skip + start]!
      : Number(data.prefix[skip + end]! - data.prefix[skip + start]!);
  }

  /** C(k/n): the share of the total that the first k customers hold; above 1 where negative values follow. */
  prefixShare(k: number): number | null {
    return this.defined ? this.prefix(k) / this.total : null;
  }

  /** Number of customers with at least this value (ten-thousandths). */
  countAtLeast(value: number): number {
    const { values } = this.data;
    return firstIndex(0, this.n, (k) => values[this.skip + k]! < value);
  }

  /** Number of customers with more than this value (ten-thousandths). */
  countAbove(value: number): number {
    const { values } = this.data;
    return firstIndex(0, this.n, (k) => values[this.skip + k]! <= value);
  }

  /**
   * Number of customers with at least the value of the customer at position k: the end of that customer's group of
   * equal values. Compares the stored integers, so it is exact beyond 2^53 too.
   */
  tieEnd(k: number): number {
    const { values } = this.data;
    const value = values[this.skip + k]!;
    return firstIndex(0, this.n, (i) => values[this.skip + i]! < value);
  }

  /**
   * Smallest k whose running sum is at least `basisPoints` / 10,000 of the total, compared as integers.
   * Null when shares are undefined. Zero basis points need no customer.
   */
  countFor(basisPoints: number): number | null {
    assert(
      Number.isInteger(basisPoints) && basisPoints >= 0 && basisPoints <= wholeBasisPoints,
      `${basisPoints} bp`,
    );
    if (!this.defined) return null;
    return this.reach(ceilDivide(this.totalExact * BigInt(basisPoints), BigInt(wholeBasisPoints)));
  }

  /** Largest k on the rising part whose running sum is at most `basisPoints` / 10,000 of the total. */
  countWithin(basisPoints: number): number | null {
    if (!this.defined) return null;
    return this.reach((this.totalExact * BigInt(basisPoints)) / BigInt(wholeBasisPoints) + 1n) - 1;
  }

  /** Smallest k on the rising part with a running sum of at least the target; `rising` + 1 when there is none. */
  private reach(target: bigint): number {
    const { data, skip } = this;
    if (data.kind === 'big') {
      const goal = data.prefix[skip]! + target;
      return firstIndex(0, this.rising + 1, (k) => data.prefix[skip + k]! >= goal);
    }
    // A goal beyond 2^53 may be rounded, but stays beyond every running sum.
    const goal = data.prefix[skip]! + Number(target);
    return firstIndex(0, this.rising + 1, (k) => data.prefix[skip + k]! >= goal);
  }
}

/** For a and b above or equal to zero. */
function ceilDivide(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b;
}

/**
 * Builds a ranking from one integer per customer (ten-thousandths of a unit), already in descending order: SQL sorts
 * by value and breaks ties by id. The sums are doubles when all of them are exact (sum of the absolute values at
 * most 2^53 - 1), else bigint. Throws when the order is wrong or a number is not a safe integer.
 */
export function rank(values: Float64Array | readonly bigint[]): Ranked {
  let absolute = 0;
  for (let k = 0; k < values.length; k++) {
    assert(k === 0 || values[k]! <= values[k - 1]!, `values are not in descending order at ${k}`);
    assert(typeof values[k] === 'bigint' || Number.isSafeInteger(values[k]), `value ${k} is no safe integer`);
    absolute += Math.abs(Number(values[k]));
  }
  // Doubles add integers without loss up to 2^53, so the first loss is always seen as a sum beyond the limit.
  return absolute <= Number.MAX_SAFE_INTEGER ? rankDoubles(values) : rankBigints(values);
}

function rankDoubles(values: Float64Array | readonly bigint[]): Ranked {
  const doubles = values instanceof Float64Array ? values : Float64Array.from(values, Number);
  const prefix = new Float64Array(doubles.length + 1);
  for (let k = 0; k < doubles.length; k++) prefix[k + 1] = prefix[k]! + doubles[k]!;
  return Ranked.of({ kind: 'double', values: doubles, prefix });
}

function rankBigints(values: Float64Array | readonly bigint[]): Ranked {
  const bigints = Array.from(values as ArrayLike<number | bigint>, BigInt);
  const prefix = [0n];
  for (let k = 0; k < bigints.length; k++) prefix.push(prefix[k]! + bigints[k]!);
  return Ranked.of({ kind: 'big', values: bigints, prefix });
}

/** The stress test "without the largest m": the ranking of the other customers, without copying. */
export function withoutLargest(ranked: Ranked, m: number): Ranked {
  return ranked.drop(Math.min(m, ranked.n));
}
