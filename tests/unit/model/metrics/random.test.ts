import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDay, parseIsoDay } from '../../../../src/base/day.ts';
import type { MetricId } from '../../../../src/model/metrics/types.ts';
import { nodeEngine } from '../../../support/nodeEngine.ts';
import type { DimensionLine } from '../../../support/sideTables.ts';
import { wasmEngine } from '../../../support/wasmEngine.ts';
import { brute, type Ways } from './brute.ts';
import { made } from './made.ts';

const cents = fc.integer({ min: -3000, max: 20_000 }).map((c) => (c / 100).toFixed(2));
const line = (from: number, to: number): fc.Arbitrary<DimensionLine> =>
  fc.record({
    customer: fc.constantFrom('A', 'B', 'C', 'D'),
    order: fc.integer({ min: 0, max: 30 }),
    day: fc.integer({ min: from, max: to }),
    amount: cents,
    profit: fc.option(cents, { nil: undefined }),
    quantity: fc.integer({ min: -2, max: 9 }).map(String),
    category: fc.constantFrom('tea', 'cups', null),
    product: fc.constantFrom('x', 'y', 'z', null),
  }).map(({ customer, order, day, amount, profit, quantity, category, product }) => ({
    customer, order: `${customer}${order}`, day: isoDay(day), amount, quantity,
    ...(profit === undefined ? {} : { profit }),
    dimensions: { category, product },
  })); // prettier-ignore

const day = (iso: string): number => parseIsoDay(iso)!;
/** Data that begin and end inside a year, at its edges, and just beside them. */
const span = fc.constantFrom(
  ['2021-01-07', '2024-12-25'], ['2021-01-08', '2024-12-24'], ['2021-06-15', '2024-05-31'],
  ['2022-01-01', '2024-12-31'], ['2023-11-05', '2024-02-29'],
).map(([from, to]) => [day(from), day(to)] as const); // prettier-ignore
const tables = span.chain(([from, to]) =>
  fc.tuple(fc.array(line(from, to), { minLength: 1, maxLength: 40 }), fc.constant([from, to] as const)),
);
const ways: fc.Arbitrary<Ways> = fc.record({
  measure: fc.constantFrom('amount', 'profit', 'quantity'),
  ignoreReturns: fc.boolean(),
  quarters: fc.boolean(),
  fromData: fc.boolean(),
  partial: fc.boolean(),
});

describe.each([
  ['native', nodeEngine(), 150],
  ['the page’s engine', wasmEngine(), 12],
] as const)('%s', (_, engine, numRuns) => {
  beforeAll(() => engine.open());
  afterAll(() => engine.close());

  it('agrees with a count row by row on random sales', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(tables, ways, async ([lines, [from, to]], way) => {
        // Somebody buys on the first and the last day, so that the data cover the span.
        const edges: DimensionLine[] = [from, to].map((d, i) => ({ customer: 'E', order: `E${i}`, day: isoDay(d), amount: '1', profit: '1', quantity: '1', dimensions: { category: 'tea', product: 'x' } })); // prettier-ignore
        const all = [...edges, ...lines];
        const found = await made(engine, { lines: all }, {
          scope: { measure: way.measure, returns: way.ignoreReturns ? 'ignore' : 'net' },
          options: {
            cvPeriod: way.quarters ? 'quarter' : 'month',
            cvFrom: way.fromData ? 'data' : 'first_purchase',
            partialYear: way.partial ? 'include' : 'exclude',
          },
        }); // prettier-ignore
        for (const id of found.ids) {
          const expected = brute(all, id, way);
          for (const [metric, value] of Object.entries(expected)) {
            const profitless = !all.some((l) => l.customer === id && l.profit !== undefined && (!way.ignoreReturns || Number(l.amount) > 0)); // prettier-ignore
            if (profitless && (metric === 'margin' || metric === 'profit')) continue;
            const actual = found.by(metric as MetricId)[id]!;
            const close = Number.isNaN(value) ? Number.isNaN(actual) : Math.abs(actual - value) <= 1e-9 * Math.max(1, Math.abs(value)); // prettier-ignore
            if (!close) expect({ id, metric, actual }).toEqual({ id, metric, actual: value });
          }
        }
      }),
      { seed: 4, numRuns },
    );
  });
});
