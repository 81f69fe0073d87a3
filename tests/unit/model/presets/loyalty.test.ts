import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, defaultClasses, levelOn, loyaltyCells } from '../../../../src/model/schemes/loyaltyCells.ts';
import { preset } from '../../../../src/model/schemes/presets/loyalty.ts';
import { placeKnown } from './known.ts';

type Answers = readonly [satisfaction: number | null, repurchase: number | null, recommend: number | null];

const place = (answers: readonly Answers[], cells?: readonly number[]): (string | null)[] =>
  placeKnown(
    preset,
    answers.map(([satisfaction, repurchase, recommend]) => ({
      orders: 1,
      satisfaction: satisfaction ?? NaN,
      repurchase: repurchase ?? NaN,
      recommend: recommend ?? NaN,
    })),
    cells ? { settings: { cells } } : {},
  ).tiers;

/** The source's rule, written down anew. */
function expected(satisfaction: number, p: number, recommend: number): string {
  if (satisfaction >= 4 && p >= 0.7 && recommend === 3) return 'high';
  return satisfaction <= 2 || (p < 0.3 && recommend === 1) ? 'low' : 'mid';
}

const names = [undefined, 'low', 'mid', 'high'];
const probabilities = [0.1, 0.5, 0.9];

describe('loyalty', () => {
  it('all 45 cells are there, each once, and each has the class of the rule', () => {
    expect(loyaltyCells).toHaveLength(45);
    expect(new Set(loyaltyCells.map((levels) => levels.join())).size).toBe(45);
    loyaltyCells.forEach((levels, i) => expect(cellAt(levels)).toBe(i));
    const answers = loyaltyCells.map(([s, p, r]): Answers => [s, probabilities[p - 1]!, r]);
    expect(place(answers)).toEqual(answers.map(([s, p, r]) => expected(s!, p!, r!)));
    const count = (cls: number): number => defaultClasses.filter((found) => found === cls).length;
    // High: 2 of satisfaction; low: 2 · 9 + 3 of the others; the rest medium.
    expect([count(3), count(1), count(2)]).toEqual([2, 21, 22]);
  });

  it('edges of the bands: 0.70 is high and 0.6999 is not, 0.30 is medium and 0.2999 is not', () => {
    expect(place([[4, 0.7, 3], [4, 0.6999, 3], [3, 0.3, 1], [3, 0.2999, 1]])).toEqual(['high', 'mid', 'mid', 'low']); // prettier-ignore
    expect([0.7, 0.6999, 0.3, 0.2999].map((p) => levelOn(1, p))).toEqual([3, 2, 2, 1]);
    expect(levelOn(1, NaN)).toBe(0);
  });

  it('both corners of the source: often here, very satisfied, recommends; once here, not quite satisfied', () => {
    expect(place([[5, 0.95, 3], [2, 0.1, 1], [2, 0.1, 2]])).toEqual(['high', 'low', 'low']); // prettier-ignore
  });

  it('a missing answer is unknown, unless the others decide', () => {
    const answers: Answers[] = [
      [2, null, null], [null, 0.1, 1], [5, 0.5, null], [3, null, 3], [4, null, 2],
      [5, 0.9, null], [null, 0.9, 3], [4, 0.1, null], [null, null, 1], [null, null, null],
    ]; // prettier-ignore
    expect(place(answers)).toEqual([
      'low', 'low', 'mid', 'mid', 'mid',
      'unknown', 'unknown', 'unknown', 'unknown', 'unknown',
    ]); // prettier-ignore
  });

  it('a changed cell changes its customers and nobody else', () => {
    const answers = loyaltyCells.map(([s, p, r]): Answers => [s, probabilities[p - 1]!, r]);
    const before = place(answers);
    const changed = cellAt([3, 2, 2]);
    const after = place(answers, defaultClasses.with(changed, 3));
    expect(before[changed]).toBe('mid');
    expect(after[changed]).toBe('high');
    expect(after.filter((_, i) => i !== changed)).toEqual(before.filter((_, i) => i !== changed));
  });

  it('any classes, any answers: the class of every cell that is possible, else unknown', () => {
    const level = (most: number) => fc.option(fc.integer({ min: 1, max: most }), { nil: 0, freq: 2 });
    const classes = fc.oneof(
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 45, maxLength: 45 }),
      // Tables with few odd cells, in which one answer or two decide.
      fc
        .array(fc.tuple(fc.integer({ min: 0, max: 44 }), fc.integer({ min: 1, max: 3 })), { maxLength: 6 })
        .map((odd) => odd.reduce((table, [i, cls]) => table.with(i, cls), [...defaultClasses])),
      fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 44 })).map(([cls, i]) => new Array<number>(45).fill(cls).with(i, 2)), // prettier-ignore
    );
    fc.assert(
      fc.property(
        classes,
        fc.array(fc.tuple(level(5), level(3), level(3)), { minLength: 1, maxLength: 20 }),
        (cells, drawn) => {
          const tiers = place(
            drawn.map(([s, p, r]): Answers => [s || null, p ? probabilities[p - 1]! : null, r || null]),
            cells,
          );
          drawn.forEach((answer, k) => {
            const possible = new Set(
              cells.filter((_, i) => loyaltyCells[i]!.every((l, axis) => answer[axis] === 0 || answer[axis] === l)), // prettier-ignore
            );
            // With no answer at all even a table of one class says nothing.
            const silent = answer.every((l) => l === 0);
            const cls = possible.size === 1 && !silent ? names[[...possible][0]!] : 'unknown';
            expect(tiers[k], JSON.stringify({ cells, answer })).toBe(cls);
          });
        },
      ),
      { seed: 45, numRuns: 300 },
    );
  });
});
