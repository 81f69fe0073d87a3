import type { Lang } from '../../i18n/lang.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';

interface Parts {
  lost: Piece;
  all: string;
  one: boolean;
  share: string;
  days: Piece;
  asOf: string;
}

export interface Words extends LensWords {
  insight(parts: Parts): Sentence;
  retained(parts: { k: number; share: string }): string;
  one(name: string): Sentence;
  noGaps(n: string): Sentence;
  cohortTitle: string;
  cohortCaption: string;
  cohortRule: string;
  firstMonth: string;
  size: string;
  month(k: string): string;
  average: string;
  cell(cohort: string, k: string, n: string, share: string): string;
  cellSet(cohort: string, k: string): string;
  cohortSet(cohort: string): string;
  incomplete: string;
  smallCohort: string;
  asShare: string;
  asCount: string;
  showAll(n: string): string;
  ruleTitle: string;
  silence: string;
  silenceDefinition(suggested: string): string;
  suggestion: string;
  noSuggestion: string;
  lostSet(days: string, date: string): string;
  seeLost(n: string, count: number): string;
  backtestTitle: string;
  backtestCut: string;
  backtestCutDefinition: string;
  window: string;
  windowDefinition: string;
  backtestRule(parts: { cut: string; days: string; window: string; recomputed: boolean }): string;
  backtestSentence(parts: { precision: string; base: string; recall: string; lift: string }): Sentence;
  backtestNone: string;
  backtestNobody(base: string): Sentence;
  backtestAllBack(flagged: string): Sentence;
  eligible: string;
  eligibleDefinition: string;
  flagged: string;
  flaggedDefinition: string;
  precision: string;
  precisionDefinition: string;
  recall: string;
  recallDefinition: string;
  baseRate: string;
  baseRateDefinition: string;
  lift: string;
  liftDefinition: string;
  open: string;
  reset: string;
}

export const strings: Record<Lang, Words> = {
  en: {
    title: 'Churn',
    question: () => 'Who comes back, and who has gone silent?',
    reasons: {
      no_dates: 'Needs a date column: correct the import and map one.',
      no_customers: 'No row with a customer is in scope. Widen the period, or map a customer column.',
      no_orders: 'No customer has an order above zero in this period, so there is nothing to come back to.',
    },
    insight: (p) =>
      say`${p.lost} of ${p.all} customers (${p.share}) ${p.one ? 'has' : 'have'} been silent for more than ${p.days} days on ${p.asOf}.`,
    retained: ({ k, share }) =>
      ` ${k === 1 ? 'One month' : k === 2 ? 'Two months' : 'Three months'} after the first order ${share} order again.`,
    one: (name) => say`There is one customer, ${name}: a rate of leaving needs more.`,
    noGaps: (n) =>
      say`None of the ${n} customers has ordered on two different days, so the file suggests no silence rule; type a number of days.`,
    cohortTitle: 'Retention by month of first order',
    cohortCaption: 'Share of each cohort that ordered in a later month',
    cohortRule:
      'Cohort = month of the first order; active = at least one order in that calendar month; average weighted by cohort size over complete months.',
    firstMonth: 'First order',
    size: 'Customers',
    month: (k) => `+${k}`,
    average: 'Weighted average',
    cell: (cohort, k, n, share) => `Cohort ${cohort}, month +${k}: ${n} customers, ${share}`,
    cellSet: (cohort, k) => `Customers whose first order was in ${cohort} and who ordered in month +${k}.`,
    cohortSet: (cohort) => `Customers whose first order was in ${cohort}.`,
    incomplete: 'The hatched month is incomplete: the data end before it does.',
    smallCohort: 'Cohorts of fewer than 10 customers are dimmed.',
    asShare: 'Show shares',
    asCount: 'Show customers',
    showAll: (n) => `Show all ${n} cohorts`,
    ruleTitle: 'The silence rule',
    silence: 'Lost after days without an order',
    silenceDefinition: (suggested) =>
      `A customer is lost when the last order is more than this many days before the as-of date. ${suggested}`,
    suggestion: 'Suggested from all gaps between order days in this file: their 90th percentile, rounded up.',
    noSuggestion: 'The file has no repeat orders to suggest a number from.',
    lostSet: (days, date) => `Customers silent for more than ${days} on ${date}.`,
    seeLost: (n, count) => (count === 1 ? 'See 1 lost customer' : `See ${n} lost customers`),
    backtestTitle: 'Would this rule have been right?',
    backtestCut: 'Cut date of the back-test',
    backtestCutDefinition:
      'The rule is applied as if it were this day, then compared with what customers did afterwards. Default: last date minus the window.',
    window: 'Window, days',
    windowDefinition:
      'How long after the cut date to wait for an order. Default: the silence days, at least 90.',
    backtestRule: (p) =>
      `Cut ${p.cut}, flagged after ${p.days} of silence${p.recomputed ? ' (suggested again from data up to the cut)' : ''}, window ${p.window}.`,
    backtestSentence: (p) =>
      say`Of those flagged, ${p.precision} did not return, against ${p.base} of all: ${p.lift}. The rule caught ${p.recall} of those who left.`,
    backtestAllBack: (flagged) =>
      say`Every eligible customer came back within the window, so all ${flagged} flags were wrong.`,
    backtestNobody: (base) =>
      say`The rule flagged nobody at the cut, so it can be neither right nor wrong; of all eligible, ${base} did not return.`,
    backtestNone:
      'No customer had ordered by the cut date, so the rule cannot be tested: choose a later cut or a shorter window.',
    eligible: 'Eligible',
    eligibleDefinition: 'Customers whose first order is on or before the cut.',
    flagged: 'Flagged',
    flaggedDefinition: 'Eligible customers who had been silent for longer than the rule allows at the cut.',
    precision: 'Precision',
    precisionDefinition: 'Share of the flagged who did not order in the window.',
    recall: 'Recall',
    recallDefinition: 'Share of those who did not order that had been flagged.',
    baseRate: 'Base rate',
    baseRateDefinition: 'Share of all eligible who did not order in the window.',
    lift: 'Lift',
    liftDefinition: 'Precision divided by base rate; 1 is no better than chance.',
    open: 'The window ends after the data do: some who seem lost may still return.',
    reset: 'Use the suggestion',
  },
  'zh-Hans': {
    title: '流失',
    question: () => '谁会回来，谁已经沉默？',
    reasons: {
      no_dates: '需要日期列：请修正导入并指定日期列。',
      no_customers: '当前范围内没有带客户的行。请放宽时间段，或指定客户列。',
      no_orders: '这段时间内没有金额大于零的订单，无从谈起回购。',
    },
    insight: (p) => say`截至${p.asOf}，${p.all}个客户中有${p.lost}个（${p.share}）沉默超过${p.days}天。`,
    retained: ({ k, share }) => `首单之后第${['一', '二', '三'][k - 1] ?? k}个月，${share}的客户再次下单。`,
    one: (name) => say`只有一个客户：${name}，谈不上流失率。`,
    noGaps: (n) => say`${n}个客户都没有在两个不同的日子下单，文件无法建议沉默规则；请输入天数。`,
    cohortTitle: '按首单月份的留存',
    cohortCaption: '各批客户在之后各月下单的比例',
    cohortRule: '批次 = 首单所在月份；活跃 = 该自然月至少一单；平均值按批次人数加权，只计完整月份。',
    firstMonth: '首单月份',
    size: '客户数',
    month: (k) => `+${k}`,
    average: '加权平均',
    cell: (cohort, k, n, share) => `${cohort}批次，第+${k}月：${n}个客户，${share}`,
    cellSet: (cohort, k) => `首单在${cohort}、并在第+${k}月下单的客户。`,
    cohortSet: (cohort) => `首单在${cohort}的客户。`,
    incomplete: '带斜线的月份不完整：数据在月底前结束。',
    smallCohort: '不足10个客户的批次以淡色显示。',
    asShare: '显示比例',
    asCount: '显示客户数',
    showAll: (n) => `显示全部${n}个批次`,
    ruleTitle: '沉默规则',
    silence: '多少天无订单算流失',
    silenceDefinition: (suggested) => `最后一单距截止日超过这么多天的客户视为流失。${suggested}`,
    suggestion: '建议值取自本文件全部下单间隔的第90百分位，向上取整。',
    noSuggestion: '文件中没有重复下单，无法建议天数。',
    lostSet: (days, date) => `截至${date}沉默超过${days}的客户。`,
    seeLost: (n) => `查看${n}个流失客户`,
    backtestTitle: '这条规则过去准不准？',
    backtestCut: '回测日期',
    backtestCutDefinition: '假定当天应用规则，再与之后的实际情况比较。默认：最后日期减去窗口。',
    window: '窗口（天）',
    windowDefinition: '回测日期之后等待下单的天数。默认：沉默天数，至少90天。',
    backtestRule: (p) =>
      `回测日期${p.cut}，沉默${p.days}即标记${p.recomputed ? '（按截至该日的数据重新建议）' : ''}，窗口${p.window}。`,
    backtestSentence: (p) =>
      say`被标记者中${p.precision}没有再来，全体为${p.base}：${p.lift}。离开者中有${p.recall}被规则发现。`,
    backtestAllBack: (flagged) => say`窗口内所有可检验客户都回来了，${flagged}个标记全部有误。`,
    backtestNobody: (base) =>
      say`回测日期时规则没有标记任何客户，谈不上对错；全体可检验客户中有${base}没有再来。`,
    backtestNone: '回测日期之前没有客户下过单，规则无法检验：请选更晚的日期或更短的窗口。',
    eligible: '可检验客户',
    eligibleDefinition: '首单不晚于回测日期的客户。',
    flagged: '被标记',
    flaggedDefinition: '在回测日期沉默已超过规则天数的可检验客户。',
    precision: '精确率',
    precisionDefinition: '被标记者中窗口内没有下单的比例。',
    recall: '召回率',
    recallDefinition: '没有下单者中被标记的比例。',
    baseRate: '基准率',
    baseRateDefinition: '全部可检验客户中窗口内没有下单的比例。',
    lift: '提升度',
    liftDefinition: '精确率除以基准率；1表示不比随机好。',
    open: '窗口超出数据末尾：看似流失的客户可能还会回来。',
    reset: '采用建议值',
  },
};
