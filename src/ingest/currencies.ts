/**
 * Currencies and how cells name them: ISO 4217 code, then other names and marks, folded and in capitals, without
 * blanks. The marks of several currencies ($, ¥, 元) are in `sharedMarks`.
 */
// prettier-ignore
export const currencies: readonly (readonly [code: string, names: string])[] = [
  ['CNY', 'CN¥ RMB¥ RMB CNH 人民币 人民幣 人民币元 人民幣元 人民元 RENMINBI YUAN'],
  ['USD', 'US$ U$ 美元 美金 美刀 USDOLLAR USDOLLARS'],
  ['EUR', '€ EURO EUROS 欧元 歐元'],
  ['GBP', '£STG STG 英镑 英鎊 POUNDSTERLING'],
  ['HKD', 'HK$ 港币 港幣 港元 港圆 港圓'],
  ['TWD', 'NT$ NTD NT 新台币 新台幣 新臺幣 新台币元 新台幣元 新臺幣元 台币 台幣 臺幣'],
  ['JPY', 'JP¥ 日元 日圆 日圓 日币 日幣 円 YEN'],
  ['KRW', '₩ 韩元 韓元 韩币 韓幣 韩圆 韓圓 원'],
  ['RUB', '₽ RUR 卢布 盧布 俄罗斯卢布 РУБ РУБ.'],
  ['INR', '₹ 印度卢比 印度盧比 卢比 盧比'],
  ['AUD', 'A$ AU$ 澳元 澳币 澳幣 澳大利亚元'],
  ['CAD', 'C$ CA$ CDN$ 加元 加币 加幣 加拿大元'],
  ['SGD', 'S$ SG$ 新加坡元 新加坡币 新加坡幣 新币 新元 坡币'],
  ['CHF', 'SFR FR. 瑞士法郎 瑞郎'],
  ['NZD', 'NZ$ 纽币 紐幣 纽元 新西兰元'],
  ['THB', '฿ 泰铢 泰銖'],
  ['MYR', 'RM 马币 馬幣 令吉 林吉特 马来西亚林吉特'],
  ['VND', '₫ 越南盾'],
  ['IDR', 'RP RP. 印尼盾 印尼卢比'],
  ['PHP', '₱ 菲律宾比索 菲律賓披索'],
  ['MOP', 'MOP$ 澳门元 澳門元 澳门币 澳門幣 葡币'],
  ['BRL', 'R$ 雷亚尔 巴西雷亚尔'],
  ['MXN', 'MX$ 墨西哥比索'],
  ['SEK', '瑞典克朗'], ['NOK', '挪威克朗'], ['DKK', '丹麦克朗'],
  ['PLN', 'ZŁ 兹罗提'], ['CZK', 'KČ'], ['HUF', 'FT'], ['RON', 'LEI'], ['BGN', 'ЛВ'],
  ['TRY', '₺ TL 土耳其里拉'], ['ILS', '₪'], ['UAH', '₴'], ['KZT', '₸ 坚戈'], ['GEL', '₾'], ['NGN', '₦'],
  ['AED', '迪拉姆'], ['SAR', '沙特里亚尔'], ['ZAR', '南非兰特'], ['EGP', ''], ['PKR', ''], ['LKR', ''], ['BDT', '৳'],
  ['KES', ''], ['ARS', ''], ['CLP', ''], ['COP', ''], ['PEN', ''],
];

export interface SharedMark {
  readonly mark: string;
  /** What it is taken for where nothing says more; null = it could be any of them. */
  readonly usual: string | null;
  /** What else it means where the figures are kept in that currency. */
  readonly also: readonly string[];
}

/** Marks of several currencies. */
// prettier-ignore
export const sharedMarks: readonly SharedMark[] = [
  { mark: '$', usual: 'USD', also: ['HKD', 'TWD', 'AUD', 'CAD', 'SGD', 'NZD', 'MXN', 'ARS', 'CLP', 'COP', 'MOP'] },
  { mark: '¥', usual: 'CNY', also: ['JPY'] },
  { mark: '元', usual: 'CNY', also: ['TWD', 'HKD', 'MOP', 'JPY', 'USD', 'SGD'] },
  { mark: '元整', usual: 'CNY', also: ['TWD', 'HKD', 'MOP'] },
  { mark: '圆', usual: 'CNY', also: ['TWD', 'HKD', 'JPY'] },
  { mark: '圓', usual: null, also: ['CNY', 'TWD', 'HKD', 'JPY', 'MOP'] },
  { mark: '£', usual: 'GBP', also: ['EGP'] },
  { mark: 'RS', usual: 'INR', also: ['PKR', 'LKR'] },
  { mark: 'RS.', usual: 'INR', also: ['PKR', 'LKR'] },
  { mark: 'KR', usual: null, also: ['SEK', 'NOK', 'DKK'] },
  { mark: 'KR.', usual: null, also: ['SEK', 'NOK', 'DKK'] },
];

/** Other codes of ISO 4217 (2024), recognised in a currency column only: `5 KGS` in an amount may be kilograms. */
// prettier-ignore
export const otherCodes =
  'AFN ALL AMD ANG AOA AWG AZN BAM BBD BHD BIF BMD BND BOB BSD BTN BWP BYN BZD CDF CRC CUP CVE DJF DOP DZD ERN ETB ' +
  'FJD FKP GHS GIP GMD GNF GTQ GYD HNL HTG IQD IRR ISK JMD JOD KGS KHR KMF KPW KWD KYD LAK LBP LRD LSL LYD MAD MDL MGA ' +
  'MKD MMK MNT MRU MUR MVR MWK MZN NAD NIO NPR OMR PAB PGK PYG QAR RSD RWF SBD SCR SDG SHP SLE SOS SRD SSP STN SVC SYP ' +
  'SZL TJS TMT TND TOP TTD TZS UGX UYU UZS VES VUV WST XAF XCD XOF XPF YER ZMW ZWG';

const escaped = (mark: string): string => mark.replace(/[.$]/g, '[$&]');

/** Names as a part of a regular expression, longest first. */
const alternatives = (names: readonly string[]): string =>
  [...names]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escaped)
    .join('|');

const amountNames = [
  ...currencies.flatMap(([code, names]) => [code, ...names.split(' ').filter((name) => name !== '')]),
  ...sharedMarks.map(({ mark }) => mark),
];

/** Every name that may stand before or behind an amount. */
export const currencyAlternatives = alternatives(amountNames);

/**
 * An upper-case amount cell; its one group that is not empty is the name of the currency. A name of several characters
 * in front says most (NT$5元), then what is behind ($12 CAD), then a mark in front.
 */
export const currencyPattern = `^(?:[-+(]* *(${alternatives(amountNames.filter((name) => name.length > 1))}).*|.*?(${currencyAlternatives}) *[-)]*|[-+(]* *(${currencyAlternatives}).*)$`;
