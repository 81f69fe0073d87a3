import type { Lang } from '../../i18n/lang.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';
import type { Refused } from './order.ts';
import type { ParetoParams, RankBy } from './params.ts';

interface Parts {
  customers: Piece;
  all: Piece;
  share: string;
  value: Piece;
  jointCustomers: Piece | null;
  jointValue: Piece | null;
  largest: Piece;
  one: boolean;
  measure: string;
}

interface RestParts {
  left: number;
  customers: Piece;
  all: string;
  value: string;
  top20: Piece;
  before: string;
  one: boolean;
  measure: string;
}

interface WhaleParts {
  customers: Piece;
  share: Piece;
  negative: Piece;
  one: boolean;
  takes: Piece;
  nothing: string | null;
  measure: string;
}

interface OrderedParts {
  by: Exclude<RankBy, 'value'>;
  customers: Piece;
  all: Piece;
  share: string;
  value: Piece;
  top20: Piece;
  one: boolean;
}

interface SettingWords<Option extends string> {
  label: string;
  definition: string;
  options: Readonly<Record<Option, string>>;
}

export interface Words extends LensWords {
  /** A term and what it means, in a list of several. */
  defined(term: string, meaning: string): string;
  insight(parts: Parts): Sentence;
  /** The insight where the largest are left out of the picture. */
  rest(parts: RestParts): Sentence;
  /** Added where values below zero are on the curve. */
  whale(parts: WhaleParts): Sentence;
  /** The insight where a ratio makes the order. */
  ordered(parts: OrderedParts): Sentence;
  view: SettingWords<ParetoParams['view']>;
  leaveOut: SettingWords<ParetoParams['without']>;
  by: SettingWords<RankBy>;
  measureIn: { label: string; definition: string };
  own: { label: string; definition: string };
  refused: Readonly<Record<Refused, string>>;
  /** What the curve adds up where a ratio makes the order. */
  summed: Readonly<Record<Exclude<RankBy, 'value'>, string>>;
  orderedNote: string;
  unknownRatio(n: string, count: number): string;
  xAxisOrdered: Readonly<Record<Exclude<RankBy, 'value'>, Readonly<Record<ParetoParams['view'], string>>>>;
  xAxisLorenz: string;
  jump(share: string): string;
  effective: string;
  effectiveDefinition: string;
  peak: string;
  peakText(share: string, customers: string): string;
  negativeSet: string;
  seeNegative(n: string, count: number): string;
  keepOffer(measure: string): string;
  keep: string;
  profitOffer: string;
  profit: string;
  apartAgain: string;
  giniArea: string;
  one(parts: { name: string; measure: string }): Sentence;
  equal(parts: { all: Piece }): Sentence;
  xAxis: string;
  yAxis(measure: string): string;
  equality: string;
  balance(customers: string, value: string): string;
  handle: string;
  handleText(percent: string, customers: string, share: string): string;
  /** How to move the handle, read by screen readers. */
  howTo: string;
  cutLabel: string;
  presets: string;
  presetTop20: string;
  presetBalance: string;
  seeCustomers(n: string, count: number): string;
  setTop(n: string, measure: string, share: string): string;
  setNext(n: string, left: string, measure: string, share: string): string;
  setFirst(by: Exclude<RankBy, 'value'>, n: string, share: string): string;
  delta(from: string, to: string, change: string, before: string, after: string): string;
  figures: string;
  topShare(percent: string): string;
  gini: string;
  giniDefinition: string;
  giniSample: string;
  joint: string;
  jointDefinition: string;
  hhi: string;
  hhiDefinition: string;
  largest: string;
  without: string;
  withoutSome(n: string): string;
  withoutText(top20: string, customers: string, rest: string, cut: string): string;
  apart(n: string, count: number, value: string): string;
  apartSet: string;
  tied(more: string, tier: string): string;
  benchmark(share: string | null): string;
  customer: string;
  cumulative: string;
  shareOfCustomers: string;
  few(n: string): string;
}

export const strings: Record<Lang, Words> = {
  en: {
    defined: (term, meaning) => `${term}: ${meaning}`,
    title: 'Concentration',
    question: (measure) => `How concentrated is ${measure}?`,
    reasons: {
      no_customers: 'No row with a customer is in scope. Widen the period, or map a customer column.',
      all_apart:
        'Every customer has a net value of zero or less, so there is nothing to rank. Look at the returns, or choose another measure.',
      total_nonpositive:
        'The total is zero or less, so shares have no meaning; the customers list shows the amounts.',
    },
    insight: (p) =>
      say`${p.customers} of ${p.all} customers (${p.share}) ${p.one ? 'brings' : 'bring'} ${p.value} of ${p.measure}.${p.jointCustomers && p.jointValue ? say` ${p.jointCustomers} hold ${p.jointValue};` : ''} the largest holds ${p.largest}.`,
    rest: (p) =>
      say`Without the largest ${p.left === 1 ? 'customer' : `${p.left} customers`}, ${p.customers} of ${p.all} ${p.one ? 'brings' : 'bring'} ${p.value} of ${p.measure}; the top 20% hold ${p.top20}, with everybody ${p.before}.`,
    whale: (p) =>
      say` The curve peaks at ${p.share} after ${p.customers} customers; ${p.negative} ${p.one ? 'customer takes' : 'customers take'} ${p.takes} of ${p.measure} away again${p.nothing ? `, and ${p.nothing} ${p.nothing === '1' ? 'adds' : 'add'} nothing` : ''}.`,
    ordered: (p) =>
      say`Ranked by ${p.by === 'margin' ? 'margin' : 'average order'}, the first ${p.customers} of ${p.all} customers (${p.share}) ${p.one ? 'brings' : 'bring'} ${p.value} of ${p.by === 'margin' ? 'profit' : 'revenue'}; the first 20% hold ${p.top20}.`,
    view: {
      label: 'View',
      definition:
        'Two views of one curve. Pareto counts from the largest customer down; Lorenz from the smallest up. The area between the Lorenz curve and the diagonal is half of the Gini coefficient.',
      options: { pareto: 'Pareto: largest first', lorenz: 'Lorenz: smallest first' },
    },
    leaveOut: {
      label: 'Leave out',
      definition:
        'Draws the curve without the largest customers; the curve with everybody stays behind it, pale. The measures below still count everybody.',
      options: { '0': 'nobody', '1': 'the largest', '3': 'the largest 3', '10': 'the largest 10' },
    },
    by: {
      label: 'Ranked by',
      definition:
        'Value: the measure itself. Margin: profit by amount; the curve then adds up profit. Average order: amount by orders; the curve then adds up amounts.',
      options: { value: 'the measure', margin: 'margin %', average_order: 'average order' },
    },
    measureIn: {
      label: 'Measure',
      definition: 'What is summed per customer. It changes every cell of the notebook.',
    },
    own: {
      label: 'Own share of customers, %',
      definition: 'Another share of the customers, counted from the first.',
    },
    refused: {
      no_profit:
        'Margin needs a profit or cost column, or is not known of anybody here: ranked by the measure.',
      no_orders: 'Nobody here has an order, so there is no average order: ranked by the measure.',
      no_total: 'In that order the total is zero or less, so shares have no meaning: ranked by the measure.',
    },
    summed: { margin: 'profit', average_order: 'revenue' },
    orderedNote:
      'Customers are in the order of a ratio, not of what is added up: Gini coefficient and joint ratio are not defined for such a curve.',
    unknownRatio: (n, count) =>
      count === 1
        ? '1 customer is left out because the ratio is not known.'
        : `${n} customers are left out because the ratio is not known.`,
    xAxisOrdered: {
      margin: {
        pareto: 'share of customers, highest margin first',
        lorenz: 'share of customers, lowest margin first',
      },
      average_order: {
        pareto: 'share of customers, highest average order first',
        lorenz: 'share of customers, lowest average order first',
      },
    },
    xAxisLorenz: 'share of customers, smallest first',
    jump: (share) => `the first: ${share}`,
    effective: 'Effective number of customers',
    effectiveDefinition:
      'One by the Herfindahl index: so many customers of equal size would be as concentrated.',
    peak: 'Peak of the curve',
    peakText: (share, customers) => `${share} after ${customers} customers`,
    negativeSet: 'Customers whose value is below zero: they take away what others bring.',
    seeNegative: (n, count) => (count === 1 ? 'See 1 customer below zero' : `See ${n} customers below zero`),
    keepOffer: (measure) =>
      `To see what they take away from ${measure}, put them on the curve: it then rises above 100%.`,
    keep: 'Put them on the curve',
    profitOffer: 'The file has profit: a curve of profit shows who takes some of it away.',
    profit: 'Measure profit',
    apartAgain: 'List them apart',
    giniArea: 'The shaded area is half of the Gini coefficient.',
    one: (p) => say`There is one customer, ${p.name}, so there is no distribution of ${p.measure} to draw.`,
    equal: (p) => say`All ${p.all} customers have the same value, so ranking is arbitrary.`,
    xAxis: 'share of customers, largest first',
    yAxis: (measure) => `share of ${measure}`,
    equality: 'if all were equal',
    balance: (customers, value) => `balance ${customers} / ${value}`,
    handle: 'Share of value to reach',
    handleText: (percent, customers, share) => `${percent}: ${customers} customers, ${share}`,
    howTo:
      'Arrow keys move the cut by one point, with Shift by a tenth, Page Up and Page Down by five; Home and End go to the ends.',
    cutLabel: 'Cut at',
    presets: 'Presets',
    presetTop20: '20% of customers',
    presetBalance: 'balance point',
    seeCustomers: (n, count) => (count === 1 ? 'See 1 customer' : `See ${n} customers`),
    setTop: (n, measure, share) => `The ${n} largest customers, who together bring ${share} of ${measure}.`,
    setNext: (n, left, measure, share) =>
      `The next ${n} customers after the largest ${left}, who bring ${share} of the other customers’ ${measure}.`,
    setFirst: (by, n, share) =>
      by === 'margin'
        ? `The ${n} customers with the highest margins, who together bring ${share} of profit.`
        : `The ${n} customers with the highest average orders, who together bring ${share} of revenue.`,
    delta: (from, to, change, before, after) =>
      `Moving A from ${from} to ${to}: ${change} customers (${before} → ${after})`,
    figures: 'Measures of concentration',
    topShare: (percent) => `Top ${percent} of customers hold`,
    gini: 'Gini coefficient',
    giniDefinition:
      'Population form: 0 when all customers are equal, towards 1 when one holds everything; twice the area between the curve and the diagonal.',
    giniSample: 'Gini, sample form n/(n−1)',
    joint: 'Joint ratio',
    jointDefinition:
      'The point where the two shares add up to 100%: so many per cent of the customers hold the remaining per cent of the value.',
    hhi: 'Herfindahl index',
    hhiDefinition:
      'Sum of squared shares: 1 when one customer holds everything; times 10,000 on the scale of antitrust.',
    largest: 'Largest customer holds',
    without: 'Without the largest customer',
    withoutSome: (n) => `Without the largest ${n} customers`,
    withoutText: (top20, customers, rest, cut) =>
      `the top 20% hold ${top20}, and ${customers} of ${rest} customers reach ${cut}.`,
    apart: (n, count, value) =>
      count === 1
        ? `1 customer has a net value of zero or less (${value}) and is listed apart, not in shares.`
        : `${n} customers have a net value of zero or less (${value} together). They are listed apart and not in shares.`,
    apartSet: 'Customers whose net value is zero or less; they are not ranked.',
    tied: (more, tier) =>
      `${more} more have the same value as the last of them; tier A keeps them together and holds ${tier}.`,
    benchmark: (share) =>
      `${share ? `For comparison: the top 20% hold ${share} here, and` : 'For comparison: the top 20% hold'} about 73% on average for consumer packaged goods, 67% for 339 other firms (59% with subscriptions), and about 60% in one-year windows. 80% is not the norm.`,
    customer: 'Customer',
    cumulative: 'Cumulative share',
    shareOfCustomers: 'Share of customers',
    few: (n) => `With ${n} customers a curve would say less than the list.`,
  },
  'zh-Hans': {
    defined: (term, meaning) => `${term}：${meaning}`,
    title: '集中度',
    question: (measure) => `${measure}有多集中？`,
    reasons: {
      no_customers: '当前范围内没有带客户的行。请放宽时间段，或指定客户列。',
      all_apart: '所有客户的净额都为零或负，无法排名。请查看退货，或换一个指标。',
      total_nonpositive: '总额为零或负，占比没有意义；金额请看客户列表。',
    },
    insight: (p) =>
      say`${p.all}个客户中的${p.customers}个（${p.share}）带来${p.value}的${p.measure}。${p.jointCustomers && p.jointValue ? say`${p.jointCustomers}的客户占有${p.jointValue}；` : ''}最大的客户占${p.largest}。`,
    rest: (p) =>
      say`去掉最大的${p.left === 1 ? '客户' : `${p.left}个客户`}，${p.all}个中的${p.customers}个带来${p.value}的${p.measure}；前20%占${p.top20}，全体为${p.before}。`,
    whale: (p) =>
      say`曲线在第${p.customers}个客户处达到最高点${p.share}；${p.negative}个客户又抵消了${p.takes}的${p.measure}${p.nothing ? `，${p.nothing}个客户没有贡献` : ''}。`,
    ordered: (p) =>
      say`按${p.by === 'margin' ? '利润率' : '平均订单额'}排列，${p.all}个客户中的前${p.customers}个（${p.share}）带来${p.value}的${p.by === 'margin' ? '利润' : '收入'}；前20%占${p.top20}。`,
    view: {
      label: '视图',
      definition:
        '同一条曲线的两种看法。帕累托从最大的客户数起，洛伦兹从最小的客户数起。洛伦兹曲线与对角线之间的面积是基尼系数的一半。',
      options: { pareto: '帕累托：从大到小', lorenz: '洛伦兹：从小到大' },
    },
    leaveOut: {
      label: '去掉',
      definition: '画出去掉最大客户之后的曲线，全体客户的曲线以淡色留在后面。下方的指标仍按全体计算。',
      options: { '0': '不去掉', '1': '最大的1个', '3': '最大的3个', '10': '最大的10个' },
    },
    by: {
      label: '排序依据',
      definition:
        '数值：所选指标本身。利润率：利润除以金额，曲线累计利润。平均订单额：金额除以订单数，曲线累计金额。',
      options: { value: '所选指标', margin: '利润率', average_order: '平均订单额' },
    },
    measureIn: { label: '指标', definition: '按客户汇总的量。更改会影响笔记本中的所有单元。' },
    own: { label: '自定客户占比，%', definition: '从第一名数起的另一个客户占比。' },
    refused: {
      no_profit: '利润率需要利润列或成本列，或此处没有客户能算出：按所选指标排序。',
      no_orders: '此处没有客户下过订单，没有平均订单额：按所选指标排序。',
      no_total: '按这个顺序累计的总额为零或负，占比没有意义：按所选指标排序。',
    },
    summed: { margin: '利润', average_order: '收入' },
    orderedNote: '客户按比率而不是按累计的量排列：这样的曲线没有基尼系数和联合比率。',
    unknownRatio: (n) => `${n}个客户的比率未知，未列入。`,
    xAxisOrdered: {
      margin: { pareto: '客户占比（利润率从高到低）', lorenz: '客户占比（利润率从低到高）' },
      average_order: { pareto: '客户占比（平均订单额从高到低）', lorenz: '客户占比（平均订单额从低到高）' },
    },
    xAxisLorenz: '客户占比（从小到大）',
    jump: (share) => `第一名：${share}`,
    effective: '等效客户数',
    effectiveDefinition: '赫芬达尔指数的倒数：这么多个同样大的客户，集中程度与此相同。',
    peak: '曲线最高点',
    peakText: (share, customers) => `第${customers}个客户处达${share}`,
    negativeSet: '数值为负的客户：他们抵消了别人带来的部分。',
    seeNegative: (n) => `查看${n}个负值客户`,
    keepOffer: (measure) => `想看他们抵消了多少${measure}，可把他们放到曲线上：曲线会升到100%以上。`,
    keep: '放到曲线上',
    profitOffer: '文件中有利润：利润曲线能看出谁在侵蚀利润。',
    profit: '按利润衡量',
    apartAgain: '单独列出',
    giniArea: '阴影面积是基尼系数的一半。',
    one: (p) => say`只有一个客户：${p.name}，没有${p.measure}分布可画。`,
    equal: (p) => say`全部${p.all}个客户的数值相同，排名没有意义。`,
    xAxis: '客户占比（从大到小）',
    yAxis: (measure) => `${measure}占比`,
    equality: '如果人人相等',
    balance: (customers, value) => `平衡点${customers} / ${value}`,
    handle: '要达到的价值占比',
    handleText: (percent, customers, share) => `${percent}：${customers}个客户，${share}`,
    howTo: '方向键每次移动一个百分点，按住Shift为十分之一，Page Up、Page Down为五；Home、End到两端。',
    cutLabel: '分界',
    presets: '预设',
    presetTop20: '20%的客户',
    presetBalance: '平衡点',
    seeCustomers: (n) => `查看${n}个客户`,
    setTop: (n, measure, share) => `最大的${n}个客户，合计带来${share}的${measure}。`,
    setNext: (n, left, measure, share) =>
      `最大的${left}个客户之后的${n}个客户，合计带来其余客户${share}的${measure}。`,
    setFirst: (by, n, share) =>
      by === 'margin'
        ? `利润率最高的${n}个客户，合计带来${share}的利润。`
        : `平均订单额最高的${n}个客户，合计带来${share}的收入。`,
    delta: (from, to, change, before, after) =>
      `A的分界从${from}移到${to}：${change}个客户（${before} → ${after}）`,
    figures: '集中度指标',
    topShare: (percent) => `前${percent}的客户占`,
    gini: '基尼系数',
    giniDefinition: '总体形式：所有客户相等时为0，一个客户独占时趋近1；等于曲线与对角线之间面积的两倍。',
    giniSample: '基尼系数（样本形式n/(n−1)）',
    joint: '联合比率',
    jointDefinition: '两个占比之和恰为100%的点：这么多比例的客户占有其余比例的价值。',
    hhi: '赫芬达尔指数',
    hhiDefinition: '占比平方之和：一个客户独占时为1；反垄断口径再乘以10,000。',
    largest: '最大客户占',
    without: '去掉最大的客户',
    withoutSome: (n) => `去掉最大的${n}个客户`,
    withoutText: (top20, customers, rest, cut) =>
      `前20%占${top20}，${rest}个客户中的${customers}个达到${cut}。`,
    apart: (n, _count, value) => `${n}个客户的净额为零或负（合计${value}），单独列出，不计入占比。`,
    apartSet: '净额为零或负的客户，不参与排名。',
    tied: (more, tier) => `另有${more}个客户与其中最后一个数值相同，A级一并包含，共${tier}个。`,
    benchmark: (share) =>
      `参考：前20%的客户${share ? `在此占${share}，` : ''}在快速消费品中平均约占73%，在339家其他企业中约占67%（订阅制企业59%），一年窗口内约占60%。80%并不是常态。`,
    customer: '客户',
    cumulative: '累计占比',
    shareOfCustomers: '客户占比',
    few: (n) => `只有${n}个客户，列表比曲线更说明问题。`,
  },
};
