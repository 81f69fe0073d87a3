import type { Lang } from '../../i18n/lang.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';

export interface Words extends LensWords {
  insight(parts: { customers: Piece; one: boolean; mean: string; times: string | null }): Sentence;
  one(name: string): Sentence;
  equal(all: string): Sentence;
  emptyA(cut: string): Sentence;
  noShares: Readonly<Record<'all_apart' | 'total_nonpositive', string>>;
  nobodyPlaced(title: string): Sentence;
  /** One tier of the sentence; the first says what the numbers are. */
  tierFirst(parts: {
    name: string;
    customers: Piece;
    one: boolean;
    share: Piece | null;
    measure: string;
  }): Sentence;
  tierNext(parts: { name: string; customers: Piece; share: Piece | null }): Sentence;
  /** `left` = customers in tiers that are not told one by one. */
  scheme(parts: { title: string; tiers: Piece | Sentence; left: string | null }): Sentence;
  schemeLabel: string;
  schemeDefinition: string;
  ownScheme(preset: string): string;
  captionOf(title: string): string;
  sourceRule: string;
  missing(columns: string): string;
  near(n: string, count: number, tier: string): string;
  unknown(n: string, count: number, tier: string): string;
  byHand(n: string, count: number, tier: string): string;
  tied(n: string, count: number, tier: string): string;
  unplacedRow: string;
  unplacedRule: string;
  rest: string;
  setOf(tier: string, scheme: string): string;
  setAside: string;
  /** Above the cuts by cumulative share while another scheme is active. */
  curveCuts: string;
  changeRules: string;
  closeRules: string;
  whyTier: string;
  closeWhy: string;
  opening: string;
  caption(cut1: string, cut2: string): string;
  tier: string;
  rule: string;
  customers: string;
  shareCustomers: string;
  value(measure: string): string;
  shareValue(measure: string): string;
  cut: string;
  mean: string;
  median: string;
  fragile: string;
  fragileText(n: string, count: number, upper: string, lower: string): string;
  ruleFirst(cut: string): string;
  ruleBetween(from: string, to: string): string;
  ruleRest(cut: string): string;
  apartRow: string;
  apartRule: string;
  walkinRow: string;
  walkinRule: string;
  set(tier: string, rule: string, cutValue: string): string;
  setRest(tier: string, rule: string): string;
  open(tier: string, n: string, count: number): string;
  cut1: string;
  cut2: string;
  cutDefinition: string;
  crossing: string;
  crossingDefinition: string;
  better: string;
  worse: string;
  ties(n: string, count: number, tier: string): string;
  exportTiers: string;
}

export const strings: Record<Lang, Words> = {
  en: {
    title: 'Tiers',
    question: () => 'Who belongs to which tier?',
    reasons: {
      no_customers: 'No row with a customer is in scope. Widen the period, or map a customer column.',
    },
    insight: (p) =>
      say`A is ${p.customers} ${p.one ? 'customer' : 'customers'} worth ${p.mean} ${p.one ? '' : 'each on average'}${p.times ? `, ${p.times} the rest` : ''}.`,
    one: (name) => say`The only customer, ${name}, is tier A; shares say nothing here.`,
    equal: (all) =>
      say`All ${all} customers have the same value: equal values share a tier, so there is only one.`,
    emptyA: (cut) =>
      say`Tier A is empty: one customer alone passes ${cut}, and the rule puts that customer below.`,
    noShares: {
      all_apart:
        'Every customer has a net value of zero or less, so there are no tiers by share; another scheme may still place them.',
      total_nonpositive:
        'The total is zero or less, so tiers by share have no meaning; another scheme may still place the customers.',
    },
    nobodyPlaced: (title) => say`“${title}” places no customer under these settings.`,
    tierFirst: (p) =>
      say`${p.customers} ${p.one ? 'customer' : 'customers'} into ${p.name}${p.share ? say` (${p.share} of ${p.measure})` : ''}`,
    tierNext: (p) => say`, ${p.customers} into ${p.name}${p.share ? say` (${p.share})` : ''}`,
    scheme: (p) => say`“${p.title}” puts ${p.tiers}${p.left ? `, and ${p.left} into other tiers` : ''}.`,
    schemeLabel: 'Scheme',
    schemeDefinition:
      'A named way of putting customers into tiers. The scheme chosen here is the one that tiers everywhere in the notebook are read from.',
    ownScheme: (preset) => `Own rules, made from “${preset}”.`,
    captionOf: (title) => `Tiers by “${title}”`,
    sourceRule: 'The rule as its source states it:',
    missing: (columns) =>
      `Not in the files: ${columns}. A condition on a missing column is unknown, never false; a weighted score leaves it out, and the other weights share its part.`,
    near: (n, count, tier) =>
      `Fragile: ${n} ${count === 1 ? 'customer lies' : 'customers lie'} within one point of the rule of ${tier}.`,
    unknown: (n, count, tier) =>
      `Of ${n} ${count === 1 ? 'customer' : 'customers'} it is not known whether the rule of ${tier} holds.`,
    byHand: (n, count, tier) =>
      `${n} ${count === 1 ? 'customer was' : 'customers were'} put into ${tier} by hand.`,
    tied: (n, count, tier) =>
      `${n} more ${count === 1 ? 'customer is' : 'customers are'} in ${tier} because they equal the last one.`,
    unplacedRow: 'Not placed',
    unplacedRule: 'outside this scheme',
    rest: 'all others',
    setOf: (tier, scheme) => `Tier ${tier} by “${scheme}”.`,
    setAside: 'Customers whom the scheme does not place.',
    curveCuts: 'Cuts by cumulative share, which the curve and the matrix use',
    changeRules: 'Change rules',
    closeRules: 'Close rules',
    whyTier: 'Why this tier?',
    closeWhy: 'Close “why this tier”',
    opening: 'Opening …',
    caption: (cut1, cut2) => `Tiers by cumulative share, cut at ${cut1} and ${cut2}`,
    tier: 'Tier',
    rule: 'Rule',
    customers: 'Customers',
    shareCustomers: 'Share of customers',
    value: (measure) => `Net ${measure}`,
    shareValue: (measure) => `Share of ${measure}`,
    cut: 'Smallest value',
    mean: 'Mean',
    median: 'Median',
    fragile: 'Near the cut',
    fragileText: (n, count, upper, lower) =>
      `Fragile: ${n} ${count === 1 ? 'customer lies' : 'customers lie'} within 1 point of the ${upper}/${lower} cut.`,
    ruleFirst: (cut) => `largest customers up to ${cut}`,
    ruleBetween: (from, to) => `next, up to ${to}`,
    ruleRest: () => 'the rest',
    apartRow: 'Apart',
    apartRule: 'net value of zero or less, not ranked',
    walkinRow: 'Walk-in',
    walkinRule: 'rows without a customer, not ranked',
    set: (tier, rule, cutValue) =>
      `Tier ${tier}: ${rule} of cumulative share; each is worth at least ${cutValue}.`,
    setRest: (tier, rule) => `Tier ${tier}: ${rule}.`,
    open: (tier, n, count) => `Tier ${tier}: see ${n} ${count === 1 ? 'customer' : 'customers'}`,
    cut1: 'First cut (A/B), %',
    cut2: 'Second cut (B/C), %',
    cutDefinition:
      'Customers are ranked by value, largest first. A tier ends where the cumulative share of value reaches its cut. Equal values always share a tier.',
    crossing: 'Customer who crosses a cut goes',
    crossingDefinition:
      'To the better tier: who starts below the cut is inside, so tier A is never empty. To the worse tier: only who ends at or below the cut is inside.',
    better: 'to the better tier',
    worse: 'to the worse tier',
    ties: (n, count, tier) =>
      `${n} more ${count === 1 ? 'customer is' : 'customers are'} in ${tier} because their value equals the one at the cut.`,
    exportTiers: 'Export tiers',
  },
  'zh-Hans': {
    title: '分级',
    question: () => '谁属于哪一级？',
    reasons: {
      no_customers: '当前范围内没有带客户的行。请放宽时间段，或指定客户列。',
    },
    insight: (p) =>
      say`A类${p.customers}个客户，${p.one ? '' : '平均每个'}价值${p.mean}${p.times ? `，是其余客户的${p.times}` : ''}。`,
    one: (name) => say`唯一的客户${name}属于A级；此处占比没有意义。`,
    equal: (all) => say`全部${all}个客户的数值相同：相同数值同级，因此只有一级。`,
    emptyA: (cut) => say`A级为空：一个客户就超过了${cut}，按规则归入下一级。`,
    noShares: {
      all_apart: '所有客户的净额都为零或负，无法按占比分级；其他分级方法仍可使用。',
      total_nonpositive: '总额为零或负，按占比分级没有意义；其他分级方法仍可使用。',
    },
    nobodyPlaced: (title) => say`在当前设置下，“${title}”没有可分级的客户。`,
    tierFirst: (p) =>
      say`${p.name}有${p.customers}个客户${p.share ? say`（占${p.measure}的${p.share}）` : ''}`,
    tierNext: (p) => say`，${p.name}有${p.customers}个${p.share ? say`（${p.share}）` : ''}`,
    scheme: (p) => say`按“${p.title}”：${p.tiers}${p.left ? `，其余等级共${p.left}个` : ''}。`,
    schemeLabel: '分级方法',
    schemeDefinition: '把客户分成等级的一套有名称的规则。此处选定的方法决定整个页面所用的等级。',
    ownScheme: (preset) => `自定义规则，源自“${preset}”。`,
    captionOf: (title) => `按“${title}”的分级`,
    sourceRule: '出处中的规则：',
    missing: (columns) =>
      `文件中没有：${columns}。用到它的条件记为“未知”，绝不当作不成立；在加权得分中则略去，其权重由其余各项分担。`,
    near: (n, _count, tier) => `临界：${n}个客户距${tier}的规则不到一个点。`,
    unknown: (n, _count, tier) => `有${n}个客户无从判断是否符合${tier}的规则。`,
    byHand: (n, _count, tier) => `${n}个客户由人工归入${tier}。`,
    tied: (n, _count, tier) => `另有${n}个客户与最后一个相等，一并归入${tier}。`,
    unplacedRow: '未分级',
    unplacedRule: '不在此方法范围内',
    rest: '其余客户',
    setOf: (tier, scheme) => `按“${scheme}”属于${tier}的客户。`,
    setAside: '此方法未作分级的客户。',
    curveCuts: '按累计占比的分界（曲线和矩阵使用）',
    changeRules: '修改规则',
    closeRules: '收起规则',
    whyTier: '为什么是这一级？',
    closeWhy: '收起说明',
    opening: '正在打开……',
    caption: (cut1, cut2) => `按累计占比分级，分界${cut1}和${cut2}`,
    tier: '等级',
    rule: '规则',
    customers: '客户数',
    shareCustomers: '客户占比',
    value: (measure) => `净${measure}`,
    shareValue: (measure) => `${measure}占比`,
    cut: '最小值',
    mean: '平均',
    median: '中位数',
    fragile: '临界',
    fragileText: (n, _count, upper, lower) => `临界：${n}个客户距${upper}/${lower}分界不到1个百分点。`,
    ruleFirst: (cut) => `从最大的客户起累计到${cut}`,
    ruleBetween: (from, to) => `接着累计到${to}`,
    ruleRest: () => '其余客户',
    apartRow: '单列',
    apartRule: '净额为零或负，不参与排名',
    walkinRow: '散客',
    walkinRule: '没有客户的行，不参与排名',
    set: (tier, rule, cutValue) => `${tier}级：${rule}；每个客户至少${cutValue}。`,
    setRest: (tier, rule) => `${tier}级：${rule}。`,
    open: (tier, n) => `${tier}级：查看${n}个客户`,
    cut1: '第一分界（A/B），%',
    cut2: '第二分界（B/C），%',
    cutDefinition: '客户按价值从大到小排列，累计价值占比达到分界处即为该级末尾。相同数值始终同级。',
    crossing: '跨过分界的客户归入',
    crossingDefinition: '较高一级：起点低于分界即算在内，A级永不为空。较低一级：终点不超过分界才算在内。',
    better: '较高一级',
    worse: '较低一级',
    ties: (n, _count, tier) => `另有${n}个客户与分界处数值相同，一并归入${tier}级。`,
    exportTiers: '导出分级',
  },
};
