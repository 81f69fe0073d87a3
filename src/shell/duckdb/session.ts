import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { EngineError } from '../../ports/engine.ts';
import type { WatchedWorker } from '../blobWorker.ts';
import { engineError } from './faults.ts';
import type { Lane } from './lane.ts';

/** What a running engine offers. */
export interface Database {
  readonly db: AsyncDuckDB;
  /** For imports; reports progress. */
  readonly imports: Lane;
  /** For questions, which are answered while an import runs. */
  readonly queries: Lane;
}

/**
 * One life of the engine. The binding forgets whom it owes an answer when its worker dies, so every answer is waited
 * for through `guard`, which ends with the session.
 */
export class Session {
  readonly #waiting = new Set<(error: EngineError) => void>();
  #worker: WatchedWorker | null = null;
  #over: EngineError | null = null;

  constructor(private readonly ended: (error: EngineError) => void) {}

  /** From now on the session lives as long as the worker; `sign` is called with each of its messages. */
  watch(watched: WatchedWorker, sign: (data: unknown) => void): void {
    if (this.#over) return watched.stop();
    this.#worker = watched;
    watched.worker.addEventListener('message', (event: MessageEvent<unknown>) => sign(event.data));
    watched.onDeath((reason) => this.end(new EngineError('died', reason)));
  }

  /** Ends the session: the worker is stopped, all who wait get `error`. Only the first call counts. */
  end(error: EngineError): void {
    if (this.#over) return;
    this.#over = error;
    this.#worker?.stop();
    for (const reject of [...this.#waiting]) reject(error);
    this.ended(error);
  }

  /** The outcome of `work`, or the end of the session. A failure that leaves the engine unusable is its end. */
  guard<T>(work: () => Promise<T>, sql?: string): Promise<T> {
    if (this.#over) return Promise.reject(this.#over);
    return new Promise<T>((resolve, reject) => {
      this.#waiting.add(reject);
      const done = (): void => void this.#waiting.delete(reject);
      work()
        .then(resolve, (thrown: unknown) => {
          const error = engineError(thrown, sql);
          reject(error);
          if (error.fault === 'died') this.end(error);
        })
        .finally(done);
    });
  }
}
