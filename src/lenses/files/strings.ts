import type { Lang } from '../../i18n/lang.ts';
import type { Shape } from '../../ingest/types.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';

export interface Words extends LensWords {
  together(parts: { tables: Piece; one: boolean; used: string; all: string }): Sentence;
  covers(parts: {
    kind: string;
    matched: Piece;
    customers: string;
    share: string;
    unmatched: Piece | null;
    one: boolean;
  }): Sentence;
  merges(ids: Piece, customers: Piece): Sentence;
  /** Sentences one after the other. */
  join(before: Sentence, next: Sentence): Sentence;
  /** Inside a sentence: the customer list covers … */
  readonly kinds: Readonly<Record<Shape, string>>;
  /** As a heading of a row. */
  readonly kindNames: Readonly<Record<Shape, string>>;
  caption: string;
  file: string;
  kind: string;
  used: string;
  setAside: string;
  other: string;
  matched: string;
  unmatched: string;
  without: string;
  openMatched(n: string, file: string): string;
  openWithout(n: string, file: string): string;
  examples(ids: string): string;
  conflictsTitle: string;
  conflict(name: string, n: string, one: boolean): string;
  conflictsRule: string;
}

export const strings: Record<Lang, Words> = {
  en: {
    title: 'Files',
    question: () => 'How do the files fit together?',
    reasons: {
      one_file:
        'One file with sales is open. Drop a customer list, a survey, a contact log or another platform’s orders besides it on the import page to join them.',
    },
    together: (p) => say`${p.tables} ${p.one ? 'table' : 'tables'}, ${p.used} of ${p.all} rows used.`,
    covers: (p) =>
      say`The ${p.kind} covers ${p.matched} of ${p.customers} customers with sales (${p.share})${p.unmatched ? say`; ${p.unmatched} of its customers ${p.one ? 'has' : 'have'} none` : ''}.`,
    merges: (ids, customers) => say`${ids} ids were merged into ${customers} customers.`,
    join: (before, next) => say`${before} ${next}`,
    kinds: {
      lines: 'order file',
      customers: 'list of amounts per customer',
      periods: 'table of periods',
      profile: 'customer list',
      survey: 'survey',
      contacts: 'contact log',
      tickets: 'ticket log',
      receivables: 'list of receivables',
      exposures: 'campaign list',
    },
    kindNames: {
      lines: 'Orders',
      customers: 'Amount per customer',
      periods: 'Amounts per period',
      profile: 'Customer list',
      survey: 'Survey',
      contacts: 'Contacts',
      tickets: 'Tickets',
      receivables: 'Receivables',
      exposures: 'Campaign',
    },
    caption: 'Rows of each file, and how its customers match those with sales',
    file: 'File',
    kind: 'Kind',
    used: 'Rows used',
    setAside: 'Set aside',
    other: 'Other records',
    matched: 'Customers with sales in it',
    unmatched: 'Its customers without sales',
    without: 'Customers with sales not in it',
    openMatched: (n, file) => `${n} customers with sales have a row in ${file}.`,
    openWithout: (n, file) => `${n} customers with sales have no row in ${file}.`,
    examples: (ids) => `for example ${ids}`,
    conflictsTitle: 'Attributes that disagree',
    conflict: (name, n, one) =>
      `${name}: ${n} ${one ? 'customer has' : 'customers have'} more than one value`,
    conflictsRule: 'The latest value that is not blank counts.',
  },
  'zh-Hans': {
    title: '文件',
    question: () => '这些文件如何对应？',
    reasons: {
      one_file:
        '目前只打开了一份销售文件。在导入页再加入客户名单、问卷、联系记录或其他平台的订单，即可关联。',
    },
    together: (p) => say`共${p.tables}张表，${p.all}行中使用了${p.used}行。`,
    covers: (p) =>
      say`${p.kind}覆盖有销售的${p.customers}个客户中的${p.matched}个（${p.share}）${p.unmatched ? say`；其中有${p.unmatched}个客户没有销售` : ''}。`,
    merges: (ids, customers) => say`${ids}个编号合并为${customers}个客户。`,
    join: (before, next) => say`${before}${next}`,
    kinds: {
      lines: '订单文件',
      customers: '客户金额表',
      periods: '分期金额表',
      profile: '客户名单',
      survey: '问卷',
      contacts: '联系记录',
      tickets: '工单记录',
      receivables: '应收账款',
      exposures: '活动名单',
    },
    kindNames: {
      lines: '订单',
      customers: '客户金额',
      periods: '分期金额',
      profile: '客户名单',
      survey: '问卷',
      contacts: '联系记录',
      tickets: '工单',
      receivables: '应收账款',
      exposures: '活动',
    },
    caption: '每个文件的行数，以及其中的客户与有销售的客户的对应情况',
    file: '文件',
    kind: '类型',
    used: '使用的行',
    setAside: '搁置的行',
    other: '其他记录',
    matched: '其中有销售的客户',
    unmatched: '其中没有销售的客户',
    without: '有销售但不在其中的客户',
    openMatched: (n, file) => `${n}个有销售的客户在${file}中。`,
    openWithout: (n, file) => `${n}个有销售的客户不在${file}中。`,
    examples: (ids) => `例如${ids}`,
    conflictsTitle: '取值不一致的属性',
    conflict: (name, n) => `${name}：${n}个客户有多个取值`,
    conflictsRule: '以最新的非空值为准。',
  },
};
