import type { Lang } from '../../i18n/lang.ts';
import { say, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';

export interface Words extends LensWords {
  insight(parts: { n: string; one: boolean; name: string | null; value: string; measure: string }): Sentence;
  export: string;
}

export const strings: Record<Lang, Words> = {
  en: {
    title: 'Customers',
    question: () => 'Which customers are behind these numbers?',
    reasons: {
      no_customers: 'No row with a customer is in scope. Widen the period, or map a customer column.',
    },
    insight: (p) =>
      p.name === null
        ? say`${p.n} ${p.one ? 'customer' : 'customers'}, none of them with a value above zero.`
        : p.one
          ? say`One customer: ${p.name}, with ${p.value} of ${p.measure}.`
          : say`${p.n} customers; the largest is ${p.name} with ${p.value} of ${p.measure}.`,
    export: 'Export customers (CSV)',
  },
  'zh-Hans': {
    title: '客户',
    question: () => '这些数字背后是哪些客户？',
    reasons: { no_customers: '当前范围内没有带客户的行。请放宽时间段，或指定客户列。' },
    insight: (p) =>
      p.name === null
        ? say`共${p.n}个客户，数值都不大于零。`
        : p.one
          ? say`只有一个客户：${p.name}，${p.measure} ${p.value}。`
          : say`共${p.n}个客户；最大的是${p.name}，${p.measure} ${p.value}。`,
    export: '导出客户（CSV）',
  },
};
