import { createWriteStream } from 'node:fs';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appSite, sheet, type App } from './site.ts';

const site = appSite();
let folder: string;
let big: string;
const rows = 400_000;

/** A few seconds of work for the engine: enough to stop it in the middle. */
async function write(path: string, lines: number, width: number): Promise<void> {
  const out = createWriteStream(path);
  out.write('customer id,order date,amount,note\n');
  const note = 'n'.repeat(width);
  for (let i = 0; i < lines; i++) {
    const day = `2024-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
    if (!out.write(`C${(i * 7919) % 20_011},${day},${((i * 31) % 9973) / 100},${note}\n`))
      await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vital-few-'));
  big = join(folder, 'big.csv');
  await write(big, rows, 120);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Records the page's workers, so that one can be ended behind its back. */
const recording = (): void => {
  const workers: { readonly name: string; readonly worker: Worker }[] = [];
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      workers.push({ name: options?.name ?? '', worker: this });
    }
  };
  Object.assign(window, { recorded: workers });
};
interface Recorded {
  readonly recorded: { readonly name: string; readonly worker: Worker }[];
}
const kill = (app: App, name: string): Promise<void> =>
  app.page.evaluate((wanted) => {
    const { recorded } = window as unknown as Recorded;
    recorded.findLast((entry) => entry.name === wanted)!.worker.terminate();
  }, name);

describe('a worker that dies', () => {
  let app: App;
  beforeAll(async () => {
    app = await site.open({ init: recording });
  });
  afterAll(async () => {
    expect(app.errors).toEqual([]);
    await app.close();
  });
  const small = sheet(
    'small.csv',
    'customer id,order date,amount\nA,2024-01-01,5\nB,2024-01-02,4\nC,2024-02-02,1\n',
  );

  it('between two settings: started again, same figures, and it is said', async () => {
    const before = await app.load(small);
    await kill(app, 'duckdb');
    await app.hook('notice').waitFor();
    await app.ready();
    expect(await app.hook('notice').getAttribute('data-kind')).toBe('restarted');
    expect(await app.figures()).toEqual(before);
    await app.set('returns', 'ignore');
    expect((await app.figures())['overview.value']).toBe(10);
  });

  it('in the middle of an import: the figures are those of an undisturbed one', async () => {
    await app.choose(big, { timeout: 60_000 });
    await app.hook('import-accept').click();
    await app.page.waitForFunction(
      () => Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow') ?? 0) > 0,
      undefined,
      { polling: 20 },
    );
    await kill(app, 'duckdb');
    await app.ready(120_000);
    const disturbed = await app.figures();
    expect(disturbed).toMatchObject({ 'ledger.rows_used': rows, 'overview.customers': 20_011 });

    const undisturbed = await app.load(big, { timeout: 120_000 });
    expect(disturbed).toEqual(undisturbed);
  });

  it('in the middle of a query: the same, and nothing stays busy', async () => {
    const before = await app.figures();
    await app.openSettings();
    await app.control('duplicates').selectOption('drop');
    expect(await app.state()).toBe('busy');
    await kill(app, 'duckdb');
    await app.hook('notice').first().waitFor({ timeout: 30_000 });
    await app.ready(120_000);
    await app.set('duplicates', 'keep');
    expect(await app.figures()).toEqual(before);
  });

  it('the reader dies: the next file is read by another one', async () => {
    await kill(app, 'reader');
    const f = await app.load(small);
    expect(f['overview.value']).toBe(10);
  });
});

describe('an import that is stopped or whose file changes', () => {
  it('cancel of 60 MB returns soon and leaves what was open', async () => {
    await site.on(async (app) => {
      const small = sheet('small.csv', 'customer id,order date,amount\nA,2024-01-01,5\nB,2024-01-02,4\n');
      const before = await app.load(small);
      await app.choose(big, { timeout: 60_000 });
      await app.hook('import-accept').click();
      await app.until('importing');
      // Not before the engine works on it.
      await app.page.waitForFunction(
        () => Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow') ?? 0) > 0,
        undefined,
        { polling: 20 },
      );
      await app.hook('import-cancel').click();
      await app.until('mapping', 5_000);
      expect(await app.hook('import-accept').isEnabled(), 'the import can be started again').toBe(true);
      await app.hook('import-cancel').click();
      await app.ready();
      expect(await app.figures()).toEqual(before);
      await app.set('returns', 'ignore');
      expect((await app.figures())['overview.value']).toBe(9);
    });
  });

  it('says when the file has changed on disk, and keeps what was open', async () => {
    const path = join(folder, 'moving.csv');
    await writeFile(path, 'customer id,order date,amount\nA,2024-01-01,5\nB,2024-01-02,4\n');
    const app = await site.open({ init: recording });
    try {
      const before = await app.load(path);
      await app.choose(path);
      await appendFile(path, 'C,2024-01-03,7\n');
      await app.hook('import-accept').click();
      await app.until('error');
      expect(await app.code()).toBe('engine');
      expect(await app.message()).toMatch(/changed on disk/);
      expect(await app.figures()).toEqual(before);
      // Meanwhile the database dies too: its tables cannot be made again from a file that is another one.
      await app.hook('error').getByRole('button').last().click();
      await app.ready();
      await kill(app, 'duckdb');
      await app.until('error');
      expect(await app.message()).toMatch(/changed on disk/);
      const f = await app.load(path);
      expect(f['overview.value']).toBe(16);
    } finally {
      await app.close();
    }
  });
});
