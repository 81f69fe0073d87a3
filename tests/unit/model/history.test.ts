import { expect, it } from 'vitest';
import { historyOf, stateCode, statesIn, type PeriodPlaces } from '../../../src/model/history.ts';

/** Five customers of a page; two tiers; the third one of the period has a net of zero and no tier. */
const places = (rankOf: number[], value: number[], from: number, to: number): PeriodPlaces => ({
  from,
  to,
  rankOf: Int32Array.from(rankOf),
  value,
  tier: (rank) => (rank < 2 ? rank : -1),
});
const before = places([0, 2, 1, -1, -1], [50, 30, 0], 0, 9);
const now = places([1, 0, -1, -1, 2], [80, 20, -5], 10, 19);
const firstDays = Float64Array.from([1, 2, 3, 25, 12]);

it('a tier, net zero or less, no orders, and new are four things', () => {
  const [none, zero, fresh] = [stateCode('none', 2), stateCode('net_nonpositive', 2), stateCode('new', 2)];
  expect([...statesIn(before, firstDays, 2).states]).toEqual([0, zero, 1, fresh, fresh]);
  expect([...statesIn(now, firstDays, 2).states]).toEqual([1, 0, none, fresh, zero]);
  expect([...statesIn(now, firstDays, 2).values]).toEqual([20, 80, 0, 0, -5]);
});

it('the last day of a period belongs to it: who comes then and is not in it is not new', () => {
  expect(statesIn(before, Float64Array.from([1, 2, 3, 9, 10]), 2).states[3]).toBe(stateCode('none', 2));
  expect(statesIn(before, Float64Array.from([1, 2, 3, 9, 10]), 2).states[4]).toBe(stateCode('new', 2));
});

it('one customer, period by period', () => {
  expect(historyOf(1, 2, [before, now], 2)).toEqual([
    { from: 0, to: 9, tier: null, state: 'net_nonpositive', value: 0 },
    { from: 10, to: 19, tier: 0, state: null, value: 80 },
  ]);
  expect(historyOf(3, 25, [before, now], 2).map((entry) => [entry.state, entry.value])).toEqual([
    ['new', null],
    ['new', null],
  ]);
  expect(historyOf(3, NaN, [before], 2)[0]?.state).toBe('new');
});

it('customers of a scheme that places others than those on the curve keep its tier', () => {
  const all: PeriodPlaces = { ...before, tier: (rank) => (rank === 2 ? 1 : 0) };
  expect(statesIn(all, firstDays, 2).states[1]).toBe(1);
});
