import type { Lang } from '../../i18n/lang.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';
import type { LevelName } from './result.ts';

interface Parts {
  source: 'growth' | 'column';
  rising: Piece;
  risingOne: boolean;
  risingShare: string;
  fading: Piece;
  fadingOne: boolean;
  fadingShare: string;
  measure: string;
}

export interface Words extends LensWords {
  insight(parts: Parts): Sentence;
  one(name: string): Sentence;
  equal(all: string): Sentence;
  levels: Readonly<Record<LevelName, string>>;
  valueAxis(measure: string): string;
  growthAxis(measure: string): string;
  columnAxis: string;
  caption: string;
  valueLevel(level: string, tier: string): string;
  potentialLevel(level: string): string;
  cell(value: string, potential: string, n: string, count: number): string;
  cellSet(value: string, potential: string): string;
  customers: string;
  shareOfValue: string;
  potential: string;
  potentialDefinition: string;
  auto: string;
  growth: string;
  column: string;
  growthRule(days: string, measure: string): string;
  columnRule: string;
  tercileRule(low: string, high: string): string;
  unknown(n: string, count: number): string;
  potCut1: string;
  potCut2: string;
  potCutDefinition: string;
  resetCuts: string;
  valueLine(upper: string, lower: string): string;
  potentialLine(upper: string, lower: string): string;
  lineText(value: string, customers: string): string;
  binned(n: string): string;
  names: Readonly<Record<'high_high' | 'high_low' | 'low_high' | 'low_low', string>>;
}

export const strings: Record<Lang, Words> = {
  en: {
    title: 'Value and potential',
    question: () => 'Who is small today but growing, and who is large but fading?',
    reasons: {
      no_customers: 'No row with a customer is in scope. Widen the period, or map a customer column.',
      all_apart: 'Every customer has a net value of zero or less, so there is no value axis.',
      total_nonpositive: 'The total is zero or less, so value levels have no meaning.',
      no_dates: 'Growth needs a date column, or map a potential column: correct the import.',
      no_column: 'No potential column is mapped: map one, or choose growth.',
      one_day: 'Growth compares two halves of the period, and this period is a single day.',
      no_potential: 'The potential column holds no number that can be read.',
    },
    insight: (p) =>
      p.source === 'growth'
        ? say`${p.rising} ${p.risingOne ? 'customer is' : 'customers are'} small but in the top third of growth (${p.risingShare} of ${p.measure}); ${p.fading} large ${p.fadingOne ? 'customer is' : 'customers are'} in the bottom third (${p.fadingShare}).`
        : say`${p.rising} ${p.risingOne ? 'customer is' : 'customers are'} small but high in potential (${p.risingShare} of ${p.measure}); ${p.fading} large ${p.fadingOne ? 'customer is' : 'customers are'} low in potential (${p.fadingShare}).`,
    one: (name) => say`There is one customer, ${name}: nothing to compare.`,
    equal: (all) =>
      say`All ${all} customers have the same potential, so everyone is low: there is one row of points.`,
    levels: { high: 'High', mid: 'Mid', low: 'Low' },
    valueAxis: (measure) => `net ${measure}`,
    growthAxis: (measure) => `growth of ${measure}`,
    columnAxis: 'potential, as mapped',
    caption: 'Customers by value and potential',
    valueLevel: (level, tier) => `${level} value (${tier})`,
    potentialLevel: (level) => `${level} potential`,
    cell: (value, potential, n, count) =>
      `${value} value, ${potential} potential: ${n} ${count === 1 ? 'customer' : 'customers'}`,
    cellSet: (value, potential) =>
      `Customers with ${value.toLowerCase()} value and ${potential.toLowerCase()} potential.`,
    customers: 'customers',
    shareOfValue: 'of value',
    potential: 'Potential is',
    potentialDefinition:
      'Where no potential is mapped it is estimated as growth: value of the last half of the period minus the half before, in whole days; an odd day is dropped.',
    auto: 'the column if mapped, else growth',
    growth: 'growth between the halves',
    column: 'the mapped column',
    growthRule: (days, measure) =>
      `Potential is estimated: ${measure} of the last ${days} minus the ${days} before.`,
    columnRule: 'Potential is the mapped column (latest value per customer).',
    tercileRule: (low, high) => `Low up to ${low}, high above ${high}.`,
    unknown: (n, count) =>
      `${n} ${count === 1 ? 'customer has' : 'customers have'} no known potential and are in no cell.`,
    potCut1: 'Low/mid cut, percentile',
    potCut2: 'Mid/high cut, percentile',
    potCutDefinition:
      'Customers up to this percentile of potential are below the line (type-7 quantile); thirds unless you move it.',
    resetCuts: 'Back to thirds',
    valueLine: (upper, lower) => `${upper}/${lower} cut by value`,
    potentialLine: (upper, lower) => `${upper}/${lower} cut by potential`,
    lineText: (value, customers) => `${value}: ${customers} customers above`,
    binned: (n) => `${n} customers, drawn as a density: darker squares hold more customers.`,
    names: { high_high: 'Stars', high_low: 'Fading', low_high: 'Rising', low_low: 'Small' },
  },
  'zh-Hans': {
    title: '价值与潜力',
    question: () => '谁现在小但在增长，谁很大却在下滑？',
    reasons: {
      no_customers: '当前范围内没有带客户的行。请放宽时间段，或指定客户列。',
      all_apart: '所有客户的净额都为零或负，没有价值轴。',
      total_nonpositive: '总额为零或负，价值高低没有意义。',
      no_dates: '计算增长需要日期列；或者指定一个潜力列（修正导入）。',
      no_column: '没有指定潜力列：请指定一列，或选择增长。',
      one_day: '增长比较时间段的前后两半，而当前只有一天。',
      no_potential: '潜力列中没有可识别的数字。',
    },
    insight: (p) =>
      p.source === 'growth'
        ? say`${p.rising}个客户目前较小但增长居前三分之一（占${p.measure}的${p.risingShare}）；${p.fading}个大客户增长居后三分之一（占${p.fadingShare}）。`
        : say`${p.rising}个客户目前较小但潜力高（占${p.measure}的${p.risingShare}）；${p.fading}个大客户潜力低（占${p.fadingShare}）。`,
    one: (name) => say`只有一个客户：${name}，没有可比较的对象。`,
    equal: (all) => say`全部${all}个客户的潜力相同，因此都算低：图上只有一排点。`,
    levels: { high: '高', mid: '中', low: '低' },
    valueAxis: (measure) => `净${measure}`,
    growthAxis: (measure) => `${measure}增长`,
    columnAxis: '潜力（指定列）',
    caption: '按价值与潜力的客户数',
    valueLevel: (level, tier) => `${level}价值（${tier}）`,
    potentialLevel: (level) => `${level}潜力`,
    cell: (value, potential, n) => `${value}价值、${potential}潜力：${n}个客户`,
    cellSet: (value, potential) => `${value}价值、${potential}潜力的客户。`,
    customers: '个客户',
    shareOfValue: '价值',
    potential: '潜力取自',
    potentialDefinition:
      '没有指定潜力列时以增长估计：时间段后一半的价值减去前一半，按整天计，多出的一天不计。',
    auto: '有指定列用指定列，否则用增长',
    growth: '前后两半的增长',
    column: '指定的列',
    growthRule: (days, measure) => `潜力为估计值：最近${days}的${measure}减去此前${days}。`,
    columnRule: '潜力为指定列（每个客户取最新值）。',
    tercileRule: (low, high) => `不超过${low}为低，高于${high}为高。`,
    unknown: (n) => `${n}个客户潜力未知，不在任何格中。`,
    potCut1: '低/中分界（百分位）',
    potCut2: '中/高分界（百分位）',
    potCutDefinition: '潜力不超过该百分位的客户在线下（第7型分位数）；不移动时为三等分。',
    resetCuts: '恢复三等分',
    valueLine: (upper, lower) => `价值分界${upper}/${lower}`,
    potentialLine: (upper, lower) => `潜力分界${upper}/${lower}`,
    lineText: (value, customers) => `${value}：其上有${customers}个客户`,
    binned: (n) => `${n}个客户，以密度表示：颜色越深客户越多。`,
    names: { high_high: '明星', high_low: '下滑', low_high: '上升', low_low: '小客户' },
  },
};
