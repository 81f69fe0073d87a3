import { tiers, type Tier } from '../charts/tokens.ts';
import type { Lang } from '../i18n/lang.ts';
import { presetOf } from '../model/schemes/registry.ts';
import type { Scheme } from '../model/schemes/types.ts';

/** The user's name of a scheme, else its preset's title. */
export const schemeTitle = (scheme: Pick<Scheme, 'id' | 'name' | 'preset'>, lang: Lang): string =>
  scheme.name ?? presetOf(scheme.preset)?.strings[lang].title ?? scheme.id;

/** The user's name of a tier, else the preset's word for it. */
export const tierTitle = (
  scheme: Pick<Scheme, 'preset'>,
  tier: { readonly id: string; readonly name: string | null },
  lang: Lang,
): string => tier.name ?? presetOf(scheme.preset)?.strings[lang].tiers[tier.id] ?? tier.id;

/** Colour of a tier by its position; there are no more than four, and what comes after them is told by its name. */
export const tierColour = (position: number): Tier => tiers[Math.max(0, Math.min(3, position))] ?? 'd';
