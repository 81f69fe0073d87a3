import { apply, type Step } from './steps.ts';
import type { Notebook } from './schema.ts';

/** A change that was made: the step names it, the notebook before it undoes it. */
export interface Entry {
  readonly step: Step;
  readonly before: Notebook;
}

/** A notebook with its past and its undone future. A value: every function returns a new one. */
export interface History {
  readonly present: Notebook;
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
}

/** Steps that can be taken back. */
export const historyLimit = 100;

export const begin = (present: Notebook): History => ({ present, past: [], future: [] });

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Makes a step. A step that changes nothing leaves no trace, so that a drag that comes back to its start is no step. */
export function change(history: History, step: Step): History {
  const present = apply(history.present, step);
  if (same(present, history.present)) return history;
  return {
    present,
    past: [...history.past, { step, before: history.present }].slice(-historyLimit),
    future: [],
  };
}

export function undo(history: History): History {
  const last = history.past.at(-1);
  if (!last) return history;
  return { present: last.before, past: history.past.slice(0, -1), future: [last, ...history.future] };
}

export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (!next) return history;
  return {
    present: apply(next.before, next.step),
    past: [...history.past, { step: next.step, before: next.before }],
    future,
  };
}
