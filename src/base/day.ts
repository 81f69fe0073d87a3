/**
 * A calendar date without zone: the number of days since 1970-01-01. Arithmetic is plain integer arithmetic, so
 * neither daylight saving nor the reader's time zone can move a date.
 */
export type Day = number;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

export function dayOf(year: number, month: number, day: number): Day {
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}

export function civil(day: Day): CivilDate {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** yyyy-mm-dd */
export function isoDay(day: Day): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Reads yyyy-mm-dd; null when the text is not an existing date. */
export function parseIsoDay(text: string): Day | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDay(day) === text ? day : null;
}

/** 0100-01-01 to 9999-12-31: the days that parseIsoDay can read. */
const span = { first: -683_003, last: 2_932_896 } as const;

export const isDay = (value: unknown): value is Day =>
  Number.isInteger(value) && (value as number) >= span.first && (value as number) <= span.last;

/** The date as the integer yyyymmdd. */
export function compactDay(day: Day): number {
  const { year, month, day: d } = civil(day);
  return year * 10_000 + month * 100 + d;
}

/** Months since year 0: consecutive integers for consecutive months. */
export function monthIndex(day: Day): number {
  const { year, month } = civil(day);
  return year * 12 + month - 1;
}

/** yyyy-mm of a month index. */
export function isoMonth(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}
