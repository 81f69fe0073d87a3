import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseIsoDay } from '../../../src/base/day.ts';
import type { Migration } from '../../../src/lenses/migration/result.ts';
import { flowSet } from '../../../src/lenses/migration/result.ts';
import { lens } from '../../../src/lenses/migration/index.ts';
import type { Figures } from '../../../src/lenses/types.ts';
import { sum } from '../../../src/stats/transition.ts';
import { look } from '../../support/lensCheck.ts';
import { type Choices, dataOf, frameOf } from '../../support/lenses.ts';
import type { Line } from '../../support/lines.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const buys = (customer: string, ...list: readonly (readonly [day: string, amount: string])[]): Line[] =>
  list.map(([day, amount]) => ({ customer, day, amount }));

/** 2024: 55 and 25 are A, 10 and 6 are B, 4 is C; 2025 lies at the very cuts; 2023 and 2026 are partial. */
const shop: readonly Line[] = [
  ...buys('P1', ['2024-02-01', '55'], ['2025-02-01', '30']),
  ...buys('P2', ['2024-02-01', '25'], ['2025-02-01', '24.9999']),
  ...buys('P3', ['2024-02-01', '10'], ['2025-02-01', '25']),
  ...buys('P4', ['2024-02-01', '6'], ['2025-02-01', '3'], ['2025-03-01', '-3']),
  ...buys('P5', ['2024-12-31', '4']),
  ...buys('P6', ['2024-02-01', '10'], ['2024-03-01', '-15'], ['2025-02-01', '8']),
  ...buys('P7', ['2023-06-01', '1'], ['2025-02-01', '6']),
  ...buys('P8', ['2025-01-01', '100']),
  ...buys('P9', ['2026-01-15', '7']),
];

async function migrate(lines: readonly Line[], values: Record<string, unknown> = {}, rest: Choices = {}) {
  const looked = await look<Migration>('migration', await dataOf(engine, lines), {
    ...rest,
    values: { migration: values },
  });
  const { result, frame, live } = looked;
  if (result.state !== 'ok') throw new Error(`${result.state}: ${result.reason}`);
  const migration = result.value;
  const figures = lens.figures(migration, live, frame, lens.params.parse(values));
  const ids = (set: ReturnType<typeof flowSet>): string[] =>
    set.kind === 'list' ? Array.from(set.ranks, (k) => frame.customers.ids.at(k) ?? '').toSorted() : [];
  return { ...looked, migration, figures, ids };
}

/** Figures of cells that are not zero. */
const moves = (figures: Figures): Record<string, number> =>
  Object.fromEntries(
    Object.entries(figures).flatMap(([name, value]) =>
      /^migration\.\w+\.\w+$/.test(name) && value ? [[name.slice('migration.'.length), value]] : [],
    ),
  );
const day = (text: string): number => parseIsoDay(text)!;

describe('two years, worked out by hand', () => {
  it('cuts of the first year kept: at the cut is in, a ten-thousandth below is not; four states are kept apart', async () => {
    const { figures } = await migrate(shop);
    expect(moves(figures)).toEqual({
      'A.A': 1,
      'A.B': 1,
      'B.A': 1,
      'B.net_nonpositive': 1,
      'C.none': 1,
      'net_nonpositive.B': 1,
      'none.B': 1,
      'new.A': 1,
    });
    expect(figures).toMatchObject({
      'migration.C.C': 0,
      'migration.new.none': 0,
      'migration.customers': 8,
      'migration.placed': 5,
      'migration.stayed': 1,
      'migration.stayed_share': 0.2,
      'migration.up': 1,
      'migration.up_value_from': 10,
      'migration.up_value_to': 25,
      'migration.down': 1,
      'migration.up_down_ratio': 1,
      'migration.lost': 1,
      'migration.negative': 1,
      'migration.joined': 1,
      'migration.returned': 2,
      'migration.joined_value': 114,
      'migration.value_from': 100,
      'migration.retained_value': 79.9999,
      'migration.retained_share': 0.799999,
    });
    expect(figures['migration.shorrocks']).toBeCloseTo(3.5 / 3, 12);
    expect(figures).not.toHaveProperty(['migration.A.new']);
  });

  it('cuts of its own for each year', async () => {
    const { figures, say } = await migrate(shop, { cuts: 'recompute' });
    expect(moves(figures)).toMatchObject({ 'A.A': 2, 'B.A': 1, 'new.A': 1, 'net_nonpositive.B': 1, 'none.C': 1 }); // prettier-ignore
    expect(say('en')).toContain('cuts of its own');
  });

  it('rows add up to the tiers of the first year, columns to those of the second', async () => {
    const data = await dataOf(engine, shop);
    const tiersOf = async (year: number): Promise<number[]> => {
      const scope = { from: day(`${year}-01-01`), to: day(`${year}-12-31`) };
      return (await frameOf(data, { scope })).live.active.tiers.map((tier) => tier.customers);
    };
    const { counts } = (await migrate(shop, { cuts: 'recompute' })).migration.pair.moved;
    expect(counts.slice(0, 3).map(sum)).toEqual(await tiersOf(2024));
    expect([0, 1, 2].map((j) => sum(counts.map((row) => row[j]!)))).toEqual(await tiersOf(2025));
  });

  it('says what became of the best tier, and by which cuts', async () => {
    const { say } = await migrate(shop);
    expect(say('en')).toBe(
      'Of 2 A customers in 2024, 1 stayed A in 2025 and 1 fell; that one had revenue of 25 in 2024. All periods are placed by the cut values of 2024.',
    );
    expect(say('zh-Hans')).toBe(
      '2024年的2个A类客户中，1个在2025年保持不变，1个降级；这1个客户在2024年的收入为25。所有时期都按2024年的分界值划分。',
    );
  });

  it('partial years are left out and named, or compared and marked', async () => {
    const { migration } = await migrate(shop);
    expect(migration.compared.leftOut.map((period) => period.label)).toEqual([{ kind: 'year', year: 2026 }]);
    const marked = await migrate(shop, { partial: 'mark', unit: 'year' });
    expect(marked.migration.compared.periods.map((period) => period.complete)).toEqual([true, false]);
    expect(marked.figures['migration.new.none']).toBe(0);
    expect(marked.figures['migration.customers']).toBe(9);
  });

  it('a row before the document’s period does not make a customer known', async () => {
    const { figures } = await migrate(shop, {}, { scope: { from: day('2024-01-01') } });
    expect(figures).toMatchObject({ 'migration.none.B': 0, 'migration.new.B': 1 });
  });

  it('every cell opens its customers', async () => {
    const { migration, ids } = await migrate(shop);
    const { pair, states } = migration;
    const at = (key: string): number => states.findIndex((state) => state.key === key);
    expect(ids(flowSet(migration, pair, [at('net_nonpositive')], [at('B')]))).toEqual(['P6']);
    expect(ids(flowSet(migration, pair, [at('C')], [at('none')]))).toEqual(['P5']);
    expect(ids(flowSet(migration, pair, [at('new')], null))).toEqual(['P8']);
    expect(ids(flowSet(migration, pair, null, [at('A')]))).toEqual(['P1', 'P3', 'P8']);
    expect(ids(flowSet(migration, pair, null, null))).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8']); // prettier-ignore
    expect(ids(flowSet(migration, pair, [0, 1, 2], [0, 1, 2], 'down'))).toEqual(['P2']);
    for (const [i, row] of pair.moved.counts.entries())
      for (const [j, n] of row.entries()) expect(ids(flowSet(migration, pair, [i], [j]))).toHaveLength(n);
  });
});

describe('other periods', () => {
  /** A large customer every month and one who swings between two levels, so that tiers can be told at sight. */
  const months = ['01', '02', '03', '04'];
  const swing = ['1', '90', '1', '90'];
  const lines: readonly Line[] = months.flatMap((month, i) => [
    ...buys('big', [`2024-${month}-01`, '100']),
    ...buys('swing', [`2024-${month}-28`, swing[i]!]),
    ...(i === 3 ? buys('late', ['2024-04-30', '90']) : []),
  ]);

  it('three periods: the last two are compared, or any that are asked for', async () => {
    const { figures, migration } = await migrate(lines, { count: '3', unit: 'month' });
    expect(migration.steps).toHaveLength(2);
    expect(moves(figures)).toMatchObject({ 'new.A': 1 });
    const ends = await migrate(lines, { count: '4', pair: 'ends' });
    expect(ends.migration.pair).toMatchObject({ from: 0, to: 3 });
    const second = await migrate(lines, { count: '4', pair: '2' });
    expect(second.migration.pair).toMatchObject({ from: 1, to: 2 });
  });

  it('hysteresis: a swing of one month is not counted, and the effect is told', async () => {
    const values = { count: '4', cuts: 'keep', pair: '1' };
    const raw = await migrate(lines, values);
    // 100 of 101 is A and reaches 95 % at once; 1 is C; later 90 is below the cut of 100 and C as well.
    expect(raw.figures['migration.changes']).toBe(0);
    const own = await migrate(lines, { ...values, cuts: 'recompute' });
    expect(own.figures).toMatchObject({ 'migration.changes': 3, 'migration.held_back': 0, 'migration.C.A': 1 }); // prettier-ignore
    const held = await migrate(lines, { ...values, cuts: 'recompute', after: '2' });
    expect(held.figures).toMatchObject({ 'migration.changes': 0, 'migration.held_back': 3, 'migration.C.C': 1 }); // prettier-ignore
    const two = await migrate(lines, { count: '2', unit: 'month', after: '3' });
    expect(two.migration.after).toBe(1);
  });

  it('days of one’s own: who comes between the periods is new, who comes after both is not counted', async () => {
    const values = {
      from1: day('2024-01-01'), to1: day('2024-01-31'), from2: day('2024-03-01'), to2: day('2024-03-31'),
    }; // prettier-ignore
    const { figures, migration } = await migrate([...lines, ...buys('between', ['2024-02-10', '5'])], values); // prettier-ignore
    expect(migration.compared.periods.map((period) => period.label.kind)).toEqual(['months', 'months']);
    expect(moves(figures)).toEqual({ 'A.A': 1, 'C.C': 1, 'new.none': 1 });
  });

  it('periods that go back in time or overlap are said to', async () => {
    const back = await migrate(lines, {
      from1: day('2024-04-01'), to1: day('2024-04-30'), from2: day('2024-01-01'), to2: day('2024-01-31'),
    }); // prettier-ignore
    expect(back.migration.overlap).toBe(true);
    expect(back.figures['migration.customers']).toBe(3);
    expect(back.figures['migration.A.none']).toBe(1);
  });

  it('a first period without customers has no cuts to keep', async () => {
    const { migration, say } = await migrate(lines, {
      from1: day('2023-01-01'), to1: day('2023-12-31'), from2: day('2024-01-01'), to2: day('2024-04-30'),
    }); // prettier-ignore
    expect(migration.cuts).toBe('recompute');
    expect(migration.compared.periods[0]?.complete).toBe(false);
    expect(say('en')).toContain('Nobody had a tier in');
  });
});

describe('other schemes', () => {
  it('a scheme of the parameter instead of the active one, its own tiers in the names', async () => {
    const { migration, figures } = await migrate(shop, { scheme: 'abc_count' });
    expect(migration.scheme.id).toBe('abc_count');
    expect(figures).toHaveProperty(['migration.A.none']);
    expect((await migrate(shop, { scheme: 'nowhere' })).migration.scheme.id).toBe('abc');
    expect((await migrate(shop, {}, { active: 'abc_count' })).migration.scheme.id).toBe('abc_count');
  });

  it('a tier called like one of the other states is told apart', async () => {
    const { figures } = await migrate(shop, { scheme: 'rfm' });
    expect(figures).toHaveProperty(['migration.tier_new.none']);
    expect(figures).toHaveProperty(['migration.new.champions']);
  });
});

describe('states', () => {
  const state = async (lines: readonly Line[], values: Record<string, unknown> = {}, rest: Choices = {}) => {
    const { result } = await look('migration', await dataOf(engine, lines), { ...rest, values: { migration: values } }); // prettier-ignore
    return result.state === 'ok' ? 'ok' : `${result.state} ${result.reason}`;
  };

  it('no dates, no customers, one day', async () => {
    expect(await state([{ customer: 'A', amount: '1' }])).toBe('unusable no_dates');
    expect(await state([{ day: '2024-01-01', amount: '1' }])).toBe('empty no_customers');
    expect(await state(buys('A', ['2024-01-01', '1']))).toBe('empty one_period');
  });

  it('a total of zero or less where customers are kept as they are', async () => {
    const lines = [
      ...buys('A', ['2024-01-01', '5'], ['2024-02-29', '-9']),
      ...buys('B', ['2024-02-10', '1']),
    ];
    const keep = { scope: { nonpositive: 'keep' } } as const;
    expect(await state(lines, { cuts: 'recompute' }, keep)).toBe('empty nobody_placed');
    expect(await state(lines, { cuts: 'keep' }, keep)).toBe('ok');
    expect(await state(lines)).toBe('ok');
  });
});
