import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../src/base/day.ts';
import { langs } from '../../../../src/i18n/lang.ts';
import { applyRules } from '../../../../src/model/schemes/apply.ts';
import { preset, rfmGrid } from '../../../../src/model/schemes/presets/rfm.ts';
import type { Rules, Settings, Tiering } from '../../../../src/model/schemes/types.ts';
import { rank } from '../../../../src/stats/ranked.ts';
import { cdnow, referenceFolder, tenThousandths } from '../../stats/reference.ts';
import { customersOf, metricsOf, modelWith, rulesWith, settingsOf, type Row } from './people.ts';
import { place } from './placing.ts';

/** The grid as it is published: rows F 5 to F 1, columns R 1 to R 5. */
const published = [
  ['cant_lose', 'cant_lose', 'loyal', 'loyal', 'champions'],
  ['at_risk', 'at_risk', 'loyal', 'loyal', 'champions'],
  ['at_risk', 'at_risk', 'need_attention', 'potential_loyalist', 'potential_loyalist'],
  ['hibernating', 'hibernating', 'about_to_sleep', 'potential_loyalist', 'potential_loyalist'],
  ['hibernating', 'hibernating', 'about_to_sleep', 'promising', 'new'],
];
const segment = (r: number, f: number): string => published[5 - f]![r - 1]!;

const fives = [1, 2, 3, 4, 5];
const ownLimits: Settings = {
  bins: 'own',
  r_cuts: [10, 20, 30, 40],
  f_cuts: [1, 2, 3, 4],
  m_cuts: [100, 200, 300, 400],
};

describe('rfm: ten names over 25 cells', () => {
  // Days to the day after the as-of date are one more than recency: 10 days is a recency of 9.
  const people = Object.fromEntries(
    fives.flatMap((r) =>
      fives.map((f) => [`r${r}f${f}`, { value: 100, recency_days: (6 - r) * 10 - 1, orders: f }]),
    ),
  );

  it('each cell has the name that the published grid gives it, and nobody is left over', () => {
    const { tiers, tiering } = place(preset, people, ownLimits);
    for (const r of fives) for (const f of fives) expect(tiers[`r${r}f${f}`], `${r}${f}`).toBe(segment(r, f));
    expect(tiering.tiers.at(-1)).toMatchObject({ id: 'unscored', customers: 0 });
  });

  it('each cell is covered once: no rule holds for a customer whom an earlier one took', () => {
    expect(place(preset, people, ownLimits).tiering.tiers.map((tier) => tier.shadowed)).toEqual(
      Array.from({ length: 11 }, () => 0),
    );
    const cells = rfmGrid.reduce((sum, { r, f }) => sum + (r[1] - r[0] + 1) * (f[1] - f[0] + 1), 0);
    expect(cells).toBe(25);
  });

  it('an unknown recency is not scored and stays out of the cuts', () => {
    const { tiers } = place(preset, {
      a: { value: 1, orders: 3 },
      b: { value: 2, recency_days: 5, orders: 3 },
    });
    expect(tiers).toEqual({ a: 'unscored', b: 'new' });
  });

  it('customers without an order, or listed apart, are not placed', () => {
    const { tiers } = place(preset, {
      a: { value: 10, recency_days: 1, orders: 1 },
      b: { value: 9, orders: 0 },
      c: { value: 0, recency_days: 1, orders: 1 },
    });
    expect(tiers).toMatchObject({ b: null, c: null });
    expect(tiers.a).not.toBeNull();
  });
});

const scoresIn = (people: Record<string, Row>, settings: Settings, axis: string): Record<string, number> => {
  const { score } = place(preset, people, settings);
  return Object.fromEntries(Object.keys(people).map((key) => [key, score(axis, key)]));
};

describe('rfm: each limit’s exact edge', () => {
  const recency = (days: readonly number[]) =>
    Object.fromEntries(days.map((d) => [`d${d}`, { value: 1, recency_days: d, orders: 1 }]));

  it('30 days counted to the day after the as-of date are a recency of 29; 5 is the most recent', () => {
    const people = recency([0, 29, 30, 89, 90, 179, 180, 364, 365]);
    expect(scoresIn(people, { bins: 'own' }, 'r')).toEqual({
      d0: 5, d29: 5, d30: 4, d89: 4, d90: 3, d179: 3, d180: 2, d364: 2, d365: 1,
    }); // prettier-ignore
  });

  it('counted to the as-of date itself, a recency of 30 is still within 30 days', () => {
    expect(scoresIn(recency([29, 30, 31]), { bins: 'own', days: 'as_of' }, 'r')).toEqual({ d29: 5, d30: 5, d31: 4 }); // prettier-ignore
  });

  it('fixed orders: 1, 2, 3 to 4, 5 or more are scored 1, 2, 4, 5', () => {
    const people = Object.fromEntries(
      [1, 2, 3, 4, 5, 60].map((orders) => [`o${orders}`, { value: 1, recency_days: 1, orders }]),
    );
    expect(scoresIn(people, { bins: 'bands' }, 'f')).toEqual({ o1: 1, o2: 2, o3: 4, o4: 4, o5: 5, o60: 5 });
  });

  it('own limits of orders and money hold up to and including the limit, in any order typed', () => {
    const people = Object.fromEntries(
      [100, 100.0001, 500, 2000, 10_000, 10_000.01].map((value, i) => [`m${i}`, { value, recency_days: 1, orders: i + 1 }]),
    ); // prettier-ignore
    const settings = { bins: 'own', m_cuts: [10_000, 100, 2000, 500], f_cuts: [4, 1, 2, 5] } as const;
    expect(scoresIn(people, settings, 'm')).toEqual({ m0: 1, m1: 2, m2: 2, m3: 3, m4: 4, m5: 5 });
    expect(scoresIn(people, settings, 'f')).toEqual({ m0: 1, m1: 2, m2: 3, m3: 3, m4: 4, m5: 5 });
  });

  it('quarters are scored 1, 2, 4, 5 and thirds 1, 3, 5; a value equal to a cut stays below it', () => {
    // Type 7 over 1 … 9: quarters at 3, 5, 7; thirds at 3 2/3 and 6 1/3.
    const people = Object.fromEntries(
      fives.concat(6, 7, 8, 9).map((value) => [`v${value}`, { value, recency_days: 1, orders: 1 }]),
    );
    const list = (bins: string) => Object.values(scoresIn(people, { bins }, 'm'));
    expect(list('quartiles')).toEqual([1, 1, 1, 2, 2, 4, 4, 5, 5]);
    expect(list('thirds')).toEqual([1, 1, 1, 3, 3, 3, 5, 5, 5]);
    // Fifths of nine: 2.6, 4.2, 5.8, 7.4.
    expect(list('quintiles')).toEqual([1, 1, 2, 2, 3, 4, 4, 5, 5]);
  });

  it('one order each: all have the frequency of 1, and of two halves the upper has the cut’s other side', () => {
    const once = Object.fromEntries(fives.map((i) => [`c${i}`, { value: i, recency_days: i, orders: 1 }]));
    expect(Object.values(scoresIn(once, {}, 'f'))).toEqual([1, 1, 1, 1, 1]);
    // Eight with one order and two with five: every cut but the last is 1, the last is 1.8 (type 7 at 7.2 of 0 … 9).
    const twice = Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [`c${i}`, { value: 1, recency_days: 1, orders: i < 8 ? 1 : 5 }]),
    );
    const { tiering } = place(preset, twice);
    expect(tiering.cuts['score:f']).toEqual([1, 1, 1, expect.closeTo(1.8, 12)]);
    expect(Object.values(scoresIn(twice, {}, 'f'))).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 5, 5]);
  });

  it('money by the average order looks at that, not at the net value', () => {
    const people = {
      a: { value: 100, recency_days: 1, orders: 10, average_order: 10 },
      b: { value: 90, recency_days: 1, orders: 1, average_order: 90 },
    };
    expect(scoresIn(people, {}, 'm')).toEqual({ a: 5, b: 1 });
    expect(scoresIn(people, { money: 'average' }, 'm')).toEqual({ a: 1, b: 5 });
  });

  it('natural breaks part five clusters where they are', () => {
    const people = Object.fromEntries(
      [1, 1.1, 1.2, 50, 51, 900, 905, 20_000, 500_000].map((value, i) => [`c${i}`, { value, recency_days: 1, orders: 1 }]),
    ); // prettier-ignore
    expect(Object.values(scoresIn(people, { bins: 'suggested' }, 'm'))).toEqual([1, 1, 1, 2, 2, 3, 3, 4, 5]);
  });
});

/** Type-7 quantile by its definition, and the score as the share of the cuts that a value has passed. */
function naive(values: readonly number[], x: number, at: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const cut = (p: number): number => {
    const h = (sorted.length - 1) * p;
    const i = Math.floor(h);
    return sorted[i]! + (h - i) * ((sorted[i + 1] ?? sorted[i]!) - sorted[i]!);
  };
  return 1 + at.filter((p) => x > cut(p)).length;
}

describe('rfm against a score worked out customer by customer', () => {
  const person = fc.record({
    value: fc.integer({ min: 1, max: 40 }),
    recency_days: fc.integer({ min: 0, max: 30 }),
    orders: fc.integer({ min: 1, max: 6 }),
  });
  const shares: Record<string, readonly number[]> = {
    quintiles: [0.2, 0.4, 0.6, 0.8],
    quartiles: [0.25, 0.5, 0.5, 0.75],
  };

  it('random customers with many equal values', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 60 }), fc.constantFrom('quintiles', 'quartiles'), (rows, bins) => {
        const people = Object.fromEntries(rows.map((row, i) => [`c${i}`, row]));
        const { tiers, score } = place(preset, people, { bins });
        const at = shares[bins]!;
        rows.forEach((row, i) => {
          const r = 6 - naive(rows.map((x) => x.recency_days), row.recency_days, at);
          const f = naive(rows.map((x) => x.orders), row.orders, at);
          const m = naive(rows.map((x) => x.value), row.value, at);
          expect([score('r', `c${i}`), score('f', `c${i}`), score('m', `c${i}`)]).toEqual([r, f, m]);
          expect(tiers[`c${i}`]).toBe(segment(r, f));
        });
      }),
      { seed: 4, numRuns: 60 },
    ); // prettier-ignore
  });
});

/** Applies the default rules to customers given as rows, value descending. */
function apply(rows: readonly Row[], change: Partial<Rules> = {}): Tiering {
  const sorted = [...rows].sort((a, b) => b.value! - a.value!);
  const value = Float64Array.from(sorted, (row) => Math.round(row.value! * 10_000));
  const rules = { ...rulesWith(preset), ...change };
  const scheme = { id: 'rfm', version: 1, preset: 'rfm', name: null, settings: {}, rules: null, overrides: {} } as const; // prettier-ignore
  const customers = customersOf(sorted.map((_, i) => `${i}`), sorted, value); // prettier-ignore
  return applyRules(scheme, rules, { customers, ranked: rank(value), metrics: metricsOf(sorted) });
}

const sizes = (tiering: Tiering, axis: string): number[] => {
  const counts = [0, 0, 0, 0, 0];
  for (const score of tiering.score(axis)) counts[score - 1]!++;
  return counts;
};
const cell = (tiering: Tiering, score: number): number =>
  tiering
    .score('r')
    .filter((r, k) => r === score && tiering.score('f')[k] === score && tiering.score('m')[k] === score)
    .length;
const bySegment = (tiering: Tiering): Record<string, number> =>
  Object.fromEntries(
    tiering.tiers.filter((tier) => tier.customers > 0).map((tier) => [tier.id, tier.customers]),
  );
const cutsOf = (tiering: Tiering, axis: string, add = 0): number[] =>
  (tiering.cuts[`score:${axis}`] as readonly number[]).map((cut) => cut + add);

const reference = referenceFolder ? it : it.skip;
const unset = referenceFolder ? '' : ' (reference data not set)';

describe('published figures', () => {
  // The published file keeps the 68 customers without a payment, and counts rows, or days, as purchases.
  const logOf = (purchases: 'rows' | 'days'): Row[] => {
    const log = new Map<string, { amount: number; last: number; rows: number; days: Set<number> }>();
    for (const { customer, day, amount } of cdnow()) {
      const own = log.get(customer) ?? { amount: 0, last: 0, rows: 0, days: new Set<number>() };
      own.amount += amount;
      own.last = Math.max(own.last, day);
      own.rows++;
      own.days.add(day);
      log.set(customer, own);
    }
    const asOf = dayOf(1998, 6, 30);
    return [...log.values()].map(({ amount, last, rows, days }) => ({
      value: amount / 10_000,
      recency_days: asOf - last,
      orders: purchases === 'rows' ? rows : days.size,
    }));
  };

  reference(`CDNOW, 23,570 customers, purchases as rows${unset}`, () => {
    const tiering = apply(logOf('rows'), { population: 'all' });
    expect(cutsOf(tiering, 'r', 1)).toEqual([142, 433, 486, 513]);
    expect(cutsOf(tiering, 'f')).toEqual([1, 1, 2, 4]);
    [15.36, 31.35, 59.924, 133.95].forEach((cut, i) => expect(cutsOf(tiering, 'm')[i]).toBeCloseTo(cut, 9));
    expect(sizes(tiering, 'r')).toEqual([4539, 4748, 4844, 4720, 4719]);
    expect(sizes(tiering, 'f')).toEqual([11_908, 0, 4079, 3658, 3925]);
    expect(sizes(tiering, 'm')).toEqual([4817, 4615, 4710, 4715, 4713]);
    expect([cell(tiering, 5), cell(tiering, 1)]).toEqual([2360, 1665]);
    expect(bySegment(tiering)).toEqual({
      champions: 4151,
      loyal: 3309,
      potential_loyalist: 2377,
      need_attention: 968,
      about_to_sleep: 3478,
      at_risk: 846,
      cant_lose: 11,
      hibernating: 8430,
    });
  });

  reference(`CDNOW, purchases as days${unset}`, () => {
    const tiering = apply(logOf('days'), { population: 'all' });
    expect(sizes(tiering, 'f')).toEqual([12_054, 0, 4040, 3641, 3835]);
    expect(cell(tiering, 5)).toBe(2345);
    expect(bySegment(tiering)).toMatchObject({
      champions: 4134,
      loyal: 3246,
      cant_lose: 6,
      hibernating: 8537,
    });
  });

  reference(`Online Retail, named buyers, only lines above zero${unset}`, () => {
    const text = gunzipSync(readFileSync(join(referenceFolder, 'online_retail.csv.gz'))).toString('utf8');
    const people = new Map<string, { cents: number; last: number; orders: Set<string> }>();
    // No field after the description holds a comma, so the columns are counted from the end.
    for (const line of text.trimEnd().split(/\r?\n/).slice(1)) {
      const fields = line.split(',');
      const [quantity, when, price, customer] = [
        fields.at(-5)!,
        fields.at(-4)!,
        fields.at(-3)!,
        fields.at(-2)!,
      ];
      const value = Number(quantity) * tenThousandths(price);
      if (customer === '' || Number(quantity) <= 0 || value <= 0) continue;
      const [y, m, d] = when.slice(0, 10).split('-').map(Number) as [number, number, number];
      const own = people.get(customer) ?? { cents: 0, last: 0, orders: new Set<string>() };
      own.cents += value;
      own.last = Math.max(own.last, dayOf(y, m, d));
      own.orders.add(fields[0]!);
      people.set(customer, own);
    }
    const asOf = dayOf(2011, 12, 9);
    const rows = [...people.values()].map(({ cents, last, orders }) => ({
      value: cents / 10_000,
      recency_days: asOf - last,
      orders: orders.size,
    }));
    const tiering = apply(rows);
    expect(tiering.placed).toBe(4338);
    [13.8, 33, 72, 180].forEach((cut, i) => expect(cutsOf(tiering, 'r', 1)[i]).toBeCloseTo(cut, 9));
    expect(cutsOf(tiering, 'f')).toEqual([1, 2, 3, 6]);
    [250.194, 490.096, 942.276, 2058.426].forEach((cut, i) =>
      expect(cutsOf(tiering, 'm')[i]).toBeCloseTo(cut, 9),
    );
    expect(sizes(tiering, 'r')).toEqual([861, 866, 863, 880, 868]);
    expect(sizes(tiering, 'f')).toEqual([1493, 835, 508, 802, 700]);
    expect(sizes(tiering, 'm')).toEqual([868, 867, 868, 867, 868]);
    expect([cell(tiering, 5), cell(tiering, 1)]).toEqual([324, 330]);
    expect(Object.fromEntries(tiering.tiers.map((tier) => [tier.id, [tier.customers, tier.value / 10_000]]))).toEqual({
      champions: [604, 4_303_871.89],
      loyal: [688, 2_210_652.881],
      potential_loyalist: [484, 586_236.63],
      new: [67, 23_358.72],
      promising: [169, 53_539.12],
      need_attention: [121, 141_275.92],
      about_to_sleep: [478, 249_848.51],
      cant_lose: [35, 119_806.75],
      at_risk: [357, 539_260.091],
      hibernating: [1335, 683_557.392],
      unscored: [0, 0],
    }); // prettier-ignore
  });
});

describe('words and settings', () => {
  it.each(langs)('%s names every tier, score, setting, option and item', (lang) => {
    const words = preset.strings[lang];
    const rules = rulesWith(preset);
    expect(Object.keys(words.tiers).toSorted()).toEqual([...rules.tiers, rules.rest].map(({ id }) => id).toSorted());
    expect(Object.keys(words.scores)).toEqual(rules.scores.map(({ id }) => id));
    expect(Object.keys(words.settings)).toEqual(Object.keys(preset.settings));
    for (const [field, { input, key, fallback, valid }] of Object.entries(preset.settings)) {
      expect(key).toBe(field);
      expect(valid(fallback)).toBe(true);
      if (input.kind === 'choice') expect(Object.keys(words.settings[field]!.options!)).toEqual(input.options);
      if (input.kind === 'numbers') expect(words.settings[field]!.items).toHaveLength(input.length);
    }
  }); // prettier-ignore

  it('settings read back from a link as they were written', () => {
    for (const [field, value] of Object.entries(settingsOf(preset, { ...ownLimits, days: 'as_of', m_cuts: [0.25, 250.194, 942.2765, 2058] }))) {
      const setting = preset.settings[field]!;
      expect(setting.read(setting.write(value))).toEqual(value);
    }
    for (const text of ['', '1_2_3', '1_2_3_4_5', '1_2_3_x', '-1_2_3_4', '1_2_3_99999999'])
      expect(preset.settings.f_cuts!.read(text), text).toBeUndefined();
  }); // prettier-ignore

  it('whatever the bins, the rules name only scores that they make', () => {
    const { input } = preset.settings.bins!;
    if (input.kind !== 'choice') throw new Error('bins are a choice');
    for (const bins of input.options) {
      const rules = preset.rules(settingsOf(preset, { bins }), modelWith());
      expect(rules.scores.map(({ id }) => id)).toEqual(['r', 'f', 'm']);
      expect(rules.tiers.map(({ id }) => id)).toEqual(rfmGrid.map(({ id }) => id));
    }
  });
});
