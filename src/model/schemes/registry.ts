import type { Preset, Scheme, SchemeBook } from './types.ts';
import { schemeVersion } from './types.ts';

const modules = import.meta.glob<{ preset: Preset }>('./presets/*.ts', { eager: true });

/** Every way of placing customers that the page brings along, in the order of the list. */
export const presets: readonly Preset[] = Object.values(modules)
  .map(({ preset }) => preset)
  .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

const byId = new Map(presets.map((preset) => [preset.id, preset]));

export const presetOf = (id: string): Preset | undefined => byId.get(id);

/** A scheme of a preset with all settings at their defaults. */
export const plainScheme = (preset: string): Scheme => ({
  id: preset,
  version: schemeVersion,
  preset,
  name: null,
  settings: {},
  rules: null,
  overrides: {},
});

/**
 * All schemes of a document: one for every preset, as changed where it was, then the user's own in their order. An
 * active scheme that does not exist gives way to the first.
 */
export function bookOf(changed: readonly Scheme[], active: string, silenceDays: number | null): SchemeBook {
  const own = changed.filter(({ id }) => !byId.has(id));
  const schemes = [
    ...presets.map(({ id }) => changed.find((scheme) => scheme.id === id) ?? plainScheme(id)),
    ...own,
  ];
  const known = schemes.some(({ id }) => id === active);
  return { active: known ? active : (schemes[0]?.id ?? active), schemes, silenceDays };
}

/** Throws for an id that is not in the book: cells that remember a scheme ask `hasScheme` first. */
export function schemeOf(book: SchemeBook, id: string): Scheme {
  const scheme = book.schemes.find((one) => one.id === id);
  if (!scheme) throw new Error(`there is no scheme ${id}`);
  return scheme;
}

export const hasScheme = (book: SchemeBook, id: string): boolean =>
  book.schemes.some((scheme) => scheme.id === id);

/** An id for a new scheme of the user's own: `own1`, `own2` … */
export function newSchemeId(book: SchemeBook): string {
  for (let i = 1; ; i++) if (!hasScheme(book, `own${i}`)) return `own${i}`;
}
