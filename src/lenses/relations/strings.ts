import type { Lang } from '../../i18n/lang.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';

export interface Words extends LensWords {
  insight(parts: {
    compared: string;
    comparedCount: number;
    under: Piece;
    underCount: number;
    /** Of the value on the curve; null where that is zero or less. */
    share: string | null;
    over: Piece;
    measure: string;
  }): Sentence;
  actualOnly(parts: { known: string; knownCount: number; basic: Piece; basicCount: number }): Sentence;
  caption: string;
  corner: string;
  total: string;
  verdict: Readonly<Record<'under' | 'match' | 'over', string>>;
  verdictCount: Readonly<Record<'under' | 'match' | 'over', (n: string, count: number) => string>>;
  verdictSet: Readonly<Record<'under' | 'match' | 'over', string>>;
  cell(parts: { actual: string; wanted: string; n: string; count: number; verdict: string | null }): string;
  cellSet(actual: string, wanted: string): string;
  actualSet(level: string): string;
  wantedSet(level: string): string;
  legend: string;
  actualRule(parts: { days: string; n: string; k: string; proposal: boolean }): string;
  wantedRule(parts: {
    few: string;
    some: string;
    high: string;
    mid: string;
    thirds: boolean;
    lowest: string;
  }): string;
  noMargin: string;
  untold(n: string, count: number): string;
  actualTitle: string;
  wantedTitle: string;
}

export const strings: Record<Lang, Words> = {
  en: {
    title: 'Levels of relationship',
    question: () => 'Who gets less attention than they are worth, who more?',
    reasons: {
      no_contacts:
        'Needs a contact log: open a file with one row for each contact and map contact date, direction and purpose.',
      no_customers: 'No row with a customer is in scope. Widen the period, or map a customer column.',
      no_buyers: 'No customer on the curve has an order, so there is no contact after a sale to look at.',
    },
    insight: (p) =>
      say`${p.under} of ${p.compared} ${p.comparedCount === 1 ? 'customer' : 'customers'} ${p.underCount === 1 ? 'gets' : 'get'} less contact than recommended${p.share === null ? '' : ` (${p.share} of ${p.measure})`}, ${p.over} more.`,
    actualOnly: (p) =>
      say`${p.basic} of ${p.known} ${p.knownCount === 1 ? 'customer' : 'customers'} ${p.basicCount === 1 ? 'has' : 'have'} had no contact since the first sale; no recommendation can be compared.`,
    caption: 'Customers by actual and recommended level of relationship',
    corner: 'Actual (down), recommended (across)',
    total: 'All',
    verdict: { under: 'under-served', match: 'as recommended', over: 'over-served' },
    verdictCount: {
      under: (n, count) => `${n} under-served ${count === 1 ? 'customer' : 'customers'}`,
      match: (n) => `${n} as recommended`,
      over: (n, count) => `${n} over-served ${count === 1 ? 'customer' : 'customers'}`,
    },
    verdictSet: {
      under: 'Customers with less contact than recommended.',
      match: 'Customers with just the contact that is recommended.',
      over: 'Customers with more contact than recommended.',
    },
    cell: (p) =>
      `actual ${p.actual.toLowerCase()}, recommended ${p.wanted.toLowerCase()}: ${p.n} ${p.count === 1 ? 'customer' : 'customers'}${p.verdict === null ? '' : `, ${p.verdict}`}`,
    cellSet: (actual, wanted) =>
      `Customers whose relationship is ${actual.toLowerCase()}; recommended: ${wanted.toLowerCase()}.`,
    actualSet: (level) => `Customers whose relationship is ${level.toLowerCase()}.`,
    wantedSet: (level) => `Customers for whom this is recommended: ${level.toLowerCase()}.`,
    legend: 'Below the diagonal of “as recommended” stand the under-served, above it the over-served.',
    actualRule: (p) =>
      `Actual: partner = joint work; proactive = at least ${p.n} contacts of ours in at least ${p.k} quarters${p.proposal ? ', one of them a proposal' : ''}; accountable = a contact of ours within ${p.days} after a sale; reactive = any other contact; basic = none since the first sale.`,
    wantedRule: (p) =>
      `Recommended: few (the largest who bring ${p.few}), some (up to ${p.some}) or many, by ${p.thirds ? 'thirds of the margin' : `margin, high from ${p.high}, medium from ${p.mid}`}: partner, proactive, accountable for the few; one level less for some, two for the many, down to ${p.lowest.toLowerCase()}.`,
    noMargin:
      'The files hold neither cost nor profit, so the margin is not known and nothing is recommended: map one, or let every margin count as medium.',
    untold: (n, count) =>
      `Of ${n} ${count === 1 ? 'customer' : 'customers'} it cannot be told whether they are closer than shown: the log does not say who made the contacts, or what they were for.`,
    actualTitle: 'Actual level',
    wantedTitle: 'Recommended level',
  },
  'zh-Hans': {
    title: '客户关系类型',
    question: () => '谁得到的关注少于应得，谁多于应得？',
    reasons: {
      no_contacts: '需要联系记录：请打开每次联系一行的文件，并指定联系日期、方向和目的。',
      no_customers: '当前范围内没有带客户的行。请放宽时间段，或指定客户列。',
      no_buyers: '曲线上没有客户下过单，谈不上售后联系。',
    },
    insight: (p) =>
      say`${p.compared}个客户中，${p.under}个得到的联系少于建议${p.share === null ? '' : `（占${p.measure}的${p.share}）`}，${p.over}个多于建议。`,
    actualOnly: (p) => say`${p.known}个客户中有${p.basic}个在首单之后从未联系；无法与建议比较。`,
    caption: '按实际与建议的关系类型分布的客户',
    corner: '实际（行）与建议（列）',
    total: '合计',
    verdict: { under: '联系不足', match: '符合建议', over: '联系过多' },
    verdictCount: {
      under: (n) => `${n}个联系不足`,
      match: (n) => `${n}个符合建议`,
      over: (n) => `${n}个联系过多`,
    },
    verdictSet: {
      under: '得到的联系少于建议的客户。',
      match: '得到的联系符合建议的客户。',
      over: '得到的联系多于建议的客户。',
    },
    cell: (p) =>
      `实际${p.actual}，建议${p.wanted}：${p.n}个客户${p.verdict === null ? '' : `，${p.verdict}`}`,
    cellSet: (actual, wanted) => `实际为${actual}、建议为${wanted}的客户。`,
    actualSet: (level) => `实际为${level}的客户。`,
    wantedSet: (level) => `建议为${level}的客户。`,
    legend: '“符合建议”的对角线以下为联系不足，以上为联系过多。',
    actualRule: (p) =>
      `实际：伙伴型为共同合作；能动型为主动联系至少${p.n}次、分布在至少${p.k}个季度${p.proposal ? '、其中有一次建议' : ''}；负责型为售后${p.days}内主动联系；被动型为其他联系；基本型为首单后从未联系。`,
    wantedRule: (p) =>
      `建议：客户分少数（合计贡献${p.few}的最大客户）、中等（直到${p.some}）、多数，${p.thirds ? '利润率按客户三等分' : `利润率${p.high}起为高、${p.mid}起为中`}：少数依次为伙伴型、能动型、负责型，中等低一级，多数低两级，最低为${p.lowest}。`,
    noMargin: '文件中既没有成本也没有利润，利润率未知，无法建议：请指定一列，或把利润率一律算中等。',
    untold: (n) => `${n}个客户的关系可能比显示的更近：联系记录没有说明是谁联系的，或为何联系。`,
    actualTitle: '实际类型',
    wantedTitle: '建议类型',
  },
};
