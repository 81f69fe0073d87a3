import type { ExtractNote } from '../types.ts';

const mostExamples = 3;

/** Counts what a conversion cannot carry over. */
export class Notes {
  private readonly found = new Map<ExtractNote['kind'], { count: number; examples: string[] }>();

  add(kind: ExtractNote['kind'], where: string): void {
    const note = this.found.get(kind) ?? { count: 0, examples: [] };
    note.count++;
    if (note.examples.length < mostExamples) note.examples.push(where);
    this.found.set(kind, note);
  }

  list(): ExtractNote[] {
    return [...this.found].map(([kind, note]) => ({ kind, ...note }));
  }
}
