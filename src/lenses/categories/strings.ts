import type { Lang } from '../../i18n/lang.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';
import type { Comparison } from './params.ts';

interface Parts {
  tier: string;
  name: string;
  share: Piece;
  all: Piece;
  /** null = undefined. */
  index: Piece | null;
  customers: Piece;
  of: string;
  /** The tier has one customer. */
  one: boolean;
  measure: string;
  /** Whether the column belongs to sales. */
  sales: boolean;
}

export interface Words extends LensWords {
  lives(parts: Parts): Sentence;
  even(parts: Parts): Sentence;
  /** As `lives`, where no category has much. */
  spread(parts: Parts): Sentence;
  single(name: string): string;
  unnamed: string;
  by: { label: string; definition: string };
  scheme: { label: string; definition: string };
  compare: { label: string; definition: string; options: Readonly<Record<Comparison, string>> };
  caption(scheme: string): string;
  all: string;
  blank: string;
  other(n: string, count: number): string;
  times(n: string): string;
  timesOfFew(n: string, customers: string): string;
  /** What a cell says aloud. */
  cell(parts: {
    tier: string;
    name: string;
    share: string;
    times: string;
    customers: string;
    of: string;
    compare: Comparison;
    measure: string;
  }): string;
  legend(compare: Comparison, measure: string): string;
  colours: { below: string; same: string; above: string };
  few(n: string): string;
  unplaced(n: string, count: number): string;
  set(tier: string, name: string, sales: boolean): string;
}

/** A letter needs a noun in Chinese; a name stands for itself. */
const people = (name: string, one = false): string => {
  const letter = /^[A-Z]$/.test(name);
  return one ? `${name}${letter ? '类' : ''}（一个客户）` : letter ? `${name}类客户` : name;
};

export const strings: Record<Lang, Words> = {
  en: {
    title: 'Tiers and categories',
    question: (measure) => `Which categories does the best tier’s ${measure} come from?`,
    reasons: {
      no_column:
        'Nothing divides the sales or the customers. Map a column as Category, Product, Channel, Region or Industry, or add a customer list with such a column.',
      no_customers: 'No row with a customer is in scope. Widen the period, or map a customer column.',
      nobody_placed: 'The scheme places no customer in a tier, so there is nothing to divide.',
      total_nonpositive: 'The customers in tiers net to zero or less, so shares mean nothing.',
    },
    lives: (p) =>
      say`${p.one ? `${p.tier}, one customer,` : p.tier} leans most towards ${p.name}: ${p.share} of its ${p.measure}, ${p.index ?? '—'} the share in all${p.one ? '' : say`; ${p.customers} of its ${p.of} customers ${p.sales ? 'bought it' : 'belong to it'}`}.`,
    even: (p) =>
      say`${p.tier} lives on the same as everybody: ${p.name}, its largest difference, brings ${p.share} of its ${p.measure} and ${p.all} of all.`,
    spread: (p) =>
      say`${p.one ? `${p.tier}, one customer,` : p.tier} lives on many things: ${p.name}, its largest difference, brings only ${p.share} of its ${p.measure}, ${p.index ?? '—'} the share in all${p.one ? '' : say`; ${p.customers} of its ${p.of} customers ${p.sales ? 'bought it' : 'belong to it'}`}.`,
    single: (name) => `There is one category, ${name}, so all tiers live on the same.`,
    unnamed: 'No row in scope names a category.',
    by: {
      label: 'Divide by',
      definition:
        'Columns of the sales: each sale counts in its own category, a customer may buy in several. Columns of the customer list: a customer’s whole value counts in the one category that describes the customer.',
    },
    scheme: {
      label: 'Tiers of',
      definition: 'The scheme whose tiers are the columns; customers without a tier are left out.',
    },
    compare: {
      label: 'Compare',
      definition:
        'Value: share of the tier’s value; index = that share over the category’s share in the value of all tiers. Customers: share of the tier’s customers who have it; lift = that share over the one among all customers in tiers. Segment: share of the tier’s value over the segment’s share of customers, for what describes customers. 1 = as everybody.',
      options: {
        value: 'value: index',
        customers: 'customers: lift',
        segment: 'value against customers: segment index',
      },
    },
    caption: (scheme) => `Categories by tier of ${scheme}`,
    all: 'All',
    blank: '(not stated)',
    other: (n, count) => (count === 1 ? '1 other' : `${n} others`),
    times: (n) => `×${n}`,
    timesOfFew: (n, customers) => `×${n} (${customers})`,
    cell: (p) =>
      p.compare === 'customers'
        ? `${p.name}, ${p.tier}: ${p.share} of its customers (${p.customers} of ${p.of}), ${p.times} the share among all`
        : `${p.name}, ${p.tier}: ${p.share} of its ${p.measure}, ${p.times} the share ${p.compare === 'segment' ? 'of customers' : 'in all'}; ${p.customers} of ${p.of} customers`,
    legend: (compare, measure) =>
      compare === 'customers'
        ? 'Each cell: share of the tier’s customers who have it, and how many times the share among all customers.'
        : compare === 'segment'
          ? `Each cell: share of the tier’s ${measure}, and how many times the segment’s share of customers.`
          : `Each cell: share of the tier’s ${measure}, and how many times the share in all. Each column adds up to 100%.`,
    colours: { below: 'less than in all', same: 'as in all', above: 'more than in all' },
    few: (n) => `Pale, with their number in brackets: fewer than ${n} customers.`,
    unplaced: (n, count) =>
      count === 1
        ? '1 customer has no tier and is left out.'
        : `${n} customers have no tier and are left out.`,
    set: (tier, name, sales) =>
      sales ? `${tier}: customers with an order of ${name}.` : `${tier}: customers of ${name}.`,
  },
  'zh-Hans': {
    title: '等级与品类',
    question: (measure) => `最好一级客户的${measure}来自哪些品类？`,
    reasons: {
      no_column:
        '没有可以划分销售或客户的列。请把某一列指定为“品类”“商品”“渠道”“地区”或“行业”，或加入带有这类列的客户表。',
      no_customers: '当前范围内没有带客户的行。请放宽时间段，或指定客户列。',
      nobody_placed: '该分级方法没有给任何客户定级，无从划分。',
      total_nonpositive: '已分级客户的净额合计为零或负，占比没有意义。',
    },
    lives: (p) =>
      say`${people(p.tier, p.one)}最偏重${p.name}：占其${p.measure}的${p.share}，是整体占比的${p.index ?? '—'}${p.one ? '' : say`；其${p.of}个客户中有${p.customers}个${p.sales ? '买过' : '属于它'}`}。`,
    even: (p) =>
      say`${people(p.tier)}的构成与整体相同：差别最大的${p.name}占其${p.measure}的${p.share}，占整体的${p.all}。`,
    spread: (p) =>
      say`${people(p.tier, p.one)}的来源分散：差别最大的${p.name}只占其${p.measure}的${p.share}，是整体占比的${p.index ?? '—'}${p.one ? '' : say`；其${p.of}个客户中有${p.customers}个${p.sales ? '买过' : '属于它'}`}。`,
    single: (name) => `只有一个品类：${name}，各级没有差别。`,
    unnamed: '范围内没有一行写明品类。',
    by: {
      label: '划分依据',
      definition:
        '销售的列：每笔销售计入自己的品类，一个客户可以买多个品类。客户表的列：客户的全部价值计入描述该客户的那一类。',
    },
    scheme: { label: '分级方法', definition: '以该方法的等级作列；没有等级的客户不计入。' },
    compare: {
      label: '比较',
      definition:
        '价值：占该级价值的比例；指数＝该比例除以品类在全部等级价值中的占比。客户：该级客户中有它的比例；提升度＝该比例除以全部已分级客户中的比例。细分：占该级价值的比例除以该细分的客户占比，只用于描述客户的列。1＝与整体相同。',
      options: { value: '价值：指数', customers: '客户：提升度', segment: '价值对客户：细分指数' },
    },
    caption: (scheme) => `各级的品类构成（${scheme}）`,
    all: '整体',
    blank: '（未填写）',
    other: (n) => `其他${n}个`,
    times: (n) => `×${n}`,
    timesOfFew: (n, customers) => `×${n}（${customers}）`,
    cell: (p) =>
      p.compare === 'customers'
        ? `${p.name}，${p.tier}：占其客户的${p.share}（${p.of}个中的${p.customers}个），是整体比例的${p.times}`
        : `${p.name}，${p.tier}：占其${p.measure}的${p.share}，是${p.compare === 'segment' ? '客户占比' : '整体占比'}的${p.times}；${p.of}个客户中的${p.customers}个`,
    legend: (compare, measure) =>
      compare === 'customers'
        ? '每格：该级客户中有它的比例，以及是整体比例的几倍。'
        : compare === 'segment'
          ? `每格：占该级${measure}的比例，以及是该细分客户占比的几倍。`
          : `每格：占该级${measure}的比例，以及是整体占比的几倍。每列合计100%。`,
    colours: { below: '低于整体', same: '与整体相同', above: '高于整体' },
    few: (n) => `浅色并在括号内注明个数：不足${n}个客户。`,
    unplaced: (n) => `${n}个客户没有等级，不计入。`,
    set: (tier, name, sales) => (sales ? `${tier}：有${name}订单的客户。` : `${tier}：属于${name}的客户。`),
  },
};
