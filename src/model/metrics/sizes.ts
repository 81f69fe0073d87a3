import { gradeWord, numberOf, plainAnswer } from './answers.ts';
import type { GradeId } from './catalogue.ts';

const factors: Readonly<Record<string, number>> = { 千: 1e3, k: 1e3, 万: 1e4, m: 1e6, 百万: 1e6, 千万: 1e7, 亿: 1e8, bn: 1e9, b: 1e9 }; // prettier-ignore

/** A number with its mark of size: 1,200, 3.2万, 500人, 1.5m. */
const quantity = String.raw`(?:[¥$€£]\s*)?(\d[\d,]*(?:\.\d+)?)\s*(百万|千万|千|万|亿|k|m|bn|b)?\s*(?:人|名|元|家|个|位|employees|people|staff|rmb|usd|cny)?`;
const whole = new RegExp(`^(?:约|about |~)?${quantity}$`);
const range = new RegExp(`^${quantity}\\s*(?:-|–|—|~|至|到|to)\\s*${quantity}$`);
const atLeast = new RegExp(`^(?:(?:>=?|≥|over|more than|超过|大于|不少于)\\s*)${quantity}$|^${quantity}\\s*(?:\\+|以上|及以上|or more|and more)$`); // prettier-ignore
const below = new RegExp(`^(?:(?:<=?|≤|under|less than|up to|少于|小于|不足)\\s*)${quantity}$|^${quantity}\\s*(?:以下|以内|及以下|or less)$`); // prettier-ignore

/** The number that a size says: ranges by their middle, "500人以上" by its edge, "50人以下" by half of it. */
function amountOf(plain: string): number {
  const read = (digits: string | undefined, mark: string | undefined): number =>
    Number((digits ?? '').replaceAll(',', '')) * (mark ? (factors[mark] ?? 1) : 1);
  const found = (pattern: RegExp): RegExpExecArray | null => pattern.exec(plain);
  let match = found(whole);
  if (match) return read(match[1], match[2]);
  match = found(range);
  // "1-5万" is 10,000 to 50,000: a mark behind the range belongs to both.
  if (match) return (read(match[1], match[2] ?? match[4]) + read(match[3], match[4])) / 2;
  match = found(atLeast);
  if (match) return read(match[1] ?? match[3], match[2] ?? match[4]);
  match = found(below);
  if (match) return read(match[1] ?? match[3], match[2] ?? match[4]) / 2;
  return NaN;
}

const sizeWords: readonly (readonly [RegExp, number])[] = [
  [/^(?:特大|超大|巨)型?(?:企业)?$|^(?:very large|enterprise|giant)$/, 5],
  [/^大(?:型)?(?:企业|公司|客户)?$|^large$|^big$/, 4],
  [/^中(?:等|型|等规模)?(?:企业|公司|客户)?$|^medium$|^mid(?:-?size[d]?|-?market|dle)?$/, 3],
  [/^小(?:型)?(?:企业|公司|客户)?$|^small$|^smb$/, 2],
  [/^微(?:型|小)?(?:企业|公司)?$|^micro$|^tiny$|^个体(?:户|工商户)?$/, 1],
];

const standingWords: readonly (readonly [RegExp, number])[] = [
  [/龙头|领先|领导者|第一|^leader$|^leading$|^market leader$/, 5],
  [/知名|前列|前[十五]|^major$|^challenger$/, 4],
  [/^中游$|^follower$/, 3],
  [/^末尾$|^落后$|^niche$|^marginal$/, 1],
];

const grade = (plain: string, words: readonly (readonly [RegExp, number])[]): number =>
  words.find(([pattern]) => pattern.test(plain))?.[1] ?? gradeWord(plain);

/**
 * Numbers for the different texts of a graded attribute, `counts` being how many customers have each. Numbers and words
 * are never mixed: where at least half of the customers have numbers, words are unknown, else numbers are. Words are
 * grades 1 to 5, of influence 0 to 100 (25 per grade).
 */
export function sizesOf(
  id: GradeId,
  values: readonly string[],
  counts: readonly number[],
): readonly number[] {
  const plain = values.map(plainAnswer);
  const numbers = plain.map((value) => {
    const amount = amountOf(value);
    return Number.isNaN(amount) ? numberOf(value) : amount;
  });
  let numeric = 0;
  let all = 0;
  counts.forEach((count, i) => {
    all += count;
    if (!Number.isNaN(numbers[i])) numeric += count;
  });
  if (numeric * 2 >= all) return numbers;
  const words = id === 'size' ? sizeWords : id === 'standing' ? standingWords : [];
  return plain.map((value, i) => {
    if (!Number.isNaN(numbers[i])) return NaN;
    const found = grade(value, words);
    return id === 'influence' ? (found - 1) * 25 : found;
  });
}
