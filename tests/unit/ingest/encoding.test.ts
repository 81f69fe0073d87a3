import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decoderOf } from '../../../src/ingest/decoder.ts';
import { encodings, guessEncoding, guessLegacy } from '../../../src/ingest/encoding.ts';
import { headText, utf8 } from '../../../src/ingest/source.ts';
import type { Decoding } from '../../../src/ingest/source.ts';
import type { ReadError } from '../../../src/ingest/types.ts';
import { shapeOf, Utf8Check } from '../../../src/ingest/utf8.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const encoder = new TextEncoder();
const joined = (...parts: (string | Uint8Array)[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part))),
  );
const lines = (n: number, line: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => `${line(i)}\n`).join('');

/** Business tables in thirty languages; text and bytes by Python's codecs (tests/fixtures/encodings/tables.py). */
interface Table {
  readonly language: string;
  readonly codec: string;
  readonly beyondAscii: number;
  readonly text: string;
  readonly bytes: string;
}
const tables = (JSON.parse(readFileSync('tests/fixtures/encodings/tables.json', 'utf8')) as Table[]).map(
  (table) => ({ ...table, bytes: new Uint8Array(Buffer.from(table.bytes, 'base64')) }),
);
const table = (language: string, codec: string): (typeof tables)[number] =>
  tables.find((each) => each.language === language && each.codec === codec && each.beyondAscii >= 20)!;

const reads = (all: Uint8Array, whole = true): string =>
  decoderOf(guessEncoding(all, whole)).decode(all, false);

describe('guessEncoding', () => {
  const enough = tables.filter((each) => each.beyondAscii >= 20);
  it.each(enough.map((each) => [each.language, each.codec, each.beyondAscii, each] as const))(
    'reads %s in %s, %i characters beyond ASCII',
    (_language, _codec, _n, each) => expect(reads(each.bytes).normalize()).toBe(each.text.normalize()),
  );

  it('reads at least nine in ten tables with only 4 to 19 characters beyond ASCII', () => {
    const few = tables.filter((each) => each.beyondAscii < 20);
    const right = few.filter((each) => reads(each.bytes).normalize() === each.text.normalize());
    expect(few.length).toBeGreaterThan(40);
    expect(right.length / few.length).toBeGreaterThanOrEqual(0.9);
  });

  it.each([
    ['gb18030', [0xc0, 0xee], '李'],
    ['gb18030', [0xc4, 0xd0], '男'],
    ['gb18030', [0xc5, 0xae, 0x0a, 0xc4, 0xd0], '女\n男'],
    ['windows-1252', [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72], 'Müller'],
  ])('%s from a single word: %j', (encoding, word, text) => {
    const all = joined('id,name,amount\n1,', bytes(...word), ',5\n');
    expect(guessEncoding(all, true)).toBe(encoding);
    expect(reads(all)).toBe(`id,name,amount\n1,${text},5\n`);
  });

  it('knows byte order marks', () => {
    expect(guessEncoding(bytes(0xef, 0xbb, 0xbf, 0x61), true)).toBe('utf-8');
    expect(guessEncoding(bytes(0xff, 0xfe, 0x61, 0), true)).toBe('utf-16le');
    expect(guessEncoding(bytes(0xfe, 0xff, 0, 0x61), true)).toBe('utf-16be');
  });

  const remark = '客户名称备注说明文字很长没有任何标点符号的一段中文内容上海北京广州深圳'.repeat(4);
  it.each([
    '客户,金额\n张三,5\n',
    `${remark}\r\n${remark}\r\n`,
    'a,b\n1,2\n',
    '이름,금액\n김철수,5\n',
    'Имя;Сумма\nИ;5\n',
  ])('knows UTF-16 without a mark: %.12s', (text) => {
    const little = new Uint8Array(Buffer.from(text, 'utf16le'));
    expect(guessEncoding(little, true)).toBe('utf-16le');
    expect(guessEncoding(new Uint8Array(Buffer.from(little).swap16()), true)).toBe('utf-16be');
  });

  it('takes ASCII with stray NUL bytes for ASCII', () => {
    expect(guessEncoding(encoder.encode('a,b\n1,\0\n2,3\n'), true)).toBe('utf-8');
    expect(guessEncoding(encoder.encode(lines(20, () => 'abc\0\0\0\0\0')), true)).toBe('utf-8');
  });

  it.each([
    ['utf-32le', [0xff, 0xfe, 0, 0, 97, 0, 0, 0]],
    ['utf-32be', [0, 0, 0xfe, 0xff, 0, 0, 0, 97]],
    ['utf-32le', [97, 0, 0, 0, 44, 0, 0, 0, 10, 0, 0, 0]],
  ])('refuses %s by name', (encoding, values) => {
    expect(() => guessEncoding(bytes(...values), true)).toThrowError(
      expect.objectContaining({ reason: { code: 'encoding', encoding, byte: 0 } }) as ReadError,
    );
  });

  it('shows a cut character only where the file ends with it', () => {
    const cut = encoder.encode('a,中').subarray(0, 4);
    expect(guessEncoding(cut, false)).toBe('utf-8');
    expect(headText(cut, false, 'utf-8')).toBe('a,');
    expect(guessEncoding(cut, true)).toBe('utf-8');
    expect(headText(cut, true, 'utf-8')).toBe('a,\ufffd');
  });

  it('offers only encodings that the platform decodes', () => {
    for (const encoding of encodings) expect(new TextDecoder(encoding).encoding).toBe(encoding);
  });
});

/** The whole file as text, read in pieces of a size. */
async function read(
  all: Uint8Array,
  encoding: string,
  size = 1 << 22,
): Promise<{ text: string; seen: Decoding }> {
  let text = '';
  const seen: Decoding = { bytes: 0, replaced: 0, lineBreaks: () => text.split('\n').length - 1 };
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < all.length; at += size) yield Promise.resolve(all.subarray(at, at + size));
  };
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const piece of utf8(await Promise.resolve(pieces()), encoding, seen, () => undefined))
    text += decoder.decode(piece, { stream: true });
  const { lineBreaks: _, ...rest } = seen;
  return { text, seen: rest };
}

describe('files whose parts differ', () => {
  const pairs = [
    ['zh-Hans', 'gb18030', 'gb18030'],
    ['zh-Hant', 'cp950', 'big5'],
    ['ja', 'cp932', 'shift_jis'],
    ['ko', 'cp949', 'euc-kr'],
    ['de', 'cp1252', 'windows-1252'],
    ['ru', 'cp1251', 'windows-1251'],
    ['pl', 'cp1250', 'windows-1250'],
  ] as const;

  it.each(pairs)('%s: UTF-8, then %s', async (language, codec, encoding) => {
    const { text, bytes: legacy } = table(language, codec);
    const all = joined(text, legacy);
    expect(guessEncoding(all, true)).toBe('utf-8');
    const whole = await read(all, 'utf-8');
    expect(whole.text).toBe(text + text);
    expect(whole.seen.mixed?.encoding).toBe(encoding);
    expect(whole.seen.mixed?.firstLine).toBeGreaterThanOrEqual(text.split('\n').length);
    expect(whole.seen.replaced).toBe(0);
    expect(headText(all, true, 'utf-8')).toBe(text + text);
    for (const size of [1, 7, 100]) expect(await read(all, 'utf-8', size)).toEqual(whole);
  });

  it.each(pairs)('%s: %s, then UTF-8', async (language, codec, encoding) => {
    const { text, bytes: legacy } = table(language, codec);
    const all = joined(legacy, text);
    for (const read_ of [guessEncoding(all, true), encoding]) {
      const whole = await read(all, read_);
      expect(whole.text).toBe(text + text);
      expect(whole.seen.mixed?.encoding).toBe(read_ === 'utf-8' ? encoding : 'utf-8');
      expect(await read(all, read_, 7)).toEqual(whole);
    }
  });

  it.each(pairs)('%s alone in %s is not called mixed', async (language, codec, encoding) => {
    const { text, bytes: legacy } = table(language, codec);
    const { text: found, seen } = await read(legacy, encoding);
    expect(found).toBe(text);
    expect(seen.mixed).toBeUndefined();
  });

  it('counts the lines in the other encoding from the first one', async () => {
    const line = joined('9,', bytes(0xd5, 0xc5, 0xc8, 0xfd), ',5\n');
    const all = joined(
      lines(300, (i) => `${i},王小明,5`),
      line,
      '10,a,5\n',
      line,
      lines(9, (i) => `${i},李四,5`),
    );
    const { text, seen } = await read(all, 'utf-8');
    expect(seen.mixed).toEqual({ encoding: 'gb18030', firstLine: 301, lines: 2 });
    expect(text.split('\n').slice(300, 303)).toEqual(['9,张三,5', '10,a,5', '9,张三,5']);
  });
});

describe('files that stop being UTF-8 late', () => {
  const chinese = lines(20_000, (i) => `${i},王小明,上海市,5`);
  it.each([
    ['a cut character', [0xe7, 0x8e, 0x8b, 0xe6, 0x98], '王\ufffd'],
    ['a cut character alone', [0xe6, 0x98], '\ufffd'],
    ['a byte that is none', [0xff], '\ufffd'],
  ])('%s is replaced and counted', async (_name, wrong, shown) => {
    const all = joined(chinese, '1,', bytes(...wrong), ',x\n', chinese);
    expect(guessEncoding(all.subarray(0, 524_288), false)).toBe('utf-8');
    const { text, seen } = await read(all, 'utf-8');
    expect(text).toBe(`${chinese}1,${shown},x\n${chinese}`);
    expect(seen).toMatchObject({ replaced: 1, bytes: all.length });
    expect(seen.mixed).toBeUndefined();
  });

  it('one patched line is read for what it is', async () => {
    const all = joined(
      lines(20_000, (i) => `${i},Müller,Köln,5`),
      'x,M',
      bytes(0xfc),
      'ller,5\n',
    );
    const { text, seen } = await read(all, 'utf-8');
    expect(text.slice(-12)).toBe('x,Müller,5\n'.padStart(12, '\n'));
    expect(seen.mixed).toEqual({ encoding: 'windows-1252', firstLine: 20_001, lines: 1 });
  });

  // 0xd5 might begin a character of two bytes; the next byte is the first that is wrong.
  it('a file that was ASCII until then is refused with the place, for another guess', async () => {
    const ascii = lines(20_000, (i) => `${i},Smith,5`);
    const all = joined(ascii, '1,', bytes(0xd5, 0xc5, 0xc8, 0xfd), ',5\n', ascii);
    await expect(read(all, 'utf-8')).rejects.toMatchObject({
      reason: { code: 'encoding', encoding: 'utf-8', byte: ascii.length + 3 },
    });
    expect(guessLegacy(all.subarray(ascii.length))).toBe('gb18030');
    expect((await read(all, 'gb18030')).text).toBe(`${ascii}1,张三,5\n${ascii}`);
  });

  it('keeps any UTF-8 as it is, in any pieces', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((each) => `${each}\r\n${each}\n`);
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (value, size) => {
        const { text: found, seen } = await read(encoder.encode(value), 'utf-8', size);
        expect(found).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(encoder.encode(value)));
        expect(seen.mixed).toBeUndefined();
      }),
    );
  });
});

describe('decoderOf', () => {
  it('reads windows-1252 by the Encoding Standard in Node as well', () => {
    expect(decoderOf('windows-1252').decode(bytes(0x80, 0x93, 0xfc, 0x9f, 0x81), false)).toBe('€“üŸ\x81');
  });
});

describe('Utf8Check and shapeOf', () => {
  it('agree with a fatal TextDecoder on any bytes, in any pieces', () => {
    const byte = fc.oneof(
      fc.nat(255),
      fc.constantFrom(0x61, 0xc3, 0xa9, 0xe4, 0xb8, 0xad, 0xf0, 0x9f, 0x98, 0x80, 0xed, 0xa0, 0xe0),
    );
    const decodes = (all: Uint8Array): boolean => {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(all);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 8 }), fc.nat(8), (values, at) => {
        const all = new Uint8Array(values);
        const check = new Utf8Check();
        const wrong = [check.push(all.subarray(0, at)), check.push(all.subarray(at)), check.finish()];
        expect(wrong.every((position) => position < 0)).toBe(decodes(all));
        expect(shapeOf(all).wrong === 0).toBe(decodes(all));
      }),
      { numRuns: 3000 },
    );
  });
});
