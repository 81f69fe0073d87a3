import type { Lang } from '../i18n/lang.ts';
import type { MetricId } from '../model/metrics/types.ts';
import type { LevelName } from './grid.ts';
import { say, type Piece, type Sentence } from './say.ts';

/** Words of lenses that set value against a second number: levels, lines, the rectangle, the weights of a score. */
export interface GridWords {
  readonly levels: Readonly<Record<LevelName, string>>;
  valueLevel(level: string, tiers: string): string;
  readonly customers: string;
  shareOfValue(share: string): string;
  valueAxis(measure: string): string;
  valueLine(upper: string, lower: string): string;
  lineText(value: string, customers: string, count: number): string;
  binned(n: string): string;
  /** The rectangle: drawn with a pointer or typed. */
  readonly area: string;
  readonly areaHint: string;
  from(what: string): string;
  to(what: string): string;
  see(n: string, count: number): string;
  readonly clear: string;
  /** The customers inside, by its sides. */
  areaSet(sides: string): string;
  between(what: string, from: string, to: string): string;
  atLeast(what: string, from: string): string;
  atMost(what: string, to: string): string;
  readonly everyone: string;
  /** Weights. */
  weightHint(share: string, known: string, all: string): string;
  weightOff: string;
  missing(ways: string): string;
  groupMissing(group: string): string;
  /** Between ways to map, and between columns that are needed together. */
  readonly or: string;
  readonly and: string;
  quoted(role: string): string;
  readonly byHeader: Readonly<Partial<Record<MetricId, string>>>;
  readonly ratios: string;
  weightsSum(sum: string): string;
  coverage(share: Piece, scored: string, all: string): Sentence;
  readonly resetWeights: string;
  weightDefinition(component: string): string;
}

export const gridWords: Readonly<Record<Lang, GridWords>> = {
  en: {
    levels: { high: 'High', mid: 'Mid', low: 'Low' },
    valueLevel: (level, tiers) => `${level} value (${tiers})`,
    customers: 'customers',
    shareOfValue: (share) => `${share} of value`,
    valueAxis: (measure) => `net ${measure}`,
    valueLine: (upper, lower) => `${upper}/${lower} cut by value`,
    lineText: (value, customers, count) =>
      `${value}: ${customers} ${count === 1 ? 'customer' : 'customers'} above`,
    binned: (n) => `${n} customers, drawn as a density: darker squares hold more customers.`,
    area: 'Customers inside an area',
    areaHint: 'Draw a rectangle in the picture with the mouse, or type its sides; an empty side is open.',
    from: (what) => `${what}: from`,
    to: (what) => `${what}: to`,
    see: (n, count) => `See ${n} ${count === 1 ? 'customer' : 'customers'}`,
    clear: 'Remove the area',
    areaSet: (sides) => `Customers inside the area: ${sides}.`,
    between: (what, from, to) => `${what} from ${from} to ${to}`,
    atLeast: (what, from) => `${what} from ${from}`,
    atMost: (what, to) => `${what} up to ${to}`,
    everyone: 'All customers in the picture.',
    weightHint: (share, known, all) => `${share} of the score; known of ${known} of ${all}`,
    weightOff: 'not counted',
    missing: (ways) => `not in the files: map ${ways}`,
    groupMissing: (group) =>
      `${group}: the files have nothing for it, so it is left out and the other weights share its part.`,
    or: ', or ',
    and: ' and ',
    quoted: (role) => `“${role}”`,
    byHeader: {
      standing: 'a column of the customer list about the position in the industry',
      innovation: 'a column of the customer list about innovation',
      flags: 'a column of the customer list about compliance, licences, sanctions or complaints',
    },
    ratios: 'Only their ratios count; with all at zero the default weights are in force.',
    weightsSum: (sum) => `The weights sum to ${sum}; what the files have of them is brought to 100%.`,
    coverage: (share, scored, all) =>
      say`On average ${share} of the weights is known of a customer; ${scored} of ${all} have a score.`,
    resetWeights: 'Default weights',
    weightDefinition: (component) => `Weight of ${component}, 0 to 100.`,
  },
  'zh-Hans': {
    levels: { high: '高', mid: '中', low: '低' },
    valueLevel: (level, tiers) => `${level}价值（${tiers}）`,
    customers: '个客户',
    shareOfValue: (share) => `占价值${share}`,
    valueAxis: (measure) => `净${measure}`,
    valueLine: (upper, lower) => `价值分界${upper}/${lower}`,
    lineText: (value, customers) => `${value}：其上有${customers}个客户`,
    binned: (n) => `${n}个客户，以密度表示：颜色越深客户越多。`,
    area: '区域内的客户',
    areaHint: '用鼠标在图上拉出一个矩形，或直接填写四边；空着的一边不限。',
    from: (what) => `${what}：下限`,
    to: (what) => `${what}：上限`,
    see: (n) => `查看${n}个客户`,
    clear: '取消区域',
    areaSet: (sides) => `区域内的客户：${sides}。`,
    between: (what, from, to) => `${what}从${from}到${to}`,
    atLeast: (what, from) => `${what}不低于${from}`,
    atMost: (what, to) => `${what}不高于${to}`,
    everyone: '图中的全部客户。',
    weightHint: (share, known, all) => `占评分的${share}；${all}个客户中已知${known}个`,
    weightOff: '不计',
    missing: (ways) => `文件中没有：请指定${ways}`,
    groupMissing: (group) => `${group}：文件中没有相应数据，不计入，其权重由其他项目分担。`,
    or: '，或',
    and: '和',
    quoted: (role) => `“${role}”`,
    byHeader: {
      standing: '客户资料中说明行业地位的一列',
      innovation: '客户资料中说明创新能力的一列',
      flags: '客户资料中说明合规、证照、制裁或投诉的一列',
    },
    ratios: '只看权重之比；全部为零时使用默认权重。',
    weightsSum: (sum) => `权重合计${sum}，文件中已有的项目按比例折算为100%。`,
    coverage: (share, scored, all) =>
      say`平均每个客户已知${share}的权重；${all}个客户中有${scored}个得到评分。`,
    resetWeights: '恢复默认权重',
    weightDefinition: (component) => `“${component}”的权重，0至100。`,
  },
};
