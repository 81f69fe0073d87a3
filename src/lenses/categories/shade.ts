/** Limits of the diverging colours, as ratios: alike in both directions, 1 in the middle of the middle one. */
const limits = [1 / 2, 1 / 1.5, 1 / 1.15, 1.15, 1.5, 2] as const;

/** Step 0 to 6 of the diverging scale for a ratio to the share in all; 3 = as everybody; null has no colour. */
export function shadeOf(times: number | null): number | null {
  if (times === null) return null;
  const step = limits.findIndex((limit) => times < limit);
  return step < 0 ? limits.length : step;
}
