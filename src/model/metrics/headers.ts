import { headerWords } from '../headers.ts';
import type { Model } from '../model.ts';
import type { TextId } from './types.ts';

/** What attributes without a role can speak of. */
export type Topic = 'standing' | 'innovation' | 'influence' | 'flag';

/** Words in headers, simplified, lower case, without blanks and marks. */
// prettier-ignore
const words: Readonly<Record<Topic, RegExp>> = {
  standing: /行业地位|市场地位|市场排名|行业排名|marketposition|industryposition|marketstanding|industryrank|marketrank/,
  innovation: /创新|innovat/,
  influence: /影响力|影响范围|推荐人数|转介绍|介绍客户|粉丝|口碑|influence|referrals?$|referred|followers/,
  flag: /合规|资质|证照|许可证|执照|制裁|投诉|违规|违约|失信|处罚|黑名单|诉讼|complian|licen[cs]e|sanction|complaint|violation|blacklist|breach|penalty|litigation/,
};

/** A number of days or a mark stands for how long or how well, not for whether something is wrong. */
const notFlags = /score|rating|评分|得分|费用|金额|amount|cost/;

/** Columns of `customers` whose header speaks of a topic, in the order of the files. */
export function attributesAbout(topic: Topic, model: Model): TextId[] {
  return model.attributes
    .filter(({ role }) => role === null)
    .filter(({ header }) => {
      const { compact } = headerWords(header);
      return words[topic].test(compact) && !(topic === 'flag' && notFlags.test(compact));
    })
    .map(({ column }) => column as TextId);
}

/**
 * How the answers under a flag's header are to be read: `bad` = yes is bad (sanctions, complaints), `good` = no is bad
 * (compliance), `valid` = a date until which something holds, or whether it does.
 */
export type FlagKind = 'bad' | 'good' | 'valid';

export function flagKind(header: string): FlagKind {
  const { compact } = headerWords(header);
  if (/是否(?:过期|到期|失效)|expired$|^is?expired|不合规|noncomplian|unlicen[cs]/.test(compact))
    return 'bad';
  if (/合规|complian/.test(compact)) return 'good';
  return /资质|证照|许可证|执照|licen[cs]e/.test(compact) ? 'valid' : 'bad';
}
