/** Traditional characters of column names and their simplified forms, in pairs. */
const pairs =
  '戶户編编號号稱称訂订單单額额數数價价產产類类區区縣县門门員员電电話话機机備备註注銷销總总時时間间狀状態态買买賣卖貨货費费發发業业務务國国會会級级幣币種种險险風风規规顧顾統统帳账實实際际簽签約约櫃柜資资稅税歸归屬属購购滿满體体評评薦荐願愿復复複复機机率率預预誠诚潛潜後后進进訪访繫系聯联絡络週周動动組组驗验對对觸触達达轉转響响紀纪聯联連连觀观陸陆開开關关週周營营運运輸输優优惠惠遞递專专經经負负責责結结歷历範范準准標标題题項项積积點点錄录應应權权檔档來来處处內内專专員员獎奖減减賬账閱阅質质條条幾几從从眾众團团員员報报館馆傳传隨随據据繳缴薪薪餘余潤润證证週周絡络網网舖铺鋪铺場场訊讯業业';

const simplified = new Map<string, string>();
for (const chars = [...pairs]; chars.length > 1;) {
  const [from, to] = chars.splice(0, 2);
  simplified.set(from!, to!);
}

const unit =
  /[(（[【]\s*(元|万元|萬元|百万|千元|美元|人民币|rmb|cny|usd|eur|gbp|hkd|twd|ntd|us\$|nt\$|[¥￥$€£%]|件|个|個|箱|台|天|日|月|年|岁|歲|kg|pcs)\s*[)）\]】]/gi;

export interface HeaderWords {
  /** Lower case, half width, simplified, without blanks, marks, units and question numbers; for exact matches. */
  readonly compact: string;
  /** Latin words, cut at marks and where camelCase has its humps; other scripts stay in one piece. */
  readonly words: readonly string[];
}

/** A column's name in the form in which names are compared. */
export function headerWords(header: string): HeaderWords {
  const folded = header
    .normalize('NFKC')
    .replace(unit, ' ')
    .trim()
    .replace(/^\d{1,3}[、.]\s*/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase();
  const plain = Array.from(folded, (char) => simplified.get(char) ?? char).join('');
  return {
    compact: plain.replace(/[\s_\-()（）[\]【】/.:'"#*]+/g, ''),
    words: plain.split(/[^\p{L}\p{N}%]+/u).filter((word) => word !== ''),
  };
}
