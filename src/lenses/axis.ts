import type { Format, Scale } from '../format/format.ts';
import { countBelow } from '../stats/order.ts';
import { quantile } from '../stats/quantile.ts';

/** Above this ratio of largest to median a straight axis would press most customers into one corner. */
const skewed = 50;

/** A straight or symmetric-logarithmic axis over known values, 0 to 1 along the plot. */
export interface Axis {
  readonly bent: boolean;
  readonly min: number;
  readonly max: number;
  /** In the axis's own coordinates, which the chart draws in. */
  to(value: number): number;
  from(coordinate: number): number;
  /** 0 to 1 of the plot; outside for values outside. */
  at(value: number): number;
  valueAt(part: number): number;
  /** Coordinates of the ticks of a bent axis. */
  readonly ticks: readonly number[];
  readonly scale: Scale;
}

/** Without zeros, ascending; nothing is sorted anew where none is negative. */
function magnitudesOf(ascending: Float64Array): Float64Array {
  const above = countBelow(ascending, 0, true);
  if (countBelow(ascending, 0) === 0) return ascending.subarray(above);
  return ascending
    .map(Math.abs)
    .filter((v) => v > 0)
    .sort();
}

/**
 * asinh(v / c) with c = the first decile of the magnitudes: straight around zero, logarithmic far from it, defined for
 * negative values (Burbidge, Magee & Robb 1988).
 *
 * @param ascending finite values in ascending order, at least one
 */
export function axisOf(ascending: Float64Array, format: Format, kind: 'money' | 'number' = 'money'): Axis {
  const lowest = ascending[0] ?? 0;
  const highest = ascending[ascending.length - 1] ?? 0;
  const magnitudes = magnitudesOf(ascending);
  const median = quantile(magnitudes, 0.5) ?? 1;
  const most = magnitudes[magnitudes.length - 1] ?? 1;
  const bent = most / median > skewed;
  const c = bent ? Math.max(quantile(magnitudes, 0.1) ?? 1, most / 1e6) : 1;
  const to = (v: number): number => (bent ? Math.asinh(v / c) : v);
  const from = (x: number): number => (bent ? Math.sinh(x) * c : x);
  const span = to(highest) - to(lowest) || 1;
  const min = to(lowest) - span * 0.04;
  const max = to(highest) + span * 0.04;
  const ticks: number[] = [];
  if (bent) {
    if (lowest <= 0 && highest >= 0) ticks.push(0);
    for (let power = Math.ceil(Math.log10(c)); 10 ** power <= most; power++)
      for (const v of [10 ** power, -(10 ** power)]) if (v >= lowest && v <= highest) ticks.push(to(v));
  }
  return {
    bent,
    min,
    max,
    to,
    from,
    at: (v) => (to(v) - min) / (max - min),
    valueAt: (part) => from(min + part * (max - min)),
    ticks: ticks.toSorted((a, b) => a - b),
    scale: format.unitFor(most, kind),
  };
}
