import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

/** What the page may load and contact: itself. public/_headers says the same for hosts that can send headers. */
export const contentSecurityPolicy = [
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

/**
 * The policy as the first element of the head, so that it holds for everything after it. Not at `serve`: the dev
 * server works with inline styles, which the policy forbids.
 */
const seal: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const meta = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />`;
      const sealed = html.replace('<head>', `<head>\n    ${meta}`);
      if (sealed === html) throw new Error('the page has no <head> to put its Content-Security-Policy into');
      return sealed;
    },
  },
};

const distribution = new URL('./node_modules/@duckdb/duckdb-wasm/dist/', import.meta.url);

/** Virtual module → the file it stands for and the ending that it has in the build. */
const parts: Readonly<Record<string, { readonly file: string; readonly ending: string }>> = {
  'virtual:duckdb-wasm': { file: 'duckdb-eh.wasm', ending: '.wasm.bin' },
  'virtual:duckdb-worker': { file: 'duckdb-browser-eh.worker.js', ending: '.js.bin' },
};

/** Where the worker script compiles a caller of JavaScript functions from text, inside __emval_get_method_caller. */
const compiled = 'newFunc(Function,_)(...d)';

/** The same caller without eval, in that function's names: n argument types, a result type, r === 1 for `new`. */
const interpreted = `(function(obj, func, destructors, args) {
  var at = args, list = n.map(function(type) {
    var value = type.readValueFromPointer(at);
    at += type.argPackAdvance;
    return value;
  });
  var result = r === 1 ? Reflect.construct(func, list) : func.apply(obj, list);
  if (!a.isVoid) return emval_returnValue(a, destructors, result);
})`;

/**
 * DuckDB's progress reports call JavaScript through a function that emscripten compiles from text, which the policy
 * forbids: with a progress bar every longer statement would fail. The source map that the script names is not shipped.
 */
function withoutEval(script: string): string {
  const pieces = script.split(compiled);
  if (pieces.length !== 2)
    throw new Error('the worker script of DuckDB has changed: look at __emval_get_method_caller');
  return pieces.join(interpreted).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
}

async function partBytes(file: string): Promise<Buffer> {
  const bytes = await readFile(new URL(file, distribution));
  return file.endsWith('.js') ? Buffer.from(withoutEval(bytes.toString('utf8'))) : bytes;
}

/** Where the dev server has them, as they are. */
const devPath = '/@duckdb/';

/**
 * The engine's two files as compressed assets, because not every static host compresses WebAssembly and some refuse
 * files above 25 MiB. `.bin` and not `.gz`: servers answer `.gz` with Content-Encoding, and it arrives inflated.
 */
function duckdbAssets(): Plugin {
  let building = false;
  return {
    name: 'duckdb-assets',
    configResolved(config) {
      building = config.command === 'build';
    },
    configureServer(server) {
      server.middlewares.use(devPath, (request, response, next) => {
        const part = Object.values(parts).find(({ file }) => request.url === `/${file}`);
        if (!part) return next();
        partBytes(part.file).then((bytes) => response.end(bytes), next);
      });
    },
    resolveId: (id) => (id in parts ? `\0${id}` : null),
    async load(id) {
      const part = id.startsWith('\0') ? parts[id.slice(1)] : undefined;
      if (!part) return null;
      if (!building) return `export const url = '${devPath}${part.file}';\nexport const bytes = 0;`;
      const source = gzipSync(await partBytes(part.file), { level: 9 });
      const hash = createHash('sha256').update(source).digest('hex').slice(0, 10);
      const reference = this.emitFile({
        type: 'asset',
        fileName: `assets/duckdb-${hash}${part.ending}`,
        source,
      });
      return `export const url = import.meta.ROLLUP_FILE_URL_${reference};\nexport const bytes = ${source.length};`;
    },
  };
}

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export default defineConfig({
  base: './',
  define: { __APP_VERSION__: JSON.stringify(version) },
  plugins: [svelte({ configFile: false }), duckdbAssets(), seal],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    // The polyfill would be an inline script in some setups, and every browser that can run the engine has preload.
    modulePreload: { polyfill: false },
  },
  worker: { format: 'iife' },
  optimizeDeps: { exclude: ['@duckdb/duckdb-wasm'] },
  preview: { host: '127.0.0.1' },
});
