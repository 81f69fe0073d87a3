import { say, type Sentence } from '../say.ts';
import type { Words } from './words.ts';

const inTier = (n: Sentence[number], tier: string): Sentence =>
  tier.length <= 1 ? say`${n}个${tier}类客户` : say`${n}个“${tier}”客户`;

const series = (parts: readonly Sentence[]): Sentence =>
  parts.flatMap((part, i): Sentence => (i === 0 ? part : ['，', ...part]));

export const zhHans: Words = {
  title: '等级迁移',
  question: () => '两个时期之间，谁升级、谁降级、谁不再购买？',
  reasons: {
    no_dates: '比较两个时期的等级需要日期列：请修正导入。',
    no_customers: '当前范围内没有带客户的行。请放宽时间段，或指定客户列。',
    one_period: '范围内的数据只有一天，只有一个时期，无从比较。',
    nobody_placed: '其中一个时期的总额为零或负，方案无法划分任何客户。',
    nobody_in_periods: '在所比较的时期结束之前，没有任何客户有记录。',
  },
  insight: (s) => {
    const parts: Sentence[] = [
      say`${s.stayed}个在${s.to}保持不变${s.share === null ? '' : `（${s.share}）`}`,
    ];
    if (s.rose) parts.push(say`${s.rose}个升级`);
    if (s.fell) parts.push(say`${s.fell}个降级`);
    if (s.negative) parts.push(say`${s.negative}个净额为零或负`);
    if (s.none) parts.push(say`${s.none}个没有下单`);
    const gone = s.gone
      ? say`；这${s.gone.customers}个客户在${s.from}的${s.measure}为${s.gone.value}`
      : [];
    return say`${s.from}的${inTier(s.all, s.tier)}中，${series(parts)}${gone}。`;
  },
  nobodyBefore: (from, to, joined) => say`${from}没有任何客户有等级；${to}有${joined}个客户有等级。`,
  keptRule: (from) => `所有时期都按${from}的分界值划分。`,
  recomputedRule: '每个时期各按自己的分界划分，因此有人升必有人降。',
  states: { net_nonpositive: '净额为零或负', none: '无订单', new: '新客户' },
  notYet: '尚未成为客户',
  periods: (list) => `时期：${list}。`,
  incomplete: '数据未完整覆盖',
  leftOut: (list) => `因数据未完整覆盖而不参与比较：${list}。`,
  replaced: '数据中所选的时期不足两个，因此改比其他时期。',
  overlap: '各时期有重叠的日期，或未按时间先后排列。',
  unequal: '各时期长短不一，价值和指数只能粗略比较。',
  missing: '方案用到了文件中没有的数据，相关规则对任何客户都不成立。',
  undated: (n) => `${n}个客户没有带日期的行，不属于任何时期。`,
  heldBack: (held, found, periods) => `连续${periods}个时期才改变等级：${found}次等级变化中有${held}次未计入。`,
  undrawn: (n) => `图中未画出：相邻两个时期都无订单的${n}。`,
  rule: (scheme) => `方案：${scheme}。`,
  flowTitle: '流向',
  flowHelp: '用制表键进入图形；方向键在各流向之间移动，行首、行尾键到第一条和最后一条，回车键打开客户。',
  tableTitle: (from, to) => `从${from}到${to}`,
  caption: (from, to) => `按${from}（行）和${to}（列）的状态统计客户`,
  corner: '起始',
  all: '合计',
  customers: (n) => `${n}个客户`,
  byCustomers: '显示客户数',
  byValue: '显示价值',
  showFlows: '显示流向图',
  hideFlows: '隐藏流向图',
  flow: (from, to, customers, share) =>
    `“${from}”到“${to}”：${customers}${share === null ? '' : `，占“${from}”的${share}`}`,
  moved: (from, to) => `之前价值${from}，之后${to}`,
  also: '；',
  flowSet: (from, to, first, second) => `${first}为“${from}”、${second}为“${to}”的客户。`,
  fromSet: (from, first, second) => `${first}为“${from}”的客户（与${second}相比）。`,
  toSet: (to, first, second) => `${second}为“${to}”的客户（与${first}相比）。`,
  allSet: (first, second) => `在${second}结束之前有记录的客户（与${first}相比）。`,
  upSet: (first, second) => `从${first}到${second}升级的客户。`,
  downSet: (first, second) => `从${first}到${second}降级的客户。`,
  staySet: (first, second) => `${first}和${second}等级相同的客户。`,
  leftSet: (to, first, second) => `${first}有等级、${second}为“${to}”的客户。`,
  joinedSet: (first, second) => `${second}有等级、第一行出现在${first}结束之后的客户。`,
  returnedSet: (first, second) => `${second}有等级、${first}没有等级但当时已有记录的客户。`,
  summary: {
    stayed: { label: '等级不变', definition: '两个时期等级相同的客户；比例以第一个时期有等级的客户为分母。' },
    up: { label: '升级', definition: '第二个时期等级更高的客户；比例以第一个时期有等级的客户为分母。' },
    down: { label: '降级', definition: '第二个时期等级更低的客户，不含已没有等级的；比例以第一个时期有等级的客户为分母。' },
    lost: { label: '没有下单', definition: '第一个时期有等级、第二个时期没有任何行的客户。' },
    negative: { label: '降至净额为零或负', definition: '第一个时期有等级、第二个时期退货不少于订单的客户。' },
    joined: { label: '新客户', definition: '第二个时期有等级，且第一行出现在第一个时期结束之后的客户。' },
    returned: { label: '回来的客户', definition: '第二个时期有等级，第一个时期没有订单或净额为零或负，但在其结束之前已有记录的客户。' },
    ratio: { label: '升级与降级之比', definition: '每有一个客户降级，有多少个客户升级。' },
    retained: { label: '留存价值', definition: '第一个时期有等级的客户在第二个时期带来的价值（不论届时等级）；比例以他们第一个时期的价值为分母。' },
    shorrocks: { label: '流动指数', definition: '（状态数 − 各状态留下比例之和）÷（状态数 − 1），状态为各等级加一个“没有等级”：净额为零或负、无订单、新客户合为一个。0表示无人移动，1表示原来的等级毫无预示。没有人出发的状态不计。时期长短不同不可比（肖罗克斯，1978年）。' },
  },
  valueMoved: (from, to) => `之前${from}，之后${to}`,
  retainedText: (from, to, share) => `${from}中的${to}（${share}）`,
  settings: {
    scheme: { label: '等级方案', definition: '比较哪个方案的等级；默认为本笔记当前使用的方案。' },
    cuts: { label: '分界', definition: '沿用：后面的时期也按第一个时期达到该等级所需的数值划分。重算：每个时期各有分界，升降必然相抵。' },
    unit: { label: '时期', definition: '默认取数据中有足够多完整时期的最长单位（年、半年、季度、月），否则取等长的天数。季节指各年相同的三个月。' },
    count: { label: '个数', definition: '比较数据中最后几个时期。' },
    season: { label: '季节起始月', definition: '季节为这个月及其后两个月。' },
    days: { label: '每个时期的天数', definition: '从最后一天往前，每个时期这么多天；留空则把现有天数等分。' },
    partial: { label: '不完整的时期', definition: '数据晚于首日开始或早于末日结束的时期为不完整；节假日可缺至多三天且不超过百分之三。不完整的时期会低估客户的价值。' },
    after: { label: '等级何时改变', definition: '经过若干时期：客户保持原等级，直到连续这么多个时期都更高或都更低，再取其中最接近原等级的一个。所需时期数比这个数多一个。' },
    pair: { label: '表格比较', definition: '表格、文字和数字比较其中哪两个时期。' },
    from: { label: '首日', definition: '用自己选的日期代替日历时期。哪些行计入仍受笔记时间段限制。' },
    to: { label: '末日', definition: '用自己选的日期代替日历时期；当天计入。' },
  },
  active: (scheme) => `当前使用的方案（${scheme}）`,
  options: {
    cuts: { keep: '沿用第一个时期', recompute: '每个时期重算' },
    unit: { auto: '自动', year: '年', half: '半年', quarter: '季度', month: '月', season: '相同季节', rolling: '等长天数' },
    partial: { exclude: '不参与比较', mark: '参与比较并标明' },
    after: { 1: '立即', 2: '连续2个时期后', 3: '连续3个时期后' },
  },
  pair: (from, to) => `${from}与${to}`,
  fromOf: (period) => `时期${period}的首日`,
  toOf: (period) => `时期${period}的末日`,
  autoUnit: (unit) => `自动（${unit}）`,
  backToCalendar: '恢复日历时期',
  ownTitle: '自选日期',
}; // prettier-ignore
