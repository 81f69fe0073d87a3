import { readFileSync, readdirSync } from 'node:fs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobReader } from '../../../src/ingest/reader.ts';
import { ReadError } from '../../../src/ingest/types.ts';
import type { NotReadable, PreviewRow, Reading, ReadingKey, Survey } from '../../../src/ingest/types.ts';
import { Duck, importFile } from './duck.ts';

const folder = new URL('../../fixtures/csv/', import.meta.url);

interface Plan {
  readonly note: string;
  readonly error?: NotReadable;
  readonly reading?: Reading;
  readonly ask?: readonly ReadingKey[];
  readonly header?: readonly string[];
  readonly survey?: Partial<Survey>;
  readonly first?: PreviewRow;
  readonly last?: PreviewRow;
  readonly preamble?: readonly string[];
}

const names = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => name.slice(0, -4));
const planOf = (name: string): Plan =>
  JSON.parse(readFileSync(new URL(`${name}.plan.json`, folder), 'utf8')) as Plan;
const fileOf = (name: string): Blob =>
  new Blob([new Uint8Array(readFileSync(new URL(`${name}.csv`, folder)))]);

const all = names.map((name) => ({ name, plan: planOf(name) }));
const cases = all.map(({ name, plan }) => ({ name, plan, note: plan.note }));

describe('files that are no table', () => {
  it.each(cases.filter(({ plan }) => plan.error))('$name: $note', async ({ name, plan }) => {
    const refused = await blobReader.inspect(fileOf(name), {}).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ReadError);
    expect((refused as ReadError).reason).toEqual(plan.error);
  });
});

describe('tables', () => {
  it.each(cases.filter(({ plan }) => plan.reading))('$name: $note', async ({ name, plan }) => {
    const file = fileOf(name);
    const looked = await blobReader.inspect(file, {});
    expect(looked.reading).toEqual(plan.reading);
    expect(looked.ask).toEqual(plan.ask);
    expect(looked.columns.map((column) => column.header)).toEqual(plan.header);
    expect(looked.preview[0]).toEqual(plan.first);
    expect(looked.preview.at(-1)).toEqual(plan.last);
    expect(looked.preamble[0]?.cells.slice(0, plan.preamble?.length) ?? []).toEqual(
      plan.preamble ?? looked.preamble[0]?.cells ?? [],
    );

    const survey = await blobReader.survey(file, looked.reading, () => undefined);
    expect(survey).toMatchObject(plan.survey ?? {});
    expect(survey.data + survey.header + survey.preamble + survey.blank + survey.footer).toBe(survey.records);
    expect(survey.bytes).toBe(file.size);
    expect(survey.replaced).toBe(0);

    const rewritten = await blobReader.rewrite(
      file,
      looked.reading,
      survey,
      looked.columns.length,
      () => undefined,
    );
    const rows = Papa.parse<string[]>((await rewritten.text()).trimEnd(), { delimiter: ',' }).data;
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => looked.columns.length + 2));
    expect(rows.length).toBe(survey.data);
    expect(rows.at(-1)?.[0]).toBe(String(plan.last?.record));

    const wanted = [plan.first?.record ?? 0, plan.last?.record ?? 0].filter(
      (n, i, both) => both.indexOf(n) === i,
    );
    const picked = await blobReader.records(file, looked.reading, wanted);
    expect(picked).toEqual([plan.first, plan.last].slice(0, wanted.length));
  });
});

describe('the engine', () => {
  let duck: Duck;
  beforeAll(async () => {
    duck = await Duck.open();
  });
  afterAll(() => duck.close());

  it.each(cases.filter(({ plan }) => plan.reading))(
    'holds the data records of $name',
    async ({ name, plan }) => {
      const file = fileOf(name);
      const looked = await blobReader.inspect(file, {});
      const survey = await blobReader.survey(file, looked.reading, () => undefined);
      await importFile(duck, file, {});
      expect(await duck.rows('SELECT count(*), min(row_no), max(row_no) FROM lines')).toEqual([
        [String(survey.data), String(plan.first?.record), String(plan.last?.record)],
      ]);
    },
  );
});
