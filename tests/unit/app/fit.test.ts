import { describe, expect, it } from 'vitest';
import { fit } from '../../../src/app/fit.ts';
import { dayOf } from '../../../src/base/day.ts';
import { newNotebook, type Notebook } from '../../../src/document/schema.ts';
import type { Model } from '../../../src/model/model.ts';
import { defaultScope, type Scope } from '../../../src/model/scope.ts';

const model: Model = {
  shape: 'lines',
  sources: ['lines'],
  sides: [],
  dimensions: [],
  attributes: [],
  rows: 10,
  setAside: 0,
  dates: true,
  undated: false,
  orderIds: true,
  orderPerRow: false,
  names: false,
  quantity: true,
  profit: false,
  profitThroughout: false,
  potential: false,
  walkinRows: 0,
  firstDay: dayOf(2024, 1, 1),
  lastDay: dayOf(2024, 12, 31),
};
const blank = newNotebook(['pareto', 'matrix']);
const withScope = (scope: Partial<Scope>): Notebook => ({ ...blank, scope: { ...defaultScope, ...scope } });

describe('settings met by another file', () => {
  it('stay when they fit', () => {
    const notebook = withScope({
      measure: 'quantity',
      from: dayOf(2024, 3, 1),
      to: dayOf(2025, 3, 1),
      asOf: dayOf(2026, 1, 1), // after the data: silence can be measured there
    });
    expect(fit(notebook, model)).toEqual({ notebook, misfits: [] });
  });

  it('a measure that the file lacks becomes the amount, by name', () => {
    const { notebook, misfits } = fit(withScope({ measure: 'profit' }), model);
    expect(notebook.scope.measure).toBe('amount');
    expect(misfits).toEqual([{ setting: 'measure', value: 'profit' }]);
    expect(fit(withScope({ measure: 'orders' }), { ...model, shape: 'customers' }).misfits).toHaveLength(1);
    expect(fit(withScope({ measure: 'profit' }), { ...model, profit: true }).misfits).toEqual([]);
  });

  it.each<[string, Partial<Scope>]>([
    ['begins after the data', { from: dayOf(2025, 1, 1) }],
    ['ends before the data', { to: dayOf(2023, 12, 31) }],
  ])('a period that %s is dropped', (_, scope) => {
    const { notebook, misfits } = fit(withScope({ ...scope, walkin: 'one' }), model);
    expect(notebook.scope).toEqual({ ...defaultScope, walkin: 'one' });
    expect(misfits).toEqual([{ setting: 'period' }]);
  });

  it('the first and the last day of the data still fit', () => {
    expect(fit(withScope({ from: model.lastDay, to: model.lastDay }), model).misfits).toEqual([]);
    expect(fit(withScope({ from: model.firstDay, to: model.firstDay }), model).misfits).toEqual([]);
  });

  it('an as-of day before the data is dropped', () => {
    const { notebook, misfits } = fit(withScope({ asOf: dayOf(2023, 12, 31) }), model);
    expect([notebook.scope.asOf, misfits]).toEqual([null, [{ setting: 'as_of' }]]);
  });

  it('days mean nothing to a file without dates', () => {
    const { notebook, misfits } = fit(withScope({ from: dayOf(2024, 1, 1), asOf: dayOf(2024, 2, 1) }), {
      ...model,
      dates: false,
      firstDay: null,
      lastDay: null,
    });
    expect(notebook.scope).toEqual(defaultScope);
    expect(misfits.map(({ setting }) => setting)).toEqual(['period', 'as_of']);
  });

  it('a potential column that the file lacks gives way, and the rest of the cell stays', () => {
    const cells = blank.cells.map((cell) =>
      cell.id === 'matrix' ? { ...cell, values: { potential: 'column', cut1: 20 } } : cell,
    );
    const { notebook, misfits } = fit({ ...blank, cells }, model);
    expect(notebook.cells[1]!.values).toEqual({ potential: 'auto', cut1: 20 });
    expect(misfits).toEqual([{ setting: 'potential' }]);
    expect(fit({ ...blank, cells }, { ...model, potential: true }).misfits).toEqual([]);
  });
});
