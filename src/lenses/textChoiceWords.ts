import type { Lang } from '../i18n/lang.ts';

export interface TextChoiceWords {
  choose: string;
  /** Above the list; `column` = what is chosen for. */
  list(label: string): string;
  search: string;
  customers(n: string, count: number): string;
  none: string;
  noTexts: string;
  more(n: string): string;
  /** Texts that no customer has; already a list in quotation marks. */
  unmatched(list: string, count: number): string;
  quoted(text: string): string;
  noneMatches: string;
  full(n: string): string;
}

export const textChoiceWords: Readonly<Record<Lang, TextChoiceWords>> = {
  en: {
    choose: 'Choose from the column',
    list: (label) => `${label}: texts of the column`,
    search: 'Find a text',
    customers: (n, count) => `${n} ${count === 1 ? 'customer' : 'customers'}`,
    none: 'No such text.',
    noTexts: 'No row in scope has a text in this column.',
    more: (n) => `${n} more: type a part of the text to find them.`,
    unmatched: (list, count) => `${list} ${count === 1 ? 'stands' : 'stand'} in no row.`,
    quoted: (text) => `“${text}”`,
    noneMatches: 'None of these texts stands in any row.',
    full: (n) => `No more than ${n} texts can be chosen.`,
  },
  'zh-Hans': {
    choose: '从列中选择',
    list: (label) => `${label}：列中的取值`,
    search: '查找取值',
    customers: (n) => `${n}个客户`,
    none: '没有这个取值。',
    noTexts: '当前范围内，这一列没有取值。',
    more: (n) => `另有${n}个，输入一部分文字即可查找。`,
    unmatched: (list) => `没有任何一行写着${list}。`,
    quoted: (text) => `“${text}”`,
    noneMatches: '没有任何一行写着这些取值。',
    full: (n) => `最多选择${n}个取值。`,
  },
};
