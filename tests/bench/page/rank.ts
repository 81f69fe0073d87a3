import type { Result } from './index.ts';

export interface Customer {
  n: number;
  value: number;
}

export function add(customers: Map<string, Customer>, id: string, amount: number): void {
  const known = customers.get(id);
  if (known) {
    known.n++;
    known.value += amount;
  } else customers.set(id, { n: 1, value: amount });
}

/** The customers in order of their value, with the running share: what a Pareto curve is drawn from. */
export function rank(customers: ReadonlyMap<string, Customer>): Result['answer'] {
  const sorted = [...customers].sort(([, a], [, b]) => b.value - a.value);
  const total = sorted.reduce((sum, [, { value }]) => sum + value, 0);
  let running = 0;
  const curve = sorted.map(([id, { value }]) => ({ id, value, share: (running += value) / total }));
  return { customers: curve.length, total };
}
