import type { Line } from '../support/lines.ts';

/** Ten customers whose values add up to 100, so that every share can be read off; then one at zero and one below. */
export const tenValues = [55, 20, 10, 5, 4, 2, 1, 1, 1, 1] as const;

export const ten: readonly Line[] = [...tenValues, 0, -3].map((value, i) => ({
  customer: `K${String(i).padStart(2, '0')}`,
  day: `2024-01-${String(i + 1).padStart(2, '0')}`,
  amount: String(value),
}));
