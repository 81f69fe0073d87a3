import type { Day } from '../../base/day.ts';
import { numbers, texts, type PlainTable } from '../../base/table.ts';
import { cosineDistance } from '../../stats/cosineDistance.ts';

/** The customer's own history in two halves: `from` to the day before `middle`, and `middle` to `to`. */
export interface Halves {
  readonly from: Day;
  readonly middle: Day;
  readonly to: Day;
}

/**
 * Two halves of the days from the first to the last order; an odd day belongs to the second. Null below two days.
 * @param first first and last order day; NaN = none
 */
export function halvesOf(first: number, last: number): Halves | null {
  // NaN compares as false.
  if (!(last > first)) return null;
  return { from: first, middle: first + Math.floor((last - first + 1) / 2), to: last };
}

/** One category (or product …) in both halves. */
export interface MixPart {
  /** null = rows that do not say; `others` = all that are too small to be listed. */
  readonly name: string | null;
  readonly others: number;
  /** Ten-thousandths bought in each half. */
  readonly first: number;
  readonly last: number;
  /** Of what was bought in the half, 0 to 1; null where nothing was. */
  readonly firstShare: number | null;
  readonly lastShare: number | null;
}

export interface Mix {
  readonly halves: Halves;
  /** Largest first; what does not fit is one part at the end. */
  readonly parts: readonly MixPart[];
  /** Cosine distance between the two halves, over all parts, 0 to 1; null where nothing was bought in one of them. */
  readonly drift: number | null;
  /** Different ones, blanks included. */
  readonly different: number;
}

/** Parts that are listed by name. */
export const namedParts = 12;

export function mixOf(table: PlainTable, halves: Halves): Mix {
  const first = numbers(table, 'first');
  const last = numbers(table, 'last');
  const names = texts(table, 'name');
  const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
  const [allFirst, allLast] = [total(first), total(last)];
  const part = (name: string | null, others: number, a: number, b: number): MixPart => ({
    name,
    others,
    first: a,
    last: b,
    firstShare: allFirst > 0 ? a / allFirst : null,
    lastShare: allLast > 0 ? b / allLast : null,
  });
  const named = Math.min(table.rows, table.rows === namedParts + 1 ? table.rows : namedParts);
  const parts = Array.from({ length: named }, (_, i) => part(names.at(i), 0, first[i]!, last[i]!));
  if (table.rows > named)
    parts.push(part(null, table.rows - named, total(first.subarray(named)), total(last.subarray(named))));
  return { halves, parts, drift: cosineDistance(first, last), different: table.rows };
}
