import type { Lang } from '../../../i18n/lang.ts';
import type { Condition } from '../../../model/schemes/types.ts';

/** Words of what opens below the table of tiers. */
export interface EditorWords {
  settingsTitle: string;
  settingsText: string;
  sharesText: string;
  conventions: string;
  conventionsDefinition: string;
  ownConvention: string;
  weightSum(sum: string): string;
  toHundred: string;
  reset: string;
  textsHint: string;
  yes: string;
  no: string;
  makeOwn: string;
  makeOwnHint: string;
  ownName(title: string): string;
  copyName(title: string): string;
  rulesTitle: string;
  rulesText: string;
  schemeName: string;
  tierName: string;
  rule(place: string): string;
  rest: string;
  addRule: string;
  newTier: string;
  up(tier: string): string;
  down(tier: string): string;
  upSign: string;
  downSign: string;
  remove: string;
  removeRule(tier: string): string;
  effect(n: string, count: number): string;
  /** The change is signed; none = unchanged. */
  change(delta: string | null): string;
  shadowed(n: string): string;
  tied(n: string): string;
  near(n: string): string;
  unknown(n: string): string;
  effectCaption: string;
  tier: string;
  before: string;
  now: string;
  delta: string;
  sinceOpened: string;
  trying: string;
  nothingTried: string;
  findings: string;
  noFindings: string;
  apply: string;
  applied: string;
  discard: string;
  unsaved: string;
  duplicate: string;
  deleteOwn: string;
  exportFile: string;
  importFile: string;
  importFailed(why: string): string;
  notScheme: string;
  newerVersion: string;
  damaged(at: string): string;
  unreadable: string;
  fileTitle: string;
  kind: string;
  kinds: Readonly<Record<Condition['kind'], string>>;
  quantity: string;
  scores: string;
  metrics: string;
  cut: string;
  crossing: string;
  crossings: Readonly<Record<'better' | 'worse', string>>;
  count: string;
  percent: string;
  rounding: string;
  roundings: Readonly<Record<'up' | 'down', string>>;
  percentile: string;
  point: string;
  points: Readonly<Record<'pareto' | 'submarginal', string>>;
  comparison: string;
  comparisons: Readonly<Record<'gte' | 'gt' | 'lte' | 'lt' | 'eq', string>>;
  threshold: string;
  thresholdPercent: string;
  thresholdKind: string;
  thresholdNumber: string;
  thresholdSilence: string;
  column: string;
  values: string;
  valuesHint: string;
  addPart: string;
  removePart: string;
  part(place: string): string;
  readOnly: string;
  whyTitle: string;
  whyText: string;
  search: string;
  searchHint: string;
  found(n: string, count: number): string;
  foundNone: string;
  choose(customer: string): string;
  openCustomer: string;
  overrideTitle: string;
  overrideText: string;
  overrideShares: string;
  overrideTier: string;
  overrideReason: string;
  overrideNeedsReason: string;
  overrideSet: string;
  overrideTake: string;
  overridden: string;
  overriddenLine(customer: string, tier: string, reason: string): string;
  takeBack(customer: string): string;
}

export const editorWords: Readonly<Record<Lang, EditorWords>> = {
  en: {
    settingsTitle: 'Settings of this scheme',
    settingsText: 'A change acts at once, everywhere; undo takes it back.',
    sharesText: 'The cuts above and the handle on the curve are the settings of this scheme.',
    conventions: 'Convention',
    conventionsDefinition: 'Settings that are in use under a name; choosing one sets all of them.',
    ownConvention: 'own',
    weightSum: (sum) => `The weights sum to ${sum}; only their proportions count.`,
    toHundred: 'Make them sum to 100',
    reset: 'Back to the source’s rule',
    textsHint: 'Several values apart by commas.',
    yes: 'yes',
    no: 'no',
    makeOwn: 'Make it my own',
    makeOwnHint: 'Copies the rules into a scheme of your own, in which every rule can be changed.',
    ownName: (title) => `${title}, own rules`,
    copyName: (title) => `${title}, copy`,
    rulesTitle: 'Rules',
    rulesText:
      'From top to bottom: the first rule that holds gives the tier, and the last tier takes whoever is left. Nothing changes in the notebook until you apply.',
    schemeName: 'Name of the scheme',
    tierName: 'Name of the tier',
    rule: (place) => `Rule ${place}`,
    rest: 'Whoever is left',
    addRule: 'Add a rule',
    newTier: 'New tier',
    up: (tier) => `Move ${tier} up`,
    down: (tier) => `Move ${tier} down`,
    upSign: '↑',
    downSign: '↓',
    remove: 'Remove',
    removeRule: (tier) => `Remove ${tier}`,
    effect: (n, count) => `${n} ${count === 1 ? 'customer' : 'customers'}`,
    change: (delta) => (delta === null ? 'unchanged' : `${delta} against now`),
    shadowed: (n) => `${n} more fit this rule but were taken by an earlier one`,
    tied: (n) => `${n} are in by a tie`,
    near: (n) => `${n} within one point of the rule`,
    unknown: (n) => `${n} not known`,
    effectCaption: 'Customers of each tier when the rules were opened, and now',
    tier: 'Tier',
    before: 'When opened',
    now: 'Now',
    delta: 'Change',
    sinceOpened: 'Since you opened the rules',
    trying: 'Trying the rules …',
    nothingTried: 'The effect is shown as soon as the rules have been tried.',
    findings: 'Worth a look',
    noFindings: 'No rule is empty, hidden by another, or out of order.',
    apply: 'Apply',
    applied: 'The rules are applied.',
    discard: 'Discard changes',
    unsaved: 'Not applied yet',
    duplicate: 'Duplicate',
    deleteOwn: 'Delete this scheme',
    exportFile: 'Save as a file',
    importFile: 'Open a scheme from a file',
    importFailed: (why) => `The file was not taken over: ${why}`,
    notScheme: 'it holds no tier scheme.',
    newerVersion: 'it was made by another version.',
    damaged: (at) => `a value is not allowed at “${at}”.`,
    unreadable: 'it is not valid JSON.',
    fileTitle: 'This scheme',
    kind: 'Condition',
    kinds: {
      share: 'cumulative share, from the largest on',
      top_share: 'best share of customers',
      top_count: 'best number of customers',
      percentile: 'percentile rank',
      number: 'a number compared',
      text: 'a text',
      computed: 'computed cut of the curve',
      all: 'all of several',
      any: 'any of several',
    },
    quantity: 'Of',
    scores: 'Scores of this scheme',
    metrics: 'Metrics',
    cut: 'Cut, %',
    crossing: 'Who crosses it',
    crossings: { better: 'is inside', worse: 'is outside' },
    count: 'Customers',
    percent: '% of customers',
    rounding: 'Rounded',
    roundings: { up: 'up', down: 'down' },
    percentile: 'Percentile, at least',
    point: 'Point',
    points: { pareto: 'nearest to the ideal point', submarginal: 'submarginal point' },
    comparison: 'Comparison',
    comparisons: { gte: 'at least', gt: 'more than', lte: 'at most', lt: 'less than', eq: 'exactly' },
    threshold: 'Number',
    thresholdPercent: 'Number, %',
    thresholdKind: 'Compared with',
    thresholdNumber: 'a number',
    thresholdSilence: 'the silence rule in force',
    column: 'Column',
    values: 'Texts',
    valuesHint: 'One of these, apart by commas; blanks, case and traditional forms aside.',
    addPart: 'Add a condition',
    removePart: 'Remove this condition',
    part: (place) => `Condition ${place}`,
    readOnly: 'This condition is nested too deep to be changed here:',
    whyTitle: 'Why is a customer in this tier?',
    whyText: 'Type a name or an id.',
    search: 'Customer',
    searchHint: 'Name or id',
    found: (n, count) => `${n} ${count === 1 ? 'customer' : 'customers'} found`,
    foundNone: 'No customer found.',
    choose: (customer) => `Why is ${customer} in this tier?`,
    openCustomer: 'Open the customer’s page',
    overrideTitle: 'Put this customer into a tier by hand',
    overrideText:
      'The tier set by hand counts before every rule, in this scheme only, and is never part of a link.',
    overrideShares:
      'Tiers by cumulative share are runs of the ranking, so nobody can be moved by hand in them. Make the scheme your own to do so.',
    overrideTier: 'Tier',
    overrideReason: 'Reason (required)',
    overrideNeedsReason: 'Write the reason first.',
    overrideSet: 'Set by hand',
    overrideTake: 'Back to the rules',
    overridden: 'Set by hand in this scheme',
    overriddenLine: (customer, tier, reason) => `${customer}: ${tier}, “${reason}”`,
    takeBack: (customer) => `Back to the rules: ${customer}`,
  },
  'zh-Hans': {
    settingsTitle: '此方法的设置',
    settingsText: '改动立即在整个页面生效，可以撤销。',
    sharesText: '上方的分界与曲线上的滑块就是此方法的设置。',
    conventions: '惯例',
    conventionsDefinition: '有固定名称的一组设置；选择其一即全部设定。',
    ownConvention: '自定',
    weightSum: (sum) => `权重合计${sum}；只看比例。`,
    toHundred: '调整为合计100',
    reset: '恢复出处中的规则',
    textsHint: '多个取值用逗号分开。',
    yes: '是',
    no: '否',
    makeOwn: '复制为自己的方法',
    makeOwnHint: '把规则复制成自己的方法，其中每条规则都可以修改。',
    ownName: (title) => `${title}（自定）`,
    copyName: (title) => `${title}（副本）`,
    rulesTitle: '规则',
    rulesText: '自上而下：第一条成立的规则决定等级，最后一级收下其余客户。点“应用”之前，页面不会变化。',
    schemeName: '方法名称',
    tierName: '等级名称',
    rule: (place) => `规则${place}`,
    rest: '其余客户',
    addRule: '添加规则',
    newTier: '新等级',
    up: (tier) => `上移${tier}`,
    down: (tier) => `下移${tier}`,
    upSign: '↑',
    downSign: '↓',
    remove: '删除',
    removeRule: (tier) => `删除${tier}`,
    effect: (n) => `${n}个客户`,
    change: (delta) => (delta === null ? '不变' : `与现在相比${delta}`),
    shadowed: (n) => `另有${n}个符合，但已归入前面的规则`,
    tied: (n) => `${n}个因并列而入`,
    near: (n) => `${n}个距规则不到一个点`,
    unknown: (n) => `${n}个未知`,
    effectCaption: '各级客户数：打开规则时与现在',
    tier: '等级',
    before: '打开时',
    now: '现在',
    delta: '变化',
    sinceOpened: '打开规则以来的变化',
    trying: '正在试算……',
    nothingTried: '试算完成后显示结果。',
    findings: '值得留意',
    noFindings: '没有空的、被遮住的或次序颠倒的规则。',
    apply: '应用',
    applied: '规则已应用。',
    discard: '放弃改动',
    unsaved: '尚未应用',
    duplicate: '复制一份',
    deleteOwn: '删除此方法',
    exportFile: '保存为文件',
    importFile: '从文件打开方法',
    importFailed: (why) => `未能采用该文件：${why}`,
    notScheme: '其中没有分级方法。',
    newerVersion: '由其他版本生成。',
    damaged: (at) => `“${at}”处的值不被允许。`,
    unreadable: '文件内容无法读取。',
    fileTitle: '此方法',
    kind: '条件',
    kinds: {
      share: '从最大的起累计占比',
      top_share: '前百分之几的客户',
      top_count: '前几名客户',
      percentile: '百分位',
      number: '数值比较',
      text: '文本',
      computed: '由曲线算出的分界',
      all: '同时满足多项',
      any: '满足任一项',
    },
    quantity: '指标',
    scores: '此方法的得分',
    metrics: '指标',
    cut: '分界（%）',
    crossing: '跨线的客户',
    crossings: { better: '算在内', worse: '不算' },
    count: '客户数',
    percent: '占客户的百分比',
    rounding: '取整',
    roundings: { up: '向上', down: '向下' },
    percentile: '百分位不低于',
    point: '位置',
    points: { pareto: '离理想点最近处', submarginal: '次边际点' },
    comparison: '比较',
    comparisons: { gte: '不小于', gt: '大于', lte: '不大于', lt: '小于', eq: '等于' },
    threshold: '数值',
    thresholdPercent: '数值（%）',
    thresholdKind: '比较对象',
    thresholdNumber: '数值',
    thresholdSilence: '现行的沉默规则',
    column: '列',
    values: '取值',
    valuesHint: '其中之一即可，用逗号分开；不计空格、大小写和繁简。',
    addPart: '添加条件',
    removePart: '删除此条件',
    part: (place) => `条件${place}`,
    readOnly: '此条件嵌套过深，不能在这里修改：',
    whyTitle: '某个客户为什么是这一级？',
    whyText: '请输入名称或编号。',
    search: '客户',
    searchHint: '名称或编号',
    found: (n) => `找到${n}个客户`,
    foundNone: '没有找到客户。',
    choose: (customer) => `${customer}为什么是这一级？`,
    openCustomer: '打开客户页面',
    overrideTitle: '人工指定该客户的等级',
    overrideText: '人工指定的等级优先于所有规则，只在此方法内有效，且不会写入链接。',
    overrideShares: '按累计占比的等级是排名中的连续区段，不能人工移动其中的客户；请先复制为自己的方法。',
    overrideTier: '等级',
    overrideReason: '理由（必填）',
    overrideNeedsReason: '请先填写理由。',
    overrideSet: '人工指定',
    overrideTake: '恢复按规则',
    overridden: '此方法中人工指定的客户',
    overriddenLine: (customer, tier, reason) => `${customer}：${tier}，“${reason}”`,
    takeBack: (customer) => `恢复按规则：${customer}`,
  },
};
