import { isoMonth } from '../base/day.ts';
import type { Format } from '../format/format.ts';
import type { Lang } from '../i18n/lang.ts';
import type { ComparedPeriod } from '../model/periods.ts';

interface Words {
  year(year: string): string;
  half(year: string, first: boolean): string;
  quarter(year: string, quarter: string): string;
}

const words: Readonly<Record<Lang, Words>> = {
  en: {
    year: (year) => year,
    half: (year, first) => `H${first ? 1 : 2} ${year}`,
    quarter: (year, quarter) => `Q${quarter} ${year}`,
  },
  'zh-Hans': {
    year: (year) => `${year}年`,
    half: (year, first) => `${year}年${first ? '上' : '下'}半年`,
    quarter: (year, quarter) => `${year}年第${quarter}季度`,
  },
};

/** What a period of the calendar is called; its days where the calendar has no name for it. */
export function periodName({ label, from, to }: ComparedPeriod, format: Format): string {
  const t = words[format.lang];
  switch (label.kind) {
    case 'year':
      return t.year(String(label.year));
    case 'half':
      return t.half(String(label.year), label.part === 1);
    case 'quarter':
      return t.quarter(String(label.year), String(label.part));
    case 'months': {
      const [first, last] = [format.month(isoMonth(label.first)), format.month(isoMonth(label.last))];
      return first === last ? first : format.span(first, last);
    }
    case 'days':
      return format.range(from, to);
  }
}
