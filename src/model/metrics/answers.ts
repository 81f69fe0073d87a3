import { toSimplified } from '../../base/simplified.ts';
import type { AnswerId } from './catalogue.ts';
import type { MetricOptions } from './types.ts';

/** An answer in the form in which answers are compared: half width, simplified, lower case, single blanks. */
export const plainAnswer = (text: string): string =>
  toSimplified(text.normalize('NFKC')).toLowerCase().replace(/\s+/g, ' ').replace(/[。.!！]+$/, '').trim(); // prettier-ignore

/** The number that an answer is or begins with: 4, 4分, 4星, 4/5, "5 - very satisfied"; NaN when there is none. */
export function numberOf(plain: string): number {
  const match = /^(-?\d+(?:\.\d+)?)(?:\s*(?:分|星|级|stars?|points?|\/\s*\d+)|\s*(?:[-–—:、.)]|=)\s*\D.*)?$/.exec(plain); // prettier-ignore
  return match ? Number(match[1]) : NaN;
}

/** The largest number among answers; -Infinity without one. */
const largest = (numbers: readonly number[]): number =>
  numbers.reduce((most, x) => (Number.isNaN(x) || x <= most ? most : x), -Infinity);

const stars = (plain: string): number => (/^★+☆*$/.test(plain) ? plain.split('★').length - 1 : NaN);

/**
 * Marks as grades 1 to 5. A column whose largest mark is at most 5 stays as it is; up to 10 it is taken for 0 to 10
 * (1 + 0.4 x), up to 100 for a percentage (1 + 0.04 x). Marks outside the scale are unknown.
 */
function marks(numbers: readonly number[]): readonly number[] {
  const most = largest(numbers);
  const [low, high, step, base] = most <= 5 ? [1, 5, 1, 0] : most <= 10 ? [0, 10, 0.4, 1] : [0, 100, 0.04, 1];
  return numbers.map((x) => (x >= low && x <= high ? base + step * x : NaN));
}

type Grades = readonly (readonly [pattern: RegExp, grade: number])[];

const gradeOf = (plain: string, grades: Grades): number =>
  grades.find(([pattern]) => pattern.test(plain))?.[1] ?? NaN;

/** Which scale of satisfaction a column's answers come from: with a neutral answer, without, or with words of both. */
export function satisfactionScale(values: readonly string[]): 'three_positive' | 'with_neutral' | 'mixed' {
  const plain = values.map(plainAnswer);
  if (!plain.some((value) => neutral.test(value))) return 'three_positive';
  return plain.some((value) => rather.test(value)) && plain.includes('满意') ? 'mixed' : 'with_neutral';
}

const neutral = /^(?:一般|普通|中立|尚可|还行|一般般)$/;
const rather = /^(?:比较|较|还算|较为)满意$/;
const satisfiedEnglish: Grades = [
  [/^(?:very|extremely|completely|highly|totally) satisfied$|^strongly agree$|^excellent$|^very good$|^outstanding$/, 5],
  [/^(?:very|extremely|completely|highly|totally) (?:dissatisfied|unsatisfied)$|^not at all satisfied$|^strongly disagree$|^very (?:poor|bad)$|^terrible$/, 1],
  [/^(?:somewhat |mostly |moderately |quite )?satisfied$|^(?:somewhat )?agree$|^good$/, 4],
  [/^(?:somewhat |mostly |moderately |quite )?(?:dissatisfied|unsatisfied)$|^not (?:so |very )?satisfied$|^(?:somewhat )?disagree$|^poor$|^bad$/, 2],
  [/^neutral$|^neither\b.*$|^average$|^fair$|^ok(?:ay)?$|^so-?so$/, 3],
]; // prettier-ignore
const satisfiedBothScales: Grades = [
  [/^(?:很|非常|十分|极其?|特别|完全)满意$/, 5],
  [/^(?:很|非常|十分|极其?|极|特别|完全)不满意$/, 1],
  [/^(?:比较|较|还算|较为)满意$/, 4],
  [/^(?:不太|不|较不|比较不|不够|较为不)满意$/, 2],
];
const satisfied: Readonly<Record<'three_positive' | 'with_neutral', Grades>> = {
  three_positive: [...satisfiedBothScales, [/^满意$/, 3], ...satisfiedEnglish],
  with_neutral: [...satisfiedBothScales, [/^满意$/, 4], [neutral, 3], ...satisfiedEnglish],
};

/** 5 to 1; see README. An answer of the other scale is unknown. */
function satisfactionGrades(
  values: readonly string[],
  scale: MetricOptions['satisfaction'],
): readonly number[] {
  // prettier-ignore
  const found = satisfactionScale(values);
  const grades = satisfied[scale === 'auto' ? (found === 'with_neutral' ? found : 'three_positive') : scale];
  const plain = values.map(plainAnswer);
  // Extremely, very, somewhat … not so, not at all: here "very" is the second of five.
  const ofFive = plain.includes('extremely satisfied') && plain.includes('very satisfied');
  const shifted = new Map(ofFive ? [['very satisfied', 4], ['somewhat satisfied', 3], ['moderately satisfied', 3]] : []); // prettier-ignore
  return orWords(plain, (value) => shifted.get(value) ?? gradeOf(value, grades));
}

/** Numbers of a column where it has them, else the grade of the word. */
function orWords(plain: readonly string[], word: (plain: string) => number): readonly number[] {
  const numbers = marks(plain.map((value) => { const x = stars(value); return Number.isNaN(x) ? numberOf(value) : x; })); // prettier-ignore
  return plain.map((value, i) => (Number.isNaN(numbers[i]) ? word(value) : numbers[i]!));
}

const likely: Grades = [
  [/^(?:不|绝不|不太|不大|不怎么|基本不|肯定不|一定不)(?:可能|会|愿意|推荐|确定不).*$|^不可能$|^否$|^no$|^never$|^(?:very |extremely |somewhat )?unlikely$|^not (?:at all )?likely$|^(?:definitely|probably) not$|^detractors?$|^贬损者$|^批评者$/, 1],
  [/^(?:很大|很|极有|非常有?|十分|极大|大有)可能$|^(?:一定|肯定|非常愿意|很愿意|愿意|会|必定).*$|^是$|^yes$|^definitely$|^certainly$|^(?:very|extremely|highly) likely$|^promoters?$|^推荐者$/, 3],
  [/^(?:有|有些|也许|或许)?可能会?$|^也许$|^或许$|^看情况$|^不(?:确定|一定|好说)$|^一般$|^中立者?$|^被动者$|^maybe$|^perhaps$|^possibl[ey]$|^probably$|^(?:somewhat )?likely$|^neutral$|^unsure$|^not sure$|^passives?$/, 2],
]; // prettier-ignore

/**
 * 3 very likely, 2 possible, 1 not. Marks of a column up to 3 are these; up to 5: 5 = 3, 4 = 2; beyond, as in the net
 * promoter score: 9 and 10 = 3, 7 and 8 = 2, the others 1.
 */
function recommendGrades(values: readonly string[]): readonly number[] {
  const plain = values.map(plainAnswer);
  const numbers = plain.map(numberOf);
  const most = largest(numbers);
  const least = -largest(numbers.map((x) => -x));
  const grade = (x: number): number => {
    if (x < 0 || x > 10) return NaN;
    if (least >= 1 && most <= 3) return Number.isInteger(x) ? x : NaN;
    const [promoter, passive] = least >= 1 && most <= 5 ? [5, 4] : [9, 7];
    return x >= promoter ? 3 : x >= passive ? 2 : 1;
  };
  return plain.map((value, i) => (Number.isNaN(numbers[i]) ? gradeOf(value, likely) : grade(numbers[i]!)));
}

const repurchaseEdges = { 3: 0.7, 2: 0.3, 1: 0 } as const;

/**
 * 0 to 1. A per cent sign, or a column with numbers beyond 1, means hundredths. Bands give their lower edge (70%以上 =
 * 0.7, 70 - 30% = 0.3, 30%以下 = 0); words that of their band.
 */
function repurchaseShares(values: readonly string[]): readonly number[] {
  const plain = values.map((value) => plainAnswer(value).replace(/％/g, '%'));
  const bare = plain.map((value) => (/^\d+(?:\.\d+)?$/.test(value) ? Number(value) : NaN));
  const percent = largest(bare) > 1;
  const share = (x: number, hundredths: boolean): number => {
    const found = hundredths ? x / 100 : x;
    return found >= 0 && found <= 1 ? found : NaN;
  };
  return plain.map((value, i) => {
    if (!Number.isNaN(bare[i])) return share(bare[i]!, percent);
    const found = [...value.matchAll(/(\d+(?:\.\d+)?)\s*(%?)/g)];
    const hundredths = found.some((match) => match[2] === '%') || found.some((match) => Number(match[1]) > 1);
    const numbers = found.map((match) => Number(match[1]));
    if (numbers.length === 1 && /^\d+(?:\.\d+)?\s*%$/.test(value)) return share(numbers[0]!, true);
    if (numbers.length === 2 && /^[\d.%\s]+(?:-|–|—|~|至|到|to)[\d.%\s]+$/.test(value))
      return share(Math.min(...numbers), hundredths);
    if (numbers.length === 1 && /以下|不到|少于|低于|小于|^[<≤]|^(?:below|under|less|up to)/.test(value))
      return 0;
    if (numbers.length === 1 && /以上|超过|高于|大于|不低于|^(?:>=?|≥)|\+$|^(?:above|over|more|at least)|or more$/.test(value))
      return share(numbers[0]!, hundredths); // prettier-ignore
    const grade = gradeOf(value, [...likely, [/^(?:很)?高$|^high$/, 3], [/^中等?$|^medium$|^mid$/, 2], [/^(?:很)?低$|^low$/, 1]]); // prettier-ignore
    return repurchaseEdges[grade as 1 | 2 | 3] ?? NaN;
  });
}

const graded: Grades = [
  [/^(?:很|非常|极|十分)高$|^(?:非常|很|十分|高度)(?:忠诚|配合)$|^优秀?$|^very high$|^excellent$/, 5],
  [/^(?:很|非常|极|十分)低$|^(?:非常|很|完全|极)不(?:忠诚|配合)$|^very low$|^very poor$/, 1],
  [/^较高$|^比较高$|^中高$|^(?:比较|较)(?:忠诚|配合)$|^良好?$|^good$|^(?:fairly|rather) high$|^upper$/, 4],
  [/^较低$|^比较低$|^中低$|^(?:不太|较不)(?:忠诚|配合)$|^(?:fairly|rather) low$|^fair$/, 2],
  [/^高$|^忠诚$|^配合$|^强$|^high$|^loyal$|^strong$|^大$/, 5],
  [/^低$|^不(?:忠诚|配合)$|^差$|^弱$|^low$|^poor$|^disloyal$|^weak$|^小$/, 1],
  [/^中等?$|^一般$|^普通$|^medium$|^mid(?:dle)?$|^moderate$|^average$|^neutral$/, 3],
];

/** Words of a grade as 5 to 1: 很高 and 高 5, 较高 4, 中 3, 较低 2, 低 and 很低 1; NaN for others. */
export const gradeWord = (plain: string): number => gradeOf(plain, graded);

/** What the different answers of a column come to under a metric's scale; NaN = not understood. */
export function gradesOf(
  id: AnswerId,
  values: readonly string[],
  options: Pick<MetricOptions, 'satisfaction'>,
): readonly number[] {
  switch (id) {
    case 'satisfaction':
      return satisfactionGrades(values, options.satisfaction);
    case 'recommend':
      return recommendGrades(values);
    case 'repurchase':
      return repurchaseShares(values);
    case 'cooperation':
    case 'loyalty':
      return orWords(values.map(plainAnswer), gradeWord);
  }
}
