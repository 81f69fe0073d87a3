import { unwrap } from './cells.ts';
import type { Repairs } from './types.ts';

type Scale = Repairs['scale'];

const yuan = '元|圆|圓|美元|美金|欧元|歐元|日元|日圆|日圓|円|人民币|人民幣|港币|港幣|新台币|新台幣|新臺幣';
const latin = 'CNY|RMB|USD|EUR|GBP|HKD|TWD|NTD|JPY|DOLLARS|EUROS|[$¥€£]';

/** 万元 anywhere; 万 alone at the end, behind a bracket or another mark; 单位：万. */
const chinese = (word: string): RegExp =>
  new RegExp(`(?:${word})(?:${yuan}|${latin})|[（(\\[【/: -] *(?:${word}) *[)\\]】]?$|[单單]位[: ]*(?:${word})`, 'u'); // prettier-ignore

/** `in thousands`, `USD k`, `(k)`, `thousands of dollars`: `alone` are words that need no currency beside them. */
const english = (alone: string, beside: string): RegExp =>
  new RegExp(
    [
      `\\bIN (?:(?:${latin}) ?)?(?:${alone})(?![A-Z0-9])`,
      `(?:${latin}) *(?:${alone}|${beside})(?![A-Z0-9])`,
      `[(\\[] *(?:IN )?(?:${alone}) *[)\\]]`,
      `(?<![A-Z])(?:${alone}|${beside}) ?(?:OF )?(?:${latin})(?![A-Z])`,
    ].join('|'),
    'u',
  );

/** 千万 and 十亿 are no scale that an import has; they must not be taken for 万 and 亿. */
const units: readonly (readonly [pattern: RegExp, scale: Scale])[] = [
  [chinese('(?<![十百千])[亿億]'), 100_000_000],
  [chinese('百[万萬]'), 1_000_000],
  [chinese('(?<![十百千仟])[万萬]'), 10_000],
  [chinese('[千仟]'), 1000],
  [english('MILLIONS?|MIO[.]?|MN|MM', 'M'), 1_000_000],
  [english("THOUSANDS?|'?000'?S?|K|TSD", 'T'), 1000],
];

/** What one unit of a money column is by its header: 10000 for 金额(万元), 1000 for `USD thousands`, 1 for the rest. */
export function headerScale(header: string): Scale {
  const text = unwrap(header).toUpperCase().replaceAll('_', ' ');
  return units.find(([pattern]) => pattern.test(text))?.[1] ?? 1;
}
