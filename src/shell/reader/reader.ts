import { ReadError, type Reader } from '../../ingest/types.ts';
import { startWorkerFrom, type WatchedWorker } from '../blobWorker.ts';
import type { Abort, Answer, Call, Failure, Request } from './protocol.ts';
import script from './worker.ts?worker&url';

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  readonly done: ((bytes: number) => void) | undefined;
}

function rebuilt(failure: Failure): Error {
  if ('reason' in failure) return new ReadError(failure.reason);
  return Object.assign(new Error(failure.message), { name: failure.name });
}

/**
 * Reads files in a worker of its own, so that the page stays alive while gigabytes are counted. Errors arrive as they
 * were thrown (ReadError with its reason; a file that is gone as `NotReadableError`); when the worker dies, all calls
 * reject with `ReaderDied` and the next one starts another; when its script cannot be fetched, with `ReaderMissing`. An aborted call rejects at once with the signal's reason.
 */
export function workerReader(): Reader & { open(): Promise<void> } {
  const pending = new Map<number, Pending>();
  let next = 1;
  let started: Promise<WatchedWorker> | null = null;

  const receive = (answer: Answer): void => {
    const call = pending.get(answer.id);
    if (!call) return; // aborted
    if ('progress' in answer) return call.done?.(answer.progress);
    pending.delete(answer.id);
    if ('value' in answer) call.resolve(answer.value);
    else call.reject(rebuilt(answer.failure));
  };

  const died = (reason: string): void => {
    started = null;
    const error = Object.assign(new Error(reason), { name: 'ReaderDied' });
    for (const call of pending.values()) call.reject(error);
    pending.clear();
  };

  const start = async (): Promise<WatchedWorker> => {
    const watched = await startWorkerFrom(script, 'reader');
    watched.worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => receive(data));
    watched.onDeath(died);
    return watched;
  };

  const running = (): Promise<WatchedWorker> =>
    (started ??= start().catch((cause: unknown) => {
      started = null;
      const message = cause instanceof Error ? cause.message : String(cause);
      throw Object.assign(new Error(message, { cause }), { name: 'ReaderMissing' });
    }));

  async function ask<T>(
    call: Call,
    args: readonly unknown[],
    done?: Pending['done'],
    signal?: AbortSignal,
  ): Promise<T> {
    signal?.throwIfAborted();
    const { worker } = await running();
    signal?.throwIfAborted();
    const id = next++;
    const abort = (): void => {
      worker.postMessage({ id, abort: true } satisfies Abort);
      pending.get(id)?.reject(signal?.reason);
      pending.delete(id);
    };
    signal?.addEventListener('abort', abort, { once: true });
    try {
      return await new Promise<T>((resolve, reject) => {
        pending.set(id, { resolve: resolve, reject, done });
        worker.postMessage({ id, call, args } satisfies Request);
      });
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  return {
    open: async () => void (await running()),
    inspect: (file, chosen, signal) => ask('inspect', [file, chosen], undefined, signal),
    survey: (file, reading, done, signal) => ask('survey', [file, reading], done, signal),
    rewrite: (file, reading, survey, columns, done, signal) =>
      ask('rewrite', [file, reading, survey, columns], done, signal),
    records: (file, reading, wanted, signal) => ask('records', [file, reading, wanted], undefined, signal),
  };
}
