import type { Notebook } from '../document/schema.ts';
import { availableMeasures, type Model } from '../model/model.ts';

/** A setting that does not fit the file it met; it is named, and its default is used. */
export type Misfit =
  | { readonly setting: 'measure'; readonly value: string }
  | { readonly setting: 'period' | 'as_of' }
  | { readonly setting: 'potential' };

/** Settings from a link or a former file, checked against what this file has. */
export function fit(notebook: Notebook, model: Model): { notebook: Notebook; misfits: Misfit[] } {
  const misfits: Misfit[] = [];
  let { scope, cells } = notebook;
  if (!availableMeasures(model).includes(scope.measure)) {
    misfits.push({ setting: 'measure', value: scope.measure });
    scope = { ...scope, measure: 'amount' };
  }
  const { firstDay, lastDay } = model;
  const outside = (from: number | null, to: number | null): boolean =>
    firstDay === null ||
    lastDay === null ||
    (from !== null && from > lastDay) ||
    (to !== null && to < firstDay);
  const backwards = scope.from !== null && scope.to !== null && scope.from > scope.to;
  if ((scope.from !== null || scope.to !== null) && (backwards || outside(scope.from, scope.to))) {
    misfits.push({ setting: 'period' });
    scope = { ...scope, from: null, to: null };
  }
  if (scope.asOf !== null && outside(null, scope.asOf)) {
    misfits.push({ setting: 'as_of' });
    scope = { ...scope, asOf: null };
  }
  if (
    !model.potential &&
    cells.some((cell) => cell.lens === 'matrix' && cell.values.potential === 'column')
  ) {
    misfits.push({ setting: 'potential' });
    cells = cells.map((cell) =>
      cell.lens === 'matrix' ? { ...cell, values: { ...cell.values, potential: 'auto' } } : cell,
    );
  }
  return { notebook: { ...notebook, scope, cells }, misfits };
}
