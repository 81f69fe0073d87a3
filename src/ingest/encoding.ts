import { Utf8Check } from './utf8.ts';

/** The encodings that the import page offers (labels of the WHATWG Encoding Standard). */
// prettier-ignore
export const encodings = [
  'utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'windows-1252', 'shift_jis', 'euc-jp', 'euc-kr', 'windows-1250',
  'windows-1251', 'windows-1253', 'windows-1254', 'iso-8859-2', 'iso-8859-15', 'koi8-r', 'macintosh',
] as const;

/**
 * Guesses the encoding of a file from its first bytes: BOM; NUL bytes on every second place (UTF-16 without BOM);
 * strict UTF-8; else the best `legacyScore`. `whole` = the bytes are the whole file, so a cut character is an error.
 */
export function guessEncoding(head: Uint8Array, whole: boolean): string {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const wide = utf16WithoutBom(head);
  if (wide) return wide;
  const check = new Utf8Check();
  if (check.push(head) < 0 && (!whole || check.finish() < 0)) return 'utf-8';
  return guessLegacy(head);
}

/**
 * The likeliest encoding of bytes that are known not to be Unicode. For a file whose first bytes were ASCII and that
 * failed later, call it with the bytes around the failure (beginning behind a line break).
 */
export function guessLegacy(head: Uint8Array): string {
  const scored = legacy.map((encoding) => ({ encoding, score: legacyScore(head, encoding) }));
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).encoding;
}

/** Delimiters, digits and line breaks have one NUL byte each in UTF-16; 2 % is far below any table's share of them. */
function utf16WithoutBom(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const nul: [number, number] = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) nul[i & 1 ? 1 : 0]++;
  const [even, odd] = nul;
  const few = head.length * 0.02;
  if (odd > few && odd > even * 10) return 'utf-16le';
  if (even > few && even > odd * 10) return 'utf-16be';
  return null;
}

const legacy = ['gb18030', 'big5', 'shift_jis', 'windows-1252'] as const;

/** Frequent characters of business tables, simplified and traditional: a wrong decoder hits them by accident only. */
const common = new Set(
  '的一是不了人我在有他这為之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从' +
    '客户名称编号日期金额订单数量单价商品产品类别地区省市区县部门门店渠道会员电话手机地址备注合计小计总销售收入成本利润毛利付款时间状态完成交易关闭北京上海广州深圳天津重庆江苏浙江福建广东山东河南湖北四川有限公司张王李赵陈刘杨黄周吴' +
    '這個們來時說國會後對過發樣經當與學進種將還見沒從戶稱編號額訂單數價產類別區縣門員電話機備註計銷售總収潤時間狀態關閉臺台灣北東張趙陳劉楊黃吳貨買賣貴實際運費發票業務',
);

/**
 * How well the bytes read in an encoding, 0 to 1 (below 0 = hardly): of the characters that are not ASCII, the share
 * that is likely in that encoding's texts, less replaced and private-use characters counted four times.
 */
function legacyScore(head: Uint8Array, encoding: (typeof legacy)[number]): number {
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  let likely = 0;
  let wrong = 0;
  let all = 0;
  let before = '';
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (code >= 0x80) {
      all++;
      if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || code < 0xa0) wrong++;
      else if (encoding === 'windows-1252') {
        // A letter with an accent stands in a word of plain letters; two bytes of a Chinese character do not.
        if ((code >= 0xc0 && code <= 0xff && before < '\x80') || '€£«»°’–'.includes(char)) likely += 0.6;
      } else if (encoding === 'shift_jis') {
        if (code >= 0x3041 && code <= 0x30fe) likely++;
        else if (code >= 0x4e00 && code <= 0x9fff) likely += 0.15;
        else if (code >= 0xff61 && code <= 0xff9f) wrong += 0.5;
      } else if (common.has(char)) likely++;
      else if (code >= 0x4e00 && code <= 0x9fff) likely += 0.1;
      else if ('，。：；（）、￥！？％'.includes(char)) likely += 0.5;
    }
    before = char;
  }
  return all === 0 ? 0 : (likely - 4 * wrong) / all;
}
