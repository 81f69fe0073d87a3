import type { Ground } from '../types.ts';
import type { CrossParams } from './params.ts';

/** Ids of the two schemes that are crossed: rows, then columns. */
export type Pair = readonly [first: string, second: string];

/** The pair after which the crossing is named. */
export const abcXyz: Pair = ['abc', 'xyz'];

/**
 * The schemes that were chosen while the notebook has them; else value against regularity where there are dates, and
 * value against what the files say of the customers where there are none.
 */
export function pairOf({ book, model }: Pick<Ground, 'book' | 'model'>, params: CrossParams): Pair {
  const known = (id: string | null): id is string =>
    id !== null && book.schemes.some((scheme) => scheme.id === id);
  const has = (role: string): boolean =>
    model.dimensions.some((dimension) => dimension === role) ||
    model.attributes.some((attribute) => attribute.role === role);
  const second = model.dates
    ? abcXyz[1]
    : has('customer_type')
      ? 'distributor'
      : has('member_level')
        ? 'membership'
        : 'value_levels';
  const other = book.schemes.find(({ id }) => id !== abcXyz[0])?.id ?? abcXyz[0];
  return [
    known(params.first) ? params.first : abcXyz[0],
    known(params.second) ? params.second : known(second) ? second : other,
  ];
}
