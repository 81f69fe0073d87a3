import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NotReadable, PreviewRow, Reading, Survey } from '../../../src/ingest/types.ts';
import { plan } from '../../../src/shell/node/plan.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What the page says of a file, written beside it. */
interface Expected {
  readonly error?: NotReadable;
  readonly reading?: Reading;
  readonly ask?: readonly string[];
  readonly header?: readonly string[];
  readonly survey?: Partial<Survey>;
  readonly first?: PreviewRow;
  /**
   * Where the whole file is more than its text: another format, or for the script, a table without rows, of which the
   * page has nothing to show.
   */
  readonly opened?: Readonly<Record<string, unknown>>;
}

interface Line {
  readonly file: string;
  readonly path?: readonly string[];
  readonly error?: { readonly code: string };
  readonly counts?: Readonly<Record<string, number | null>>;
  readonly columns?: readonly { readonly header: string; readonly role: string }[];
  readonly [key: string]: unknown;
}

let out = '';
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'plan-'));
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

async function run(args: readonly string[]): Promise<{ code: number; lines: Line[] }> {
  const lines: Line[] = [];
  const code = await plan(args, {
    say: (line) => lines.push(JSON.parse(line) as Line),
    resolve: (name) => join(fixtures, name),
  });
  return { code, lines };
}

const written = (name: string): string[][] => {
  const text = readFileSync(join(out, name), 'utf8');
  return text === '' ? [] : Papa.parse<string[]>(text.replace(/\n$/, ''), { delimiter: ',' }).data;
};

const sumOf = (counts: Line['counts']): number =>
  ['header', 'preamble', 'blank', 'footer', 'data'].reduce((sum, key) => sum + Number(counts?.[key]), 0);

describe('the plan script on every odd text file', () => {
  const names = readdirSync(join(fixtures, 'csv'))
    .filter((name) => name.endsWith('.csv'))
    .map((name) => name.slice(0, -4));
  const cases = names.map((name) => ({
    name,
    page: JSON.parse(readFileSync(join(fixtures, 'csv', `${name}.plan.json`), 'utf8')) as Expected,
  }));
  let lines: Line[] = [];
  let code = -1;
  beforeAll(async () => {
    const target = join('..', '..', '..', '..', '..', '..', '..', '..', out);
    ({ code, lines } = await run([...names.map((name) => `csv/${name}.csv`), '--out', target]));
  });

  it('prints one line for each, in the order of the arguments, and fails for those that are no table', () => {
    expect(lines.map((line) => line.file)).toEqual(names.map((name) => `csv/${name}.csv`));
    expect(code).toBe(1);
  });

  it.each(cases.filter(({ page }) => page.reading))('reads $name as the page does', ({ name, page }) => {
    const line = lines[names.indexOf(name)]!;
    const reading = page.reading!;
    expect(line).toMatchObject({
      path: [],
      kind: 'text',
      encoding: reading.encoding,
      delimiter: reading.delimiter,
      quote: reading.quote,
      escape: reading.escape ?? null,
      decimal: reading.decimal,
      thousands: reading.thousands,
      date_order: reading.dateOrder,
      header_row: reading.headerRow,
      ask: page.ask,
    });
    const { records, data, header, preamble, blank, footer, short, long } = page.survey!;
    expect(line.counts).toMatchObject({ records, data, header, preamble, blank, footer, short, long });
    expect(sumOf(line.counts)).toBe(line.counts?.['records']);
    expect(line.columns?.map((column) => column.header)).toEqual(page.header);

    const rows = written(`${name}.csv`);
    expect(rows.length).toBe(1 + (data ?? 0));
    expect(rows[1]).toEqual(page.first?.cells);
    if (reading.headerRow === null) expect(rows[0]).toEqual(page.header?.map((_, i) => `col_${i}`));
  });

  it.each(cases.filter(({ page }) => page.error))('says what is wrong with $name', ({ name, page }) => {
    const line = lines[names.indexOf(name)]!;
    if (page.opened) {
      expect(line).toMatchObject(page.opened);
      return;
    }
    expect(line.error).toEqual(page.error);
    expect(existsSync(join(out, `${name}.csv`))).toBe(page.error?.code === 'empty');
  });
});

describe('the plan script', () => {
  it('writes the header of a table without rows', () => {
    expect(written('header_only.csv').length).toBe(1);
  });

  it('prints a line and writes a file for each table of a file', async () => {
    const target = join('..', '..', '..', '..', '..', '..', '..', '..', out);
    const { code, lines } = await run(['formats/several.json', 'formats/gb18030.csv.gz', `--out=${target}`]);
    expect(code).toBe(0);
    expect(lines.map((line) => line.path)).toEqual([['orders'], ['inner.clients'], []]);
    for (const line of lines) expect(sumOf(line.counts)).toBe(line.counts?.['records']);
    expect(written('several.orders.csv')[0]).toEqual(lines[0]?.columns?.map((column) => column.header));
    expect(written('several.inner.clients.csv').length).toBe(1 + Number(lines[1]?.counts?.['data']));
    expect(written('gb18030.csv')[0]).toEqual(['客户', '金额']);
  });

  it('names roles, shape and problems', async () => {
    const { lines } = await run(['csv/ragged.csv']);
    expect(lines[0]?.columns?.every(({ role }) => typeof role === 'string')).toBe(true);
    expect(lines[0]).toMatchObject({ shape: expect.any(String) as string });
    const kinds = (lines[0]?.['problems'] as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['short_row', 'long_row']));
  });

  it('goes on behind a file that is not there', async () => {
    const { code, lines } = await run(['csv/nowhere.csv', 'csv/plain.csv']);
    expect(code).toBe(1);
    expect(lines[0]).toEqual({ file: 'csv/nowhere.csv', path: [], error: { code: 'not_found' } });
    expect(lines[1]?.error).toBeUndefined();
  });

  it('asks for files', async () => {
    expect((await run([])).code).toBe(2);
    expect((await run(['csv/plain.csv', '--out'])).code).toBe(2);
  });

  it('runs as `npm run plan` does, wherever it is called from', () => {
    const said = execFileSync(process.execPath, [join(root, 'src/shell/node/run.mjs'), 'plain.csv'], {
      cwd: root,
      env: { ...process.env, INIT_CWD: join(fixtures, 'csv') },
      encoding: 'utf8',
    });
    expect(JSON.parse(said)).toMatchObject({ file: 'plain.csv', header_row: 1 });
  });
});
