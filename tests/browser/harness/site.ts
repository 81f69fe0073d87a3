import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openPage, type OpenedPage, serveFolder, type Server, startBrowser } from '../../support/browser.ts';
import { buildHarness } from './build.ts';

export interface HarnessSite {
  /** The built page's folder. */
  readonly folder: string;
  readonly server: Server;
  /** Opens the harness in a profile of its own and runs `work` on it. */
  onPage(
    work: (opened: OpenedPage) => Promise<void>,
    options?: { readonly url?: string; readonly timezoneId?: string },
  ): Promise<void>;
}

/** Builds and serves the harness around a file's tests; to be read inside tests only. */
export function harnessSite(): HarnessSite {
  let folder: string;
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    folder = await buildHarness();
    server = await serveFolder(folder);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    get folder() {
      return folder;
    },
    get server() {
      return server;
    },
    async onPage(work, { url = server.url, timezoneId } = {}) {
      const opened = await openPage(browser, url, { context: { timezoneId } });
      try {
        await work(opened);
      } finally {
        await opened.close();
      }
    },
  };
}
