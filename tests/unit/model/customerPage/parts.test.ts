import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../src/base/day.ts';
import { textColumn, type PlainTable } from '../../../../src/base/table.ts';
import { halvesOf, mixOf, namedParts } from '../../../../src/model/customerPage/mix.ts';
import { averageOrder, returnsRate } from '../../../../src/model/customerPage/record.ts';
import { ascendingGaps, silenceOf } from '../../../../src/model/customerPage/silence.ts';

const start = dayOf(2024, 1, 1);

describe('halves of a customer’s history', () => {
  it('are equally long; an odd day belongs to the second', () => {
    // Days 0 to 9: five each.
    expect(halvesOf(start, start + 9)).toEqual({ from: start, middle: start + 5, to: start + 9 });
    // Days 0 to 10: five and six.
    expect(halvesOf(start, start + 10)?.middle).toBe(start + 5);
    // Two days: one each.
    expect(halvesOf(start, start + 1)?.middle).toBe(start + 1);
  });

  it('do not exist on one day or without one', () => {
    expect(halvesOf(start, start)).toBeNull();
    expect(halvesOf(NaN, NaN)).toBeNull();
  });
});

const table = (rows: readonly (readonly [string | null, number, number])[]): PlainTable => ({
  rows: rows.length,
  names: ['name', 'first', 'last'],
  columns: [
    textColumn(rows.map(([name]) => name)),
    { kind: 'number', type: 'DOUBLE', values: Float64Array.from(rows, ([, first]) => first) },
    { kind: 'number', type: 'DOUBLE', values: Float64Array.from(rows, ([, , last]) => last) },
  ],
});
const halves = halvesOf(start, start + 9)!;

describe('mix', () => {
  it('gives the shares of either half and the cosine distance between them', () => {
    const mix = mixOf(table([['tea', 30_000, 40_000], ['cups', 40_000, 30_000], [null, 0, 0]]), halves); // prettier-ignore
    expect(mix.parts.map(({ name, firstShare, lastShare }) => [name, firstShare, lastShare])).toEqual([
      ['tea', 3 / 7, 4 / 7],
      ['cups', 4 / 7, 3 / 7],
      [null, 0, 0],
    ]);
    expect(mix.drift).toBeCloseTo(1 - 24 / 25, 12);
  });

  it('has no drift where one half is empty', () => {
    const { parts, drift } = mixOf(table([['tea', 5, 0]]), halves);
    expect(drift).toBeNull();
    expect(parts[0]).toMatchObject({ firstShare: 1, lastShare: null });
  });

  it('puts what is beyond the twelve largest together, but not a single one, and measures the drift over all', () => {
    const many = (n: number) => table(Array.from({ length: n }, (_, i) => [`c${i}`, i % 2, (i + 1) % 2]));
    expect(mixOf(many(namedParts + 1), halves).parts.map(({ others }) => others)).toEqual(new Array(namedParts + 1).fill(0)); // prettier-ignore
    const mix = mixOf(many(namedParts + 8), halves);
    expect(mix.parts).toHaveLength(namedParts + 1);
    expect(mix.parts.at(-1)).toMatchObject({ name: null, others: 8, first: 4, last: 4, firstShare: 0.4 });
    expect(mix.different).toBe(namedParts + 8);
    // No category was bought in both halves.
    expect(mix.drift).toBe(1);
  });
});

describe('silence', () => {
  it('is the days since the last order over the median gap', () => {
    const days = Float64Array.of(start, start + 10, start + 40, start + 60);
    const gaps = ascendingGaps(days);
    expect([...gaps]).toEqual([10, 20, 30]);
    // 80 days after the last of gaps 10, 20, 30.
    const silence = silenceOf(gaps, start + 60, start + 140);
    expect(silence).toMatchObject({ usual: 20, days: 80, times: 4, longer: 0 });
    // Exactly as long as the longest gap counts as one.
    expect(silenceOf(gaps, start + 60, start + 90).longer).toBe(1);
    expect(silenceOf(gaps, start + 60, start + 91).longer).toBe(0);
  });

  it('has no measure with one order day, and none without dates', () => {
    expect(silenceOf(ascendingGaps(Float64Array.of(start)), start, start + 5)).toMatchObject({ usual: null, days: 5, times: null }); // prettier-ignore
    expect(silenceOf(new Float64Array(), NaN, null)).toMatchObject({ usual: null, days: null, times: null });
  });
});

describe('sums', () => {
  const totals = { rows: 3, entries: 2, sold: 400, returned: -100, profit: null, quantity: null, categories: null, products: null, undated: 0 }; // prettier-ignore
  it('give the rate of returns and the average order, where there is something to divide by', () => {
    expect(returnsRate(totals)).toBe(0.25);
    expect(averageOrder(totals, 2)).toBe(150);
    expect(returnsRate({ ...totals, sold: 0 })).toBeNull();
    expect(averageOrder(totals, 0)).toBeNull();
  });
});
