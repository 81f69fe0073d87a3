import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../../src/app/data.ts';
import { parseIsoDay } from '../../../src/base/day.ts';
import { lostSet, type Churn } from '../../../src/lenses/churn/result.ts';
import type { Figures } from '../../../src/lenses/types.ts';
import type { Line } from '../../support/lines.ts';
import { dataOf, figuresOf } from '../../support/lenses.ts';
import { look } from '../../support/lensCheck.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';

/** Order days of eight customers in 2024 (a leap year), as month-day. */
const orderDays = {
  A: ['01-05', '03-20', '04-10'],
  B: ['01-10'],
  C: ['02-01', '05-01'],
  D: ['03-01', '06-15'],
  E: ['04-02'],
  F: ['02-20', '05-30'],
  G: ['02-19', '05-31'],
  H: ['03-31'],
} as const;
const eight: readonly Line[] = [
  ...Object.entries(orderDays).flatMap(([customer, days], i) =>
    days.map((day): Line => ({ customer, day: `2024-${day}`, amount: String(100 - i) })),
  ),
  // A return is no order: neither does H come back by it, nor does X become a customer who can leave.
  { customer: 'H', day: '2024-04-15', amount: '-5' },
  { customer: 'X', day: '2024-02-02', amount: '-9' },
];

const engine = nodeEngine();
let data: Data;
beforeAll(async () => {
  await engine.open();
  data = await dataOf(engine, eight);
});
afterAll(() => engine.close());

const churn = async (values: Record<string, unknown> = {}): Promise<Figures> => {
  const all = await figuresOf(data, { values: { churn: values } });
  return Object.fromEntries(Object.entries(all).filter(([name]) => name.startsWith('churn.')));
};
const day = (iso: string): number => parseIsoDay(iso)!;

describe('the silence rule on eight customers worked out by hand', () => {
  it('back-test at the end of March, 40 days of silence, a window of 60 days', async () => {
    // Eligible A B C D F G H. Silent for more than 40 days: B (81), C (59), G (41); F is silent for just 40.
    // No order from 1 April to 30 May: B, D, G (a day late), H. Returned: A, C, F (on the last day).
    const figures = await churn({ silenceDays: 40, backtestCut: day('2024-03-31'), backtestWindow: 60 });
    expect(figures).toMatchObject({
      'churn.silence_days': 40,
      'churn.backtest.eligible': 7,
      'churn.backtest.flagged': 3,
      'churn.backtest.precision': 2 / 3,
      'churn.backtest.recall': 1 / 2,
      'churn.backtest.base_rate': 4 / 7,
    });
    expect(figures['churn.backtest.lift']).toBeCloseTo(7 / 6, 12);
    // On 15 June: A (66 days), B, C (45), E, H.
    expect(figures['churn.lost']).toBe(5);
  });

  it('one day more of silence and G is no longer flagged; one day less and F is', async () => {
    const at = async (silenceDays: number) =>
      (await churn({ silenceDays, backtestCut: day('2024-03-31'), backtestWindow: 60 }))[
        'churn.backtest.flagged'
      ];
    expect([await at(39), await at(40), await at(41)]).toEqual([4, 3, 2]);
  });

  it('the window ends on its last day: a day more and G returned, a day less and F did not', async () => {
    const at = async (backtestWindow: number) =>
      (await churn({ silenceDays: 40, backtestCut: day('2024-03-31'), backtestWindow }))[
        'churn.backtest.base_rate'
      ];
    expect([await at(59), await at(60), await at(61)]).toEqual([5 / 7, 4 / 7, 3 / 7]);
  });

  it('suggests the 90th percentile of the gaps 21, 75, 90, 100, 102, 106: 104 days', async () => {
    // Cut 104 days before 15 June: 3 March, when nobody had ordered twice, so the rule keeps its 104 days.
    expect(await churn()).toEqual({
      'churn.silence_days': 104,
      'churn.lost': 1, // B, whose order is 157 days old; the next oldest, H's, is 76
      'churn.backtest.eligible': 6,
      'churn.backtest.flagged': 0,
      'churn.backtest.precision': null,
      'churn.backtest.recall': 0,
      'churn.backtest.base_rate': 1 / 6,
      'churn.backtest.lift': null,
    });
  });

  it('under a suggestion the back-test suggests anew from what was known at the cut', async () => {
    // Up to 10 May the gaps are 21, 75, 90: 87 days. Of A B C D E F G H, B (121) is silent for longer.
    const { result } = await look<Churn>('churn', data, {
      values: { churn: { backtestCut: day('2024-05-10'), backtestWindow: 36 } },
    });
    if (result.state !== 'ok') throw new Error(result.reason);
    expect(result.value.backtest).toMatchObject({
      silenceDays: 87,
      recomputed: true,
      eligible: 8,
      flagged: 1,
    });
  });

  it('the window at the data’s end is closed, a day later it is open', async () => {
    const open = async (backtestWindow: number) => {
      const values = { churn: { backtestCut: day('2024-05-10'), backtestWindow } };
      const { result } = await look<Churn>('churn', data, { values });
      return result.state === 'ok' ? result.value.rule?.open : null;
    };
    expect([await open(36), await open(37)]).toEqual([false, true]);
  });

  it('lost customers can be listed, and are as many as the figure says', async () => {
    const { frame } = await look('churn', data);
    const set = lostSet(frame, day('2024-06-15'), 40);
    if (set.kind !== 'list') throw new Error('not a list');
    expect([...set.ranks].map((k) => frame.customers.ids.at(k)).toSorted()).toEqual([
      'A',
      'B',
      'C',
      'E',
      'H',
    ]);
  });

  it('as of an earlier day: later orders are unknown then', async () => {
    const all = await figuresOf(data, {
      scope: { asOf: day('2024-04-01') },
      values: { churn: { silenceDays: 40 } },
    });
    expect(all['churn.lost']).toBe(4); // B (82 days), C (60), G (42), F (41); D has 31, A 12, H 1
  });
});

describe('cohorts by month of first order', () => {
  it('customers active in each later month, zero where nobody was', async () => {
    const all = await figuresOf(data);
    const row = (month: string): unknown[] =>
      Object.entries(all).filter(([name]) => name.startsWith(`cohort.${month}.`)).map(([, n]) => n); // prettier-ignore
    expect(row('2024-01')).toEqual([2, 0, 1, 1, 0, 0]);
    expect(row('2024-02')).toEqual([3, 0, 0, 3, 0]);
    expect(row('2024-03')).toEqual([2, 0, 0, 1]);
    expect(row('2024-04')).toEqual([1, 0, 0]);
    expect(row('2024-05')).toEqual([]);
  });

  it('the month in which the data end is incomplete and not averaged', async () => {
    const { result } = await look<Churn>('churn', data);
    if (result.state !== 'ok') throw new Error(result.reason);
    // k = 3: April of January's 2, May of February's 3; June of March's is not over.
    expect(result.value.retention.average[3]).toBe(4 / 5);
    expect(result.value.retention.cohorts[2]!.cells[3]).toEqual({ customers: 1, complete: false });
  });
});

it('without a repeated order there is no suggestion, and a chosen number still works', async () => {
  const once = await dataOf(engine, ['A', 'B'].map((customer, i): Line => ({ customer, day: `2024-0${i + 1}-01`, amount: '1' }))); // prettier-ignore
  expect(await figuresOf(once)).toMatchObject({ 'churn.silence_days': null, 'churn.lost': null });
  const chosen = await figuresOf(once, { values: { churn: { silenceDays: 20 } } });
  expect(chosen).toMatchObject({ 'churn.silence_days': 20, 'churn.lost': 1 });
});
