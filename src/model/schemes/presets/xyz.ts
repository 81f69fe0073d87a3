import { choice, number } from '../../setting.ts';
import { defaultMetricOptions } from '../../metrics/types.ts';
import { definePreset } from '../definePreset.ts';

/**
 * XYZ by how evenly a customer buys: coefficient of variation of the measure over equal periods, periods without a
 * purchase counted as zero. Too few periods are a tier of their own, so that nobody is steady by chance.
 */
export const preset = definePreset({
  id: 'xyz',
  order: 4,
  settings: {
    cut_x: number('cut_x', 0, 100, 0.5, 2),
    cut_y: number('cut_y', 0, 100, 1, 2),
    period: choice('period', ['month', 'quarter'], 'month'),
    from: choice('from', ['first_purchase', 'data'], 'first_purchase'),
    least: number('least', 2, 120, 12),
  },
  rules: ({ cut_x, cut_y, period, from, least }) => {
    const long = { kind: 'number', of: 'periods', is: 'gte', than: least } as const;
    const below = (cut: number) => ({ kind: 'number', of: 'cv', is: 'lt', than: cut }) as const;
    return {
      population: 'ranked',
      scores: [],
      tiers: [
        { id: 'X', name: null, when: { kind: 'all', parts: [long, below(cut_x)] } },
        { id: 'Y', name: null, when: { kind: 'all', parts: [long, below(cut_y)] } },
        {
          id: 'Z',
          name: null,
          when: { kind: 'all', parts: [long, { kind: 'number', of: 'cv', is: 'gte', than: cut_y }] },
        },
        { id: 'short', name: null, when: { kind: 'number', of: 'periods', is: 'lt', than: least } },
      ],
      rest: { id: 'none', name: null },
      options: { ...defaultMetricOptions, cvPeriod: period, cvFrom: from },
    };
  },
  strings: {
    en: {
      title: 'XYZ by steadiness',
      rule: 'X: coefficient of variation below 0.5 (steady); Y: below 1.0 (varying); Z: 1.0 and more (irregular). Fewer than 12 periods are too short to say.',
      tiers: { X: 'X', Y: 'Y', Z: 'Z', short: 'too short', none: 'no variation defined' },
      settings: {
        cut_x: {
          label: 'X below',
          definition:
            'Coefficient of variation, standard deviation over mean, below which a customer is steady.',
        },
        cut_y: {
          label: 'Y below',
          definition: 'Coefficient of variation below which a customer varies but is not irregular.',
        },
        period: {
          label: 'Periods',
          definition: 'Equal periods whose totals are compared; a period without a purchase counts as zero.',
          options: { month: 'months', quarter: 'quarters' },
        },
        from: {
          label: 'Counted from',
          definition: 'From the first purchase on, a new customer is not irregular for having come late.',
          options: { first_purchase: 'the first purchase', data: 'the start of the data' },
        },
        least: {
          label: 'Fewest periods',
          definition: 'With fewer complete periods than this the customer is not judged.',
        },
      },
      scores: {},
    },
    'zh-Hans': {
      title: '按稳定性的XYZ',
      rule: 'X：变异系数小于0.5（稳定）；Y：小于1.0（波动）；Z：1.0及以上（不规律）。不足12期的客户时间太短，不作判断。',
      tiers: { X: 'X', Y: 'Y', Z: 'Z', short: '时间太短', none: '无法计算' },
      settings: {
        cut_x: { label: 'X级小于', definition: '变异系数（标准差除以均值）小于该值为稳定。' },
        cut_y: { label: 'Y级小于', definition: '变异系数小于该值为有波动，但尚有规律。' },
        period: {
          label: '周期',
          definition: '比较各个等长周期的合计；没有购买的周期计为零。',
          options: { month: '月', quarter: '季度' },
        },
        from: {
          label: '起点',
          definition: '从首次购买起算，新客户不会因为来得晚而显得不规律。',
          options: { first_purchase: '首次购买', data: '数据起点' },
        },
        least: { label: '最少期数', definition: '完整周期少于该数的客户不作判断。' },
      },
      scores: {},
    },
  },
});
