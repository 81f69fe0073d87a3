import type { Lang } from '../../i18n/lang.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';
import type { Axis } from './bins.ts';

interface Slipping {
  readonly customers: Piece;
  readonly one: boolean;
  /** Of all scored; null where the customers are too few for a share. */
  readonly share: string | null;
  /** What the number of orders and of days is at least: "3", "72 days". */
  readonly orders: string;
  readonly days: string;
  readonly value: Piece;
  readonly measure: string;
}

interface Champions {
  readonly customers: Piece;
  readonly one: boolean;
  readonly share: string | null;
  readonly shareValue: string | null;
  readonly measure: string;
}

export interface Words extends LensWords {
  slipping(parts: Slipping): Sentence;
  nobodySlipping(orders: string, days: string): Sentence;
  champions(parts: Champions): Sentence;
  largest(segment: string, customers: Piece, all: string): Sentence;
  one(name: string): Sentence;
  equal(all: string, segment: string): Sentence;
  axes: Readonly<Record<Axis, string>>;
  caption: string;
  corner: string;
  howToMove: string;
  /** "R 5". */
  head(letter: string, score: number): string;
  /** "R 5 (1–13 days)". */
  scored(letter: string, score: number, range: string): string;
  /** Several scores: "R 3–5". */
  scoredRun(letter: string, run: string): string;
  binTitle(axis: string, score: number, range: string, customers: string): string;
  /** A run of scores: "R 5, F 4–5". */
  runs(r: string, f: string): string;
  bin: Readonly<Record<Axis, (text: string, last: number) => string>>;
  upTo(text: string): string;
  over(text: string): string;
  atLeast(text: string): string;
  anyValue: string;
  noValue: string;
  customers(n: string, count: number): string;
  cell(parts: { r: string; f: string; segment: string | null; customers: string; value: string; money: string }): string;
  cellSet(r: string, f: string): string;
  binSet(bin: string): string;
  triple(r: string, f: string, m: string, customers: string): string;
  cubeSet(r: string, f: string, m: string): string;
  segmentSet(segment: string, scores: string): string;
  allSet: string;
  oneTimeSet: string;
  slippingSet(orders: string, days: string): string;
  colourBy: string;
  byCustomers: string;
  byValue: string;
  barRule: string;
  rule(parts: { date: string; measure: string; average: boolean; orderIds: boolean }): string;
  fewer(axis: string, filled: string, asked: string): string;
  fewerOrders(parts: { filled: string; asked: string; customers: string; count: number; share: string }): string;
  outOfReach(names: string): string;
  small: string;
  useThirds: string;
  useBands: string;
  seeOneTime(n: string, count: number, share: string): string;
  seeSlipping(n: string, count: number): string;
  unscored(n: string, count: number): string;
  byHand(n: string, count: number): string;
  segments: string;
  segment: string;
  scores: string;
  count: string;
  shareOfCustomers: string;
  value(measure: string): string;
  shareOfValue: string;
  cube: string;
  cubeCaption: string;
  cubeCorner: string;
  every: string;
  settings: string;
  ownRules: string;
  ownCuts(parts: { r: string; f: string; m: string }): string;
} // prettier-ignore

const many = (count: number, one: string, other: string): string => (count === 1 ? one : other);

export const strings: Record<Lang, Words> = {
  en: {
    title: 'RFM',
    question: () => 'Who orders lately and often, and who used to?',
    reasons: {
      no_dates: 'Recency needs a date column: correct the import and map one.',
      own_rules:
        'The RFM scheme has been given rules without the scores R, F and M, so there is no table to draw.',
      no_customers: 'No row with a customer is in scope. Widen the period, or map a customer column.',
      no_buyers: 'No customer on the curve has an order above zero in this period, so nobody can be scored.',
    },
    slipping: (p) =>
      say`${p.customers} ${p.one ? 'customer' : 'customers'}${p.share === null ? '' : ` (${p.share})`} placed at least ${p.orders} but none in the last ${p.days}; ${p.one ? 'that customer' : 'they'} brought ${p.value} of ${p.measure}.`,
    nobodySlipping: (orders, days) =>
      say`Everyone with at least ${orders} has placed one in the last ${days}.`,
    champions: (p) =>
      say` ${p.customers} ${p.one ? 'champion' : 'champions'}${p.share === null ? '' : ` (${p.share})`}${p.shareValue === null ? ' ordered most recently and most often' : ` brought ${p.shareValue} of ${p.measure}`}.`,
    largest: (segment, customers, all) =>
      say`The largest segment is ${segment}: ${customers} of ${all} customers.`,
    one: (name) => say`There is one customer, ${name}: scores compare customers, so they need more.`,
    equal: (all, segment) =>
      say`All ${all} customers have the same scores of recency and frequency: ${segment}.`,
    axes: { r: 'Recency', f: 'Frequency', m: 'Money' },
    caption: 'Customers by recency and frequency',
    corner: 'More often ↑ more recent →',
    howToMove: 'Arrow keys move, Shift with arrows marks several cells, Enter opens their customers.',
    head: (letter, score) => `${letter} ${score}`,
    scored: (letter, score, range) => `${letter} ${score} (${range})`,
    scoredRun: (letter, run) => `${letter} ${run}`,
    binTitle: (axis, score, range, customers) => `${axis} ${score}: ${range}, ${customers}`,
    runs: (r, f) => `R ${r}, F ${f}`,
    bin: {
      r: (text, last) => `${text} ${many(last, 'day', 'days')}`,
      f: (text, last) => `${text} ${many(last, 'order', 'orders')}`,
      m: (text) => text,
    },
    upTo: (text) => `up to ${text}`,
    over: (text) => `over ${text}`,
    atLeast: (text) => `${text} or more`,
    anyValue: 'any',
    noValue: 'no bin',
    customers: (n, count) => `${n} ${many(count, 'customer', 'customers')}`,
    cell: (p) =>
      `${p.r}; ${p.f}${p.segment === null ? '' : `; ${p.segment}`}: ${p.customers}, ${p.value}, mean M score ${p.money}`,
    cellSet: (r, f) => `Customers with ${r} and ${f}.`,
    binSet: (bin) => `Customers with ${bin}.`,
    triple: (r, f, m, customers) => `${r}, ${f}, ${m}: ${customers}`,
    cubeSet: (r, f, m) => `Customers with ${r}, ${f} and ${m}.`,
    segmentSet: (segment, scores) => `${segment}: customers with ${scores}.`,
    allSet: 'All customers that are scored.',
    oneTimeSet: 'Customers with one order.',
    slippingSet: (orders, days) => `Customers who placed at least ${orders} but none in the last ${days}.`,
    colourBy: 'Colour by',
    byCustomers: 'customers',
    byValue: 'value',
    barRule: 'The bar in a cell is the mean score of M, from 1 to 5.',
    rule: (p) =>
      `R: days from the last order to ${p.date}. F: ${p.orderIds ? 'orders' : 'days with an order'}. M: ${p.average ? 'amount of the average order' : `net ${p.measure}`}. 5 is the most recent, the most frequent, the highest.`,
    fewer: (axis, filled, asked) =>
      `${axis} fills ${filled} of ${asked} bins: equal values get equal scores, and many are equal.`,
    fewerOrders: (p) =>
      `Frequency fills ${p.filled} of ${p.asked} bins: equal values get equal scores, and ${p.customers} ${many(p.count, 'customer', 'customers')} (${p.share}) have one order.`,
    outOfReach: (names) => `Nobody has the scores for: ${names}.`,
    small:
      'Fewer than 25 customers: a fifth of them is only a few, so the next order of one customer moves a cut.',
    useThirds: 'Score in thirds',
    useBands: 'Use fixed orders: 1, 2, 3–4, 5+',
    seeOneTime: (n, count, share) => `See ${n} one-time ${many(count, 'buyer', 'buyers')} (${share})`,
    seeSlipping: (n, count) => `See ${n} frequent but silent ${many(count, 'customer', 'customers')}`,
    unscored: (n, count) =>
      `${n} ${many(count, 'customer has', 'customers have')} no dated order and no score.`,
    byHand: (n, count) =>
      `${n} ${many(count, 'customer was', 'customers were')} put into a segment by hand; the grid shows scores, the list of segments shows the hand.`,
    segments: 'The ten segments',
    segment: 'Segment',
    scores: 'Scores',
    count: 'Customers',
    shareOfCustomers: 'Share of customers',
    value: (measure) => `Net ${measure}`,
    shareOfValue: 'Share of value',
    cube: 'All 125 cells of R, F and M',
    cubeCaption: 'Customers by recency, frequency and money',
    cubeCorner: 'R and F',
    every: 'All',
    settings: 'How scores are cut',
    ownRules: 'This scheme has rules of its own; the settings of the preset do not apply to it.',
    ownCuts: (p) => `Cuts in force: R ${p.r}; F ${p.f}; M ${p.m}. Values up to a cut stay below it.`,
  },
  'zh-Hans': {
    title: 'RFM',
    question: () => '谁最近常下单，谁曾经常下单？',
    reasons: {
      no_dates: '计算最近下单需要日期列：请修正导入并指定日期列。',
      own_rules: 'RFM方案已改用没有R、F、M得分的自定义规则，无表可画。',
      no_customers: '当前范围内没有带客户的行。请放宽时间段，或指定客户列。',
      no_buyers: '这段时间内，曲线上没有客户有金额大于零的订单，无法打分。',
    },
    slipping: (p) =>
      say`${p.customers}个客户${p.share === null ? '' : `（${p.share}）`}下过至少${p.orders}，但最近${p.days}没有下单；他们的${p.measure}合计${p.value}。`,
    nobodySlipping: (orders, days) => say`下过至少${orders}的客户，最近${days}都再次下过单。`,
    champions: (p) =>
      say`冠军客户${p.customers}个${p.share === null ? '' : `（${p.share}）`}${p.shareValue === null ? '，下单最近、次数最多' : `，贡献${p.measure}的${p.shareValue}`}。`,
    largest: (segment, customers, all) => say`最大的类别是${segment}：${all}个客户中的${customers}个。`,
    one: (name) => say`只有一个客户：${name}。打分是客户之间的比较，一个客户无从比起。`,
    equal: (all, segment) => say`${all}个客户的最近下单和下单次数得分都相同：${segment}。`,
    axes: { r: '最近下单', f: '下单次数', m: '金额' },
    caption: '按最近下单和下单次数分布的客户',
    corner: '次数越多↑ 下单越近→',
    howToMove: '方向键移动，Shift加方向键选取多格，回车查看其中的客户。',
    head: (letter, score) => `${letter}${score}`,
    scored: (letter, score, range) => `${letter}${score}（${range}）`,
    scoredRun: (letter, run) => `${letter}${run}`,
    binTitle: (axis, score, range, customers) => `${axis}${score}分：${range}，${customers}`,
    runs: (r, f) => `R${r}、F${f}`,
    bin: { r: (text) => `${text}天`, f: (text) => `${text}单`, m: (text) => text },
    upTo: (text) => `不超过${text}`,
    over: (text) => `超过${text}`,
    atLeast: (text) => `至少${text}`,
    anyValue: '任意',
    noValue: '无此档',
    customers: (n) => `${n}个客户`,
    cell: (p) =>
      `${p.r}；${p.f}${p.segment === null ? '' : `；${p.segment}`}：${p.customers}，${p.value}，M平均${p.money}分`,
    cellSet: (r, f) => `${r}、${f}的客户。`,
    binSet: (bin) => `${bin}的客户。`,
    triple: (r, f, m, customers) => `${r}、${f}、${m}：${customers}`,
    cubeSet: (r, f, m) => `${r}、${f}、${m}的客户。`,
    segmentSet: (segment, scores) => `${segment}：${scores}的客户。`,
    allSet: '全部已打分的客户。',
    oneTimeSet: '只下过一单的客户。',
    slippingSet: (orders, days) => `下过至少${orders}、但最近${days}没有下单的客户。`,
    colourBy: '颜色表示',
    byCustomers: '客户数',
    byValue: '价值',
    barRule: '格内的横条为M的平均得分，1至5分。',
    rule: (p) =>
      `R：最后一单到${p.date}的天数。F：${p.orderIds ? '订单数' : '有订单的天数'}。M：${p.average ? '平均每单金额' : `净${p.measure}`}。5分为最近、最多、最高。`,
    fewer: (axis, filled, asked) =>
      `${axis}只占了${asked}档中的${filled}档：数值相同，得分必然相同，而许多数值相同。`,
    fewerOrders: (p) =>
      `下单次数只占了${p.asked}档中的${p.filled}档：数值相同，得分必然相同，而${p.customers}个客户（${p.share}）只下过一单。`,
    outOfReach: (names) => `没有客户的得分属于：${names}。`,
    small: '客户不足25个：五分之一只有寥寥几个，一个客户的下一单就会移动分界。',
    useThirds: '改为三等分',
    useBands: '改用固定次数：1、2、3至4、5次以上',
    seeOneTime: (n, _count, share) => `查看${n}个一次性客户（${share}）`,
    seeSlipping: (n) => `查看${n}个曾经常来、如今沉默的客户`,
    unscored: (n) => `${n}个客户没有带日期的订单，没有得分。`,
    byHand: (n) => `${n}个客户由人工归入某一类；上表按得分，类别表按人工归类。`,
    segments: '十个类别',
    segment: '类别',
    scores: '得分',
    count: '客户数',
    shareOfCustomers: '客户占比',
    value: (measure) => `净${measure}`,
    shareOfValue: '价值占比',
    cube: 'R、F、M的全部125格',
    cubeCaption: '按最近下单、下单次数和金额分布的客户',
    cubeCorner: 'R与F',
    every: '合计',
    settings: '得分如何划分',
    ownRules: '该方案使用自定义规则，预设的设置对它不起作用。',
    ownCuts: (p) => `现行分界：R ${p.r}；F ${p.f}；M ${p.m}。等于分界的值算在分界之下。`,
  },
};
