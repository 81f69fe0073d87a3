import { describe, expect, it } from 'vitest';
import { preset } from '../../../../src/model/schemes/presets/keyPotential.ts';
import { rulesWith, type Row } from './people.ts';
import { place } from './placing.ts';

/** Only the mapped potential counts, so that the score is its percentile rank: 100 · (below + half of equal) / known. */
const mapped = { weights: [100, 0, 0, 0, 0, 0, 0] };

const bought = (amount: number, more: Row = {}): Row => ({ value: amount, amount, ...more });

describe('key_potential', () => {
  it('the smallest set that reaches exactly 80% of sales is key, and nobody else', () => {
    const { tiers } = place(preset, { a: bought(50), b: bought(30), c: bought(15), d: bought(5) }, mapped);
    expect(tiers).toEqual({ a: 'key', b: 'key', c: 'ordinary', d: 'ordinary' });
  });

  it('a hair below 80% one more customer is needed', () => {
    const people = { a: bought(50), b: bought(29.99), c: bought(15.01), d: bought(5) };
    expect(place(preset, people, mapped).tiers).toMatchObject({ b: 'key', c: 'key', d: 'ordinary' });
    expect(place(preset, people, { ...mapped, crossing: 'worse' }).tiers).toMatchObject({
      b: 'key',
      c: 'ordinary',
    });
  });

  it('potential from exactly 60 points on, but never who is key already', () => {
    // Percentile ranks of five known: 10, 30, 50, 70, 90; with a cut of 70 the fourth is in.
    const people = {
      a: bought(90, { potential: 5 }),
      b: bought(4, { potential: 4 }),
      c: bought(3, { potential: 3 }),
      d: bought(2, { potential: 2 }),
      e: bought(1, { potential: 1 }),
    };
    expect(place(preset, people, mapped).tiers).toEqual({
      a: 'key', b: 'potential', c: 'ordinary', d: 'ordinary', e: 'ordinary',
    }); // prettier-ignore
    expect(place(preset, people, { ...mapped, cut: 70 }).tiers.b).toBe('potential');
    expect(place(preset, people, { ...mapped, cut: 70.1 }).tiers.b).toBe('ordinary');
    expect(place(preset, people, { ...mapped, cut: 50 }).tiers.c).toBe('potential');
  });

  it('who has no component at all has an unknown potential, is ordinary, and is counted as unknown', () => {
    const { tiers, tiering } = place(
      preset,
      { a: bought(90, { potential: 1 }), b: bought(9, { potential: 2 }), c: bought(1) },
      mapped,
    );
    expect(tiers).toEqual({ a: 'key', b: 'potential', c: 'ordinary' });
    expect(tiering.tiers.find((tier) => tier.id === 'potential')!.unknown).toBe(1);
  });

  it('sales are the basis even if the document measures profit, unless the measure is chosen', () => {
    const people: Record<string, Row> = { a: { value: 90, amount: 10 }, b: { value: 10, amount: 90 } };
    expect(place(preset, people).tiers).toEqual({ a: 'ordinary', b: 'key' });
    expect(place(preset, people, { of: 'value' }).tiers).toEqual({ a: 'key', b: 'ordinary' });
  });

  it('a weight of zero asks for nothing', () => {
    const [score] = rulesWith(preset, mapped).scores;
    expect(score).toMatchObject({ kind: 'weighted', parts: [{ of: 'potential', weight: 100 }] });
  });
});
