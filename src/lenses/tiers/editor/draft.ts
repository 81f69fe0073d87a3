import { schemeVersion, type Condition, type Rules, type Scheme, type SchemeTier } from '../../../model/schemes/types.ts'; // prettier-ignore

/** The scheme as rules of the user's own, under a new id; tiers set by hand come along. */
export const ownCopy = (scheme: Scheme, rules: Rules, id: string, name: string): Scheme => ({
  id,
  version: schemeVersion,
  preset: scheme.preset,
  name,
  settings: scheme.settings,
  rules,
  overrides: scheme.overrides,
});

/** What a new rule begins with: nobody but the very largest, so that it does not empty the others unasked. */
const firstCondition: Condition = { kind: 'top_count', of: 'value', count: 10 };

/** An id for a tier that the rules do not have: t1, t2 … */
function freeTier(rules: Rules): string {
  const taken = new Set([...rules.tiers.map(({ id }) => id), rules.rest.id]);
  for (let i = 1; ; i++) if (!taken.has(`t${i}`)) return `t${i}`;
}

/** Adds a rule before the rest. */
export const addRule = (rules: Rules, name: string): Rules => ({
  ...rules,
  tiers: [...rules.tiers, { id: freeTier(rules), name, when: firstCondition }],
});

export const removeRule = (rules: Rules, at: number): Rules => ({
  ...rules,
  tiers: rules.tiers.filter((_, i) => i !== at),
});

/** Moves a rule by one place or more; beyond the ends it stays. */
export function moveRule(rules: Rules, at: number, by: number): Rules {
  const to = at + by;
  const moved = rules.tiers[at];
  if (!moved || to < 0 || to >= rules.tiers.length) return rules;
  const others = rules.tiers.filter((_, i) => i !== at);
  return { ...rules, tiers: [...others.slice(0, to), moved, ...others.slice(to)] };
}

/** Changes a rule, or the rest where `at` is one beyond the last rule. A blank name is the id's own word again. */
export function changeRule(rules: Rules, at: number, change: Partial<SchemeTier>): Rules {
  const clean = { ...change, ...(change.name !== undefined && { name: change.name?.trim() || null }) };
  if (at === rules.tiers.length) {
    const { when: _when, ...rest } = clean;
    return { ...rules, rest: { ...rules.rest, ...rest } };
  }
  return { ...rules, tiers: rules.tiers.map((tier, i) => (i === at ? { ...tier, ...clean } : tier)) };
}

/** Whether two schemes are the same but for their ids. */
export const same = (a: Scheme, b: Scheme): boolean =>
  JSON.stringify({ ...a, id: '' }) === JSON.stringify({ ...b, id: '' });

/**
 * Weights that sum to 100 in the same proportions, whole numbers: what is lost to rounding down goes to the largest
 * remainders, the earlier one first. Equal weights where all are zero.
 */
export function toHundred(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((w) => (sum > 0 ? (w / sum) * 100 : 100 / weights.length));
  const floors = exact.map((x) => Math.floor(x + 1e-9));
  const order = exact
    .map((_, i) => i)
    .sort((a, b) => exact[b]! - floors[b]! - (exact[a]! - floors[a]!) || a - b);
  const missing = 100 - floors.reduce((a, b) => a + b, 0);
  return floors.map((floor, i) => floor + (order.indexOf(i) < missing ? 1 : 0));
}
