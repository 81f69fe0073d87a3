import { begin, change, type History } from '../document/history.ts';
import type { Notebook } from '../document/schema.ts';
import type { Step } from '../document/steps.ts';
import { liveOf } from '../lenses/frame.ts';
import type { Figures, Frame, Live } from '../lenses/types.ts';
import { orderCuts, type TierRule } from '../model/tierRule.ts';
import type { FirstResult } from '../samples/types.ts';
import { Importing } from './importing.svelte.ts';
import { blankNotebook } from './links.ts';
import { Painting } from './painting.ts';
import type { Ports } from './ports.ts';
import { problemOf, type Problem } from './problem.ts';
import { provisional } from './provisional.ts';
import { figuresOf, type CellResult } from './results.ts';
import type { Notice, Opened, State } from './state.ts';

/**
 * The notebook and what is computed from it: every change makes a new revision, computes what it touches, and is done
 * when every cell has painted it.
 */
export abstract class Computed {
  state = $state<State>('empty');
  history = $state.raw<History>(begin(blankNotebook()));
  opened = $state.raw<Opened | null>(null);
  results = $state.raw<Readonly<Record<string, CellResult>>>({});
  frame = $state.raw<Frame | null>(null);
  /** Cuts shown while a handle moves; not yet part of the notebook. */
  preview = $state.raw<Partial<TierRule> | null>(null);
  problem = $state.raw<Problem | null>(null);
  notices = $state.raw<readonly Notice[]>([]);
  /** Grows with every change that cells must paint. */
  revision = $state(0);

  readonly importing: Importing;
  readonly notebook: Notebook = $derived(this.history.present);
  readonly rule: TierRule = $derived(
    this.preview
      ? orderCuts({ ...this.notebook.tiers, ...this.preview }, 'cut2' in this.preview ? 'cut2' : 'cut1')
      : this.notebook.tiers,
  );
  readonly live: Live | null = $derived(this.frame ? liveOf(this.frame, this.rule) : null);

  /** Counts computations: only the last one counts. */
  protected computing = 0;
  #computed = -1;
  readonly #painting = new Painting();

  constructor(readonly ports: Ports) {
    this.importing = new Importing(ports);
  }

  /** Keeps the address in step with the notebook. */
  protected abstract write(): void;

  /** Makes one undoable change. */
  step(step: Step): void {
    const next = change(this.history, step);
    this.preview = null;
    if (next === this.history) return;
    this.history = next;
    this.changed();
  }

  /** A cell tells that it shows the notebook as of a revision. */
  painted(cell: string, revision: number): void {
    this.#painting.done(cell, revision);
    this.#settleWhenPainted();
  }

  /** All figures of all cells that can be used, from the notebook as it is (a preview does not count). */
  figures(): Figures {
    return figuresOf(this.notebook, this.results);
  }

  protected setState(state: State): void {
    this.state = state;
    document.documentElement.dataset.state = state;
  }

  protected settle(): void {
    if (this.problem) this.setState('error');
    else if (this.importing.drafts.length > 0) this.setState('mapping');
    else if (!this.opened) this.setState('empty');
    else this.#settleWhenPainted();
  }

  protected showFirst(first: FirstResult): void {
    const { frame, results } = provisional(first, this.notebook.cells);
    this.frame = frame;
    this.results = results;
    this.revision++;
    this.#painting.begin(this.revision);
    this.setState('busy');
  }

  /** The notebook is another one: every cell is out of date until it has painted again. */
  protected changed(): void {
    this.revision++;
    this.#painting.begin(this.revision);
    this.problem = null;
    this.setState('busy');
    this.write();
    void this.#compute();
  }

  async #compute(): Promise<void> {
    const data = this.opened?.data;
    if (!data) return;
    const token = ++this.computing;
    const revision = this.revision;
    const { scope, cells } = this.notebook;
    try {
      const frame = await data.frame(scope);
      // With nothing on the page yet, each cell is shown as soon as it is there; else all change together.
      const first = Object.keys(this.results).length === 0;
      if (first && token === this.computing) this.frame = frame;
      const results = await data.results(
        frame,
        cells,
        () => token === this.computing,
        (soFar) => {
          if (first) this.results = soFar;
        },
      );
      if (!results) return;
      this.frame = frame;
      this.results = results;
      this.#computed = revision;
      this.#settleWhenPainted();
    } catch (thrown) {
      // A dead engine is revived by #revive, which computes again.
      const problem = problemOf(thrown, this.opened?.name ?? '');
      if (token !== this.computing || (problem.code === 'engine' && problem.kind === 'died')) return;
      this.problem = problem;
      this.setState('error');
    }
  }

  #settleWhenPainted(): void {
    // While the tables are made anew the cells paint once more what they show: that is not the notebook yet.
    if (this.state === 'importing' || !this.opened || this.importing.drafts.length > 0) return;
    if (this.#computed !== this.revision) return;
    const shown = this.notebook.cells.filter((cell) => !cell.collapsed).map((cell) => cell.id);
    if (this.#painting.covers(shown)) this.setState(this.problem ? 'error' : 'ready');
  }
}
