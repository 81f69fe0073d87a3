import type { PlainTable } from '../base/table.ts';

/** A named file that SQL reads as '/in/<name>'. */
export interface EngineFile {
  readonly name: string;
  readonly blob: Blob;
}

export interface Progress {
  /** 0 to 1, or null when it cannot be known. */
  readonly fraction: number | null;
}

/**
 * What stopped the engine: `cancelled` by the user's signal; `memory` limit reached; `died` (worker gone, wasm trap,
 * internal error: it has been or must be restarted and its tables are gone); `sql` = the statement's own error;
 * `file` = a registered file cannot be read any more or changed on disk; `boot` = it could not start.
 */
export type EngineFault = 'cancelled' | 'memory' | 'died' | 'sql' | 'file' | 'boot' | 'unsupported';

export class EngineError extends Error {
  constructor(
    readonly fault: EngineFault,
    message: string,
    readonly sql?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EngineError';
  }
}

/** A SQL database that runs statements made elsewhere. Every promise settles, also when the engine dies. */
export interface Engine {
  /** Starts the engine and locks it down. Idempotent; rejects with `boot` or `unsupported`. */
  open(progress?: (progress: Progress) => void): Promise<void>;
  /** Makes files readable as '/in/<name>'; a name that exists is replaced. */
  register(files: readonly EngineFile[]): Promise<void>;
  /** Runs statements in order; progress is of the whole list. Rejects with `cancelled` soon after the signal. */
  run(
    statements: readonly string[],
    progress?: (progress: Progress) => void,
    signal?: AbortSignal,
  ): Promise<void>;
  query(sql: string, signal?: AbortSignal): Promise<PlainTable>;
  /** Plans without running; rejects with `sql` when it does not bind. */
  explain(sql: string): Promise<string>;
  close(): Promise<void>;
}

/** An engine that says when it has died by itself: its tables are gone and the caller replays them after open(). */
export interface SupervisedEngine extends Engine {
  /** Returns a function that ends the subscription. */
  onDeath(fn: (error: EngineError) => void): () => void;
}
