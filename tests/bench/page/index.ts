import arqueroScript from './arquero.ts?worker&url';
import { asDocumented } from './asDocumented.ts';
import byHandScript from './byHand.ts?worker&url';
import { engine } from './engine.ts';

/** What each peer tells; milliseconds. */
export interface Result {
  /** From the file in hand to the answer painted on the page. */
  readonly total?: number;
  /** Of it, or beside it: the rollup alone, from columns in memory. */
  readonly rollup?: number;
  readonly answer: { readonly customers: number; readonly total: number };
}

type Peer = 'asDocumented' | 'byHand' | 'byHandRollup' | 'arquero' | 'engine';

declare global {
  interface Window {
    peers: Readonly<Record<Peer, () => Promise<Result>>>;
  }
}

const input = document.querySelector('input')!;
const output = document.querySelector('output')!;
const chosen = (): File => input.files![0]!;

function inWorker(script: string, task: string): Promise<Result> {
  const worker = new Worker(script, { name: task });
  return new Promise<Result>((resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('message', ({ data }: MessageEvent<Result & { failed?: string }>) =>
      data.failed === undefined ? resolve(data) : reject(new Error(data.failed)),
    );
    worker.postMessage({ file: chosen(), task });
  }).finally(() => worker.terminate());
}

const painted = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

async function shown(work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await work();
  output.textContent = `${result.answer.customers} customers, ${result.answer.total}`;
  await painted();
  return { ...result, total: performance.now() - start };
}

window.peers = {
  asDocumented: () => shown(() => asDocumented(chosen())),
  byHand: () => shown(() => inWorker(byHandScript, 'stream')),
  byHandRollup: () => inWorker(byHandScript, 'columns'),
  arquero: () => shown(() => inWorker(arqueroScript, 'arquero')),
  engine: () => engine(chosen()),
};
