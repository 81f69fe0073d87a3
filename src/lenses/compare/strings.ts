import type { Lang } from '../../i18n/lang.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';
import type { Fate, Motion } from './moved.ts';
import type { CompareParams } from './params.ts';

interface GroupParts {
  groups: string;
  most: string;
  mostShare: Piece;
  least: string;
  leastShare: Piece;
}

interface PeriodParts {
  first: string;
  second: string;
  before: Piece;
  after: Piece;
  top20Before: Piece;
  top20After: Piece;
  n80Before: Piece;
  n80After: Piece;
  vital: Piece;
  share: string;
  stayed: Piece;
  fell: Piece;
  gone: Piece;
  fresh: Piece;
  measure: string;
}

interface Labelled {
  label: string;
  definition: string;
}

export interface Words extends LensWords {
  groups(parts: GroupParts): Sentence;
  oneGroup(name: string, top20: Piece): Sentence;
  noGroup: string;
  sample(top20: Piece): Sentence;
  periods(parts: PeriodParts): Sentence;
  /** One of the periods has no day, or no total above zero. */
  noPeriod: string;
  by: Labelled & { other: Readonly<Record<'year' | 'period' | 'sample', string>> };
  axis: Labelled & { options: Readonly<Record<CompareParams['axis'], string>> };
  cut: Labelled & { options: Readonly<Record<CompareParams['cut'], string>> };
  days: Readonly<Record<'from1' | 'to1' | 'from2' | 'to2', string>>;
  daysDefinition: string;
  suggest: string;
  unequal: string;
  overlapping: string;
  clipped: string;
  blank: string;
  wholeYear(year: string): string;
  thisFile: string;
  xPercent: string;
  xRank: string;
  xLog: string;
  yAxis(measure: string): string;
  first(share: string): string;
  firstN(n: string): string;
  table: string;
  curves: string;
  group: string;
  customers: string;
  value(measure: string): string;
  top20: string;
  n80: string;
  gini: string;
  joint: string;
  largest: string;
  apart: string;
  groupSet(name: string): string;
  others(n: string, count: number, value: string): string;
  without(n: string, count: number): string;
  latest: string;
  vitalTitle: string;
  vitalRule(share: string, cut: string): string;
  fates: Readonly<Record<Fate, string>>;
  fateSets: Readonly<Record<Fate, (first: string, second: string) => string>>;
  changeTitle: string;
  changeRule(measure: string): string;
  motions: Readonly<Record<Motion, string>>;
  motionSets: Readonly<Record<Motion, (first: string, second: string) => string>>;
  motion: string;
  change(measure: string): string;
  sum: string;
  noSamples: string;
  sampleNote: string;
}

export const strings: Record<Lang, Words> = {
  en: {
    title: 'Compare',
    question: (measure) => `Is ${measure} equally concentrated everywhere, and at all times?`,
    reasons: {
      no_customers: 'No row with a customer is in scope. Widen the period, or map a customer column.',
    },
    groups: (p) =>
      say`Of the ${p.groups} groups drawn, ${p.most} is the most concentrated: the top 20% of its customers hold ${p.mostShare}; in ${p.least}, the least, they hold ${p.leastShare}.`,
    oneGroup: (name, top20) =>
      say`There is one group, ${name}, and nothing to compare it with: the top 20% of its customers hold ${top20}.`,
    noGroup: 'No group has a total above zero, so there is no curve to draw.',
    sample: (top20) =>
      say`The top 20% of the customers of this file hold ${top20}; the built-in samples stand beside it.`,
    periods: (p) =>
      say`From ${p.first} to ${p.second}, ${p.measure} goes from ${p.before} to ${p.after}, the share of the top 20% from ${p.top20Before} to ${p.top20After}, and the customers who bring 80% from ${p.n80Before} to ${p.n80After}. Of the ${p.vital} largest, who brought ${p.share} in the first period, ${p.stayed} stayed among the largest, ${p.fell} fell, ${p.gone} left; new among them: ${p.fresh}.`,
    noPeriod: 'One of the two periods has no customer with a value above zero: choose other days.',
    by: {
      label: 'Compare by',
      definition:
        'Every group is ranked by itself, with the value that its customers have inside the group: a customer of two regions is on both curves. The five largest groups are drawn, of years the five latest.',
      other: { year: 'Year', period: 'Two periods', sample: 'Built-in samples' },
    },
    axis: {
      label: 'Horizontal axis',
      definition:
        'Share of customers makes groups of different size comparable; number of customers shows how many it takes; the logarithmic scale spreads out the first few.',
      options: { percent: 'share of customers', rank: 'number of customers', log: 'number, logarithmic' },
    },
    cut: {
      label: 'Largest of the second period',
      definition:
        'Cut anew: as many as bring the share of the handle in that period. Cut kept: all who are worth at least as much as the smallest of the largest in the first period.',
      options: { recompute: 'cut anew', keep: 'cut of the first period kept' },
    },
    days: {
      from1: 'First period from',
      to1: 'First period to',
      from2: 'Second period from',
      to2: 'Second period to',
    },
    daysDefinition:
      'Both days count. Default: the last two whole calendar years, else the two halves of the period in force. Only days of the notebook’s own period count.',
    suggest: 'Use the suggestion',
    unequal: 'The periods differ in length, so values are not comparable as they stand.',
    overlapping: 'The periods overlap: some days count in both.',
    clipped: 'A period reaches beyond the days in scope and is cut there.',
    blank: '(not stated)',
    wholeYear: (year) => year,
    thisFile: 'this file',
    xPercent: 'share of customers, largest first',
    xRank: 'number of customers, largest first',
    xLog: 'number of customers, largest first, logarithmic',
    yAxis: (measure) => `share of ${measure}`,
    first: (share) => `First ${share} of customers`,
    firstN: (n) => `First ${n} customers`,
    table: 'The curves in figures',
    curves: 'Share of the total that the first customers hold',
    group: 'Group',
    customers: 'Customers',
    value: (measure) => `Net ${measure}`,
    top20: 'Top 20% hold',
    n80: 'Customers for 80%',
    gini: 'Gini',
    joint: 'Joint ratio',
    largest: 'Largest holds',
    apart: 'Apart',
    groupSet: (name) => `Customers of ${name}.`,
    others: (n, count, value) =>
      count === 1
        ? `1 smaller group with ${value} together is not drawn.`
        : `${n} other groups with ${value} together are not drawn.`,
    without: (n, count) =>
      count === 1
        ? '1 group has no total above zero, so it has no shares.'
        : `${n} groups have no total above zero, so they have no shares.`,
    latest: 'Of years, the latest five are drawn.',
    vitalTitle: 'The largest customers, then and now',
    vitalRule: (share, cut) =>
      `Largest = who brings ${share} of the total, ties together; second period: ${cut}.`,
    fates: {
      stayed: 'still among the largest',
      fell: 'fell out of the largest',
      gone: 'gone: no row in the second period',
      fresh: 'new among the largest',
    },
    fateSets: {
      stayed: (first, second) => `Among the largest in ${first} and in ${second}.`,
      fell: (first, second) => `Among the largest in ${first}, no longer in ${second}.`,
      gone: (first, second) => `Among the largest in ${first}, without a row in ${second}.`,
      fresh: (first, second) => `Among the largest in ${second}, not in ${first}.`,
    },
    changeTitle: 'What the change is made of',
    changeRule: (measure) =>
      `Net ${measure} of all customers, those at zero or below included; the lines add up to the change.`,
    motions: { left: 'left', came: 'came', grew: 'grew', shrank: 'shrank', same: 'unchanged' },
    motionSets: {
      left: (first, second) => `Customers with a row in ${first} and none in ${second}.`,
      came: (first, second) => `Customers with a row in ${second} and none in ${first}.`,
      grew: (first, second) => `Customers who brought more in ${second} than in ${first}.`,
      shrank: (first, second) => `Customers who brought less in ${second} than in ${first}.`,
      same: (first, second) => `Customers who brought the same in ${first} and in ${second}.`,
    },
    motion: 'Customers who',
    change: (measure) => `Change in ${measure}`,
    sum: 'Together',
    noSamples: 'The samples could not be loaded.',
    sampleNote:
      'Samples are made-up shops; their figures are counted by revenue, without customers at zero or below.',
  },
  'zh-Hans': {
    title: '对比',
    question: (measure) => `${measure}处处、时时都一样集中吗？`,
    reasons: {
      no_customers: '当前范围内没有带客户的行。请放宽时间段，或指定客户列。',
    },
    groups: (p) =>
      say`画出的${p.groups}个组中，${p.most}最集中：前20%的客户占${p.mostShare}；${p.least}最分散，占${p.leastShare}。`,
    oneGroup: (name, top20) => say`只有一个组：${name}，无从对比；其前20%的客户占${top20}。`,
    noGroup: '没有一个组的总额大于零，画不出曲线。',
    sample: (top20) => say`本文件前20%的客户占${top20}，旁边是内置样例。`,
    periods: (p) =>
      say`从${p.first}到${p.second}，${p.measure}由${p.before}变为${p.after}，前20%的占比由${p.top20Before}变为${p.top20After}，带来80%的客户由${p.n80Before}个变为${p.n80After}个。前一时期带来${p.share}的${p.vital}个最大客户中，${p.stayed}个仍在其列，${p.fell}个跌出，${p.gone}个不再出现；新进入的有${p.fresh}个。`,
    noPeriod: '两个时期中有一个没有数值大于零的客户：请另选日期。',
    by: {
      label: '对比方式',
      definition:
        '每组单独排名，只计客户在该组内的数值：一个客户若在两个地区都有购买，两条曲线上都有他。画出最大的五个组；按年份时画最近五年。',
      other: { year: '年份', period: '两个时期', sample: '内置样例' },
    },
    axis: {
      label: '横轴',
      definition: '客户占比便于比较大小不同的组；客户个数看需要多少客户；对数刻度把最前面的几个拉开。',
      options: { percent: '客户占比', rank: '客户个数', log: '客户个数（对数）' },
    },
    cut: {
      label: '后一时期的最大客户',
      definition:
        '重新划线：该时期内带来手柄所示占比的客户。沿用原线：数值不低于前一时期最大客户中最小者的全部客户。',
      options: { recompute: '重新划线', keep: '沿用前一时期的线' },
    },
    days: { from1: '前一时期起', to1: '前一时期止', from2: '后一时期起', to2: '后一时期止' },
    daysDefinition:
      '首尾两天都计入。默认：最近两个完整的日历年，否则为当前时间段的前后两半。只计笔记本时间段之内的日子。',
    suggest: '采用建议值',
    unequal: '两个时期长短不同，数值不能直接相比。',
    overlapping: '两个时期有重叠：部分日子两边都计入。',
    clipped: '有一个时期超出了当前范围，已在边界处截断。',
    blank: '（未填写）',
    wholeYear: (year) => `${year}年`,
    thisFile: '本文件',
    xPercent: '客户占比（从大到小）',
    xRank: '客户个数（从大到小）',
    xLog: '客户个数（从大到小，对数）',
    yAxis: (measure) => `${measure}占比`,
    first: (share) => `前${share}的客户`,
    firstN: (n) => `前${n}个客户`,
    table: '曲线的数字',
    curves: '排在前面的客户占总额的比例',
    group: '组',
    customers: '客户数',
    value: (measure) => `净${measure}`,
    top20: '前20%占',
    n80: '带来80%的客户',
    gini: '基尼系数',
    joint: '联合比率',
    largest: '最大客户占',
    apart: '单列',
    groupSet: (name) => `${name}的客户。`,
    others: (n, _count, value) => `另有${n}个较小的组没有画出，合计${value}。`,
    without: (n) => `${n}个组的总额不大于零，没有占比可言。`,
    latest: '按年份时画最近五年。',
    vitalTitle: '最大的客户：过去与现在',
    vitalRule: (share, cut) => `最大客户＝带来总额${share}的客户，同值一并计入；后一时期：${cut}。`,
    fates: {
      stayed: '仍在其列',
      fell: '跌出',
      gone: '不再出现：后一时期没有任何行',
      fresh: '新进入',
    },
    fateSets: {
      stayed: (first, second) => `在${first}和${second}都属最大客户。`,
      fell: (first, second) => `在${first}属最大客户，在${second}不再是。`,
      gone: (first, second) => `在${first}属最大客户，在${second}没有任何行。`,
      fresh: (first, second) => `在${second}属最大客户，在${first}不是。`,
    },
    changeTitle: '变化由什么构成',
    changeRule: (measure) => `全部客户的净${measure}，包括为零或负的；各行相加等于总变化。`,
    motions: { left: '离开', came: '新来', grew: '增长', shrank: '下降', same: '不变' },
    motionSets: {
      left: (first, second) => `在${first}有记录、在${second}没有的客户。`,
      came: (first, second) => `在${second}有记录、在${first}没有的客户。`,
      grew: (first, second) => `${second}比${first}带来更多的客户。`,
      shrank: (first, second) => `${second}比${first}带来更少的客户。`,
      same: (first, second) => `${first}和${second}带来一样多的客户。`,
    },
    motion: '客户',
    change: (measure) => `${measure}的变化`,
    sum: '合计',
    noSamples: '样例无法加载。',
    sampleNote: '样例是虚构的商店，按收入计算，不含净额为零或负的客户。',
  },
};
