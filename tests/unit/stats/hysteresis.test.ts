import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tierChanges, withHysteresis } from '../../../src/stats/hysteresis.ts';

/** Tiers A, B, C; x has none. */
const letters = 'ABCx';
const periods = (...customers: string[]): Uint8Array[] =>
  Array.from(customers[0]!, (_, p) => Uint8Array.from(customers, (c) => letters.indexOf(c[p]!)));
const read = (states: readonly Uint8Array[]): string[] =>
  Array.from(states[0]!, (_, k) => states.map((period) => letters[period[k]!]).join(''));
const after = (n: number, customer: string): string => read(withHysteresis(periods(customer), 3, n))[0]!;

describe('a tier changes only after n periods in a row in others', () => {
  it.each([
    [2, 'AB', 'AA'],
    [2, 'ABA', 'AAA'],
    [2, 'ABB', 'AAB'],
    [2, 'ABBA', 'AABB'],
    [2, 'ACB', 'AAB'],
    [2, 'ABC', 'AAB'],
    [2, 'BAC', 'BBB'],
    [2, 'CAAB', 'CCAA'],
    [3, 'ABBB', 'AAAB'],
    [3, 'ABBA', 'AAAA'],
    [3, 'ABCC', 'AAAB'],
    [1, 'ABCA', 'ABCA'],
  ])('after %i: %s becomes %s', (n, found, settled) => {
    expect(after(n, found)).toBe(settled);
  });

  it('a period without a tier stays as it is, and the tier after it is taken as found', () => {
    expect(after(2, 'AxB')).toBe('AxB');
    expect(after(2, 'xABB')).toBe('xAAB');
    expect(after(3, 'ABxB')).toBe('AAxB');
  });

  it('counts changes between tiers only', () => {
    expect(tierChanges(periods('ABA', 'AxB', 'CCB'), 3)).toBe(3);
    expect(tierChanges(withHysteresis(periods('ABA', 'AxB', 'CCB'), 3, 2), 3)).toBe(0);
  });

  it('is the same as looking back over the last n periods of each customer', () => {
    const history = fc.array(fc.nat(3), { minLength: 4, maxLength: 4 });
    const naive = (list: readonly number[], n: number): number[] => {
      const out = [list[0]!];
      for (let p = 1; p < list.length; p++) {
        const held = out[p - 1]!;
        const last = list.slice(Math.max(0, p - n + 1), p + 1);
        const tiers = held < 3 && list[p]! < 3;
        const worse = last.length === n && last.every((s) => s < 3 && s > held);
        const better = last.length === n && last.every((s) => s < held);
        out.push(!tiers ? list[p]! : worse ? Math.min(...last) : better ? Math.max(...last) : held);
      }
      return out;
    };
    fc.assert(
      fc.property(fc.array(history, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 3 }), (all, n) => {
        const states = [0, 1, 2, 3].map((p) => Uint8Array.from(all, (list) => list[p]!));
        const settled = withHysteresis(states, 3, n);
        all.forEach((list, k) => expect(settled.map((period) => period[k])).toEqual(naive(list, n)));
      }),
      { seed: 4 },
    ); // prettier-ignore
  });
});
