import { sheet, type Sheet } from './site.ts';

/**
 * Eleven customers of a firm that sells through agents, franchisees and dealers, for which every rule is worked by
 * hand. Amounts of three whole years:
 *
 *     F1 1800    F2 1440    F3 900    F4 600    D1 331    D2 330.99    F5 300    D3 270    F6 150    N1 90    AG 30
 *
 * together 6,241.99; cumulative 28.8, 51.9, 66.3, 75.9, 81.2, 86.5, 91.3, 95.7, 98.1, 99.5, 100 %.
 */
const years = [2022, 2023, 2024] as const;
const two = (n: number): string => String(n).padStart(2, '0');

type Sale = readonly [customer: string, day: string, amount: number, category: string];

/** Profit in percent of the amount. */
const margins: Readonly<Record<string, number>> = {
  F1: 40, F2: 20, F3: 10, F4: 40, D1: 10, D2: 40, F5: 20, D3: -10, F6: 40, N1: 20, AG: 10,
}; // prettier-ignore

const monthly = (customer: string, amount: (month: number) => number, day: number): Sale[] =>
  years.flatMap((year) =>
    Array.from({ length: 12 }, (_, m): Sale => [
      customer,
      `${year}-${two(m + 1)}-${two(day)}`,
      amount(m),
      `K${m % 4}`,
    ]),
  );
const yearly = (
  customer: string,
  monthDay: string,
  [a, b, c]: readonly [number, number, number],
  categories: readonly string[] = ['K0'],
): Sale[] =>
  [a, b, c].map((amount, i) => [
    customer,
    `${years[i]!}-${monthDay}`,
    amount,
    categories[i % categories.length]!,
  ]);

const sales: readonly Sale[] = [
  // The first and the last day of the file, so that all three years are whole.
  ...monthly('F1', () => 50, 1).map((sale): Sale => (sale[1] === '2024-12-01' ? ['F1', '2024-12-31', 50, 'K3'] : sale)),
  // 60 and 20 by turns: mean 40, standard deviation 20.
  ...monthly('F2', (m) => (m % 2 ? 20 : 60), 10).map((sale): Sale => [sale[0], sale[1], sale[2], sale[3] === 'K3' ? 'K0' : sale[3]]),
  // 50 and nothing by turns: mean 25, standard deviation 25.
  ...monthly('F3', () => 50, 20).filter((_, i) => i % 2 === 0).map((sale): Sale => [sale[0], sale[1], sale[2], 'K0']),
  ...yearly('F4', '03-15', [200, 200, 200]),
  ...yearly('F5', '05-20', [100, 100, 100], ['K0', 'K1']),
  ...yearly('F6', '08-01', [50, 50, 50]),
  ...yearly('D1', '09-09', [100, 110, 121]),
  ...yearly('D2', '09-10', [100, 110, 120.99]),
  ...yearly('D3', '02-02', [100, 90, 80], ['K0', 'K1']),
  ['N1', '2024-06-15', 90, 'K0'],
  ...yearly('AG', '10-15', [10, 10, 10]),
]; // prettier-ignore

const csv = (header: string, rows: readonly (readonly (string | number)[])[]): string =>
  [header, ...rows.map((row) => row.join(','))].join('\n');

const orders = csv(
  'customer id,order id,order date,amount,profit,category',
  sales.map(([customer, day, amount, category], i) => [
    customer,
    `O${i + 1}`,
    day,
    amount,
    Math.round(amount * margins[customer]! * 100) / 1e4,
    category,
  ]),
);

/** The list names one person more, who never bought. */
const people = csv('customer id,customer type,cooperation,loyalty,member level', [
  ['F1', 'franchisee', '中', '中', 'VIP'],
  ['F2', 'franchisee', '中', '中', '金卡'],
  ['F3', 'franchisee', '中', '中', '普通会员'],
  ['F4', 'franchisee', '中', '中', '银卡'],
  ['F5', 'franchisee', '中', '中', '散客'],
  ['F6', 'franchisee', '中', '中', ''],
  ['D1', 'dealer', '高', '较高', ''],
  ['D2', 'dealer', '高', '高', ''],
  ['D3', 'dealer', '低', '低', ''],
  ['N1', 'dealer', '高', '高', ''],
  ['AG', 'agent', '低', '低', ''],
  ['P1', 'dealer', '', '', ''],
]);

const survey = csv('customer id,survey date,satisfaction,repurchase probability,recommend', [
  ['F1', '2024-11-01', '很满意', '80%', '很大可能'],
  ['F2', '2024-11-02', '很满意', '70%', '很大可能'],
  ['F3', '2024-11-03', '比较满意', '69%', '很大可能'],
  ['F4', '2024-11-04', '满意', '30%', '不可能'],
  ['F5', '2024-11-05', '满意', '29%', '不可能'],
  ['D1', '2024-11-06', '不满意', '', ''],
]);

const contacts = csv('customer id,contact date,direction,purpose', [
  ['F1', '2022-01-05', '呼出', '回访'],
  ['F1', '2022-05-05', '呼出', '新产品介绍'],
  ['F2', '2022-03-01', '呼出', '联合项目'],
  ['F3', '2022-01-30', '呼出', '回访'],
  ['F4', '2022-04-01', '呼入', '咨询'],
  // 40 and exactly 30 days after the sale.
  ['D1', '2022-10-19', '呼出', '回访'],
  ['D2', '2022-10-10', '呼出', '回访'],
]);

export const partners: readonly Sheet[] = [
  sheet('orders.csv', orders),
  sheet('people.csv', people),
  sheet('survey.csv', survey),
  sheet('contacts.csv', contacts),
];

/** Bills: F1 is 90 days late, F2 45, F3 30 and F4 29; the others owe nothing. */
export const receivables: Sheet = sheet(
  'receivables.csv',
  csv('customer id,invoice amount,due date,overdue days', [
    ['F1', 100, '2024-10-02', 90],
    ['F2', 100, '2024-11-16', 45],
    ['F3', 100, '2024-12-01', 30],
    ['F4', 100, '2024-12-02', 29],
  ]),
);
