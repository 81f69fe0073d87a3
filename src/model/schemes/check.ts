import type { MetricId, TextId } from '../metrics/types.ts';
import { implies } from './implies.ts';
import type { Rules, Tiering } from './types.ts';

/** An overlap of this share of a rule's customers is a surprise to whoever wrote the rules. */
const surprising = 0.1;

/**
 * Something that an editor tells whoever writes rules. `tier` and `by` are positions in the tiers.
 * - no_rules: there is nothing but the rest. duplicate_id: two tiers have one id, so their figures would have one name.
 * - missing: the files do not have what rules look at.
 * - implied: whoever meets the rule meets the earlier one `by` as well, so it can never take anybody.
 * - never_reached: earlier rules take all of the customers for whom it holds. nobody: it holds for no one.
 * - overlap: earlier rules take `customers` of the `of` for whom it holds; only where the rules do not follow from one
 *   another (A up to 80 % is inside B up to 95 %: that is what the order is for).
 * - tied: in only because their value equals the last one. near: within one point of the rule. unknown: it is not known
 *   whether the rule holds, and no earlier one took them.
 */
export type Check =
  | { readonly code: 'no_rules' | 'rest_empty' | 'rest_all' }
  | { readonly code: 'duplicate_id'; readonly id: string }
  | { readonly code: 'missing'; readonly id: MetricId | TextId }
  | { readonly code: 'implied'; readonly tier: number; readonly by: number }
  | { readonly code: 'never_reached' | 'nobody'; readonly tier: number }
  | { readonly code: 'overlap'; readonly tier: number; readonly customers: number; readonly of: number }
  | { readonly code: 'tied' | 'near' | 'unknown'; readonly tier: number; readonly customers: number }; // prettier-ignore

export type Severity = 'error' | 'warning' | 'note';

/** `error`: the rules are not what anybody meant; `warning`: worth a look; `note`: good to know. */
export function severityOf({ code }: Check): Severity {
  switch (code) {
    case 'duplicate_id':
    case 'implied':
      return 'error';
    case 'tied':
    case 'near':
    case 'rest_empty':
      return 'note';
    default:
      return 'warning';
  }
}

/** What is odd about rules, by themselves and on the data. */
export function checkRules(rules: Rules, tiering: Tiering): Check[] {
  const checks: Check[] = [];
  if (rules.tiers.length === 0) checks.push({ code: 'no_rules' });
  const ids = [...rules.tiers, rules.rest].map(({ id }) => id);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) < i)))
    checks.push({ code: 'duplicate_id', id });
  for (const id of tiering.missing) checks.push({ code: 'missing', id });
  rules.tiers.forEach((_, tier) => checks.push(...checkRule(rules, tiering, tier)));
  const rest = tiering.tiers[rules.tiers.length];
  if (rest && tiering.placed > 0 && rules.tiers.length > 0) {
    if (rest.customers === 0) checks.push({ code: 'rest_empty' });
    else if (rest.customers === tiering.placed) checks.push({ code: 'rest_all' });
  }
  return checks;
}

function checkRule(rules: Rules, tiering: Tiering, tier: number): Check[] {
  const { when } = rules.tiers[tier]!;
  const by = rules.tiers.findIndex((earlier, i) => i < tier && implies(when, earlier.when));
  if (by >= 0) return [{ code: 'implied', tier, by }];
  const checks: Check[] = [];
  const { customers, byHand, shadowed, tied, near, unknown } = tiering.tiers[tier]!;
  const taken = Math.max(0, customers - byHand);
  const of = taken + shadowed;
  if (tiering.placed > 0 && of === 0) checks.push({ code: 'nobody', tier });
  else if (taken === 0 && shadowed > 0) checks.push({ code: 'never_reached', tier });
  else {
    const unexpected = shadowed - expectedShadow(rules, tiering, tier);
    if (unexpected > 0 && unexpected >= surprising * of)
      checks.push({ code: 'overlap', tier, customers: unexpected, of });
  }
  if (tied > 0) checks.push({ code: 'tied', tier, customers: tied });
  if (near !== null && near > 0) checks.push({ code: 'near', tier, customers: near });
  if (unknown > 0) checks.push({ code: 'unknown', tier, customers: unknown });
  return checks;
}

/** Customers of earlier tiers whose rules are stricter forms of this one. */
function expectedShadow(rules: Rules, tiering: Tiering, tier: number): number {
  let customers = 0;
  for (let i = 0; i < tier; i++)
    if (implies(rules.tiers[i]!.when, rules.tiers[tier]!.when))
      customers += Math.max(0, tiering.tiers[i]!.customers - tiering.tiers[i]!.byHand);
  return customers;
}
