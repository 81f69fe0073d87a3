import { stateCode } from '../../model/history.ts';
import { sum } from '../../stats/transition.ts';
import { units } from '../frame.ts';
import type { Figures } from '../types.ts';
import type { Migration } from './result.ts';

/** a / b; null where b is not above zero. */
export const ratio = (a: number, b: number): number | null => (b > 0 ? a / b : null);

export const cellName = (migration: Migration, from: number, to: number): string =>
  `migration.${migration.states[from]?.key}.${migration.states[to]?.key}`;

export function figures(migration: Migration): Figures {
  const { movement: m, pair, tiers } = migration;
  const all: Figures = {};
  pair.moved.counts.forEach((row, i) =>
    row.slice(0, stateCode('new', tiers)).forEach((customers, j) => {
      all[cellName(migration, i, j)] = customers;
    }),
  );
  return {
    ...all,
    'migration.shorrocks': migration.shorrocks,
    'migration.customers': pair.moved.customers,
    'migration.placed': m.placed,
    'migration.stayed': m.stayed,
    'migration.stayed_share': ratio(m.stayed, m.placed),
    'migration.up': m.up,
    'migration.up_share': ratio(m.up, m.placed),
    'migration.down': m.down,
    'migration.down_share': ratio(m.down, m.placed),
    'migration.up_down_ratio': ratio(m.up, m.down),
    'migration.up_value_from': units(m.upValue.from),
    'migration.up_value_to': units(m.upValue.to),
    'migration.down_value_from': units(m.downValue.from),
    'migration.down_value_to': units(m.downValue.to),
    'migration.lost': m.toNone,
    'migration.negative': m.toNonpositive,
    'migration.joined': m.joined,
    'migration.returned': m.returned,
    'migration.joined_value': units(m.joinedValue),
    'migration.value_from': units(m.valueFrom),
    'migration.retained_value': units(m.valueTo),
    'migration.retained_share': ratio(m.valueTo, m.valueFrom),
    'migration.changes': migration.changes.counted,
    'migration.held_back': migration.changes.found - migration.changes.counted,
  };
}

/** Customers of each state in a table's first and second period: its sums of rows and of columns. */
export const rowTotal = (rows: readonly (readonly number[])[], state: number): number =>
  sum(rows[state] ?? []);
export const columnTotal = (rows: readonly (readonly number[])[], state: number): number =>
  sum(rows.map((row) => row[state] ?? 0));
