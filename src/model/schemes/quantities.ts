import { binScores, type Bins } from '../../stats/binScore.ts';
import { naturalBreaks } from '../../stats/naturalBreaks.ts';
import { ascendingOrder, countBelow } from '../../stats/order.ts';
import { percentileRank, percentileRanks } from '../../stats/percentileRank.ts';
import { quantile } from '../../stats/quantile.ts';
import type { Ranked } from '../../stats/ranked.ts';
import { linear, linearScale, weightedScore } from '../../stats/weightedScore.ts';
import type { CustomerTable } from '../customers.ts';
import { metricUnits } from '../metrics/catalogue.ts';
import type { MetricId, Metrics, TextId, TextValues } from '../metrics/types.ts';
import type { Cuts, Quantity, Rules, Score, ScorePart, WeightedPart } from './types.ts';

/** What a scheme is applied to: the parts of a frame that it looks at. */
export interface Source {
  readonly customers: CustomerTable;
  readonly ranked: Ranked;
  readonly metrics: Metrics;
}

/** Known values of the population in ascending order. */
export interface Sorted {
  /** Ranks, those of equal values ascending. */
  readonly order: Uint32Array;
  readonly values: Float64Array;
}

/** How near to a cut is near, in the unit of the quantity; null = never (grades, whose neighbours are always near). */
export type Band = (cut: number) => number | null;

/** Sorting is most of the work and does not depend on the rules, so a weight that moves finds it done. */
const kept = new WeakMap<Metrics, Map<string, Sorted>>();

/** Weighted scores of metrics alone, which a score of scores looks at again and again while its own weights move. */
const keptScores = new WeakMap<Metrics, Map<string, Float64Array>>();
/** Scores kept of one set of metrics: each takes 8 bytes a customer. */
const mostScores = 6;

/** The customers whom the rules place: 1 at their ranks. */
export function population({ customers, ranked }: Source, who: Rules['population']): Uint8Array {
  const member = new Uint8Array(customers.n).fill(1, 0, who === 'all' ? customers.n : ranked.n);
  if (who === 'buyers') for (let k = 0; k < ranked.n; k++) if (!(customers.orders[k]! >= 1)) member[k] = 0;
  return member;
}

/**
 * Value of the customer at a rank in ten-thousandths: as ranked for those on the curve (where net losses may count as
 * zero), else as it is.
 */
export const valueAt = ({ customers, ranked }: Pick<Source, 'customers' | 'ranked'>, k: number): number =>
  k < ranked.n ? ranked.value(k) : Number(customers.value[k]!);

/** Everything that conditions look at, each worked out once. */
export class Quantities {
  readonly member: Uint8Array;
  readonly cuts: Record<string, number | null | readonly number[]> = {};
  readonly #values = new Map<Quantity, Float64Array>();
  readonly #sortedScores = new Map<Quantity, Sorted>();
  readonly #missing = new Set<MetricId | TextId>();

  constructor(
    readonly source: Source,
    private readonly rules: Rules,
    /** Cut values found elsewhere, which replace the ones found here. */
    readonly keep: Cuts,
  ) {
    this.member = population(source, rules.population);
  }

  get missing(): readonly (MetricId | TextId)[] {
    return [...this.#missing];
  }

  /** Values by rank in the quantity's unit; NaN = unknown. Scores exist for the population only. */
  values(of: Quantity): Float64Array {
    const known = this.#values.get(of);
    if (known) return known;
    // A score that refers back to itself finds this instead of an end.
    this.#values.set(of, new Float64Array(this.source.customers.n).fill(NaN));
    const values = isScore(of) ? this.#score(of) : this.#metric(of);
    this.#values.set(of, values);
    return values;
  }

  sorted(of: Quantity): Sorted {
    const store = isScore(of) ? this.#sortedScores : this.#shared();
    const key = isScore(of) ? of : `${this.rules.population} ${of}`;
    const known = store.get(key);
    if (known) return known;
    const values = this.values(of);
    const order = ascendingOrder(values, this.member);
    const sorted = { order, values: gather(values, order) };
    store.set(key, sorted);
    return sorted;
  }

  /** The parts of a weighted score of one customer; nobody has any outside the population. */
  parts(id: string, rank: number): readonly ScorePart[] {
    const score = this.rules.scores.find((found) => found.id === id);
    if (score?.kind !== 'weighted' || this.member[rank] !== 1) return [];
    const found = score.parts.map((part) => {
      const actual = this.values(part.of)[rank]!;
      const points = Number.isNaN(actual) ? NaN : this.#pointsOf(part, actual);
      const known = part.weight > 0 && !Number.isNaN(points);
      return { part, actual, points, weight: known ? part.weight : 0 };
    });
    const all = found.reduce((sum, { weight }) => sum + weight, 0);
    return found.map(({ part, actual, points, weight }) => ({
      of: part.of,
      weight: Math.max(0, part.weight),
      actual: Number.isNaN(actual) ? null : actual,
      points: Number.isNaN(points) ? null : points,
      adds: weight > 0 ? (weight * points) / all : null,
    }));
  }

  /** null = the files have no such text. */
  text(field: TextId): TextValues | null {
    const { metrics } = this.source;
    if (metrics.has(field)) return metrics.text(field);
    this.#missing.add(field);
    return null;
  }

  band(of: Quantity): Band {
    if (isScore(of)) {
      const weighted = this.rules.scores.find((score) => `score:${score.id}` === of)?.kind === 'weighted';
      return weighted ? () => 1 : () => null;
    }
    switch (metricUnits[of]) {
      case 'share':
        return () => 0.01;
      case 'count':
      case 'days':
        return () => 1;
      case 'score':
        return () => null;
      default:
        return (cut) => Math.abs(cut) * 0.01;
    }
  }

  #shared(): Map<string, Sorted> {
    const { metrics } = this.source;
    const store = kept.get(metrics) ?? new Map<string, Sorted>();
    kept.set(metrics, store);
    return store;
  }

  #metric(of: MetricId): Float64Array {
    const { source } = this;
    if (of === 'value') return valuesInUnits(source);
    if (source.metrics.has(of)) return source.metrics.number(of);
    this.#missing.add(of);
    return new Float64Array(source.customers.n).fill(NaN);
  }

  #score(of: `score:${string}`): Float64Array {
    const score = this.rules.scores.find(({ id }) => `score:${id}` === of);
    const values = score ? this.#made(score, of) : new Float64Array(this.source.customers.n).fill(NaN);
    for (let k = 0; k < values.length; k++) if (this.member[k] !== 1) values[k] = NaN;
    return values;
  }

  #made(score: Score, place: string): Float64Array {
    switch (score.kind) {
      case 'bins':
        return binScores(this.values(score.of), this.#bins(score, place));
      case 'weighted':
        return this.#weighted(score);
      case 'table': {
        const { n } = this.source.customers;
        const cells = new Float64Array(n);
        for (const { of, edges } of score.axes) {
          const levels = binScores(this.values(of), { cuts: edges, edge: 'above', best: 'high' });
          for (let k = 0; k < n; k++) cells[k] = cells[k]! * (edges.length + 1) + levels[k]! - 1;
        }
        return cells.map((cell) => (Number.isNaN(cell) ? NaN : (score.classes[cell] ?? NaN)));
      }
    }
  }

  #weighted({ parts }: Extract<Score, { kind: 'weighted' }>): Float64Array {
    const make = (): Float64Array =>
      weightedScore(
        parts.map((part) => ({ weight: part.weight, values: this.#scaled(part) })),
        this.source.customers.n,
      );
    if (parts.some(({ of }) => isScore(of))) return make();
    // What the files lack is told even where the score itself is at hand.
    for (const { of } of parts) this.values(of);
    const store = keptScores.get(this.source.metrics) ?? new Map<string, Float64Array>();
    keptScores.set(this.source.metrics, store);
    const key = `${this.rules.population} ${JSON.stringify(parts)}`;
    const known = store.get(key);
    if (known) return known;
    const made = make();
    if (store.size >= mostScores) store.delete(store.keys().next().value!);
    store.set(key, made);
    return made;
  }

  #bins(score: Extract<Score, { kind: 'bins' }>, place: string): Bins {
    const { cuts, best, of } = score;
    if (cuts.kind === 'bands') return { cuts: cuts.edges, edge: 'above', best };
    const fixed = this.keep[place];
    const found = Array.isArray(fixed) ? (fixed as readonly number[]) : this.#binCuts(cuts, of);
    this.cuts[place] = found;
    return { cuts: found, edge: 'below', best };
  }

  #binCuts(
    cuts: Exclude<Extract<Score, { kind: 'bins' }>['cuts'], { kind: 'bands' }>,
    of: MetricId,
  ): readonly number[] {
    if (cuts.kind === 'values') return cuts.values;
    const { values } = this.sorted(of);
    if (cuts.kind === 'suggested') return naturalBreaks(values, cuts.bins);
    return values.length === 0 ? [] : cuts.at.map((p) => quantile(values, p)!);
  }

  /** What #scaled has for one customer of the population, without working it out for all. */
  #pointsOf({ of, scale }: WeightedPart, actual: number): number {
    if (scale !== 'percentile') return linear(actual, scale.from, scale.to);
    const { values } = this.sorted(of);
    const below = countBelow(values, actual);
    return percentileRank(below, countBelow(values, actual, true) - below, values.length);
  }

  #scaled({ of, scale }: WeightedPart): Float64Array {
    const values = this.values(of);
    return scale === 'percentile'
      ? percentileRanks(values, this.sorted(of).order)
      : linearScale(values, scale.from, scale.to);
  }
}

// Loops, here and in conditions: `from` and `map` with a function take several times as long over half a million.
function gather(values: Float64Array, order: Uint32Array): Float64Array {
  const gathered = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) gathered[i] = values[order[i]!]!;
  return gathered;
}

function valuesInUnits(source: Source): Float64Array {
  const { n } = source.customers;
  const values = new Float64Array(n);
  for (let k = 0; k < n; k++) values[k] = valueAt(source, k) / 10_000;
  return values;
}

const isScore = (of: Quantity): of is `score:${string}` => of.startsWith('score:');
