import { describe, expect, it } from 'vitest';
import { dayOf, monthIndex, type Day } from '../../../src/base/day.ts';
import { gini } from '../../../src/stats/gini.ts';
import { herfindahl } from '../../../src/stats/herfindahl.ts';
import { jointRatio } from '../../../src/stats/jointRatio.ts';
import { countedQuantile } from '../../../src/stats/quantile.ts';
import { rank, type Ranked } from '../../../src/stats/ranked.ts';
import { retention } from '../../../src/stats/retention.ts';
import { backtest, suggestedSilence } from '../../../src/stats/silence.ts';
import { tiersByShare } from '../../../src/stats/tiers.ts';
import { topShare } from '../../../src/stats/topShare.ts';
import { bruteTiers } from './brute.ts';
import { cdnow, onlineRetail, referenceFolder, sumsByCustomer, type Purchase } from './reference.ts';

const missing = referenceFolder === '' ? ' (skipped: reference data not set)' : '';
const withReference = missing ? describe.skip : describe;
const ranking = (values: readonly number[]): Ranked => rank(Float64Array.from(values));

/** All figures of one published row, each to the digits printed. */
interface Published {
  readonly customers: number;
  readonly total: number;
  readonly top20: number;
  readonly gini: number;
  readonly countFor80: number;
  readonly joint: readonly [number, number];
  readonly hhiE4: number;
  readonly abc: readonly [number, number, number];
}

function expectPublished(values: readonly number[], published: Published): void {
  const ranked = ranking(values);
  expect(ranked.n).toBe(published.customers);
  expect(ranked.total).toBe(Math.round(published.total * 10_000));
  expect(topShare(ranked, 0.2)).toBeCloseTo(published.top20, 6);
  expect(gini(ranked)!.population).toBeCloseTo(published.gini, 6);
  expect(ranked.countFor(8000)).toBe(published.countFor80);
  const joint = jointRatio(ranked)!;
  expect(joint.customers * 100).toBeCloseTo(published.joint[0], 2);
  expect(joint.value * 100).toBeCloseTo(published.joint[1], 2);
  expect(herfindahl(ranked)! * 10_000).toBeCloseTo(published.hhiE4, 3);
  const raw = [ranked.countFor(8000)!, ranked.countFor(9500)!];
  expect([raw[0], raw[1]! - raw[0]!, ranked.n - raw[1]!]).toEqual(published.abc);
}

function expectTiersAsDefined(values: readonly number[]): void {
  const exact = values.map(BigInt);
  for (const crossing of ['better', 'worse'] as const) {
    for (const cuts of [
      [8000, 9500],
      [7000, 9000],
    ]) {
      const tiers = tiersByShare(ranking(values), { cuts, crossing })!;
      const brute = bruteTiers(exact, cuts, crossing);
      const customers = [0, 1, 2].map((tier) => brute.tierOf.filter((other) => other === tier).length);
      expect(tiers.map((tier) => tier.customers)).toEqual(customers);
      expect(tiers.slice(0, -1).map((tier) => tier.fragile)).toEqual(brute.fragile);
    }
  }
}

withReference(`CDNOW master, 23,570 customers${missing}`, () => {
  const purchases = missing ? [] : cdnow();
  const all = sumsByCustomer(purchases.map(({ customer, amount }) => [customer, amount]));
  const positive = all.filter((value) => value > 0);
  const days = orderDays(purchases.filter(({ amount }) => amount > 0));

  it('concentration of all customers', () => {
    expectPublished(all, {
      customers: 23_570,
      total: 2_500_315.63,
      top20: 0.677774,
      gini: 0.634571,
      countFor80: 7695,
      joint: [25.796, 74.204],
      hhiE4: 2.6126,
      abc: [7695, 8044, 7831],
    });
    const ranked = ranking(all);
    expect(gini(ranked)!.sample).toBeCloseTo(0.634598, 6);
    expect([5000, 7000, 9000, 9500].map((bp) => ranked.countFor(bp))).toEqual([2262, 5149, 12024, 15739]);
    expect(topShare(ranked, 0.01)).toBeCloseTo(0.158647, 6);
    expect(topShare(ranked, 0.05)).toBeCloseTo(0.366831, 6);
    expect(topShare(ranked, 0.1)).toBeCloseTo(0.509427, 6);
  });

  it('concentration of the 23,502 with a value above zero', () => {
    expectPublished(positive, {
      customers: 23_502,
      total: 2_500_315.63,
      top20: 0.677044,
      gini: 0.633514,
      countFor80: 7695,
      joint: [25.832, 74.168],
      hhiE4: 2.6126,
      abc: [7695, 8044, 7763],
    });
  });

  it('the customer who crosses the cut in the worse tier: 7,694', () => {
    expect(ranking(all).countWithin(8000)).toBe(7694);
  });

  it('tiers with ties equal the definition written out', () => {
    expectTiersAsDefined(all);
  });

  it('44,009 gaps between distinct order days, median 34, suggested silence 200', () => {
    const gaps = countGaps(days, Infinity);
    expect(gaps.reduce((sum, { count }) => sum + count, 0)).toBe(44_009);
    expect(
      countedQuantile(
        gaps.map(({ gap, count }) => ({ value: gap, count })),
        50,
      ),
    ).toBe(34);
    expect(suggestedSilence(gaps)).toBe(200);
  });

  it('back-test at 1997-12-31 over all rows: gaps to then 160, precision .881, recall .851, base rate .772', () => {
    const everyDay = orderDays(purchases);
    const cut = dayOf(1997, 12, 31);
    const silence = suggestedSilence(countGaps(everyDay, cut))!;
    expect(silence).toBe(160);
    const counts = { eligible: 0, flagged: 0, positive: 0, flaggedPositive: 0 };
    for (const own of everyDay.values()) {
      const before = own.filter((day) => day <= cut);
      if (before.length === 0) continue;
      const flagged = cut - before.at(-1)! > silence;
      const positive = before.length === own.length;
      counts.eligible += 1;
      counts.flagged += flagged ? 1 : 0;
      counts.positive += positive ? 1 : 0;
      counts.flaggedPositive += flagged && positive ? 1 : 0;
    }
    expect(counts.eligible - counts.positive).toBe(5374);
    const result = backtest(counts);
    expect(result.precision).toBeCloseTo(0.881, 3);
    expect(result.recall).toBeCloseTo(0.851, 3);
    expect(result.baseRate).toBeCloseTo(0.772, 3);
    expect(result.lift).toBeCloseTo(1.14, 2);
  });

  it('the January 1997 cohort: 7814, 1155, 964, 810, 679, 736', () => {
    const counts = new Map<string, { cohort: number; k: number; customers: number }>();
    for (const own of days.values()) {
      const cohort = monthIndex(own[0]!);
      for (const k of new Set(own.map((day) => monthIndex(day) - cohort))) {
        const entry = counts.get(`${cohort}+${k}`) ?? { cohort, k, customers: 0 };
        counts.set(`${cohort}+${k}`, { ...entry, customers: entry.customers + 1 });
      }
    }
    const table = retention([...counts.values()], dayOf(1998, 6, 30));
    const [january] = table.cohorts;
    expect(january!.cells.slice(0, 6).map(({ customers }) => customers)).toEqual([
      7814, 1155, 964, 810, 679, 736,
    ]);
    // The fourth cohort is two customers whose lines before November 1997 are all zero.
    expect(table.cohorts.map(({ cells, size }) => [cells.length, size]).at(-1)).toEqual([8, 2]);
    expect(table.cohorts.map(({ cells }) => cells.length)).toEqual([18, 17, 16, 8]);
    expect(table.cohorts.every(({ cells }) => cells.every(({ complete }) => complete))).toBe(true);
  });
});

/** Distinct days of each customer, ascending. */
function orderDays(purchases: readonly Purchase[]): Map<string, Day[]> {
  const days = new Map<string, Set<Day>>();
  for (const { customer, day } of purchases) days.set(customer, (days.get(customer) ?? new Set()).add(day));
  return new Map([...days].map(([customer, own]) => [customer, [...own].sort((a, b) => a - b)]));
}

function countGaps(days: ReadonlyMap<string, readonly Day[]>, until: Day): { gap: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const own of days.values()) {
    for (let i = 1; i < own.length && own[i]! <= until; i++) {
      const gap = own[i]! - own[i - 1]!;
      counts.set(gap, (counts.get(gap) ?? 0) + 1);
    }
  }
  return [...counts].map(([gap, count]) => ({ gap, count }));
}

withReference(`Online Retail, 541,909 rows${missing}`, () => {
  const lines = missing ? [] : onlineRetail();
  const named = lines.filter(({ customer }) => customer !== '');
  const gross = lines.filter(({ quantity, price }) => quantity > 0 && price > 0);
  const sums = (some: typeof lines) =>
    sumsByCustomer(some.map(({ customer, quantity, price }) => [customer, quantity * price]));
  const net = sums(named);

  it('has all rows', () => {
    expect(lines.length).toBe(541_909);
    expect(lines.length - named.length).toBe(135_080);
  });

  it('C1: gross, with id', () => {
    const values = sums(gross.filter(({ customer }) => customer !== ''));
    expectPublished(values, {
      customers: 4338,
      total: 8_911_407.904,
      top20: 0.746079,
      gini: 0.71514,
      countFor80: 1133,
      joint: [22.77, 77.23],
      hhiE4: 46.436,
      abc: [1133, 1469, 1736],
    });
    expectTiersAsDefined(values);
  });

  it('C2: net as it is, 41 customers negative', () => {
    expect(net.filter((value) => value < 0).length).toBe(41);
    expectPublished(net, {
      customers: 4372,
      total: 8_300_065.814,
      top20: 0.738326,
      gini: 0.709284,
      countFor80: 1171,
      joint: [23.11, 76.89],
      hhiE4: 45.151,
      abc: [1171, 1436, 1765],
    });
  });

  it('C3: net, zero or less counted as zero', () => {
    const values = net.map((value) => Math.max(0, value));
    expectPublished(values, {
      customers: 4372,
      total: 8_313_294.954,
      top20: 0.737151,
      gini: 0.706567,
      countFor80: 1178,
      joint: [23.18, 76.82],
      hhiE4: 45.004,
      abc: [1178, 1456, 1738],
    });
    expectTiersAsDefined(values);
  });

  it('C4: net, zero or less apart (the default)', () => {
    expectPublished(
      net.filter((value) => value > 0),
      {
        customers: 4317,
        total: 8_313_294.954,
        top20: 0.734488,
        gini: 0.702828,
        countFor80: 1178,
        joint: [23.32, 76.68],
        hhiE4: 45.004,
        abc: [1178, 1456, 1683],
      },
    );
    const apart = net.filter((value) => value <= 0);
    expect([apart.length, apart.reduce((sum, value) => sum + value, 0)]).toEqual([55, -132_291_400]);
  });

  it('C7: gross, missing ids as one customer', () => {
    expectPublished(sums(gross), {
      customers: 4339,
      total: 10_666_684.544,
      top20: 0.787709,
      gini: 0.761647,
      countFor80: 934,
      joint: [20.67, 79.33],
      hhiE4: 303.2,
      abc: [934, 1503, 1902],
    });
  });
});
