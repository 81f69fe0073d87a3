import { truthOf } from './bits.ts';
import type { Condition, Report } from './types.ts';

export type Of<K extends Condition['kind']> = Extract<Condition, { readonly kind: K }>;

/** A condition on all customers at once. */
export interface Finding {
  /** Bits by rank. */
  readonly bits: Uint8Array;
  /** Whether there is such a thing as near to this condition's cut. */
  readonly nearable: boolean;
  report(rank: number): Report;
}

/** Slack of comparisons with the width of a band, so that 0.71 is within 0.01 of 0.70. */
export const slack = 1e-9;
export const within = (x: number, at: number, band: number): boolean =>
  Math.abs(x - at) <= band + slack * Math.max(1, Math.abs(at));

const known = (x: number): number | null => (Number.isNaN(x) ? null : x);

/** A report on a quantity compared with a number. */
export function numeric(condition: Condition, bits: number, x: number, wanted: number | null): Report {
  const actual = known(x);
  const by = actual === null || wanted === null ? null : actual - wanted;
  return { condition, holds: truthOf(bits), actual, wanted, by, parts: [] };
}
