import { describe, expect, it } from 'vitest';
import { preset } from '../../../../src/model/schemes/presets/keyAccount.ts';
import { modelWith, rulesWith, type Row } from './people.ts';
import { place } from './placing.ts';

/** Only sales, mapped potential and days overdue count inside the four parts. */
const simple = {
  value_weights: [1, 0, 0],
  potential_weights: [1, 0, 0, 0, 0, 0, 0],
  risk_weights: [1, 0, 0, 0, 0, 0, 0, 0],
};

const people: Record<string, Row> = {
  a: { value: 4, amount: 4, potential: 1, influence: 4, overdue_days: 90 },
  b: { value: 3, amount: 3, potential: 4, influence: 3, overdue_days: 45 },
  c: { value: 2, amount: 2, potential: 3, influence: 2, overdue_days: 0 },
  d: { value: 1, amount: 1, potential: 2, influence: 1, overdue_days: 0 },
};

describe('key_account', () => {
  it('value 40, potential 30, influence 10, priority 20, by hand', () => {
    const { score } = place(preset, people, simple);
    // 0.4 · 87.5 + 0.3 · 12.5 + 0.1 · 87.5 + 0.2 · (100 - 100)
    expect(score('account', 'a')).toBeCloseTo(47.5, 10);
    // 0.4 · 62.5 + 0.3 · 87.5 + 0.1 · 62.5 + 0.2 · (100 - 50)
    expect(score('account', 'b')).toBeCloseTo(67.5, 10);
    // 0.4 · 37.5 + 0.3 · 62.5 + 0.1 · 37.5 + 0.2 · 100
    expect(score('account', 'c')).toBeCloseTo(57.5, 10);
    expect(score('account', 'd')).toBeCloseTo(37.5, 10);
  });

  it('exactly the points are in', () => {
    const cut = (score_cuts: number[]) =>
      place(preset, people, { ...simple, weights: [1, 0, 0, 0], score_cuts }).tiers;
    expect(cut([87.5, 37.5])).toEqual({ a: 'key', b: 'major', c: 'major', d: 'ordinary' });
    expect(cut([87.6, 37.6])).toEqual({ a: 'major', b: 'major', c: 'ordinary', d: 'ordinary' });
  });

  it('by share: the best 20% of four is one, half of them two', () => {
    expect(place(preset, people, { ...simple, by: 'share' }).tiers).toEqual({
      a: 'ordinary', b: 'key', c: 'major', d: 'ordinary',
    }); // prettier-ignore
  });

  it('without influence the other weights share its part, and it is said', () => {
    const without = Object.fromEntries(
      Object.entries(people).map(([key, row]) => [key, { ...row, influence: NaN }]),
    );
    const { score } = place(preset, without, simple);
    expect(score('account', 'b')).toBeCloseTo((40 * 62.5 + 30 * 87.5 + 20 * 50) / 90, 10);
    const unmapped: Record<string, Row> = {
      a: { value: 2, amount: 2, potential: 1, overdue_days: 0 },
      b: { value: 1, amount: 1, potential: 2, overdue_days: 0 },
    };
    expect(place(preset, unmapped, simple).tiering.missing).toEqual(['influence']);
  });

  it('weights count by their ratios only', () => {
    const by = (weights: number[]) => place(preset, people, { ...simple, weights }).score('account', 'b');
    expect(by([80, 60, 20, 40])).toBeCloseTo(by([40, 30, 10, 20]), 10);
  });

  it('an expert sets a customer by hand, with a reason', () => {
    const overrides = { d: { tier: 'key', reason: 'Opens the market of the north.' } };
    const { tiers, tiering } = place(preset, people, simple, modelWith(), overrides);
    expect(tiers.d).toBe('key');
    expect(tiering.tiers[0]!.byHand).toBe(1);
    expect(tiering.explain(3).override).toEqual({ reason: 'Opens the market of the north.' });
  });

  it('what weighs nothing is not asked for', () => {
    expect(rulesWith(preset, { weights: [1, 0, 0, 0] }).scores.map((score) => score.id)).toEqual([
      'value',
      'account',
    ]);
  });
});
