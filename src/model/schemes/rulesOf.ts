import type { Model } from '../model.ts';
import { presetOf } from './registry.ts';
import type { Preset, Rules, Scheme, Settings } from './types.ts';

/** All settings of a preset: what is missing or no value of the setting gets the default; unknown ones are left out. */
export function settingsOf(preset: Preset, settings: Settings): Settings {
  return Object.fromEntries(
    Object.entries(preset.settings).map(([field, setting]) => {
      const value = Object.hasOwn(settings, field) ? settings[field] : undefined;
      return [field, setting.valid(value) ? value : setting.fallback];
    }),
  );
}

/** Settings that differ from the preset's defaults: what a scheme keeps. */
export function changedSettings(preset: Preset, settings: Settings): Settings {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  return Object.fromEntries(
    Object.entries(settingsOf(preset, settings)).filter(
      ([field, value]) => !same(value, preset.settings[field]!.fallback),
    ),
  );
}

/** Id of the named set of settings that the settings equal; null = the user's own. */
export function shortcutOf(preset: Preset, settings: Settings): string | null {
  const all = settingsOf(preset, settings);
  const equal = ([, set]: [string, Settings]): boolean =>
    Object.entries(set).every(([field, value]) => JSON.stringify(all[field]) === JSON.stringify(value));
  return Object.entries(preset.shortcuts ?? {}).find(equal)?.[0] ?? null;
}

/** What a scheme comes down to on a model: its own rules, else the preset's. Throws for a preset that does not exist. */
export function rulesOf(scheme: Scheme, model: Model): Rules {
  if (scheme.rules) return scheme.rules;
  const preset = presetOf(scheme.preset);
  if (!preset) throw new Error(`there is no preset ${scheme.preset}`);
  return preset.rules(settingsOf(preset, scheme.settings), model);
}
