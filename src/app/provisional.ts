import { textColumn, type NumberColumn, type PlainTable } from '../base/table.ts';
import type { Notebook } from '../document/schema.ts';
import { frameOf } from '../lenses/frame.ts';
import { lensOf } from '../lenses/registry.ts';
import type { Extras, Frame } from '../lenses/types.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Model } from '../model/model.ts';
import { rollup } from '../model/rollup.ts';
import { defaultScope } from '../model/scope.ts';
import type { FirstResult } from '../samples/types.ts';
import { bookOf } from './book.ts';
import type { CellResult } from './results.ts';

/** Lenses that the first result is enough for. */
const provisionalLenses: readonly string[] = ['overview', 'pareto', 'tiers'];

/** The first result holds nothing that a lens could ask for beside it. */
const nothingMore: Extras = {
  tiering: (id) => {
    throw new Error(`scheme ${id} is not known before the engine has started`);
  },
  metrics: {
    n: 0,
    number: () => new Float64Array(),
    text: () => ({ codes: new Int32Array(), values: [] }),
    has: () => false,
    silenceDays: null,
  },
  others: [],
};

const column = (type: NumberColumn['type'], value: number): NumberColumn => ({
  kind: 'number',
  type,
  values: Float64Array.of(value),
});

/**
 * A sample's precomputed first result in the form that lenses read, so that the same code draws it before the engine
 * has started. Only what needs no dates and no names can be drawn from it: overview, pareto, tiers.
 */
export function provisional(
  first: FirstResult,
  notebook: Notebook,
): { frame: Frame; results: Readonly<Record<string, CellResult>> } {
  const model: Model = {
    shape: 'lines',
    sources: ['lines'],
    sides: [],
    dimensions: [],
    attributes: [],
    rows: first.rows,
    setAside: 0,
    dates: true,
    undated: false,
    orderIds: true,
    orderPerRow: false,
    names: false,
    quantity: false,
    profit: false,
    profitThroughout: false,
    potential: false,
    walkinRows: first.walkin.rows,
    firstDay: first.firstDay,
    lastDay: first.lastDay,
  };
  const ledger: Ledger = {
    records: first.rows + 1,
    rowsFile: first.rows,
    rowsUsed: first.rows,
    rowsSetAside: 0,
    setAsideBy: [],
    header: 1,
    preamble: 0,
    blank: 0,
    footer: 0,
    recordsOther: 1,
    walkinRows: first.walkin.rows,
    walkinValue: first.walkin.value,
    roundedRows: 0,
    shortRows: 0,
    longRows: 0,
    sources: [],
    merged: { ids: 0, customers: 0 },
  };
  const n = first.values.length;
  const unknown = new Float64Array(n).fill(NaN);
  const frame = frameOf(
    { model, scope: defaultScope, rollup: rollup(defaultScope, model), book: bookOf(notebook) },
    {
      n,
      ids: textColumn(new Array<null>(n).fill(null)),
      names: null,
      value: Float64Array.from(first.values),
      orders: unknown,
      firstDay: unknown,
      lastDay: unknown,
      half1: unknown,
      half2: unknown,
      potential: unknown,
    },
    { ledger, coverage: { customers: null, sides: [], conflicts: [] } },
    first.rows - first.walkin.rows,
  );
  const totals: PlainTable = {
    rows: 1,
    names: ['customers', 'orders', 'value', 'first_date', 'last_date'],
    columns: [
      column('BIGINT', first.customers),
      column('BIGINT', first.orders),
      column('BIGINT', first.value),
      column('DATE', first.firstDay),
      column('DATE', first.lastDay),
    ],
  };
  const results: Record<string, CellResult> = {};
  for (const cell of notebook.cells) {
    const lens = lensOf(cell.lens);
    if (!lens || !provisionalLenses.includes(lens.id)) continue;
    const params = lens.params.parse(cell.values);
    results[cell.id] = { result: lens.result({ totals }, frame, params, nothingMore), frame: frame, params };
  }
  return { frame: frame, results };
}
