import type { Lang } from '../../i18n/lang.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';
import type { Column, Popularity } from './params.ts';

interface Parts {
  products: Piece;
  one: boolean;
  all: Piece;
  share: string;
  value: Piece;
  name: string;
  largest: Piece;
  measure: string;
  kind: Column;
}

interface Choice<Key extends string> {
  label: string;
  definition: string;
  options: Readonly<Record<Key, string>>;
}

export interface Words extends LensWords {
  insight(parts: Parts): Sentence;
  one(parts: Pick<Parts, 'name' | 'measure' | 'kind'>): Sentence;
  equal(parts: Pick<Parts, 'all' | 'measure' | 'kind'>): Sentence;
  none(parts: { apart: Piece; one: boolean; kind: Column }): Sentence;
  tail(parts: { apart: Piece; one: boolean; value: Piece; kind: Column }): Sentence;
  by: Choice<Column>;
  rows: Choice<'customers' | 'all'>;
  popularity: Choice<Popularity>;
  /** Head of a tier's column. */
  inTier: Readonly<Record<Popularity, (tier: string) => string>>;
  xAxis: string;
  yAxis(measure: string): string;
  first(n: string, count: number): string;
  upTo(name: string): string;
  curve: string;
  list: Readonly<Record<Column, string>>;
  find: Readonly<Record<Column, string>>;
  found(n: string, count: number): string;
  noMatch: string;
  head: Readonly<Record<Column, string>>;
  rank: string;
  tier: string;
  value(measure: string): string;
  share(measure: string): string;
  cumulative: string;
  customers: string;
  orders: string;
  repeat: string;
  shown(from: string, to: string, of: string): string;
  set(name: string): string;
  tierRow(letter: string, n: string, share: string): string;
  rule(cuts: string): string;
  top20(share: Piece, gini: Piece): Sentence;
  blank(value: Piece): Sentence;
  apartNote(n: string, count: number): string;
  scheme(title: string): string;
  repeatNote: string;
}

const thing = { product: 'product', category: 'category' } as const;
const things = { product: 'products', category: 'categories' } as const;
const cn = { product: '商品', category: '品类' } as const;
/** Chinese counts goods by one word and kinds of goods by another. */
const unit = { product: '种', category: '个' } as const;

export const strings: Record<Lang, Words> = {
  en: {
    title: 'Products',
    question: (measure) => `Which few products bring most of the ${measure}, and who buys them?`,
    reasons: {
      no_product: 'The file names nothing that was bought. Map a column as Product or as Category.',
      no_rows: 'No row is in scope. Widen the period, or count rows without a customer too.',
      no_names: 'No row in scope names a product, so there is nothing to rank.',
    },
    insight: (p) =>
      say`${p.products} of ${p.all} ${things[p.kind]} (${p.share}) ${p.one ? 'brings' : 'bring'} ${p.value} of the ${p.measure}; the largest, ${p.name}, brings ${p.largest}.`,
    one: (p) => say`There is one ${thing[p.kind]}, ${p.name}, and it brings all of the ${p.measure}.`,
    equal: (p) =>
      say`All ${p.all} ${things[p.kind]} bring the same ${p.measure}, so their order says nothing.`,
    none: (p) =>
      say`Nothing brings more than zero: ${p.apart} ${p.one ? thing[p.kind] : things[p.kind]} ${p.one ? 'nets' : 'net'} to zero or less, so there are no shares.`,
    tail: (p) =>
      say` ${p.apart} ${p.one ? `other ${thing[p.kind]} nets` : `other ${things[p.kind]} net`} to zero or less (${p.value}) and ${p.one ? 'stands' : 'stand'} apart.`,
    by: {
      label: 'Count by',
      definition:
        'The column whose texts are ranked: single products, or the categories they belong to. Blank cells are a line of their own below the list.',
      options: { product: 'Product', category: 'Category' },
    },
    rows: {
      label: 'Rows that count',
      definition:
        'Rows of customers: as everywhere in the notebook. All rows: sales without a customer count in value and orders as well, but nobody stands behind them, so they add nothing to customers and repeat rates.',
      options: { customers: 'rows of customers', all: 'all rows, walk-ins too' },
    },
    popularity: {
      label: 'By tier, show',
      definition:
        'Reach: share of the tier’s customers who bought it. Repeat rate: of those, who bought it in two orders or more. Share: how much of the product’s net value comes from the tier; customers without a tier make up the rest.',
      options: {
        reach: 'reach',
        customers: 'customers',
        orders: 'orders',
        repeat: 'repeat rate',
        value: 'share of its value',
      },
    },
    inTier: {
      reach: (tier) => `Reach in ${tier}`,
      customers: (tier) => `Customers in ${tier}`,
      orders: (tier) => `Orders from ${tier}`,
      repeat: (tier) => `Repeat rate in ${tier}`,
      value: (tier) => `Share from ${tier}`,
    },
    xAxis: 'share of products, largest first',
    yAxis: (measure) => `share of ${measure}`,
    first: (n, count) => (count === 1 ? 'The largest' : `The first ${n}`),
    upTo: (name) => `the last of them: ${name}`,
    curve: 'Share of the total that the first products hold',
    list: { product: 'Products by value', category: 'Categories by value' },
    find: { product: 'Find a product', category: 'Find a category' },
    found: (n) => `${n} found`,
    noMatch: 'Nothing matches.',
    head: { product: 'Product', category: 'Category' },
    rank: 'Rank',
    tier: 'Tier',
    value: (measure) => `Net ${measure}`,
    share: (measure) => `Share of ${measure}`,
    cumulative: 'Cumulative',
    customers: 'Customers',
    orders: 'Orders',
    repeat: 'Repeat rate',
    shown: (from, to, of) => `${from}–${to} of ${of}`,
    set: (name) => `Customers with an order of ${name}.`,
    tierRow: (letter, n, share) => `${letter}: ${n} (${share})`,
    rule: (cuts) => `Tiers by cumulative share, cut as for customers at ${cuts}:`,
    top20: (share, gini) => say`The top 20% hold ${share}. Gini ${gini}.`,
    blank: (value) => say`Rows that name none: ${value}; they are not ranked.`,
    apartNote: (n, count) =>
      count === 1 ? '1 at zero or less, listed last.' : `${n} at zero or less, listed last.`,
    scheme: (title) => `Customer tiers of the columns: ${title}.`,
    repeatNote:
      'An order is an order number, else a day; repeat rate = customers with two orders of it or more, of those with one.',
  },
  'zh-Hans': {
    title: '商品',
    question: (measure) => `哪几种商品带来大部分${measure}，又是谁在买？`,
    reasons: {
      no_product: '文件里没有写明卖了什么。请把某一列指定为“商品”或“品类”。',
      no_rows: '当前范围内没有任何行。请放宽时间段，或把没有客户的行也计入。',
      no_names: '范围内没有一行写明商品，无从排名。',
    },
    insight: (p) =>
      say`${p.all}${unit[p.kind]}${cn[p.kind]}中，${p.products}${unit[p.kind]}（${p.share}）带来${p.value}的${p.measure}；最大的是${p.name}，占${p.largest}。`,
    one: (p) => say`只有一${unit[p.kind]}${cn[p.kind]}：${p.name}，全部${p.measure}都来自它。`,
    equal: (p) => say`${p.all}${unit[p.kind]}${cn[p.kind]}带来的${p.measure}完全相同，名次没有意义。`,
    none: (p) =>
      say`没有一${unit[p.kind]}大于零：${p.apart}${unit[p.kind]}${cn[p.kind]}净额为零或负，没有占比可言。`,
    tail: (p) => say`另有${p.apart}${unit[p.kind]}净额为零或负（${p.value}），单列。`,
    by: {
      label: '统计对象',
      definition: '按哪一列的内容排名：单个商品，或其所属品类。空白单元格在列表下方单独说明。',
      options: { product: '商品', category: '品类' },
    },
    rows: {
      label: '计入的行',
      definition:
        '有客户的行：与其他分析一致。全部行：没有客户的销售也计入价值和订单；但背后没有具体的人，不计入客户数和复购率。',
      options: { customers: '有客户的行', all: '全部行，含散客' },
    },
    popularity: {
      label: '各级显示',
      definition:
        '渗透率：该级客户中买过它的比例。复购率：买过的客户中，有两个及以上订单的比例。占比：该商品净额中来自该级的部分；其余来自没有等级的客户。',
      options: {
        reach: '渗透率',
        customers: '客户数',
        orders: '订单数',
        repeat: '复购率',
        value: '价值占比',
      },
    },
    inTier: {
      reach: (tier) => `${tier}渗透率`,
      customers: (tier) => `${tier}客户数`,
      orders: (tier) => `${tier}订单数`,
      repeat: (tier) => `${tier}复购率`,
      value: (tier) => `来自${tier}`,
    },
    xAxis: '商品占比（从大到小）',
    yAxis: (measure) => `${measure}占比`,
    first: (n, count) => (count === 1 ? '最大的一个' : `前${n}个`),
    upTo: (name) => `其中最后一个：${name}`,
    curve: '排在前面的商品占总额的比例',
    list: { product: '商品（按价值）', category: '品类（按价值）' },
    find: { product: '查找商品', category: '查找品类' },
    found: (n) => `找到${n}个`,
    noMatch: '没有符合的内容。',
    head: { product: '商品', category: '品类' },
    rank: '名次',
    tier: '等级',
    value: (measure) => `净${measure}`,
    share: (measure) => `${measure}占比`,
    cumulative: '累计占比',
    customers: '客户数',
    orders: '订单数',
    repeat: '复购率',
    shown: (from, to, of) => `第${from}–${to}个，共${of}个`,
    set: (name) => `有${name}订单的客户。`,
    tierRow: (letter, n, share) => `${letter}：${n}个（${share}）`,
    rule: (cuts) => `按累计占比分级，分界与全文相同（${cuts}）：`,
    top20: (share, gini) => say`前20%占${share}，基尼系数${gini}。`,
    blank: (value) => say`没有写明的行合计${value}，不参加排名。`,
    apartNote: (n) => `${n}个净额为零或负，列在最后。`,
    scheme: (title) => `各列的客户等级：${title}。`,
    repeatNote: '订单＝订单号，没有则按天计；复购率＝有两个及以上订单的客户，占买过的客户的比例。',
  },
};
