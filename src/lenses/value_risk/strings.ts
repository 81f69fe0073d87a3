import type { Lang } from '../../i18n/lang.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';

interface Parts {
  high: Piece;
  one: boolean;
  /** Nobody is at high risk: a share of nothing is not told. */
  none: boolean;
  all: string;
  share: string;
  measure: string;
  cut: string;
  mean: Piece;
  coverage: Piece;
}

export interface Words extends LensWords {
  insight(parts: Parts): Sentence;
  /** A sentence more, where only one group of risks could be scored. */
  only(group: string): string;
  one(name: string): Sentence;
  riskAxis: string;
  caption: string;
  riskLevel(level: string): string;
  cell(value: string, risk: string, n: string, count: number): string;
  cellSet(value: string, risk: string): string;
  cutRule(low: string, high: string): string;
  unknown(n: string, count: number): string;
  unknownSet: string;
  cut1: string;
  cut2: string;
  cutDefinition: string;
  resetCuts: string;
  riskLine(upper: string, lower: string): string;
  names: Readonly<Record<'high_high' | 'high_low' | 'low_high' | 'low_low', string>>;
  corner(name: string, n: string, share: string): string;
  customer: string;
  value: string;
  score: string;
  known: string;
  riskiest(n: string, count: number): string;
  riskiestNote: string;
  priority: string;
  priorityTitle: string;
  priorityNote(value: string, potential: string, risk: string): string;
  potentials: Readonly<Record<'column' | 'growth' | 'none', string>>;
  valueRank: string;
  potentialRank: string;
  byValue: string;
  byPotential: string;
  byRisk: string;
  weightDefinition: string;
  top: string;
  topDefinition: string;
  see(n: string, count: number): string;
  exportList: string;
  prioritySet(n: string, count: number): string;
}

export const strings: Record<Lang, Words> = {
  en: {
    title: 'Value and risk',
    question: () => 'Which large customers are the ones we may lose money with?',
    reasons: {
      no_parts:
        'Nothing but the share of value could be scored: map a date, or join receivables (due date, amount, credit limit) or a customer list with compliance columns.',
      no_customers: 'No row with a customer is in scope. Widen the period, or map a customer column.',
      all_apart: 'Every customer has a net value of zero or less, so there is no value axis.',
      total_nonpositive: 'The total is zero or less, so value levels have no meaning.',
      nothing_known:
        'Nothing but the share of value is known of any customer: the period is too short for decline and volatility, and no receivable or compliance column says anything.',
    },
    insight: (p) =>
      say`${p.high} of ${p.all} A customers ${p.one ? 'is' : 'are'} at high risk, with a score above ${p.cut}${p.none ? '' : `: ${p.share} of ${p.measure}`}. The mean score is ${p.mean} of 100, from ${p.coverage} of the weights.`,
    only: (group) => ` Only one kind of risk could be scored: ${group.toLowerCase()}.`,
    one: (name) => say`There is one customer, ${name}: nothing to compare.`,
    riskAxis: 'risk score',
    caption: 'Customers by value and risk',
    riskLevel: (level) => `${level} risk`,
    cell: (value, risk, n, count) =>
      `${value} value, ${risk} risk: ${n} ${count === 1 ? 'customer' : 'customers'}`,
    cellSet: (value, risk) => `Customers with ${value.toLowerCase()} value and ${risk.toLowerCase()} risk.`,
    cutRule: (low, high) => `Risk is low up to ${low} points and high above ${high}.`,
    unknown: (n, count) => `${n} ${count === 1 ? 'customer has' : 'customers have'} no score, and no cell`,
    unknownSet: 'Customers without a risk score, who are in no cell.',
    cut1: 'Low/mid cut, points',
    cut2: 'Mid/high cut, points',
    cutDefinition: 'A risk score up to this is below the line.',
    resetCuts: 'Back to 33 and 67',
    riskLine: (upper, lower) => `${upper}/${lower} cut by risk`,
    names: {
      high_high: 'Large, at risk',
      high_low: 'Large, safe',
      low_high: 'Small, at risk',
      low_low: 'Small, safe',
    },
    corner: (name, n, share) => `${name}: ${n}, ${share}`,
    customer: 'Customer',
    value: 'Value',
    score: 'Risk score',
    known: 'Weights known',
    riskiest: (n, count) =>
      count === 1
        ? 'The customer with the largest value × risk'
        : `The ${n} customers with the largest value × risk`,
    riskiestNote:
      'Each column is what a component adds to the score; the parts sum to it. A dash is unknown: the other weights share its part.',
    priority: 'Priority',
    priorityTitle: 'Whom to look after first',
    priorityNote: (value, potential, risk) =>
      `Priority = ${value} × percentile rank of value + ${potential} × percentile rank of potential − ${risk} × risk score, from −100 to 100.`,
    potentials: {
      column: 'Potential is the mapped column; where it is unknown its weight goes to value.',
      growth: 'Potential is growth from the first half of the period to the last.',
      none: 'Nothing is known of potential, so its weight goes to value.',
    },
    valueRank: 'Value, percentile',
    potentialRank: 'Potential, percentile',
    byValue: 'Weight of value',
    byPotential: 'Weight of potential',
    byRisk: 'Weight of risk',
    weightDefinition: '0 to 100. Only the ratios count; with all at zero they are 50, 30 and 20.',
    top: 'Length of the list',
    topDefinition: 'Customers with the highest priority, up to 100.',
    see: (n, count) => `See ${n} ${count === 1 ? 'customer' : 'customers'}`,
    exportList: 'Export the list (CSV)',
    prioritySet: (n, count) =>
      count === 1
        ? 'The customer with the highest priority.'
        : `The ${n} customers with the highest priority.`,
  },
  'zh-Hans': {
    title: '价值与风险',
    question: () => '哪些大客户可能让我们蒙受损失？',
    reasons: {
      no_parts:
        '除价值占比外没有可评分的内容：请指定日期，或加入应收款文件（到期日、金额、信用额度）或带合规列的客户资料。',
      no_customers: '当前范围内没有带客户的行。请放宽时间段，或指定客户列。',
      all_apart: '所有客户的净额都为零或负，没有价值轴。',
      total_nonpositive: '总额为零或负，价值高低没有意义。',
      nothing_known:
        '除价值占比外对任何客户都一无所知：时间段太短，无法判断下滑与波动，应收款和合规列也没有内容。',
    },
    insight: (p) =>
      say`${p.all}个A类客户中有${p.high}个风险高（评分高于${p.cut}）${p.none ? '' : `，占${p.measure}的${p.share}`}；平均评分${p.mean}（满分100），依据${p.coverage}的权重。`,
    only: (group) => `只有一类风险可以评分：${group}。`,
    one: (name) => say`只有一个客户：${name}，没有可比较的对象。`,
    riskAxis: '风险评分',
    caption: '按价值与风险的客户数',
    riskLevel: (level) => `${level}风险`,
    cell: (value, risk, n) => `${value}价值、${risk}风险：${n}个客户`,
    cellSet: (value, risk) => `${value}价值、${risk}风险的客户。`,
    cutRule: (low, high) => `风险评分不超过${low}为低，高于${high}为高。`,
    unknown: (n) => `${n}个客户没有评分，不在任何格中`,
    unknownSet: '没有风险评分、不在任何格中的客户。',
    cut1: '低/中分界（分）',
    cut2: '中/高分界（分）',
    cutDefinition: '风险评分不超过该值的客户在线下。',
    resetCuts: '恢复33和67',
    riskLine: (upper, lower) => `风险分界${upper}/${lower}`,
    names: { high_high: '大而险', high_low: '大而稳', low_high: '小而险', low_low: '小而稳' },
    corner: (name, n, share) => `${name}：${n}，${share}`,
    customer: '客户',
    value: '价值',
    score: '风险评分',
    known: '已知权重',
    riskiest: (n) => `价值乘以风险最大的${n}个客户`,
    riskiestNote: '每列是一个项目在评分中所占的分数，各列之和等于评分。短横表示未知，其权重由其他项目分担。',
    priority: '优先级',
    priorityTitle: '先关注谁',
    priorityNote: (value, potential, risk) =>
      `优先级 = ${value} × 价值百分位 + ${potential} × 潜力百分位 − ${risk} × 风险评分，介于−100与100之间。`,
    potentials: {
      column: '潜力为指定的列；未知时其权重归于价值。',
      growth: '潜力为时间段后一半相对前一半的增长。',
      none: '潜力无从得知，其权重归于价值。',
    },
    valueRank: '价值百分位',
    potentialRank: '潜力百分位',
    byValue: '价值权重',
    byPotential: '潜力权重',
    byRisk: '风险权重',
    weightDefinition: '0至100，只看权重之比；全部为零时为50、30、20。',
    top: '名单长度',
    topDefinition: '优先级最高的客户数，最多100个。',
    see: (n) => `查看${n}个客户`,
    exportList: '导出名单（CSV）',
    prioritySet: (n) => `优先级最高的${n}个客户。`,
  },
};
