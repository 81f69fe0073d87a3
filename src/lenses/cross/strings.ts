import type { Lang } from '../../i18n/lang.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';

export interface Words extends LensWords {
  finding(parts: { customers: Piece; one: boolean; row: string; column: string; share: string | null; measure: string }): Sentence;
  agree(parts: { all: string; count: number; first: string; second: string }): Sentence;
  /** Everybody stands where one of the schemes does not judge. */
  nothingToCompare(first: string, second: string): Sentence;
  caption(first: string, second: string): string;
  total: string;
  unplaced: string;
  first: string;
  second: string;
  schemeDefinition: string;
  pair: string;
  share: string;
  shareDefinition: string;
  shares: Readonly<Record<'all' | 'row' | 'column', string>>;
  of: string;
  ofDefinition: string;
  ofCustomers: string;
  /** What the percentage in the cells is: "share of the row, in revenue". */
  legend(share: string, of: string): string;
  cell(row: string, column: string, n: string, count: number, value: string): string;
  whole(tier: string, n: string, count: number): string;
  set(row: string, column: string): string;
  setOne(scheme: string, tier: string): string;
  setAll: string;
  outside(n: string, count: number, tier: string, scheme: string): string;
  missing(scheme: string, columns: string): string;
} // prettier-ignore

/** A letter needs a noun in Chinese; a name stands for itself. */
const letter = (name: string): boolean => /^[A-Z]$/.test(name);
const tier = (name: string): string => (letter(name) ? `${name}类` : name);
const people = (name: string): string => (letter(name) ? `${name}类客户` : name);

export const strings: Record<Lang, Words> = {
  en: {
    title: 'Two schemes crossed',
    question: () => 'Do two ways of tiering see the same customers?',
    reasons: {
      no_customers: 'No row with a customer is in scope. Widen the period, or map a customer column.',
      nobody_placed: 'Neither of the two schemes places any customer under these settings.',
    },
    finding: (p) =>
      say`${p.customers} ${p.row} ${p.one ? 'customer is' : 'customers are'} ${p.column}${p.share === null ? '' : `: ${p.share} of ${p.measure}`}, the largest group that the two schemes place differently.`,
    agree: (p) =>
      say`The two schemes place nobody differently: ${p.all} ${p.count === 1 ? 'customer has' : 'customers have'} the same place by “${p.first}” and by “${p.second}”.`,
    nothingToCompare: (first, second) =>
      say`Nobody is judged by both “${first}” and “${second}”, so there is nothing to compare.`,
    caption: (first, second) => `Customers and value by “${first}” (rows) and “${second}” (columns)`,
    total: 'Total',
    unplaced: 'not placed',
    first: 'Rows',
    second: 'Columns',
    schemeDefinition:
      'A way of putting customers into tiers. Every customer stands in the row of the one scheme and the column of the other.',
    pair: 'ABC by XYZ',
    share: 'Percentages of',
    shareDefinition: 'What 100% is: everything, the row that a cell stands in, or its column.',
    shares: { all: 'everything', row: 'the row', column: 'the column' },
    of: 'Percentages in',
    ofDefinition: 'Whether the percentages count the value or the customers.',
    ofCustomers: 'customers',
    legend: (share, of) =>
      `In each cell: customers, their value, and its share of ${share} in ${of}. The shading follows the share.`,
    cell: (row, column, n, count, value) =>
      `${row} and ${column}: ${n} ${count === 1 ? 'customer' : 'customers'}, ${value}`,
    whole: (name, n, count) => `${name}: see ${n} ${count === 1 ? 'customer' : 'customers'}`,
    set: (row, column) => `Customers who are ${row} and ${column} at once.`,
    setOne: (scheme, name) => `Customers who are ${name} by “${scheme}”.`,
    setAll: 'All customers whom at least one of the two schemes places.',
    outside: (n, count, name, scheme) =>
      `${n} ${count === 1 ? 'customer is' : 'customers are'} “${name}” by “${scheme}”: not judged, so not part of the finding.`,
    missing: (scheme, columns) => `“${scheme}” looks at what the files do not have: ${columns}.`,
  },
  'zh-Hans': {
    title: '两种分级的交叉',
    question: () => '两种分级看到的是同一批客户吗？',
    reasons: {
      no_customers: '当前范围内没有带客户的行。请放宽时间段，或指定客户列。',
      nobody_placed: '在当前设置下，这两种分级都没有可分的客户。',
    },
    finding: (p) =>
      say`${people(p.row)}中有${p.customers}个属于${tier(p.column)}${p.share === null ? '' : `，占${p.measure}的${p.share}`}，是两种分级不一致的最大一组。`,
    agree: (p) => say`两种分级看法一致：${p.all}个客户在“${p.first}”与“${p.second}”中的位置相同。`,
    nothingToCompare: (first, second) => say`没有客户同时被“${first}”与“${second}”评定，因此无从比较。`,
    caption: (first, second) => `按“${first}”（行）与“${second}”（列）的客户数和价值`,
    total: '合计',
    unplaced: '未分级',
    first: '行',
    second: '列',
    schemeDefinition: '把客户分成等级的一种方法。每个客户按一种方法归入一行，按另一种归入一列。',
    pair: 'ABC与XYZ',
    share: '百分比的基数',
    shareDefinition: '以什么为100%：全部、所在的行，或所在的列。',
    shares: { all: '全部', row: '所在行', column: '所在列' },
    of: '百分比按',
    ofDefinition: '百分比计算的是价值还是客户数。',
    ofCustomers: '客户数',
    legend: (share, of) => `每格依次为：客户数、价值，以及按${of}占${share}的比例。底色随比例加深。`,
    cell: (row, column, n, _count, value) => `${tier(row)}且${tier(column)}：${n}个客户，${value}`,
    whole: (name, n) => `${tier(name)}：查看${n}个客户`,
    set: (row, column) => `同时属于${tier(row)}和${tier(column)}的客户。`,
    setOne: (scheme, name) => `按“${scheme}”属于${tier(name)}的客户。`,
    setAll: '两种分级中至少有一种能归类的全部客户。',
    outside: (n, _count, name, scheme) =>
      `按“${scheme}”，有${n}个客户为“${name}”：未作评定，不计入上述结论。`,
    missing: (scheme, columns) => `“${scheme}”所需的列文件中没有：${columns}。`,
  },
};
