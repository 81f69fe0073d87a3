import { available } from '../../metrics/catalogue.ts';
import { defaultMetricOptions } from '../../metrics/types.ts';
import type { Model } from '../../model.ts';
import { choice } from '../../setting.ts';
import { definePreset } from '../definePreset.ts';
import type { Condition, Score } from '../types.ts';

/** The stages, from the one to wish for to the one to win back; `unknown` is whom the silence rule cannot judge. */
export const stages = ['loyal', 'regular', 'one_time', 'prospect', 'lost'] as const;
export type Stage = (typeof stages)[number];

/** Answer to "would you recommend us" that makes a regular customer loyal: very likely. */
const veryLikely = 3;
/** Probability or rate of buying again from which it stands in for that answer. */
const likelyAgain = 0.7;

export type LoyalBy = 'auto' | 'recommend' | 'repurchase' | 'rate';

export type LoyaltySign = 'recommend' | 'repurchase' | 'either' | 'rate';

/**
 * What loyal customers are told by in these files; `either` = the answer, and the probability of who gave none. The rate
 * that the orders show stands in only where it is asked for: it says nothing of the customer alone, and under a usual
 * silence rule it would call nearly every regular customer loyal.
 */
export function loyaltySign(chosen: LoyalBy, model: Model): LoyaltySign {
  if (chosen !== 'auto') return chosen;
  if (!available('repurchase', model)) return 'recommend';
  return available('recommend', model) ? 'either' : 'repurchase';
}

const loyal: Readonly<Record<LoyaltySign, Condition>> = {
  recommend: { kind: 'number', of: 'recommend', is: 'gte', than: veryLikely },
  repurchase: { kind: 'number', of: 'repurchase', is: 'gte', than: likelyAgain },
  rate: { kind: 'number', of: 'repurchase_rate', is: 'gte', than: likelyAgain },
  either: { kind: 'number', of: 'score:sign', is: 'gte', than: 50 },
};

/** 0 or 100, or so near that the probability never outweighs an answer: it decides only where that is unknown. */
const sign: Score = {
  id: 'sign',
  kind: 'weighted',
  parts: [
    { of: 'recommend', weight: 99, scale: { from: veryLikely, to: veryLikely } },
    { of: 'repurchase', weight: 1, scale: { from: likelyAgain, to: likelyAgain } },
  ],
};

const present: Condition = { kind: 'number', of: 'recency_days', is: 'lte', than: 'silence_days' };
const silent: Condition = { kind: 'number', of: 'recency_days', is: 'gt', than: 'silence_days' };
const orders = (is: 'gte' | 'eq', than: number): Condition => ({ kind: 'number', of: 'orders', is, than });
const all = (...parts: readonly Condition[]): Condition => ({ kind: 'all', parts });

export const preset = definePreset({
  id: 'lifecycle',
  order: 10,
  settings: {
    one_time: choice('one_time', ['lost', 'one_time'], 'lost'),
    loyal_by: choice('loyal_by', ['auto', 'recommend', 'repurchase', 'rate'], 'auto'),
  },
  rules: ({ one_time, loyal_by }, model) => {
    const by = loyaltySign(loyal_by, model);
    const fades = one_time === 'lost';
    const conditions: Readonly<Record<Stage, Condition>> = {
      loyal: all(orders('gte', 2), present, loyal[by]),
      regular: all(orders('gte', 2), present),
      one_time: fades ? all(orders('eq', 1), present) : orders('eq', 1),
      prospect: orders('eq', 0),
      lost: all(orders('gte', fades ? 1 : 2), silent),
    };
    return {
      population: 'all',
      scores: by === 'either' ? [sign] : [],
      tiers: stages.map((id) => ({ id, name: null, when: conditions[id] })),
      rest: { id: 'unknown', name: null },
      options: defaultMetricOptions,
    };
  },
  strings: {
    en: {
      title: 'Lifecycle',
      rule: 'Prospect: no order yet; one-time: one order; regular: two or more; loyal: regular and very likely to recommend; lost: silent for longer than the silence rule allows.',
      tiers: {
        loyal: 'Loyal',
        regular: 'Regular',
        one_time: 'One-time',
        prospect: 'Prospect',
        lost: 'Lost',
        unknown: 'Not known',
      },
      settings: {
        one_time: {
          label: 'One order, long ago',
          definition:
            'Whether someone who ordered once and has been silent for longer than the rule allows is lost.',
          options: { lost: 'is a lost customer', one_time: 'stays a one-time customer' },
        },
        loyal_by: {
          label: 'Loyal is told by',
          definition:
            'Loyal customers are regular ones who are very likely to recommend. Where someone did not answer, a probability of buying again of at least 70% can stand in. The rate from the orders can be chosen as well: the share of customers with as many order days who ordered again within the days of the silence rule.',
          options: {
            auto: 'the answer, else the probability',
            recommend: 'very likely to recommend',
            repurchase: '70% or more to buy again',
            rate: 'a rate of buying again of 70% or more',
          },
        },
      },
      scores: { sign: 'sign of loyalty: very likely to recommend, else 70% likely to return' },
    },
    'zh-Hans': {
      title: '客户生命周期',
      rule: '潜在客户：尚未下单；一次性客户：只下过一单；常规客户：两单以上；忠诚客户：常规客户且很大可能推荐；流失客户：沉默超过沉默规则的天数。',
      tiers: {
        loyal: '忠诚客户',
        regular: '常规客户',
        one_time: '一次性客户',
        prospect: '潜在客户',
        lost: '流失客户',
        unknown: '无法判断',
      },
      settings: {
        one_time: {
          label: '很久以前只下过一单',
          definition: '只下过一单、沉默又超过规则天数的客户是否算流失。',
          options: { lost: '算流失客户', one_time: '仍算一次性客户' },
        },
        loyal_by: {
          label: '忠诚的依据',
          definition:
            '忠诚客户是很大可能推荐的常规客户。没有回答推荐意愿的，可用不低于70%的再次购买概率代替。也可以选用订单算出的复购率：下单天数相同的客户中，在沉默规则的天数之内再次下单的比例。',
          options: {
            auto: '推荐意愿，其次再次购买概率',
            recommend: '很大可能推荐',
            repurchase: '再次购买概率不低于70%',
            rate: '订单算出的复购率不低于70%',
          },
        },
      },
      scores: { sign: '忠诚迹象：很大可能推荐，未作答的看再次购买概率是否不低于70%' },
    },
  },
});
