import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blobReader } from '../../../../src/ingest/reader.ts';
import type { ExtractNote, NotReadable, Part } from '../../../../src/ingest/types.ts';

const folder = new URL('../../../fixtures/formats/', import.meta.url);

interface Expected extends Partial<Part> {
  readonly path: readonly string[];
  readonly text: string;
  readonly encoding?: string;
  readonly names?: readonly string[] | null;
  readonly notes?: readonly ExtractNote[];
}

const expectedOf = (name: string): Expected[] | NotReadable =>
  JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8')) as Expected[] | NotReadable;

const fileOf = (name: string): File =>
  new File([readFileSync(new URL(name, folder))], name, { lastModified: 1 });

const names = readdirSync(folder).filter((name) => !/\.(expected\.json|py)$/.test(name));

describe.each(names)('%s', (name) => {
  const expected = expectedOf(name);

  if (!Array.isArray(expected)) {
    it('is refused with its reason', async () => {
      const reading = blobReader
        .contents(fileOf(name), name)
        .then((parts) => blobReader.extract(fileOf(name), name, parts[0]!, () => undefined));
      await expect(reading).rejects.toMatchObject({ name: 'ReadError', reason: expected });
    });
    return;
  }

  it('lists its tables', async () => {
    const parts = await blobReader.contents(fileOf(name), name);
    expect(parts.map(({ path }) => path)).toEqual(expected.map(({ path }) => path));
    for (const [
      i,
      { text: _text, names: _names, notes: _notes, encoding: _encoding, ...part },
    ] of expected.entries())
      expect(parts[i]).toMatchObject(part);
  });

  it('gives the text that other programs wrote', async () => {
    const file = fileOf(name);
    const parts = await blobReader.contents(file, name);
    for (const [i, want] of expected.entries()) {
      const progress: number[] = [];
      const got = await blobReader.extract(file, name, parts[i]!, (fraction) => progress.push(fraction));
      const text = new TextDecoder(want.encoding ?? 'utf-8').decode(await got.blob.arrayBuffer());
      expect(text).toBe(want.text);
      if (want.names !== undefined) expect(got.names).toEqual(want.names);
      if (want.notes) expect([...got.notes].sort((a, b) => a.kind.localeCompare(b.kind))).toEqual([...want.notes].sort((a, b) => a.kind.localeCompare(b.kind))); // prettier-ignore
      expect(progress.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
      const header = got.names ? { headerRow: null } : {};
      if (parts[i]!.kind !== 'text') expect(got.fixed).toMatchObject({ encoding: 'utf-8', ...header });
    }
  });
});

it('numbers records as the sheet numbers its rows', async () => {
  const name = 'chinese.xlsx';
  const file = fileOf(name);
  const [part] = await blobReader.contents(file, name);
  const { blob, fixed, names: known } = await blobReader.extract(file, name, part!, () => undefined);
  const looked = await blobReader.inspect(blob, fixed, known);
  expect(looked.reading).toMatchObject({ ...fixed, headerRow: 2 });
  expect(looked.columns.map(({ header }) => header)).toEqual(part!.signature!.split('\t'));
  expect(looked.preamble.map(({ record }) => record)).toEqual([1]);
  const rows = await blobReader.records(blob, looked.reading, [4, 7]);
  expect(rows.map(({ record, cells }) => [record, cells[0]])).toEqual([
    [4, '000124'],
    [7, '123456789012346000'],
  ]);
});
