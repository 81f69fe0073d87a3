/** Levels of an axis cut twice; `unknown` is for customers without a value on it, who belong to no level. */
export const level = { low: 0, mid: 1, high: 2, unknown: 3 } as const;

/** Level of each value: low up to and including cutLow, mid up to and including cutHigh, high above; NaN is unknown. */
export function levels(values: ArrayLike<number>, cutLow: number, cutHigh: number): Uint8Array {
  const result = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (Number.isNaN(x)) result[i] = level.unknown;
    else result[i] = x <= cutLow ? level.low : x <= cutHigh ? level.mid : level.high;
  }
  return result;
}
