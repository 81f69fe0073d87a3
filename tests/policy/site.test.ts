import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { filesBelow } from './site.mjs';

const dist = path.resolve('dist');
const built = existsSync(path.join(dist, 'index.html'));

function site(): string[] {
  if (!built) throw new Error('dist/ is missing: run `npm run build` before these tests');
  return filesBelow(dist);
}
const text = (file: string): string => readFileSync(path.join(dist, file), 'utf8');

/** What a file says once it is inflated; '' for fonts, pictures and WebAssembly. */
function words(file: string): string {
  const bytes = readFileSync(path.join(dist, file));
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  return plain.subarray(0, 8000).includes(0) ? '' : plain.toString('utf8');
}

/**
 * Addresses that libraries carry as names or in their messages and never fetch. Each entry is the whole
 * address, or ends in '/' and stands for what lies below.
 */
const neverFetched = [
  // Namespaces of SVG, XLink and XML: compared as text, in the page's markup and in ECharts' painter.
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/2000/xmlns/',
  'http://www.w3.org/XML/1998/namespace',
  'http://www.w3.org/1998/Math/MathML',
  // Namespaces and relation types of spreadsheet files, in the library that reads the older formats of them.
  'http://schemas.openxmlformats.org/',
  'http://sheetjs.openxmlformats.org/',
  'http://schemas.microsoft.com/office/',
  'http://purl.oclc.org/ooxml/',
  'http://purl.org/dc/',
  'http://www.w3.org/2001/XMLSchema',
  'http://www.w3.org/2001/XMLSchema-instance',
  'http://sheetjs.com',
  // Where Svelte's error messages are explained.
  'https://svelte.dev/e/',
  // DuckDB's package.json, bundled for its version, and the licence notice of a hash function in its worker.
  'https://github.com/duckdb/duckdb-wasm.git',
  'https://github.com/emn178/js-sha256',
];

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  'worker-src blob:',
  "connect-src 'self' blob:",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

describe('the built site', () => {
  // WebAssembly is left out: DuckDB's has its extension server's name in it, and the engine is locked before use.
  it('names no foreign host in its code', () => {
    const allowed = (address: string): boolean =>
      neverFetched.some((known) =>
        known.endsWith('/') ? address.startsWith(known) : address.replace(/[./]+$/, '') === known,
      );
    // With a scheme, or without one as in "//host.example/x".
    const addresses =
      /(?:https?|wss?|ftp):\/\/[a-z0-9[][^\s"'`<>(){}\\,;]*|(?<=["'`(=])\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'`<>(){}\\,;]*/gi;
    const foreign = site().flatMap((file) =>
      [...words(file).matchAll(addresses)]
        .map(([address]) => address)
        .filter((address) => !allowed(address))
        .map((address) => `${file}: ${address}`),
    );
    expect(foreign).toEqual([]);
  });

  it('has no file that a static host refuses (25 MB)', () => {
    expect(site().filter((file) => statSync(path.join(dist, file)).size > 25e6)).toEqual([]);
  });

  it('says the same policy in _headers, for hosts that send them', () => {
    const headers = site().includes('_headers') ? text('_headers') : '';
    const sent = /^\s*content-security-policy:\s*(.*)$/im.exec(headers)?.[1]?.trim() ?? '';
    // Only a header can hold frame-ancestors, a meta tag may not.
    expect(sent.replace(/; frame-ancestors 'none'$/, '')).toBe(policy);
  });

  it('ships no source map and no test', () => {
    expect(site().filter((file) => /\.map$|\.test\./.test(file))).toEqual([]);
  });
});

describe('every built page', () => {
  const pages = built ? filesBelow(dist).filter((file) => file.endsWith('.html')) : ['index.html'];

  it.each(pages)('%s: the whole policy stands before anything is loaded', (page) => {
    site();
    const html = text(page);
    const meta = /<meta\s[^>]*http-equiv=["']?content-security-policy["']?[^>]*>/i.exec(html);
    expect(meta, 'a meta tag with the policy').not.toBeNull();
    // The value holds single quotes, so it stands between double ones.
    const value = /\bcontent="([^"]*)"/i.exec(meta?.[0] ?? '')?.[1];
    expect(value?.replaceAll('&#39;', "'")).toBe(policy);
    const firstLoad = html.search(/<(script|link|style|img|iframe|object|embed)\b/i);
    expect(meta?.index).toBeLessThan(firstLoad === -1 ? Infinity : firstLoad);
  });

  it.each(pages)('%s: nothing is inline, which the policy would refuse', (page) => {
    site();
    const html = text(page);
    const inlineScripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)].filter(
      ([, attributes = '', body = '']) => body.trim() !== '' || !/\bsrc=/i.test(attributes),
    );
    expect(inlineScripts.map(([tag]) => tag)).toEqual([]);
    expect(html.match(/<style\b|<[a-z][^>]*\s(?:style|on[a-z]+)\s*=|javascript:/gi) ?? []).toEqual([]);
  });

  it.each(pages)('%s: every address is relative, so that it runs in any folder', (page) => {
    site();
    const addresses = [...text(page).matchAll(/\s(?:src|href)\s*=\s*["']?([^"'\s>]+)/gi)].map(([, to]) => to);
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((to) => !/^(\.{1,2}\/|#)/.test(to ?? ''))).toEqual([]);
  });
});
