import { frameOf } from '../../../../src/lenses/frame.ts';
import type { PlainTable } from '../../../../src/base/table.ts';
import { customersOf, customersQuery } from '../../../../src/model/customers.ts';
import { laterStatements, metricStatements, silenceOf } from '../../../../src/model/metrics/statements.ts';
import { metricsOf } from '../../../../src/model/metrics/metrics.ts';
import { defaultMetricOptions, metricIds, type MetricId, type MetricNeeds, type Metrics, type MetricOptions, type TextId } from '../../../../src/model/metrics/types.ts'; // prettier-ignore
import type { Model } from '../../../../src/model/model.ts';
import { rollup } from '../../../../src/model/rollup.ts';
import { defaultScope, type Scope } from '../../../../src/model/scope.ts';
import type { Engine } from '../../../../src/ports/engine.ts';
import { putTables, type Tables } from '../../../support/sideTables.ts';

export interface Asked {
  readonly numbers?: readonly MetricId[];
  readonly texts?: readonly TextId[];
  readonly options?: Partial<MetricOptions>;
  readonly scope?: Partial<Scope>;
  readonly chosenSilence?: number | null;
}

export interface Made {
  readonly model: Model;
  readonly ids: readonly string[];
  readonly metrics: Metrics;
  readonly statements: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, PlainTable>>;
  /** A metric by customer id. */
  by(id: MetricId): Record<string, number>;
  /** A text by customer id; null = none. */
  textBy(id: TextId): Record<string, string | null>;
}

/** Metrics of some tables as the page makes them: rollup, statements, answers, metrics; all numbers unless told. */
export async function made(engine: Engine, tables: Tables, asked: Asked = {}): Promise<Made> {
  const model = await putTables(engine, tables);
  const scope = { ...defaultScope, ...asked.scope };
  const plan = rollup(scope, model);
  await engine.run([...plan.statements, ...plan.dayStatements]);
  const customers = customersOf(await engine.query(customersQuery(plan)), model.names);
  const ground = { model, scope, rollup: plan };
  const { ranked } = frameOf(
    { ...ground, book: null as never },
    customers,
    { ledger: null as never, coverage: null as never },
    0,
  );
  const needs: MetricNeeds = {
    numbers: asked.numbers ?? metricIds,
    texts: asked.texts ?? [],
    options: { ...defaultMetricOptions, ...asked.options },
    silence: true,
  };
  const statements = metricStatements(needs, ground);
  const answers: Record<string, PlainTable> = {};
  for (const [name, sql] of Object.entries(statements)) answers[name] = await engine.query(sql);
  const later = laterStatements(needs, ground, silenceOf(answers, asked.chosenSilence ?? null));
  for (const [name, sql] of Object.entries(later)) answers[name] = await engine.query(sql);
  Object.assign(statements, later);
  const metrics = metricsOf(needs, answers, { ...ground, customers, ranked }, asked.chosenSilence ?? null);
  const ids = Array.from({ length: customers.n }, (_, k) => customers.ids.at(k)!);
  const labelled = <T>(value: (k: number) => T): Record<string, T> =>
    Object.fromEntries(ids.map((id, k) => [id, value(k)]));
  return {
    model,
    ids,
    metrics,
    statements,
    tables: answers,
    by: (id) => labelled((k) => metrics.number(id)[k]!),
    textBy: (id) => labelled((k) => metrics.text(id).values[metrics.text(id).codes[k]!] ?? null),
  };
}
