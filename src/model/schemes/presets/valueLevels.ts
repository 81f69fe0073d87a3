import { defaultMetricOptions } from '../../metrics/types.ts';
import { partsOf } from '../../scores/components.ts';
import { choice, numbers } from '../../setting.ts';
import { basisPoints, definePreset } from '../definePreset.ts';
import type { Condition } from '../types.ts';

const most = 999_999_999;

/**
 * High, middle and low value, by one of four rules. The score takes percentile ranks of orders, amount and loyalty; a
 * customer whose loyalty is unknown is scored by the other two.
 */
export const preset = definePreset({
  id: 'value_levels',
  order: 6,
  settings: {
    by: choice('by', ['score', 'share', 'quantile', 'amounts'], 'score'),
    of: choice('of', ['amount', 'value'], 'amount'),
    weights: numbers('weights', 0, 100, [30, 40, 30]),
    score_cuts: numbers('score_cuts', 0, 100, [70, 40], 1),
    share_cuts: numbers('share_cuts', 0.1, 100, [80, 95], 2),
    quantile_cuts: numbers('quantile_cuts', 0, 100, [20, 50], 2),
    amounts: numbers('amounts', 0, most, [10_000, 1_000], 2),
  },
  rules: (settings) => {
    const { by, of, weights } = settings;
    const [frequency = 0, amount = 0, loyalty = 0] = weights;
    const percentile = 'percentile';
    const whens: Readonly<Record<typeof by, (i: 0 | 1) => Condition>> = {
      score: (i) => ({ kind: 'number', of: 'score:value', is: 'gte', than: settings.score_cuts[i]! }),
      // Cuts ascend: a second one below the first takes nobody.
      share: (i) => ({
        kind: 'share',
        of,
        cut: basisPoints(upTo(settings.share_cuts, i)),
        crossing: 'better',
      }),
      quantile: (i) => ({
        kind: 'top_share',
        of,
        basisPoints: basisPoints(upTo(settings.quantile_cuts, i)),
        rounding: 'up',
      }),
      amounts: (i) => ({ kind: 'number', of, is: 'gte', than: settings.amounts[i]! }),
    };
    return {
      population: 'ranked',
      scores:
        by === 'score'
          ? [
              {
                id: 'value',
                kind: 'weighted',
                parts: partsOf([
                  { of: 'orders', weight: frequency, scale: percentile },
                  { of, weight: amount, scale: percentile },
                  { of: 'loyalty', weight: loyalty, scale: percentile },
                ]),
              },
            ]
          : [],
      tiers: [
        { id: 'high', name: null, when: whens[by](0) },
        { id: 'mid', name: null, when: whens[by](1) },
      ],
      rest: { id: 'low', name: null },
      options: defaultMetricOptions,
    };
  },
  strings: {
    en: {
      title: 'High, middle and low value',
      rule: 'Customers are of high, middle or low value by how often they buy, how much, and how loyal they are.',
      tiers: { high: 'High', mid: 'Middle', low: 'Low' },
      settings: {
        by: {
          label: 'Levels by',
          definition:
            'A weighted score of orders, amount and loyalty; cumulative share; share of customers; or fixed amounts.',
          options: {
            score: 'weighted score',
            share: 'cumulative share',
            quantile: 'share of customers',
            amounts: 'fixed amounts',
          },
        },
        of: {
          label: 'Amount is',
          definition: 'The source speaks of the amount bought; the measure of the document may be another.',
          options: { amount: 'sales', value: 'the measure in force' },
        },
        weights: {
          label: 'Weights',
          definition:
            'Each part is a percentile rank, 0 to 100. A customer whose loyalty is unknown is scored by the other parts, which share its weight.',
          items: ['frequency', 'amount', 'loyalty'],
        },
        score_cuts: {
          label: 'Score from',
          definition: 'Points from which a customer is high, and from which middle.',
          items: ['high', 'middle'],
        },
        share_cuts: {
          label: 'Cumulative share up to, %',
          definition: 'High are the largest customers up to the first share, middle those up to the second.',
          items: ['high', 'middle'],
        },
        quantile_cuts: {
          label: 'Best customers up to, %',
          definition:
            'High are so many percent of the customers, the largest first; middle those up to the second cut; equal amounts share a level.',
          items: ['high', 'middle'],
        },
        amounts: {
          label: 'Amount from',
          definition: 'Amount from which a customer is high, and from which middle.',
          items: ['high', 'middle'],
        },
      },
      scores: { value: 'Value score' },
    },
    'zh-Hans': {
      title: '高价值、中价值、低价值客户',
      rule: '根据购买频率、购买金额、忠诚度等指标，将客户分为高价值客户、中价值客户和低价值客户。',
      tiers: { high: '高价值客户', mid: '中价值客户', low: '低价值客户' },
      settings: {
        by: {
          label: '分层方法',
          definition: '购买频率、购买金额、忠诚度的加权评分，或按累计占比、按客户占比、按固定金额。',
          options: { score: '加权评分', share: '累计占比', quantile: '客户占比', amounts: '固定金额' },
        },
        of: {
          label: '金额取',
          definition: '原文说的是购买金额；文档的指标可以是别的。',
          options: { amount: '销售额', value: '当前指标' },
        },
        weights: {
          label: '权重',
          definition: '每项取百分位排名，0至100分。忠诚度未知的客户按其他两项评分，权重由它们分担。',
          items: ['频率', '金额', '忠诚度'],
        },
        score_cuts: { label: '评分不低于', definition: '达到该分为高价值、中价值。', items: ['高', '中'] },
        share_cuts: {
          label: '累计占比止于（%）',
          definition: '从最大的客户数起，到第一个占比为高价值，到第二个占比为中价值。',
          items: ['高', '中'],
        },
        quantile_cuts: {
          label: '客户占比止于（%）',
          definition: '从最大的客户数起，到第一个占比为高价值，到第二个占比为中价值；金额相同的客户同级。',
          items: ['高', '中'],
        },
        amounts: { label: '金额不低于', definition: '达到该金额为高价值、中价值。', items: ['高', '中'] },
      },
      scores: { value: '价值评分' },
    },
  },
});

const upTo = (cuts: readonly number[], i: 0 | 1): number => Math.max(...cuts.slice(0, i + 1));
