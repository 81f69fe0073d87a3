/**
 * Tiers that change only after `after` periods in a row in other tiers: the new tier is the one nearest to the old
 * that all of these periods reach, so that A, C, B becomes B after two, and A, C, A stays A. Tiers are 0 (best) to
 * `tiers` - 1; any other state stays as it is and ends the memory: the tier after it is taken as found.
 * @param states one array of customers' states for each period, in the order of time
 */
export function withHysteresis(
  states: readonly Uint8Array[],
  tiers: number,
  after: number,
): readonly Uint8Array[] {
  if (after <= 1) return states;
  const settled = states.map((period) => period.slice());
  const n = states[0]?.length ?? 0;
  for (let k = 0; k < n; k++) {
    for (let p = 1; p < states.length; p++) {
      const held = settled[p - 1]![k]!;
      if (held >= tiers || states[p]![k]! >= tiers) continue;
      settled[p]![k] = settle(states, k, p, held, after, tiers);
    }
  }
  return settled;
}

function settle(
  states: readonly Uint8Array[],
  k: number,
  p: number,
  held: number,
  after: number,
  tiers: number,
): number {
  let nearest = -1;
  for (let back = 0; back < after; back++) {
    const state = p - back < 0 ? held : states[p - back]![k]!;
    // A tier on the other side of the old one, or the old one itself, breaks the row.
    if (state === held || state >= tiers) return held;
    if (nearest >= 0 && state < held !== nearest < held) return held;
    nearest = nearest < 0 ? state : state < held ? Math.max(nearest, state) : Math.min(nearest, state);
  }
  return nearest;
}

/** Changes from one tier to another between neighbouring periods. */
export function tierChanges(states: readonly Uint8Array[], tiers: number): number {
  let changes = 0;
  for (let p = 1; p < states.length; p++) {
    const before = states[p - 1]!;
    const now = states[p]!;
    for (let k = 0; k < now.length; k++)
      if (before[k]! < tiers && now[k]! < tiers && before[k] !== now[k]) changes++;
  }
  return changes;
}
