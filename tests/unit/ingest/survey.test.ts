import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blobReader } from '../../../src/ingest/reader.ts';
import { survey } from '../../../src/ingest/survey.ts';
import { ReadError } from '../../../src/ingest/types.ts';
import type { Reading } from '../../../src/ingest/types.ts';

const reading: Reading = {
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  decimal: '.',
  thousands: ',',
  dateOrder: 'ymd',
  headerRow: 1,
};
const ignore = (): void => undefined;
const count = (text: BlobPart, chosen: Partial<Reading> = {}) =>
  blobReader.survey(new Blob([text]), { ...reading, ...chosen }, ignore);
const reason = async (promise: Promise<unknown>) => {
  const error = await promise.then(() => null, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ReadError);
  return (error as ReadError).reason;
}; // prettier-ignore

describe('survey', () => {
  it('accounts for every record, whatever the bytes', async () => {
    const wild = fc.string({
      unit: fc.constantFrom('"', ',', '\n', '\r', 'x', ' ', '中', '合计', 'Note: a b', '1'),
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(wild, fc.constantFrom(null, 1, 2, 3), async (text, headerRow) => {
        const s = await count(text, { headerRow });
        expect(s.data + s.header + s.preamble + s.blank + s.footer).toBe(s.records);
        expect(s.short + s.long).toBeLessThanOrEqual(s.data);
        expect(s.odd.length).toBe(Math.min(100, s.short + s.long));
        const rewritten = await blobReader.rewrite(new Blob([text]), { ...reading, headerRow }, s, 2, ignore);
        const again = await blobReader.survey(rewritten, { ...reading, headerRow: null }, ignore);
        expect(again.records).toBe(s.data);
        expect([again.short, again.long, again.openQuote]).toEqual([0, 0, null]);
      }),
      { numRuns: 400 },
    );
  });

  it('names short and long records with their lines, up to a hundred', async () => {
    const s = await count(`a,b\n"1\n1",2\n3\n${'4,5\n'.repeat(200)}${'6,7,8\n'.repeat(150)}`);
    expect([s.short, s.long, s.odd.length]).toEqual([1, 150, 100]);
    expect(s.odd.slice(0, 2)).toEqual([
      { record: 3, line: 4, cells: 1 },
      { record: 204, line: 205, cells: 3 },
    ]);
  });

  it('says at which byte a file is not UTF-8', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('a,b\n1,x\n2,'), 0xd5, 0xc5, 0xc8, 0xfd, 10]);
    expect(await reason(count(bytes))).toEqual({ code: 'encoding', encoding: 'utf-8', byte: 11 });
  });

  it('reads UTF-8 with a wrong or a cut character as UTF-8, counts it, and does not call the file regular', async () => {
    const bytes = new TextEncoder().encode('a,b\n1,中\n2,x\n');
    expect(await count(bytes)).toMatchObject({ replaced: 0, mixed: null, regular: true });
    expect(await count(bytes.slice(0, 8))).toMatchObject({ replaced: 1, mixed: null, regular: false });
    bytes[bytes.length - 2] = 0xb9;
    expect(await count(bytes)).toMatchObject({ replaced: 1, mixed: null, regular: false });
  });

  it('says which lines are in another encoding, line breaks inside quotes counted', async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('名称,金额\n"王\n小明",5\n'),
      ...[0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x35, 10],
    ]);
    expect(await count(bytes)).toMatchObject({
      records: 3,
      replaced: 0,
      mixed: { encoding: 'gb18030', firstLine: 4, lines: 1 },
      regular: false,
    });
  });

  it('counts what could not be decoded in another encoding', async () => {
    expect(
      (await count(new Uint8Array([97, 44, 98, 10, 0xff, 44, 49, 10]), { encoding: 'gb18030' })).replaced,
    ).toBe(1);
  });

  it('refuses a file of 20,000 columns, naming the limit', async () => {
    const wide = `${Array.from({ length: 20_000 }, (_, i) => `column${i}`).join()}\n${'1,'.repeat(19_999)}1\n`;
    const expected = { code: 'too_wide', columns: 20_000, limit: 2000 };
    expect(await reason(count(wide))).toEqual(expected);
    expect(await reason(blobReader.inspect(new Blob([wide]), {}))).toEqual(expected);
  });

  it('reports the bytes it has read and stops at the signal', async () => {
    const seen: number[] = [];
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 5; i++) yield new TextEncoder().encode('1,2\n');
    }
    await survey(pieces(), reading, (bytes) => seen.push(bytes));
    expect(seen).toEqual([4, 8, 12, 16, 20]);
    const stop = new AbortController();
    const stopped = survey(pieces(), reading, (bytes) => bytes === 8 && stop.abort(), stop.signal);
    await expect(stopped).rejects.toHaveProperty('name', 'AbortError');
  });

  it('keeps what was chosen when it looks again', async () => {
    const looked = await blobReader.inspect(new Blob(['a;b,c\n1;2,3\n4;5,6\n']), {
      delimiter: ',',
      headerRow: null,
    });
    expect(looked.reading).toMatchObject({ delimiter: ',', headerRow: null });
    expect(looked.columns.map((column) => column.header)).toEqual(['1', '2']);
  });

  it('finds a changed type after the sample', async () => {
    const file = new Blob([`id,x\n${'A,1\n'.repeat(200_000)}B,abc\n`]);
    const looked = await blobReader.inspect(file, {});
    const s = await blobReader.survey(file, looked.reading, ignore);
    expect([s.data, s.regular]).toEqual([200_001, true]);
    expect(await blobReader.records(file, looked.reading, [200_002])).toEqual([
      { record: 200_002, cells: ['B', 'abc'] },
    ]);
  });
});
