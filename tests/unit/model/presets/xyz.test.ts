import { describe, expect, it } from 'vitest';
import { preset as xyz } from '../../../../src/model/schemes/presets/xyz.ts';
import { rulesWith, type Row } from './people.ts';
import { place } from './placing.ts';

const year = (cv: number): Row => ({ value: 100, periods: 12, cv });

describe('xyz', () => {
  it('0.5 is no longer X and 1.0 is Z', () => {
    const { tiers } = place(xyz, {
      steady: year(0),
      nearly: year(0.4999),
      half: year(0.5),
      varying: year(0.9999),
      one: year(1),
      once: year(Math.sqrt(11)),
    });
    expect(tiers).toEqual({ steady: 'X', nearly: 'X', half: 'Y', varying: 'Y', one: 'Z', once: 'Z' });
  });

  it('eleven periods are too short, twelve are enough; with six as the least, eleven are enough too', () => {
    const people = { eleven: { value: 5, periods: 11, cv: 0.1 }, twelve: { value: 4, periods: 12, cv: 0.1 } };
    expect(place(xyz, people).tiers).toEqual({ eleven: 'short', twelve: 'X' });
    expect(place(xyz, people, { least: 6 }).tiers).toEqual({ eleven: 'X', twelve: 'X' });
  });

  it('a mean of zero has no variation and is none of X, Y, Z; too short comes first', () => {
    const { tiers } = place(xyz, {
      zero: { value: 3, periods: 24, cv: NaN },
      late: { value: 2, periods: 3, cv: NaN },
      undated: { value: 1 },
    });
    expect(tiers).toEqual({ zero: 'none', late: 'short', undated: 'none' });
  });

  it('customers of zero or less stand apart, as in ABC', () => {
    expect(place(xyz, { in: year(0.2), out: { ...year(0.2), value: 0 } }).tiers).toEqual({
      in: 'X',
      out: null,
    });
  });

  it('own cuts, periods and start reach the rules', () => {
    const rules = rulesWith(xyz, { cut_x: 0.25, cut_y: 0.75, period: 'quarter', from: 'data', least: 8 });
    expect(rules.options).toMatchObject({ cvPeriod: 'quarter', cvFrom: 'data' });
    expect(
      place(
        xyz,
        { a: { value: 3, periods: 8, cv: 0.25 }, b: { value: 2, periods: 8, cv: 0.75 } },
        {
          cut_x: 0.25,
          cut_y: 0.75,
          least: 8,
        },
      ).tiers,
    ).toEqual({ a: 'Y', b: 'Z' });
  });
});
