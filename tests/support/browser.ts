import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { chromiumPath } from './chromium.ts';

export interface Server {
  readonly url: string;
  /** Method and path of every request, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Listens on a free port of this machine and keeps a list of what was asked for. */
export async function listen(answer: RequestListener, path = '/'): Promise<Server> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    requests,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * The plainest static host: a folder under a sub-path, without compression and without headers of its own, unless
 * `headers` names some for a file.
 */
export function serveFolder(
  folder: string,
  path = '/some/where/',
  headers: (file: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<Server> {
  return listen((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const inside = normalize(asked.slice(path.length) || 'index.html');
    const file = join(folder, inside);
    if (!asked.startsWith(path) || inside.startsWith('..') || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      ...headers(file),
    });
    createReadStream(file).pipe(response);
  }, path);
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: quiet });

export interface OpenedPage {
  readonly page: Page;
  /** Uncaught errors, console errors and violations of the Content-Security-Policy. */
  readonly errors: readonly string[];
  /** Every address that the page or its workers asked for, except blob: and data:. */
  readonly requested: readonly string[];
  close(): Promise<void>;
}

/** Opens an address in a profile of its own. `query` is put behind it (`?lang=en`, `#…`). */
export async function openPage(
  browser: Browser,
  url: string,
  { query = '', context: options = {} }: { query?: string; context?: BrowserContextOptions } = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const requested: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  context.on('request', (request) => {
    if (!/^(?:blob|data):/.test(request.url())) requested.push(request.url());
  });
  await page.goto(url + query);
  return { page, errors, requested, close: () => context.close() };
}

/** Hands files to the page's file input, as dropping them does. */
export const drop = (page: Page, paths: string | readonly string[]): Promise<void> =>
  page.setInputFiles('[data-testid=file-input]', typeof paths === 'string' ? paths : [...paths]);
