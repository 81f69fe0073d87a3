import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/base/fingerprint.ts';
import { samples } from '../../../src/samples/index.ts';
import {
  countOrders,
  customersFor,
  giniByPairs,
  netByCustomer,
  rankedNets,
  readRows,
  sum,
  top20,
  type SampleRow,
} from './answers.ts';

it('fingerprint of ASCII text is FNV-1a: the published values of "", "a" and "foobar"', () => {
  expect(['', 'a', 'foobar'].map(fingerprint)).toEqual(['811c9dc5', 'e40c292c', 'bf9cf968']);
});

describe.each(samples)('$id', (sample) => {
  const rows = readRows(sample);
  const net = netByCustomer(rows);
  const ranked = rankedNets(net);
  const named = rows.filter(({ customer }) => customer !== '');

  it('is the same text on every call, in order of date, with nothing that needs quotes', () => {
    const text = sample.csv();
    expect(sample.csv()).toBe(text);
    expect(text).not.toMatch(/["\r]/);
    expect(rows.every((row, i) => i === 0 || row.day >= rows[i - 1]!.day)).toBe(true);
    expect(Object.keys(sample.roles).toSorted()).toEqual(
      text.slice(0, text.indexOf('\n')).split(',').toSorted(),
    );
  });

  it('gives the known answers, counted from its text', () => {
    expect({
      rows: rows.length,
      customers: net.size,
      apart: net.size - ranked.length,
      orders: countOrders(rows),
      value: Number(sum([...net.values()])) / 100,
      walkinRows: rows.length - named.length,
      firstDate: Number(named[0]!.date.replaceAll('-', '')),
      lastDate: Number(named.at(-1)!.date.replaceAll('-', '')),
      top20Share: Number(top20(ranked).toFixed(4)),
      gini: Number(giniByPairs(ranked).toFixed(4)),
      largestShare: Number((Number(ranked[0]) / Number(sum(ranked))).toFixed(4)),
      customersFor80: customersFor(ranked, 80n),
    }).toEqual(sample.known);
  });

  it('begins and ends on the same days with and without walk-in rows', () => {
    expect([named[0]!.date, named.at(-1)!.date]).toEqual([rows[0]!.date, rows.at(-1)!.date]);
  });
});

describe('the story of Tea', () => {
  const rows = readRows(samples[0]!);
  const year = (y: string): SampleRow[] => rows.filter(({ date }) => date.startsWith(y));
  const [before, after] = [netByCustomer(year('2024')), netByCustomer(year('2025'))];
  const cutOf = (net: ReadonlyMap<string, bigint>, percent: bigint): bigint => {
    const values = rankedNets(net);
    return values[customersFor(values, percent) - 1]!;
  };
  const cutA = cutOf(before, 80n);
  const vital = [...before].filter(([, value]) => value >= cutA).map(([customer]) => customer);
  const ordered = new Set(
    year('2025')
      .filter(({ cents }) => cents > 0n)
      .map(({ customer }) => customer),
  );

  it('80/20 holds nearly: the top fifth bring 77.5 to 79 %', () => {
    expect(samples[0]!.known.top20Share).toBeGreaterThan(0.775);
    expect(samples[0]!.known.top20Share).toBeLessThan(0.79);
  });

  it('the business grows by 6.2 % while its A customers of 2024 bring 14.0 % less', () => {
    const growth = Number(sum([...after.values()])) / Number(sum([...before.values()])) - 1;
    expect(growth).toBeCloseTo(0.0622, 4);
    const held = (net: ReadonlyMap<string, bigint>) =>
      Number(sum(vital.map((customer) => net.get(customer) ?? 0n)));
    expect(held(after) / held(before) - 1).toBeCloseTo(-0.1396, 4);
  });

  it('of 211 A customers of 2024, 138 stay, 52 fall, 19 place no order and 2 turn negative', () => {
    const cuts = [cutOf(after, 80n), cutOf(after, 95n)] as const;
    const states = { A: 0, B: 0, C: 0, netNonpositive: 0, none: 0 };
    for (const customer of vital) {
      const value = after.get(customer) ?? 0n;
      if (!ordered.has(customer)) states.none += 1;
      else if (value <= 0n) states.netNonpositive += 1;
      else states[value >= cuts[0] ? 'A' : value >= cuts[1] ? 'B' : 'C'] += 1;
    }
    expect(vital.length).toBe(211);
    expect(states).toEqual({ A: 138, B: 42, C: 10, netNonpositive: 2, none: 19 });
  });

  it('60 of them fell by more than half, and nine carry half of that loss', () => {
    const losses = vital
      .map((customer) => [before.get(customer)!, after.get(customer) ?? 0n] as const)
      .filter(([was, is]) => is * 2n < was)
      .map(([was, is]) => was - is)
      .sort((a, b) => Number(b - a));
    expect(losses.length).toBe(60);
    expect(customersFor(losses, 50n)).toBe(9);
  });

  it('nobody without an order in 2025 has returns there, so the two states never mix', () => {
    expect([...after.keys()].filter((customer) => !ordered.has(customer))).toEqual([]);
  });
});

it('the story of Canteen: 80/20 is no law, the top fifth bring 24.5 to 26 %', () => {
  const { known } = samples[1]!;
  expect(known.top20Share).toBeGreaterThan(0.245);
  expect(known.top20Share).toBeLessThan(0.26);
  expect(known.rows).toBeLessThanOrEqual(20_000);
});
