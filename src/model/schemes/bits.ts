import type { Truth } from './types.ts';

/** What a condition found for a customer, as bits; neither HOLDS nor UNKNOWN = false. */
export const HOLDS = 1;
export const UNKNOWN = 2;
/** The value is so near to the cut that a step of one point would change the finding. */
export const NEAR = 4;
/** Holds only because the value equals the last one that is in. */
export const TIED = 8;

export const truthOf = (bits: number): Truth => (bits & UNKNOWN ? null : (bits & HOLDS) !== 0);

/**
 * Three-valued `all` and `any` over parts, customer by customer. The finding that settles the matter alone is false for
 * `all` and true for `any`: where there is one, all such parts must be near (tied) for the whole to be so; where there
 * is none, one near (tied) part is enough.
 */
export function join(
  kind: 'all' | 'any',
  parts: readonly { readonly bits: Uint8Array }[],
  n: number,
): Uint8Array {
  const [next, result] = tables[kind];
  const state = new Uint8Array(n).fill(start);
  for (const { bits } of parts) for (let k = 0; k < n; k++) state[k] = next[(state[k]! << 4) | bits[k]!]!;
  for (let k = 0; k < n; k++) state[k] = result[state[k]!]!;
  return state;
}

/** While parts are joined: whether one settles, what all that settle share, and what any other has. */
interface State {
  readonly settled: boolean;
  /** NEAR and TIED of all parts that settle. */
  readonly shared: number;
  /** UNKNOWN, NEAR and TIED of any part that does not. */
  readonly others: number;
}

const pack = ({ settled, shared, others }: State): number => (settled ? 1 : 0) | ((shared >> 2) << 1) | ((others >> 1) << 3); // prettier-ignore
const unpack = (state: number): State => ({
  settled: (state & 1) === 1,
  shared: ((state >> 1) & 3) << 2,
  others: (state >> 3) << 1,
});
const states = 64;
const findings = 16;
const start = pack({ settled: false, shared: NEAR | TIED, others: 0 });

/** The next state by state and finding, and what a last state comes to; tables, since millions of steps are taken. */
function tablesOf(all: boolean): readonly [next: Uint8Array, result: Uint8Array] {
  const next = new Uint8Array(states * findings);
  const result = new Uint8Array(states);
  for (let from = 0; from < states; from++) {
    const state = unpack(from);
    for (let bits = 0; bits < findings; bits++) {
      const settles = all ? (bits & (HOLDS | UNKNOWN)) === 0 : (bits & HOLDS) !== 0;
      const to = settles
        ? { ...state, settled: true, shared: state.shared & bits }
        : { ...state, others: state.others | (bits & ~HOLDS) };
      next[from * findings + bits] = pack(to);
    }
    result[from] = conclude(all, state);
  }
  return [next, result];
}

function conclude(all: boolean, { settled, shared, others }: State): number {
  if (settled) return all ? shared & NEAR : HOLDS | shared;
  if (others & UNKNOWN) return UNKNOWN;
  return all ? HOLDS | (others & (NEAR | TIED)) : others & NEAR;
}

const tables = { all: tablesOf(true), any: tablesOf(false) };
