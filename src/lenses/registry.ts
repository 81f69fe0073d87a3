import type { AnyLens } from './types.ts';

/** Every folder here with an index.ts is a lens; a new one edits no list. */
const modules = import.meta.glob<{ lens: AnyLens }>('./*/index.ts', { eager: true });

export const lenses: readonly AnyLens[] = Object.values(modules)
  .map((module) => module.lens)
  .sort((a, b) => a.order - b.order);

export function lensOf(id: string): AnyLens | undefined {
  return lenses.find((lens) => lens.id === id);
}
