import type { Lang } from '../../i18n/lang.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';

export interface Words extends LensWords {
  insight(parts: { customers: Piece; one: boolean; mean: string; times: string | null }): Sentence;
  one(name: string): Sentence;
  equal(all: string): Sentence;
  emptyA(cut: string): Sentence;
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
      all_apart: 'Every customer has a net value of zero or less, so there are no tiers.',
      total_nonpositive: 'The total is zero or less, so tiers by share have no meaning.',
    },
    insight: (p) =>
      say`A is ${p.customers} ${p.one ? 'customer' : 'customers'} worth ${p.mean} ${p.one ? '' : 'each on average'}${p.times ? `, ${p.times} the rest` : ''}.`,
    one: (name) => say`The only customer, ${name}, is tier A; shares say nothing here.`,
    equal: (all) =>
      say`All ${all} customers have the same value: equal values share a tier, so there is only one.`,
    emptyA: (cut) =>
      say`Tier A is empty: one customer alone passes ${cut}, and the rule puts that customer below.`,
    caption: (cut1, cut2) => `Tiers by cumulative share, cut at ${cut1} and ${cut2}`,
    tier: 'Tier',
    rule: 'Rule',
    customers: 'Customers',
    shareCustomers: 'Share of customers',
    value: (measure) => `Net ${measure}`,
    shareValue: (measure) => `Share of ${measure}`,
    cut: 'Cut-off value',
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
      all_apart: '所有客户的净额都为零或负，没有等级。',
      total_nonpositive: '总额为零或负，按占比分级没有意义。',
    },
    insight: (p) =>
      say`A类${p.customers}个客户，${p.one ? '' : '平均每个'}价值${p.mean}${p.times ? `，是其余客户的${p.times}` : ''}。`,
    one: (name) => say`唯一的客户${name}属于A级；此处占比没有意义。`,
    equal: (all) => say`全部${all}个客户的数值相同：相同数值同级，因此只有一级。`,
    emptyA: (cut) => say`A级为空：一个客户就超过了${cut}，按规则归入下一级。`,
    caption: (cut1, cut2) => `按累计占比分级，分界${cut1}和${cut2}`,
    tier: '等级',
    rule: '规则',
    customers: '客户数',
    shareCustomers: '客户占比',
    value: (measure) => `净${measure}`,
    shareValue: (measure) => `${measure}占比`,
    cut: '门槛值',
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
