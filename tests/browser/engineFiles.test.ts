import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drop } from '../support/browser.ts';
import { harnessSite } from './harness/site.ts';

const { onPage } = harnessSite();
let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'engine-test-'));
});

afterAll(() => rm(scratch, { recursive: true, force: true }));

const sum =
  "SELECT sum(v::BIGINT)::BIGINT AS s FROM read_csv('/in/f.csv', auto_detect=false, header=true, columns={'v': 'VARCHAR'})";

it('reads a file of the disk, a new one under its name, and says `file` when it has changed since', async () => {
  await onPage(async ({ page }) => {
    await page.evaluate(() => window.harness.start());
    const path = join(scratch, 'f.csv');
    const choose = async (text: string): Promise<void> => {
      await writeFile(path, text);
      await drop(page, path);
      await page.evaluate(async () => {
        const input = document.querySelector<HTMLInputElement>('input')!;
        await window.harness.engine.register([{ name: 'f.csv', blob: input.files![0]! }]);
      });
    };
    const ask = () => page.evaluate((sql) => window.harness.row(sql), sum);
    await choose('v\n1\n2\n');
    expect(await ask()).toEqual([3]);
    await choose('v\n3\n4\n');
    expect(await ask()).toEqual([7]);
    await writeFile(path, `v\n${'9\n'.repeat(1000)}`);
    const outcome = await page.evaluate(
      (sql) => window.harness.outcome(window.harness.engine.query(sql)),
      sum,
    );
    expect(outcome).toMatchObject({ fault: 'file' });
    expect(await page.evaluate(() => window.harness.row('SELECT 1::BIGINT AS v'))).toEqual([1]);
    await choose('v\n5\n');
    expect(await ask()).toEqual([5]);
  });
});

it('hands text to the user as a file, in UTF-8', async () => {
  await onPage(async ({ page, errors }) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.evaluate(() => window.harness.saveFile('客户.csv', '编号\n1\n', 'text/csv')),
    ]);
    expect(download.suggestedFilename()).toBe('客户.csv');
    expect(await readFile(await download.path(), 'utf8')).toBe('编号\n1\n');
    expect(errors).toEqual([]);
  });
});
