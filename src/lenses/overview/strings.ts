import type { Lang } from '../../i18n/lang.ts';
import type { SetAsideReason } from '../../ingest/types.ts';
import { say, type Piece, type Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';

interface Parts {
  customers: Piece;
  orders: Piece | null;
  value: Piece;
  period: { readonly from: string; readonly to: string } | null;
  one: boolean;
  oneOrder: boolean;
  measure: string;
}

export interface Words extends LensWords {
  insight(parts: Parts): Sentence;
  customers: string;
  orders: string;
  value(measure: string): string;
  period: string;
  ledger: string;
  ledgerSum: string;
  records: string;
  rowsFile: string;
  used: string;
  walkin: string;
  walkinValue: string;
  setAside: string;
  other: string;
  header: string;
  preamble: string;
  blank: string;
  footer: string;
  duplicates: string;
  rounded: string;
  short: string;
  long: string;
  reasonsSetAside: Readonly<Record<SetAsideReason, string>>;
  downloadSetAside: string;
  noDates: string;
}

export const strings: Record<Lang, Words> = {
  en: {
    title: 'Overview',
    question: () => 'What is in this file?',
    reasons: {
      no_customers: 'No row with a customer is in scope. Widen the period, or map a customer column.',
    },
    insight: (p) =>
      say`${p.customers} ${p.one ? 'customer' : 'customers'}${p.orders ? say` placed ${p.orders} ${p.oneOrder ? 'order' : 'orders'}` : ''}${p.period ? (p.period.from === p.period.to ? ` on ${p.period.from}` : ` from ${p.period.from} to ${p.period.to}`) : ''}${p.orders ? ', worth ' : ' with a total of '}${p.value} in ${p.measure}.`,
    customers: 'Customers',
    orders: 'Orders',
    value: (measure) => `Net ${measure}`,
    period: 'Period',
    ledger: 'Row ledger: ',
    ledgerSum: 'Used + set aside + header, lines above it, blank, totals and remarks = records in the file',
    records: 'Records in the file',
    rowsFile: 'Data rows',
    used: 'Used',
    walkin: 'of which without a customer (walk-in pool)',
    walkinValue: 'Net amount of the walk-in pool',
    setAside: 'Set aside',
    other: 'Not data',
    header: 'Header',
    preamble: 'Lines above the header',
    blank: 'Blank',
    footer: 'Totals and remarks',
    duplicates: 'Exact duplicate rows, counted as real lines',
    rounded: 'Amounts rounded to four decimals',
    short: 'Rows with missing cells',
    long: 'Rows with extra cells',
    reasonsSetAside: {
      amount_missing: 'amount is blank',
      amount_unreadable: 'amount cannot be read as a number',
      amount_too_large: 'amount is too large',
      date_missing: 'date is blank',
      date_unreadable: 'date cannot be read',
      brackets: 'amount in brackets, set aside as chosen',
      status: 'status says that it is no sale',
      cancelled: 'cancelled invoice, set aside as chosen',
      duplicate_order: 'order id that came before, set aside as chosen',
      currency_unknown: 'currency without a rate',
      customer_missing: 'no customer, so it cannot be joined',
    },
    downloadSetAside: 'Download the rows set aside (CSV with reasons)',
    noDates: 'no dates in this file',
  },
  'zh-Hans': {
    title: '概览',
    question: () => '这个文件里有什么？',
    reasons: { no_customers: '当前范围内没有带客户的行。请放宽时间段，或指定客户列。' },
    insight: (p) =>
      say`${p.customers}个客户${p.period ? (p.period.from === p.period.to ? `在${p.period.from}` : `在${p.period.from}至${p.period.to}`) : ''}${p.orders ? say`下了${p.orders}个订单，` : '，'}${p.measure}合计${p.value}。`,
    customers: '客户数',
    orders: '订单数',
    value: (measure) => `净${measure}`,
    period: '时间段',
    ledger: '行账目：',
    ledgerSum: '已使用 + 搁置 + 表头、表前说明、空行、合计与备注 = 文件记录数',
    records: '文件记录数',
    rowsFile: '数据行',
    used: '已使用',
    walkin: '其中没有客户的行（散客）',
    walkinValue: '散客净金额',
    setAside: '搁置',
    other: '非数据',
    header: '表头',
    preamble: '表头上方的行',
    blank: '空行',
    footer: '合计与备注',
    duplicates: '完全重复的行（按真实明细计入）',
    rounded: '金额四舍五入到四位小数',
    short: '缺少单元格的行',
    long: '单元格过多的行',
    reasonsSetAside: {
      amount_missing: '金额为空',
      amount_unreadable: '金额无法识别为数字',
      amount_too_large: '金额过大',
      date_missing: '日期为空',
      date_unreadable: '日期无法识别',
      brackets: '括号金额，按选择搁置',
      status: '状态表明不是成交',
      cancelled: '已取消的单据，按选择搁置',
      duplicate_order: '重复的订单号，按选择搁置',
      currency_unknown: '币种没有汇率',
      customer_missing: '没有客户，无法关联',
    },
    downloadSetAside: '下载搁置的行（CSV，附原因）',
    noDates: '文件中没有日期',
  },
};
