import { level, levels } from '../stats/levels.ts';
import type { Ranked } from '../stats/ranked.ts';
import {
  prefixByLevel,
  valueByPotential,
  type LevelPrefix,
  type MatrixCell,
} from '../stats/valueByPotential.ts';
import { units } from './frame.ts';
import type { Figures, Live, RankSet } from './types.ts';

/** High first on both axes, as the public names are. */
export const levelNames = ['high', 'mid', 'low'] as const;
export type LevelName = (typeof levelNames)[number];
const levelCodes = [level.high, level.mid, level.low] as const;

export const gridSizes = ['3x3', '2x2'] as const;
export type GridSize = (typeof gridSizes)[number];

/**
 * Customers on the curve by value and by a second number. Value levels are the tiers; those of the second number end
 * at two cuts, each of which belongs to the level below it. A grid of 2 x 2 has only the first cut of value (tier A and
 * the rest) and the upper one of the second number.
 */
export interface Grid {
  readonly size: GridSize;
  /** By rank; NaN = unknown, in no cell. */
  readonly second: Float64Array;
  readonly cutLow: number;
  readonly cutHigh: number;
  readonly levels: Uint8Array;
  readonly prefix: LevelPrefix;
}

/** In either order. */
export type Cuts = readonly [number, number];

/** The cuts in force, ascending: with two levels both are the upper one, so that nobody is in the middle. */
function effective([a, b]: Cuts, size: GridSize): Cuts {
  const high = Math.max(a, b);
  return [size === '2x2' ? high : Math.min(a, b), high];
}

export function gridOf(second: Float64Array, ranked: Ranked, cuts: Cuts, size: GridSize): Grid {
  const [cutLow, cutHigh] = effective(cuts, size);
  const byLevel = levels(second, cutLow, cutHigh);
  return { size, second, cutLow, cutHigh, levels: byLevel, prefix: prefixByLevel(byLevel, ranked) };
}

/** Levels that a grid has, by their position in `levelNames`. */
export const shownLevels = (size: GridSize): readonly number[] => (size === '2x2' ? [0, 2] : [0, 1, 2]);

/** Ranks at which high and mid value end. */
function rankCuts({ tiers }: Live, { size, prefix: { n } }: Grid): readonly [high: number, mid: number] {
  const high = tiers[0]?.end ?? n;
  return [high, size === '2x2' ? high : (tiers[1]?.end ?? n)];
}

const highFirst = <T>(lowFirst: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  lowFirst.map((row) => row.toReversed()).toReversed();

/** Customers and value (ten-thousandths) by value level, then second level; high first on both axes. O(1). */
export const cells = (grid: Grid, live: Live): readonly (readonly MatrixCell[])[] =>
  highFirst(valueByPotential(grid.prefix, ...rankCuts(live, grid)));

/** The same under other cuts of the second number: one pass over the customers, for a cut that is being moved. */
export function cellsAt(
  grid: Grid,
  ranked: Ranked,
  live: Live,
  cuts: Cuts,
): readonly (readonly MatrixCell[])[] {
  const [low, high] = effective(cuts, grid.size);
  const [kHigh, kMid] = rankCuts(live, grid);
  const { second } = grid;
  const table = Array.from({ length: 3 }, () =>
    Array.from({ length: 3 }, () => ({ customers: 0, value: 0 })),
  );
  for (let k = 0; k < second.length; k++) {
    const x = second[k]!;
    if (x !== x) continue;
    const cell = table[k < kHigh ? 0 : k < kMid ? 1 : 2]![x <= low ? 2 : x <= high ? 1 : 0]!;
    cell.customers++;
    cell.value += ranked.value(k);
  }
  return table;
}

/** The customers of one cell, by positions in `levelNames`. */
export function cellSet(grid: Grid, live: Live, value: number, second: number): RankSet {
  const [kHigh, kMid] = rankCuts(live, grid);
  const bounds = [0, kHigh, kMid, grid.prefix.n];
  const wanted = levelCodes[second];
  const ranks: number[] = [];
  for (let k = bounds[value] ?? 0; k < (bounds[value + 1] ?? 0); k++)
    if (grid.levels[k] === wanted) ranks.push(k);
  return { kind: 'list', ranks: Uint32Array.from(ranks) };
}

/** The customers of whom the second number is not known. */
export function unknownSet({ second }: Grid): RankSet {
  const ranks: number[] = [];
  second.forEach((x, k) => {
    if (Number.isNaN(x)) ranks.push(k);
  });
  return { kind: 'list', ranks: Uint32Array.from(ranks) };
}

/** A rectangle in units of value and of the second number, edges included; null = open to that side. */
export interface Bounds {
  readonly valueFrom: number | null;
  readonly valueTo: number | null;
  readonly secondFrom: number | null;
  readonly secondTo: number | null;
}

export const everywhere: Bounds = { valueFrom: null, valueTo: null, secondFrom: null, secondTo: null };

/** The customers inside a rectangle; whose second number is unknown is inside of none. */
export function inside(grid: Grid, ranked: Ranked, bounds: Bounds): RankSet {
  const from = bounds.secondFrom ?? -Infinity;
  const to = bounds.secondTo ?? Infinity;
  // Values descend with the rank, so the sides of value are runs.
  const start = bounds.valueTo === null ? 0 : ranked.countAbove(Math.round(bounds.valueTo * 10_000));
  const end =
    bounds.valueFrom === null ? ranked.n : ranked.countAtLeast(Math.round(bounds.valueFrom * 10_000));
  const ranks: number[] = [];
  for (let k = start; k < end; k++) if (grid.second[k]! >= from && grid.second[k]! <= to) ranks.push(k);
  return { kind: 'list', ranks: Uint32Array.from(ranks) };
}

/** Public figures of the cells: `<lens>.<value>_<second>.customers` and `.value`. */
export function gridFigures(lens: string, grid: Grid, live: Live): Figures {
  const all: Figures = {};
  const table = cells(grid, live);
  for (const v of shownLevels(grid.size))
    for (const s of shownLevels(grid.size)) {
      const cell = table[v]![s]!;
      all[`${lens}.${levelNames[v]}_${levelNames[s]}.customers`] = cell.customers;
      all[`${lens}.${levelNames[v]}_${levelNames[s]}.value`] = units(cell.value);
    }
  return all;
}
