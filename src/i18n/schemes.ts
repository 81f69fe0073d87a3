import type { Lang } from './lang.ts';

/** Phrases of rules and of what they found. All arguments are texts, numbers already written; `name` is a quantity. */
export interface SchemeWords {
  /** Conditions, to stand after "is in this tier who:". */
  readonly share: (name: string, cut: string, crossing: 'better' | 'worse') => string;
  readonly topCount: (name: string, count: string) => string;
  readonly topShare: (name: string, share: string, rounding: 'up' | 'down') => string;
  readonly among: (condition: string, test: string) => string;
  readonly percentile: (name: string, rank: string) => string;
  readonly computed: Readonly<Record<'pareto' | 'submarginal', (name: string) => string>>;
  readonly number: Readonly<
    Record<'gte' | 'gt' | 'lte' | 'lt' | 'eq', (name: string, than: string) => string>
  >;
  readonly silence: (days: string | null) => string;
  readonly text: (name: string, values: string) => string;
  readonly anyOther: (name: string, values: string) => string;
  readonly noTexts: (name: string) => string;
  readonly or: (parts: readonly string[]) => string;
  readonly and: (parts: readonly string[]) => string;
  readonly group: (inner: string) => string;
  /** Reports. */
  readonly isAt: (name: string, actual: string) => string;
  readonly needs: Readonly<Record<'gte' | 'gt' | 'lte' | 'lt' | 'eq', (wanted: string) => string>>;
  readonly shareBefore: (name: string, actual: string, cut: string) => string;
  readonly shareWith: (name: string, actual: string, cut: string) => string;
  readonly tooFar: (by: string) => string;
  readonly lastIn: (wanted: string) => string;
  readonly cutAt: (wanted: string) => string;
  readonly keptCut: (wanted: string) => string;
  readonly nobodyIn: string;
  readonly rankIs: (name: string, actual: string) => string;
  readonly short: (by: string) => string;
  readonly over: (by: string) => string;
  readonly textNeeds: (values: string) => string;
  readonly textNeedsOther: (values: string) => string;
  readonly unknown: (name: string) => string;
  readonly noColumn: (name: string) => string;
  readonly because: (statement: string, reason: string) => string;
  readonly noTotal: (name: string) => string;
  readonly noSilence: string;
  /** Parts of a sentence, and the difference behind them. */
  readonly sentence: (parts: readonly string[]) => string;
  readonly difference: (statement: string, by: string) => string;
  readonly byHand: (reason: string) => string;
  readonly rest: string;
  readonly notPlaced: string;
  /** What an editor tells; `tier` is a tier's name. */
  readonly checks: {
    readonly noRules: string;
    readonly duplicateId: (id: string) => string;
    readonly missing: (name: string) => string;
    readonly implied: (tier: string, by: string) => string;
    readonly neverReached: (tier: string) => string;
    readonly nobody: (tier: string) => string;
    readonly overlap: (tier: string, customers: string, of: string) => string;
    readonly tied: (tier: string, customers: string) => string;
    readonly near: (tier: string, customers: string) => string;
    readonly unknown: (tier: string, customers: string) => string;
    readonly restEmpty: (tier: string) => string;
    readonly restAll: (tier: string) => string;
  };
  /** A count of customers with its noun. */
  readonly customers: (text: string, one: boolean) => string;
}

const en: SchemeWords = {
  share: (name, cut, crossing) =>
    `among the largest by ${name}, who bring the first ${cut} of it${crossing === 'worse' ? ', without the one who crosses' : ''}`,
  topCount: (name, count) => `among the best ${count} by ${name}`,
  topShare: (name, share, rounding) =>
    `among the best ${share} of customers by ${name}${rounding === 'down' ? ', rounded down' : ''}`,
  among: (condition, test) => `${condition}, counted where ${test}`,
  percentile: (name, rank) => `percentile rank of ${name} at least ${rank}`,
  computed: {
    pareto: (name) => `before the computed end of A on the curve of ${name}`,
    submarginal: (name) => `before the submarginal point of the curve of ${name}`,
  },
  number: {
    gte: (name, than) => `${name} at least ${than}`,
    gt: (name, than) => `${name} above ${than}`,
    lte: (name, than) => `${name} at most ${than}`,
    lt: (name, than) => `${name} below ${than}`,
    eq: (name, than) => `${name} exactly ${than}`,
  },
  silence: (days) => (days === null ? 'the silence limit' : `the silence limit of ${days}`),
  text: (name, values) => `${name} is ${values}`,
  anyOther: (name, values) => `${name} is anything but ${values}`,
  noTexts: (name) => `${name} is one of the texts to be chosen`,
  or: (parts) => parts.join(', or '),
  and: (parts) => parts.join(', and '),
  group: (inner) => `(${inner})`,
  isAt: (name, actual) => `${name} is ${actual}`,
  needs: {
    gte: (wanted) => `at least ${wanted} needed`,
    gt: (wanted) => `more than ${wanted} needed`,
    lte: (wanted) => `at most ${wanted} allowed`,
    lt: (wanted) => `less than ${wanted} needed`,
    eq: (wanted) => `exactly ${wanted} needed`,
  },
  shareBefore: (name, actual, cut) => `cumulative share of ${name} before is ${actual}, the cut is ${cut}`,
  shareWith: (name, actual, cut) => `cumulative share of ${name} up to here is ${actual}, the cut is ${cut}`,
  tooFar: (by) => `${by} too far`,
  lastIn: (wanted) => `the last one in has ${wanted}`,
  cutAt: (wanted) => `the cut is ${wanted}`,
  keptCut: (wanted) => `the kept cut is ${wanted}`,
  nobodyIn: 'nobody is in',
  rankIs: (name, actual) => `percentile rank of ${name} is ${actual}`,
  short: (by) => `${by} short`,
  over: (by) => `${by} over`,
  textNeeds: (values) => `${values} needed`,
  textNeedsOther: (values) => `anything but ${values} needed`,
  unknown: (name) => `${name} is unknown`,
  noColumn: (name) => `${name} is unknown: the files have no column for it`,
  because: (statement, reason) => `${statement}: ${reason}`,
  noTotal: (name) => `shares of ${name} are undefined: it adds up to zero or less`,
  noSilence: 'the silence limit is unknown: nobody has bought on two days',
  sentence: (parts) => parts.join('; '),
  difference: (statement, by) => `${statement}: ${by}`,
  byHand: (reason) => `Set by hand: ${reason}`,
  rest: 'No rule holds',
  notPlaced: 'Outside the customers whom the scheme places',
  checks: {
    noRules: 'There is no rule: everybody is in the rest',
    duplicateId: (id) => `Two tiers have the id ${id}`,
    missing: (name) => `${name}: the files have no column for it, so it is unknown for everybody`,
    implied: (tier, by) => `${tier} can take nobody: whoever meets its rule meets the rule of ${by} first`,
    neverReached: (tier) => `${tier} takes nobody: earlier rules take all customers for whom its rule holds`,
    nobody: (tier) => `${tier} takes nobody: its rule holds for no customer`,
    overlap: (tier, customers, of) =>
      `${tier}: earlier rules take ${customers} of the ${of} for whom its rule holds`,
    tied: (tier, customers) => `${tier}: ${customers} in only by a value equal to the last one`,
    near: (tier, customers) => `${tier}: ${customers} within one point of its rule`,
    unknown: (tier, customers) => `${tier}: not known of ${customers} whether its rule holds`,
    restEmpty: (tier) => `${tier}, the rest, is empty`,
    restAll: (tier) => `Everybody is in ${tier}, the rest`,
  },
  customers: (text, one) => `${text} ${one ? 'customer' : 'customers'}`,
};

const zhHans: SchemeWords = {
  share: (name, cut, crossing) =>
    `按${name}从大到小累计至${cut}以内的客户${crossing === 'worse' ? '（不含跨线者）' : ''}`,
  topCount: (name, count) => `${name}最高的${count}个客户`,
  topShare: (name, share, rounding) =>
    `${name}最高的${share}客户${rounding === 'down' ? '（向下取整）' : ''}`,
  among: (condition, test) => `在“${test}”的客户中，${condition}`,
  percentile: (name, rank) => `${name}的百分位不低于${rank}`,
  computed: {
    pareto: (name) => `位于${name}曲线算出的A级终点之前`,
    submarginal: (name) => `位于${name}曲线的次边际点之前`,
  },
  number: {
    gte: (name, than) => `${name}不低于${than}`,
    gt: (name, than) => `${name}高于${than}`,
    lte: (name, than) => `${name}不高于${than}`,
    lt: (name, than) => `${name}低于${than}`,
    eq: (name, than) => `${name}恰为${than}`,
  },
  silence: (days) => (days === null ? '沉默期限' : `沉默期限（${days}）`),
  text: (name, values) => `${name}为${values}`,
  anyOther: (name, values) => `${name}不是${values}`,
  noTexts: (name) => `${name}为待选的文字之一`,
  or: (parts) => parts.join('，或'),
  and: (parts) => parts.join('，且'),
  group: (inner) => `（${inner}）`,
  isAt: (name, actual) => `${name}为${actual}`,
  needs: {
    gte: (wanted) => `要求不低于${wanted}`,
    gt: (wanted) => `要求高于${wanted}`,
    lte: (wanted) => `要求不高于${wanted}`,
    lt: (wanted) => `要求低于${wanted}`,
    eq: (wanted) => `要求恰为${wanted}`,
  },
  shareBefore: (name, actual, cut) => `在其之前${name}已累计${actual}，分界为${cut}`,
  shareWith: (name, actual, cut) => `算上该客户${name}累计${actual}，分界为${cut}`,
  tooFar: (by) => `超出${by}`,
  lastIn: (wanted) => `入围的最后一名为${wanted}`,
  cutAt: (wanted) => `分界为${wanted}`,
  keptCut: (wanted) => `沿用的分界为${wanted}`,
  nobodyIn: '无人入围',
  rankIs: (name, actual) => `${name}的百分位为${actual}`,
  short: (by) => `差${by}`,
  over: (by) => `超出${by}`,
  textNeeds: (values) => `要求为${values}`,
  textNeedsOther: (values) => `要求不是${values}`,
  unknown: (name) => `${name}未知`,
  noColumn: (name) => `${name}未知：文件中没有对应的列`,
  because: (statement, reason) => `${statement}：${reason}`,
  noTotal: (name) => `${name}合计不大于零，无法计算占比`,
  noSilence: '沉默期限未知：没有客户在两天下过单',
  sentence: (parts) => parts.join('；'),
  difference: (statement, by) => `${statement}，${by}`,
  byHand: (reason) => `人工指定：${reason}`,
  rest: '不符合任何一条规则',
  notPlaced: '不在该方案的分级范围内',
  checks: {
    noRules: '没有规则：所有客户都在其余一层',
    duplicateId: (id) => `有两层使用同一标识“${id}”`,
    missing: (name) => `${name}：文件中没有对应的列，因此对所有客户都是未知`,
    implied: (tier, by) => `“${tier}”不会有客户：符合其规则的客户都先符合“${by}”的规则`,
    neverReached: (tier) => `“${tier}”没有客户：符合其规则的客户都已归入前面的层`,
    nobody: (tier) => `“${tier}”没有客户：没有客户符合其规则`,
    overlap: (tier, customers, of) => `“${tier}”：符合其规则的${of}中，有${customers}已归入前面的层`,
    tied: (tier, customers) => `“${tier}”：${customers}仅因与最后一名数值相同而入围`,
    near: (tier, customers) => `“${tier}”：${customers}与其规则的分界相差不到一个点`,
    unknown: (tier, customers) => `“${tier}”：${customers}是否符合其规则未知`,
    restEmpty: (tier) => `其余一层“${tier}”没有客户`,
    restAll: (tier) => `所有客户都在其余一层“${tier}”`,
  },
  customers: (text) => `${text}个客户`,
};

export const schemeWords: Readonly<Record<Lang, SchemeWords>> = { en, 'zh-Hans': zhHans };
