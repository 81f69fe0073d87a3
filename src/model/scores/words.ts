import type { Lang } from '../../i18n/lang.ts';
import { scoreDefinitions } from './definitions.ts';
import type { ScoreKind } from './types.ts';

export interface ScoreWords {
  readonly title: string;
  readonly definition: string;
  readonly weights: string;
  readonly groups: Readonly<Record<string, string>>;
  /** By component id: what it is called, and how it becomes 0 to 100. */
  readonly components: Readonly<Record<string, { readonly name: string; readonly definition: string }>>;
}

const potentialEn: ScoreWords = {
  title: 'Potential score',
  definition:
    'Weighted mean of percentile ranks, 0 to 100. What is unknown of a customer is left out, and the other weights share its part.',
  weights: 'Weights of potential',
  groups: { judged: 'Judged', behaviour: 'Behaviour', firm: 'Firm' },
  components: {
    mapped: { name: 'mapped potential', definition: 'Percentile rank of the potential column.' },
    growth: {
      name: 'growth',
      definition: 'Percentile rank of the growth from the first half of the period to the last.',
    },
    trend: {
      name: 'trend',
      definition: 'Percentile rank of the slope of a straight line through the periods, over their mean.',
    },
    breadth: { name: 'breadth', definition: 'Percentile rank of the number of categories bought.' },
    size: { name: 'size', definition: 'Percentile rank of the firm’s size.' },
    standing: { name: 'standing', definition: 'Percentile rank of the standing in the industry.' },
    innovation: { name: 'innovation', definition: 'Percentile rank of the power to innovate.' },
  },
};

const riskEn: ScoreWords = {
  title: 'Risk score',
  definition:
    'Weighted mean of parts from 0 (no risk seen) to 100. What is unknown of a customer is left out, and the other weights share its part.',
  weights: 'Weights of risk',
  groups: { credit: 'Credit', market: 'Market', compliance: 'Compliance' },
  components: {
    overdue_days: { name: 'days overdue', definition: '0 when nothing is overdue, 100 from 90 days on.' },
    overdue_share: {
      name: 'share overdue',
      definition: '0 when nothing of what is owed is past due, 100 when all of it is.',
    },
    limit_use: {
      name: 'use of credit limit',
      definition: '0 up to half of the limit, 100 when all of it is used.',
    },
    decline: {
      name: 'decline',
      definition:
        '0 without a fall from the first half of the period to the last, 100 from a fall by half on.',
    },
    industry: {
      name: 'decline of the industry',
      definition: '0 without a fall of the industry, 100 from a fall by 20% on.',
    },
    concentration: {
      name: 'concentration',
      definition: 'Share of all value: 0 at nothing, 100 from 10% on.',
    },
    volatility: {
      name: 'volatility',
      definition: 'Coefficient of variation: 0 up to 0.5, 100 from 1.0 on.',
    },
    flags: { name: 'compliance flags', definition: '0 without a flag, 50 with one, 100 from two on.' },
  },
};

const potentialZh: ScoreWords = {
  title: '潜力评分',
  definition: '各项百分位排名的加权平均，0至100分。客户缺少的项目不计，其权重由其他项目分担。',
  weights: '潜力权重',
  groups: { judged: '评定', behaviour: '行为', firm: '企业' },
  components: {
    mapped: { name: '指定的潜力', definition: '潜力列的百分位排名。' },
    growth: { name: '增长', definition: '时间段后一半相对前一半的增长率的百分位排名。' },
    trend: { name: '趋势', definition: '各期直线趋势的斜率与均值之比的百分位排名。' },
    breadth: { name: '品类广度', definition: '购买品类数的百分位排名。' },
    size: { name: '规模', definition: '企业规模的百分位排名。' },
    standing: { name: '行业地位', definition: '行业地位的百分位排名。' },
    innovation: { name: '创新能力', definition: '创新能力的百分位排名。' },
  },
};

const riskZh: ScoreWords = {
  title: '风险评分',
  definition: '各项0分（未见风险）至100分的加权平均。客户缺少的项目不计，其权重由其他项目分担。',
  weights: '风险权重',
  groups: { credit: '信用', market: '市场', compliance: '合规' },
  components: {
    overdue_days: { name: '逾期天数', definition: '无逾期为0分，90天及以上为100分。' },
    overdue_share: { name: '逾期占比', definition: '欠款均未到期为0分，全部逾期为100分。' },
    limit_use: { name: '额度使用', definition: '使用不超过授信额度的一半为0分，用满为100分。' },
    decline: { name: '下滑', definition: '时间段后一半未低于前一半为0分，减少一半及以上为100分。' },
    industry: { name: '行业下滑', definition: '所在行业未下滑为0分，下滑20%及以上为100分。' },
    concentration: { name: '集中度', definition: '占全部价值的比例：为零是0分，10%及以上为100分。' },
    volatility: { name: '波动', definition: '变异系数不超过0.5为0分，1.0及以上为100分。' },
    flags: { name: '合规标记', definition: '没有标记为0分，一个为50分，两个及以上为100分。' },
  },
};

export const scoreWords: Readonly<Record<Lang, Readonly<Record<ScoreKind, ScoreWords>>>> = {
  en: { potential: potentialEn, risk: riskEn },
  'zh-Hans': { potential: potentialZh, risk: riskZh },
};

/** Names of the components in the order of their weights. */
export const weightNames = (kind: ScoreKind, lang: Lang): readonly string[] =>
  scoreDefinitions[kind].map(({ id }) => scoreWords[lang][kind].components[id]!.name);
