import type { Tiering } from '../model/schemes/types.ts';

/** Ranks of every tier's customers, ascending: from the largest value to the smallest. One pass over `n` ranks. */
export function membersOf(tiering: Tiering, n: number): readonly Uint32Array[] {
  const sizes = new Uint32Array(tiering.tiers.length);
  for (let k = 0; k < n; k++) {
    const tier = tiering.of(k);
    if (tier >= 0) sizes[tier]!++;
  }
  const members = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(sizes.length);
  for (let k = 0; k < n; k++) {
    const tier = tiering.of(k);
    if (tier >= 0) members[tier]![filled[tier]!++] = k;
  }
  return members;
}
