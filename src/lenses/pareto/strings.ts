import type { Lang } from '../../i18n/lang.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';

interface Parts {
  customers: Piece;
  all: Piece;
  share: string;
  value: Piece;
  jointCustomers: Piece | null;
  jointValue: Piece | null;
  largest: Piece;
  one: boolean;
  measure: string;
}

export interface Words extends LensWords {
  insight(parts: Parts): Sentence;
  one(parts: { name: string; measure: string }): Sentence;
  equal(parts: { all: Piece }): Sentence;
  xAxis: string;
  yAxis(measure: string): string;
  equality: string;
  balance(customers: string, value: string): string;
  handle: string;
  handleText(percent: string, customers: string, share: string): string;
  /** How to move the handle, read by screen readers. */
  howTo: string;
  cutLabel: string;
  presets: string;
  presetTop20: string;
  presetBalance: string;
  seeCustomers(n: string, count: number): string;
  setTop(n: string, measure: string, share: string): string;
  delta(from: string, to: string, change: string, before: string, after: string): string;
  figures: string;
  topShare(percent: string): string;
  gini: string;
  giniDefinition: string;
  giniSample: string;
  joint: string;
  jointDefinition: string;
  hhi: string;
  hhiDefinition(effective: string): string;
  largest: string;
  without: string;
  withoutText(top20: string, customers: string, rest: string, cut: string): string;
  apart(n: string, count: number, value: string): string;
  apartSet: string;
  tied(more: string, tier: string): string;
  benchmark: string;
  bandCount(tier: string, n: string): string;
  rank: string;
  customer: string;
  cumulative: string;
  shareOfCustomers: string;
  few(n: string): string;
}

export const strings: Record<Lang, Words> = {
  en: {
    title: 'Concentration',
    question: (measure) => `How concentrated is ${measure}?`,
    reasons: {
      no_customers: 'No row with a customer is in scope. Widen the period, or map a customer column.',
      all_apart:
        'Every customer has a net value of zero or less, so there is nothing to rank. Look at the returns, or choose another measure.',
      total_nonpositive:
        'The total is zero or less, so shares have no meaning; the customers list shows the amounts.',
    },
    insight: (p) =>
      say`${p.customers} of ${p.all} customers (${p.share}) ${p.one ? 'brings' : 'bring'} ${p.value} of ${p.measure}.${p.jointCustomers && p.jointValue ? say` ${p.jointCustomers} hold ${p.jointValue};` : ''} the largest holds ${p.largest}.`,
    one: (p) => say`There is one customer, ${p.name}, so there is no distribution of ${p.measure} to draw.`,
    equal: (p) => say`All ${p.all} customers have the same value, so ranking is arbitrary.`,
    xAxis: 'share of customers, largest first',
    yAxis: (measure) => `share of ${measure}`,
    equality: 'if all were equal',
    balance: (customers, value) => `balance ${customers} / ${value}`,
    handle: 'Share of value to reach',
    handleText: (percent, customers, share) => `${percent}: ${customers} customers, ${share}`,
    howTo:
      'Arrow keys move the cut by one point, with Shift by a tenth, Page Up and Page Down by five; Home and End go to the ends.',
    cutLabel: 'Cut at',
    presets: 'Presets',
    presetTop20: '20% of customers',
    presetBalance: 'balance point',
    seeCustomers: (n, count) => (count === 1 ? 'See 1 customer' : `See ${n} customers`),
    setTop: (n, measure, share) => `The ${n} largest customers, who together bring ${share} of ${measure}.`,
    delta: (from, to, change, before, after) =>
      `Moving A from ${from} to ${to}: ${change} customers (${before} → ${after})`,
    figures: 'Measures of concentration',
    topShare: (percent) => `Top ${percent} of customers hold`,
    gini: 'Gini coefficient',
    giniDefinition:
      'Population form: 0 when all customers are equal, towards 1 when one holds everything; twice the area between the curve and the diagonal.',
    giniSample: 'Gini, sample form n/(n−1)',
    joint: 'Joint ratio',
    jointDefinition:
      'The point where the two shares add up to 100%: so many per cent of the customers hold the remaining per cent of the value.',
    hhi: 'Herfindahl index',
    hhiDefinition: (effective) =>
      `Sum of squared shares; as concentrated as ${effective} customers of equal size.`,
    largest: 'Largest customer holds',
    without: 'Without the largest customer',
    withoutText: (top20, customers, rest, cut) =>
      `the top 20% hold ${top20}, and ${customers} of ${rest} customers reach ${cut}.`,
    apart: (n, count, value) =>
      count === 1
        ? `1 customer has a net value of zero or less (${value}) and is listed apart, not in shares.`
        : `${n} customers have a net value of zero or less (${value} together). They are listed apart and not in shares.`,
    apartSet: 'Customers whose net value is zero or less; they are not ranked.',
    tied: (more, tier) =>
      `${more} more have the same value as the last of them; tier A keeps them together and holds ${tier}.`,
    benchmark:
      'For comparison: the top 20% hold about 73% on average for consumer packaged goods, 67% for 339 other firms, and about 60% in one-year windows. 80% is not the norm.',
    bandCount: (tier, n) => `${tier}: ${n}`,
    rank: 'Rank',
    customer: 'Customer',
    cumulative: 'Cumulative share',
    shareOfCustomers: 'Share of customers',
    few: (n) => `With ${n} customers a curve would say less than the list.`,
  },
  'zh-Hans': {
    title: '集中度',
    question: (measure) => `${measure}有多集中？`,
    reasons: {
      no_customers: '当前范围内没有带客户的行。请放宽时间段，或指定客户列。',
      all_apart: '所有客户的净额都为零或负，无法排名。请查看退货，或换一个指标。',
      total_nonpositive: '总额为零或负，占比没有意义；金额请看客户列表。',
    },
    insight: (p) =>
      say`${p.all}个客户中的${p.customers}个（${p.share}）带来${p.value}的${p.measure}。${p.jointCustomers && p.jointValue ? say`${p.jointCustomers}的客户占有${p.jointValue}；` : ''}最大的客户占${p.largest}。`,
    one: (p) => say`只有一个客户：${p.name}，没有${p.measure}分布可画。`,
    equal: (p) => say`全部${p.all}个客户的数值相同，排名没有意义。`,
    xAxis: '客户占比（从大到小）',
    yAxis: (measure) => `${measure}占比`,
    equality: '如果人人相等',
    balance: (customers, value) => `平衡点${customers} / ${value}`,
    handle: '要达到的价值占比',
    handleText: (percent, customers, share) => `${percent}：${customers}个客户，${share}`,
    howTo: '方向键每次移动一个百分点，按住Shift为十分之一，Page Up、Page Down为五；Home、End到两端。',
    cutLabel: '分界',
    presets: '预设',
    presetTop20: '20%的客户',
    presetBalance: '平衡点',
    seeCustomers: (n) => `查看${n}个客户`,
    setTop: (n, measure, share) => `最大的${n}个客户，合计带来${share}的${measure}。`,
    delta: (from, to, change, before, after) =>
      `A的分界从${from}移到${to}：${change}个客户（${before} → ${after}）`,
    figures: '集中度指标',
    topShare: (percent) => `前${percent}的客户占`,
    gini: '基尼系数',
    giniDefinition: '总体形式：所有客户相等时为0，一个客户独占时趋近1；等于曲线与对角线之间面积的两倍。',
    giniSample: '基尼系数（样本形式n/(n−1)）',
    joint: '联合比率',
    jointDefinition: '两个占比之和恰为100%的点：这么多比例的客户占有其余比例的价值。',
    hhi: '赫芬达尔指数',
    hhiDefinition: (effective) => `占比平方之和；集中程度相当于${effective}个同样大的客户。`,
    largest: '最大客户占',
    without: '去掉最大的客户',
    withoutText: (top20, customers, rest, cut) =>
      `前20%占${top20}，${rest}个客户中的${customers}个达到${cut}。`,
    apart: (n, _count, value) => `${n}个客户的净额为零或负（合计${value}），单独列出，不计入占比。`,
    apartSet: '净额为零或负的客户，不参与排名。',
    tied: (more, tier) => `另有${more}个客户与其中最后一个数值相同，A级一并包含，共${tier}个。`,
    benchmark:
      '参考：前20%的客户在快速消费品中平均约占73%，在339家其他企业中约占67%，一年窗口内约占60%。80%并不是常态。',
    bandCount: (tier, n) => `${tier}：${n}`,
    rank: '名次',
    customer: '客户',
    cumulative: '累计占比',
    shareOfCustomers: '客户占比',
    few: (n) => `只有${n}个客户，列表比曲线更说明问题。`,
  },
};
