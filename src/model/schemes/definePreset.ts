import type { Model } from '../model.ts';
import type { Setting } from '../setting.ts';
import type { Preset, Rules, SettingValue } from './types.ts';

type ValueOf<S> = S extends Setting<infer T> ? T : never;

/** A preset whose `rules` gets every setting by its own type; sound because settings are checked before that call. */
export function definePreset<
  const S extends Readonly<Record<string, Setting<never> | Setting<SettingValue>>>,
>(
  preset: Omit<Preset, 'settings' | 'rules'> & {
    readonly settings: S;
    rules(settings: { readonly [F in keyof S]: ValueOf<S[F]> }, model: Model): Rules;
  },
): Preset {
  return preset;
}

/** Basis points of a percentage, as cuts are compared in whole ones; at most 100 %. */
export const basisPoints = (percent: number): number => Math.min(10_000, Math.round(percent * 100));
