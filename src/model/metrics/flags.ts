import { parseIsoDay, type Day } from '../../base/day.ts';
import { toSimplified } from '../../base/simplified.ts';
import type { FlagKind } from './headers.ts';

const yes = /^(?:是|有|存在|已|y|yes|true|t|√|✓|x|✗)$/;
const no = /^(?:否|无|没有|未|不|n|no|none|false|f|-|—)$/;
const clear =
  /^(?:合规|通过|正常|有效|齐全|良好|合格|ok|okay|pass(?:ed)?|valid|active|compliant|clear|clean|good)$/;
const wrong = /不合规|不通过|未通过|过期|失效|吊销|缺|不合格|异常|违规|expired|invalid|revoked|missing|fail|non.?compliant|breach|violation|listed|sanctioned/; // prettier-ignore

const dateMarks = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T ].*)?$/;

/** A date written year first, as read; null when the text is none. */
function dateOf(text: string): Day | null {
  const parts = dateMarks.exec(text) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (!parts) return null;
  const [, year, month, day] = parts;
  return parseIsoDay(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`);
}

/**
 * Whether an answer under a flag's header says that something is wrong on the day; null = says nothing that is
 * understood. A licence is expired from the day after its last.
 */
export function raised(answer: string, kind: FlagKind, asOf: Day | null): boolean | null {
  const text = toSimplified(answer.normalize('NFKC')).trim().toLowerCase();
  if (wrong.test(text)) return true;
  if (clear.test(text)) return false;
  const date = dateOf(text);
  if (date !== null) return kind === 'valid' && asOf !== null ? date < asOf : null;
  if (yes.test(text)) return kind === 'bad';
  if (no.test(text)) return kind !== 'bad';
  const number = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
  // A count of complaints or sanctions; 1 and 0 under a compliance header are yes and no.
  if (number === null) return null;
  if (kind === 'bad') return number > 0;
  return number > 1 ? null : number === 0;
}
