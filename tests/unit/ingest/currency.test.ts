import { describe, expect, it } from 'vitest';
import { currencies, otherCodes, sharedMarks } from '../../../src/ingest/currencies.ts';
import { currencyCode, currencyMark } from '../../../src/ingest/currency.ts';
import { headerScale } from '../../../src/ingest/units.ts';

describe('currencyCode', () => {
  // prettier-ignore
  it.each([
    ['CNY', ['人民币', '人民幣', 'RMB', 'rmb', 'CNY', 'CNH', '¥', '￥', '元', ' 人民币 ', 'ＣＮＹ']],
    ['USD', ['美元', '美金', 'US$', 'USD', 'usd', '$', 'US Dollar']],
    ['EUR', ['欧元', '歐元', '€', 'EUR', 'Euro']],
    ['HKD', ['港币', '港幣', '港元', 'HK$', 'HKD']],
    ['TWD', ['新台币', '新台幣', '新臺幣', '台幣', 'NT$', 'NTD', 'TWD']],
    ['JPY', ['日元', '日圓', '円', 'JPY']],
    ['GBP', ['英镑', '£', 'GBP']],
    ['KRW', ['韩元', '₩', '원', 'KRW']],
    ['RUB', ['卢布', '₽', 'RUB', 'руб.']],
    ['INR', ['₹', 'Rs.', 'INR']],
    ['SGD', ['新加坡元', 'S$', 'SGD']],
    ['KZT', ['KZT', '₸']], ['QAR', ['QAR']], ['KWD', ['kwd']],
  ] as const)('%s', (code, names) => {
    expect(names.map((name) => [name, currencyCode(name)])).toEqual(names.map((name) => [name, code]));
  });

  it.each(['', ' ', 'XYZ', '5', '币', 'kr', '圓', 'N/A', 'USDT', 'constructor'])('%j is none', (text) => {
    expect(currencyCode(text)).toBeNull();
  });

  it('takes a mark of several currencies for the one in which figures are kept', () => {
    expect(['¥', '$', '元', 'kr', '圓'].map((mark) => currencyCode(mark, 'JPY'))).toEqual(['JPY', 'USD', 'JPY', null, 'JPY']);
    expect(['¥', '$', '元', 'kr', '圓'].map((mark) => currencyCode(mark, 'TWD'))).toEqual(['CNY', 'TWD', 'TWD', null, 'TWD']);
    expect(['CNY', 'US$', '€', 'kr'].map((mark) => currencyCode(mark, 'SEK'))).toEqual(['CNY', 'USD', 'EUR', 'SEK']);
  }); // prettier-ignore

  it('gives every name one meaning', () => {
    const names = [
      ...currencies.flatMap(([code, others]) => [code, ...others.split(' ').filter((name) => name !== '')]),
      ...otherCodes.split(' '),
      ...sharedMarks.map(({ mark }) => mark),
    ];
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  // Node's own list is made from ISO 4217 by Unicode; obsolete codes and metals are in neither.
  it('knows the currencies that Unicode CLDR knows', () => {
    const known = Intl.supportedValuesOf('currency').filter((code) => currencyCode(code) === code);
    const ours = [...currencies.map(([code]) => code), ...otherCodes.split(' ')];
    expect(ours.filter((code) => !known.includes(code))).toEqual([]);
    expect(ours.length).toBeGreaterThan(150);
  });
});

describe('currencyMark', () => {
  // prettier-ignore
  it.each([
    ['¥1,234.50', 'CNY'], ['￥12', 'CNY'], ['-$5', 'USD'], ['($5)', 'USD'], ['$-5', 'USD'], ['US$ 1,234', 'USD'], ['12 usd', 'USD'], ['HK$9', 'HKD'],
    ['NT$1,000', 'TWD'], ['NT$5元', 'TWD'], ['1,000 NTD', 'TWD'], ['€ 12,50', 'EUR'], ['12,50 €', 'EUR'], ['£3', 'GBP'], ['12元', 'CNY'], ['3.2万元', 'CNY'],
    ['5千美元', 'USD'], ['人民币100', 'CNY'], ['RMB 12', 'CNY'], ['$12 CAD', 'CAD'], ['CAD $12', 'CAD'], ['₩1,000', 'KRW'], ['₹12,34,567', 'INR'], ['100₽', 'RUB'],
    ['(12 EUR)', 'EUR'], ['12 EUR-', 'EUR'], ['$1.5M', 'USD'], ['R$ 5', 'BRL'], ['S$5', 'SGD'], ['500円', 'JPY'], ['日元500', 'JPY'], ['ＵＳＤ１２', 'USD'],
  ] as const)('%s', (cell, code) => expect(currencyMark(cell)).toBe(code));

  it.each(['12', '-1,234.50', '(5)', '70%', '3.2万', '12k', '1E5', '', 'N/A', '5 kg', '5 kr'])('none in %j', (cell) => {
    expect(currencyMark(cell)).toBeNull();
  }); // prettier-ignore
});

describe('headerScale', () => {
  // prettier-ignore
  it.each([
    [100_000_000, ['金额(亿元)', '亿元', '营收（億元）', '销售额(亿)', '单位：亿元']],
    [1_000_000, ['金额(百万元)', '收入（百萬元）', 'Sales (USD millions)', 'Revenue, $m', 'Sales ($M)', 'Revenue (in millions)', 'EUR mn', 'Umsatz (Mio. €)', 'Revenue in million EUR', 'sales_usd_mio']],
    [10_000, ['金额(万元)', '金額(萬元)', '销售额（万元）', '金额_万元', '万元', '金额/万', '年销售额（万）', '金额(单位:万)', '金额（人民币万元）', '金额(万美元)', '本年累计金额（万元）']],
    [1000, ['销售额（千元）', '金额(仟元)', 'USD thousands', 'Sales (in 000s)', 'Revenue (k)', 'Amount ($000)', 'Sales $k', "Sales ('000)", 'Umsatz TEUR', 'Sales (k€)', 'Amount in thousands', 'thousands of dollars', '金额(千)']],
    [1, ['金额', '金额(元)', '单价(元/件)', '数量', '销量（件）', 'Amount', 'Amount (USD)', 'Amount ($)', 'Total', 'k', 'Task', '万达广场', '千禧', '百万店', '亿联', '万科客户', '客户(万)号', 'Mn', 'Thousand Oaks', 'Weight (m)', '金额(千万元)', '金额(十亿元)', 'Stock', 'Net in km', '2000', 'Sales 2000s', 'Marketing spend', 'SKU', 'In kind']],
  ] as const)('%d', (scale, headers) => {
    expect(headers.map((header) => [header, headerScale(header)])).toEqual(headers.map((header) => [header, scale]));
  });
});
