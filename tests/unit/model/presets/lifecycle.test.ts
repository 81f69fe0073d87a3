import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preset } from '../../../../src/model/schemes/presets/lifecycle.ts';
import { placeKnown, type Known } from './known.ts';
import { modelWith } from './people.ts';

const silenceDays = 30;
const seen = (orders: number, recency_days: number, more: Known = {}): Known => ({ orders, recency_days, ...more }); // prettier-ignore
const asked = modelWith(['recommend']);
const probable = modelWith(['repurchase_prob']);

describe('lifecycle', () => {
  const everyStage = [
    seen(3, 10, { recommend: 3 }),
    seen(3, 10, { recommend: 2 }),
    seen(1, 10),
    { orders: 0 },
    seen(3, 31, { recommend: 3 }),
  ];

  it('one customer per stage', () => {
    const { tiers } = placeKnown(preset, everyStage, { model: asked, silenceDays });
    expect(tiers).toEqual(['loyal', 'regular', 'one_time', 'prospect', 'lost']);
  });

  it('exactly the silence rule is not lost, a day more is; two orders are regular', () => {
    const people = [seen(2, 30), seen(2, 31), seen(1, 30), seen(1, 31)];
    const { tiers } = placeKnown(preset, people, { silenceDays });
    expect(tiers).toEqual(['regular', 'lost', 'one_time', 'lost']);
  });

  it('by setting, someone who ordered once long ago stays a one-time customer', () => {
    const people = [seen(2, 31), seen(1, 30), seen(1, 31), seen(1, 5000)];
    const { tiers } = placeKnown(preset, people, { silenceDays, settings: { one_time: 'one_time' } });
    expect(tiers).toEqual(['lost', 'one_time', 'one_time', 'one_time']);
  });

  it('where nobody was asked, a probability of 0.70 stands in, and 0.6999 does not', () => {
    const people = [seen(2, 1, { repurchase: 0.7 }), seen(2, 1, { repurchase: 0.6999 })];
    expect(placeKnown(preset, people, { silenceDays, model: probable }).tiers).toEqual(['loyal', 'regular']);
  });

  it('an answer counts before the probability, which stands in only where there is none', () => {
    const people = [
      seen(2, 1, { recommend: 1, repurchase: 0.9 }),
      seen(2, 1, { recommend: 2, repurchase: 1 }),
      seen(2, 1, { recommend: 3, repurchase: 0 }),
      seen(2, 1, { recommend: 3 }),
      seen(2, 1, { repurchase: 0.7 }),
      seen(2, 1, { repurchase: 0.6999 }),
      seen(2, 1),
    ];
    const both = modelWith(['recommend', 'repurchase_prob']);
    const [loyal, regular] = ['loyal', 'regular'];
    expect(placeKnown(preset, people, { silenceDays, model: both }).tiers).toEqual([regular, regular, loyal, loyal, loyal, regular, regular]); // prettier-ignore
    const settings = { loyal_by: 'repurchase' };
    expect(placeKnown(preset, people, { silenceDays, model: both, settings }).tiers).toEqual([loyal, loyal, regular, regular, loyal, regular, regular]); // prettier-ignore
  });

  it('without any sign nobody is loyal, and regular customers are counted as unanswered', () => {
    const { tiers, tiering } = placeKnown(preset, [seen(5, 1), seen(2, 1)], { silenceDays, model: asked });
    expect(tiers).toEqual(['regular', 'regular']);
    expect(tiering.tiers[0]).toMatchObject({ id: 'loyal', customers: 0, unknown: 2 });
    expect(tiering.missing).toEqual(['recommend']);
  });

  it('when chosen a rate of 0.70 from the orders stands in, and 0.6999 does not; it is never taken unasked', () => {
    const people = [
      seen(3, 1, { repurchase_rate: 0.7 }),
      seen(2, 1, { repurchase_rate: 0.6999 }),
      seen(1, 1, { repurchase_rate: 1 }),
      seen(9, 31, { repurchase_rate: 1 }),
      seen(2, 1),
    ];
    const stages = ['loyal', 'regular', 'one_time', 'lost', 'regular'];
    const settings = { loyal_by: 'rate' };
    expect(placeKnown(preset, people, { silenceDays, settings }).tiers).toEqual(stages);
    expect(placeKnown(preset, people, { silenceDays }).tiers[0]).toBe('regular');
    const answers = [
      seen(3, 1, { repurchase_rate: 0.9 }),
      seen(3, 1, { repurchase_rate: 0.1, recommend: 3 }),
    ];
    for (const model of [asked, probable, modelWith(['recommend', 'repurchase_prob'])])
      expect(placeKnown(preset, answers, { silenceDays, model }).tiers[0]).toBe('regular');
    expect(placeKnown(preset, answers, { silenceDays, model: asked, settings }).tiers).toEqual(['loyal', 'regular']); // prettier-ignore
  });

  it('without a silence rule nobody is called lost, and only prospects have a stage', () => {
    const people = [seen(3, 10, { recommend: 3 }), seen(1, 1000), { orders: 0 }];
    expect(placeKnown(preset, people, { model: asked }).tiers).toEqual(['unknown', 'unknown', 'prospect']);
  });

  it('partition: everyone is at exactly the stage that the definitions give', () => {
    const person = fc.record({
      orders: fc.integer({ min: 0, max: 4 }),
      recency: fc.integer({ min: 0, max: 60 }),
      recommend: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      rate: fc.constantFrom(0, 0.69, 0.7, 0.71, undefined),
    });
    const byRate = fc.boolean();
    const fades = fc.boolean();
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 30 }),
        fades,
        byRate,
        (drawn, lostOnce, rated) => {
          const people = drawn.map(({ orders, recency, recommend, rate }): Known => ({
            orders,
            ...(orders > 0 ? { recency_days: recency } : {}),
            ...(recommend === undefined ? {} : { recommend }),
            ...(rate === undefined ? {} : { repurchase_rate: rate }),
          }));
          const { tiers } = placeKnown(preset, people, {
            ...(rated ? {} : { model: asked }),
            silenceDays,
            settings: {
              one_time: lostOnce ? 'lost' : 'one_time',
              ...(rated ? { loyal_by: 'rate' } : {}),
            },
          });
          const expected = drawn.map(({ orders, recency, recommend, rate }) => {
            if (orders === 0) return 'prospect';
            if (orders === 1) return lostOnce && recency > silenceDays ? 'lost' : 'one_time';
            if (recency > silenceDays) return 'lost';
            return (rated ? (rate ?? 0) >= 0.7 : recommend === 3) ? 'loyal' : 'regular';
          });
          expect(tiers).toEqual(expected);
        },
      ),
      { seed: 84 },
    );
  });
});
