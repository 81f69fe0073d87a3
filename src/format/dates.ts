import { type Day } from '../base/day.ts';
import type { Lang } from '../i18n/lang.ts';

export interface DateWords {
  date(day: Day): string;
  /** @param iso yyyy-mm */
  month(iso: string): string;
}

const at = (day: Day): Date => new Date(day * 86_400_000);

/**
 * Dates in words. English is day, month by name, year: no reader on either side of the Atlantic can take the day for
 * the month. The zone is fixed to UTC because a Day has none.
 */
export function dateWords(lang: Lang): DateWords {
  const utc = { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' } as const;
  const parseMonth = (iso: string): Date => {
    const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(iso);
    if (!match) throw new Error(`not a month (yyyy-mm): ${iso}`);
    return new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, 1));
  };
  if (lang === 'zh-Hans') {
    const date = new Intl.DateTimeFormat(lang, { ...utc, year: 'numeric', month: 'long', day: 'numeric' });
    const month = new Intl.DateTimeFormat(lang, { ...utc, year: 'numeric', month: 'long' });
    return { date: (day) => date.format(at(day)), month: (iso) => month.format(parseMonth(iso)) };
  }
  const name = new Intl.DateTimeFormat('en', { ...utc, month: 'short' });
  return {
    date: (day) => `${at(day).getUTCDate()} ${name.format(at(day))} ${at(day).getUTCFullYear()}`,
    month: (iso) => `${name.format(parseMonth(iso))} ${parseMonth(iso).getUTCFullYear()}`,
  };
}
