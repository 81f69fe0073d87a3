import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, createServer, loadConfigFromFile } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const configFile = path.join(root, 'vite.config.ts');

/** The bench's own folder for builds, data files and results. */
export const outFolder = path.join(root, 'tests/.out/bench');

/** Builds the site as it is shipped, beside dist, which others may be looking at. */
export async function buildSite({ sourcemap = false } = {}) {
  const outDir = path.join(outFolder, 'site');
  await build({ root, configFile, logLevel: 'warn', build: { outDir, emptyOutDir: true, sourcemap } });
  return outDir;
}

/**
 * Builds the peers' page with the product's own settings, but without its Content-Security-Policy: Arquero compiles
 * its expressions from text.
 */
export async function buildPeers() {
  const outDir = path.join(outFolder, 'peers');
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, configFile);
  const { plugins, ...config } = loaded.config;
  await build({
    ...config,
    plugins: plugins.flat().filter((plugin) => plugin?.name !== 'content-security-policy'),
    configFile: false,
    root: path.join(root, 'tests/bench/page'),
    publicDir: false,
    logLevel: 'warn',
    build: { ...config.build, outDir, emptyOutDir: true },
  });
  return outDir;
}

/**
 * The product's own code in Node, which does not read TypeScript.
 *
 * @returns {Promise<typeof import('./product.ts') & { close(): Promise<void> }>}
 */
export async function loadProduct() {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false, watch: null },
  });
  const product = await server.ssrLoadModule('/tests/bench/product.ts');
  return { ...product, close: () => server.close() };
}
