import { ReadError } from '../ingest/types.ts';
import type { Survey } from '../ingest/types.ts';
import { missingOf, needsExamination, planOf, type Draft } from './draft.ts';
import { refined } from './findings.ts';
import type { Ports } from './ports.ts';

/** The page whose drafts are investigated. */
export interface Subject {
  drafts(): readonly Draft[];
  /** Changes the draft with this id, if it is still there. */
  replace(id: number, change: (draft: Draft) => Draft): void;
  /** The whole file needs another encoding than its first part suggested. */
  reencode(draft: Draft, encoding: string): Promise<void>;
  /** A draft has been examined. */
  examined(): void;
}

interface Step {
  readonly draft: Draft;
  readonly examines: boolean;
  /** The count that it makes; rejects when there is none. */
  readonly count: Promise<Survey> | null;
  readonly stop: AbortController;
  readonly over: Promise<void>;
}

/** Whether two states of a draft are imported alike: what they find out is then the same. */
const alike = (a: Draft, b: Draft): boolean => JSON.stringify(planOf(a)) === JSON.stringify(planOf(b));

/** Finds out about whole files in the background, one after the other: first all are counted, then examined. */
export class Investigation {
  #step: Step | null = null;
  #paused = false;
  /** Readings whose count or examination failed; their import tells why. */
  readonly #uncounted = new WeakSet<Draft['inspection']>();
  readonly #unexamined = new WeakSet<Draft['inspection']>();

  constructor(
    private readonly reader: Ports['reader'],
    private readonly subject: Subject,
  ) {}

  /** Starts, or goes on after a pause. */
  resume(): void {
    this.#paused = false;
    this.tend();
  }

  /** Stops what runs: an import has the machine for itself, and a closed page asks nothing. */
  pause(): void {
    this.#paused = true;
    this.#step?.stop.abort();
  }

  /**
   * Resolves when every file is examined whose import depends on it; then nothing more is begun, but a count that runs
   * goes on, because the import needs it.
   */
  async enough(): Promise<void> {
    const waits = (d: Draft): boolean =>
      needsExamination(d) &&
      !d.refined &&
      !this.#uncounted.has(d.inspection) &&
      !this.#unexamined.has(d.inspection);
    while (this.#step && this.subject.drafts().some(waits)) await this.#step.over;
    this.#paused = true;
    if (this.#step?.examines) this.#step.stop.abort();
  }

  /** The count of a draft's file that runs now; null when none does. */
  countOf(draft: Draft): Promise<Survey> | null {
    return this.#step?.draft.inspection === draft.inspection ? this.#step.count : null;
  }

  /** Resolves when nothing runs any more. */
  async idle(): Promise<void> {
    while (this.#step) await this.#step.over;
  }

  /** Looks what is to do; to be called after every change of the drafts. */
  tend(): void {
    const drafts = this.subject.drafts();
    if (this.#step) {
      const { draft, examines, stop } = this.#step;
      const now = drafts.find((d) => d.id === draft.id);
      // What it works out is no longer asked for.
      if (now?.inspection !== draft.inspection || (examines && !alike(now, draft))) stop.abort();
      return;
    }
    if (this.#paused) return;
    const uncounted = drafts.find((d) => !d.survey && !this.#uncounted.has(d.inspection));
    const unexamined = drafts.find(
      (d) => d.survey && !d.examination && !this.#unexamined.has(d.inspection) && missingOf(d).length === 0,
    );
    const draft = uncounted ?? unexamined;
    if (!draft) return;
    const stop = new AbortController();
    const { reading } = draft.inspection;
    const count = uncounted
      ? this.reader.survey(draft.extracted.blob, reading, () => undefined, stop.signal)
      : null;
    const work = count ? this.#count(draft, count, stop.signal) : this.#examine(draft, stop.signal);
    const over = work.finally(() => {
      this.#step = null;
      this.tend();
    });
    this.#step = { draft, examines: !uncounted, count, stop, over };
  }

  async #count(draft: Draft, count: Promise<Survey>, signal: AbortSignal): Promise<void> {
    try {
      const survey = await count;
      this.#found(draft, (now) => ({ ...now, survey }));
    } catch (thrown) {
      if (signal.aborted) return;
      this.#uncounted.add(draft.inspection);
      await this.#refused(draft, thrown);
    }
  }

  async #examine(draft: Draft, signal: AbortSignal): Promise<void> {
    const { blob } = draft.extracted;
    const done = (bytes: number): void =>
      this.#found(draft, (now) => ({ ...now, examining: blob.size ? Math.min(1, bytes / blob.size) : 1 }));
    try {
      const examination = await this.reader.examine(blob, planOf(draft), draft.survey!, done, signal);
      this.#found(draft, (now) => refined({ ...now, examination, examining: null }));
      this.subject.examined();
    } catch {
      if (!signal.aborted) this.#unexamined.add(draft.inspection);
      this.#found(draft, (now) => ({ ...now, examining: null, unexamined: !signal.aborted }));
    }
  }

  /** Changes a draft by what was found out, unless it has been read otherwise meanwhile. */
  #found(draft: Draft, change: (now: Draft) => Draft): void {
    const now = this.subject.drafts().find((d) => d.id === draft.id);
    if (now && now.inspection === draft.inspection) this.subject.replace(draft.id, change);
  }

  /** The whole file is not in the encoding that its first part suggested: guessed again where it broke. */
  async #refused(draft: Draft, thrown: unknown): Promise<void> {
    if (!(thrown instanceof ReadError) || thrown.reason.code !== 'encoding') return;
    if (draft.chosen.encoding !== undefined) return;
    const from = Math.max(0, thrown.reason.byte - 1_000);
    const around = new Uint8Array(await draft.extracted.blob.slice(from, from + 65_536).arrayBuffer());
    const line = around.indexOf(10) + 1;
    const { guessLegacy } = await import('../ingest/encoding.ts');
    await this.subject.reencode(draft, guessLegacy(around.subarray(line))).catch(() => undefined);
  }
}
