import type { Role } from '../base/role.ts';
import { toSimplified } from '../base/simplified.ts';

/** Said of texts that are a question put to a customer, not the name of a field. */
const question =
  /[?？]|您|你|请|是否|吗|对.+的|贵公司|^\s*[qQ]?\d{1,3}\s*[、.．)]|\b(?:how|would|will|do|are|did|have|what|which|please|your?|we|our)\b/i;

/** Which answer a question asks for, by its words; the first that holds. */
// prettier-ignore
const asked: readonly (readonly [pattern: RegExp, role: Role])[] = [
  [/推荐|介绍给|\brecommend/i, 'recommend'],
  [/(?:再次|再|继续|重复|下次|还会|会)\S{0,8}(?:购买|光顾|光临|消费|选购|选择|合作|惠顾)|复购|回购|再来|\b(?:buy|purchase|shop|order|return|visit|come back)\b.*\b(?:again|next|back)\b|\brepurchase|\bcome back\b/i, 'repurchase_prob'],
  [/期望|预期|\bexpect/i, 'expectation'],
  [/满意|\bsatisf|\bcsat\b|打分|评价|\brate\b/i, 'satisfaction'],
  [/忠诚|\bloyal/i, 'loyalty'],
  [/(?:会员)?(?:卡号|编号)|客户编号|会员号|\b(?:customer|member|account) ?(?:id|number|no)\b/i, 'customer_id'],
  [/邮箱|e-?mail/i, 'customer_id'],
  [/手机|联系电话|\b(?:phone|mobile)\b/i, 'customer_id'],
  [/姓名|称呼|公司名称|单位名称|\byour (?:full )?name\b|\bcompany name\b/i, 'customer_name'],
  [/性别|年龄|职业|\b(?:gender|age)\b/i, 'attribute'],
  [/城市|省份|地区|\b(?:city|country|region)\b/i, 'region'],
  [/行业|\bindustry\b/i, 'industry'],
];

/** Questions about the whole are better answers than those about a part. */
const overall = /总体|整体|综合|总的|\boverall\b|\bin general\b/i;

/** The role of a column whose header is a survey question, and how well it fits; null when it is none. */
export function questionRole(header: string): { readonly role: Role; readonly score: number } | null {
  const text = toSimplified(header.normalize('NFKC').trim());
  if (text.length < 6 || !question.test(text)) return null;
  const rank = asked.findIndex(([pattern]) => pattern.test(text));
  const role = asked[rank]?.[1];
  return role ? { role, score: 3_000 - 10 * rank + (overall.test(text) ? 500 : 0) } : null;
}
