import { nameAt } from './insight.ts';
import type { Products } from './result.ts';

export const sortable = ['rank', 'name', 'customers', 'orders', 'repeat'] as const;
export type Sortable = (typeof sortable)[number];

/** Positions in `places` in the order asked for: equal ones by rank, unknown ones last in either direction. */
export function ordered(p: Products, positions: Uint32Array, by: Sortable, down: boolean): Uint32Array {
  if (by === 'rank') return down ? positions.toReversed() : positions;
  if (by === 'name') {
    const names = new Map(Array.from(positions, (i) => [i, nameAt(p, i)] as const));
    const sorted = positions.toSorted((a, b) => {
      const [x, y] = [names.get(a)!, names.get(b)!];
      return x < y ? -1 : x > y ? 1 : a - b;
    });
    return down ? sorted.reverse() : sorted;
  }
  const key = (i: number): number => {
    if (by === 'repeat') return repeatRate(p, i) ?? NaN;
    return by === 'customers' ? p.customers[i]! : p.orders[i]!;
  };
  return positions.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return (down ? y - x : x - y) || a - b;
  });
}

/** Positions of the products whose name holds the text, whatever the case; all for a blank one. */
export function matching(p: Products, text: string): Uint32Array {
  const wanted = text.trim().toLowerCase();
  const all = Uint32Array.from(p.places, (_, i) => i);
  return wanted === '' ? all : all.filter((i) => nameAt(p, i).toLowerCase().includes(wanted));
}

/** Customers with two orders of the product or more, of those with one; null when nobody bought it. */
export const repeatRate = ({ customers, repeaters }: Products, i: number): number | null =>
  customers[i]! > 0 ? repeaters[i]! / customers[i]! : null;
