import { readFileSync } from 'node:fs';
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

const fixtures = new URL('../fixtures/formats/', import.meta.url);
const base64 = (name: string): string => readFileSync(new URL(name, fixtures)).toString('base64');

it('reads other formats in a second worker that starts when one comes, network or not', async () => {
  await onPage(async ({ page, errors }) => {
    await page.addInitScript(() => {
      const workers: string[] = [];
      window.Worker = class extends Worker {
        constructor(...options: ConstructorParameters<typeof Worker>) {
          super(...options);
          workers.push(options[1]?.name ?? '');
        }
      };
      Object.assign(window, { workers });
    });
    await page.reload();
    await page.evaluate(() => window.harness.reader.open());
    await page.context().setOffline(true);
    const names = ['chinese.xlsx', 'old.xls', 'nested.zip', 'gb18030.csv.gz', 'array.json', 'snappy.parquet', 'zstd.parquet', 'brotli.parquet', 'tabs.xls']; // prettier-ignore
    const files = names.map((name) => ({ name, data: base64(name) }));
    const seen = await page.evaluate(async (list) => {
      const { reader } = window.harness;
      const { workers } = window as unknown as { workers: string[] };
      const before = [...workers];
      const first: (readonly string[])[] = [];
      const texts: string[] = [];
      for (const { name, data } of list) {
        const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
        const file = new File([bytes], name, { lastModified: 1 });
        const parts = await reader.contents(file, name);
        const { blob } = await reader.extract(file, name, parts[0]!, () => undefined);
        first.push(parts[0]!.path);
        texts.push(
          new TextDecoder(name.includes('gb18030') ? 'gb18030' : 'utf-8').decode(await blob.arrayBuffer()),
        );
      }
      const locked = await reader
        .contents(new Blob(['<html><body>x']), 'a.html')
        .catch((e: { reason: unknown }) => e.reason);
      return { before, after: workers, first, texts, locked };
    }, files);
    const expected = names.map(
      (name) =>
        (
          JSON.parse(readFileSync(new URL(`${name}.expected.json`, fixtures), 'utf8')) as {
            path: string[];
            text: string;
          }[]
        )[0]!,
    );
    expect(seen.before).toEqual(['reader']);
    expect(seen.after).toEqual(['reader', 'formats']);
    expect(seen.first).toEqual(expected.map(({ path }) => path));
    expect(seen.texts).toEqual(expected.map(({ text }) => text));
    expect(seen.locked).toEqual({ code: 'not_table', looksLike: 'html' });
    expect(await page.evaluate(() => window.harness.violations)).toEqual([]);
    expect(errors).toEqual([]);
  });
});

it('stops a conversion when it is told to', async () => {
  await onPage(async ({ page }) => {
    const seen = await page.evaluate(async () => {
      const { reader } = window.harness;
      const line = '{"id":"K1","amount":12.50,"city":"Paris"}\n';
      const file = new File([line, ...Array.from({ length: 60 }, () => line.repeat(30_000))], 'a.ndjson');
      const [part] = await reader.contents(file, file.name);
      const stop = new AbortController();
      const begun = reader.extract(file, file.name, part!, () => stop.abort(), stop.signal);
      const name = await begun.catch((error: Error) => error.name);
      const small = new File(['[{"a":1}]'], 'b.json');
      const [again] = await reader.contents(small, small.name);
      return {
        name,
        text: await (await reader.extract(small, small.name, again!, () => undefined)).blob.text(),
      };
    });
    expect(seen).toEqual({ name: 'AbortError', text: '1\n' });
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
