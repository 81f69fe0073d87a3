import type { Format } from '../../format/format.ts';
import type { Measure } from '../../model/scope.ts';
import { tierTitle } from '../schemeNames.ts';
import type { Migration, State } from './result.ts';
import type { Words } from './strings.ts';

export function stateName(migration: Migration, state: State, format: Format, t: Words): string {
  const nameOf = (tier: State & { kind: 'tier' }): string => tierTitle(migration.scheme, tier, format.lang);
  if (state.kind === 'tier') return nameOf(state);
  const name = t.states[state.state];
  const taken = migration.states.some((other) => other.kind === 'tier' && nameOf(other) === name);
  return taken && state.state === 'new' ? t.notYet : name;
}

/** A value in units, as the measure in force is written. */
export const valueText = (value: number, measure: Measure, format: Format): string =>
  measure === 'amount' || measure === 'profit' ? format.money(value) : format.compact(value);
