import type { Lang } from '../../i18n/lang.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';

type Id = 'vip' | 'member' | 'walkin';

interface Part {
  customers: Piece;
  count: number;
  /** Share with two orders or more. */
  rate: Piece;
}

export interface Words extends LensWords {
  /** What the sentence says of one group. */
  part: Readonly<Record<Id, (part: Part) => Sentence>>;
  /** Between groups, and after the last. */
  semicolon: string;
  stop: string;
  caption: string;
  group: string;
  customers: string;
  value(measure: string): string;
  ordersPerCustomer: string;
  returnRate: string;
  averageOrder: string;
  set(group: string): string;
  pool: string;
  poolRows(n: string, count: number): string;
  poolNote: string;
  rule: string;
}

export const strings: Record<Lang, Words> = {
  en: {
    title: 'Members and walk-ins',
    question: () => 'Do members come back more often?',
    reasons: {
      no_levels:
        'Needs a column with the member level: map one in the import, or open a customer list that has it.',
      no_customers: 'No row with a customer is in scope. Widen the period, or map a customer column.',
    },
    part: {
      vip: (p) =>
        say`${p.customers} ${p.count === 1 ? 'VIP' : 'VIPs'}, of whom ${p.rate} ordered twice or more`,
      member: (p) =>
        say`${p.customers} ${p.count === 1 ? 'member' : 'members'}, of whom ${p.rate} ordered twice or more`,
      walkin: (p) =>
        say`${p.customers} ${p.count === 1 ? 'walk-in' : 'walk-ins'}, of whom ${p.rate} ordered twice or more`,
    },
    semicolon: '; ',
    stop: '.',
    caption: 'Customers by membership',
    group: 'Group',
    customers: 'Customers',
    value: (measure) => `Net ${measure}`,
    ordersPerCustomer: 'Orders per head',
    returnRate: 'Return rate',
    averageOrder: 'Average order',
    set: (group) => `Customers of the group: ${group}.`,
    pool: 'Without a customer',
    poolRows: (n, count) => `${n} ${count === 1 ? 'row' : 'rows'}`,
    poolNote:
      'Rows without a customer are anonymous walk-ins: counted in the totals, not in the groups, since nobody can be told apart in them.',
    rule: 'Walk-in: no member level. Return rate: customers with two orders or more, of all in the group. Average order: net amount by number of orders.',
  },
  'zh-Hans': {
    title: '会员与散客',
    question: () => '会员是不是回头更多？',
    reasons: {
      no_levels: '需要会员等级列：请在导入时指定，或打开带会员等级的客户名单。',
      no_customers: '当前范围内没有带客户的行。请放宽时间段，或指定客户列。',
    },
    part: {
      vip: (p) => say`VIP客户${p.customers}个，其中${p.rate}下过两单以上`,
      member: (p) => say`普通会员${p.customers}个，其中${p.rate}下过两单以上`,
      walkin: (p) => say`散客${p.customers}个，其中${p.rate}下过两单以上`,
    },
    semicolon: '；',
    stop: '。',
    caption: '按会员身份的客户',
    group: '身份',
    customers: '客户数',
    value: (measure) => `净${measure}`,
    ordersPerCustomer: '人均单数',
    returnRate: '回头率',
    averageOrder: '平均每单',
    set: (group) => `身份为“${group}”的客户。`,
    pool: '没有客户编号',
    poolRows: (n) => `${n}行`,
    poolNote: '没有客户编号的行是匿名散客：计入总额，不计入各组，因为无法分辨是谁。',
    rule: '散客：没有会员等级。回头率：两单以上的客户占该组客户的比例。平均每单：净金额除以订单数。',
  },
};
