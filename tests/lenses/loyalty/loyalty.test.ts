import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answeredSet,
  figures as figuresOfLens,
  placeSet,
  shownLevels,
  type Loyalty,
} from '../../../src/lenses/loyalty/result.ts';
import type { Figures } from '../../../src/lenses/types.ts';
import { cellAt, defaultClasses, loyaltyCells } from '../../../src/model/schemes/loyaltyCells.ts';
import { ranksOf } from '../../../src/lenses/ranks.ts';
import { joinedData } from '../../support/joined.ts';
import { look } from '../../support/lensCheck.ts';
import { schemeWith, type Choices } from '../../support/lenses.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import type { Tables } from '../../support/sideTables.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const sale = (customer: string, amount: string) => ({ customer, day: '2024-01-01', amount });
/** A restaurant: values 60 (fan) down to 10 (silent). */
const restaurant: Tables = {
  lines: ['fan', 'guest', 'once', 'quiet', 'cross', 'silent'].map((id, i) => sale(id, String(60 - 10 * i))),
  surveys: [
    { customer: 'fan', satisfaction: '很满意', repurchase_prob: '70%', recommend: '很大可能' },
    { customer: 'guest', satisfaction: '比较满意', repurchase_prob: '69.99%', recommend: '很大可能' },
    { customer: 'once', satisfaction: '不满意', repurchase_prob: '30%', recommend: '有可能' },
    { customer: 'quiet', repurchase_prob: '29.99%', recommend: '不可能' },
    { customer: 'cross', satisfaction: '很不满意' },
  ],
};

async function loyalty(
  tables: Tables,
  choices: Choices = {},
): Promise<{
  value: Loyalty;
  figures: Figures;
  say(lang: 'en' | 'zh-Hans'): string;
  name(k: number): string;
}> {
  const { result, frame, say } = await look<Loyalty>('loyalty', await joinedData(engine, tables), choices);
  if (result.state !== 'ok') throw new Error(result.reason);
  return {
    value: result.value,
    figures: figuresOfLens(result.value),
    say,
    name: (k) => frame.customers.ids.at(k) ?? '',
  };
}

describe('loyalty cube', () => {
  it('classes, cells and coverage of a small survey', async () => {
    const { value, figures, say, name } = await loyalty(restaurant);
    expect(value.classes.map(({ id, ranks }) => [id, [...ranks].map(name)])).toEqual([
      ['high', ['fan']],
      ['mid', ['guest']],
      ['low', ['once', 'quiet', 'cross']],
      ['unknown', ['silent']],
    ]);
    expect(figures).toMatchObject({
      'loyalty.high.value': 60,
      'loyalty.low.value': 90,
      'loyalty.unknown.value': 10,
      'loyalty.cell.5_3_3.customers': 1,
      'loyalty.cell.4_2_3.customers': 1,
      'loyalty.cell.2_2_2.customers': 1,
      'loyalty.cell.0_1_1.customers': 1,
      'loyalty.cell.1_0_0.customers': 1,
      'loyalty.answered.satisfaction': 4,
      'loyalty.answered.repurchase': 4,
      'loyalty.answered.recommend': 4,
      'loyalty.answered.all': 3,
    });
    expect(figures).not.toHaveProperty(['loyalty.cell.0_0_0.customers']);
    expect(say('en')).toBe(
      '1 of 5 customers with enough answers (20.0%) is highly loyal, 1 medium, 3 low; of 1 the answers say too little.',
    );
    expect(say('zh-Hans')).toBe(
      '回答足够的5个客户中，高忠诚度1个（20.0%），中1个，低3个；另有1个客户的回答不足以判断。',
    );
  });

  it('every customer with an answer stands at one place, which opens', async () => {
    const { value, figures, name } = await loyalty(restaurant);
    const places = Object.entries(figures).filter(([key]) => key.startsWith('loyalty.cell.'));
    expect(places.reduce((sum, [, n]) => sum + (n ?? 0), 0)).toBe(value.any);
    for (const levels of loyaltyCells)
      expect(ranksOf(placeSet(value, levels))).toHaveLength(figures[`loyalty.cell.${levels.join('_')}.customers`]!); // prettier-ignore
    expect([...ranksOf(placeSet(value, [0, 1, 1]))].map(name)).toEqual(['quiet']);
    expect([...ranksOf(answeredSet(value, 0))].map(name)).toEqual(['fan', 'guest', 'once', 'cross']);
    expect([...ranksOf(answeredSet(value, 2))].map(name)).toEqual(['fan', 'guest', 'once', 'quiet']);
    expect(shownLevels(value, 0)).toEqual([5, 4, 3, 2, 1, 0]);
    expect(shownLevels(value, 2)).toEqual([3, 2, 1, 0]);
  });

  it('a cell that the user calls high is high', async () => {
    const cells = defaultClasses.with(cellAt([4, 2, 3]), 3);
    const { figures } = await loyalty(restaurant, { schemes: [schemeWith('loyalty', { cells })] });
    expect(figures['loyalty.high.customers']).toBe(2);
    expect(figures['loyalty.mid.customers']).toBe(0);
  });

  it('the scale: 满意 is the third of three positive answers, or the second beside a neutral one', async () => {
    const answers = (satisfied: string): Tables => ({
      lines: [sale('a', '2'), sale('b', '1')],
      surveys: [
        { customer: 'a', satisfaction: '满意', repurchase_prob: '0.9', recommend: '很大可能' },
        { customer: 'b', satisfaction: satisfied },
      ],
    });
    const three = await loyalty(answers('比较满意'));
    expect(three.value.scale).toBe('three_positive');
    expect(three.figures['loyalty.cell.3_3_3.customers']).toBe(1);
    const neutral = await loyalty(answers('一般'));
    expect(neutral.value.scale).toBe('with_neutral');
    expect(neutral.figures['loyalty.cell.4_3_3.customers']).toBe(1);
    expect(neutral.figures['loyalty.high.customers']).toBe(1);
    const chosen = await loyalty(answers('一般'), { schemes: [schemeWith('loyalty', { scale: 'three_positive' })] }); // prettier-ignore
    expect(chosen.figures['loyalty.cell.3_3_3.customers']).toBe(1);
    const mixed = await loyalty({ ...answers('一般'), surveys: [...answers('一般').surveys!, { customer: 'b', satisfaction: '比较满意' }] }); // prettier-ignore
    expect(mixed.value.scale).toBe('three_positive');
    const numbers = await loyalty({
      lines: [sale('a', '1')],
      surveys: [{ customer: 'a', satisfaction: '4' }],
    });
    expect(numbers.value.scale).toBe('numbers');
    expect(numbers.figures['loyalty.cell.4_0_0.customers']).toBe(1);
  });

  it('a missing column is named, and what the others decide is still said', async () => {
    const { value, figures, say } = await loyalty({
      lines: [sale('a', '3'), sale('b', '2'), sale('c', '1')].map((line, i) => ({
        ...line,
        dimensions: { satisfaction: ['很不满意', '很满意', '满意'][i]! },
      })),
    });
    expect(value.missing).toEqual(['repurchase', 'recommend']);
    expect(figures).toMatchObject({ 'loyalty.low.customers': 1, 'loyalty.unknown.customers': 2 });
    expect(say('en')).toContain('of 2 the answers say too little');
    expect(shownLevels(value, 1)).toEqual([3, 2, 1, 0]);
  });

  it('by setting the rate from the orders stands in for a missing probability, and is counted', async () => {
    // Once in January: 21 of 30 came back in time, exactly 0.70; the data end on June 30.
    const lines = [
      ...Array.from({ length: 21 }, (_, i) => ['2024-01-01', '2024-01-31'].map((day) => ({ customer: `back${i}`, day, amount: '10' }))).flat(),
      ...Array.from({ length: 9 }, (_, i) => ({ customer: `once${i}`, day: '2024-01-01', amount: '5' })),
      { customer: 'End', day: '2024-06-30', amount: '1' },
    ]; // prettier-ignore
    const surveys = [
      { customer: 'once0', satisfaction: '很满意', recommend: '很大可能' },
      { customer: 'once1', satisfaction: '很满意', recommend: '很大可能', repurchase_prob: '69.99%' },
      { customer: 'back0', satisfaction: '很满意', recommend: '不可能' },
    ];
    const values = { churn: { silenceDays: 30 } };
    const schemes = [schemeWith('loyalty', { repurchase: 'rate' })];
    const answers = await loyalty({ lines, surveys }, { values });
    expect(answers.value.byRate).toBeNull();
    expect(answers.figures).not.toHaveProperty(['loyalty.repurchase.by_rate']);
    expect(answers.figures).toMatchObject({ 'loyalty.high.customers': 0, 'loyalty.answered.repurchase': 1 });
    const rated = await loyalty({ lines, surveys }, { values, schemes });
    // once0 is at 0.70 by the rate, once1 keeps its answer, back0 is at 0 (nobody came a third time) and unlikely.
    expect(rated.figures).toMatchObject({
      'loyalty.cell.5_3_3.customers': 1,
      'loyalty.cell.5_2_3.customers': 1,
      'loyalty.cell.5_1_1.customers': 1,
      'loyalty.high.customers': 1,
      'loyalty.low.customers': 1,
      'loyalty.repurchase.by_rate': 30,
      'loyalty.answered.repurchase': 31,
    });
    const none = await loyalty({ lines }, { values, schemes });
    expect(none.figures).toMatchObject({ 'loyalty.unknown.customers': 31, 'loyalty.repurchase.by_rate': 31 });
  });

  it('states: no column, nobody answered, nobody', async () => {
    const state = async (tables: Tables) => (await look('loyalty', await joinedData(engine, tables))).result;
    expect(await state({ lines: [sale('a', '1')] })).toEqual({ state: 'unusable', reason: 'no_answers' });
    const stranger = { lines: [sale('a', '1')], surveys: [{ customer: 'z', satisfaction: '满意' }] };
    expect(await state(stranger)).toEqual({ state: 'empty', reason: 'nobody_answered' });
    expect(await state({ ...stranger, lines: [{ customer: null, day: '2024-01-01', amount: '1' }] })).toEqual({ state: 'empty', reason: 'no_customers' }); // prettier-ignore
  });
});
