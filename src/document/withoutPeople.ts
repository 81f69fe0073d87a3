import type { Notebook } from './schema.ts';

/**
 * The notebook as it may leave the page beside its figures: what was written about single customers, and the tiers set
 * by hand with their reasons, name people and stay.
 */
export function withoutPeople({ notes: _notes, ...notebook }: Notebook): Omit<Notebook, 'notes'> {
  return { ...notebook, schemes: notebook.schemes.map((scheme) => ({ ...scheme, overrides: {} })) };
}
