import { sum } from './transition.ts';

/**
 * Shorrocks' mobility index (Prais; Shorrocks 1978, Econometrica 46(5) 1013-1024): M = (n - trace P) / (n - 1) of the
 * row shares P of a square transition table. 0 = nobody moves, 1 = where one comes from says nothing, at most
 * n / (n - 1). States from which nobody starts are dropped from n; null with fewer than two others. Not comparable
 * between periods of different length.
 */
export function shorrocks(counts: readonly (readonly number[])[]): number | null {
  let n = 0;
  let trace = 0;
  counts.forEach((row, i) => {
    const total = sum(row);
    if (total === 0) return;
    n++;
    trace += (row[i] ?? 0) / total;
  });
  return n > 1 ? (n - trace) / (n - 1) : null;
}
