/** Different values that are grouped exactly; of more, this many evenly spaced quantile points stand for all. */
const mostPoints = 2_000;

/** Money and counts are skewed, so distances are taken between logarithms, mirrored below zero. */
const scaled = (x: number): number => Math.sign(x) * Math.log1p(Math.abs(x));

/**
 * Cuts of Ward's natural breaks (Fisher 1958, Jenks 1967): `bins` groups of neighbours whose sum of squared deviations
 * from their group's mean, in logarithms, is the smallest possible. A cut is the largest value of the group below it,
 * so a value belongs above when it is larger. Fewer different values than bins give fewer cuts. Deterministic.
 */
export function naturalBreaks(ascending: Float64Array, bins: number): readonly number[] {
  const { values, counts } = points(ascending);
  const groups = Math.min(bins, values.length);
  if (groups < 2) return [];
  const cost = deviations(values, counts);
  const m = values.length;
  // least[j] = smallest cost of the first j points in the groups so far; from[g][j] = where the last group begins.
  let least = Float64Array.from({ length: m + 1 }, (_, j) => (j === 0 ? 0 : cost(0, j)));
  const from: Uint32Array[] = [];
  for (let g = 2; g <= groups; g++) {
    const next = new Float64Array(m + 1).fill(Infinity);
    const begin = new Uint32Array(m + 1);
    // The best beginning never moves back as the end moves on, so each half looks only at its own side.
    const fill = (low: number, high: number, first: number, last: number): void => {
      if (low > high) return;
      const j = (low + high) >>> 1;
      for (let i = first; i <= Math.min(last, j - 1); i++) {
        const sum = least[i]! + cost(i, j);
        if (sum < next[j]!) {
          next[j] = sum;
          begin[j] = i;
        }
      }
      fill(low, j - 1, first, begin[j]!);
      fill(j + 1, high, begin[j]!, last);
    };
    fill(g, m, g - 1, m - 1);
    from.push(begin);
    least = next;
  }
  const cuts: number[] = [];
  for (let g = groups - 2, end = m; g >= 0; g--) {
    end = from[g]![end]!;
    cuts.unshift(values[end - 1]!);
  }
  return cuts;
}

/** Different values, ascending, and how often each occurs. */
function points(ascending: Float64Array): { values: number[]; counts: number[] } {
  const all = distinct(ascending);
  if (all.values.length <= mostPoints) return all;
  const n = ascending.length;
  return distinct(
    Float64Array.from(
      { length: mostPoints },
      (_, i) => ascending[Math.round((i * (n - 1)) / (mostPoints - 1))]!,
    ),
  );
}

function distinct(ascending: Float64Array): { values: number[]; counts: number[] } {
  const values: number[] = [];
  const counts: number[] = [];
  for (const x of ascending) {
    if (values[values.length - 1] === x) counts[counts.length - 1]!++;
    else {
      values.push(x);
      counts.push(1);
    }
  }
  return { values, counts };
}

/** Sum of squared deviations of the points from `start` to `end` (excluded), from running sums. */
function deviations(
  values: readonly number[],
  counts: readonly number[],
): (start: number, end: number) => number {
  const m = values.length;
  const [w, s, q] = [new Float64Array(m + 1), new Float64Array(m + 1), new Float64Array(m + 1)];
  for (let i = 0; i < m; i++) {
    const x = scaled(values[i]!);
    w[i + 1] = w[i]! + counts[i]!;
    s[i + 1] = s[i]! + counts[i]! * x;
    q[i + 1] = q[i]! + counts[i]! * x * x;
  }
  return (start, end) => {
    const sum = s[end]! - s[start]!;
    return Math.max(0, q[end]! - q[start]! - (sum * sum) / (w[end]! - w[start]!));
  };
}
