import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/base/role.ts';
import { inspect } from '../../../src/ingest/inspect.ts';
import { guessRoles } from '../../../src/model/guess.ts';
import { names } from './words.ts';

const guess = (header: readonly string[], rows: readonly (readonly string[])[]) => {
  const text = [header, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');
  const { columns, preview } = inspect(new TextEncoder().encode(`${text}\n`), true, {});
  return guessRoles(columns, preview);
};

/** Three plausible cells for a column of that name. */
function cells(role: string, name: string): readonly [string, string, string] {
  if (/mail/i.test(name)) return ['ann@example.com', 'bob@example.com', 'cy@example.org'];
  if (/手机|手機/.test(name)) return ['13800138000', '13900139000', '13700137000'];
  switch (role) {
    case 'customer_id':
      return ['K001', 'K002', 'K003'];
    case 'customer_name':
      return ['东方贸易', '长城商行', '北海水产'];
    case 'order_id':
      return ['A1001', 'A1002', 'A1003'];
    case 'order_date':
    case 'due_date':
    case 'paid_date':
    case 'contact_date':
      return ['2024-01-05', '2024-02-06', '2024-03-07'];
    case 'birthday':
      return ['1990-01-05', '1985-02-06', '2000-03-07'];
    case 'margin':
      return ['0.31', '0.25', '0.4'];
    case 'satisfaction':
      return ['很满意', '一般', '不满意'];
    case 'recommend':
      return ['9', '3', '7'];
    case 'status':
      return ['paid', 'cancelled', 'refunded'];
    case 'amount':
    case 'unit_price':
    case 'cost':
    case 'profit':
    case 'discount':
    case 'refund':
    case 'paid_amount':
    case 'owed':
      return ['10.50', '20.25', '30.75'];
    case 'quantity':
    case 'overdue_days':
    case 'credit_limit':
    case 'expectation':
    case 'loyalty':
    case 'repurchase_prob':
    case 'cooperation':
      return ['3', '5', '8'];
    default:
      return ['甲类', '乙类', '丙类'];
  }
}

const dates = ['2024-05-01', '2024-05-02', '2024-05-03'];
const money = ['11.5', '12.5', '13.5'];
const ids = ['C1', 'C2', 'C3'];

/** The columns without which a file of sales is none, but those that the role itself is. */
function among(role: string, name: string) {
  const values = cells(role, name);
  const base = [
    ...(role.startsWith('customer_id') || role === 'customer_name' ? [] : [['客户编号', ids] as const]),
    ...(role === 'order_date' ? [] : [['日期', dates] as const]),
    ...(role === 'amount' ? [] : [['金额', money] as const]),
    [name, values] as const,
  ];
  const { roles, shape } = guess(
    base.map(([header]) => header),
    [0, 1, 2].map((i) => base.map(([, column]) => column[i]!)),
  );
  return { role: roles.at(-1)?.role, shape };
}

const alone = (role: string, name: string) => {
  const values = cells(role, name);
  const { roles, shape } = guess(
    ['客户编号', name],
    [0, 1, 2].map((i) => [ids[i]!, values[i]!]),
  );
  return { role: roles[1]?.role, shape };
};

const words = (role: keyof typeof names): string[] => names[role].split(' | ');

// The name of a status or type without context belongs to what most files mean by it.
const shared = new Map([
  ['lifecycle status', 'status'],
  ['contact_purpose type', 'customer_type'],
]);

describe('every name by itself among the columns of a sales file', () => {
  const roles = (Object.keys(names) as (keyof typeof names)[]).filter((role) => role !== 'owed');
  it.each(roles)('%s', (role) => {
    const found = words(role).map((name) => [name, among(role, name).role]);
    expect(found).toEqual(words(role).map((name) => [name, shared.get(`${role} ${name}`) ?? role]));
  });
});

describe('with a customer alone', () => {
  const sides: readonly (keyof typeof names & Role)[] = [
    'industry', 'size', 'region', 'satisfaction', 'recommend', 'repurchase_prob', 'expectation', 'member_level', 'customer_type', 'cooperation',
    'loyalty', 'due_date', 'paid_date', 'paid_amount', 'overdue_days', 'credit_limit', 'account_manager', 'contact_date', 'lifecycle', 'campaign',
    'group', 'birthday',
  ]; // prettier-ignore
  it.each(sides)('%s', (role) => {
    const found = words(role).map((name) => [name, alone(role, name).role]);
    expect(found).toEqual(words(role).map((name) => [name, role]));
  });

  it.each(words('owed'))('%s is what is owed', (name) => {
    expect(alone('owed', name)).toEqual({ role: 'amount', shape: 'receivables' });
  });
});

describe('spellings of one name', () => {
  it.each([
    ['ＣＵＳＴＯＭＥＲ　ＩＤ', 'customer_id'],
    [' Customer_ID ', 'customer_id'],
    ['customerId', 'customer_id'],
    ['CUSTOMER-ID', 'customer_id'],
    ['1、客户编号', 'customer_id'],
    ['*客户编号', 'customer_id'],
    ['客 户 编 号', 'customer_id'],
    ['客戶編號（必填）', 'customer_id'],
  ])('%s', (name, role) => {
    expect(among('customer_id', name).role).toBe(role);
  });

  it.each([
    '金额(元)', '金额（万元）', '销售额/元', '金額【新台幣】', 'Amount (USD)', 'Amount [in 000s]', 'Sales Amount (US$)', '实付金额（单位：元）', '12. 销售金额', '金额_元',
  ])('%s', (name) => {
    expect(among('amount', name).role).toBe('amount');
  }); // prettier-ignore
});
