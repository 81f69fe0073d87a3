import { ReadError } from '../../ingest/types.ts';
import type { Abort, Answer, Failure, Request } from './protocol.ts';

/** Makes a call; `done` reports progress. */
export type Handle = (
  request: Request,
  done: (progress: number) => void,
  signal: AbortSignal,
) => Promise<unknown>;

function failure(thrown: unknown): Failure {
  if (thrown instanceof ReadError) return { reason: thrown.reason };
  if (thrown instanceof Error) return { name: thrown.name, message: thrown.message };
  return { name: 'Error', message: String(thrown) };
}

/** The worker's side of `workerCalls`. */
export function serve(handle: Handle): void {
  const running = new Map<number, AbortController>();
  const answer = (message: Answer): void => self.postMessage(message);

  const run = async (request: Request): Promise<void> => {
    const { id } = request;
    const control = new AbortController();
    running.set(id, control);
    try {
      const done = (progress: number): void => answer({ id, progress });
      answer({ id, value: await handle(request, done, control.signal) });
    } catch (thrown) {
      answer({ id, failure: failure(thrown) });
    } finally {
      running.delete(id);
    }
  };

  self.addEventListener('message', ({ data }: MessageEvent<Request | Abort>) => {
    if ('abort' in data) running.get(data.id)?.abort();
    else void run(data);
  });
}
