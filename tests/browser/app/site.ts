import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Download, Locator, Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect } from 'vitest';
import { openPage, serveFolder, type OpenedPage, type Server, startBrowser } from '../../support/browser.ts';

/** The built site: dist, or the folder that SITE_DIR names. */
export const siteFolder = resolve(
  process.env.SITE_DIR ?? fileURLToPath(new URL('../../../dist', import.meta.url)),
);

export type State = 'empty' | 'reading' | 'mapping' | 'importing' | 'ready' | 'busy' | 'error';
export type Figures = Readonly<Record<string, number | null>>;

/** A file that is made up by a test. */
export interface Sheet {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const sheet = (name: string, content: string | Uint8Array): Sheet => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content as string),
});

export interface LoadOptions {
  /** Roles by header. */
  readonly roles?: Readonly<Record<string, string>>;
  /** Reading choices by the select's test id. */
  readonly reading?: Readonly<Record<string, string>>;
  readonly timeout?: number;
}

/** The page as a script drives it, through its public hooks only. */
export class App {
  constructor(
    readonly page: Page,
    private readonly opened: OpenedPage,
  ) {}

  get errors(): readonly string[] {
    return this.opened.errors;
  }

  get requested(): readonly string[] {
    return this.opened.requested;
  }

  close(): Promise<void> {
    return this.opened.close();
  }

  hook(testid: string): Locator {
    return this.page.locator(`[data-testid="${testid}"]`);
  }

  state(): Promise<State | undefined> {
    return this.page.evaluate(() => document.documentElement.dataset.state as State | undefined);
  }

  /** Waits for one of the states and says which it is. An unexpected error is told with its message. */
  async until(wanted: State | readonly State[], timeout = 60_000): Promise<State> {
    const list: readonly State[] = typeof wanted === 'string' ? [wanted] : wanted;
    const handle = await this.page.waitForFunction(
      (states) => {
        const now = document.documentElement.dataset.state as State | undefined;
        return now !== undefined && ([...states, 'error'] as readonly string[]).includes(now) ? now : null;
      },
      list,
      { timeout },
    );
    const now = (await handle.jsonValue()) as State;
    if (!list.includes(now))
      throw new Error(`the page is in state ${now} instead of ${list.join(' or ')}: ${await this.message()}`);
    return now;
  }

  ready(timeout?: number): Promise<State> {
    return this.until('ready', timeout);
  }

  async message(): Promise<string> {
    const error = this.hook('error').first();
    return (await error.count()) > 0 ? ((await error.textContent()) ?? '').replace(/\s+/g, ' ').trim() : '';
  }

  async code(): Promise<string | null> {
    const error = this.hook('error').first();
    return (await error.count()) > 0 ? error.getAttribute('data-code') : null;
  }

  results(): Promise<{ schema: number; app: string; document: unknown; figures: Figures }> {
    return this.page.evaluate(() => window.vitalFew.figures() as never);
  }

  async figures(): Promise<Figures> {
    return (await this.results()).figures;
  }

  /** Opens the import page on files and makes the choices; the import is not started. */
  async choose(files: string | Sheet | readonly Sheet[], options: LoadOptions = {}): Promise<void> {
    await this.hook('file-input').setInputFiles(files);
    await this.until('mapping', options.timeout);
    for (const [id, value] of Object.entries(options.reading ?? {})) {
      await this.hook(id).selectOption(value);
      await this.until('mapping', options.timeout);
    }
    for (const [column, role] of Object.entries(options.roles ?? {}))
      await this.page.locator(`[data-testid=role][data-column="${column}"]`).selectOption(role);
  }

  async accept(timeout?: number): Promise<void> {
    const accept = this.hook('import-accept');
    if (await accept.isDisabled())
      throw new Error(`the import cannot start: ${await this.hook('import-missing').textContent()}`);
    await accept.click();
    await this.ready(timeout);
  }

  async load(files: string | Sheet | readonly Sheet[], options: LoadOptions = {}): Promise<Figures> {
    await this.choose(files, options);
    await this.accept(options.timeout);
    return this.figures();
  }

  async openSettings(): Promise<void> {
    const button = this.hook('settings');
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  }

  control(id: string): Locator {
    return this.page.locator(`[data-testid=setting][data-setting="${id}"]`).first();
  }

  /** Changes one setting as its control allows and waits until every cell shows it. */
  async set(id: string, value: string | number): Promise<void> {
    const control = this.control(id);
    if (!(await control.isVisible())) await this.openSettings();
    const tag = await control.evaluate((element) => element.tagName);
    if (tag === 'SELECT') await control.selectOption(String(value));
    else {
      await control.fill(String(value));
      await control.press('Enter');
    }
    await this.ready();
  }

  /** The roles as the import page shows them, by header. */
  async roles(): Promise<Record<string, string>> {
    return this.hook('role').evaluateAll((menus) =>
      Object.fromEntries(
        (menus as HTMLSelectElement[]).map((menu) => [menu.dataset.column ?? '', menu.value]),
      ),
    );
  }

  /** Presses what starts a download and gives its text. */
  async download(press: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
    const started: Promise<Download> = this.page.waitForEvent('download');
    await press();
    const download = await started;
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  }

  /** All words that a person can see or hear: text, form values, titles and labels. */
  words(): Promise<string> {
    return this.page.evaluate(() => {
      const parts: string[] = [document.title, document.body.innerText];
      for (const element of document.querySelectorAll(
        '[title], [aria-label], [aria-valuetext], [placeholder]',
      ))
        for (const name of ['title', 'aria-label', 'aria-valuetext', 'placeholder'])
          parts.push(element.getAttribute(name) ?? '');
      for (const element of document.querySelectorAll('text, desc')) parts.push(element.textContent ?? '');
      return parts.join('\n');
    });
  }
}

export interface OpenOptions {
  readonly query?: string;
  readonly context?: BrowserContextOptions;
  /** Runs in the page before its own script, as text or function without arguments. */
  readonly init?: () => void;
  readonly url?: string;
}

export interface Site {
  readonly server: Server;
  readonly browser: Browser;
  /** Opens the site in a profile of its own and waits until it listens. */
  open(options?: OpenOptions): Promise<App>;
  /** The same, closed after `work`; fails on console errors, uncaught errors and violated policies. */
  on(work: (app: App) => Promise<void>, options?: OpenOptions): Promise<void>;
}

/** Serves the built site under a sub-path and starts one browser for all tests of a file. */
export function appSite(): Site {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = await serveFolder(siteFolder);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const site: Site = {
    get server() {
      return server;
    },
    get browser() {
      return browser;
    },
    async open({ query = '', context = {}, init, url = server.url } = {}) {
      // Without a word on the language a test reads English, wherever it runs.
      const options = { locale: 'en-US', colorScheme: 'light', ...context } as const;
      const opened = await openPage(browser, init ? 'about:blank' : url, {
        query: init ? '' : query,
        context: options,
      });
      if (init) {
        await opened.page.addInitScript(init);
        await opened.page.goto(url + query);
      }
      await opened.page.waitForFunction(() => document.documentElement.dataset.state !== undefined);
      return new App(opened.page, opened);
    },
    async on(work, options) {
      const app = await site.open(options);
      try {
        await work(app);
        expect(app.errors).toEqual([]);
      } finally {
        await app.close();
      }
    },
  };
  return site;
}
