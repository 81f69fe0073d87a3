import type { Lang } from '../../i18n/lang.ts';
import type { LoyaltySign } from '../../model/schemes/presets/lifecycle.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';

interface Parts {
  people: string;
  count: number;
  lost: Piece;
  lostCount: number;
  share: string;
  days: Piece;
  asOf: string;
  regular: Piece;
  loyal: Piece;
  once: Piece;
  prospects: Piece;
  prospectCount: number;
}

interface RuleParts {
  days: string;
  asOf: string;
  /** Whether one order long ago is a loss. */
  fades: boolean;
}

/** What stands in for the answer. */
export type Proxy = 'repurchase' | 'rate';

export interface Words extends LensWords {
  insight(parts: Parts): Sentence;
  noSilence(parts: { people: string; prospects: Piece }): Sentence;
  caption: string;
  stage: string;
  customers: string;
  value(measure: string): string;
  rule: string;
  rules: Readonly<Record<'regular' | 'one_time' | 'prospect' | 'lost', (parts: RuleParts) => string>>;
  loyalBy: Readonly<Record<LoyaltySign, string>>;
  silenceRule(days: string, asOf: string): string;
  silenceLink: string;
  set(stage: string): string;
  outsidersSet: string;
  outsiders(n: string, count: number): string;
  seeOutsiders: string;
  lostOnce(n: string, count: number): string;
  seeLostOnce: string;
  lostOnceSet: string;
  /** The badge, and what it stands for. */
  proxy: Readonly<Record<Proxy, string>>;
  byProxy: Readonly<Record<Proxy, (n: string, count: number) => string>>;
  seeProxy: string;
  proxySet: Readonly<Record<Proxy, string>>;
  rateMethod(days: string): string;
  /** The rate of a number of order days; separated by `comma`. */
  rate(days: string, count: number, rate: string): string;
  comma: string;
  noSign: Readonly<Record<LoyaltySign, string>>;
  unanswered(n: string, count: number): string;
  unknown(n: string, count: number): string;
  seeUnknown: string;
  unknownSet: string;
}

export const strings: Record<Lang, Words> = {
  en: {
    title: 'Lifecycle',
    question: () => 'Who is new, who stays, who has gone?',
    reasons: {
      no_dates: 'Needs a date column: correct the import and map one.',
      no_customers: 'No row with a customer is in scope. Widen the period, or map a customer column.',
    },
    insight: (p) =>
      say`${p.lost} of ${p.people} ${p.count === 1 ? 'customer' : 'customers'} (${p.share}) ${p.lostCount === 1 ? 'is' : 'are'} lost: silent for more than ${p.days} on ${p.asOf}. The others: ${p.regular} regular, ${p.loyal} loyal, ${p.once} one-time, ${p.prospects} ${p.prospectCount === 1 ? 'prospect' : 'prospects'}.`,
    noSilence: (p) =>
      say`Nobody has ordered on two different days, so the data suggest no silence rule and cannot say who is lost; of ${p.people} customers ${p.prospects} never ordered.`,
    caption: 'Customers by stage of their lifecycle',
    stage: 'Stage',
    customers: 'Customers',
    value: (measure) => `Net ${measure}`,
    rule: 'Rule',
    rules: {
      regular: (p) => `two orders or more, the last within ${p.days}`,
      one_time: (p) => (p.fades ? `one order, within ${p.days}` : 'one order, however long ago'),
      prospect: () => 'no order yet',
      lost: (p) =>
        `${p.fades ? 'last order' : 'two orders or more, the last'} more than ${p.days} before ${p.asOf}`,
    },
    loyalBy: {
      recommend: 'regular, and very likely to recommend',
      repurchase: 'regular, and at least 70% likely to buy again',
      either: 'regular, and very likely to recommend (not asked: 70% likely to buy again)',
      rate: 'regular, and of customers with as many order days at least 70% come back in time',
    },
    silenceRule: (days, asOf) =>
      `Silence rule: ${days}, counted to ${asOf}; exactly that many days is not lost.`,
    silenceLink: 'Change the silence rule',
    set: (stage) => `Customers at the stage “${stage}”.`,
    outsidersSet: 'People of the customer lists and contact logs who have never ordered.',
    outsiders: (n, count) =>
      `${n} ${count === 1 ? 'prospect has' : 'prospects have'} no row among the sales: known from a customer list or contact log.`,
    seeOutsiders: 'See them',
    lostOnce: (n, count) => `${n} of the lost ${count === 1 ? 'has' : 'have'} ordered only once.`,
    seeLostOnce: 'See who',
    lostOnceSet: 'Lost customers who ordered only once.',
    proxy: {
      repurchase: 'proxy used: probability of buying again',
      rate: 'proxy used: rate of buying again from the orders',
    },
    byProxy: {
      repurchase: (n, count) =>
        `${n} loyal ${count === 1 ? 'customer is' : 'customers are'} told by the probability of buying again, since no answer about recommending is known.`,
      rate: (n, count) =>
        `${n} loyal ${count === 1 ? 'customer is' : 'customers are'} told by the rate of buying again from the orders, not by an answer.`,
    },
    seeProxy: 'See them',
    proxySet: {
      repurchase: 'Loyal customers told by their probability of buying again.',
      rate: 'Loyal customers told by the rate of buying again from the orders.',
    },
    rateMethod: (days) =>
      `Rate of buying again: of the customers with as many order days so far, the share that ordered again within ${days}; only those are counted whom the data show for that long.`,
    rate: (days, count, rate) => `${days} ${count === 1 ? 'order day' : 'order days'}: ${rate}`,
    comma: '; ',
    noSign: {
      recommend:
        'The files hold no answer about recommending, so nobody can be called loyal. The rate of buying again can stand in: choose it below.',
      repurchase: 'The files hold no probability of buying again, so nobody can be called loyal.',
      either: 'The files hold no answer about recommending, so nobody can be called loyal.',
      rate: 'The data show nobody for long enough after an order to tell a rate of buying again, so nobody can be called loyal.',
    },
    unanswered: (n, count) =>
      `${n} regular ${count === 1 ? 'customer has' : 'customers have'} given no answer, and may be loyal.`,
    unknown: (n, count) => `The stage of ${n} ${count === 1 ? 'customer' : 'customers'} is not known.`,
    seeUnknown: 'See them',
    unknownSet: 'Customers whose stage is not known.',
  },
  'zh-Hans': {
    title: '客户生命周期',
    question: () => '谁是新客，谁留下了，谁已离开？',
    reasons: {
      no_dates: '需要日期列：请修正导入并指定日期列。',
      no_customers: '当前范围内没有带客户的行。请放宽时间段，或指定客户列。',
    },
    insight: (p) =>
      say`截至${p.asOf}，${p.people}个客户中有${p.lost}个（${p.share}）已流失：沉默超过${p.days}。其余：常规客户${p.regular}个，忠诚客户${p.loyal}个，一次性客户${p.once}个，潜在客户${p.prospects}个。`,
    noSilence: (p) =>
      say`没有客户在两个不同的日子下过单，数据无法建议沉默规则，也就无法判断谁已流失；${p.people}个客户中有${p.prospects}个从未下单。`,
    caption: '各生命周期阶段的客户',
    stage: '阶段',
    customers: '客户数',
    value: (measure) => `净${measure}`,
    rule: '规则',
    rules: {
      regular: (p) => `两单以上，最后一单在${p.days}之内`,
      one_time: (p) => (p.fades ? `只有一单，在${p.days}之内` : '只有一单，不论多久'),
      prospect: () => '尚未下单',
      lost: (p) => `${p.fades ? '' : '两单以上，'}最后一单距${p.asOf}超过${p.days}`,
    },
    loyalBy: {
      recommend: '常规客户，并且很大可能推荐',
      repurchase: '常规客户，并且再次购买概率不低于70%',
      either: '常规客户，并且很大可能推荐（未作答的：再次购买概率不低于70%）',
      rate: '常规客户，并且下单天数相同的客户中至少70%按时回来',
    },
    silenceRule: (days, asOf) => `沉默规则：${days}，算到${asOf}；恰好等于这个天数不算流失。`,
    silenceLink: '修改沉默规则',
    set: (stage) => `处于“${stage}”阶段的客户。`,
    outsidersSet: '客户名单和联系记录中从未下单的人。',
    outsiders: (n) => `${n}个潜在客户在销售数据中没有记录，来自客户名单或联系记录。`,
    seeOutsiders: '查看名单',
    lostOnce: (n) => `流失客户中有${n}个只下过一单。`,
    seeLostOnce: '查看是谁',
    lostOnceSet: '只下过一单的流失客户。',
    proxy: {
      repurchase: '采用替代指标：再次购买概率',
      rate: '采用替代指标：订单算出的复购率',
    },
    byProxy: {
      repurchase: (n) => `${n}个忠诚客户没有推荐意愿的回答，按再次购买概率判断。`,
      rate: (n) => `${n}个忠诚客户不是按回答，而是按订单算出的复购率判断。`,
    },
    seeProxy: '查看名单',
    proxySet: {
      repurchase: '按再次购买概率判断的忠诚客户。',
      rate: '按订单算出的复购率判断的忠诚客户。',
    },
    rateMethod: (days) =>
      `复购率：下单天数相同的客户中，在${days}之内再次下单的比例；只计数据覆盖到这么久的客户。`,
    rate: (days, _count, rate) => `下单${days}天：${rate}`,
    comma: '；',
    noSign: {
      recommend: '文件中没有推荐意愿，无法认定忠诚客户。可在下方改用订单算出的复购率。',
      repurchase: '文件中没有再次购买概率，无法认定忠诚客户。',
      either: '文件中没有推荐意愿，无法认定忠诚客户。',
      rate: '下单之后数据覆盖的时间都不够长，算不出复购率，无法认定忠诚客户。',
    },
    unanswered: (n) => `${n}个常规客户没有作答，可能是忠诚客户。`,
    unknown: (n) => `${n}个客户的阶段无法判断。`,
    seeUnknown: '查看名单',
    unknownSet: '阶段无法判断的客户。',
  },
};
