import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayOf, isoDay } from '../../../src/base/day.ts';
import { lens } from '../../../src/lenses/migration/index.ts';
import type { Migration } from '../../../src/lenses/migration/result.ts';
import { look } from '../../support/lensCheck.ts';
import { dataOf } from '../../support/lenses.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const start = dayOf(2024, 1, 1);
const length = 30;

interface Row {
  readonly customer: string;
  /** Days after the first of the year. */
  readonly at: number;
  /** Whole units. */
  readonly amount: number;
}

/** Cuts by cumulative share 80 and 95 of the sums above zero: the smallest sum of A, and of A and B. */
function cutsOf(sums: readonly number[]): number[] {
  const ranked = sums.filter((sum) => sum > 0).toSorted((a, b) => b - a);
  const all = ranked.reduce((a, b) => a + b, 0);
  return [80, 95].map((percent) => {
    let before = 0;
    let last = Infinity;
    for (const sum of ranked) {
      if (before * 100 >= all * percent) break;
      last = sum;
      before += sum;
    }
    return last;
  });
}

/** Table of moves straight from the rows, one customer after the other. */
function naive(rows: readonly Row[], periods: readonly (readonly [number, number])[], keep: boolean) {
  const names = [...new Set(rows.map((row) => row.customer))];
  const within = (customer: string, [from, to]: readonly [number, number]): Row[] =>
    rows.filter((row) => row.customer === customer && row.at >= from && row.at <= to);
  const sumOf = (customer: string, period: readonly [number, number]): number =>
    within(customer, period).reduce((sum, row) => sum + row.amount, 0);
  const [first, second] = periods as readonly [readonly [number, number], readonly [number, number]];
  const cuts = periods.map((period) => cutsOf(names.map((name) => sumOf(name, period))));
  const anybody = names.some((name) => sumOf(name, first) > 0);
  const tierOf = (customer: string, p: number): string => {
    const period = periods[p]!;
    if (within(customer, period).length === 0) {
      const known = rows.some((row) => row.customer === customer && row.at <= period[1]);
      return known ? 'none' : 'new';
    }
    const sum = sumOf(customer, period);
    if (sum <= 0) return 'net_nonpositive';
    const [a, b] = cuts[keep && anybody ? 0 : p]!;
    return sum >= a! ? 'A' : sum >= b! ? 'B' : 'C';
  };
  const counts: Record<string, number> = {};
  let retained = 0;
  for (const name of names) {
    const [from, to] = [tierOf(name, 0), tierOf(name, 1)];
    if (to === 'new') continue;
    counts[`migration.${from}.${to}`] = (counts[`migration.${from}.${to}`] ?? 0) + 1;
    if ('ABC'.includes(from)) retained += sumOf(name, second);
  }
  return { counts, retained };
}

it('moves of random customers are those of a table made row by row', async () => {
  const row = fc.record({
    customer: fc.constantFrom(...'abcdefghijkl'),
    at: fc.nat(length - 1),
    amount: fc.integer({ min: -6, max: 12 }),
  });
  const ends = fc.record({ a: fc.nat(8), b: fc.integer({ min: 9, max: 14 }), gap: fc.nat(4), d: fc.integer({ min: 20, max: 28 }) }); // prettier-ignore
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 5, maxLength: 60 }), ends, fc.boolean(), async (rows, e, keep) => {
      const periods = [[e.a, e.b], [e.b + 1 + e.gap, e.d]] as const; // prettier-ignore
      const data = await dataOf(
        engine,
        rows.map(({ customer, at, amount }) => ({ customer, day: isoDay(start + at), amount: String(amount) })),
      );
      const values = {
        cuts: keep ? 'keep' : 'recompute',
        from1: start + periods[0][0],
        to1: start + periods[0][1],
        from2: start + periods[1][0],
        to2: start + periods[1][1],
      };
      const { result, frame, live } = await look<Migration>('migration', data, { values: { migration: values } });
      const expected = naive(rows, periods, keep);
      if (result.state !== 'ok') {
        expect(expected.counts).toEqual({});
        return;
      }
      const figures = lens.figures(result.value, live, frame, lens.params.parse(values));
      for (const [name, value] of Object.entries(figures))
        if (/^migration\.\w+\.\w+$/.test(name)) expect(value, name).toBe(expected.counts[name] ?? 0);
      expect(figures['migration.retained_value']).toBeCloseTo(expected.retained, 9);
    }),
    { seed: 4, numRuns: 60 },
  ); // prettier-ignore
}, 60_000);
