import { roleIds, type Role } from '../base/role.ts';
import type { SourceColumn } from '../ingest/types.ts';
import { headerWords, type HeaderWords } from './headers.ts';
import { denied, synonyms } from './synonyms.ts';
import { particles, tongues } from './tongues.ts';
import { filled, valuesAllow } from './values.ts';

/** A role that a column's name speaks for. */
export interface Match {
  readonly index: number;
  readonly role: Role;
  /** Higher is better; whole names are above 4000, parts of names below. */
  readonly score: number;
  readonly exact: boolean;
}

interface Word extends HeaderWords {
  readonly role: Role;
  /** A single word that counts only at the end of a longer name. */
  readonly atEnd: boolean;
  readonly rank: number;
}

/** Names so general that they count only at the end of a longer name, where the head of a noun stands. */
// prettier-ignore
const general = new Set([
  'date', 'time', 'day', 'total', 'name', 'type', 'status', 'source', 'product', 'item', 'price', 'value', 'level', 'group', 'size', 'company', 'store', 'shop', 'branch',
  'email', 'description', 'invoice', 'cost', 'state', 'control', 'material', 'sales', 'response', 'rating', 'owner', 'recommend', 'vertical', 'order', 'receipt', 'market',
  'service', 'plan', 'model', 'volume', 'area', 'location', 'agent', 'rep', 'stage', 'arm', 'collector', 'risk', 'age', 'charges', 'units', 'mobile', 'payer', 'profit', 'tier',
  'revenue', 'income', 'contribution', 'purpose', 'subject', 'direction', 'promotion', 'family', 'class', 'refunded', 'returns', 'organization', 'course', 'platform', 'channel', 'converted', 'conversion', 'purchased', 'outcome', 'curr',
]);
/** Names that mean their role only when they stand alone: a longer name with them says something else. */
// prettier-ignore
const alone = new Set([
  'order', 'time', 'day', 'units', 'model', 'plan', 'arm', 'control', 'market', 'agent', 'rep', 'age', 'volume', 'share', 'service', 'course', '时间', '名称', '活动', '推荐', '等级', '级别', '手机', '公司', '收入',
  '流水', '平台', '管道', '期望', '预期', '优惠', '退款', '合计', '状态', '余额', '物料', '项目', '性别', '类别', '分类', '实付', '店名', '响应', '转化', '账号', '型号', '线路', '原币', '导购', '顾问',
]);

const known: readonly Word[] = roleIds.flatMap((role) =>
  [...(synonyms[role] ?? []), ...(tongues[role] ?? [])].map((synonym, rank) => {
    const words = headerWords(synonym);
    const foreign = rank >= (synonyms[role]?.length ?? 0);
    return {
      role,
      rank,
      atEnd: words.words.length === 1 && (foreign || general.has(words.compact)),
      ...words,
    };
  }),
);

const byName = new Map<string, Word[]>();
/** Names in Latin letters by their first word; the others are looked for anywhere. */
const byFirstWord = new Map<string, Word[]>();
const others: Word[] = [];
for (const word of known) {
  const { compact, words } = word;
  byName.set(compact, [...(byName.get(compact) ?? []), word]);
  if (/[^!-~]/.test(compact)) others.push(word);
  else byFirstWord.set(words[0] ?? '', [...(byFirstWord.get(words[0] ?? '') ?? []), word]);
}

/** All roles that a column's name allows; only whole names where one fits. */
export function matchesOf(column: SourceColumn, index: number): Match[] {
  const header = headerWords(column.header);
  const allowed = ({ role }: Word): boolean => valuesAllow(role, column.evidence);
  const exact = (byName.get(header.compact) ?? byName.get(nouns(header)) ?? [])
    .filter(allowed)
    .map(({ role, rank }): Match => {
      const base = role === 'attribute' ? 5_000 : 10_000;
      return { index, role, score: (base - rank) * fullness(column), exact: true };
    });
  if (exact.length > 0) return exact;
  const text = header.words.join(' ');
  const near = header.words.flatMap((word) => byFirstWord.get(word) ?? []);
  return [...near, ...(/[^!-~]/.test(header.compact) ? others : [])]
    .filter((word) => word.role !== 'attribute' && contains(header, word))
    .filter((word) => !denied[word.role]?.test(text) && allowed(word))
    .map(({ role, rank, compact }): Match => {
      const atEnd = header.compact.endsWith(compact) ? 5 : 0;
      const score = Math.min(3_900, 100 * weight(compact)) + atEnd - rank / 100;
      return { index, role, score: score * fullness(column), exact: false };
    });
}

/** The name without the small words between its nouns: date de la commande. */
const nouns = ({ words }: HeaderWords): string => words.filter((word) => !particles.has(word)).join('');

/** A column that is all but empty gives way to another of the same meaning. */
const fullness = ({ evidence }: SourceColumn): number =>
  evidence.sampled >= 5 && filled(evidence) < 0.05 * evidence.sampled ? 0.5 : 1;

/** A Chinese character says as much as a few letters do. */
const weight = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e80' ? 3 : 1), 0);

function contains(header: HeaderWords, word: Word): boolean {
  if (alone.has(word.compact)) return false;
  if (/[^!-~]/.test(word.compact)) {
    if (word.compact.length < 2) return false;
    if (header.compact.endsWith(word.compact)) return true;
    return word.compact.length >= 4 && header.compact.includes(word.compact);
  }
  const n = word.words.length;
  for (let at = 0; at + n <= header.words.length; at++) {
    if (!word.words.every((part, i) => header.words[at + i] === part)) continue;
    if (at + n === header.words.length || !word.atEnd) return true;
  }
  return false;
}
