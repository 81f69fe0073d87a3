import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonCells, JsonColumns } from '../../../../src/ingest/formats/jsonCells.ts';
import { jsonLayout } from '../../../../src/ingest/formats/jsonLayout.ts';
import { jsonRecords } from '../../../../src/ingest/formats/jsonRecords.ts';
import { Notes } from '../../../../src/ingest/formats/notes.ts';

/** The text in pieces of `size` bytes. */
async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}

async function read(text: string, size: number): Promise<{ names: string[]; rows: string[][] }> {
  const columns = new JsonColumns();
  const cells = new JsonCells(columns, new Notes());
  const [records] = await jsonLayout(pieces(text, size));
  const rows: string[][] = [];
  for await (const part of jsonRecords(pieces(text, size), records!.from)) rows.push(...cells.records(part));
  return { names: columns.names, rows };
}

const scalar = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)); // prettier-ignore
const key = fc.string({ unit: 'grapheme' }).filter((name) => !name.includes('.'));
const record = fc
  .uniqueArray(key, { minLength: 1, maxLength: 5 })
  .chain((keys) =>
    fc.tuple(...keys.map(() => scalar)).map((values) => keys.map((name, i) => [name, values[i]] as const)),
  );
const objectText = (entries: readonly (readonly [string, unknown])[]): string =>
  `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`;

describe('records of objects', () => {
  it.each(['array', 'lines', 'wrapper'] as const)(
    'are read like JSON.parse does, cut anywhere: %s',
    async (shape) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(record, { minLength: 2, maxLength: 6 }),
          fc.integer({ min: 1, max: 40 }),
          async (list, size) => {
            const texts = list.map(objectText);
            const array = `[${texts.join(',\n ')}]`;
            const text =
              shape === 'array'
                ? array
                : shape === 'lines'
                  ? texts.join('\n')
                  : `{"a":{"b":"[{"},"data":${array}, "z":[1]}`;
            const { names, rows } = await read(text, size);
            expect(rows.length).toBe(list.length);
            list.forEach((entries, i) => {
              for (const [name, value] of entries) {
                const cell = rows[i]![names.indexOf(name)] ?? '';
                // Numbers stay as JSON.stringify wrote them.
                expect(cell).toBe(
                  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value),
                );
              }
            });
          },
        ),
        { numRuns: 150 },
      );
    },
  );

  it.each([
    '[{"a":1',
    '[{"a":1}',
    '{"a":1}\n{"a":',
    '[{"a" 1}]',
    '[{"a":1]',
    '[{"a":"x}]',
    '[{"a":1},2]',
    '[{"a":tru}]',
  ])('are never half read: %s', async (text) => {
    await expect(read(text, 3)).rejects.toMatchObject({ reason: { code: 'broken', looksLike: 'json' } });
  });

  it('say in which record the text is broken', async () => {
    await expect(read('[{"a":1},{"a":2},{"a":nothing}]', 100)).rejects.toMatchObject({
      reason: { detail: 'record 3' },
    });
  });

  it('keep both values of a name that comes twice', async () => {
    expect(await read('[{"a.b":1,"a":{"b":2}}]', 100)).toEqual({ names: ['a.b'], rows: [['1; 2']] });
  });
});
