import { begin, change, type History } from '../document/history.ts';
import { defaultScheme, newNotebook, type Notebook } from '../document/schema.ts';
import type { Step } from '../document/steps.ts';
import type { Figures, Frame, Live } from '../lenses/types.ts';
import type { SchemeBook, Tiering } from '../model/schemes/types.ts';
import { orderCuts, type TierRule } from '../model/tierRule.ts';
import type { FirstResult } from '../samples/types.ts';
import { Importing } from './importing.svelte.ts';
import { analysis } from './analysing.ts';
import { Painting } from './painting.ts';
import type { Ports } from './ports.ts';
import { problemOf, type Problem } from './problem.ts';
import type { CellResult } from './results.ts';
import type { Notice, Opened, State } from './state.ts';

/**
 * The notebook and what is computed from it: every change makes a new revision, computes what it touches, and is done
 * when every cell has painted it.
 */
export abstract class Computed {
  state = $state<State>('empty');
  history = $state.raw<History>(begin(newNotebook([])));
  opened = $state.raw<Opened | null>(null);
  results = $state.raw<Readonly<Record<string, CellResult>>>({});
  frame = $state.raw<Frame | null>(null);
  /** The active scheme on the frame; null where that is the one by cumulative share, which `live` makes. */
  active = $state.raw<Tiering | null>(null);
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
  readonly live: Live | null = $derived(
    this.frame ? analysis().liveOf(this.frame, this.rule, this.active) : null,
  );

  /** Counts computations: only the last one counts. */
  protected computing = 0;
  /** Changes of the notebook, and the last of them that the results are of. */
  #changes = 0;
  #computed = -1;
  #book: { readonly text: string; readonly book: SchemeBook } | null = null;
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
    this.settleWhenPainted();
  }

  /** Whether everything beside the cells shows what it should. */
  protected besidesPainted(): boolean {
    return true;
  }

  /** The customers are others, or ranked otherwise. */
  protected framed(): void {}

  /** All figures of all cells that can be used, from the notebook as it is (a preview does not count). */
  figures(): Figures {
    return this.opened ? analysis().figuresOf(this.notebook, this.results, this.active) : {};
  }

  protected setState(state: State): void {
    this.state = state;
    document.documentElement.dataset.state = state;
  }

  protected settle(): void {
    if (this.problem) this.setState('error');
    else if (this.importing.drafts.length > 0) this.setState('mapping');
    else if (!this.opened) this.setState('empty');
    else this.settleWhenPainted();
  }

  protected showFirst(first: FirstResult): void {
    const { frame, results } = analysis().provisional(first, this.notebook);
    this.frame = frame;
    this.active = null;
    this.results = results;
    this.#changes++;
    this.#revise();
    this.setState('busy');
  }

  /** The notebook is another one: every cell is out of date until it has painted again. */
  protected changed(): void {
    const change = ++this.#changes;
    this.problem = null;
    this.setState('busy');
    this.write();
    void this.#compute(change);
  }

  /** From here on cells paint what is new. */
  #revise(): void {
    this.revision++;
    this.#painting.begin(this.revision);
  }

  async #compute(change: number): Promise<void> {
    const data = this.opened?.data;
    if (!data) return;
    const token = ++this.computing;
    const wanted = (): boolean => token === this.computing;
    const { scope, cells } = this.notebook;
    try {
      const book = this.#sameBook(analysis().bookOf(this.notebook));
      const frame = await data.frame(scope, book);
      const scheme = book.schemes.find(({ id }) => id === book.active);
      const active = scheme && scheme.id !== defaultScheme ? await data.tiering(scheme, frame) : null;
      if (!wanted()) return;
      const before = this.results;
      // Each cell is shown as soon as it is there, unless others would still show other customers or another order.
      const first = Object.keys(before).length === 0;
      const atOnce =
        first || (frame.customers === this.frame?.customers && frame.ranked === this.frame.ranked);
      const show = (): void => {
        this.frame = frame;
        this.active = active;
        this.#revise();
      };
      if (atOnce) show();
      const results = await data.results(frame, cells, wanted, (soFar) => {
        if (atOnce) this.results = { ...before, ...soFar };
      });
      if (!results) return;
      if (!atOnce) show();
      this.results = results;
      this.framed();
      // What the last cells have just been given is on the screen after the next frame.
      if (!first) await painted();
      if (!wanted()) return;
      this.#computed = change;
      this.settleWhenPainted();
    } catch (thrown) {
      // A dead engine is revived by #revive, which computes again.
      const problem = problemOf(thrown, this.opened?.name ?? '');
      if (!wanted() || (problem.code === 'engine' && problem.kind === 'died')) return;
      this.problem = problem;
      this.setState('error');
    }
  }

  /** The book as it was where nothing in it has changed, so that nothing is made or shown anew for it. */
  #sameBook(book: SchemeBook): SchemeBook {
    const text = JSON.stringify(book);
    if (text !== this.#book?.text) this.#book = { text, book };
    return this.#book.book;
  }

  protected settleWhenPainted(): void {
    // While the tables are made anew the cells paint once more what they show: that is not the notebook yet.
    if (this.state === 'importing' || !this.opened || this.importing.drafts.length > 0) return;
    if (this.#computed !== this.#changes) return;
    const shown = this.notebook.cells.filter((cell) => !cell.collapsed).map((cell) => cell.id);
    if (this.#painting.covers(shown) && this.besidesPainted())
      this.setState(this.problem ? 'error' : 'ready');
  }
}

/** The next frame is painted. */
const painted = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
