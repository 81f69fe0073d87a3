import { assert } from '../base/assert.ts';
import { level } from './levels.ts';
import type { Ranked } from './ranked.ts';

const knownLevels = [level.low, level.mid, level.high] as const;

/** For each potential level, how many of the first k ranked customers have it and what they are worth (k = 0 to n). */
export interface LevelPrefix {
  readonly n: number;
  readonly customers: readonly Int32Array[];
  /** Ten-thousandths of a unit; exact while the sums fit 2^53. */
  readonly value: readonly Float64Array[];
}

export interface MatrixCell {
  readonly customers: number;
  readonly value: number;
}

/** Running counts and sums by potential level; `levels` are in rank order. Built once, then read in every frame. */
export function prefixByLevel(levels: Uint8Array, ranked: Ranked): LevelPrefix {
  assert(levels.length === ranked.n, `${levels.length} levels for ${ranked.n} customers`);
  const n = ranked.n;
  const customers = knownLevels.map(() => new Int32Array(n + 1));
  const value = knownLevels.map(() => new Float64Array(n + 1));
  for (let k = 0; k < n; k++) {
    for (const l of knownLevels) {
      const hit = levels[k] === l;
      customers[l]![k + 1] = customers[l]![k]! + (hit ? 1 : 0);
      value[l]![k + 1] = value[l]![k]! + (hit ? ranked.value(k) : 0);
    }
  }
  return { n, customers, value };
}

/**
 * The matrix of value by potential for two rank cuts: high value = the first kHigh customers, mid = those up to
 * kMid, low = the rest. Cells by [value level][potential level], in the numbers of `level`; customers of unknown
 * potential are in none of them. O(1).
 */
export function valueByPotential(
  prefix: LevelPrefix,
  kHigh: number,
  kMid: number,
): readonly (readonly MatrixCell[])[] {
  assert(0 <= kHigh && kHigh <= kMid && kMid <= prefix.n, `rank cuts ${kHigh}, ${kMid} of ${prefix.n}`);
  const bounds = {
    [level.low]: [kMid, prefix.n],
    [level.mid]: [kHigh, kMid],
    [level.high]: [0, kHigh],
  } as const;
  return knownLevels.map((row) => {
    const [start, end] = bounds[row];
    return knownLevels.map((column) => ({
      customers: prefix.customers[column]![end]! - prefix.customers[column]![start]!,
      value: prefix.value[column]![end]! - prefix.value[column]![start]!,
    }));
  });
}
