import { expect, it } from 'vitest';
import { harnessSite } from './harness/site.ts';

const { onPage } = harnessSite();

it('inspects, counts, rewrites and quotes a file inside its worker', async () => {
  await onPage(async ({ page, errors }) => {
    const seen = await page.evaluate(async () => {
      const { reader } = window.harness;
      const file = new Blob(['id;betrag\n', ...Array.from({ length: 200_000 }, (_, i) => `k${i};${i},50\n`)]);
      const { reading } = await reader.inspect(file, {});
      const bytes: number[] = [];
      const survey = await reader.survey(file, reading, (done) => bytes.push(done));
      const rewritten = await reader.rewrite(file, reading, survey, 2, () => undefined);
      const records = await reader.records(file, reading, [200_001]);
      return {
        delimiter: reading.delimiter,
        data: survey.data,
        last: bytes.at(-1) === file.size,
        text: (await rewritten.text()).split('\n').slice(0, 2),
        records,
      };
    });
    expect(seen).toEqual({
      delimiter: ';',
      data: 200_000,
      last: true,
      // the last cell is for what a record has too much
      text: ['2,k0,"0,50",', '3,k1,"1,50",'],
      records: [{ record: 200_001, cells: ['k199999', '199999,50'] }],
    });
    expect(errors).toEqual([]);
  });
});

it('keeps the reason of a ReadError', async () => {
  await onPage(async ({ page }) => {
    const error = await page.evaluate(() =>
      window.harness.reader
        .inspect(new Blob([]), {})
        .catch((e: { name: string; reason: unknown }) => [e.name, e.reason]),
    );
    expect(error).toEqual(['ReadError', { code: 'empty', detail: 'no_bytes' }]);
  });
});

it('rejects an aborted call at once, and goes on', async () => {
  await onPage(async ({ page }) => {
    const seen = await page.evaluate(async () => {
      const { reader } = window.harness;
      const file = new Blob(['a,b\n', ...Array.from({ length: 100 }, () => '1,2\n'.repeat(50_000))]);
      const { reading } = await reader.inspect(file, {});
      const stop = new AbortController();
      let progress = 0;
      const begun = reader.survey(file, reading, () => (progress++, stop.abort()), stop.signal);
      const name = await begun.catch((error: Error) => error.name);
      const after = progress;
      const again = await reader.survey(new Blob(['a,b\n1,2\n']), reading, () => undefined);
      return { name, silent: after === progress, data: again.data };
    });
    expect(seen).toEqual({ name: 'AbortError', silent: true, data: 1 });
  });
});

it('rejects all calls when its worker dies, and starts another', async () => {
  await onPage(async ({ page }) => {
    await page.addInitScript(() => {
      const workers: Worker[] = [];
      window.Worker = class extends Worker {
        constructor(...options: ConstructorParameters<typeof Worker>) {
          super(...options);
          workers.push(this);
        }
      };
      Object.assign(window, { workers });
    });
    await page.reload();
    const seen = await page.evaluate(async () => {
      const { reader } = window.harness;
      const { workers } = window as unknown as { workers: Worker[] };
      const file = new Blob(['a,b\n', ...Array.from({ length: 200 }, () => '1,2\n'.repeat(50_000))]);
      const { reading } = await reader.inspect(file, {});
      const calls = [
        reader.survey(file, reading, () => workers[0]!.terminate()),
        reader.survey(file, reading, () => undefined),
      ];
      const names = await Promise.all(calls.map((call) => call.then(() => 'done', (error: Error) => error.name))); // prettier-ignore
      const again = await reader.survey(new Blob(['a,b\n1,2\n']), reading, () => undefined);
      return { names, data: again.data, workers: workers.length };
    });
    expect(seen).toEqual({ names: ['ReaderDied', 'ReaderDied'], data: 1, workers: 2 });
  });
});
