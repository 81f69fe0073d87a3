import { ReadError } from '../../ingest/types.ts';
import { startWorker, startWorkerFrom, type WatchedWorker } from '../blobWorker.ts';
import type { Abort, Answer, Call, Failure, Request } from './protocol.ts';

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  readonly done: ((progress: number) => void) | undefined;
}

/** Calls to one worker. */
export interface WorkerCalls {
  /** Fetches the worker's script, so that it can start when the network is gone. */
  fetch(): Promise<void>;
  start(): Promise<void>;
  /** Starts the worker when it is not running. An aborted call rejects at once with the signal's reason. */
  ask<T>(
    call: Call,
    args: readonly unknown[],
    done?: (progress: number) => void,
    signal?: AbortSignal,
  ): Promise<T>;
}

function rebuilt(failure: Failure): Error {
  if ('reason' in failure) return new ReadError(failure.reason);
  return Object.assign(new Error(failure.message), { name: failure.name });
}

async function fetched(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return response.blob();
}

/**
 * Errors arrive as they were thrown (ReadError with its reason; a file that is gone as `NotReadableError`); when the
 * worker dies, all calls reject with `ReaderDied` and the next one starts another; when its script cannot be fetched,
 * with `ReaderMissing`.
 */
export function workerCalls(address: string, name: string): WorkerCalls {
  const pending = new Map<number, Pending>();
  let next = 1;
  let started: Promise<WatchedWorker> | null = null;
  let script: Promise<Blob> | null = null;

  const missing = (cause: unknown): never => {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw Object.assign(new Error(message, { cause }), { name: 'ReaderMissing' });
  };

  const text = (): Promise<Blob> =>
    (script ??= fetched(address).catch((cause: unknown) => {
      script = null;
      return missing(cause);
    }));

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
    // The dev server's modules can only be started from their own address.
    const watched = import.meta.env.DEV
      ? await startWorkerFrom(address, name)
      : startWorker(await text(), name);
    watched.worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => receive(data));
    watched.onDeath(died);
    return watched;
  };

  const running = (): Promise<WatchedWorker> =>
    (started ??= start().catch((cause: unknown) => {
      started = null;
      throw cause;
    }));

  return {
    fetch: async () => void (import.meta.env.DEV || (await text())),
    start: async () => void (await running()),
    async ask<T>(
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
          pending.set(id, { resolve, reject, done });
          worker.postMessage({ id, call, args } satisfies Request);
        });
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    },
  };
}
