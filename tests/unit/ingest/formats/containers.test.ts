import { readFileSync } from 'node:fs';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { crc32 } from '../../../../src/ingest/formats/crc32.ts';
import { gunzip } from '../../../../src/ingest/formats/gunzip.ts';
import { mostBytes } from '../../../../src/ingest/formats/limits.ts';
import { collected } from '../../../../src/ingest/formats/pieces.ts';
import { zipEntries } from '../../../../src/ingest/formats/zip.ts';
import { blobReader } from '../../../../src/ingest/reader.ts';

const ignore = (): void => undefined;
const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

interface Made {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the directory claims instead of the truth. */
  readonly size?: number;
  readonly crc?: number;
  readonly method?: number;
}

/** A zip as APPNOTE describes it, so that a test can also write a wrong one. */
function zip(files: readonly Made[]): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { name, content, size, crc, method = 8 } of files) {
    const packed = Uint8Array.from(method === 8 ? deflateRawSync(content) : content);
    const title = encode(name);
    const head = new DataView(new ArrayBuffer(26));
    head.setUint16(0, 20, true);
    head.setUint16(2, 0x800, true);
    head.setUint16(4, method, true);
    head.setUint32(10, crc ?? crc32(content, 0), true);
    head.setUint32(14, packed.length, true);
    head.setUint32(18, size ?? content.length, true);
    head.setUint16(22, title.length, true);
    const common = new Uint8Array(head.buffer);
    const tail = new DataView(new ArrayBuffer(14));
    tail.setUint32(10, offset, true);
    parts.push(encode('PK\x03\x04'), common, title, packed);
    directory.push(encode('PK\x01\x02\x14\0'), common, new Uint8Array(tail.buffer), title);
    offset += 30 + title.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = new DataView(new ArrayBuffer(18));
  end.setUint16(4, files.length, true);
  end.setUint16(6, files.length, true);
  end.setUint32(8, size, true);
  end.setUint32(12, offset, true);
  return new Blob([...parts, ...directory, encode('PK\x05\x06'), end.buffer]);
}

const contents = (file: Blob, name = 'a.zip'): Promise<unknown> => blobReader.contents(file, name);
const reason = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: { reason?: unknown }) => error.reason ?? error,
  );

it('computes the check sum of the published test vector', () => {
  // RFC 3720 B.4 lists CRC32C; for CRC-32 the catalogue of parametrised CRC algorithms gives cbf43926.
  expect(crc32(encode('123456789'), 0)).toBe(0xcbf43926);
});

it('never gives text whose check sum does not agree', async () => {
  const content = encode('a,b\n1,2\n');
  const stored = zip([{ name: 'a.csv', content, method: 0, crc: 1 }]);
  expect(await reason(contents(stored))).toMatchObject({ code: 'broken', looksLike: 'zip' });

  const packed = Uint8Array.from(gzipSync(encode('a,b\n1,2\n'.repeat(1000))));
  packed[packed.length - 6]! ^= 1;
  expect(await reason(contents(new Blob([packed]), 'a.gz'))).toMatchObject({
    code: 'broken',
    looksLike: 'gzip',
  });
});

it('calls a cut file broken', async () => {
  const whole = Uint8Array.from(gzipSync(encode('a,b\n1,2\n'.repeat(1000))));
  for (const length of [12, whole.length - 20, whole.length - 8, whole.length - 3])
    expect(await reason(contents(new Blob([whole.slice(0, length)]), 'a.gz'))).toMatchObject({
      code: 'broken',
    });
  const archive = zip([{ name: 'a.csv', content: encode('a,b\n1,2\n'.repeat(1000)) }]);
  expect(await reason(contents(archive.slice(0, archive.size - 30)))).toMatchObject({ code: 'broken' });
});

it('refuses a file that says it unpacks to more than fits, before unpacking', async () => {
  const bomb = zip([{ name: 'a.csv', content: encode('a,b\n1,2\n'), size: 0xfffffffe }]);
  expect(await reason(contents(bomb))).toEqual({ code: 'too_large', bytes: 0xfffffffe, limit: mostBytes });
});

it('stops at the levels of archives in archives', async () => {
  let inner = encode('a,b\n1,2\n') as Uint8Array;
  for (let level = 0; level < 6; level++) inner = new Uint8Array(await zip([{ name: level ? 'x.zip' : 'a.csv', content: inner }]).arrayBuffer()); // prettier-ignore
  expect(await reason(contents(new Blob([Uint8Array.from(inner)])))).toMatchObject({
    code: 'broken',
    looksLike: 'zip',
  });
});

it('finds the directory behind a comment and other bytes', async () => {
  const archive = zip([{ name: '文件.csv', content: encode('a,b\n1,2\n') }]);
  const moved = new Blob(['something before', archive]);
  expect((await zipEntries(moved)).map(({ name }) => name)).toEqual(['文件.csv']);
  const parts = await blobReader.contents(archive, 'a.zip');
  const { blob } = await blobReader.extract(archive, 'a.zip', parts[0]!, ignore);
  expect(await blob.text()).toBe('a,b\n1,2\n');
});

it('unpacks as zlib packed, over several members and pieces', async () => {
  const texts = [1, 300_000, 5].map((n) => Array.from({ length: n }, (_, i) => `${i * 7919},x\n`).join(''));
  const file = new Blob(texts.map((text) => Uint8Array.from(gzipSync(text))));
  expect(await (await collected(gunzip(file, ignore), ignore)).text()).toBe(texts.join(''));
});

it('refuses what is no table', async () => {
  for (const [bytes, looksLike] of [['%PDF-1.7 x', 'pdf'], ['\x89PNG\r\n\x1a\n', 'image'], ['<!doctype html><p>', 'html']] as const) // prettier-ignore
    expect(await reason(contents(new Blob([Uint8Array.from(bytes, (c) => c.charCodeAt(0))]), 'a'))).toEqual({ code: 'not_table', looksLike }); // prettier-ignore
});

it('stops when it is told to', async () => {
  const name = 'nested.zip';
  const file = new Blob([readFileSync(new URL(`../../../fixtures/formats/${name}`, import.meta.url))]);
  await expect(blobReader.contents(file, name, AbortSignal.abort())).rejects.toMatchObject({
    name: 'AbortError',
  });
});
