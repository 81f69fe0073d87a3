import { describe, expect, it } from 'vitest';
import { preset } from '../../../../src/model/schemes/presets/relationshipWanted.ts';
import { placeKnown, type Known } from './known.ts';
import { modelWith } from './people.ts';

const model = modelWith([], { profit: true });
const own = { margins: 'own', margin_high: 40, margin_mid: 20 };

/** 78 + 12 + 10 % by three customers: the few, some, the many; each by a margin. */
function groups(margins: readonly (number | undefined)[]): Known[] {
  const unit = margins.length;
  return [780, 120, 100].flatMap((value) =>
    margins.map((margin): Known => ({
      value: value / unit,
      orders: 1,
      ...(margin === undefined ? {} : { margin }),
    })),
  );
}

describe('relationship_wanted', () => {
  it('the nine cells of the matrix, with the edges of own limits', () => {
    // Cumulative share before the last of the few is 52 %, before the first of some 78 %: with cuts at 78 and 90 %.
    const people = groups([0.4, 0.2, 0.1999]);
    const settings = { ...own, cut1: 78, cut2: 90 };
    expect(placeKnown(preset, people, { model, settings }).tiers).toEqual([
      'partner', 'proactive', 'accountable',
      'proactive', 'accountable', 'reactive',
      'accountable', 'reactive', 'basic',
    ]); // prettier-ignore
    expect(
      placeKnown(preset, people, { model, settings: { ...settings, lowest: 'reactive' } }).tiers.at(-1),
    ).toBe('reactive');
  });

  it('thirds of the customers by margin: ranks of three are 16.7, 50 and 83.3; equal margins are medium', () => {
    const settings = { cut1: 100, cut2: 100 };
    const people = [0.1, 0.3, 0.2].map((margin): Known => ({ value: 1, orders: 1, margin }));
    expect(placeKnown(preset, people, { model, settings }).tiers).toEqual(['accountable', 'partner', 'proactive']); // prettier-ignore
    const equal = people.map((person) => ({ ...person, margin: 0.25 }));
    expect(placeKnown(preset, equal, { model, settings }).tiers).toEqual(['proactive', 'proactive', 'proactive']); // prettier-ignore
  });

  it('an unknown margin is no low one', () => {
    const people = groups([undefined, 0.5]);
    const settings = { ...own, cut1: 78, cut2: 90 };
    expect(placeKnown(preset, people, { model, settings }).tiers).toEqual(['unknown', 'partner', 'unknown', 'proactive', 'unknown', 'accountable']); // prettier-ignore
  });

  it('without a profit column nothing is recommended, unless every margin may count as medium', () => {
    const people = groups([undefined]);
    const cuts = { cut1: 78, cut2: 90 };
    expect(placeKnown(preset, people, { settings: cuts }).tiers).toEqual(['unknown', 'unknown', 'unknown']);
    expect(placeKnown(preset, people, { settings: { ...cuts, no_profit: 'mid' } }).tiers).toEqual(['proactive', 'accountable', 'reactive']); // prettier-ignore
    // A file with profit keeps its unknown margins unknown.
    expect(placeKnown(preset, people, { model, settings: { ...cuts, no_profit: 'mid' } }).tiers).toEqual(['unknown', 'unknown', 'unknown']); // prettier-ignore
  });

  it('limits the wrong way round: high is never below medium', () => {
    const settings = { ...own, margin_high: 10, margin_mid: 30, cut1: 100, cut2: 100 };
    const people = [0.35, 0.3, 0.2].map((margin): Known => ({ value: 1, orders: 1, margin }));
    expect(placeKnown(preset, people, { model, settings }).tiers).toEqual(['partner', 'partner', 'accountable']); // prettier-ignore
  });
});
