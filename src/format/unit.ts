import type { Lang } from '../i18n/lang.ts';

/** What a number is divided by and the word written behind it: 1e6 and "M", 1e4 and "万". */
export interface Unit {
  readonly divisor: number;
  readonly word: string;
}

const units: Readonly<Record<Lang, readonly Unit[]>> = {
  en: [
    { divisor: 1, word: '' },
    { divisor: 1e3, word: 'K' },
    { divisor: 1e6, word: 'M' },
    { divisor: 1e9, word: 'B' },
    { divisor: 1e12, word: 'T' },
  ],
  'zh-Hans': [
    { divisor: 1, word: '' },
    { divisor: 1e4, word: '万' },
    { divisor: 1e8, word: '亿' },
    { divisor: 1e12, word: '万亿' },
  ],
};

/** Up to four digits are read at a glance, so a number below this is written out. */
const WRITTEN_OUT_BELOW = 10_000;

const roundTo = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Decimals that keep a figure with a unit within four significant digits, and never more than one. */
export const unitDigits = (scaled: number): 0 | 1 => (Math.abs(scaled) >= 999.95 ? 0 : 1);

/** The unit a magnitude is read in: the largest whose rounded figure does not spill over into the next one. */
export function unitOf(lang: Lang, magnitude: number): Unit {
  const size = Math.abs(magnitude);
  const list = units[lang];
  for (const [index, unit] of list.entries()) {
    const next = list[index + 1];
    if (!next) return unit;
    const scaled = size / unit.divisor;
    const limit = unit.divisor === 1 ? WRITTEN_OUT_BELOW : next.divisor / unit.divisor;
    const digits = unit.divisor === 1 ? 0 : unitDigits(scaled);
    if (roundTo(scaled, digits) < limit) return unit;
  }
  throw new Error(`no unit for ${magnitude}`);
}
