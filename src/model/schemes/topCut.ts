import { countOfShare, topOf } from '../../stats/topOf.ts';
import { HOLDS, NEAR, TIED, UNKNOWN } from './bits.ts';
import { numeric, slack, type Finding, type Of } from './finding.ts';
import type { Quantities, Sorted } from './quantities.ts';
import { text } from './textTest.ts';

/** The best few by a quantity, perhaps among the customers with a text only; see README 5. */
export function top(condition: Of<'top_count' | 'top_share'>, q: Quantities, place: string): Finding {
  const { of, within: test } = condition;
  const values = q.values(of);
  const among = test ? text({ kind: 'text', ...test }, q) : null;
  const allowed = among?.bits ?? null;
  const counted = chosen(q.sorted(of), allowed);
  const n = counted.length;
  const count =
    condition.kind === 'top_count'
      ? condition.count
      : countOfShare(n, condition.basisPoints, condition.rounding);
  const { cut: last, above, asked } = topOf(counted, count);
  q.cuts[place] = last;
  const band = nearRanks(
    counted,
    condition.kind === 'top_count' ? (count / n) * 10_000 : condition.basisPoints,
  );
  const bits = new Uint8Array(values.length);
  let equals = 0;
  for (let k = 0; k < bits.length; k++) {
    const x = values[k]!;
    if (allowed && allowed[k] !== HOLDS) bits[k] = allowed[k]!;
    else if (x !== x) bits[k] = UNKNOWN;
    else {
      const near = x >= band.from && x <= band.to ? NEAR : 0;
      const holds = last !== null && x >= last;
      // Those of equal value are asked for in the order of their ranks.
      const tied = holds && x === last && q.member[k] === 1 && ++equals > asked;
      bits[k] = near | (holds ? HOLDS : 0) | (tied ? TIED : 0);
    }
  }
  return {
    bits,
    nearable: above + asked > 0,
    // Who is not counted fails by the text, however large the value is.
    report: (k) =>
      among && allowed?.[k] === 0 ? among.report(k) : numeric(condition, bits[k]!, values[k]!, last),
  };
}

/** Ascending values of the customers with an allowed text. */
function chosen({ order, values }: Sorted, allowed: Uint8Array | null): Float64Array {
  return allowed ? values.filter((_, i) => allowed[order[i]!] === HOLDS) : values;
}

/** Values whose rank in percent (customers above, and one) is within one point of the cut; from > to = none. */
function nearRanks(ascending: Float64Array, basisPoints: number): { from: number; to: number } {
  const n = ascending.length;
  const first = Math.max(1, Math.ceil((n * (basisPoints - 100)) / 10_000 - slack));
  const last = Math.min(n, Math.floor((n * (basisPoints + 100)) / 10_000 + slack));
  if (n === 0 || first > last) return { from: Infinity, to: -Infinity };
  const at = (position: number): number => ascending[n - position]!;
  // A group of equals has the rank of its first: where that is too small, the group is not near.
  let start = first;
  while (start > 1 && start <= last && at(start) === at(start - 1)) start++;
  return start > last ? { from: Infinity, to: -Infinity } : { from: at(last), to: at(start) };
}
