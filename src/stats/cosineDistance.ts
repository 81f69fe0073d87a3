/**
 * Cosine distance of two vectors of the same length: 1 - a·b / (|a| |b|). For vectors without negative numbers from 0
 * (the same proportions) to 1 (nothing in common). Null where one of them is zero throughout: it has no direction.
 */
export function cosineDistance(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  // Scaled by the largest, so that squares of amounts neither overflow nor vanish.
  const [largestA, largestB] = [largest(a), largest(b)];
  if (largestA === 0 || largestB === 0) return null;
  let [product, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const x = a[i]! / largestA;
    const y = b[i]! / largestB;
    product += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  // Rounding can carry the quotient a trace beyond 1.
  return 1 - Math.min(1, Math.max(-1, product / Math.sqrt(squaresA * squaresB)));
}

function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most;
}
