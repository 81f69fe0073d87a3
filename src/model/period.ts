import type { Day } from '../base/day.ts';
import type { Model } from './model.ts';
import type { Scope } from './scope.ts';

/** The days that a scope resolves to on a model; null where the file has no dates. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  /** The day on which silence is measured. */
  readonly asOf: Day;
  /** Growth compares the `halfDays` days up to and including `to` with as many days before them; an odd day is dropped. */
  readonly halfDays: number;
}

export function resolvePeriod(scope: Scope, model: Model): Period | null {
  if (model.firstDay === null || model.lastDay === null) return null;
  const from = scope.from ?? model.firstDay;
  const asOf = scope.asOf ?? Math.min(scope.to ?? model.lastDay, model.lastDay);
  const to = Math.min(scope.to ?? model.lastDay, asOf);
  return { from, to, asOf, halfDays: Math.max(0, Math.floor((to - from + 1) / 2)) };
}
