import { describe, expect, it } from 'vitest';
import { listen } from '../../support/browser.ts';
import { appSite, sheet } from './site.ts';

const site = appSite();

const text = [
  'customer id,order date,amount',
  ...Array.from({ length: 40 }, (_, i) => `C${i % 12},2024-0${1 + (i % 9)}-11,${i + 1}`),
].join('\n');

describe('sealed (S1, F29)', () => {
  it('asks nothing of anybody in a whole session, and every way out of the page is shut', async () => {
    const other = await listen((_request, response) => {
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end('here');
    });
    const app = await site.open();
    try {
      const client = await app.page.context().newCDPSession(app.page);
      await client.send('Network.enable');
      const seen: string[] = [];
      client.on('Network.requestWillBeSent', ({ request }) => seen.push(request.url));
      client.on('Network.webSocketCreated', ({ url }) => seen.push(url));

      await app.load(sheet('orders.csv', text));
      await app.set('returns', 'ignore');
      await app.set('tier_cut_1', 70);
      await app.hook('pareto-handle').press('ArrowRight');
      await app.ready();
      await app.page.locator('[data-lens=tiers] tbody button').first().click();
      await app.hook('drawer').waitFor();
      await app.page.keyboard.press('Escape');
      await app.hook('language').click();
      await app.hook('theme').click();
      await app.ready();
      await app.download(() => app.hook('export-customers').click());
      await app.download(() => app.hook('export-figures').click());
      await app.hook('edit-import').click();
      await app.until('mapping');
      await app.accept();

      const ours = (url: string): boolean => url.startsWith(site.server.url) || /^(?:blob|data):/.test(url);
      expect([...app.requested, ...seen].filter((url) => !ours(url))).toEqual([]);
      // Nothing that a session sends is more than a question for one of the site's own files.
      expect(site.server.requests.filter((line) => !line.startsWith('GET /some/where/'))).toEqual([]);
      expect(app.errors).toEqual([]);

      const target = other.url;
      const probes = await app.page.evaluate(async (address) => {
        const outcome = (work: Promise<unknown>): Promise<string> =>
          Promise.race([
            work.then(
              () => 'open',
              () => 'shut',
            ),
            new Promise<string>((later) => setTimeout(() => later('nothing'), 1500)),
          ]);
        const element = (tag: string, attributes: Record<string, string>): Promise<unknown> =>
          new Promise((loaded, failed) => {
            const made = Object.assign(document.createElement(tag), attributes);
            made.addEventListener('load', loaded);
            made.addEventListener('error', failed);
            document.head.append(made);
          });
        const socket = new Promise((open, failed) => {
          const ws = new WebSocket(address.replace('http', 'ws'));
          ws.onopen = open;
          ws.onerror = failed;
        });
        const form = Object.assign(document.createElement('form'), { action: address, method: 'post' });
        document.body.append(form);
        form.submit();
        navigator.sendBeacon(address, 'rows');
        const frame = element('iframe', { src: address });
        return {
          fetch: await outcome(fetch(address)),
          post: await outcome(fetch(address, { method: 'POST', mode: 'no-cors', body: 'rows' })),
          image: await outcome(element('img', { src: `${address}i.png` })),
          script: await outcome(element('script', { src: `${address}s.js` })),
          style: await outcome(element('link', { rel: 'stylesheet', href: `${address}s.css` })),
          socket: await outcome(socket),
          events: await outcome(
            new Promise((open, failed) => {
              const source = new EventSource(address);
              source.onopen = open;
              source.onerror = failed;
            }),
          ),
          worker: await outcome(
            new Promise((answer, failed) => {
              const code = `fetch(${JSON.stringify(address)}).then(() => postMessage('open'), () => postMessage('shut'))`;
              const worker = new Worker(URL.createObjectURL(new Blob([code])));
              worker.onmessage = ({ data }) =>
                data === 'open' ? answer(data) : failed(new Error(data as string));
            }),
          ),
          eval: await outcome(new Promise((open) => open(Reflect.construct(Function, ['return 1'])))),
          frame: await Promise.race([
            frame.then(
              () => 'loaded',
              () => 'shut',
            ),
            new Promise((r) => setTimeout(() => r('nothing'), 500)),
          ]),
        };
      }, target);
      const { frame, ...ways } = probes;
      expect(frame).not.toBe('open');
      for (const [way, how] of Object.entries(ways)) expect(how, way).toBe('shut');
      expect(other.requests).toEqual([]);
      expect(new URL(app.page.url()).origin).toBe(new URL(site.server.url).origin);
    } finally {
      await app.close();
      await other.close();
    }
  });

  it('carries its policy as the first thing of its head', async () => {
    await site.on(async (app) => {
      const first = await app.page.evaluate(() => document.head.firstElementChild?.outerHTML ?? '');
      expect(first).toMatch(/^<meta http-equiv="Content-Security-Policy"/);
      expect(first).toMatch(/default-src 'none'/);
      expect(first).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    });
  });
});
