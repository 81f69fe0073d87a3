import { defaultMetricOptions } from '../../metrics/types.ts';
import { choice, numbers } from '../../setting.ts';
import { definePreset } from '../definePreset.ts';
import { decidedBy, defaultClasses, loyaltyAxes, loyaltyCells, loyaltyClass, loyaltyMetrics, type LoyaltyClass } from '../loyaltyCells.ts'; // prettier-ignore
import type { Condition } from '../types.ts';

/** Best first. */
export const loyaltyClasses = ['high', 'mid', 'low'] as const satisfies readonly LoyaltyClass[];

const levels = {
  en: {
    satisfaction: ['very dissatisfied', 'dissatisfied', 'satisfied', 'rather satisfied', 'very satisfied'],
    repurchase: ['below 30%', '30% to 70%', '70% and above'],
    recommend: ['unlikely', 'possible', 'very likely'],
  },
  'zh-Hans': {
    satisfaction: ['很不满意', '不满意', '满意', '比较满意', '很满意'],
    repurchase: ['30%以下', '30%至70%', '70%以上'],
    recommend: ['不可能', '有可能', '很大可能'],
  },
} as const;

const cellNames = (lang: keyof typeof levels): string[] =>
  loyaltyCells.map(([s, p, r]) => {
    const words = levels[lang];
    return [words.satisfaction[s - 1], words.repurchase[p - 1], words.recommend[r - 1]].join(
      lang === 'en' ? ', ' : '、',
    );
  });

export const preset = definePreset({
  id: 'loyalty',
  order: 11,
  settings: {
    scale: choice('scale', ['auto', 'three_positive', 'with_neutral'], 'auto'),
    repurchase: choice('repurchase', ['answer', 'rate'], 'answer'),
    cells: numbers('cells', loyaltyClass.low, loyaltyClass.high, defaultClasses),
  },
  rules: ({ scale, repurchase, cells }) => {
    const classes = cells.map(Math.round);
    const metrics = loyaltyMetrics({ repurchase });
    return {
      population: 'all',
      scores: [
        {
          id: 'cell',
          kind: 'table',
          axes: loyaltyAxes.map(({ edges }, axis) => ({ of: metrics[axis]!, edges })),
          classes,
        },
      ],
      tiers: loyaltyClasses.map((id) => {
        const answered: Condition = { kind: 'number', of: 'score:cell', is: 'eq', than: loyaltyClass[id] };
        const earlier = decidedBy(classes, loyaltyClass[id], metrics);
        const when: Condition =
          earlier.length === 0 ? answered : { kind: 'any', parts: [answered, ...earlier] };
        return { id, name: null, when };
      }),
      rest: { id: 'unknown', name: null },
      options: { ...defaultMetricOptions, satisfaction: scale },
    };
  },
  strings: {
    en: {
      title: 'Loyalty by three indicators',
      rule: 'High: rather or very satisfied, at least 70% likely to buy again and very likely to recommend; low: dissatisfied, or below 30% and unlikely to recommend; all other answers: medium.',
      tiers: { high: 'High loyalty', mid: 'Medium loyalty', low: 'Low loyalty', unknown: 'Answers missing' },
      settings: {
        scale: {
          label: 'Scale of satisfaction',
          definition:
            'Which five words the question was answered with. The scale of three positive answers has no neutral one: “rather satisfied” stands above “satisfied”.',
          options: {
            auto: 'as the answers show',
            three_positive: 'very, rather, satisfied; dissatisfied, very',
            with_neutral: 'very satisfied, satisfied, neutral, dissatisfied, very',
          },
        },
        repurchase: {
          label: 'Missing probability of buying again',
          definition:
            'Whether the rate from the orders stands in for a missing answer: the share of customers with as many order days who ordered again within the days of the silence rule.',
          options: { answer: 'stays unknown', rate: 'the rate from the orders stands in' },
        },
        cells: {
          label: 'Classes of the 45 cells',
          definition: 'Class of every combination of answers: 1 low, 2 medium, 3 high.',
          items: cellNames('en'),
        },
      },
      scores: { cell: 'class of the answers' },
    },
    'zh-Hans': {
      title: '三指标忠诚度',
      rule: '高：比较满意或很满意、再次购买概率70%以上、很大可能推荐；低：不满意，或者概率30%以下又不可能推荐；其余为中。',
      tiers: { high: '高忠诚度', mid: '中忠诚度', low: '低忠诚度', unknown: '回答不全' },
      settings: {
        scale: {
          label: '满意度的量表',
          definition: '满意度用哪五个词回答。三档正面的量表没有中间项：“比较满意”高于“满意”。',
          options: {
            auto: '按回答判断',
            three_positive: '很满意、比较满意、满意、不满意、很不满意',
            with_neutral: '很满意、满意、一般、不满意、很不满意',
          },
        },
        repurchase: {
          label: '缺少再次购买概率时',
          definition:
            '没有回答时，是否用订单算出的复购率代替：下单天数相同的客户中，在沉默规则的天数之内再次下单的比例。',
          options: { answer: '仍算未知', rate: '用订单算出的复购率代替' },
        },
        cells: {
          label: '45格的等级',
          definition: '每种回答组合的等级：1为低，2为中，3为高。',
          items: cellNames('zh-Hans'),
        },
      },
      scores: { cell: '回答组合的等级' },
    },
  },
});
