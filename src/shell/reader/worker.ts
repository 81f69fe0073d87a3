import { blobReader as reader } from '../../ingest/reader.ts';
import { ReadError } from '../../ingest/types.ts';
import type { Abort, Answer, Failure, Request } from './protocol.ts';

const running = new Map<number, AbortController>();
const answer = (message: Answer): void => self.postMessage(message);

function call({ id, call, args }: Request, signal: AbortSignal): Promise<unknown> {
  const done = (progress: number): void => answer({ id, progress });
  switch (call) {
    case 'inspect': {
      const [file, chosen] = args as Parameters<typeof reader.inspect>;
      return reader.inspect(file, chosen, signal);
    }
    case 'survey': {
      const [file, reading] = args as unknown as Parameters<typeof reader.survey>;
      return reader.survey(file, reading, done, signal);
    }
    case 'rewrite': {
      const [file, reading, survey, columns] = args as unknown as Parameters<typeof reader.rewrite>;
      return reader.rewrite(file, reading, survey, columns, done, signal);
    }
    case 'records': {
      const [file, reading, wanted] = args as unknown as Parameters<typeof reader.records>;
      return reader.records(file, reading, wanted, signal);
    }
  }
}

function failure(thrown: unknown): Failure {
  if (thrown instanceof ReadError) return { reason: thrown.reason };
  if (thrown instanceof Error) return { name: thrown.name, message: thrown.message };
  return { name: 'Error', message: String(thrown) };
}

async function serve(request: Request): Promise<void> {
  const { id } = request;
  const control = new AbortController();
  running.set(id, control);
  try {
    answer({ id, value: await call(request, control.signal) });
  } catch (thrown) {
    answer({ id, failure: failure(thrown) });
  } finally {
    running.delete(id);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Request | Abort>) => {
  if ('abort' in data) running.get(data.id)?.abort();
  else void serve(data);
});
