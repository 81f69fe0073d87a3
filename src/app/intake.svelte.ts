import { problemOf, cancelled } from './problem.ts';
import type { Notebook } from '../document/schema.ts';
import { ReadError, type ImportPlan } from '../ingest/types.ts';
import { firstScope } from '../model/model.ts';
import type { Scope } from '../model/scope.ts';
import { analysis, loadAnalysis } from './analysing.ts';
import { Computed } from './computed.svelte.ts';
import type { Data } from './data.ts';
import { missingOver, type Draft } from './draft.ts';
import type { Importing } from './importing.svelte.ts';
import { importTwice } from './imports.ts';
import { FileError } from './opening.ts';
import type { Opened } from './state.ts';

/** Names of the files, each once. */
const namesOf = (drafts: readonly Draft[]): string =>
  drafts
    .map((d) => d.file.name)
    .filter((name, i, all) => all.indexOf(name) === i)
    .join(', ');

/** The way of files into the notebook: dropped, read, mapped, imported. */
export abstract class Intake extends Computed {
  /** Shows what was imported as a new document. */
  protected abstract show(opened: Opened, notebook: Notebook, entry: 'push' | 'replace'): void;
  /** Shows the same files by another plan: one undoable step. */
  protected abstract corrected(
    opened: Opened,
    plans: readonly ImportPlan[],
    duplicates: Scope['duplicates'],
  ): void;

  async openFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    this.problem = null;
    const before = this.importing.drafts;
    const own = this.opened?.sample === null ? this.opened : null;
    const { duplicates } = this.notebook.scope;
    this.setState('reading');
    try {
      // On the import page files come together; elsewhere only rows that were set aside and mended join what is open.
      await loadAnalysis();
      await this.importing.read(files, before, own && { ...own, duplicates });
    } catch (thrown) {
      if (cancelled(thrown)) return this.#stayed();
      this.importing.drafts = before;
      this.importing.resume();
      return this.failed(thrown, files[0]?.name ?? '');
    }
    this.notices = [...this.notices, ...this.importing.remarks];
    if (this.importing.drafts.length === 0) return this.settle();
    if (this.importing.known) return this.accept();
    // Its parts come with the first file: they are there before the page says that they are.
    await this.ports.importPage();
    this.setState('mapping');
  }

  /** Opens the import page again with the files that are open. */
  editImport(): void {
    if (!this.opened) return;
    this.importing.reopen(this.opened.drafts, this.opened.together, this.notebook.scope.duplicates);
    this.setState('mapping');
  }

  choose(...args: Parameters<Importing['choose']>): Promise<void> {
    return this.#reading(args[0], () => this.importing.choose(...args));
  }

  choosePart(...args: Parameters<Importing['choosePart']>): Promise<void> {
    return this.#reading(args[0], () => this.importing.choosePart(...args));
  }

  addAll(index: number): Promise<void> {
    return this.#reading(index, () => this.importing.addAll(index));
  }

  /** Hands a draft's mapping to the user, for another device or a colleague. */
  saveMapping(index: number): void {
    const saved = this.importing.saved(index);
    if (saved) this.ports.download(saved.name, 'application/json', saved.text);
  }

  async #reading(index: number, read: () => Promise<void>): Promise<void> {
    this.problem = null;
    this.setState('reading');
    try {
      await read();
      this.setState('mapping');
    } catch (thrown) {
      this.importing.resume();
      if (!cancelled(thrown)) this.failed(thrown, this.importing.drafts[index]?.name ?? '');
      if (this.importing.drafts.length > 0) this.setState('mapping');
    }
  }

  async accept(): Promise<void> {
    this.problem = null;
    this.setState('importing');
    this.importing.progress = { stage: 'counting', fraction: null };
    const { importing } = this;
    const { signal } = importing;
    await importing.examined();
    const { drafts, together, duplicates, known } = importing;
    // The whole file may have asked for another encoding, and with it for another look at the columns.
    if (signal.aborted || drafts.length === 0 || missingOver(drafts).length > 0) return this.#stayed();
    const again = importing.again && this.opened !== null;
    const opened: Opened = {
      name: namesOf(drafts),
      sample: again ? (this.opened?.sample ?? null) : null,
      planned: importing.planned(true),
      together,
      drafts,
      data: null,
    };
    const waiting = this.notices.some((n) => n.kind === 'waiting');
    const { blankNotebook, bookOf, firstCells, fit } = analysis();
    const kept = again || waiting ? this.notebook : blankNotebook();
    let { cells } = kept;
    let scope: Scope = {
      ...kept.scope,
      duplicates: again || duplicates === 'drop' ? duplicates : kept.scope.duplicates,
    };
    let data: Data | null = null;
    try {
      data = await this.importData(opened);
      // What is dearest after the import comes before anything is shown: a file that fits the tables may not fit that.
      if (!again && !waiting) {
        scope = firstScope(scope, data.model);
        cells = firstCells(cells, data.model.rows);
      }
      const fitted = fit({ ...kept, scope }, data.model).notebook;
      await data.frame(fitted.scope, bookOf(fitted), importing.signal);
      opened.data = data;
    } catch (thrown) {
      if (data) await this.#bringBack();
      if (cancelled(thrown)) return this.#stayed();
      // The file has been counted meanwhile, and is in another encoding than its first part suggested.
      if (thrown instanceof ReadError && (await importing.readOtherwise(drafts))) return this.accept();
      importing.close();
      return this.failed(thrown, opened.name);
    }
    if (opened.sample === null) importing.keepMappings();
    importing.close();
    this.notices = this.notices.filter((n) => n.kind === 'refused');
    if (known && !again) this.notices = [...this.notices, { kind: 'remembered' }];
    if (!again && scope.measure === 'profit' && kept.scope.measure !== 'profit')
      this.notices = [...this.notices, { kind: 'profit' }];
    const plans = opened.planned.map((p) => p.plan);
    if (again) return this.corrected(opened, plans, duplicates);
    this.show(opened, { ...kept, scope, cells, source: { kind: 'files', plans, together } }, 'push');
  }

  /** The tables are another file's by now: those of what is still open are made again from its bytes. */
  async #bringBack(): Promise<void> {
    const { opened } = this;
    if (opened?.data) opened.data = await this.importData(opened).catch(() => null);
  }

  /** Back on the import page, or where it was opened from. */
  #stayed(): void {
    this.importing.resume();
    this.settle();
  }

  /** Stops a running import, or leaves the import page. What was open before stays. */
  cancelImport(): void {
    if (this.state === 'importing' || this.state === 'reading') return this.importing.stop();
    this.importing.close();
    this.settle();
  }

  protected failed(thrown: unknown, file: string): void {
    const at = thrown instanceof FileError ? thrown.file : file;
    this.problem = problemOf(thrown instanceof FileError ? thrown.reason : thrown, at);
    if (this.opened && !this.opened.data) this.opened = null;
    this.setState('error');
  }

  /** Says that something asked for beside the cells did not come; a dead engine is started again without a word. */
  missed(thrown: unknown): void {
    const problem = problemOf(thrown, this.opened?.name ?? '');
    if (problem.code === 'engine' && problem.kind === 'died') return;
    this.problem = problem;
    this.setState('error');
  }

  protected async importData({ planned, together }: Opened): Promise<Data> {
    const { engine, reader } = this.ports;
    const report = (progress: Importing['progress']): void => void (this.importing.progress = progress);
    const { signal } = this.importing;
    const { Data } = await loadAnalysis();
    return new Data(engine, await importTwice(engine, reader, planned, together, report, signal));
  }
}
