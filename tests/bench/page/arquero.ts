import { desc, fromCSV, op } from 'arquero';
import type { Result } from './index.ts';

/** Arquero with its defaults, in a worker: the whole file as text, columns typed by its own guess. */
async function arquero(file: File): Promise<Result> {
  const orders = fromCSV(await file.text());
  const start = performance.now();
  const ranked = orders
    .groupby('customer_id')
    .rollup({ n: op.count(), value: op.sum('amount') })
    .orderby(desc('value'))
    .reify();
  const values = Float64Array.from(ranked.array('value'));
  const total = values.reduce((sum, value) => sum + value, 0);
  let running = 0;
  values.forEach((value, i) => (values[i] = (running += value) / total));
  return { rollup: performance.now() - start, answer: { customers: ranked.numRows(), total } };
}

self.addEventListener('message', ({ data }: MessageEvent<{ file: File }>) => {
  arquero(data.file).then(
    (result) => self.postMessage(result),
    (error: unknown) => self.postMessage({ failed: String(error) }),
  );
});
