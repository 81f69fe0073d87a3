import type { MetricId, TextId } from '../../../../src/model/metrics/types.ts';
import type { Model } from '../../../../src/model/model.ts';
import { applyRules } from '../../../../src/model/schemes/apply.ts';
import type { Preset, Settings, Tiering } from '../../../../src/model/schemes/types.ts';
import { rank } from '../../../../src/stats/ranked.ts';
import { customersOf, metricsOf, modelWith, rulesWith, type Row } from './people.ts';

/** What is known beside metrics of customers: a text of each by the text's id. */
export type Known = Row & { readonly texts?: Readonly<Partial<Record<TextId, string>>> };

export interface Circumstances {
  readonly settings?: Settings;
  readonly model?: Model;
  readonly silenceDays?: number | null;
}

/** Applies a preset to hand-made customers in the order given, which must be that of their values. */
export function placeKnown(
  preset: Preset,
  people: readonly Known[],
  { settings = {}, model = modelWith(), silenceDays = null }: Circumstances = {},
): { tiers: (string | null)[]; tiering: Tiering } {
  const value = Float64Array.from(people, (row, i) => Math.round((row.value ?? people.length - i) * 10_000));
  const ids = people.map((_, i) => `c${i}`);
  const metrics = {
    ...metricsOf(people),
    silenceDays,
    text: (id: TextId) => {
      const given = people.map(({ texts }) => texts?.[id]);
      const values = [...new Set(given.filter((text) => text !== undefined))];
      return {
        codes: Int32Array.from(given, (text) => (text === undefined ? -1 : values.indexOf(text))),
        values,
      };
    },
    has: (id: MetricId | TextId) =>
      people.some((row) => row[id as MetricId] !== undefined || row.texts?.[id as TextId] !== undefined),
  };
  const rules = rulesWith(preset, settings, model);
  const tiering = applyRules(
    { id: preset.id, version: 1, preset: preset.id, name: null, settings, rules: null, overrides: {} },
    rules,
    { customers: customersOf(ids, people, value), ranked: rank(value.filter((v) => v > 0)), metrics },
  );
  return { tiering, tiers: people.map((_, k) => tiering.tiers[tiering.of(k)]?.id ?? null) };
}
