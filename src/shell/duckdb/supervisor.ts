import { EngineError } from '../../ports/engine.ts';
import { engineError } from './faults.ts';
import type { EngineLimits } from './lockdown.ts';
import { type Database, Session } from './session.ts';
import { missingFeatures } from './support.ts';

/**
 * A start is given up when nothing has moved for this long: no byte has arrived, the worker has said nothing. A slow
 * host can take half a minute before it answers; compiling is silent too, and takes 1 to 3 s on a laptop.
 */
const patience = 60_000;

export interface Running extends Database {
  readonly session: Session;
  readonly code: typeof import('./boot.ts');
}

interface Start {
  readonly session: Session;
  readonly running: Promise<Running>;
}

/** Calls `stuck` when `sign` has not been called for `patience` ms. */
function watchdog(stuck: () => void): { sign(): void; stop(): void } {
  let timer = setTimeout(stuck, patience);
  const stop = (): void => clearTimeout(timer);
  return {
    stop,
    sign: () => {
      stop();
      timer = setTimeout(stuck, patience);
    },
  };
}

const progressOf = (data: unknown): number | null => {
  const message = data as { type?: unknown; data?: { percentage?: unknown } } | null;
  if (message?.type !== 'PROGRESS_UPDATE') return null;
  const percentage = message.data?.percentage;
  return typeof percentage === 'number' && percentage >= 0 ? Math.min(1, percentage / 100) : null;
};

/** Owns the engine's worker: starts it, notices its death, and can start another. Whoever asks replays the imports. */
export class Supervisor {
  #start: Start | null = null;
  readonly #bootProgress = new Set<(fraction: number) => void>();
  readonly #mourners = new Set<(error: EngineError) => void>();
  /** Told how far the import connection's statement is, 0 to 1. */
  importProgress: (fraction: number) => void = () => undefined;

  constructor(private readonly limits: EngineLimits) {}

  onDeath(fn: (error: EngineError) => void): () => void {
    this.#mourners.add(fn);
    return () => this.#mourners.delete(fn);
  }

  /** The running engine; starts one when there is none. Rejects with `boot` or `unsupported`. */
  async open(progress: (fraction: number) => void): Promise<Running> {
    const missing = missingFeatures();
    if (missing.length > 0) throw new EngineError('unsupported', missing.join(', '));
    this.#bootProgress.add(progress);
    this.#start ??= this.#boot();
    try {
      return await this.#start.running;
    } finally {
      this.#bootProgress.delete(progress);
    }
  }

  /** The engine that was opened. Rejects with `died` when there is none. */
  running(): Promise<Running> {
    return (
      this.#start?.running ??
      Promise.reject(new EngineError('died', 'the engine is not running: open() it first'))
    );
  }

  /** Ends the engine; who waits for an answer gets `died`. */
  end(reason: string, announce: boolean): void {
    const start = this.#start;
    if (!start) return;
    if (!announce) this.#start = null;
    start.session.end(new EngineError('died', reason));
  }

  #boot(): Start {
    let up = false;
    const session: Session = new Session((error) => {
      const current = this.#start?.session === session;
      if (current) this.#start = null;
      if (current && up) for (const fn of [...this.#mourners]) fn(error);
    });
    const fetching = new AbortController();
    const dog = watchdog(() =>
      session.end(new EngineError('boot', `no sign of life for ${patience / 1000} s`)),
    );
    const running = session
      .guard(async () => {
        const code = await import('./boot.ts');
        const database = await code.boot(session, {
          ...this.limits,
          progress: (fraction) => this.#bootProgress.forEach((fn) => fn(fraction)),
          sign: () => !up && dog.sign(),
          workerMessage: (data) => {
            const fraction = progressOf(data);
            if (fraction !== null) this.importProgress(fraction);
          },
          signal: fetching.signal,
        });
        return { ...database, session, code };
      })
      .then(
        (result) => {
          up = true;
          return result;
        },
        (thrown: unknown) => {
          const { message } = engineError(thrown);
          const error = new EngineError('boot', message, undefined, { cause: thrown });
          session.end(error);
          throw error;
        },
      )
      .finally(() => {
        dog.stop();
        fetching.abort();
      });
    return { session, running };
  }
}
