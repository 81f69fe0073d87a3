import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDay, parseIsoDay } from '../../../../src/base/day.ts';
import { nodeEngine } from '../../../support/nodeEngine.ts';
import type { DimensionLine } from '../../../support/sideTables.ts';
import { wasmEngine } from '../../../support/wasmEngine.ts';
import { made } from './made.ts';

const day = (iso: string): number => parseIsoDay(iso)!;
const bought = (customer: string, ...days: readonly string[]): DimensionLine[] =>
  days.map((on) => ({ customer, day: on, amount: '1' }));
const numbers = ['repurchase_rate', 'repurchase_or_rate', 'order_days'] as const;

/** The definition, customer by customer: days of orders, in days; N; the last day that is seen. */
function bruteRates(days: ReadonlyMap<string, readonly number[]>, within: number, end: number): Map<string, number> {
  const counted = (k: number): { watched: number; again: number } => {
    let [watched, again] = [0, 0];
    for (const list of days.values()) {
      const at = list[k - 1];
      if (at === undefined || end - at < within) continue;
      watched++;
      if (list.some((other) => other > at && other <= at + within)) again++;
    }
    return { watched, again };
  };
  const most = Math.max(0, ...[...days.values()].map((list) => list.length));
  const rate = (k: number): number => {
    let pool = 1;
    while (pool <= most && counted(pool).watched >= 30) pool++;
    if (k < pool) return counted(k).again / counted(k).watched;
    let [watched, again] = [0, 0];
    for (let j = pool; j <= most; j++) {
      watched += counted(j).watched;
      again += counted(j).again;
    }
    return watched > 0 ? again / watched : pool > 1 ? rate(pool - 1) : NaN;
  };
  return new Map([...days].map(([id, list]) => [id, list.length > 0 ? rate(list.length) : NaN]));
} // prettier-ignore

describe.each([
  ['native', nodeEngine(), 60],
  ['the page’s engine', wasmEngine(), 6],
] as const)('%s', (_, engine, numRuns) => {
  beforeAll(() => engine.open());
  afterAll(() => engine.close());

  const people = (count: number, name: string, ...days: readonly string[]): DimensionLine[] =>
    Array.from({ length: count }, (_, i) => bought(`${name}${i}`, ...days)).flat();

  it('exactly N days later counts, exactly N days before the end is watched, 21 of 30 are 0.70', async () => {
    // N = 30, the data end on March 31: March 1 is 30 days before.
    const lines = [
      ...people(21, 'back', '2024-01-01', '2024-01-31'),
      ...people(9, 'late', '2024-01-01', '2024-02-01'),
      // Too near to the end to be watched on either day.
      ...people(50, 'new', '2024-03-02', '2024-03-31'),
    ];
    const found = await made(engine, { lines }, { numbers, chosenSilence: 30 });
    // Once: 30 watched, 21 back. Twice: 30 watched, nobody came a third time.
    expect(found.by('repurchase_rate')).toMatchObject({ back0: 0, late0: 0, new0: 0 });
    const more = await made(engine, { lines: [...lines, ...bought('once', '2024-03-31')] }, { numbers, chosenSilence: 30 }); // prettier-ignore
    expect(more.by('repurchase_rate').once).toBe(0.7);
    // March 1 itself is watched: one of 31 more, who does not return in time but for day 30.
    const edge = await made(engine, { lines: [...lines, ...bought('edge', '2024-03-01', '2024-03-31'), ...bought('once', '2024-03-31')] }, { numbers, chosenSilence: 30 }); // prettier-ignore
    expect(edge.by('repurchase_rate').once).toBe(22 / 31);
    const unseen = await made(engine, { lines: [...lines, ...bought('edge', '2024-03-02', '2024-03-31'), ...bought('once', '2024-03-31')] }, { numbers, chosenSilence: 30 }); // prettier-ignore
    expect(unseen.by('repurchase_rate').once).toBe(0.7);
  });

  it('numbers of order days with fewer than 30 customers are taken together', async () => {
    const lines = [
      ...people(30, 'a', '2024-01-01'),
      ...people(20, 'b', '2024-01-01', '2024-01-11'),
      ...people(5, 'c', '2024-01-01', '2024-01-11', '2024-01-12'),
      ...bought('Z', '2024-12-31'),
    ];
    const found = await made(engine, { lines }, { numbers, chosenSilence: 10 });
    // Once: 25 of 55 return on the tenth day. Twice and more: 25 + 5 order days, 5 of them followed by another.
    expect(found.by('repurchase_rate')).toMatchObject({ a0: 25 / 55, b0: 5 / 30, c0: 5 / 30, Z: 25 / 55 });
  });

  it('several orders of a day are one, returns are none; the suggested silence is taken where none is chosen', async () => {
    const lines = [
      ...people(30, 'x', '2024-01-01', '2024-01-01', '2024-01-06'),
      { customer: 'x0', day: '2024-01-03', amount: '-1' },
      { customer: 'only back', day: '2024-01-03', amount: '-1' },
      ...bought('Z', '2024-06-30'),
    ];
    const found = await made(engine, { lines }, { numbers });
    expect(found.metrics.silenceDays).toBe(5);
    expect(found.by('repurchase_rate')).toMatchObject({ x0: 0, Z: 1, 'only back': NaN });
  });

  it('an answer is kept, the rate stands in for a missing one', async () => {
    const lines = [...people(30, 'x', '2024-01-01', '2024-01-06'), ...bought('Z', '2024-06-30')];
    const surveys = [{ customer: 'Z', repurchase_prob: '20%' }];
    const found = await made(engine, { lines, surveys }, { numbers, chosenSilence: 5 });
    expect(found.by('repurchase_or_rate')).toMatchObject({ Z: 0.2, x0: 0 });
    expect(found.by('repurchase_rate')).toMatchObject({ Z: 1, x0: 0 });
    const none = await made(engine, { lines }, { numbers, chosenSilence: 5 });
    expect(none.by('repurchase_or_rate')).toMatchObject({ Z: 1 });
  });

  it('unknown without dates, without a silence rule, and where nobody could be watched', async () => {
    const undated = await made(engine, { lines: [{ customer: 'A', amount: '1' }] }, { numbers, chosenSilence: 5 }); // prettier-ignore
    expect(undated.by('repurchase_rate')).toEqual({ A: NaN });
    const once = await made(engine, { lines: bought('A', '2024-01-01') }, { numbers });
    expect([once.metrics.silenceDays, once.by('repurchase_rate').A]).toEqual([null, NaN]);
    const short = await made(engine, { lines: bought('A', '2024-01-01', '2024-01-05') }, { numbers, chosenSilence: 5 }); // prettier-ignore
    expect(short.by('repurchase_rate').A).toBeNaN();
    expect(short.metrics.has('repurchase_rate')).toBe(false);
  });

  it('a chosen end of the period ends the data, an as-of day behind them does not', async () => {
    const lines = [...people(30, 'x', '2024-01-01', '2024-01-06'), ...bought('Z', '2024-01-10')];
    const at = async (scope: object) =>
      (await made(engine, { lines }, { numbers, chosenSilence: 5, scope })).by('repurchase_rate').x0;
    expect(await at({ to: day('2024-01-06') })).toBe(1);
    expect(await at({ asOf: day('2024-01-31') })).toBe(1);
    expect(await at({ to: day('2024-01-31'), asOf: day('2024-01-31') })).toBe(1);
  });

  it('agrees with a count customer by customer on random sales', { timeout: 120_000 }, async () => {
    const sale = fc.tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 60 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(sale, { minLength: 1, maxLength: 260 }), fc.integer({ min: 1, max: 40 }), async (drawn, within) => {
        const lines = drawn.map(([who, on, back], i): DimensionLine => ({ customer: `c${who}`, order: `o${i}`, day: isoDay(19_000 + on), amount: back && i % 4 === 0 ? '-1' : '1' })); // prettier-ignore
        const found = await made(engine, { lines }, { numbers, chosenSilence: within });
        const days = new Map(found.ids.map((id) => [id, [...new Set(lines.filter((l) => l.customer === id && l.amount === '1').map((l) => day(l.day!)))].sort((a, b) => a - b)])); // prettier-ignore
        const expected = bruteRates(days, within, Math.max(...lines.map((l) => day(l.day!))));
        expect(found.by('repurchase_rate')).toEqual(Object.fromEntries(expected));
      }),
      { seed: 81, numRuns },
    );
  }); // prettier-ignore
});
