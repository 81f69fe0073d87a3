import type { Day } from '../base/day.ts';
import type { Lang } from '../i18n/lang.ts';
import { dateWords } from './dates.ts';
import { type Unit, unitDigits, unitOf } from './unit.ts';

type Value = number | null | undefined;

/** Figures in one unit, chosen once for a column or an axis from its maximum. */
export interface Scale {
  /** 1, 1000, 10000 …: what values are divided by. */
  readonly divisor: number;
  /** "", "K", "万" …: empty when figures are written out. */
  readonly word: string;
  /** A cell: the same number of decimals down the column. */
  cell(value: Value): string;
  /** An axis tick: no decimals that say nothing. */
  tick(value: Value): string;
}

/**
 * Every number and date that a person reads. All functions give "—" for null, NaN and infinity, write negatives with
 * U+2212 and never write a negative zero. Percentages take shares (0.8 is 80%).
 */
export interface Format {
  readonly lang: Lang;
  readonly currency: string | null;
  integer(value: Value): string;
  decimal(value: Value, digits: number): string;
  /** Share 0 to 1 with one decimal; exactly none and exactly all have no decimals, and a trace is "<0.1%", not 0. */
  percent(share: Value, digits?: number): string;
  /** Share 0 to 1 with a decimal only where it says something: what someone has set ("80%", "82.5%"). */
  percentShort(share: Value): string;
  /** Difference of two shares in percentage points: 0.235 is "23.5 pts". */
  points(difference: Value): string;
  /** At most four significant digits: "12.3K", "1.2万"; with the currency's sign when there is one. */
  money(value: Value): string;
  /** Written out in full, up to two decimals. */
  moneyFull(value: Value): string;
  /** As money, without currency. */
  compact(value: Value): string;
  /** @param max the largest magnitude in the column or on the axis */
  unitFor(max: number, kind?: 'number' | 'money'): Scale;
  date(day: Value): string;
  /** @param iso yyyy-mm; throws on anything else */
  month(iso: string | null): string;
  /** Two days, both included; one date when they are the same. */
  range(from: Day, to: Day): string;
  /** Any two texts as from and to. */
  span(from: string, to: string): string;
  days(count: Value): string;
  /** How many times as much: "1.3 times". */
  ratio(value: Value): string;
  list(items: readonly string[]): string;
  /** Size of a file. */
  bytes(count: Value): string;
  /** A change with its sign, written by `as`: delta(72, f.integer) is "+72"; no change has no sign. */
  delta(value: Value, as: (value: number) => string): string;
  /** The form of a word that goes with a count; Chinese has one form. */
  plural(count: number, one: string, other: string): string;
}

const NONE = '—';
const MINUS = '\u2212';

const finite = (value: Value): value is number => typeof value === 'number' && Number.isFinite(value);

export function formatter(lang: Lang, currency: string | null = null): Format {
  const zh = lang === 'zh-Hans';
  // A currency comes from a file's mapping: what Intl would refuse is left out rather than thrown at a reader.
  const code =
    currency !== null && /^[A-Za-z]{3}$/.test(currency.trim()) ? currency.trim().toUpperCase() : null;
  const cache = new Map<string, Intl.NumberFormat>();

  const write = (value: number, least: number, most: number, money = false): string => {
    const key = `${least} ${most} ${money}`;
    let format = cache.get(key);
    if (!format) {
      format = new Intl.NumberFormat(lang, {
        numberingSystem: 'latn',
        minimumFractionDigits: least,
        maximumFractionDigits: most,
        signDisplay: 'negative',
        ...(money && code ? { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' } : {}),
      });
      cache.set(key, format);
    }
    return format.format(value).replace('-', MINUS);
  };
  /** In both languages the currency's sign stands before the figure, so a unit can follow it. */
  const inUnit = (value: number, unit: Unit, least: number, most: number, money: boolean): string =>
    write(value / unit.divisor, least, most, money) + unit.word;
  /** A non-zero figure that would round to nothing is written as a bound. */
  const bounded = (value: number, digits: number, text: (value: number) => string): string => {
    const smallest = 10 ** -digits;
    if (value === 0 || Math.abs(value) >= smallest / 2) return text(value);
    return value > 0 ? `<${text(smallest)}` : `>${text(-smallest)}`;
  };
  const smallDigits = (size: number, money: boolean): number => {
    if (money && code) return size >= 99.995 ? 0 : 2;
    return size >= 999.95 ? 0 : size >= 99.995 ? 1 : 2;
  };
  const short = (value: Value, money: boolean): string => {
    if (!finite(value)) return NONE;
    const unit = unitOf(lang, value);
    if (unit.divisor > 1) {
      // English units are steps of a thousand: "5M" alone would hide up to a tenth of the figure.
      const digits = !zh && Math.abs(value / unit.divisor) < 9.995 ? 2 : unitDigits(value / unit.divisor);
      return inUnit(value, unit, 0, digits, money);
    }
    const most = smallDigits(Math.abs(value), money);
    const least = money && code && !Number.isInteger(value) ? most : 0;
    return bounded(value, most, (v) => write(v, least, most, money));
  };
  const plain =
    (write: (value: number) => string) =>
    (value: Value): string =>
      finite(value) ? write(value) : NONE;

  const plurals = new Intl.PluralRules(lang);
  const lists = new Intl.ListFormat(lang, { type: 'conjunction', style: 'long' });
  const dates = dateWords(lang);
  const plural = (count: number, one: string, other: string): string =>
    plurals.select(count) === 'one' ? one : other;
  const span = (from: string, to: string): string => {
    if (zh) return `${from}至${to}`;
    return /\s/.test(from + to) ? `${from} – ${to}` : `${from}–${to}`;
  };

  return {
    lang,
    currency: code,
    integer: plain((value) => write(value, 0, 0)),
    decimal: (value, digits) => (finite(value) ? write(value, digits, digits) : NONE),
    percent: (share, digits = 1) => {
      if (!finite(share)) return NONE;
      if (share === 0 || share === 1) return `${write(share * 100, 0, 0)}%`;
      const text = (v: number) => `${write(v, digits, digits)}%`;
      // All customers but one are not all of them.
      if (share < 1 && text(share * 100) === text(100)) return `>${text(100 - 10 ** -digits)}`;
      return bounded(share * 100, digits, text);
    },
    percentShort: plain((share) => `${write(share * 100, 0, 1)}%`),
    points: plain((difference) => {
      const text = write(difference * 100, 1, 1);
      return zh ? `${text}个百分点` : `${text} ${Math.abs(difference * 100) === 1 ? 'pt' : 'pts'}`;
    }),
    money: (value) => short(value, true),
    moneyFull: plain((value) => write(value, Number.isInteger(value) || !code ? 0 : 2, 2, true)),
    compact: (value) => short(value, false),
    unitFor: (max, kind = 'number') => {
      const size = Number.isFinite(max) ? Math.abs(max) : 0;
      const unit = unitOf(lang, size);
      const money = kind === 'money';
      const most = unit.divisor > 1 ? unitDigits(size / unit.divisor) : smallDigits(size, money);
      const least = unit.divisor > 1 || (money && code !== null) ? most : 0;
      const scaled = (least: number) =>
        plain((value) =>
          value === 0
            ? write(0, 0, 0, money)
            : bounded(value / unit.divisor, most, (v) => write(v, least, most, money) + unit.word),
        );
      return { divisor: unit.divisor, word: unit.word, cell: scaled(least), tick: scaled(0) };
    },
    date: plain(dates.date),
    month: (iso) => (iso === null ? NONE : dates.month(iso)),
    range: (from, to) => (from === to ? dates.date(from) : span(dates.date(from), dates.date(to))),
    span,
    days: plain((count) => {
      const text = write(count, 0, 1);
      return zh ? `${text}天` : `${text} ${plural(count, 'day', 'days')}`;
    }),
    ratio: plain((value) => {
      const text = write(value, 0, Math.abs(value) >= 99.95 ? 0 : 1);
      return zh ? `${text}倍` : `${text} ${plural(value, 'time', 'times')}`;
    }),
    list: (items) => lists.format(items),
    bytes: plain((count) => {
      const power = count < 1000 ? 0 : count < 999_950 ? 1 : count < 999_950_000 ? 2 : 3;
      return `${write(count / 1000 ** power, 0, power === 0 ? 0 : 1)} ${['B', 'kB', 'MB', 'GB'][power]}`;
    }),
    delta: (value, as) => {
      if (!finite(value)) return NONE;
      const text = as(value);
      // A change that rounds to nothing ("0.0%") carries no sign.
      return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
    },
    plural,
  };
}
