import { assert } from '../../base/assert.ts';
import { find } from './conditions.ts';
import type { Finding } from './finding.ts';
import { Quantities, valueAt, type Source } from './quantities.ts';
import type { Cuts, Explanation, Rules, Scheme, SchemeTierStats, Tiering } from './types.ts';

export type { Source } from './quantities.ts';

/** Position of a customer who is not placed. */
const nowhere = -1;

/**
 * Puts the customers of a frame into the tiers of a scheme: the first rule that is true takes a customer, the rest
 * takes whoever is left. With `keep`, cuts found on other data replace those that these would give.
 */
export function applyRules(scheme: Scheme, rules: Rules, source: Source, keep: Cuts = {}): Tiering {
  const q = new Quantities(source, rules, keep);
  const findings = rules.tiers.map(({ when }, i) => find(when, q, `${i}`));
  // Scores that no rule looks at are shown all the same.
  for (const { id } of rules.scores) q.values(`score:${id}`);
  const { of, counts } = place(findings, q.member);
  const byHand = setByHand(scheme, rules, source, of);
  const sums = sumUp(source, of, rules.tiers.length + 1);
  return {
    scheme,
    rules,
    tiers: [...rules.tiers, rules.rest].map(({ id, name }, i): SchemeTierStats => {
      const tier = sums.tiers[i]!;
      const count = counts[i] ?? { near: 0, tied: 0, shadowed: 0, unknown: 0 };
      return {
        id,
        name,
        ...tier,
        shareCustomers: sums.placed > 0 ? tier.customers / sums.placed : null,
        shareValue: sums.value > 0 ? tier.value / sums.value : null,
        ...count,
        near: findings[i]?.nearable ? count.near : null,
        byHand: byHand.counts[i]!,
      };
    }),
    of: (rank) => of[rank] ?? nowhere,
    placed: sums.placed,
    missing: q.missing,
    score: (id) => {
      assert(
        rules.scores.some((score) => score.id === id),
        `the scheme has no score ${id}`,
      );
      return q.values(`score:${id}`);
    },
    scoreParts: (id, rank) => q.parts(id, rank),
    explain: (rank) => explain(findings, of[rank] ?? nowhere, rank, byHand.reasons.get(rank)),
    cuts: q.cuts,
  };
}

type Counts = Pick<SchemeTierStats, 'tied' | 'shadowed' | 'unknown'> & { readonly near: number };

/** Position of the tier by rank, and what each rule met on the way. */
function place(
  findings: readonly Finding[],
  member: Uint8Array,
): { of: Int16Array; counts: readonly Counts[] } {
  const n = member.length;
  const rest = findings.length;
  // Members start in the rest, which is as well the mark of who has not been taken yet.
  const of = new Int16Array(n).fill(nowhere);
  for (let k = 0; k < n; k++) if (member[k] === 1) of[k] = rest;
  const counts = findings.map(({ bits }, tier): Counts => {
    let [near, tied, shadowed, unknown] = [0, 0, 0, 0];
    // Without branches: what is found is as good as random, and every wrong guess costs more than the arithmetic.
    for (let k = 0; k < n; k++) {
      const here = of[k]!;
      const found = here === nowhere ? 0 : bits[k]!;
      const free = here === rest ? 1 : 0;
      const taken = free & found;
      near += (found >> 2) & 1;
      shadowed += found & ~free & 1;
      unknown += free & (found >> 1);
      tied += taken & (found >> 3);
      of[k] = taken ? tier : here;
    }
    return { near, tied, shadowed, unknown };
  });
  return { of, counts };
}

interface ByHand {
  /** By tier. */
  readonly counts: readonly number[];
  readonly reasons: ReadonlyMap<number, string>;
}

/** Moves the customers whose tier somebody set; a tier that the scheme does not have any more is left aside. */
function setByHand({ overrides }: Scheme, rules: Rules, { customers }: Source, of: Int16Array): ByHand {
  const counts = new Array<number>(rules.tiers.length + 1).fill(0);
  const reasons = new Map<number, string>();
  if (Object.keys(overrides).length === 0) return { counts, reasons };
  const position = new Map([...rules.tiers, rules.rest].map(({ id }, i) => [id, i]));
  for (let k = 0; k < customers.n; k++) {
    const id = customers.ids.at(k);
    if (id === null || !Object.hasOwn(overrides, id)) continue;
    const { tier, reason } = overrides[id]!;
    const to = position.get(tier);
    if (to === undefined) continue;
    of[k] = to;
    counts[to]!++;
    reasons.set(k, reason);
  }
  return { counts, reasons };
}

interface Sums {
  readonly placed: number;
  readonly value: number;
  readonly tiers: readonly { customers: number; value: number; cut: number | null }[];
}

function sumUp(source: Source, of: Int16Array, tiers: number): Sums {
  const { customers, ranked } = source;
  const count = new Array<number>(tiers).fill(0);
  const last = new Array<number>(tiers).fill(nowhere);
  const exact = customers.value instanceof Float64Array ? null : new Array<bigint>(tiers).fill(0n);
  const sum = new Float64Array(tiers);
  for (let k = 0; k < customers.n; k++) {
    const tier = of[k]!;
    if (tier === nowhere) continue;
    count[tier]!++;
    last[tier] = k;
    if (exact) exact[tier]! += k < ranked.n ? ranked.valueExact(k) : BigInt(customers.value[k]!);
    else sum[tier]! += valueAt(source, k);
  }
  const valueOf = (tier: number): number => (exact ? Number(exact[tier]!) : sum[tier]!);
  const all = exact ? Number(exact.reduce((a, b) => a + b, 0n)) : sum.reduce((a, b) => a + b, 0);
  return {
    placed: count.reduce((a, b) => a + b, 0),
    value: all,
    // Ranks ascend as values fall, so the last one met has the smallest value.
    tiers: count.map((customers, i) => ({
      customers,
      value: valueOf(i),
      cut: customers > 0 ? valueAt(source, last[i]!) : null,
    })),
  };
}

function explain(
  findings: readonly Finding[],
  tier: number,
  rank: number,
  reason: string | undefined,
): Explanation {
  const byHand = reason !== undefined;
  return {
    tier,
    because: byHand ? null : (findings[tier]?.report(rank) ?? null),
    notAbove: findings[tier - 1]?.report(rank) ?? null,
    override: byHand ? { reason } : null,
  };
}
