import { readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { contentSecurityPolicy } from '../../../vite.config.ts';
import { isoDay } from '../../../src/base/day.ts';
import { systemClock } from '../../../src/shell/clock.ts';
import { missingFeatures } from '../../../src/shell/duckdb/support.ts';
import { fetchInflated } from '../../../src/shell/duckdb/inflate.ts';
import { localStore } from '../../../src/shell/store.ts';
import { gzipSync } from 'node:zlib';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('sends the same policy from hosts that read _headers as the page carries', () => {
  const headers = readFileSync(new URL('../../../public/_headers', import.meta.url), 'utf8');
  expect(/Content-Security-Policy: (.*)/.exec(headers)?.[1]).toBe(contentSecurityPolicy);
});

it('takes today from the local calendar', () => {
  vi.useFakeTimers({ now: new Date(2024, 1, 29, 23, 59) });
  expect(isoDay(systemClock.today())).toBe('2024-02-29');
});

it('keeps settings in localStorage', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  localStore().set('theme', 'dark');
  expect(localStore().get('theme')).toBe('dark');
  expect(localStore().get('language')).toBeNull();
  expect([...kept.keys()]).toEqual(['vital-few:theme']);
});

it('keeps settings for the page when there is no localStorage, or it is full', () => {
  const refuse = (): never => {
    throw new DOMException('no', 'SecurityError');
  };
  for (const storage of [undefined, { getItem: refuse, setItem: refuse }]) {
    vi.stubGlobal('localStorage', storage);
    const store = localStore();
    expect(store.get('theme')).toBeNull();
    store.set('theme', 'dark');
    expect(store.get('theme')).toBe('dark');
  }
});

it('names what is missing', () => {
  vi.stubGlobal('Worker', class {});
  expect(missingFeatures()).toEqual([]);
  vi.stubGlobal('DecompressionStream', undefined);
  vi.stubGlobal('WebAssembly', { validate: () => false });
  expect(missingFeatures()).toEqual(['WebAssembly exceptions', 'DecompressionStream']);
});

const served = (bytes: Uint8Array<ArrayBuffer>, size: number): Response =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.subarray(at, at + size));
        controller.close();
      },
    }),
  );

it.each([1, 7, 1e6])(
  'inflates what is compressed and leaves what is not, in pieces of %i bytes',
  async (size) => {
    const plain = new TextEncoder().encode('some text '.repeat(100));
    const compressed = new Uint8Array(gzipSync(plain));
    for (const bytes of [plain, compressed]) {
      let received = 0;
      vi.stubGlobal('fetch', async () => served(bytes, size));
      const asset = { url: 'x', bytes: bytes.length };
      const blob = await fetchInflated(
        asset,
        'application/wasm',
        (n) => (received += n),
        new AbortController().signal,
      );
      expect(new Uint8Array(await blob.arrayBuffer())).toEqual(plain);
      expect([blob.type, received]).toEqual(['application/wasm', bytes.length]);
    }
  },
);

it('says which file could not be fetched', async () => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }));
  const asset = { url: 'assets/x.bin', bytes: 1 };
  await expect(fetchInflated(asset, '', () => undefined, new AbortController().signal)).rejects.toThrow(
    'assets/x.bin: HTTP 404',
  );
});
