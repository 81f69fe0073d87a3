import type { ParetoParams } from './params.ts';

export type Point = readonly [x: number, y: number];

/** The same curve from the smallest customer on is the curve turned by half a turn: L(p) = 1 - C(1 - p). */
export const placed = (points: readonly Point[], view: ParetoParams['view']): Point[] =>
  view === 'pareto' ? [...points] : points.map(([x, y]): Point => [1 - x, 1 - y]).reverse();

/** What the y axis spans, shares; 0 to 1 unless values below zero are on the curve. */
export interface Extent {
  readonly bottom: number;
  readonly top: number;
  readonly step: number;
}

/** At most about ten ticks, at 1, 2 or 5 times a power of ten. */
function stepFor(span: number): number {
  const raw = span / 10;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].find((times) => times * power >= raw * (1 - 1e-9)) ?? 10;
  return Math.max(0.2, step * power);
}

/**
 * @param peak the highest share of any curve drawn, 1 or more
 * @param lowest the lowest share of a bar, zero or less
 */
export function extentOf(view: ParetoParams['view'], peak: number, lowest: number): Extent {
  const over = Math.max(0, peak - 1);
  const below = Math.max(-lowest, view === 'lorenz' ? over : 0);
  const above = view === 'lorenz' ? 0 : over;
  const step = stepFor(1 + above + below);
  const up = (share: number): number => Math.round(Math.ceil(share / step - 1e-9) * step * 1e6) / 1e6;
  return { bottom: below > 0 ? -up(below) : 0, top: above > 0 ? up(1 + above) : up(1), step };
}

/** Where a share stands between the bottom and the top of the plot, 0 to 1. */
export const heightOf = (share: number, { bottom, top }: Extent): number => (share - bottom) / (top - bottom);
