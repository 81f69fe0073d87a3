import { numbers, single, type PlainTable } from '../base/table.ts';
import type { Cell } from '../document/schema.ts';
import { frameOf } from '../lenses/frame.ts';
import { lensOf } from '../lenses/registry.ts';
import type { AnyLens, Extras, Frame, Ground, LensResult, Needs, Other } from '../lenses/types.ts';
import { customersOf, customersQuery, scopedRowsQuery, type CustomerTable } from '../model/customers.ts';
import type { Coverage } from '../model/coverage.ts';
import { duplicatesQueries, type Ledger } from '../model/ledger.ts';
import { laterStatements, metricStatements, silenceOf, usesSilence } from '../model/metrics/statements.ts';
import { metricsOf } from '../model/metrics/metrics.ts';
import { defaultMetricOptions, type MetricNeeds, type Metrics } from '../model/metrics/types.ts';
import type { Model } from '../model/model.ts';
import { rollup, type Rollup } from '../model/rollup.ts';
import { applyRules } from '../model/schemes/apply.ts';
import { needsOf } from '../model/schemes/needs.ts';
import { schemeOf } from '../model/schemes/registry.ts';
import { rulesOf } from '../model/schemes/rulesOf.ts';
import type { Cuts, Scheme, SchemeBook, Tiering } from '../model/schemes/types.ts';
import type { Scope } from '../model/scope.ts';
import { rankInQuery } from '../model/find.ts';
import type { Engine } from '../ports/engine.ts';
import type { Imported } from './imports.ts';
import type { CellResult } from './results.ts';

/** Rollups kept at once: four periods, the one they belong to, and the one before; memory forbids many. */
const kept = 6;
/** Answers kept of a rollup; a statement asked again within a session is nearly always among the last. */
const keptAnswers = 120;
/** Tables of metrics kept of a rollup: a scheme that is edited asks for others at every step. */
const keptMetrics = 24;

/** Results kept of a cell: as it is, and as it was before the last changes; each holds arrays as long as the customers. */
const keptResults = 4;

interface Made {
  readonly rollup: Rollup;
  readonly customers: CustomerTable;
  readonly rows: number;
  readonly answers: Map<string, PlainTable>;
  readonly frames: Map<Scope['nonpositive'], Frame>;
  readonly metrics: Map<string, Metrics>;
  /** The table of days, made when a statement reads it. */
  days: Promise<void> | null;
}

/** A scheme on a frame, and what it takes to apply it again with other cuts. */
interface Placed {
  readonly tiering: Tiering;
  again(cuts: Cuts): Tiering;
}

/** The imported tables and what has been made from them; all of it can be thrown away and made again. */
export class Data {
  /** By rollup key, oldest first. */
  readonly #made = new Map<string, Promise<Made>>();

  /** Results and tierings live as long as the customers they were made from. */
  readonly #results = new WeakMap<CustomerTable, Map<string, Map<string, CellResult>>>();
  readonly #placed = new WeakMap<CustomerTable, Map<string, Placed>>();

  #duplicates: Promise<number> | null = null;

  constructor(
    private readonly engine: Engine,
    private readonly imported: Pick<Imported, 'model' | 'ledger' | 'coverage'>,
  ) {}

  get model(): Model {
    return this.imported.model;
  }

  get ledger(): Ledger {
    return this.imported.ledger;
  }

  get coverage(): Coverage {
    return this.imported.coverage;
  }

  /** Rows that are equal to an earlier one in every cell; counted when somebody asks. */
  duplicateRows(): Promise<number> {
    this.#duplicates ??= this.#countDuplicates();
    this.#duplicates.catch(() => (this.#duplicates = null));
    return this.#duplicates;
  }

  async #countDuplicates(): Promise<number> {
    let rows = 0;
    for (const query of duplicatesQueries(this.model.rows))
      rows += single(await this.engine.query(query), 'rows') ?? 0;
    return rows;
  }

  /** The frame of a scope: makes the rollup when it is not there, ranks it by the scope's rules. */
  async frame(scope: Scope, book: SchemeBook, signal?: AbortSignal): Promise<Frame> {
    const made = await this.#make(scope, signal);
    // The one setting that the rollup's key does not hold, because it is applied to the ranked arrays.
    let known = made.frames.get(scope.nonpositive);
    if (!known) {
      const ground: Ground = { model: this.model, scope, rollup: made.rollup, book };
      known = frameOf(ground, made.customers, this.imported, made.rows);
      made.frames.set(scope.nonpositive, known);
    }
    if (known.book === book && known.scope === scope) return known;
    const told: Frame = { ...known, book, scope };
    made.frames.set(scope.nonpositive, told);
    return told;
  }

  /** A lens's result on a frame. Answers of statements are kept as long as their rollup is. */
  async result(
    lens: AnyLens,
    frame: Frame,
    values: Readonly<Record<string, unknown>>,
    signal?: AbortSignal,
  ): Promise<LensResult<unknown>> {
    const params = lens.params.parse(values);
    const ask = async (statements: Readonly<Record<string, string>>): Promise<Record<string, PlainTable>> => {
      const tables: Record<string, PlainTable> = {};
      for (const [name, sql] of Object.entries(statements)) tables[name] = await this.ask(frame, sql, signal);
      return tables;
    };
    const extras = await this.#extras(lens.needs?.(frame, params) ?? {}, frame, signal);
    const first = await ask(lens.query(frame, params));
    const more = lens.follow ? await ask(lens.follow(first, frame, params)) : {};
    return lens.result({ ...first, ...more }, frame, params, extras);
  }

  /** The answer of a statement that reads a frame's tables. */
  async ask(frame: Frame, sql: string, signal?: AbortSignal): Promise<PlainTable> {
    const made = await this.#make(frame.scope, signal);
    const known = made.answers.get(sql);
    if (known) return known;
    const table = await this.#query(made, sql, signal);
    if (made.answers.size >= keptAnswers) made.answers.delete(made.answers.keys().next().value!);
    made.answers.set(sql, table);
    return table;
  }

  /** The same for a statement that is hardly asked twice, such as a search: its answer is not kept. */
  async askOnce(frame: Frame, sql: string): Promise<PlainTable> {
    return this.#query(await this.#make(frame.scope), sql);
  }

  /** A scheme on the customers of a frame. */
  async tiering(scheme: Scheme, frame: Frame, signal?: AbortSignal): Promise<Tiering> {
    return (await this.#place(scheme, frame, signal)).tiering;
  }

  async metrics(needs: MetricNeeds, frame: Frame, signal?: AbortSignal): Promise<Metrics> {
    const made = await this.#make(frame.scope, signal);
    const silence = usesSilence(needs) ? frame.book.silenceDays : null;
    const key = JSON.stringify([needs, silence, frame.scope.nonpositive]);
    const known = made.metrics.get(key);
    if (known) return known;
    const tables: Record<string, PlainTable> = {};
    const ask = async (statements: Readonly<Record<string, string>>): Promise<void> => {
      for (const [name, sql] of Object.entries(statements)) tables[name] = await this.ask(frame, sql, signal);
    };
    await ask(metricStatements(needs, frame, silence));
    await ask(laterStatements(needs, frame, silenceOf(tables, silence)));
    const metrics = metricsOf(needs, tables, frame, silence);
    if (made.metrics.size >= keptMetrics) made.metrics.delete(made.metrics.keys().next().value!);
    made.metrics.set(key, metrics);
    return metrics;
  }

  /**
   * Results of all cells that are shown; null when `wanted` says that nobody waits for them any more. `soFar` is told
   * first of those that are there already, and then of each that is made, in the order of the cells.
   */
  async results(
    frame: Frame,
    cells: readonly Cell[],
    wanted: () => boolean,
    soFar: (results: Readonly<Record<string, CellResult>>) => void,
  ): Promise<Readonly<Record<string, CellResult>> | null> {
    const results: Record<string, CellResult> = {};
    const known = this.#results.get(frame.customers) ?? new Map<string, Map<string, CellResult>>();
    this.#results.set(frame.customers, known);
    const missing: (() => Promise<void>)[] = [];
    for (const cell of cells) {
      const lens = lensOf(cell.lens);
      if (!lens || cell.collapsed) continue;
      const params = lens.params.parse(cell.values);
      const key = [frame.scope.nonpositive, JSON.stringify(cell.values), dependence(lens.needs?.(frame, params), frame)].join(' '); // prettier-ignore
      const there = known.get(cell.id)?.get(key);
      if (there) results[cell.id] = there.frame === frame ? there : { ...there, frame };
      else
        missing.push(async () => {
          const made: CellResult = { result: await this.result(lens, frame, cell.values), frame, params };
          const all = known.get(cell.id) ?? new Map<string, CellResult>();
          if (all.size >= keptResults) all.delete(all.keys().next().value!);
          known.set(cell.id, all.set(key, made));
          results[cell.id] = made;
        });
    }
    if (Object.keys(results).length > 0) soFar({ ...results });
    for (const make of missing) {
      // Lets the page paint and answer between two cells, however quickly the engine does.
      await breath();
      if (!wanted()) return null;
      await make();
      if (!wanted()) return null;
      soFar({ ...results });
    }
    return wanted() ? results : null;
  }

  async #extras(needs: Needs, frame: Frame, signal?: AbortSignal): Promise<Extras> {
    const own = await this.#fulfil(needs, frame, signal);
    const others: Other[] = [];
    for (const scope of needs.scopes ?? []) {
      const there = await this.frame(scope, frame.book, signal);
      const fulfilled = await this.#fulfil(needs, there, signal);
      const ranks = await this.ask(frame, rankInQuery(frame.rollup, there.rollup), signal);
      others.push({
        frame: there,
        metrics: fulfilled.metrics,
        tiering: (id) => fulfilled.placed(id).tiering,
        tieringWith: (id, cuts) => fulfilled.placed(id).again(cuts),
        rankOf: Int32Array.from(numbers(ranks, 'k')),
      });
    }
    return { metrics: own.metrics, tiering: (id) => own.placed(id).tiering, others };
  }

  async #fulfil(
    needs: Needs,
    frame: Frame,
    signal?: AbortSignal,
  ): Promise<{ metrics: Metrics; placed(scheme: string): Placed }> {
    const placed = new Map<string, Placed>();
    for (const id of needs.schemes ?? [])
      placed.set(id, await this.#place(schemeOf(frame.book, id), frame, signal));
    const metrics = await this.metrics(
      {
        numbers: needs.metrics ?? [],
        texts: needs.texts ?? [],
        options: { ...defaultMetricOptions, ...needs.options },
        silence: needs.silence ?? false,
      },
      frame,
      signal,
    );
    return {
      metrics,
      placed: (id) => {
        const found = placed.get(id);
        if (!found) throw new Error(`scheme ${id} was not asked for`);
        return found;
      },
    };
  }

  async #place(scheme: Scheme, frame: Frame, signal?: AbortSignal): Promise<Placed> {
    const { customers, ranked, book, scope } = frame;
    const key = JSON.stringify([scheme, book.silenceDays, scope.nonpositive]);
    const known = this.#placed.get(customers)?.get(key);
    if (known) return known;
    const rules = rulesOf(scheme, this.model);
    const metrics = await this.metrics(needsOf(rules), frame, signal);
    const again = (cuts?: Cuts): Tiering => applyRules(scheme, rules, { customers, ranked, metrics }, cuts);
    const placed: Placed = { tiering: again(), again };
    const all = this.#placed.get(customers) ?? new Map<string, Placed>();
    if (all.size >= keptMetrics) all.delete(all.keys().next().value!);
    this.#placed.set(customers, all.set(key, placed));
    return placed;
  }

  async #make(scope: Scope, signal?: AbortSignal): Promise<Made> {
    const plan = rollup(scope, this.model);
    const known = this.#made.get(plan.key);
    if (known) {
      this.#made.delete(plan.key);
      this.#made.set(plan.key, known);
      return known;
    }
    const making = this.#run(plan, signal);
    this.#made.set(plan.key, making);
    making.catch(() => {
      if (this.#made.get(plan.key) === making) this.#made.delete(plan.key);
    });
    const made = await making;
    await this.#makeRoom();
    return made;
  }

  async #makeRoom(): Promise<void> {
    while (this.#made.size > kept) {
      const [oldest, value] = this.#made.entries().next().value!;
      this.#made.delete(oldest);
      // One that failed is the trouble of whoever asked for it; one that is wanted again meanwhile keeps its tables.
      const gone = await value.catch(() => null);
      if (gone && !this.#made.has(oldest)) await this.engine.run(gone.rollup.drop);
    }
  }

  async #run(plan: Rollup, signal?: AbortSignal): Promise<Made> {
    await this.engine.run(plan.statements, undefined, signal);
    const table = await this.engine.query(customersQuery(plan), signal);
    const rows = single(await this.engine.query(scopedRowsQuery(plan), signal), 'rows') ?? 0;
    return {
      rows,
      rollup: plan,
      customers: customersOf(table, this.model.names),
      answers: new Map(),
      frames: new Map(),
      metrics: new Map(),
      days: null,
    };
  }

  async #query(made: Made, sql: string, signal?: AbortSignal): Promise<PlainTable> {
    await this.#withDays(made, sql, signal);
    return this.engine.query(sql, signal);
  }

  /** Makes the table of days before the first statement that reads it. */
  async #withDays(made: Made, sql: string, signal?: AbortSignal): Promise<void> {
    const { rollup: plan } = made;
    if (plan.dayStatements.length === 0 || !sql.includes(plan.days.text)) return;
    made.days ??= this.engine.run(plan.dayStatements, undefined, signal);
    made.days.catch(() => (made.days = null));
    await made.days;
  }
}

/** What a result depends on beside the customers and the lens's own values. */
function dependence(needs: Needs | undefined, { book }: Frame): string {
  if (!needs) return '';
  const schemes = (needs.schemes ?? []).map((id) => schemeOf(book, id));
  return JSON.stringify([
    needs,
    schemes,
    needs.schemes || usesSilence({ numbers: needs.metrics ?? [], silence: needs.silence ?? false })
      ? book.silenceDays
      : null,
  ]);
}

/** Ends the task, so that the browser may do what waits; without the pause of a timer. */
const breath = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
