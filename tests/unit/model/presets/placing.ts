import type { Model } from '../../../../src/model/model.ts';
import { applyRules } from '../../../../src/model/schemes/apply.ts';
import type { Preset, Scheme, Settings, Tiering } from '../../../../src/model/schemes/types.ts';
import { rank } from '../../../../src/stats/ranked.ts';
import { customersOf, metricsOf, modelWith, rulesWith, type Row } from './people.ts';

/** Applies a preset to hand-made customers; in the answer a customer is known by its key. */
export function place(
  preset: Preset,
  people: Readonly<Record<string, Row>>,
  given: Settings = {},
  model: Model = modelWith(),
  overrides: Scheme['overrides'] = {},
): { tiers: Record<string, string | null>; tiering: Tiering; score(id: string, key: string): number } {
  const keys = Object.keys(people).sort((a, b) => (people[b]!.value ?? 0) - (people[a]!.value ?? 0));
  const rows = keys.map((key) => people[key]!);
  const value = Float64Array.from(rows, (row) => Math.round((row.value ?? 0) * 10_000));
  const ranked = rank(value.filter((v) => v > 0));
  const rules = rulesWith(preset, given, model);
  const scheme: Scheme = {
    id: preset.id, version: 1, preset: preset.id, name: null, settings: given, rules: null, overrides,
  }; // prettier-ignore
  const tiering = applyRules(scheme, rules, {
    customers: customersOf(keys, rows, value),
    ranked,
    metrics: metricsOf(rows),
  });
  const tierAt = (k: number): string | null => tiering.tiers[tiering.of(k)]?.id ?? null;
  return {
    tiers: Object.fromEntries(keys.map((key, k) => [key, tierAt(k)])),
    tiering,
    score: (id, key) => tiering.score(id)[keys.indexOf(key)]!,
  };
}
