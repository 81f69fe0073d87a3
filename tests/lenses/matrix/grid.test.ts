import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cells, cellsAt, cellSet, gridOf, inside, shownLevels, unknownSet, type Bounds, type Grid } from '../../../src/lenses/grid.ts'; // prettier-ignore
import { gridWords } from '../../../src/lenses/gridWords.ts';
import { ranksOf } from '../../../src/lenses/ranks.ts';
import type { Live } from '../../../src/lenses/types.ts';
import { rank, type Ranked } from '../../../src/stats/ranked.ts';
import { tiersByShare } from '../../../src/stats/tiers.ts';
import { cjk, everyText, keysOf } from '../../support/words.ts';

/** The part of `Live` that grids look at. */
const liveOf = (ranked: Ranked, cuts: readonly number[]): Live =>
  ({ tiers: tiersByShare(ranked, { cuts, crossing: 'better' }) ?? [] }) as unknown as Live;

const customers = fc
  .array(
    fc.record({
      value: fc.integer({ min: 1, max: 60 }),
      second: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -3, max: 12 }) }, { weight: 1, arbitrary: fc.constant(NaN) }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((list) => list.toSorted((a, b) => b.value - a.value)); // prettier-ignore
const cut = fc.integer({ min: -4, max: 13 });

/** Every customer looked at by itself. */
function byHand(list: readonly { value: number; second: number }[], ranked: Ranked, live: Live, cuts: readonly [number, number], size: Grid['size']) {
  const table = Array.from({ length: 3 }, () => Array.from({ length: 3 }, () => ({ customers: 0, value: 0 })));
  const high = Math.max(...cuts);
  list.forEach(({ value, second }, k) => {
    if (Number.isNaN(second)) return;
    const tier = live.tiers.findIndex(({ start, end }) => k >= start && k < end);
    const v = size === '2x2' && tier > 0 ? 2 : tier;
    const s = second > high ? 0 : size === '3x3' && second > Math.min(...cuts) ? 1 : 2;
    const cell = table[v]![s]!;
    cell.customers++;
    cell.value += value;
  });
  return table;
} // prettier-ignore

describe('any customers under any cuts', () => {
  it('counts as looking at each customer does, by running sums and in one pass', () => {
    fc.assert(
      fc.property(customers, cut, cut, cut, cut, fc.constantFrom('3x3', '2x2'), (list, a, b, c, d, size) => {
        const ranked = rank(Float64Array.from(list, ({ value }) => value));
        const second = Float64Array.from(list, (one) => one.second);
        const live = liveOf(ranked, [6000, 9000]);
        const grid = gridOf(second, ranked, [a, b], size);
        expect(cells(grid, live)).toEqual(byHand(list, ranked, live, [a, b], grid.size));
        expect(cellsAt(grid, ranked, live, [c, d])).toEqual(byHand(list, ranked, live, [c, d], grid.size));
        expect(cellsAt(grid, ranked, live, [a, b])).toEqual(cells(grid, live));
      }),
      { seed: 41, numRuns: 200 },
    );
  });

  it('every customer is in the one cell that opens for him, or unknown', () => {
    fc.assert(
      fc.property(customers, cut, cut, fc.constantFrom('3x3', '2x2'), (list, a, b, size) => {
        const ranked = rank(Float64Array.from(list, ({ value }) => value));
        const grid = gridOf(Float64Array.from(list, (one) => one.second), ranked, [a, b], size); // prettier-ignore
        const live = liveOf(ranked, [5000, 8000]);
        const met: number[] = [...ranksOf(unknownSet(grid))];
        for (const v of shownLevels(grid.size))
          for (const s of shownLevels(grid.size)) {
            const ranks = ranksOf(cellSet(grid, live, v, s));
            expect(ranks.length).toBe(cells(grid, live)[v]![s]!.customers);
            met.push(...ranks);
          }
        expect(met.toSorted((x, y) => x - y)).toEqual(list.map((_, k) => k));
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it('a rectangle holds whoever lies between its sides, edges included', () => {
    const side = fc.option(fc.integer({ min: -5, max: 14 }), { nil: null });
    fc.assert(
      fc.property(customers, side, side, side, side, (list, valueFrom, valueTo, secondFrom, secondTo) => {
        const ranked = rank(Float64Array.from(list, ({ value }) => value * 10_000));
        const grid = gridOf(
          Float64Array.from(list, (one) => one.second),
          ranked,
          [0, 1],
          '3x3',
        );
        const bounds: Bounds = { valueFrom, valueTo, secondFrom, secondTo };
        const wanted = list.flatMap(({ value, second }, k) =>
          !Number.isNaN(second) &&
          value >= (valueFrom ?? -Infinity) &&
          value <= (valueTo ?? Infinity) &&
          second >= (secondFrom ?? -Infinity) &&
          second <= (secondTo ?? Infinity)
            ? [k]
            : [],
        );
        expect([...ranksOf(inside(grid, ranked, bounds))]).toEqual(wanted);
      }),
      { seed: 43, numRuns: 300 },
    );
  });

  it('whoever is on a cut is below it', () => {
    const ranked = rank(Float64Array.of(40, 30, 20, 10));
    const grid = gridOf(Float64Array.of(33, 67, 33.000001, 67.000001), ranked, [33, 67], '3x3');
    expect([...grid.levels]).toEqual([0, 1, 1, 2]);
  });
});

describe('shared words', () => {
  it('both languages have the same keys, and no word of the other', () => {
    expect(keysOf(gridWords['zh-Hans'])).toEqual(keysOf(gridWords.en));
    for (const { at, text } of everyText(gridWords.en)) expect(text, at).not.toMatch(cjk);
    for (const { at, text } of everyText(gridWords['zh-Hans'])) expect(text.match(/[A-Za-z]{2,}/g) ?? [], at).toEqual([]); // prettier-ignore
  });
});
