import type { Role } from '../../../../src/base/role.ts';
import type { TextColumn } from '../../../../src/base/table.ts';
import type { CustomerTable } from '../../../../src/model/customers.ts';
import type { MetricId, Metrics, TextId } from '../../../../src/model/metrics/types.ts';
import type { Model } from '../../../../src/model/model.ts';
import type { Preset, Rules, Settings } from '../../../../src/model/schemes/types.ts';

/** A model of order lines with everything that concerns the whole file; `columns` are dimensions of the lines. */
export const modelWith = (columns: readonly Role[] = [], change: Partial<Model> = {}): Model => ({
  shape: 'lines',
  sources: ['lines'],
  sides: [],
  dimensions: columns,
  attributes: [],
  rows: 1,
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
  walkinRows: 0,
  firstDay: 0,
  lastDay: 1500,
  ...change,
});

/** What is known of one customer: metrics as numbers, `type` as the customer type; the key `value` in whole units. */
export type Row = Partial<Record<MetricId, number>> & { readonly type?: string };

/** Settings of a preset, the defaults where none is given, by the types of the codecs. */
export function settingsOf(preset: Preset, given: Settings = {}): Settings {
  const entries = Object.entries(preset.settings).map(([field, setting]) => {
    const value = given[field];
    if (value !== undefined && !setting.valid(value))
      throw new Error(`${field} = ${String(value)} is no value`);
    return [field, value ?? setting.fallback];
  });
  return Object.fromEntries(entries) as Settings;
}

export const rulesWith = (preset: Preset, given: Settings = {}, model: Model = modelWith()): Rules =>
  preset.rules(settingsOf(preset, given), model);

const textColumn = (values: readonly string[]): TextColumn => ({
  kind: 'text',
  type: 'VARCHAR',
  length: values.length,
  at: (k) => values[k] ?? null,
});

/** A customer table in the order of the rows, values in ten-thousandths. */
export function customersOf(
  keys: readonly string[],
  rows: readonly Row[],
  value: Float64Array,
): CustomerTable {
  const of = (id: MetricId): Float64Array => Float64Array.from(rows, (row) => row[id] ?? NaN);
  const none = new Float64Array(rows.length).fill(NaN);
  return {
    n: rows.length,
    ids: textColumn(keys),
    names: null,
    value,
    orders: Float64Array.from(rows, (row) => row.orders ?? 1),
    firstDay: none,
    lastDay: none,
    half1: none,
    half2: none,
    potential: of('potential'),
  };
}

/** Metrics by hand: what no row has, the files do not have. */
export function metricsOf(rows: readonly Row[]): Metrics {
  const has = (id: MetricId | TextId): boolean =>
    id === 'customer_type'
      ? rows.some((row) => row.type !== undefined)
      : rows.some((row) => row[id as MetricId] !== undefined);
  const types = [...new Set(rows.flatMap((row) => row.type ?? []))];
  return {
    n: rows.length,
    number: (id) => Float64Array.from(rows, (row) => row[id] ?? NaN),
    text: () => ({ codes: Int32Array.from(rows, (row) => types.indexOf(row.type ?? '')), values: types }),
    has,
    silenceDays: null,
  };
}
