import type { MetricId } from '../metrics/types.ts';
import type { Condition, Settings, TableAxis } from './types.ts';

/** Classes of a cell, as numbers of the table. */
export const loyaltyClass = { low: 1, mid: 2, high: 3 } as const;
export type LoyaltyClass = keyof typeof loyaltyClass;

interface Axis extends TableAxis {
  readonly levels: number;
  /** Smallest answer there is. */
  readonly least: number;
}

/** Satisfaction 1 to 5; probability of buying again below 30 %, from 30 % and from 70 %; recommendation 1 to 3. */
export const loyaltyAxes = [
  { of: 'satisfaction', edges: [2, 3, 4, 5], levels: 5, least: 1 },
  { of: 'repurchase', edges: [0.3, 0.7], levels: 3, least: 0 },
  { of: 'recommend', edges: [2, 3], levels: 3, least: 1 },
] as const satisfies readonly Axis[];

/**
 * The metrics of the axes under the preset's settings: as a stand-in for a missing answer the rate of buying again from
 * the orders, where that is chosen.
 */
export const loyaltyMetrics = ({ repurchase }: Settings): readonly [MetricId, MetricId, MetricId] => [
  'satisfaction',
  repurchase === 'rate' ? 'repurchase_or_rate' : 'repurchase',
  'recommend',
];

/** Levels of a cell on the three axes, each from 1. */
export type Levels = readonly [satisfaction: number, repurchase: number, recommend: number];

/** All 45 cells, in the order of the table. */
export const loyaltyCells: readonly Levels[] = Array.from({ length: 45 }, (_, i) => [
  Math.floor(i / 9) + 1,
  Math.floor(i / 3) % 3 + 1,
  (i % 3) + 1,
]); // prettier-ignore

export const cellAt = ([satisfaction, repurchase, recommend]: Levels): number =>
  (satisfaction - 1) * 9 + (repurchase - 1) * 3 + recommend - 1;

/** Level of a number on an axis, from 1; 0 = unknown. */
export function levelOn(axis: 0 | 1 | 2, x: number | undefined): number {
  if (x === undefined || Number.isNaN(x)) return 0;
  // Asked for every customer: counted without an array.
  let level = 1;
  for (const edge of loyaltyAxes[axis].edges) if (edge <= x) level++;
  return level;
}

/** High: satisfied, likely to return and very likely to recommend; low: dissatisfied, or neither returning nor recommending. */
export const defaultClasses: readonly number[] = loyaltyCells.map(([satisfaction, repurchase, recommend]) => {
  if (satisfaction >= 4 && repurchase === 3 && recommend === 3) return loyaltyClass.high;
  if (satisfaction <= 2 || (repurchase === 1 && recommend === 1)) return loyaltyClass.low;
  return loyaltyClass.mid;
});

/** Levels from `first` to `last` of an axis. */
interface Run {
  readonly axis: 0 | 1 | 2;
  readonly first: number;
  readonly last: number;
}

function inRun({ axis, first, last }: Run, metrics: readonly MetricId[]): Condition {
  const { edges, levels, least } = loyaltyAxes[axis] as Axis;
  const of = metrics[axis]!;
  const from: Condition = { kind: 'number', of, is: 'gte', than: edges[first - 2] ?? least };
  const until: Condition = { kind: 'number', of, is: 'lt', than: edges[last - 1] ?? Infinity };
  if (last === levels) return from;
  return first === 1 ? until : { kind: 'all', parts: [from, until] };
}

/** The one class of all cells that match; null where there are several. */
function onlyClass(classes: readonly number[], matches: (cell: Levels) => boolean): number | null {
  const found = new Set(classes.filter((_, i) => matches(loyaltyCells[i]!)));
  return found.size === 1 ? [...found][0]! : null;
}

/** Runs of neighbouring levels of an axis for which `wanted` holds. */
function runs(axis: 0 | 1 | 2, wanted: (level: number) => boolean): Run[] {
  const found: Run[] = [];
  for (let level = 1; level <= loyaltyAxes[axis].levels; level++) {
    if (!wanted(level)) continue;
    const last = found.at(-1);
    if (last?.last === level - 1) found[found.length - 1] = { ...last, last: level };
    else found.push({ axis, first: level, last: level });
  }
  return found;
}

/**
 * Conditions on one or two answers that decide a class whatever the others are: a customer who did not answer
 * everything then belongs to the class as well, instead of being unknown.
 */
export function decidedBy(
  classes: readonly number[],
  wanted: number,
  metrics: readonly MetricId[] = loyaltyMetrics({}),
): Condition[] {
  const single = (axis: 0 | 1 | 2, level: number): number | null =>
    onlyClass(classes, (cell) => cell[axis] === level);
  const conditions: Condition[] = [];
  for (const axis of [0, 1, 2] as const)
    conditions.push(
      ...runs(axis, (level) => single(axis, level) === wanted).map((run) => inRun(run, metrics)),
    );
  for (const [a, b] of [[0, 1], [0, 2], [1, 2]] as const) {
    const open = (axis: 0 | 1 | 2, level: number): boolean => single(axis, level) === null;
    const found = new Map<string, { run: Run; levels: number[] }>();
    for (let level = 1; level <= loyaltyAxes[a].levels; level++) {
      if (!open(a, level)) continue;
      const both = (other: number): boolean =>
        open(b, other) && onlyClass(classes, (cell) => cell[a] === level && cell[b] === other) === wanted;
      for (const run of runs(b, both)) {
        const key = `${run.first} ${run.last}`;
        found.set(key, { run, levels: [...(found.get(key)?.levels ?? []), level] });
      }
    }
    for (const { run, levels } of found.values())
      for (const first of runs(a, (level) => levels.includes(level)))
        conditions.push({ kind: 'all', parts: [inRun(first, metrics), inRun(run, metrics)] });
  } // prettier-ignore
  return conditions;
}
