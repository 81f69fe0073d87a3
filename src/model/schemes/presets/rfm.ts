import { defaultMetricOptions } from '../../metrics/types.ts';
import { choice, numbers } from '../../setting.ts';
import { definePreset } from '../definePreset.ts';
import type { BinCuts, Condition, Quantity } from '../types.ts';

/** Lowest and highest score of a segment, both included. */
type Run = readonly [number, number];

export interface RfmSegment {
  readonly id: string;
  readonly r: Run;
  readonly f: Run;
}

/**
 * The widely copied R × F grid of ten names; complete and disjoint over the 25 cells of scores 1 to 5. Best first: by
 * what the names promise of the next order, and among the silent those who ordered more often first.
 */
export const rfmGrid: readonly RfmSegment[] = [
  { id: 'champions', r: [5, 5], f: [4, 5] },
  { id: 'loyal', r: [3, 4], f: [4, 5] },
  { id: 'potential_loyalist', r: [4, 5], f: [2, 3] },
  { id: 'new', r: [5, 5], f: [1, 1] },
  { id: 'promising', r: [4, 4], f: [1, 1] },
  { id: 'need_attention', r: [3, 3], f: [3, 3] },
  { id: 'about_to_sleep', r: [3, 3], f: [1, 2] },
  { id: 'cant_lose', r: [1, 2], f: [5, 5] },
  { id: 'at_risk', r: [1, 2], f: [3, 4] },
  { id: 'hibernating', r: [1, 2], f: [1, 2] },
];

/** Bins that are cut by shares of the customers: at which type-7 quantiles. */
const quantiles = {
  quintiles: [0.2, 0.4, 0.6, 0.8],
  // Scores stay on the scale of 1 to 5, on which the grid is drawn: a quantile named twice leaves the score between empty.
  quartiles: [0.25, 0.5, 0.5, 0.75],
  thirds: [1 / 3, 1 / 3, 2 / 3, 2 / 3],
} as const;

/** 1 order, 2, 3 to 4, 5 or more: four bands, scored 1, 2, 4 and 5. */
const fixedOrders = [1, 2, 2, 4] as const;

const scale = 5;
const ascending = (cuts: readonly number[]): readonly number[] => cuts.toSorted((a, b) => a - b);

function within(of: Quantity, [low, high]: Run): readonly Condition[] {
  if (low === high) return [{ kind: 'number', of, is: 'eq', than: low }];
  return [
    ...(low > 1 ? [{ kind: 'number', of, is: 'gte', than: low } as const] : []),
    ...(high < scale ? [{ kind: 'number', of, is: 'lte', than: high } as const] : []),
  ];
}

export const preset = definePreset({
  id: 'rfm',
  order: 9,
  settings: {
    bins: choice('bins', ['quintiles', 'quartiles', 'thirds', 'bands', 'own', 'suggested'], 'quintiles'),
    days: choice('days', ['day_after', 'as_of'], 'day_after'),
    money: choice('money', ['total', 'average'], 'total'),
    r_cuts: numbers('r_cuts', 0, 36_500, [30, 90, 180, 365]),
    f_cuts: numbers('f_cuts', 0, 1_000_000, [1, 2, 4, 9]),
    m_cuts: numbers('m_cuts', -999_999_999, 999_999_999, [100, 500, 2000, 10_000], 4),
  },
  rules: ({ bins, days, money, r_cuts, f_cuts, m_cuts }) => {
    const cuts = (own: readonly number[]): BinCuts =>
      bins === 'own'
        ? { kind: 'values', values: ascending(own) }
        : bins === 'suggested'
          ? { kind: 'suggested', bins: scale }
          : { kind: 'quantiles', at: quantiles[bins === 'bands' ? 'quintiles' : bins] };
    const untilAsOf = days === 'as_of' ? r_cuts : r_cuts.map((cut) => cut - 1);
    return {
      population: 'buyers',
      scores: [
        { id: 'r', kind: 'bins', of: 'recency_days', best: 'low', cuts: cuts(untilAsOf) },
        { id: 'f', kind: 'bins', of: 'orders', best: 'high', cuts: bins === 'bands' ? { kind: 'values', values: fixedOrders } : cuts(f_cuts) }, // prettier-ignore
        { id: 'm', kind: 'bins', of: money === 'total' ? 'value' : 'average_order', best: 'high', cuts: cuts(m_cuts) }, // prettier-ignore
      ],
      tiers: rfmGrid.map(({ id, r, f }) => ({
        id,
        name: null,
        when: { kind: 'all', parts: [...within('score:r', r), ...within('score:f', f)] },
      })),
      rest: { id: 'unscored', name: null },
      options: defaultMetricOptions,
    };
  },
  strings: {
    en: {
      title: 'RFM',
      rule: 'Recency, frequency and money are each scored 1 to 5, five being the best; recency and frequency together give one of ten names.',
      tiers: {
        champions: 'Champions',
        loyal: 'Loyal',
        potential_loyalist: 'Potential loyalists',
        new: 'New',
        promising: 'Promising',
        need_attention: 'Need attention',
        about_to_sleep: 'About to sleep',
        cant_lose: 'Can’t lose',
        at_risk: 'At risk',
        hibernating: 'Hibernating',
        unscored: 'Not scored',
      },
      settings: {
        bins: {
          label: 'Scores are cut at',
          definition:
            'Where one score ends and the next begins. Equal values always get equal scores. Four bins are scored 1, 2, 4 and 5, three bins 1, 3 and 5, so that the ten names keep their places.',
          options: {
            quintiles: 'fifths of the customers',
            quartiles: 'quarters of the customers',
            thirds: 'thirds of the customers',
            bands: 'fixed orders: 1, 2, 3–4, 5+',
            own: 'limits of your own',
            suggested: 'natural breaks in the data',
          },
        },
        days: {
          label: 'Days are counted to',
          definition:
            'With the day after the as-of date, an order on the as-of date itself is one day old. It moves the limits in days by one, never a score cut by shares of the customers.',
          options: { day_after: 'the day after the as-of date', as_of: 'the as-of date' },
        },
        money: {
          label: 'Money is',
          definition: 'What M scores: the net value of the customer, or the amount of an average order.',
          options: { total: 'the net value', average: 'the average order' },
        },
        r_cuts: {
          label: 'Limits of recency, days',
          definition: 'The most days since the last order with which a customer still has the score.',
          items: ['R 5 up to', 'R 4 up to', 'R 3 up to', 'R 2 up to'],
        },
        f_cuts: {
          label: 'Limits of frequency, orders',
          definition: 'The most orders with which a customer still has the score.',
          items: ['F 1 up to', 'F 2 up to', 'F 3 up to', 'F 4 up to'],
        },
        m_cuts: {
          label: 'Limits of money',
          definition: 'The largest value with which a customer still has the score.',
          items: ['M 1 up to', 'M 2 up to', 'M 3 up to', 'M 4 up to'],
        },
      },
      scores: { r: 'R, recency', f: 'F, frequency', m: 'M, money' },
    },
    'zh-Hans': {
      title: 'RFM',
      rule: '最近下单、下单次数、金额各打1至5分，5分最好；由前两项的得分归入十个名称之一。',
      tiers: {
        champions: '冠军客户',
        loyal: '忠诚客户',
        potential_loyalist: '潜在忠诚客户',
        new: '新客户',
        promising: '有望客户',
        need_attention: '需关注客户',
        about_to_sleep: '将沉睡客户',
        cant_lose: '不可失去的客户',
        at_risk: '流失风险客户',
        hibernating: '休眠客户',
        unscored: '未打分',
      },
      settings: {
        bins: {
          label: '分数的分界',
          definition:
            '一个分数到哪里为止、下一个从哪里开始。数值相同，分数必然相同。四档计1、2、4、5分，三档计1、3、5分，十个名称的位置因此不变。',
          options: {
            quintiles: '按客户五等分',
            quartiles: '按客户四等分',
            thirds: '按客户三等分',
            bands: '固定次数：1、2、3至4、5次以上',
            own: '自定义上限',
            suggested: '数据的自然断点',
          },
        },
        days: {
          label: '天数算到',
          definition:
            '算到截止日次日时，截止日当天的订单距今1天。以天表示的上限因此相差一天，按客户等分的得分不受影响。',
          options: { day_after: '截止日次日', as_of: '截止日' },
        },
        money: {
          label: '金额取',
          definition: 'M按什么打分：客户的净值，或平均每单金额。',
          options: { total: '净值', average: '平均每单金额' },
        },
        r_cuts: {
          label: '最近下单的上限（天）',
          definition: '距最后一单不超过这么多天，仍得该分。',
          items: ['R5分上限', 'R4分上限', 'R3分上限', 'R2分上限'],
        },
        f_cuts: {
          label: '下单次数的上限（单）',
          definition: '订单数不超过这么多，仍得该分。',
          items: ['F1分上限', 'F2分上限', 'F3分上限', 'F4分上限'],
        },
        m_cuts: {
          label: '金额的上限',
          definition: '金额不超过这么多，仍得该分。',
          items: ['M1分上限', 'M2分上限', 'M3分上限', 'M4分上限'],
        },
      },
      scores: { r: 'R（最近下单）', f: 'F（下单次数）', m: 'M（金额）' },
    },
  },
});
