import { scoreWords, weightNames } from '../../scores/words.ts';
import { potentialScore, weightsSetting } from '../../scores/components.ts';
import { choice, number } from '../../setting.ts';
import { defaultMetricOptions } from '../../metrics/types.ts';
import { basisPoints, definePreset } from '../definePreset.ts';

/** Large customers by what they bring, then those who may become large, then the others. */
export const preset = definePreset({
  id: 'key_potential',
  order: 5,
  settings: {
    share: number('share', 0.1, 100, 80, 2),
    of: choice('of', ['amount', 'value'], 'amount'),
    crossing: choice('crossing', ['better', 'worse'], 'better'),
    cut: number('cut', 0, 100, 60, 1),
    weights: weightsSetting('potential', 'weights'),
  },
  rules: ({ share, of, crossing, cut, weights }, model) => ({
    population: 'ranked',
    scores: [potentialScore(weights, model)],
    tiers: [
      { id: 'key', name: null, when: { kind: 'share', of, cut: basisPoints(share), crossing } },
      { id: 'potential', name: null, when: { kind: 'number', of: 'score:potential', is: 'gte', than: cut } },
    ],
    rest: { id: 'ordinary', name: null },
    options: defaultMetricOptions,
  }),
  strings: {
    en: {
      title: 'Key, potential and ordinary customers',
      rule: 'Key: the smallest set of customers who bring 80% of sales; potential: small today, but likely to become important; ordinary: all others.',
      tiers: { key: 'Key', potential: 'Potential', ordinary: 'Ordinary' },
      settings: {
        share: {
          label: 'Key customers bring, %',
          definition: 'The smallest set of largest customers that reaches this share is key.',
        },
        of: {
          label: 'Of',
          definition: 'The source speaks of sales; the measure of the document may be another.',
          options: { amount: 'sales', value: 'the measure in force' },
        },
        crossing: {
          label: 'Customer who crosses the cut',
          definition: 'Whoever reaches the share is still a key customer, or is the first who is none.',
          options: { better: 'is key', worse: 'is not key' },
        },
        cut: {
          label: 'Potential from, points',
          definition: 'Potential score, 0 to 100, from which a customer who is not key has potential.',
        },
        weights: {
          label: scoreWords.en.potential.weights,
          definition: scoreWords.en.potential.definition,
          items: weightNames('potential', 'en'),
        },
      },
      scores: { potential: scoreWords.en.potential.title },
    },
    'zh-Hans': {
      title: '大客户、潜力客户、普通客户',
      rule: '大客户：对销售额贡献较大，合计达到80%的最少客户；潜力客户：目前购买力较低，但未来可能成为重要客户；普通客户：其余客户。',
      tiers: { key: '大客户', potential: '潜力客户', ordinary: '普通客户' },
      settings: {
        share: {
          label: '大客户合计占比（%）',
          definition: '从最大的客户数起，合计达到该占比的最少客户为大客户。',
        },
        of: {
          label: '依据',
          definition: '原文说的是销售额；文档的指标可以是别的。',
          options: { amount: '销售额', value: '当前指标' },
        },
        crossing: {
          label: '跨线的客户',
          definition: '恰好达到占比的客户仍算大客户，或不再算。',
          options: { better: '算大客户', worse: '不算大客户' },
        },
        cut: {
          label: '潜力分不低于',
          definition: '不是大客户而潜力评分（0至100分）不低于该值的，为潜力客户。',
        },
        weights: {
          label: scoreWords['zh-Hans'].potential.weights,
          definition: scoreWords['zh-Hans'].potential.definition,
          items: weightNames('potential', 'zh-Hans'),
        },
      },
      scores: { potential: scoreWords['zh-Hans'].potential.title },
    },
  },
});
