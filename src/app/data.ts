import { single, type PlainTable } from '../base/table.ts';
import type { Cell } from '../document/schema.ts';
import { frameOf } from '../lenses/frame.ts';
import { lensOf } from '../lenses/registry.ts';
import type { AnyLens, Frame, Ground, LensResult } from '../lenses/types.ts';
import { customersOf, customersQuery, scopedRowsQuery, type CustomerTable } from '../model/customers.ts';
import type { Coverage } from '../model/coverage.ts';
import { duplicatesQueries, type Ledger } from '../model/ledger.ts';
import type { Model } from '../model/model.ts';
import { rollup, type Rollup } from '../model/rollup.ts';
import type { Scope } from '../model/scope.ts';
import type { Engine } from '../ports/engine.ts';
import type { Imported } from './imports.ts';
import type { CellResult } from './results.ts';

/** Rollups kept at once: comparing two periods or measures needs several, memory forbids many. */
const kept = 4;

interface Made {
  readonly rollup: Rollup;
  readonly customers: CustomerTable;
  readonly rows: number;
  readonly answers: Map<string, PlainTable>;
  readonly frames: Map<Scope['nonpositive'], Frame>;
}

/** The imported tables and what has been made from them; all of it can be thrown away and made again. */
export class Data {
  /** By rollup key, oldest first. */
  readonly #made = new Map<string, Promise<Made>>();

  /** Results live as long as the frame they were made from. */
  readonly #results = new WeakMap<Frame, Map<string, CellResult>>();

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
  async frame(scope: Scope, signal?: AbortSignal): Promise<Frame> {
    const made = await this.#make(scope, signal);
    // The one setting that the rollup's key does not hold, because it is applied to the ranked arrays.
    const known = made.frames.get(scope.nonpositive);
    if (known) return known;
    const ground: Ground = { model: this.model, scope, rollup: made.rollup };
    const frame = frameOf(ground, made.customers, this.imported, made.rows);
    made.frames.set(scope.nonpositive, frame);
    return frame;
  }

  /** A lens's result on a frame. Answers of statements are kept as long as their rollup is. */
  async result(
    lens: AnyLens,
    frame: Frame,
    values: Readonly<Record<string, unknown>>,
    signal?: AbortSignal,
  ): Promise<LensResult<unknown>> {
    const params = lens.params.parse(values);
    const made = await this.#make(frame.scope, signal);
    const ask = async (statements: Readonly<Record<string, string>>): Promise<Record<string, PlainTable>> => {
      const tables: Record<string, PlainTable> = {};
      for (const [name, sql] of Object.entries(statements)) {
        const known = made.answers.get(sql);
        const table = known ?? (await this.engine.query(sql, signal));
        if (!known) {
          if (made.answers.size >= 40) made.answers.delete(made.answers.keys().next().value!);
          made.answers.set(sql, table);
        }
        tables[name] = table;
      }
      return tables;
    };
    const first = await ask(lens.query(frame, params));
    const more = lens.follow ? await ask(lens.follow(first, frame, params)) : {};
    return lens.result({ ...first, ...more }, frame, params);
  }

  /** Results of all cells that are shown; null when `wanted` says that nobody waits for them any more. */
  async results(
    frame: Frame,
    cells: readonly Cell[],
    wanted: () => boolean,
    soFar: (results: Readonly<Record<string, CellResult>>) => void,
  ): Promise<Readonly<Record<string, CellResult>> | null> {
    const results: Record<string, CellResult> = {};
    for (const cell of cells) {
      const lens = lensOf(cell.lens);
      if (!lens || cell.collapsed) continue;
      const key = `${cell.id} ${JSON.stringify(cell.values)}`;
      const known = this.#results.get(frame)?.get(key);
      const made = known ?? {
        result: await this.result(lens, frame, cell.values),
        frame,
        params: lens.params.parse(cell.values),
      };
      if (!wanted()) return null;
      this.#results.set(frame, (this.#results.get(frame) ?? new Map<string, CellResult>()).set(key, made));
      results[cell.id] = made;
      soFar({ ...results });
    }
    return wanted() ? results : null;
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
    making.catch(() => this.#made.delete(plan.key));
    const made = await making;
    while (this.#made.size > kept) {
      const [oldest, value] = this.#made.entries().next().value!;
      this.#made.delete(oldest);
      await this.engine.run((await value).rollup.drop);
    }
    return made;
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
    };
  }
}
