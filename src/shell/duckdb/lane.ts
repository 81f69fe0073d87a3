import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { EngineError } from '../../ports/engine.ts';

const cancelled = (sql?: string): EngineError => new EngineError('cancelled', 'cancelled', sql);

/** One statement's result as Arrow IPC: the schema first, then record batches. */
export type Batches = readonly Uint8Array[];

/**
 * One connection, on which one task runs at a time, in the order of asking. Statements are started and polled, never
 * run in one call: so they can be cancelled, and another connection gets its turn between two polls.
 */
export class Lane {
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly db: AsyncDuckDB,
    private readonly connection: number,
  ) {}

  /** Runs `task` when all earlier ones are over; one that is cancelled while it waits is never started. */
  take<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) return Promise.reject(cancelled());
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => reject(cancelled());
      signal?.addEventListener('abort', leave, { once: true });
      this.#last = this.#last.then(async () => {
        signal?.removeEventListener('abort', leave);
        if (signal?.aborted) return;
        await task().then(resolve, reject);
      });
    });
  }

  /** Runs one statement to its end, inside a task. Rejects with `cancelled`, or as the binding does. */
  async execute(sql: string, signal?: AbortSignal): Promise<Batches> {
    const check = (): void => {
      if (signal?.aborted) throw cancelled(sql);
    };
    check();
    const cancel = (): void => void this.db.cancelPendingQuery(this.connection).catch(() => undefined);
    signal?.addEventListener('abort', cancel, { once: true });
    let header: Uint8Array | null = null;
    try {
      header = await this.db.startPendingQuery(this.connection, sql, true);
      while (header === null) {
        check();
        header = await this.db.pollPendingQuery(this.connection);
      }
      return [header, ...(await this.#fetch(check))];
    } catch (error) {
      // A result that is only half fetched stays open, with its memory, until the connection's next statement.
      if (signal?.aborted && header !== null) await this.rollback();
      check(); // a statement that was cancelled between two polls answers with an error of its own
      throw error;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  async #fetch(check: () => void): Promise<Uint8Array[]> {
    const batches: Uint8Array[] = [];
    for (;;) {
      check();
      const batch = await this.db.fetchQueryResults(this.connection);
      if (batch === null) continue;
      if (batch.length === 0) return batches;
      batches.push(batch);
    }
  }

  /** Ends a transaction that a failed or cancelled list of statements has left open. */
  async rollback(): Promise<void> {
    await this.execute('ROLLBACK').catch(() => undefined); // fails when there is none
  }
}
