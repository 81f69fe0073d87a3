import type { Lang } from '../../i18n/lang.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';

interface Parts {
  high: Piece;
  highCount: number;
  /** Of how many the class is known. */
  told: string;
  toldCount: number;
  share: string;
  mid: Piece;
  low: Piece;
  unknown: Piece;
  unknownCount: number;
}

type Axis = 'satisfaction' | 'repurchase' | 'recommend';

export interface Words extends LensWords {
  insight(parts: Parts): Sentence;
  /** Words of the levels, from the lowest; `unknown` before them. */
  satisfaction: Readonly<Record<'three_positive' | 'with_neutral' | 'numbers', readonly string[]>>;
  repurchase: readonly string[];
  recommend: readonly string[];
  unknownAnswer: Readonly<Record<Axis, string>>;
  axis: Readonly<Record<Axis, string>>;
  corner: string;
  slice(level: string): string;
  classes: Readonly<Record<'high' | 'mid' | 'low' | 'unknown', string>>;
  classesTitle: string;
  customers: string;
  value(measure: string): string;
  classOf(cell: string): string;
  cell(cell: string, n: string, count: number): string;
  cellSet(cell: string): string;
  /** Between the answers of a cell. */
  comma: string;
  classSet(name: string): string;
  coverageTitle: string;
  coverage(question: string, n: string, all: string): string;
  coverageAll(n: string, all: string): string;
  answeredSet(question: string): string;
  missing(list: string, count: number): string;
  mixed: string;
  decided: string;
  noProbability: string;
  rateStandsIn(n: string, count: number): string;
  seeRate: string;
  rateSet: string;
  reset: string;
  source: string;
}

export const strings: Record<Lang, Words> = {
  en: {
    title: 'Loyalty cube',
    question: () => 'How loyal do the answers say they are?',
    reasons: {
      no_answers:
        'Needs at least one of three columns: satisfaction, probability of buying again, willingness to recommend. Open a survey file, or correct the import and map them.',
      no_customers: 'No row with a customer is in scope. Widen the period, or map a customer column.',
      nobody_answered:
        'None of the customers in scope has an answer that can be read. Check the scale and whether the survey uses the same customer ids.',
    },
    insight: (p) =>
      p.toldCount === 0
        ? say`No class can be told: ${p.unknown} ${p.unknownCount === 1 ? 'customer has' : 'customers have'} not answered enough.`
        : say`${p.high} of ${p.told} ${p.toldCount === 1 ? 'customer' : 'customers'} with enough answers (${p.share}) ${p.highCount === 1 ? 'is' : 'are'} highly loyal, ${p.mid} medium, ${p.low} low; of ${p.unknown} the answers say too little.`,
    satisfaction: {
      three_positive: [
        'Very dissatisfied',
        'Dissatisfied',
        'Satisfied',
        'Rather satisfied',
        'Very satisfied',
      ],
      with_neutral: ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
      numbers: ['1 of 5', '2 of 5', '3 of 5', '4 of 5', '5 of 5'],
    },
    repurchase: ['Below 30%', '30% to 70%', '70% and above'],
    recommend: ['Unlikely', 'Possible', 'Very likely'],
    unknownAnswer: {
      satisfaction: 'Not answered',
      repurchase: 'Not known',
      recommend: 'Not answered',
    },
    axis: {
      satisfaction: 'Satisfaction',
      repurchase: 'Probability of buying again',
      recommend: 'Would recommend',
    },
    corner: 'Satisfaction, by probability of buying again',
    slice: (level) => `Would recommend: ${level.toLowerCase()}`,
    classes: { high: 'High', mid: 'Medium', low: 'Low', unknown: 'Not known' },
    classesTitle: 'Classes of loyalty',
    customers: 'Customers',
    value: (measure) => `Net ${measure}`,
    classOf: (cell) => `Class of: ${cell}`,
    cell: (cell, n, count) => `${cell}: ${n} ${count === 1 ? 'customer' : 'customers'}`,
    cellSet: (cell) => `Customers who answered: ${cell}.`,
    comma: ', ',
    classSet: (name) => `Customers whose loyalty is: ${name.toLowerCase()}.`,
    coverageTitle: 'Who answered what',
    coverage: (question, n, all) => `${question}: ${n} of ${all} customers`,
    coverageAll: (n, all) => `All three: ${n} of ${all}`,
    answeredSet: (question) => `Customers with an answer: ${question.toLowerCase()}.`,
    missing: (list, count) =>
      `Nobody in scope has an answer to: ${list}. ${count === 1 ? 'It counts' : 'They count'} as unknown, never as a no.`,
    mixed:
      'The answers use words of both scales of satisfaction: check which question was asked, and choose the scale.',
    decided:
      'Who left a question out is in a class only where the other answers decide it, whatever the missing one would be.',
    noProbability:
      'The probability of buying again comes from the files alone; it is not estimated from the orders here.',
    rateStandsIn: (n, count) =>
      `Proxy used: for ${n} ${count === 1 ? 'customer' : 'customers'} without an answer the rate of buying again stands in, which is the share of customers with as many order days who ordered again within the days of the silence rule.`,
    seeRate: 'See them',
    rateSet: 'Customers whose probability of buying again is the rate from the orders.',
    reset: 'Back to the source’s classes',
    source: 'Each cell holds its number of customers, which opens, and its class, which can be changed.',
  },
  'zh-Hans': {
    title: '忠诚度立方',
    question: () => '从回答看，客户有多忠诚？',
    reasons: {
      no_answers:
        '至少需要三列之一：满意度、再次购买概率、推荐意愿。请打开调查文件，或修正导入并指定这些列。',
      no_customers: '当前范围内没有带客户的行。请放宽时间段，或指定客户列。',
      nobody_answered: '当前范围内没有客户有可识别的回答。请检查量表，以及调查是否使用相同的客户编号。',
    },
    insight: (p) =>
      p.toldCount === 0
        ? say`无法判断忠诚度：${p.unknown}个客户的回答都不够。`
        : say`回答足够的${p.told}个客户中，高忠诚度${p.high}个（${p.share}），中${p.mid}个，低${p.low}个；另有${p.unknown}个客户的回答不足以判断。`,
    satisfaction: {
      three_positive: ['很不满意', '不满意', '满意', '比较满意', '很满意'],
      with_neutral: ['很不满意', '不满意', '一般', '满意', '很满意'],
      numbers: ['1分', '2分', '3分', '4分', '5分'],
    },
    repurchase: ['30%以下', '30%至70%', '70%以上'],
    recommend: ['不可能', '有可能', '很大可能'],
    unknownAnswer: { satisfaction: '未回答', repurchase: '未知', recommend: '未回答' },
    axis: { satisfaction: '满意度', repurchase: '再次购买概率', recommend: '推荐意愿' },
    corner: '满意度与再次购买概率',
    slice: (level) => `推荐意愿：${level}`,
    classes: { high: '高', mid: '中', low: '低', unknown: '未知' },
    classesTitle: '忠诚度等级',
    customers: '客户数',
    value: (measure) => `净${measure}`,
    classOf: (cell) => `等级：${cell}`,
    cell: (cell, n) => `${cell}：${n}个客户`,
    cellSet: (cell) => `回答为“${cell}”的客户。`,
    comma: '、',
    classSet: (name) => `忠诚度为“${name}”的客户。`,
    coverageTitle: '谁回答了什么',
    coverage: (question, n, all) => `${question}：${all}个客户中有${n}个`,
    coverageAll: (n, all) => `三项都有：${all}个中有${n}个`,
    answeredSet: (question) => `有“${question}”的客户。`,
    missing: (list) => `当前范围内没有人回答：${list}。一律算未知，绝不算否定。`,
    mixed: '满意度的回答混用了两种量表的词：请核对问卷并选择量表。',
    decided: '缺少某项回答的客户，只有在其余回答无论如何都能定级时才归入该级。',
    noProbability: '再次购买概率只取自文件，这里不按订单估计。',
    rateStandsIn: (n) =>
      `采用替代指标：${n}个客户没有回答，用复购率代替，即下单天数相同的客户中，在沉默规则的天数之内再次下单的比例。`,
    seeRate: '查看名单',
    rateSet: '再次购买概率取订单复购率的客户。',
    reset: '恢复原定等级',
    source: '每格有客户数（可打开）和等级（可修改）。',
  },
};
