/** From how few customers on a rate of one number of order days says nothing: those are taken together. */
const fewest = 30;

/** What followed the k-th order day, for k = 1, 2 …; position k - 1. Only customers who could be watched long enough. */
export interface Repeats {
  /** Customers with a k-th order day; never more than of the k before. */
  readonly customers: ArrayLike<number>;
  /** Of them, with another order day in time. */
  readonly again: ArrayLike<number>;
}

/**
 * Share that ordered again, by the number k of order days so far: again / customers. From the first k with fewer than
 * 30 customers on, all k are taken together, every order day counting once; where nobody could be watched there, the
 * share of the k before holds. NaN for k below 1 and where nobody could be watched at all.
 */
export function repeatRates({ customers, again }: Repeats): (k: number) => number {
  const rates: number[] = [];
  let pooledFrom = 0;
  while (pooledFrom < customers.length && customers[pooledFrom]! >= fewest) {
    rates.push(again[pooledFrom]! / customers[pooledFrom]!);
    pooledFrom++;
  }
  let [days, followed] = [0, 0];
  for (let i = pooledFrom; i < customers.length; i++) {
    days += customers[i]!;
    followed += again[i]!;
  }
  const tail = days > 0 ? followed / days : (rates.at(-1) ?? NaN);
  return (k) => (k >= 1 ? (rates[k - 1] ?? tail) : NaN);
}
