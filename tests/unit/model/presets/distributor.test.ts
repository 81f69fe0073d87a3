import { describe, expect, it } from 'vitest';
import { preset } from '../../../../src/model/schemes/presets/distributor.ts';
import { modelWith, rulesWith, type Row } from './people.ts';
import { place } from './placing.ts';

const agent = (volume: number): Row => ({ type: '代理商', value: volume, year_value: volume });
const shop = (volume: number, more: Row = {}): Row => ({
  type: '加盟商', value: volume, year_value: volume, ...more,
}); // prettier-ignore
const shops = (volumes: readonly number[]): Record<string, Row> =>
  Object.fromEntries(volumes.map((volume, i) => [`f${i + 1}`, shop(volume)]));
const descending = (n: number): number[] => Array.from({ length: n }, (_, i) => 1000 - i);
const inA = (tiers: Record<string, string | null>): string[] =>
  Object.keys(tiers).filter((key) => tiers[key] === 'A');

/** Grows, cooperates and is loyal, each exactly at its threshold. */
const good: Row = { year_growth_1: 0.1, year_growth_2: 0.1, year_cagr: 0.1, cooperation: 4, loyalty: 4 };
const model = modelWith(['customer_type', 'cooperation', 'loyalty']);

describe('distributor, A: agents, and the best franchisees by annual volume', () => {
  it('10 franchisees give 2, 11 give 3, rounded down 2', () => {
    expect(inA(place(preset, shops(descending(10)), {}, model).tiers)).toEqual(['f1', 'f2']);
    expect(inA(place(preset, shops(descending(11)), {}, model).tiers)).toEqual(['f1', 'f2', 'f3']);
    expect(inA(place(preset, shops(descending(11)), { rounding: 'down' }, model).tiers)).toEqual([
      'f1',
      'f2',
    ]);
  });

  it('203 franchisees of which the 41st and 42nd are equal: 42 up, 40 down', () => {
    const volumes = descending(203);
    volumes[41] = volumes[40]!;
    expect(inA(place(preset, shops(volumes), {}, model).tiers)).toHaveLength(42);
    expect(inA(place(preset, shops(volumes), { rounding: 'down' }, model).tiers)).toHaveLength(40);
  });

  it('all who equal the last one are in, and are counted', () => {
    const { tiers, tiering } = place(preset, shops([9, 8, 8, 8, 5, 4, 3, 2, 1, 0.5]), {}, model);
    expect(inA(tiers)).toEqual(['f1', 'f2', 'f3', 'f4']);
    expect(tiering.tiers[0]!.tied).toBe(2);
  });

  it('an agent is A with any volume, with none, and below zero; agents are not ranked', () => {
    const { tiers } = place(
      preset,
      { ...shops(descending(5)), big: agent(9999), none: agent(0), minus: agent(-50) },
      {},
      model,
    );
    expect(inA(tiers).sort()).toEqual(['big', 'f1', 'minus', 'none']);
  });

  it('another type is neither agent nor franchisee, however large', () => {
    const { tiers } = place(
      preset,
      { ...shops(descending(5)), key: { ...shop(99999), type: '直营' } },
      {},
      model,
    );
    expect(tiers.key).toBe('C');
    expect(tiers.f1).toBe('A');
  });

  it('traditional forms, case and blanks make no difference; own texts can be chosen', () => {
    const people: Record<string, Row> = {
      a: { ...agent(1), type: ' General Agent ' },
      b: { ...shop(3), type: '加盟商' },
      c: { ...shop(2), type: '經銷商' },
    };
    expect(place(preset, people, {}, model).tiers).toEqual({ a: 'A', b: 'A', c: 'C' });
    expect(place(preset, people, { agents: ['经销商'] }, model).tiers).toEqual({ a: 'C', b: 'A', c: 'A' });
  });

  it('without a customer type nothing is known of A, and that is said', () => {
    const { tiers, tiering } = place(preset, {
      a: { value: 2, year_value: 2 },
      b: { value: 1, year_value: 1 },
    });
    expect(tiers).toEqual({ a: 'C', b: 'C' });
    expect(tiering.tiers[0]!.unknown).toBe(2);
    expect(tiering.missing).toContain('customer_type');
  });

  it('is ranked by the last complete year, else by the whole period; the latter without dates', () => {
    const people = { a: { ...shop(9), year_value: 1 }, b: { ...shop(5), year_value: 2 } };
    expect(place(preset, people, {}, model).tiers).toEqual({ a: 'C', b: 'A' });
    expect(place(preset, people, { span: 'period' }, model).tiers).toEqual({ a: 'A', b: 'C' });
    expect(place(preset, people, {}, { ...model, dates: false }).tiers).toEqual({ a: 'A', b: 'C' });
  });
});

describe('distributor, B: two years of 10% growth, cooperation and loyalty', () => {
  // f1 takes the one place of A, so that the others show B.
  const rest = (more: Row, settings = {}): string | null =>
    place(preset, { f1: shop(1000), x: shop(1, { ...good, ...more }) }, settings, model).tiers.x!;

  it('each threshold exactly is B', () => {
    expect(rest({})).toBe('B');
  });

  it.each([
    ['the last year at 9.99%', { year_growth_1: 0.0999 }],
    ['the year before at 9.99%', { year_growth_2: 0.0999 }],
    ['cooperation 3.9', { cooperation: 3.9 }],
    ['loyalty 3', { loyalty: 3 }],
  ] as const)('%s alone keeps a customer out', (_, miss) => {
    expect(rest(miss)).toBe('C');
    expect(rest(miss, { need: 'any' })).toBe('B');
  });

  it('a base year of zero makes growth unknown, not false', () => {
    const people = { f1: shop(1000), x: shop(1, { ...good, year_growth_2: NaN }) };
    const { tiers, tiering } = place(preset, people, {}, model);
    expect(tiers.x).toBe('C');
    expect(tiering.tiers[1]!.unknown).toBe(1);
    expect(tiering.explain(1).notAbove!.holds).toBeNull();
    // One known failure is enough to know.
    const failed = place(preset, { ...people, x: { ...people.x, cooperation: 2 } }, {}, model);
    expect(failed.tiering.tiers[1]!.unknown).toBe(0);
    expect(failed.tiering.explain(1).notAbove!.holds).toBe(false);
  });

  it('says which condition failed and by how much', () => {
    const { tiering } = place(preset, { f1: shop(1000), x: shop(1, { ...good, cooperation: 3 }) }, {}, model);
    const why = tiering.explain(1);
    expect(why.notAbove!.parts.map((part) => part.holds)).toEqual([true, false, true]);
    expect(why.notAbove!.parts[1]).toMatchObject({ actual: 3, wanted: 4, by: -1 });
  });

  it('on average: 5% and 15.24% are 10% a year', () => {
    const uneven = { year_growth_1: 0.1524, year_growth_2: 0.05, year_cagr: Math.sqrt(1.1524 * 1.05) - 1 };
    expect(rest(uneven)).toBe('C');
    expect(rest(uneven, { growth_by: 'average' })).toBe('B');
    expect(rest({ ...uneven, year_cagr: 0.0999 }, { growth_by: 'average' })).toBe('C');
  });

  it('any of the three: growth counts only in both years', () => {
    const low = { cooperation: 1, loyalty: 1 };
    expect(rest(low, { need: 'any' })).toBe('B');
    expect(rest({ ...low, year_growth_1: 0 }, { need: 'any' })).toBe('C');
  });

  it('A comes before B, and everyone is in one tier', () => {
    const people = { ...shops(descending(6)), x: { ...agent(1), ...good }, y: shop(3, good) };
    const { tiers, tiering } = place(preset, people, {}, model);
    expect(tiers.x).toBe('A');
    expect(tiering.tiers.reduce((sum, tier) => sum + tier.customers, 0)).toBe(8);
    expect(tiering.placed).toBe(8);
  });

  it('loyalty by answers where there is no column for it', () => {
    const answers = modelWith(['customer_type', 'satisfaction', 'recommend', 'repurchase_prob']);
    const loyal: Row = { ...good, loyalty: NaN, satisfaction: 4, repurchase: 0.7, recommend: 3 };
    const tierOf = (more: Row): string | null =>
      place(preset, { f1: shop(1000), x: shop(1, { ...loyal, ...more }) }, {}, answers).tiers.x!;
    expect(tierOf({})).toBe('B');
    expect(tierOf({ satisfaction: 3 })).toBe('C');
    expect(tierOf({ repurchase: 0.6999 })).toBe('C');
    expect(tierOf({ recommend: 2 })).toBe('C');
    // A survey may ask for a grade of loyalty, or for the three answers.
    const survey = modelWith(['customer_type'], { sides: ['survey'] });
    expect(place(preset, { f1: shop(1000), x: shop(1, loyal) }, {}, survey).tiers.x).toBe('B');
    expect(place(preset, { f1: shop(1000), x: shop(1, good) }, {}, survey).tiers.x).toBe('B');
    const neither = { ...loyal, recommend: 1 };
    expect(place(preset, { f1: shop(1000), x: shop(1, neither) }, {}, survey).tiers.x).toBe('C');
  });
});

describe('distributor, settings', () => {
  it('volume is the quantity where it is mapped, else the measure', () => {
    expect(rulesWith(preset, {}, modelWith([], { quantity: true })).options.volume).toBe('quantity');
    expect(rulesWith(preset, {}, modelWith()).options.volume).toBe('measure');
    expect(rulesWith(preset, { volume: 'amount' }, modelWith([], { quantity: true })).options.volume).toBe(
      'amount',
    );
    expect(rulesWith(preset, { partial: 'include' }).options.partialYear).toBe('include');
  });
});
