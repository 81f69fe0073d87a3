import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingOf } from '../../../src/app/customer/finding.ts';
import { factsOf } from '../../../src/app/customer/facts.ts';
import { loadHistory, loadMix, loadRecord, loadScores, mixChoices, type HistoryChoice } from '../../../src/app/customer/load.ts'; // prettier-ignore
import { Paints } from '../../../src/app/customer/paints.ts';
import type { Data } from '../../../src/app/data.ts';
import { dayOf, isoDay } from '../../../src/base/day.ts';
import { formatter } from '../../../src/format/format.ts';
import { langs } from '../../../src/i18n/lang.ts';
import { dataOf, frameOf, type Choices } from '../../support/lenses.ts';
import { joinedData } from '../../support/joined.ts';
import type { Line } from '../../support/lines.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const choice: HistoryChoice = { scheme: 'abc', unit: 'year', cuts: 'recompute' };
const line = (customer: string, day: string | null, amount: number): Line => ({ customer, day, amount: String(amount) }); // prettier-ignore

async function historyOf(data: Data, id: string, wanted: HistoryChoice, choices: Choices = {}) {
  const { frame } = await frameOf(data, choices);
  const record = (await loadRecord(data, frame, id))!;
  const history = await loadHistory(data, record, wanted);
  return (
    history && {
      periods: history.compared.periods.map(({ label }) => label),
      states: history.entries.map(({ tier, state }, i) => tier === null ? state : history.tierings[i]!.tiers[tier]!.id), // prettier-ignore
      values: history.entries.map(({ value }) => value),
    }
  );
}

/** Two whole years; x rises above y, n comes in the second, l only lost money in it, g has gone. */
const twoYears: readonly Line[] = [
  line('x', '2022-01-01', 10), line('y', '2022-06-01', 85), line('l', '2022-07-01', 3), line('g', '2022-08-01', 2),
  line('x', '2023-01-01', 900), line('y', '2023-06-01', 80), line('n', '2023-07-01', 20), line('l', '2023-08-01', -4),
  line('y', '2023-12-31', 0.0001),
]; // prettier-ignore

describe('tier history of one customer', () => {
  it('keeps the states apart, period by period, worked out by hand', async () => {
    const data = await dataOf(engine, twoYears);
    // 2022: y brings 85 of 100 and is A; x comes at 85 to 95 and is B; l and g lie beyond 95.
    // 2023: x brings 900 of 1,000.0001; y comes at 90 (B), n at 98 (C).
    const of = async (id: string) => (await historyOf(data, id, choice))!.states;
    expect((await historyOf(data, 'x', choice))!.periods).toEqual([{ kind: 'year', year: 2022 }, { kind: 'year', year: 2023 }]); // prettier-ignore
    expect(await of('x')).toEqual(['B', 'A']);
    expect(await of('y')).toEqual(['A', 'B']);
    expect(await of('n')).toEqual(['new', 'C']);
    expect(await of('l')).toEqual(['C', 'net_nonpositive']);
    expect(await of('g')).toEqual(['C', 'none']);
    expect((await historyOf(data, 'g', choice))!.values).toEqual([20_000, null]);
  });

  it('keeps the cut values of the first period where that is asked', async () => {
    const data = await dataOf(engine, twoYears);
    const of = async (id: string) => (await historyOf(data, id, { ...choice, cuts: 'keep' }))!.states;
    // Of 2022: A from 85 on, B from 10 on.
    expect(await of('x')).toEqual(['B', 'A']);
    expect(await of('y')).toEqual(['A', 'B']);
    expect(await of('n')).toEqual(['new', 'B']);
  });

  it('goes by any scheme of the notebook', async () => {
    const data = await dataOf(engine, twoYears);
    expect((await historyOf(data, 'x', { ...choice, scheme: 'membership' }))!.states).toHaveLength(2);
    expect((await historyOf(data, 'x', { ...choice, scheme: 'rfm' }))!.states.every((state) => state !== null)).toBe(true); // prettier-ignore
  });

  it('takes up to four periods as suggested, and says when there are not two', async () => {
    const quarters = [1, 4, 7, 10].flatMap((month) => [line('x', isoDay(dayOf(2023, month, 1)), 5), line('x', isoDay(dayOf(2023, month + 2, 28)), 5)]); // prettier-ignore
    const data = await dataOf(engine, [...quarters, line('x', '2023-12-31', 1)]);
    const suggested = (await historyOf(data, 'x', { ...choice, unit: 'auto' }))!;
    expect(suggested.periods).toEqual([1, 2, 3, 4].map((part) => ({ kind: 'quarter', year: 2023, part })));
    expect(await historyOf(await dataOf(engine, [line('x', '2023-01-01', 5)]), 'x', choice)).toBeNull();
    expect(await historyOf(await dataOf(engine, [line('x', null, 5)]), 'x', choice)).toBeNull();
  });

  it('does not drop the tables of the frame in force', async () => {
    const data = await dataOf(engine, twoYears);
    const { frame } = await frameOf(data);
    const record = (await loadRecord(data, frame, 'x'))!;
    for (const unit of ['quarter', 'month', 'half', 'year'] as const) await loadHistory(data, record, { ...choice, unit }); // prettier-ignore
    const again = await data.frame(frame.scope, frame.book);
    expect(again.customers).toBe(frame.customers);
  });
});

describe('everything of a customer on degenerate tables', () => {
  const tables: readonly (readonly [string, readonly Line[]])[] = [
    ['one order', [line('x', '2024-01-01', 5)]],
    ['one return', [line('x', '2024-01-01', -5)]],
    ['orders that cancel out', [line('x', '2024-01-01', 5), line('x', '2024-02-01', -5)]],
    ['nothing but zero', [line('x', '2024-01-01', 0)]],
    ['no dates', [line('x', null, 5), line('x', null, -2)]],
    ['a customer apart beside others', [line('x', '2024-01-01', -5), line('y', '2024-03-01', 8)]],
    ['some dates', [line('x', null, 5), line('y', '2024-03-01', 8), line('x', '2024-03-02', 1)]],
  ];
  it.each(tables)('gives words without holes: %s', async (_, lines) => {
    for (const shape of ['lines', 'customers'] as const) {
      const data = await dataOf(engine, lines, shape);
      const { frame, live } = await frameOf(data);
      const record = (await loadRecord(data, frame, 'x'))!;
      for (const lang of langs) {
        const format = formatter(lang);
        const texts = [
          findingOf(record, live, format, lang),
          ...factsOf(record, format, lang).flatMap(({ name, definition, text }) => [name, definition, text]),
        ];
        for (const text of texts) {
          expect(text).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
          expect(text).not.toBe('');
        }
      }
      for (const fact of factsOf(record, formatter('en'), 'en')) expect(fact.value).not.toBeNaN();
      await loadHistory(data, record, choice);
      for (const { scores } of await loadScores(data, frame, record.place.rank))
        for (const score of scores ?? []) expect(score.score).not.toBeNaN();
    }
  });

  it('knows nothing of a customer who has no row in scope', async () => {
    const data = await dataOf(engine, [line('x', '2024-01-01', 5), line('y', '2024-03-01', 8)]);
    const { frame } = await frameOf(data, { scope: { from: dayOf(2024, 2, 1) } });
    expect(await loadRecord(data, frame, 'x')).toBeNull();
    expect(await loadRecord(data, frame, "nobody'")).toBeNull();
  });

  it('divides purchases only by columns that are there', async () => {
    const data = await joinedData(engine, {
      lines: [{ ...line('x', '2024-01-01', 5), dimensions: { channel: 'web' } }],
    });
    const { frame } = await frameOf(data);
    expect(mixChoices(frame)).toEqual(['channel']);
    const record = (await loadRecord(data, frame, 'x'))!;
    // One day has no two halves.
    expect(await loadMix(data, record, 'channel')).toBeNull();
  });
});

describe('the sentence', () => {
  it('names rank, tier, orders, silence and habit', async () => {
    const data = await dataOf(engine, [
      line('big', '2024-01-01', 500),
      ...['2024-01-01', '2024-01-11', '2024-02-10', '2024-03-01'].map((day) => line('x', day, 10)),
      line('big', '2024-05-20', 500),
    ]);
    const { frame, live } = await frameOf(data);
    const record = (await loadRecord(data, frame, 'x'))!;
    // Gaps 10, 30, 20; 80 days from 1 March to 20 May.
    expect(findingOf(record, live, formatter('en'), 'en')).toBe(
      'Rank 2 of 2, tier C; 4 orders, the last 80 days ago, 4 times the usual gap of 20 days.',
    );
  });
});

describe('Paints', () => {
  it('tells once, when the last part is done, and of the latest revision only', () => {
    const told: string[] = [];
    const frames: (() => void)[] = [];
    globalThis.requestAnimationFrame = (act) => frames.push(act as () => void);
    const paints = new Paints({
      painted: (customer, revision) => told.push(`${customer} ${revision}`),
      unpainted: () => told.push('unpainted'),
    });
    const parts = ['timeline', 'history', 'scores', 'mix', 'orders'] as const;
    const settle = () => frames.splice(0).forEach((act) => act());
    paints.begin('x', 1);
    for (const part of parts.slice(1)) paints.done(part);
    settle();
    expect(told).toEqual([]);
    paints.done('timeline');
    paints.begin('x', 2);
    settle();
    expect(told).toEqual([]);
    fc.assert(
      fc.property(fc.shuffledSubarray([...parts], { minLength: parts.length }), (order) => {
        told.length = 0;
        paints.begin('x', 3);
        for (const part of order) paints.done(part);
        for (const part of order) paints.done(part);
        settle();
        expect(told).toEqual(['x 3']);
      }),
      { seed: 1, numRuns: 20 },
    );
    told.length = 0;
    paints.again('mix');
    paints.done('mix');
    settle();
    expect(told).toEqual(['unpainted', 'x 3']);
  });
});
