import type { Scope } from '../model/scope.ts';
import { rank, type Ranked } from '../stats/ranked.ts';

/** A ranking of something else than the notebook's customers, under the notebook's rule for values at zero or below. */
export interface Ranking {
  readonly ranked: Ranked;
  /** At zero or below, where the rule wants them apart: the positions from `ranked.n` on. Value in ten-thousandths. */
  readonly apart: { readonly customers: number; readonly value: number };
}

/** Descending values (ten-thousandths) under the rule, as the notebook itself ranks customers. */
export function ranking(values: Float64Array | readonly bigint[], rule: Scope['nonpositive']): Ranking {
  const nobody = { customers: 0, value: 0 };
  if (rule === 'keep') return { ranked: rank(values), apart: nobody };
  const end = values.findIndex((v: number | bigint) => v <= 0);
  const above = end < 0 ? values.length : end;
  if (rule === 'zero') {
    const clipped = Array.from(values as ArrayLike<number | bigint>, (v, k) => (k < above ? v : 0));
    return {
      ranked: rank(values instanceof Float64Array ? Float64Array.from(clipped, Number) : clipped.map(BigInt)),
      apart: nobody,
    };
  }
  let rest = 0;
  for (let k = above; k < values.length; k++) rest += Number(values[k]);
  return { ranked: rank(values.slice(0, above)), apart: { customers: values.length - above, value: rest } };
}
