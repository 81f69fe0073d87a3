import type { Lang } from '../i18n/lang.ts';

export interface WhyTierWords {
  notAbove(tier: string): string;
  /** What rules found, as a sentence of its own. */
  sentence(text: string): string;
  /** Above the parts of a weighted score. */
  scoreIs(name: string, score: string): string;
  part(name: string, value: string, points: string, weight: string, adds: string): string;
  /** The customer's is not known; the files have no such column. */
  partUnknown(name: string, weight: string): string;
  partMissing(name: string, weight: string): string;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export const whyTierWords: Readonly<Record<Lang, WhyTierWords>> = {
  en: {
    notAbove: (tier) => `Why not ${tier}`,
    sentence: (text) => `${capital(text)}.`,
    scoreIs: (name, score) => `${capital(name)}: ${score} of 100 points, made of`,
    part: (name, value, points, weight, adds) =>
      `${capital(name)} ${value}: ${points} of 100, weight ${weight}, adds ${adds}`,
    partUnknown: (name, weight) => `${capital(name)}: unknown, left out (weight ${weight})`,
    partMissing: (name, weight) =>
      `${capital(name)}: the files have no such column, left out (weight ${weight})`,
  },
  'zh-Hans': {
    notAbove: (tier) => `为什么不是${tier}`,
    sentence: (text) => `${text}。`,
    scoreIs: (name, score) => `${name}：${score}分（满分100），由以下各项合成`,
    part: (name, value, points, weight, adds) =>
      `${name}${value}：得${points}分（满分100），权重${weight}，计入${adds}分`,
    partUnknown: (name, weight) => `${name}：未知，不计（权重${weight}）`,
    partMissing: (name, weight) => `${name}：文件中没有这一列，不计（权重${weight}）`,
  },
};
