import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const out = fileURLToPath(new URL('../../.out/harness', import.meta.url));

/** Builds the harness page with the product's own settings; returns its folder. */
export async function buildHarness(): Promise<string> {
  // Vitest sets `test`, with which Vite would build for development, whatever the mode.
  process.env.NODE_ENV = 'production';
  await build({
    configFile: fileURLToPath(new URL('../../../vite.config.ts', import.meta.url)),
    root,
    publicDir: false,
    logLevel: 'warn',
    build: { outDir: out, emptyOutDir: true },
  });
  return out;
}
