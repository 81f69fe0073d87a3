import { presetOf } from '../model/schemes/registry.ts';
import { changedSettings, settingsOf as complete } from '../model/schemes/rulesOf.ts';
import type { Scheme, Settings } from '../model/schemes/types.ts';

/** All settings of a scheme's preset: what is missing or wrong has its default. */
export function settingsOf({ preset, settings }: Pick<Scheme, 'preset' | 'settings'>): Settings {
  const known = presetOf(preset);
  return known ? complete(known, settings) : {};
}

/** The scheme with other settings; those at their default are left out. */
export function withSettings(scheme: Scheme, change: Settings): Scheme {
  const known = presetOf(scheme.preset);
  return known ? { ...scheme, settings: changedSettings(known, { ...scheme.settings, ...change }) } : scheme;
}
