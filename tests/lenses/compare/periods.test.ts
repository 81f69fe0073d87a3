import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf, isoDay } from '../../../src/base/day.ts';
import { params } from '../../../src/lenses/compare/params.ts';
import { spansOf, suggestedSpans } from '../../../src/lenses/compare/periods.ts';
import type { Comparison } from '../../../src/lenses/compare/result.ts';
import type { Period } from '../../../src/model/period.ts';
import type { Line } from '../../support/lines.ts';
import { type Choices, dataOf, figuresOf } from '../../support/lenses.ts';
import { look } from '../../support/lensCheck.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const period = (from: number, to: number): Period => ({
  from,
  to,
  asOf: to,
  halfDays: Math.floor((to - from + 1) / 2),
});
const iso = ({
  first,
  second,
}: {
  first: { from: number; to: number };
  second: { from: number; to: number };
}) => [first.from, first.to, second.from, second.to].map(isoDay);

describe('the periods that are suggested', () => {
  it('the last two whole years', () => {
    const two = ['2023-01-01', '2023-12-31', '2024-01-01', '2024-12-31'];
    expect(iso(suggestedSpans(period(dayOf(2022, 5, 1), dayOf(2024, 12, 31))))).toEqual(two);
    expect(iso(suggestedSpans(period(dayOf(2022, 5, 1), dayOf(2025, 12, 24))))).toEqual(two);
    // The last week of a year counts as its end, the first as its beginning.
    expect(iso(suggestedSpans(period(dayOf(2023, 1, 7), dayOf(2024, 12, 25))))).toEqual(two);
  });

  it('else the two halves, an odd day dropped', () => {
    expect(iso(suggestedSpans(period(dayOf(2023, 1, 8), dayOf(2024, 12, 31))))).not.toContain('2023-01-01');
    expect(iso(suggestedSpans(period(dayOf(2024, 1, 1), dayOf(2024, 1, 9))))).toEqual(['2024-01-02', '2024-01-05', '2024-01-06', '2024-01-09']); // prettier-ignore
  });

  it('typed days win, inside the notebook’s period only; unequal, overlapping and cut ones are named', () => {
    const whole = period(dayOf(2023, 1, 1), dayOf(2024, 12, 31));
    const typed = spansOf(whole, params.parse({ from1: dayOf(2022, 1, 1), to1: dayOf(2023, 6, 30) }))!;
    expect(iso(typed)).toEqual(['2023-01-01', '2023-06-30', '2024-01-01', '2024-12-31']);
    expect(typed).toMatchObject({ suggested: false, equalLength: false, overlapping: false, clipped: true });
    const free = spansOf(whole, params.defaults)!;
    // 365 and 366 days, but both are years
    expect(free).toMatchObject({ suggested: true, equalLength: true, overlapping: false, clipped: false });
    expect(spansOf(whole, params.parse({ to1: dayOf(2024, 2, 1) }))).toMatchObject({ overlapping: true });
    expect(spansOf(whole, params.parse({ from2: dayOf(2025, 1, 1) }))).toBeNull();
  });
});

// 2023: A 60 B 20 C 10 D 10 E 5 X -2; 2024: A 50 C 40 D 10 E 5 F 30 X 4. B left, F came.
const lines: Line[] = [
  ...Object.entries({ A: 60, B: 20, C: 10, D: 10, E: 5, X: -2 }).map(([customer, amount]) => ({ customer, day: '2023-01-03', amount: String(amount) })),
  ...Object.entries({ A: 50, C: 40, D: 10, E: 5, F: 30, X: 4 }).map(([customer, amount]) => ({ customer, day: '2024-12-30', amount: String(amount) })),
]; // prettier-ignore
const periods = (values: Record<string, unknown> = {}, more: Choices = {}): Choices => ({
  ...more,
  values: { compare: { by: 'period', ...values } },
});

describe('2023 against 2024 by hand', () => {
  it('shares of both, and what the change is made of', async () => {
    expect(await figuresOf(await dataOf(engine, lines), periods())).toMatchObject({
      'compare.1.customers': 5,
      'compare.1.value': 105,
      'compare.1.apart_customers': 1,
      'compare.1.n80': 3, // 60 + 20 + 10 = 90 of 105, two are 80
      'compare.2.customers': 6,
      'compare.2.value': 139,
      'compare.2.n80': 3, // 50 + 40 + 30 = 120 of 139
      'compare.change.before': 103,
      'compare.change.after': 139,
      'compare.change.left': -20,
      'compare.change.left_customers': 1,
      'compare.change.came': 30,
      'compare.change.came_customers': 1,
      'compare.change.grew': 36, // C +30, X +6
      'compare.change.grew_customers': 2,
      'compare.change.shrank': -10,
      'compare.change.shrank_customers': 1,
      'compare.change.same': 0,
      'compare.change.same_customers': 2,
    });
  });

  it('the largest: equal values together, so four in 2023 (A B C D) and three in 2024 (A C F)', async () => {
    expect(await figuresOf(await dataOf(engine, lines), periods())).toMatchObject({
      'compare.vital.before': 4,
      'compare.vital.after': 3,
      'compare.vital.stayed': 2,
      'compare.vital.fell': 1,
      'compare.vital.gone': 1,
      'compare.vital.new': 1,
    });
  });

  it('with the first period’s cut kept (10) D is among them again', async () => {
    expect(await figuresOf(await dataOf(engine, lines), periods({ cut: 'keep' }))).toMatchObject({
      'compare.vital.before': 4,
      'compare.vital.after': 4,
      'compare.vital.stayed': 3,
      'compare.vital.fell': 0,
      'compare.vital.gone': 1,
      'compare.vital.new': 1,
    });
  });

  it('the handle moves who is meant by the largest', async () => {
    const figures = await figuresOf(await dataOf(engine, lines), periods({}, { tiers: { cut1: 5000 } }));
    expect(figures).toMatchObject({
      'compare.vital.before': 1,
      'compare.vital.after': 2,
      'compare.vital.stayed': 1,
    });
  });

  it('says so in both languages', async () => {
    const { say } = await look<Comparison>('compare', await dataOf(engine, lines), periods());
    expect(say('en')).toMatch(/^From 2023 to 2024, revenue goes from 103 to 139, the share of the top 20% from 57\.1% to 41\.7%, and the customers who bring 80% from 3 to 3\. Of the 4 largest, who brought 80% in the first period, 2 stayed among the largest, 1 fell, 1 left; new among them: 1\./); // prettier-ignore
    expect(say('zh-Hans')).toMatch(/^从2023年到2024年，收入由103变为139，前20%的占比由57\.1%变为41\.7%，带来80%的客户由3个变为3个。前一时期带来80%的4个最大客户中，2个仍在其列，1个跌出，1个不再出现；新进入的有1个。/); // prettier-ignore
  });

  it('a period without a day, or with nobody above zero, says so and draws what there is', async () => {
    const data = await dataOf(engine, lines);
    const beyond = await look<Comparison>('compare', data, periods({ from2: dayOf(2030, 1, 1), to2: dayOf(2030, 12, 31) })); // prettier-ignore
    expect(beyond.say('en')).toMatch(/choose other days/);
    const nobody = await look<Comparison>('compare', data, periods({ from1: dayOf(2023, 6, 1), to1: dayOf(2023, 8, 31) })); // prettier-ignore
    expect(nobody.say('zh-Hans')).toMatch(/请另选日期/);
    if (nobody.result.state !== 'ok') throw new Error(nobody.result.reason);
    expect(nobody.result.value.groups.map((group) => group.ranked.defined)).toEqual([false, true]);
  });
});

describe('random tables', () => {
  const rows = fc.array(
    fc.record({
      customer: fc.integer({ min: 0, max: 9 }),
      day: fc.constantFrom('2023-01-02', '2023-07-01', '2024-01-05', '2024-12-30'),
      amount: fc.integer({ min: -9, max: 40 }),
    }),
    { minLength: 2, maxLength: 40 },
  );

  it('the parts add up to the change exactly, and every customer of the largest has one fate', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const all = [...list, { customer: 0, day: '2023-01-01', amount: 1 }, { customer: 1, day: '2024-12-31', amount: 1 }]; // prettier-ignore
        const data = await dataOf(engine, all.map((r) => ({ customer: `K${r.customer}`, day: r.day, amount: (r.amount + 0.0001).toFixed(4) }))); // prettier-ignore
        const f = await figuresOf(data, periods());
        const sum = (year: string) => all.filter((r) => r.day.startsWith(year)).reduce((s, r) => s + r.amount * 10_000 + 1, 0); // prettier-ignore
        const tenThousandths = (name: string): number => Math.round(f[`compare.change.${name}`]! * 10_000);
        expect([tenThousandths('before'), tenThousandths('after')]).toEqual([sum('2023'), sum('2024')]);
        const parts = ['left', 'came', 'grew', 'shrank', 'same'];
        expect(parts.reduce((s, part) => s + tenThousandths(part), 0)).toBe(sum('2024') - sum('2023'));
        const people = parts.reduce((s, part) => s + f[`compare.change.${part}_customers`]!, 0);
        expect(people).toBe(new Set(all.map((r) => r.customer)).size);
        const few = (name: string): number => f[`compare.vital.${name}`]!;
        expect(few('stayed') + few('fell') + few('gone')).toBe(few('before'));
        expect(few('stayed') + few('new')).toBe(few('after'));
      }),
      { seed: 31, numRuns: 25 },
    );
  });
});
