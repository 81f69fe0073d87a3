import type { PlainTable } from '../../base/table.ts';
import type { MetricId, TextId } from '../../model/metrics/types.ts';
import { valueAt } from '../../model/schemes/quantities.ts';
import type { Scheme, Tiering } from '../../model/schemes/types.ts';
import { units } from '../frame.ts';
import { nothing, usable, type Extras, type Figures, type Frame, type LensResult, type RankSet } from '../types.ts'; // prettier-ignore
import type { CrossParams } from './params.ts';
import { pairOf } from './pair.ts';

/** The tier of customers whom a scheme places nowhere, such as those with a net value of zero or less. */
export const unplaced = 'unplaced';

/** Tiers that say "not judged" and not "less than the others". */
const unjudged: readonly string[] = [unplaced, 'none', 'short', 'unknown', 'unscored'];

export interface Level {
  readonly id: string;
  /** As in `SchemeTierStats`; null with `unplaced` too. */
  readonly name: string | null;
  readonly customers: number;
  /** Ten-thousandths. */
  readonly value: number;
}

export interface Cell {
  readonly customers: number;
  /** Ten-thousandths. */
  readonly value: number;
}

/** Everything that does not depend on the words. */
export interface Cross {
  readonly first: Tiering;
  readonly second: Tiering;
  readonly rows: readonly Level[];
  readonly columns: readonly Level[];
  /** By row, then column. */
  readonly cells: readonly (readonly Cell[])[];
  readonly customers: number;
  /** Ten-thousandths. */
  readonly value: number;
  readonly finding: Finding | null;
  readonly missing: readonly { readonly scheme: Scheme; readonly ids: readonly (MetricId | TextId)[] }[];
}

/** The cell off the diagonal with the most value, or with the most customers where the total is zero or less. */
export interface Finding {
  readonly row: number;
  readonly column: number;
  readonly customers: number;
  readonly value: number;
}

export function result(
  _tables: Readonly<Record<string, PlainTable>>,
  frame: Frame,
  params: CrossParams,
  extras: Extras,
): LensResult<Cross> {
  if (frame.customers.n === 0) return nothing('no_customers');
  const [first, second] = pairOf(frame, params).map((id) => extras.tiering(id)) as [Tiering, Tiering];
  if (first.placed === 0 && second.placed === 0) return nothing('nobody_placed');
  return usable(cross(first, second, frame));
}

/** Crosses two schemes over the same customers. */
export function cross(first: Tiering, second: Tiering, source: Pick<Frame, 'customers' | 'ranked'>): Cross {
  const { n } = source.customers;
  const height = first.tiers.length + 1;
  const width = second.tiers.length + 1;
  const customers = new Float64Array(height * width);
  const sums = new Float64Array(height * width);
  for (let k = 0; k < n; k++) {
    const at = place(first, k) * width + place(second, k);
    customers[at]!++;
    sums[at]! += valueAt(source, k);
  }
  // Whom neither scheme places is no finding of theirs.
  customers[height * width - 1] = 0;
  sums[height * width - 1] = 0;
  const at = (r: number, c: number): Cell => ({
    customers: customers[r * width + c]!,
    value: sums[r * width + c]!,
  });
  const total = (cells: readonly Cell[]): Cell =>
    cells.reduce((a, b) => ({ customers: a.customers + b.customers, value: a.value + b.value }), nobody);
  const all = Array.from({ length: height }, (_, r) => Array.from({ length: width }, (_, c) => at(r, c)));
  const totalOf = (c: number): Cell => total(all.map((row) => row[c] ?? nobody));
  const used = (cell: Cell, i: number, length: number): boolean => i < length - 1 || cell.customers > 0;
  const rows = levelsOf(first, (r) => total(all[r] ?? [])).filter((cell, r) => used(cell, r, height));
  const columns = levelsOf(second, totalOf).filter((cell, c) => used(cell, c, width));
  const cells = rows.map((_, r) => columns.map((_, c) => at(r, c)));
  const whole = total(rows);
  return {
    first,
    second,
    rows,
    columns,
    cells,
    customers: whole.customers,
    value: whole.value,
    finding: findingOf(rows, columns, cells, whole.value > 0),
    missing: [first, second]
      .filter((tiering, i) => tiering.missing.length > 0 && (i === 0 || tiering !== first))
      .map(({ scheme, missing }) => ({ scheme, ids: missing })),
  };
}

const nobody: Cell = { customers: 0, value: 0 };

/** Position of the customer's tier; those without one come after the last. */
function place(tiering: Tiering, rank: number): number {
  const tier = tiering.of(rank);
  return tier < 0 ? tiering.tiers.length : tier;
}

function levelsOf(tiering: Tiering, total: (position: number) => Cell): Level[] {
  const named = [...tiering.tiers, { id: unplaced, name: null }];
  return named.map(({ id, name }, i) => ({ id, name, ...total(i) }));
}

function findingOf(
  rows: readonly Level[],
  columns: readonly Level[],
  cells: readonly (readonly Cell[])[],
  byValue: boolean,
): Finding | null {
  let best: Finding | null = null;
  const weight = (cell: Cell): number => (byValue ? cell.value : cell.customers);
  rows.forEach((row, r) =>
    columns.forEach((column, c) => {
      const cell = cells[r]![c]!;
      if (r === c || cell.customers === 0 || unjudged.includes(row.id) || unjudged.includes(column.id))
        return;
      if (!best || weight(cell) > weight(best)) best = { row: r, column: c, ...cell };
    }),
  );
  return best;
}

/** Levels of either scheme that hold customers the scheme does not judge. */
export const outside = (levels: readonly Level[]): readonly Level[] =>
  levels.filter(({ id, customers }) => unjudged.includes(id) && customers > 0);

/** The customers of a cell, of a whole row (column null) or of a whole column (row null). */
export function cellSet(result: Cross, row: number | null, column: number | null, n: number): RankSet {
  // Whoever has no tier comes after the last, as in the cells; a filter may have taken that row away.
  const ranks: number[] = [];
  const lost = [result.first.tiers.length, result.second.tiers.length] as const;
  for (let k = 0; k < n; k++) {
    const r = place(result.first, k);
    const c = place(result.second, k);
    if (r === lost[0] && c === lost[1]) continue;
    if ((row === null || r === row) && (column === null || c === column)) ranks.push(k);
  }
  return { kind: 'list', ranks: Uint32Array.from(ranks) };
}

/** A cell's share of its row, its column or everything; null where the whole is zero or less. */
export function shareOf(
  result: Cross,
  row: number,
  column: number,
  { share, of }: CrossParams,
): number | null {
  const pick = (cell: Cell): number => (of === 'value' ? cell.value : cell.customers);
  const whole = share === 'row' ? result.rows[row] : share === 'column' ? result.columns[column] : result;
  const cell = result.cells[row]?.[column];
  return cell && whole && pick(whole) > 0 ? pick(cell) / pick(whole) : null;
}

export function figures({ rows, columns, cells }: Cross): Figures {
  const all: Figures = {};
  rows.forEach((row, r) =>
    columns.forEach((column, c) => {
      const cell = cells[r]![c]!;
      all[`cross.${row.id}_${column.id}.customers`] = cell.customers;
      all[`cross.${row.id}_${column.id}.value`] = units(cell.value);
    }),
  );
  return all;
}
