import type { Day } from '../../base/day.ts';
import type { PlainTable } from '../../base/table.ts';
import { rfmGrid } from '../../model/schemes/presets/rfm.ts';
import type { Tiering } from '../../model/schemes/types.ts';
import { units } from '../frame.ts';
import { nothing, unusable, usable, type Extras, type Figures, type Frame, type LensResult, type Live, type RankSet } from '../types.ts'; // prettier-ignore
import {
  asked,
  axes,
  best,
  cutsOf,
  daysAfter,
  limitsOf,
  scoreOf,
  scores,
  type Axis,
  type Bin,
} from './bins.ts';
import type { RfmParams } from './params.ts';
import { schemeId } from './query.ts';

interface Sum {
  readonly customers: number;
  /** Ten-thousandths. */
  readonly value: number;
}

/** A cell of the R × F table. */
export interface RfmCell extends Sum {
  /** Mean score of M, 1 to 5; null when nobody has one. */
  readonly money: number | null;
}

export interface Rfm {
  readonly tiering: Tiering;
  /** Score of each rank, 1 to 5; 0 = not scored. */
  readonly of: Readonly<Record<Axis, Uint8Array>>;
  /** Customers with a score of R and of F. */
  readonly scored: Sum;
  /** Customers placed by the scheme without one of the two. */
  readonly unscored: number;
  /** [R - 1][F - 1]. */
  readonly cells: readonly (readonly RfmCell[])[];
  /** Customers by `cubeAt`. */
  readonly cube: Float64Array;
  /** By score, 1 first. */
  readonly bins: Readonly<Record<Axis, readonly Bin[]>>;
  readonly cuts: Readonly<Record<Axis, readonly number[]>>;
  /** Axes on which fewer bins hold customers than were asked for. */
  readonly fewer: readonly { readonly axis: Axis; readonly asked: number; readonly filled: number }[];
  readonly oneTime: Sum;
  /** R of 1 or 2 and F of 3 or more: silent for more than `days`, at least `orders` orders; null = no such cut. */
  readonly slipping: Sum & { readonly days: number | null; readonly orders: number | null };
  /** The day to which days are counted. */
  readonly countedTo: Day;
}

/** Customers with scores inside the runs given, both ends included. */
export interface Where {
  readonly r?: readonly [number, number];
  readonly f?: readonly [number, number];
  readonly m?: readonly [number, number];
}

const inside = (score: number, run: readonly [number, number] | undefined): boolean =>
  run === undefined ? score > 0 : score >= run[0] && score <= run[1];

const slippingWhere: Where = { r: [1, 2], f: [3, best] };

export function setWhere({ of }: Rfm, { r, f, m }: Where): RankSet {
  const ranks: number[] = [];
  for (let k = 0; k < of.r.length; k++)
    if (inside(of.r[k]!, r) && inside(of.f[k]!, f) && (m === undefined || inside(of.m[k]!, m))) ranks.push(k);
  return { kind: 'list', ranks: Uint32Array.from(ranks) };
}

export const slippingSet = (rfm: Rfm): RankSet => setWhere(rfm, slippingWhere);

/** Scored customers with one order. */
export function oneTimeSet({ of }: Rfm, { customers }: Frame): RankSet {
  const ranks: number[] = [];
  for (let k = 0; k < of.r.length; k++)
    if (of.r[k]! > 0 && of.f[k]! > 0 && customers.orders[k] === 1) ranks.push(k);
  return { kind: 'list', ranks: Uint32Array.from(ranks) };
}

/** Place of three scores in the cube; M 0 = unknown. */
export const cubeAt = (r: number, f: number, m: number): number => ((r - 1) * best + f - 1) * (best + 1) + m;
const cubeSize = best * best * (best + 1);

function scoresOf(tiering: Tiering, axis: Axis, n: number): Uint8Array {
  const all = tiering.score(axis);
  const placed = new Uint8Array(n);
  for (let k = 0; k < n; k++) {
    const score = all[k]!;
    if (score >= 1 && tiering.of(k) >= 0) placed[k] = score;
  }
  return placed;
}

interface Cube {
  readonly customers: Float64Array;
  readonly value: Float64Array;
}

/** Sum over the cells of the cube with these scores; M 0 = unknown. */
function sumOver({ customers, value }: Cube, { r, f, m }: Record<Axis, readonly number[]>): Sum {
  const sum = { customers: 0, value: 0 };
  for (const i of r)
    for (const j of f)
      for (const k of m) {
        sum.customers += customers[cubeAt(i, j, k)]!;
        sum.value += value[cubeAt(i, j, k)]!;
      }
  return sum;
}

export function result(
  _tables: Readonly<Record<string, PlainTable>>,
  frame: Frame,
  _params: RfmParams,
  extras: Extras,
): LensResult<Rfm> {
  const { customers, ranked, rollup } = frame;
  if (!rollup.period) return unusable('no_dates');
  const tiering = extras.tiering(schemeId);
  const definitions = axes.map((axis) => scoreOf(tiering.rules, axis));
  if (definitions.some((score) => score === null)) return unusable('own_rules');
  if (customers.n === 0) return nothing('no_customers');
  const n = customers.n;
  const of = { r: scoresOf(tiering, 'r', n), f: scoresOf(tiering, 'f', n), m: scoresOf(tiering, 'm', n) };

  const cube: Cube = { customers: new Float64Array(cubeSize), value: new Float64Array(cubeSize) };
  const oneTime = { customers: 0, value: 0 };
  for (let k = 0; k < n; k++) {
    const [r, f] = [of.r[k]!, of.f[k]!];
    if (r === 0 || f === 0) continue;
    const value = k < ranked.n ? ranked.value(k) : Number(customers.value[k]);
    const at = cubeAt(r, f, of.m[k]!);
    cube.customers[at]!++;
    cube.value[at]! += value;
    if (customers.orders[k] === 1) {
      oneTime.customers++;
      oneTime.value += value;
    }
  }
  const every = { r: scores, f: scores, m: [0, ...scores] };
  const scored = sumOver(cube, every);
  if (scored.customers === 0) return nothing('no_buyers');

  const cuts = { r: cutsOf(tiering, 'r'), f: cutsOf(tiering, 'f'), m: cutsOf(tiering, 'm') };
  const limits = (axis: Axis, score: number) => limitsOf(score, cuts[axis], axis === 'r');
  const binsOf = (axis: Axis): readonly Bin[] =>
    scores.map((score) => ({
      score,
      ...limits(axis, score),
      ...sumOver(cube, { ...every, [axis]: [score] }),
    }));
  const bins = { r: binsOf('r'), f: binsOf('f'), m: binsOf('m') };
  const days = limits('r', 3).upTo;
  const fewest = limits('f', 3).above;
  return usable({
    tiering,
    of,
    scored,
    unscored: tiering.placed - scored.customers,
    cells: scores.map((r) =>
      scores.map((f) => {
        const byMoney = scores.map((m) => cube.customers[cubeAt(r, f, m)]!);
        const known = byMoney.reduce((sum, count) => sum + count, 0);
        const points = byMoney.reduce((sum, count, i) => sum + count * scores[i]!, 0);
        return {
          ...sumOver(cube, { ...every, r: [r], f: [f] }),
          money: known > 0 ? points / known : null,
        };
      }),
    ),
    cube: cube.customers,
    bins,
    cuts,
    fewer: axes.flatMap((axis, i) => {
      const wanted = asked(definitions[i]!);
      const filled = bins[axis].filter((bin) => bin.customers > 0).length;
      return filled < wanted ? [{ axis, asked: wanted, filled }] : [];
    }),
    oneTime,
    slipping: {
      ...sumOver(cube, { ...every, r: [1, 2], f: [3, 4, 5] }),
      days: days === null ? null : Math.floor(days),
      orders: fewest === null ? null : Math.floor(fewest) + 1,
    },
    countedTo: rollup.period.asOf + daysAfter(tiering),
  });
}

/** A segment of the grid as the scheme's tiers have it: with tiers set by hand. */
export const segmentOf = ({ tiering }: Rfm, id: string) => tiering.tiers.find((tier) => tier.id === id);

export function figures(rfm: Rfm, _live: Live): Figures {
  const all: Figures = {
    'rfm.customers': rfm.scored.customers,
    'rfm.value': units(rfm.scored.value),
    'rfm.unscored.customers': rfm.unscored,
  };
  const put = (name: string, sum: Sum | undefined): void => {
    all[`rfm.${name}.customers`] = sum?.customers ?? null;
    all[`rfm.${name}.value`] = sum ? units(sum.value) : null;
  };
  for (const { id } of rfmGrid) put(id, segmentOf(rfm, id));
  put('one_time', rfm.oneTime);
  put('slipping', rfm.slipping);
  rfm.cells.forEach((row, r) => row.forEach((cell, f) => put(`cell.${r + 1}${f + 1}`, cell)));
  for (const axis of axes) {
    for (const bin of rfm.bins[axis]) put(`${axis}.${bin.score}`, bin);
    rfm.cuts[axis].forEach((cut, i) => (all[`rfm.cut.${axis}.${i + 1}`] = cut));
  }
  for (const r of scores)
    for (const f of scores)
      for (const m of scores) all[`rfm.score.${r}${f}${m}.customers`] = rfm.cube[cubeAt(r, f, m)]!;
  return all;
}
