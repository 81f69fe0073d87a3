import type { Lang } from '../../../../i18n/lang.ts';
import { scoreWords, weightNames } from '../../../scores/words.ts';
import type { PresetWords } from '../../types.ts';

const en = scoreWords.en;
const zh = scoreWords['zh-Hans'];

export const strings: Readonly<Record<Lang, PresetWords>> = {
  en: {
    title: 'Key account score',
    rule: 'Key accounts are large in demand and purchasing power and wide in influence; they are put in order by current value, potential and risk.',
    tiers: { key: 'Key account', major: 'Major', ordinary: 'Ordinary' },
    settings: {
      weights: {
        label: 'Weights of the score',
        definition:
          'Current value and potential are scores, influence a percentile rank, priority 100 minus the risk score. What is not mapped is left out, and the other weights share its part.',
        items: ['current value', 'potential', 'influence', 'priority (low risk)'],
      },
      by: {
        label: 'Levels by',
        definition: 'Fixed points, or so many percent of the customers, the best first.',
        options: { score: 'points', share: 'share of customers' },
      },
      score_cuts: {
        label: 'Points from',
        definition: 'Points from which a customer is a key account, and from which major.',
        items: ['key account', 'major'],
      },
      share_cuts: {
        label: 'Best customers up to, %',
        definition:
          'Key accounts are so many percent of the customers; major those up to the second cut; equal scores share a level.',
        items: ['key account', 'major'],
      },
      value_weights: {
        label: 'Weights of current value',
        definition: 'Percentile ranks of what was bought, of the margin and of the quantity asked for.',
        items: ['sales', 'margin', 'quantity'],
      },
      potential_weights: {
        label: en.potential.weights,
        definition: en.potential.definition,
        items: weightNames('potential', 'en'),
      },
      risk_weights: {
        label: en.risk.weights,
        definition: en.risk.definition,
        items: weightNames('risk', 'en'),
      },
    },
    scores: {
      value: 'Current value',
      potential: en.potential.title,
      risk: en.risk.title,
      account: 'Key account score',
    },
  },
  'zh-Hans': {
    title: '大客户评分',
    rule: '大客户需求量大、购买力强、影响力广；按当前价值、未来潜力和风险排出优先次序。',
    tiers: { key: '大客户', major: '重点客户', ordinary: '一般客户' },
    settings: {
      weights: {
        label: '评分权重',
        definition:
          '当前价值与潜力取评分，影响力取百分位排名，优先级为100减风险评分。没有指定的项目不计，其权重由其他项目分担。',
        items: ['当前价值', '潜力', '影响力', '优先级（低风险）'],
      },
      by: {
        label: '分级方法',
        definition: '按固定分数，或按从高到低的客户占比。',
        options: { score: '分数', share: '客户占比' },
      },
      score_cuts: {
        label: '分数不低于',
        definition: '达到该分为大客户、重点客户。',
        items: ['大客户', '重点客户'],
      },
      share_cuts: {
        label: '客户占比止于（%）',
        definition: '评分从高到低，到第一个占比为大客户，到第二个占比为重点客户；评分相同的客户同级。',
        items: ['大客户', '重点客户'],
      },
      value_weights: {
        label: '当前价值权重',
        definition: '购买额、利润率、需求量的百分位排名。',
        items: ['购买额', '利润率', '需求量'],
      },
      potential_weights: {
        label: zh.potential.weights,
        definition: zh.potential.definition,
        items: weightNames('potential', 'zh-Hans'),
      },
      risk_weights: {
        label: zh.risk.weights,
        definition: zh.risk.definition,
        items: weightNames('risk', 'zh-Hans'),
      },
    },
    scores: { value: '当前价值', potential: zh.potential.title, risk: zh.risk.title, account: '大客户评分' },
  },
};
