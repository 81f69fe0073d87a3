/** Words for a company's legal form; the name without them is the name that people write. Folded to NFKC, lower case. */
const chinese = [
  '(?:股份)?有限(?:责任)?公司', '股份公司', '公司', '\\((?:特殊)?(?:有限|普通)合伙\\)', '\\(个体工商户\\)',
]; // prettier-ignore
const japanese = ['株式会社', '有限会社', '合同会社', '株式會社', '有限會社', '\\(株\\)', '\\(有\\)'];
const korean = ['주식회사', '유한회사', '\\(주\\)'];

/** Latin and Cyrillic forms stand as words of their own; dots and blanks between their letters do not count. */
// prettier-ignore
const spaced = [
  'company', 'co', 'limited', 'ltd', 'ltda', 'incorporated', 'inc', 'corporation', 'corp', 'llc', 'llp', 'lp', 'plc', 'pty', 'pte',
  'pvt', 'sdn', 'bhd', 'gmbh', 'mbh', 'ag', 'kg', 'kgaa', 'ohg', 'ug', 'e\\.?k', 's\\.? ?a\\.? ?s', 's\\.? ?a\\.? ?r\\.? ?l',
  's\\.? ?à ?r\\.? ?l', 's\\.? ?a', 's\\.? ?l\\.?(?: ?u)?', 's\\.? ?p\\.? ?a', 's\\.? ?r\\.? ?l', 's\\.? ?r\\.? ?o', 'sp\\.? ?z ?o\\.? ?o',
  'b\\.? ?v', 'n\\.? ?v', 'ab', 'a/s', 'aps', 'asa', 'oyj?', 'l\\.? ?l\\.? ?c', 'l\\.? ?l\\.? ?p', 'p\\.? ?l\\.? ?c', 'k\\.? ?k', 'g\\.? ?k',
  'ооо', 'оао', 'зао', 'пао', 'нао', 'ао',
];

/** 分公司, 子公司 and 总公司 are other parties, not forms. */
const behindHan = new RegExp(`(?<![分子总母])(?:${[...chinese, ...japanese, ...korean].join('|')})$`, 'u');
const behindWord = new RegExp(`(?<=[\\s,.&)])(?:${spaced.join('|')})\\.?$`, 'u');
const before = new RegExp(
  `^(?:(?:${[...japanese, ...korean].join('|')})\\s*|(?:ооо|оао|зао|пао|нао|ао|ип|pt)\\.?[\\s"«“]+(?=\\S))`,
  'u',
);

const edges = /^[\s,.&"«»“”]+|[\s,.&"«»“”]+$/gu;

/** No name: one Latin letter, or nothing. */
const named = /\p{Script=Han}|\p{L}.*[\p{L}\p{N}]/u;

/**
 * The name of a company (NFKC, lower case, simplified) without its legal form, several of them one after the other
 * (GmbH & Co. KG). Groups and branches — 集团, (上海), 分公司 — are other companies and keep their words; a name that would
 * vanish stays whole.
 */
export function withoutLegalForm(name: string): string {
  let now = name.trim();
  for (let i = 0; i < 4; i++) {
    const trimmed = now.replace(/[\s,.]+$/u, '');
    let next = trimmed.replace(behindHan, '');
    if (next === trimmed) next = trimmed.replace(behindWord, '');
    if (next === trimmed) next = trimmed.replace(before, '');
    if (next === trimmed) break;
    next = next.replace(edges, '');
    if (!named.test(next)) break;
    now = next;
  }
  return now;
}
