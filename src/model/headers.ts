import { toSimplified } from '../base/simplified.ts';

const money = 'rmb|cny|usd|eur|gbp|hkd|twd|ntd|jpy|krw|us\\$|nt\\$|hk\\$|a\\$|[¥￥$€£₩₹]';
const units = `(?:单位|單位|unit)?[:：]?\\s*(?:[千仟万萬百亿億十]*\\s*(?:元|圆|圓|块|美元|欧元|人民币|人民幣|新台币|新臺幣|港币|日元)(?:\\/\\p{L})?|人民币元|[千仟万萬]|百万|[亿億]|(?:in\\s+)?(?:k|m|mn|mio|thousands?|millions?|000s?)?\\s*(?:${money})\\s*(?:k|m|mn|mio|thousands?|millions?)?|(?:in\\s+)?(?:thousands?|millions?|000s?)|%|％|件|个|個|箱|台|套|瓶|盒|天|日|月|年|岁|歲|次|人|分|kg|g|t|吨|pcs|days?|months?|years?|yrs?|local currency|必填|选填|選填)`;
const bracketed = new RegExp(`[(（[【{]\\s*${units}\\s*[)）\\]】}]`, 'giu');
/** 金额/元, 金额_万元; a currency or unit that stands last, behind a mark. */
const trailing = new RegExp(`(?<=\\p{L})[\\s]*[/:：_-]\\s*(?:[千万萬百亿億]*元|${money}|%)\\s*$`, 'iu');

/** Latin letters that no accent can be taken off. */
const plainLetters: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ø: 'o', đ: 'd', ı: 'i', æ: 'ae', œ: 'oe' }; // prettier-ignore

export interface HeaderWords {
  /** Lower case, half width, simplified, without accents, blanks, marks, units and question numbers; for exact matches. */
  readonly compact: string;
  /** Latin words, cut at marks and where camelCase has its humps; other scripts stay in one piece. */
  readonly words: readonly string[];
}

/** A column's name in the form in which names are compared. */
export function headerWords(header: string): HeaderWords {
  const folded = header
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .replace(bracketed, ' ')
    .replace(trailing, '')
    .trim()
    .replace(/^[*＊]+\s*/, '')
    .replace(/^[qQ]?\d{1,3}\s*[、.．:：)]\s*/, '')
    .replace(/(?<=\p{L})\s*#\s*$/u, ' No')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßłøđıæœ]/g, (char) => plainLetters[char] ?? char);
  const plain = toSimplified(folded);
  return {
    compact: plain.replace(/[\s_\-()（）[\]【】{}<>《》/\\.:：,，;；'’"“”°#*&+|?？!！]+/g, ''),
    words: plain.split(/[^\p{L}\p{N}%]+/u).filter((word) => word !== ''),
  };
}
