/** A worker that is watched: whoever waits for its answers learns when it can give none any more. */
export interface WatchedWorker {
  readonly worker: Worker;
  /** Calls back once, with a reason, when the worker has failed or is gone; not after stop(). */
  onDeath(died: (reason: string) => void): void;
  stop(): void;
}

/**
 * Runs before the worker's own script. A promise that nobody catches in a worker is otherwise silent: instantiating
 * WebAssembly without permission just never ends. And a terminated worker sends no event at all, but the browser
 * releases its locks: the page waits for the same lock.
 */
const prelude = `(() => {
  const say = (lifeline) => self.postMessage({ lifeline });
  self.addEventListener('unhandledrejection', (event) => {
    say({ failed: String((event.reason && event.reason.message) || event.reason) });
  });
  if (self.navigator.locks) {
    void self.navigator.locks.request(self.location.href, () => {
      say({ holding: true });
      return new Promise(() => {});
    });
  }
})();
`;

type Lifeline = { readonly failed?: string; readonly holding?: true };

const lifelineOf = (data: unknown): Lifeline | null =>
  typeof data === 'object' && data !== null && 'lifeline' in data ? (data.lifeline as Lifeline) : null;

function watch(worker: Worker, url: string): WatchedWorker {
  const listeners: ((reason: string) => void)[] = [];
  const over = new AbortController();
  let reason: string | null = null;

  const end = (): void => {
    over.abort();
    URL.revokeObjectURL(url);
    worker.terminate();
  };
  const die = (why: string): void => {
    if (over.signal.aborted) return;
    reason = why;
    end();
    for (const died of listeners) died(why);
  };
  const waitForLock = (): void => {
    URL.revokeObjectURL(url);
    navigator.locks
      .request(url, { signal: over.signal }, () => die('the worker was terminated'))
      .catch(() => undefined); // aborted by stop()
  };

  const options = { signal: over.signal };
  worker.addEventListener(
    'message',
    (event: MessageEvent<unknown>) => {
      const lifeline = lifelineOf(event.data);
      if (!lifeline) return;
      event.stopImmediatePropagation();
      if (lifeline.failed !== undefined) die(lifeline.failed);
      else waitForLock();
    },
    options,
  );
  worker.addEventListener(
    'error',
    (event) => {
      event.stopImmediatePropagation();
      die(event.message || 'the worker could not be started');
    },
    options,
  );
  worker.addEventListener('messageerror', () => die('a message of the worker could not be read'), options);

  return {
    worker,
    onDeath: (died) => (reason === null ? void listeners.push(died) : died(reason)),
    stop: end,
  };
}

/**
 * Starts a classic worker from its script through a blob: address. Only then does the page's Content-Security-Policy
 * hold in the worker too; one started from its own address would be free to contact any host.
 */
export function startWorker(script: Blob, name: string): WatchedWorker {
  const url = URL.createObjectURL(new Blob([prelude, script], { type: 'text/javascript' }));
  return watch(new Worker(url, { name }), url);
}

/** The same from the script's same-origin address. The dev server's worker modules can only be started directly. */
export async function startWorkerFrom(address: string, name: string): Promise<WatchedWorker> {
  if (import.meta.env.DEV) return watch(new Worker(address, { name, type: 'module' }), address);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return startWorker(await response.blob(), name);
}
