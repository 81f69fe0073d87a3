import type { Lang } from '../../i18n/lang.ts';
import type { GridSize } from '../grid.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';
import type { Source } from './params.ts';

interface Parts {
  source: Source;
  /** Parts of the customers above and below the cuts; null = thirds. */
  top: string | null;
  bottom: string | null;
  /** Two levels: who is not high is low. */
  two: boolean;
  rising: Piece;
  risingOne: boolean;
  risingShare: string;
  /** Of all mapped potential; null where that has no meaning. */
  risingPotential: Piece | null;
  fading: Piece;
  fadingOne: boolean;
  fadingShare: string;
  measure: string;
}

type Quadrant = 'high_high' | 'high_low' | 'low_high' | 'low_low';

export interface Words extends LensWords {
  insight(parts: Parts): Sentence;
  one(name: string): Sentence;
  equal(all: string): Sentence;
  growthAxis(measure: string): string;
  columnAxis: string;
  scoreAxis: string;
  caption: string;
  potentialLevel(level: string): string;
  cell(value: string, potential: string, n: string, count: number): string;
  cellSet(value: string, potential: string): string;
  potential: string;
  potentialDefinition: string;
  sources: Readonly<Record<Source, string>>;
  growthRule(days: string, measure: string): string;
  columnRule: string;
  scoreRule: string;
  cutRule(low: string, high: string): string;
  oneCutRule(high: string): string;
  unknown(n: string, count: number): string;
  unknownSet: string;
  potCut1: string;
  potCut2: string;
  potCutDefinition: string;
  resetCuts: string;
  potentialLine(upper: string, lower: string): string;
  grid: string;
  gridDefinition: string;
  grids: Readonly<Record<GridSize, string>>;
  names: Readonly<Record<Quadrant, string>>;
  corner(name: string, n: string, share: string): string;
}

const of = { growth: 'growth', column: 'potential', score: 'potential' } as const;
const ofZh = { growth: '增长', column: '潜力', score: '潜力评分' } as const;

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
      no_parts:
        'The files have nothing that a potential score could be made of: map a date, a potential, a category or the company size.',
      one_day: 'Growth compares two halves of the period, and this period is a single day.',
      no_potential: 'The potential column holds no number that can be read.',
      no_score: 'None of the score’s parts is known of any customer.',
    },
    insight: (p) => {
      const top = p.top === null ? 'top third' : `top ${p.top}`;
      const bottom = p.two
        ? `not in the ${top}`
        : `in the ${p.bottom === null ? 'bottom third' : `bottom ${p.bottom}`}`;
      const hold = p.risingOne ? 'it holds' : 'they hold';
      const risen =
        p.risingPotential === null
          ? say`${hold} ${p.risingShare} of ${p.measure}`
          : say`${hold} ${p.risingShare} of ${p.measure} and ${p.risingPotential} of potential`;
      return say`${p.rising} ${p.risingOne ? 'customer is' : 'customers are'} small today but in the ${top} of ${of[p.source]}; ${risen}. ${p.fading} large ${p.fadingOne ? 'customer is' : 'customers are'} ${bottom} (${p.fadingShare} of ${p.measure}).`;
    },
    one: (name) => say`There is one customer, ${name}: nothing to compare.`,
    equal: (all) =>
      say`All ${all} customers have the same potential, so everyone is low: there is one row of points.`,
    growthAxis: (measure) => `growth of ${measure}`,
    columnAxis: 'potential, as mapped',
    scoreAxis: 'potential score',
    caption: 'Customers by value and potential',
    potentialLevel: (level) => `${level} potential`,
    cell: (value, potential, n, count) =>
      `${value} value, ${potential} potential: ${n} ${count === 1 ? 'customer' : 'customers'}`,
    cellSet: (value, potential) =>
      `Customers with ${value.toLowerCase()} value and ${potential.toLowerCase()} potential.`,
    potential: 'Potential is',
    potentialDefinition:
      'The mapped column; or growth, value of the last half of the period minus the half before, in whole days (an odd day is dropped); or a score of 0 to 100 made of several signs, with weights.',
    sources: {
      growth: 'growth between the halves',
      column: 'the mapped column',
      score: 'a score of several signs',
    },
    growthRule: (days, measure) =>
      `Potential is estimated: ${measure} of the last ${days} minus the ${days} before.`,
    columnRule: 'Potential is the mapped column (latest value per customer).',
    scoreRule: 'Potential is a score: the weighted mean of the signs below, 0 to 100.',
    cutRule: (low, high) => `Low up to ${low}, high above ${high}.`,
    oneCutRule: (high) => `Low up to ${high}, high above it; high value is tier A.`,
    unknown: (n, count) =>
      `${n} ${count === 1 ? 'customer has' : 'customers have'} no known potential, and no cell`,
    unknownSet: 'Customers of unknown potential, who are in no cell.',
    potCut1: 'Low/mid cut, percentile',
    potCut2: 'Mid/high cut, percentile',
    potCutDefinition:
      'Customers up to this percentile of potential are below the line (type-7 quantile); thirds unless you move it.',
    resetCuts: 'Back to thirds',
    potentialLine: (upper, lower) => `${upper}/${lower} cut by potential`,
    grid: 'Levels',
    gridDefinition:
      'Three levels on each axis, or two: then high value is tier A, and high potential what is above the upper cut.',
    grids: { '3x3': 'three by three', '2x2': 'two by two' },
    names: { high_high: 'Stars', high_low: 'Fading', low_high: 'Rising', low_low: 'Small' },
    corner: (name, n, share) => `${name}: ${n}, ${share}`,
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
      no_parts: '文件中没有可用于潜力评分的内容：请指定日期、潜力、品类或企业规模。',
      one_day: '增长比较时间段的前后两半，而当前只有一天。',
      no_potential: '潜力列中没有可识别的数字。',
      no_score: '没有任何客户的评分项目是已知的。',
    },
    insight: (p) => {
      const top = p.top === null ? '前三分之一' : `前${p.top}`;
      const bottom = p.two ? `不在${top}` : `居${p.bottom === null ? '后三分之一' : `后${p.bottom}`}`;
      const risen =
        p.risingPotential === null
          ? say`占${p.measure}的${p.risingShare}`
          : say`占${p.measure}的${p.risingShare}、潜力的${p.risingPotential}`;
      return say`${p.rising}个客户目前较小但${ofZh[p.source]}居${top}，${risen}；${p.fading}个大客户${ofZh[p.source]}${bottom}（占${p.measure}的${p.fadingShare}）。`;
    },
    one: (name) => say`只有一个客户：${name}，没有可比较的对象。`,
    equal: (all) => say`全部${all}个客户的潜力相同，因此都算低：图上只有一排点。`,
    growthAxis: (measure) => `${measure}增长`,
    columnAxis: '潜力（指定列）',
    scoreAxis: '潜力评分',
    caption: '按价值与潜力的客户数',
    potentialLevel: (level) => `${level}潜力`,
    cell: (value, potential, n) => `${value}价值、${potential}潜力：${n}个客户`,
    cellSet: (value, potential) => `${value}价值、${potential}潜力的客户。`,
    potential: '潜力取自',
    potentialDefinition:
      '指定的列；或增长，即时间段后一半的价值减去前一半，按整天计，多出的一天不计；或由几项指标加权而成的0至100分的评分。',
    sources: { growth: '前后两半的增长', column: '指定的列', score: '多项指标的评分' },
    growthRule: (days, measure) => `潜力为估计值：最近${days}的${measure}减去此前${days}。`,
    columnRule: '潜力为指定列（每个客户取最新值）。',
    scoreRule: '潜力为评分：以下各项的加权平均，0至100分。',
    cutRule: (low, high) => `不超过${low}为低，高于${high}为高。`,
    oneCutRule: (high) => `不超过${high}为低，高于它为高；A类为高价值。`,
    unknown: (n) => `${n}个客户潜力未知，不在任何格中`,
    unknownSet: '潜力未知、不在任何格中的客户。',
    potCut1: '低/中分界（百分位）',
    potCut2: '中/高分界（百分位）',
    potCutDefinition: '潜力不超过该百分位的客户在线下（第7型分位数）；不移动时为三等分。',
    resetCuts: '恢复三等分',
    potentialLine: (upper, lower) => `潜力分界${upper}/${lower}`,
    grid: '分级',
    gridDefinition: '每个轴分三级，或只分两级：此时A类为高价值，高于上分界为高潜力。',
    grids: { '3x3': '三乘三', '2x2': '二乘二' },
    names: { high_high: '明星', high_low: '下滑', low_high: '上升', low_low: '小客户' },
    corner: (name, n, share) => `${name}：${n}，${share}`,
  },
};
