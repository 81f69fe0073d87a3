import type { RoleChoice } from '../base/role.ts';
import { mappingOf } from '../document/mapping.ts';
import type { MergeFound } from '../ingest/problems.ts';
import type { Part, PreviewRow, Reading, Repairs, Shape, Together } from '../ingest/types.ts';
import { apart } from '../ingest/types.ts';
import type { Scope } from '../model/scope.ts';
import { missingOver, planOf, redrafted, settledWith, withRole, type Draft } from './draft.ts';
import { proposedCurrency } from './findings.ts';
import type { ImportProgress, Planned } from './imports.ts';
import { withCurrency } from './import/unnamed.ts';
import { Investigation } from './investigation.ts';
import { Memory } from './memory.ts';
import { asMended, mendedBases, mendedFiles, mendedReading } from './mended.ts';
import { inspectText, openTable, openTables, sameColumns, type Opening } from './opening.ts';
import { openDropped, refusal } from './dropped.ts';
import type { Ports } from './ports.ts';
import type { Notice } from './state.ts';

/** What one undo on the import page brings back. */
interface Choices {
  readonly drafts: readonly Draft[];
  readonly together: Together;
  readonly duplicates: Scope['duplicates'];
}

const mostUndone = 100;

/** The import page's state: files that were dropped, how they are read, and what their columns and rows mean. */
export class Importing {
  drafts = $state.raw<readonly Draft[]>([]);
  together = $state.raw<Together>(apart);
  duplicates = $state.raw<Scope['duplicates']>('keep');
  /** Files with these columns are opened without this page from now on. */
  remember = $state(false);
  /** How many mappings this device keeps. */
  remembered = $state(0);
  progress = $state.raw<ImportProgress | { stage: 'opening'; fraction: number | null } | null>(null);
  /** Opened again from the notebook: cancel returns there and nothing was dropped anew. */
  again = $state(false);
  /** Merges that are possible over all files; null with one file, or before they are examined. */
  merges = $state.raw<readonly MergeFound[] | null>(null);
  /** What was said of the files that were dropped last, besides those that are on the page. */
  remarks = $state.raw<readonly Notice[]>([]);
  /** Reading choices that a link carries. */
  preset: Partial<Reading> = {};

  readonly memory: Memory;
  #past = $state.raw<readonly Choices[]>([]);
  #abort = new AbortController();
  #generation = 0;
  #ids = 0;
  #currencySettled = false;

  readonly #investigation: Investigation;

  constructor(private readonly ports: Ports) {
    this.memory = new Memory(ports.store);
    this.remembered = this.memory.count;
    this.#investigation = new Investigation(ports.reader, {
      drafts: () => this.drafts,
      replace: (id, change) => this.#replace(id, change),
      reencode: async (draft, encoding) => {
        const index = this.drafts.findIndex((d) => d.id === draft.id && d.inspection === draft.inspection);
        if (index >= 0) await this.choose(index, 'encoding', encoding);
      },
      examined: () => {
        if (!this.#currencySettled)
          this.together = { ...this.together, currency: proposedCurrency(this.drafts) };
        void this.#mergeAcross();
      },
    });
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** Nothing is left to ask: every file was mapped before, and the user wants such files opened at once. */
  get known(): boolean {
    return (
      this.drafts.length > 0 &&
      this.drafts.every((d) => d.remembered && this.memory.opens(d.inspection.columns)) &&
      missingOver(this.drafts).length === 0
    );
  }

  /**
   * Opens files besides those that are on the page. Rows that were set aside from what is `open` and mended join it.
   * Rejects with FileError when none can be read.
   */
  async read(
    files: readonly File[],
    onPage: readonly Draft[] = [],
    open: Choices | null = null,
  ): Promise<void> {
    let besides = onPage;
    this.stop();
    const generation = ++this.#generation;
    this.progress = { stage: 'opening', fraction: null };
    const dropped = await openDropped(files, besides, this.memory, ([from, to]) =>
      this.#opening(from, to - from),
    );
    if (generation !== this.#generation) return;
    this.progress = null;
    if (dropped.failed && files.length === 1) throw dropped.failed;
    if (dropped.failed && besides.length === 0) throw dropped.failed;
    this.remarks = dropped.failed ? [refusal(dropped.failed), ...dropped.notices] : dropped.notices;
    if (dropped.drafts.length === 0) {
      if (this.remarks.some(({ kind }) => kind === 'learnt')) return this.#readAgain(besides);
      this.drafts = besides;
      return this.resume();
    }
    let { drafts } = dropped;
    if (besides.length === 0) {
      const mended = open && (await this.#mended(drafts, open.drafts));
      if (mended) besides = open.drafts;
      drafts = mended ?? drafts;
      this.again = mended !== null;
      this.together = mended ? open.together : apart;
      this.duplicates = mended ? open.duplicates : 'keep';
      this.#currencySettled = this.together.currency !== null;
    }
    if (generation !== this.#generation) return;
    this.#past = [];
    this.drafts = [...besides, ...drafts];
    this.remember = this.drafts.every((d) => this.memory.opens(d.inspection.columns));
    this.resume();
  }

  /** Shows files that were imported before, with the choices made then. */
  reopen(drafts: readonly Draft[], together: Together, duplicates: Scope['duplicates']): void {
    this.stop();
    this.#generation++;
    this.#past = [];
    this.remarks = [];
    this.drafts = drafts;
    this.together = together;
    this.duplicates = duplicates;
    this.#currencySettled = together.currency !== null;
    this.remember = drafts.every((d) => this.memory.opens(d.inspection.columns));
    this.again = true;
    this.resume();
  }

  /** Reads one table again with a choice changed; roles are kept where the columns stay the same. */
  async choose<K extends keyof Reading>(index: number, key: K, value: Reading[K]): Promise<void> {
    const draft = this.drafts[index];
    if (!draft) return;
    const chosen = { ...draft.chosen, [key]: value };
    const generation = ++this.#generation;
    const inspection = await inspectText(this.ports.reader, draft.extracted, chosen, this.signal);
    const now = this.drafts.find((d) => d.id === draft.id);
    const next = now && (await redrafted(now, chosen, inspection));
    if (generation !== this.#generation || !next) return;
    this.#replace(draft.id, () => next);
    this.#investigation.tend();
  }

  /** Shows another table of the same file in place of this one. */
  async choosePart(index: number, part: Part): Promise<void> {
    const draft = this.drafts[index];
    if (!draft || draft.part === part) return;
    const generation = ++this.#generation;
    const next = await openTable(draft.file, draft.parts, part, this.#opening(0, 1));
    if (generation !== this.#generation) return;
    this.progress = null;
    this.#past = [];
    this.drafts = this.drafts.map((d) => (d.id === draft.id ? next : d));
    this.#investigation.tend();
  }

  /** Adds the tables of the same file that have the same columns. */
  async addAll(index: number): Promise<void> {
    const draft = this.drafts[index];
    if (!draft) return;
    const generation = ++this.#generation;
    const open = this.drafts.filter((d) => d.file === draft.file).map((d) => d.part);
    const more: Draft[] = [];
    for (const part of sameColumns(draft.part, draft.parts))
      if (!open.includes(part))
        more.push(await openTable(draft.file, draft.parts, part, this.#opening(0, 1)));
    if (generation !== this.#generation) return;
    this.progress = null;
    this.#past = [];
    this.drafts = [...this.drafts.slice(0, index + 1), ...more, ...this.drafts.slice(index + 1)];
    this.#investigation.tend();
  }

  remove(index: number): void {
    this.#remembering();
    this.drafts = this.drafts.filter((_, i) => i !== index);
    void this.#mergeAcross();
  }

  assign(index: number, column: number, role: RoleChoice): void {
    this.#choosing(index, (draft) => withRole(draft, column, role));
  }

  setShape(index: number, shape: Shape): void {
    this.#choosing(index, (draft) => ({ ...draft, shape }));
  }

  setRepairs(index: number, change: Partial<Repairs>): void {
    this.#choosing(index, (draft) => ({
      ...draft,
      repairs: { ...draft.repairs, ...change },
      settled: settledWith(draft.settled, change),
    }));
  }

  setTogether(change: Partial<Together>): void {
    this.#remembering();
    this.together = { ...this.together, ...change };
    if ('currency' in change) this.#currencySettled = true;
  }

  setDuplicates(duplicates: Scope['duplicates']): void {
    this.#remembering();
    this.duplicates = duplicates;
  }

  /** Takes the last choice on this page back. */
  undo(): void {
    const last = this.#past.at(-1);
    if (!last) return;
    this.#past = this.#past.slice(0, -1);
    const now = this.drafts;
    // What was found out meanwhile stays: only choices go back.
    this.drafts = last.drafts.map((before) => {
      const current = now.find((draft) => draft.id === before.id);
      return current?.inspection === before.inspection ? { ...before, survey: current.survey } : before;
    });
    this.together = last.together;
    this.duplicates = last.duplicates;
    this.#investigation.tend();
  }

  /** Resolves when every file is examined whose import depends on it. A count that runs goes on: see `planned`. */
  examined(): Promise<void> {
    return this.#investigation.enough();
  }

  /** Resolves with whether a file is read otherwise by now than in these drafts, because its count asked for it. */
  async readOtherwise(drafts: readonly Draft[]): Promise<boolean> {
    await this.#investigation.idle();
    return drafts.some(
      (draft) => this.drafts.find((d) => d.id === draft.id)?.inspection !== draft.inspection,
    );
  }

  /** Goes on finding out about the files after an import that was stopped. */
  resume(): void {
    this.#investigation.resume();
    void this.#mergeAcross();
  }

  /** The files with their plans; `counting` = with the counts that still run, which end when the page is closed. */
  planned(counting = false): Planned[] {
    return this.drafts.map((draft) => ({
      file: draft.extracted.blob,
      original: { file: draft.file, part: draft.part },
      plan: planOf(withCurrency(draft, this.together.currency)),
      survey: draft.survey ?? (counting ? this.#investigation.countOf(draft) : null),
    }));
  }

  /** Records of a table as read, by their physical numbers (ascending). */
  async records(index: number, wanted: readonly number[]): Promise<readonly PreviewRow[]> {
    const draft = this.drafts[index];
    if (!draft) return [];
    return this.ports.reader.records(draft.extracted.blob, draft.inspection.reading, wanted, this.signal);
  }

  /** A draft's mapping as a file. */
  saved(index: number): { name: string; text: string } | null {
    const draft = this.drafts[index];
    if (!draft) return null;
    const stem = draft.file.name.replace(/\.[^.]*$/, '') || 'import';
    return { name: `${stem}.mapping.json`, text: `${JSON.stringify(mappingOf(planOf(draft)), null, 1)}\n` };
  }

  /** Forgets the mappings of all former imports. */
  forget(): void {
    this.memory.forget();
    this.remembered = 0;
    this.remember = false;
  }

  /** Keeps the mappings for the next files with these columns. */
  keepMappings(): void {
    for (const draft of this.drafts) this.memory.keep(draft, this.remember);
    this.remembered = this.memory.count;
  }

  /** Stops what runs for this import: the count of the files, or the import itself. */
  stop(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#investigation.pause();
    this.progress = null;
  }

  close(): void {
    this.stop();
    this.#generation++;
    this.drafts = [];
    this.merges = null;
    this.#past = [];
    this.remarks = [];
  }

  /** The drafts as mended rows of what is open; null unless all of them are. */
  async #mended(drafts: readonly Draft[], open: readonly Draft[]): Promise<readonly Draft[] | null> {
    const mended: Draft[] = [];
    for (const draft of drafts) {
      const bases = mendedBases(draft, open);
      if (bases.length === 0) return null;
      const { reader } = this.ports;
      const files = bases.length === 1 ? [] : await mendedFiles(draft, bases, reader, this.signal);
      const tables = files.length > 0 ? [] : [{ base: bases[0]!, rows: draft }];
      for (const { base, file } of files)
        for (const rows of (await openTables(file, this.#opening(0, 1))).drafts) tables.push({ base, rows });
      for (const { base, rows } of tables) {
        const chosen = mendedReading(base);
        const inspection = await inspectText(reader, rows.extracted, chosen, this.signal);
        mended.push(asMended({ ...rows, chosen, inspection }, base));
      }
    }
    this.progress = null;
    return mended;
  }

  /** A mapping alone was dropped: what is on the page is read anew under it. */
  async #readAgain(drafts: readonly Draft[]): Promise<void> {
    const next: Draft[] = [];
    for (const d of drafts) next.push(await openTable(d.file, d.parts, d.part, this.#opening(0, 1)));
    this.drafts = next;
    this.progress = null;
    this.resume();
  }

  #opening(from: number, share: number): Opening {
    return {
      reader: this.ports.reader,
      memory: this.memory,
      id: () => ++this.#ids,
      preset: this.preset,
      report: (fraction) => (this.progress = { stage: 'opening', fraction: from + share * fraction }),
      signal: this.signal,
    };
  }

  /** One customer may stand in two files under two ids, which the files apart do not show. */
  async #mergeAcross(): Promise<void> {
    const found = (): Blob[] => this.drafts.flatMap((d) => d.examination?.contacts ?? []);
    const contacts = found();
    if (contacts.length < 2) {
      this.merges = null;
      return;
    }
    const merges = await this.ports.reader.merges(contacts, this.signal).catch(() => null);
    const now = found();
    if (now.length === contacts.length && now.every((each, i) => each === contacts[i])) this.merges = merges;
  }

  #remembering(): void {
    const { drafts, together, duplicates } = this;
    this.#past = [...this.#past, { drafts, together, duplicates }].slice(-mostUndone);
  }

  #choosing(index: number, change: (draft: Draft) => Draft): void {
    const draft = this.drafts[index];
    if (!draft) return;
    this.#remembering();
    this.#replace(draft.id, (now) => ({ ...change(now), examination: null, examining: null }));
    this.#investigation.tend();
  }

  #replace(id: number, change: (draft: Draft) => Draft): void {
    this.drafts = this.drafts.map((draft) => (draft.id === id ? change(draft) : draft));
  }
}
