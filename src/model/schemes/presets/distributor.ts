import { available, textPlace } from '../../metrics/catalogue.ts';
import { defaultMetricOptions } from '../../metrics/types.ts';
import type { Model } from '../../model.ts';
import { choice, number, texts } from '../../setting.ts';
import { basisPoints, definePreset } from '../definePreset.ts';
import type { Condition } from '../types.ts';
import { strings } from './words/distributor.ts';

/** High in the three answers: fairly satisfied or better, a chance of 70% or more, very likely to recommend. */
const loyalByAnswers: Condition = {
  kind: 'all',
  parts: [
    { kind: 'number', of: 'satisfaction', is: 'gte', than: 4 },
    { kind: 'number', of: 'repurchase', is: 'gte', than: 0.7 },
    { kind: 'number', of: 'recommend', is: 'gte', than: 3 },
  ],
};

/**
 * The rule of a firm that sells through agents and franchisees: all agents and the best franchisees by annual volume
 * are A; who grows, cooperates and is loyal is B. Agents are A by what they are, whatever they sell, so everyone is
 * placed.
 */
export const preset = definePreset({
  id: 'distributor',
  order: 7,
  settings: {
    agents: texts('agents', 'customer_type', [
      '代理商', '代理', '总代理', '总代理商', '总代', '区域代理', '区域代理商', '一级代理', '一级代理商',
      'agent', 'agents', 'agency', 'general agent', 'sales agent',
    ]), // prettier-ignore
    franchisees: texts('franchisees', 'customer_type', [
      '加盟商', '加盟', '加盟店', '加盟客户', 'franchisee', 'franchisees', 'franchise', 'franchised',
    ]), // prettier-ignore
    share: number('share', 0, 100, 20, 2),
    rounding: choice('rounding', ['up', 'down'], 'up'),
    volume: choice('volume', ['auto', 'quantity', 'amount', 'profit', 'measure'], 'auto'),
    span: choice('span', ['year', 'period'], 'year'),
    need: choice('need', ['all', 'any'], 'all'),
    growth_by: choice('growth_by', ['each_year', 'average'], 'each_year'),
    growth: number('growth', -100, 1000, 10, 2),
    partial: choice('partial', ['exclude', 'include'], 'exclude'),
    cooperation: number('cooperation', 1, 5, 4, 1),
    loyal_by: choice('loyal_by', ['auto', 'grade', 'answers'], 'auto'),
    loyalty: number('loyalty', 1, 5, 4, 1),
  },
  rules: (s, model) => {
    const grows = { kind: 'number', is: 'gte', than: basisPoints(s.growth) / 10_000 } as const;
    const years: Condition =
      s.growth_by === 'average'
        ? { ...grows, of: 'year_cagr' }
        : {
            kind: 'all',
            parts: [
              { ...grows, of: 'year_growth_1' },
              { ...grows, of: 'year_growth_2' },
            ],
          };
    const cooperates: Condition = { kind: 'number', of: 'cooperation', is: 'gte', than: s.cooperation };
    const loyal = highLoyalty(s.loyal_by, s.loyalty, model);
    const bestFranchisees: Condition = {
      kind: 'top_share',
      // A file without dates has one amount per customer, which is the year's.
      of: s.span === 'year' && model.dates ? 'year_value' : 'value',
      basisPoints: basisPoints(s.share),
      rounding: s.rounding,
      within: { field: 'customer_type', values: s.franchisees },
    };
    return {
      population: 'all',
      scores: [],
      tiers: [
        {
          id: 'A',
          name: null,
          when: {
            kind: 'any',
            parts: [{ kind: 'text', field: 'customer_type', values: s.agents }, bestFranchisees],
          },
        },
        { id: 'B', name: null, when: { kind: s.need, parts: [years, cooperates, loyal] } },
      ],
      rest: { id: 'C', name: null },
      options: {
        ...defaultMetricOptions,
        partialYear: s.partial,
        volume: s.volume === 'auto' ? (model.quantity ? 'quantity' : 'measure') : s.volume,
      },
    };
  },
  strings,
});

/**
 * The loyalty column where there is one, else the answers. Which questions a survey asks is not known before it is
 * read, so with a survey either will do.
 */
function highLoyalty(by: 'auto' | 'grade' | 'answers', least: number, model: Model): Condition {
  const grade: Condition = { kind: 'number', of: 'loyalty', is: 'gte', than: least };
  if (by !== 'auto') return by === 'grade' ? grade : loyalByAnswers;
  const { attribute, lines, survey } = textPlace('loyalty', model);
  if (attribute || lines) return grade;
  if (survey) return { kind: 'any', parts: [grade, loyalByAnswers] };
  return (['satisfaction', 'repurchase', 'recommend'] as const).some((id) => available(id, model))
    ? loyalByAnswers
    : grade;
}
