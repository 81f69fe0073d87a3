import { CFB, write, utils, type WorkSheet } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, decoded, XmlScan } from '../../../../src/ingest/formats/xml.ts';
import { blobReader } from '../../../../src/ingest/reader.ts';
import { TableText, tableText } from '../../../../src/ingest/formats/tableText.ts';

const ignore = (): void => undefined;

async function textOf(bytes: BlobPart, name: string): Promise<string> {
  const file = new Blob([bytes]);
  const parts = await blobReader.contents(file, name);
  return (await blobReader.extract(file, name, parts[0]!, ignore)).blob.text();
}

// No leading or trailing blanks and no line breaks other than LF: XML and the old format treat those differently.
const cell = fc.oneof(
  fc
    .string({
      unit: fc.constantFrom('a', '"', ',', '&', '<', '>', "'", '\n', '中', '𠮷', ';', '0'),
    })
    .filter((text) => text.trim() === text && text !== ''),
  fc.integer({ min: -999_999_999, max: 999_999_999 }),
  fc.boolean(),
);

describe('workbooks that SheetJS writes', () => {
  it.each(['xlsx', 'xls', 'xlsb', 'ods'] as const)('come back cell by cell: %s', async (bookType) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        const sheet: WorkSheet = utils.aoa_to_sheet(rows);
        const bytes = write(
          { SheetNames: ['S'], Sheets: { S: sheet } },
          { type: 'array', bookType, bookSST: true },
        ) as ArrayBuffer;
        const quoted = (value: string | number | boolean): string => {
          const text = typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
          return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        };
        const expected = rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');
        expect(await textOf(bytes, `a.${bookType}`)).toBe(expected);
      }),
      { numRuns: bookType === 'xlsx' ? 100 : 25 },
    );
  });
});

it('says that a workbook is locked, and that one is broken', async () => {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/EncryptionInfo', [4, 0, 4, 0]);
  CFB.utils.cfb_add(
    container,
    '/EncryptedPackage',
    Array.from({ length: 5000 }, (_, i) => i & 255),
  );
  const locked = Uint8Array.from(CFB.write(container, { type: 'array' }) as ArrayLike<number>);
  await expect(textOf(locked, 'a.xlsx')).rejects.toMatchObject({
    reason: { code: 'locked', looksLike: 'xlsx' },
  });
  const cut = locked.slice(0, 600);
  await expect(textOf(cut, 'a.xls')).rejects.toMatchObject({ reason: { code: 'broken', looksLike: 'xls' } });
});

describe('the XML scan', () => {
  it('does not depend on where the text is cut', () => {
    const text = `<?xml version="1.0"?><!-- <c> --><x:a b="1>2" c='"'>t&amp;u<b/><![CDATA[<&>]]>&#x4e2d;</x:a >`;
    const events = (size: number): string => {
      const seen: string[] = [];
      const scan = new XmlScan({
        open: (name, raw) =>
          void seen.push(`<${name}|${attribute(raw, 'b') ?? ''}|${attribute(raw, 'c') ?? ''}>`),
        close: (name) => void seen.push(`</${name}>`),
        text: (piece) => void seen.push(piece),
      });
      for (let at = 0; at < text.length; at += size) scan.push(text.slice(at, at + size));
      return seen.join('');
    };
    const whole = '<a|1>2|">t&u<b||></b><&>中</a>';
    for (let size = 1; size <= text.length; size++) expect(events(size)).toBe(whole);
  });

  it('knows five entities and numbers, and declares none', () => {
    expect(decoded('&lt;&#65;&#x1F600;&bomb;&#xFFFFFFF;')).toBe('<A😀&bomb;&#xFFFFFFF;');
  });
});

describe('the text of a table', () => {
  it('gives every record the same width, however late the widest comes', async () => {
    const blob = await tableText(async (table) => {
      await Promise.resolve();
      for (let i = 0; i < 6000; i++) table.row(i === 10 ? [] : ['a', '', '']);
      table.row(['a', 'b,c', 'd"e']);
      table.row(['', '']);
    }, 'drop');
    const lines = (await blob.text()).split('\n');
    expect(lines.length).toBe(6002);
    expect([lines[0], lines[10], lines[6000], lines[6001]]).toEqual(['a,,', '', 'a,"b,c","d""e"', '']);
  });

  it('keeps blank records at the end where they are counted', async () => {
    const table = new TableText(null);
    for (const row of [['a'], [], ['']]) table.row(row);
    expect(await table.finish('keep').text()).toBe('a\n\n\n');
  });
});
