import type { RoleChoice } from '../base/role.ts';
import { guessLegacy } from '../ingest/encoding.ts';
import type { Reading, Survey } from '../ingest/types.ts';
import { ReadError } from '../ingest/types.ts';
import { draftOf, planOf, withRole, type Draft } from './draft.ts';
import type { ImportProgress, Planned } from './imports.ts';
import type { Ports } from './ports.ts';

/** The import page's state: files that were dropped, how they are read, and what their columns mean. */
export class Importing {
  drafts = $state.raw<readonly Draft[]>([]);
  progress = $state.raw<ImportProgress | null>(null);
  /** Opened again from the notebook: cancel returns there and nothing was dropped anew. */
  again = $state(false);
  #abort = new AbortController();
  #generation = 0;
  #counting: Promise<void> = Promise.resolve();

  constructor(private readonly ports: Ports) {}

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Reads the first part of each file. Rejects with ReadError, naming the file in `fileOf`. */
  async read(files: readonly File[], keep: readonly Draft[] = []): Promise<void> {
    this.stop();
    const generation = ++this.#generation;
    const drafts: Draft[] = [];
    for (const [i, file] of files.entries()) {
      const chosen = keep[i]?.chosen ?? {};
      try {
        drafts.push(draftOf(file, chosen, await this.ports.reader.inspect(file, chosen, this.signal)));
      } catch (thrown) {
        throw thrown instanceof ReadError ? new FileError(file.name, thrown) : thrown;
      }
    }
    if (generation !== this.#generation) return;
    this.drafts = drafts;
    this.again = false;
    this.#count();
  }

  /** Shows files that were imported before, with the choices made then. */
  reopen(drafts: readonly Draft[]): void {
    this.stop();
    this.#generation++;
    this.drafts = drafts;
    this.again = true;
    this.#count();
  }

  /** Reads one file again with a choice changed; roles are kept where the columns stay the same. */
  async choose<K extends keyof Reading>(index: number, key: K, value: Reading[K]): Promise<void> {
    const draft = this.drafts[index];
    if (!draft) return;
    const chosen = { ...draft.chosen, [key]: value };
    const generation = ++this.#generation;
    const inspection = await this.ports.reader.inspect(draft.file, chosen, this.signal);
    if (generation !== this.#generation) return;
    let next = draftOf(draft.file, chosen, inspection);
    const headers = (d: Draft): string => d.inspection.columns.map((c) => c.header).join('\u0000');
    if (headers(next) === headers(draft))
      next = { ...next, roles: draft.roles, confidence: draft.confidence, shape: draft.shape };
    this.drafts = this.drafts.with(index, next);
    this.#count();
  }

  assign(index: number, column: number, role: RoleChoice): void {
    const draft = this.drafts[index];
    if (draft) this.drafts = this.drafts.with(index, withRole(draft, column, role));
  }

  /** Resolves when the files are counted and every reading fits its whole file. */
  async counted(): Promise<void> {
    let last: Promise<void>;
    do {
      last = this.#counting;
      await last;
    } while (last !== this.#counting);
  }

  planned(): Planned[] {
    return this.drafts.map((draft) => ({ file: draft.file, plan: planOf(draft), survey: draft.survey }));
  }

  /** Stops what runs for this import: the count of the files, or the import itself. */
  stop(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.progress = null;
  }

  close(): void {
    this.stop();
    this.#generation++;
    this.drafts = [];
  }

  /** Counts the files in the background, so that the ledger stands on the page before anything is imported. */
  #count(): void {
    const generation = this.#generation;
    this.#counting = this.drafts.reduce<Promise<void>>(
      (before, draft, i) =>
        before.then(async () => {
          if (draft.survey || generation !== this.#generation) return;
          const survey = await this.ports.reader
            .survey(draft.file, draft.inspection.reading, () => undefined, this.signal)
            .catch((thrown: unknown) => this.#refused(i, generation, thrown));
          if (survey && generation === this.#generation) this.#counted(i, draft, survey);
        }),
      Promise.resolve(),
    );
  }

  #counted(index: number, counted: Draft, survey: Survey): void {
    const current = this.drafts[index];
    if (current && current.file === counted.file && current.inspection === counted.inspection)
      this.drafts = this.drafts.with(index, { ...current, survey });
  }

  /** The whole file is not in the encoding that its first part suggested: guessed again where it broke. */
  async #refused(index: number, generation: number, thrown: unknown): Promise<null> {
    const draft = this.drafts[index];
    if (!(thrown instanceof ReadError) || thrown.reason.code !== 'encoding') return null;
    if (!draft || generation !== this.#generation || draft.chosen.encoding !== undefined) return null;
    const from = Math.max(0, thrown.reason.byte - 1_000);
    const around = new Uint8Array(await draft.file.slice(from, from + 65_536).arrayBuffer());
    const line = around.indexOf(10) + 1;
    await this.choose(index, 'encoding', guessLegacy(around.subarray(line))).catch(() => undefined);
    return null;
  }
}

/** A ReadError with the name of the file that it speaks of. */
export class FileError extends Error {
  constructor(
    readonly file: string,
    readonly reason: ReadError,
  ) {
    super(reason.message, { cause: reason });
  }
}
