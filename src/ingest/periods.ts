import { dayOf, type Day } from '../base/day.ts';

export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'day';

/** What the header of a period column says. */
export interface PeriodHeader {
  readonly kind: PeriodKind;
  /** null where the header names only a part of a year: 1月, Q2, March. */
  readonly year: number | null;
  /** Month in which the period begins, 1 to 12. */
  readonly month: number;
  /** Day of that month; 1 but for kind `day`. */
  readonly day: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const numeral = '(十[一二]?|[一二三四五六七八九])';
const year4 = '((?:19|20)\\d\\d)';
/** A blank or mark between the parts, or nothing. */
const gap = "[\\s_./'-]*";

/** Words for money that stand beside the period: 2023年销售额, Sales Jan 2024. Other words make it another measure. */
const money =
  /销售额|销售金额|销售收入|销售|消费金额|消费额|消费|采购额|采购金额|订货额|成交额|成交金额|营业额|营业收入|回款额|业绩|收入|实付|金额|总额|\b(?:sum of|net|gross|total|sales|revenue|amount|amt|spend|spending|turnover|value|gmv|purchases|billings)\b/g;
const traditional: Readonly<Record<string, string>> = { 銷: '销', 額: '额', 費: '费', 購: '购', 訂: '订', 貨: '货', 營: '营', 業: '业', 績: '绩', 實: '实', 總: '总', 萬: '万' }; // prettier-ignore
/** Units and marks of actual figures in brackets; others (budget, rank) make it another measure. */
const bracketed =
  /[([【]\s*(?:元|千元|万元|百万元?|亿元?|人民币|rmb|cny|usd|eur|gbp|hkd|twd|ntd|jpy|\$|¥|€|£|k|m|实际|实绩|actuals?|不?含税|年|月|销售额|金额)[\s)\]】]*[)\]】]/g;

type Rule = readonly [RegExp, (...groups: string[]) => PeriodHeader | null];

const at = (kind: PeriodKind, year: number | null, month = 1, day = 1): PeriodHeader | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { kind, year, month, day } : null;
/** Two digits name a year from 1970 to 2069. */
const full = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);
const named = (name: string): number => months.indexOf(name.slice(0, 3)) + 1;
const counted = (text: string): number => (/^\d/.test(text) ? Number(text) : numerals.indexOf(text) + 1);
const quarter = (text: string): number => 3 * counted(text) - 2;
const half = (text: string): number => (text === '1' || text === '上' ? 1 : 7);
const rule = (source: string, read: Rule[1]): Rule => [new RegExp(`^${source}$`), read];

const ordinal = `(?:第${gap})?([1-4一二三四])`;
const rules: readonly Rule[] = [
  rule(`(?:fy|cy|y|年)?${gap}${year4}(?:年度?|财年|fy|e|a)?`, (y) => at('year', full(y))),
  rule(`fy${gap}(\\d\\d)`, (y) => at('year', full(y))),
  // 2023-04 is April, 2023-24 the season that begins in 2023.
  rule(`(?:fy)?${gap}${year4}[/-]((?:19|20)?\\d\\d)`, (y, next) =>
    Number(next) % 100 === (Number(y) + 1) % 100 && !/^(?:0[1-9]|1[0-2])$/.test(next)
      ? at('year', full(y))
      : null,
  ),
  rule(`${year4}[-/._年\\s]\\s*(\\d{1,2})月?(?:份)?`, (y, m) => at('month', full(y), Number(m))),
  rule(`(\\d\\d)年(\\d{1,2})月(?:份)?`, (y, m) => at('month', full(y), Number(m))),
  rule(`${year4}(0[1-9]|1[0-2])`, (y, m) => at('month', full(y), Number(m))),
  rule(`(0?[1-9]|1[0-2])[/-]${year4}`, (m, y) => at('month', full(y), Number(m))),
  rule(`${year4}年?${gap}m(\\d{1,2})`, (y, m) => at('month', full(y), Number(m))),
  rule(`${year4}年${numeral}月(?:份)?`, (y, m) => at('month', full(y), counted(m))),
  rule(`${monthName}${gap}${year4}`, (m, y) => at('month', full(y), named(m))),
  rule(`${monthName}[\\s_./'-]+(\\d\\d)`, (m, y) => at('month', full(y), named(m))),
  rule(`(?:fy)?${year4}${gap}${monthName}`, (y, m) => at('month', full(y), named(m))),
  rule(`(\\d\\d)-${monthName}`, (y, m) => at('month', full(y), named(m))),
  rule(`${year4}[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ t][\\d:.]+)?`, (y, m, d) =>
    // A spreadsheet gives a month as the date of its first day.
    at(Number(d) === 1 ? 'month' : 'day', full(y), Number(m), Number(d)),
  ),
  rule(`(?:fy)?((?:19|20)?\\d\\d)年?${gap}q([1-4])`, (y, q) => at('quarter', full(y), quarter(q))),
  rule(`q([1-4])${gap}(?:fy)?${gap}((?:19|20)?\\d\\d)`, (q, y) => at('quarter', full(y), quarter(q))),
  rule(`([1-4])q${gap}(?:fy)?((?:19|20)?\\d\\d)`, (q, y) => at('quarter', full(y), quarter(q))),
  rule(`${year4}年?${gap}${ordinal}季度?`, (y, q) => at('quarter', full(y), quarter(q))),
  rule(`(?:fy)?((?:19|20)?\\d\\d)年?${gap}h([12])`, (y, h) => at('half', full(y), half(h))),
  rule(`h([12])${gap}(?:fy)?${gap}((?:19|20)?\\d\\d)`, (h, y) => at('half', full(y), half(h))),
  rule(`${year4}年?${gap}([上下])半年`, (y, h) => at('half', full(y), half(h))),
  rule(`(\\d{1,2})月(?:份)?`, (m) => at('month', null, Number(m))),
  rule(`${numeral}月(?:份)?`, (m) => at('month', null, counted(m))),
  rule(monthName, (m) => at('month', null, named(m))),
  rule(`q([1-4])`, (q) => at('quarter', null, quarter(q))),
  rule(`([1-4])q`, (q) => at('quarter', null, quarter(q))),
  rule(`${ordinal}季度`, (q) => at('quarter', null, quarter(q))),
  rule(`第([1-4一二三四])季`, (q) => at('quarter', null, quarter(q))),
  rule(`h([12])`, (h) => at('half', null, half(h))),
  rule(`([上下])半年`, (h) => at('half', null, half(h))),
];

/** What period a header names, alone or beside a word for money; null when it names none. */
export function periodHeader(header: string): PeriodHeader | null {
  const text = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[銷額費購訂貨營業績實總萬]/g, (char) => traditional[char] ?? char)
    .replace(bracketed, ' ')
    .replace(/_/g, ' ')
    .replace(money, ' ')
    .replace(/^[\s:|./-]+|[\s:|./-]+$/g, '')
    .replace(/\s+/g, ' ');
  for (const [pattern, read] of rules) {
    const match = pattern.exec(text);
    const period = match && read(...match.slice(1));
    if (period) return period;
  }
  return null;
}

/**
 * First day of the year, half, quarter or month that a column's header names (a financial year counts as the calendar
 * year of its number). `year` is used where the header names none (1月 … 12月); null when no day follows.
 */
export function periodOf(header: string, year: number | null = null): { readonly from: Day } | null {
  const period = periodHeader(header);
  const of = period?.year ?? year;
  if (!period || of === null) return null;
  return { from: dayOf(of, period.month, period.day) };
}

/** The one year that a title or file name speaks of (2024年销售明细.csv); null when it is none or several. */
export function yearIn(text: string): number | null {
  const years = new Set(text.normalize('NFKC').match(/(?<!\d)(?:19|20)\d\d(?!\d)/g));
  return years.size === 1 ? Number([...years][0]) : null;
}
