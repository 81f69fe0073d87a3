import type { PlainTable } from '../../base/table.ts';
import { available } from '../../model/metrics/catalogue.ts';
import { satisfactionScale } from '../../model/metrics/answers.ts';
import { levelOn, loyaltyCells, loyaltyMetrics, type Levels } from '../../model/schemes/loyaltyCells.ts';
import { loyaltyClasses } from '../../model/schemes/presets/loyalty.ts';
import { schemeOf } from '../../model/schemes/registry.ts';
import type { Tiering } from '../../model/schemes/types.ts';
import { units } from '../frame.ts';
import { membersOf } from '../members.ts';
import { settingsOf } from '../presetSettings.ts';
import { nothing, unusable, usable, type Extras, type Figures, type Frame, type LensResult, type RankSet } from '../types.ts'; // prettier-ignore

export const axes = ['satisfaction', 'repurchase', 'recommend'] as const;
export type AxisId = (typeof axes)[number];

/** Levels of each axis, and one more place for answers that are not known: level 0. */
const places = [6, 4, 4] as const;

/** The tiers of the scheme; `unknown` = the answers decide no class. */
export const classIds = [...loyaltyClasses, 'unknown'] as const;
export type ClassId = (typeof classIds)[number];

export interface ClassResult {
  readonly id: ClassId;
  readonly ranks: Uint32Array;
  /** Ten-thousandths. */
  readonly value: number;
}

/** How the levels of satisfaction are called. */
export type AnswerScale = 'three_positive' | 'with_neutral' | 'numbers';

export interface Loyalty {
  readonly tiering: Tiering;
  readonly classes: readonly ClassResult[];
  /** Customers by place: see `place`. */
  readonly counts: Uint32Array;
  /** Place of every customer. */
  readonly placeOf: Uint8Array;
  /** Class of each of the 45 cells: 1 low, 2 mid, 3 high. */
  readonly cells: readonly number[];
  /** Which words satisfaction was answered with: as chosen, else as the answers show. */
  readonly scale: AnswerScale;
  /** The answers use words of both scales. */
  readonly mixed: boolean;
  readonly customers: number;
  /** Customers who answered each question, or of whom it is known by what stands in. */
  readonly answered: Readonly<Record<AxisId, number>>;
  /** For whom the rate from the orders stands in for the probability of buying again; null = it never does. */
  readonly byRate: Uint32Array | null;
  /** Who answered all three, and who answered at least one. */
  readonly all: number;
  readonly any: number;
  /** Questions that nobody in scope answered. */
  readonly missing: readonly AxisId[];
}

/** Place of levels in `counts`; 0 = not known. */
export const place = ([satisfaction, repurchase, recommend]: Levels): number =>
  (satisfaction * places[1] + repurchase) * places[2] + recommend;

export function result(
  _tables: Readonly<Record<string, PlainTable>>,
  frame: Frame,
  _params: Record<string, never>,
  { tiering: tieringOf, metrics }: Extras,
): LensResult<Loyalty> {
  const settings = settingsOf(schemeOf(frame.book, 'loyalty'));
  const known = loyaltyMetrics(settings);
  if (!known.some((id) => available(id, frame.model))) return unusable('no_answers');
  const { n, value } = frame.customers;
  if (n === 0) return nothing('no_customers');
  const answers = known.map((id) => metrics.number(id));
  const said = metrics.number('repurchase');
  const byRate: number[] = [];
  const counts = new Uint32Array(places[0] * places[1] * places[2]);
  const placeOf = new Uint8Array(n);
  const answered = { satisfaction: 0, repurchase: 0, recommend: 0 };
  let all = 0;
  for (let k = 0; k < n; k++) {
    const satisfaction = levelOn(0, answers[0]![k]);
    const repurchase = levelOn(1, answers[1]![k]);
    const recommend = levelOn(2, answers[2]![k]);
    const at = (satisfaction * places[1] + repurchase) * places[2] + recommend;
    placeOf[k] = at;
    counts[at]!++;
    if (satisfaction > 0) answered.satisfaction++;
    if (repurchase > 0) answered.repurchase++;
    if (repurchase > 0 && Number.isNaN(said[k])) byRate.push(k);
    if (recommend > 0) answered.recommend++;
    if (satisfaction > 0 && repurchase > 0 && recommend > 0) all++;
  }
  const any = n - (counts[0] ?? 0);
  if (any === 0) return nothing('nobody_answered');
  const tiering = tieringOf('loyalty');
  const shown = satisfactionScale(metrics.text('satisfaction').values);
  const members = membersOf(tiering, n);
  return usable({
    tiering,
    classes: classIds.map((id): ClassResult => {
      const ranks = members[tiering.tiers.findIndex((tier) => tier.id === id)] ?? new Uint32Array();
      let sum = 0;
      for (const k of ranks) sum += Number(value[k] ?? 0);
      return { id, ranks, value: sum };
    }),
    counts,
    placeOf,
    scale: scaleOf(settings.scale, metrics.text('satisfaction').values),
    mixed: shown === 'mixed',
    cells: (settings.cells as readonly number[]).map(Math.round),
    customers: n,
    answered,
    byRate: settings.repurchase === 'rate' ? Uint32Array.from(byRate) : null,
    all,
    any,
    missing: axes.filter((id) => answered[id] === 0),
  });
}

/** Numbers alone name no level, and English words of this scale have a neutral one. */
function scaleOf(chosen: unknown, answers: readonly string[]): AnswerScale {
  if (chosen === 'three_positive' || chosen === 'with_neutral') return chosen;
  if (satisfactionScale(answers) === 'with_neutral') return 'with_neutral';
  if (answers.some((answer) => /满意|滿意/.test(answer))) return 'three_positive';
  return answers.some((answer) => /[a-z]{3}/i.test(answer)) ? 'with_neutral' : 'numbers';
}

/** The customers at one place. */
export function placeSet({ placeOf }: Loyalty, levels: Levels): RankSet {
  const wanted = place(levels);
  const ranks: number[] = [];
  placeOf.forEach((at, k) => {
    if (at === wanted) ranks.push(k);
  });
  return { kind: 'list', ranks: Uint32Array.from(ranks) };
}

/** Customers who did not answer (or, inside out, answered) a question. */
export function answeredSet({ placeOf }: Loyalty, axis: number): RankSet {
  const ranks: number[] = [];
  const step = [places[1] * places[2], places[2], 1][axis] ?? 1;
  placeOf.forEach((at, k) => {
    if (Math.floor(at / step) % places[axis as 0 | 1 | 2] > 0) ranks.push(k);
  });
  return { kind: 'list', ranks: Uint32Array.from(ranks) };
}

export const cellName = (levels: Levels): string => `loyalty.cell.${levels.join('_')}.customers`;

/** Every place that holds a customer with an answer, and every cell of the cube. */
export function shownLevels({ counts }: Loyalty, axis: 0 | 1 | 2): number[] {
  const shown: number[] = [];
  for (let level = places[axis] - 1; level > 0; level--) shown.push(level);
  // The row of unknown answers is there where somebody is in it who answered something else.
  const unknown = allLevels.some(
    (levels) => levels[axis] === 0 && place(levels) > 0 && counts[place(levels)]! > 0,
  );
  return unknown ? [...shown, 0] : shown;
}

const allLevels: readonly Levels[] = Array.from({ length: places[0] * places[1] * places[2] }, (_, at) => [
  Math.floor(at / (places[1] * places[2])),
  Math.floor(at / places[2]) % places[1],
  at % places[2],
]); // prettier-ignore

export function figures(loyalty: Loyalty): Figures {
  const all: Figures = {};
  for (const { id, ranks, value } of loyalty.classes) {
    all[`loyalty.${id}.customers`] = ranks.length;
    all[`loyalty.${id}.value`] = units(value);
  }
  for (const id of axes) all[`loyalty.answered.${id}`] = loyalty.answered[id];
  all['loyalty.answered.all'] = loyalty.all;
  if (loyalty.byRate) all['loyalty.repurchase.by_rate'] = loyalty.byRate.length;
  for (const levels of loyaltyCells) all[cellName(levels)] = loyalty.counts[place(levels)] ?? 0;
  allLevels.forEach((levels, at) => {
    if (at > 0 && levels.includes(0) && loyalty.counts[at]! > 0) all[cellName(levels)] = loyalty.counts[at]!;
  });
  return all;
}
