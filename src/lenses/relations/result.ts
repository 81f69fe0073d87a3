import type { PlainTable } from '../../base/table.ts';
import { relationshipLevels } from '../../model/schemes/presets/relationship.ts';
import type { Tiering } from '../../model/schemes/types.ts';
import { units } from '../frame.ts';
import { nothing, unusable, usable, type Extras, type Figures, type Frame, type LensResult, type RankSet } from '../types.ts'; // prettier-ignore

/** Levels of relationship, the closest first; `unknown` for who is at none. */
export const levels = [...relationshipLevels, 'unknown'] as const;
const unknown = levels.length - 1;

export interface Part {
  readonly customers: number;
  /** Ten-thousandths. */
  readonly value: number;
}

/** Contact compared with what is recommended: closer than that, just so, or less. */
export const verdicts = ['under', 'match', 'over'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Relations {
  readonly actual: Tiering;
  readonly wanted: Tiering;
  /** By actual level, then recommended level; `unknown` last. */
  readonly cells: readonly (readonly Part[])[];
  readonly byActual: readonly Part[];
  readonly byWanted: readonly Part[];
  readonly verdicts: Readonly<Record<Verdict, Part>>;
  /** Customers with both levels. */
  readonly compared: number;
  /** Positions in `levels` by rank; those with neither are -1. */
  readonly at: Int8Array;
  /** No recommendation, because no file has a profit. */
  readonly noMargin: boolean;
  /** Customers who may be partners or proactive, if the log said what contacts were for or who made them. */
  readonly untold: number;
}

const nobody: Part = { customers: 0, value: 0 };
const plus = (a: Part, b: Part): Part => ({ customers: a.customers + b.customers, value: a.value + b.value });

/** Position in `levels` of each of a scheme's tiers; a tier of another name counts as unknown. */
const positions = (tiering: Tiering): number[] =>
  tiering.tiers.map(({ id }) => {
    const at = (levels as readonly string[]).indexOf(id);
    return at < 0 ? unknown : at;
  });

export function result(
  _tables: Readonly<Record<string, PlainTable>>,
  frame: Frame,
  _params: Record<string, never>,
  extras: Extras,
): LensResult<Relations> {
  const { model, customers } = frame;
  if (!model.sides.includes('contacts')) return unusable('no_contacts');
  if (customers.n === 0) return nothing('no_customers');
  const actual = extras.tiering('relationship');
  const wanted = extras.tiering('relationship_wanted');
  const [ofActual, ofWanted] = [positions(actual), positions(wanted)];
  const size = levels.length;
  const count = new Float64Array(size * size);
  const sum = new Float64Array(size * size);
  const at = new Int8Array(customers.n).fill(-1);
  for (let k = 0; k < customers.n; k++) {
    const tier = actual.of(k);
    // Who never bought has no relationship to compare.
    if (tier < 0) continue;
    const cell = ofActual[tier]! * size + (ofWanted[wanted.of(k)] ?? unknown);
    at[k] = cell;
    count[cell]!++;
    sum[cell]! += Number(customers.value[k]);
  }
  const part = (a: number, w: number): Part => ({ customers: count[a * size + w]!, value: sum[a * size + w]! }); // prettier-ignore
  const cells = levels.map((_, a) => levels.map((_level, w) => part(a, w)));
  const byActual = cells.map((row) => row.reduce(plus, nobody));
  const byWanted = levels.map((_, w) => cells.reduce((all, row) => plus(all, row[w]!), nobody));
  if (byActual.every((one) => one.customers === 0)) return nothing('no_buyers');
  const judged: Record<Verdict, Part> = { under: nobody, match: nobody, over: nobody };
  for (let a = 0; a < unknown; a++)
    for (let w = 0; w < unknown; w++) {
      const verdict = verdictOf(a, w);
      judged[verdict] = plus(judged[verdict], cells[a]![w]!);
    }
  const unknowns = actual.tiers.filter(({ id }) => id === 'partner' || id === 'proactive').map((tier) => tier.unknown); // prettier-ignore
  return usable({
    actual,
    wanted,
    cells,
    byActual,
    byWanted,
    verdicts: judged,
    compared: judged.under.customers + judged.match.customers + judged.over.customers,
    at,
    noMargin: !model.profit && byWanted[unknown]!.customers > 0,
    untold: Math.max(0, ...unknowns),
  });
}

/** Levels come the closest first: a smaller position is a closer relationship. */
const verdictOf = (actual: number, wanted: number): Verdict =>
  actual === wanted ? 'match' : actual < wanted ? 'over' : 'under';

function setWhere({ at }: Relations, holds: (actual: number, wanted: number) => boolean): RankSet {
  const ranks: number[] = [];
  at.forEach((cell, k) => {
    if (cell >= 0 && holds(Math.floor(cell / levels.length), cell % levels.length)) ranks.push(k);
  });
  return { kind: 'list', ranks: Uint32Array.from(ranks) };
}

/** The customers of a cell, of a row (wanted null) or of a column (actual null). */
export const cellSet = (relations: Relations, actual: number | null, wanted: number | null): RankSet =>
  setWhere(relations, (a, w) => (actual === null || a === actual) && (wanted === null || w === wanted));

export const verdictSet = (relations: Relations, verdict: Verdict): RankSet =>
  setWhere(relations, (a, w) => a !== unknown && w !== unknown && verdictOf(a, w) === verdict);

/** What the pair of levels says; null where one of them is not known. */
export const verdictAt = (actual: number, wanted: number): Verdict | null =>
  actual === unknown || wanted === unknown ? null : verdictOf(actual, wanted);

export function figures({ cells, byActual, byWanted, verdicts: judged }: Relations): Figures {
  const all: Figures = {};
  for (const verdict of verdicts) {
    all[`relations.${verdict}.customers`] = judged[verdict].customers;
    all[`relations.${verdict}.value`] = units(judged[verdict].value);
  }
  levels.forEach((level, i) => {
    all[`relations.actual.${level}.customers`] = byActual[i]!.customers;
    all[`relations.wanted.${level}.customers`] = byWanted[i]!.customers;
    levels.forEach((recommended, w) => {
      all[`relations.${level}_${recommended}.customers`] = cells[i]![w]!.customers;
      all[`relations.${level}_${recommended}.value`] = units(cells[i]![w]!.value);
    });
  });
  return all;
}
