import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vitest/config';
import site from '../../vite.config.ts';

// Set here and not in test.env, so that the workers have it from their first moment.
process.env.TZ = 'UTC';

/**
 * Everything that needs no browser, with the site's own plugins. Runes are compiled as for a server:
 * $state and $derived work, effects never run, and what needs them is tested in the browser. The policy
 * tests read dist/, which `npm run build` makes.
 */
export default mergeConfig(
  site,
  defineConfig({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    test: {
      environment: 'node',
      include: ['tests/unit/**/*.test.ts', 'tests/lenses/**/*.test.ts', 'tests/policy/**/*.test.ts'],
      testTimeout: 20_000,
      // A forgotten .only would pass over everything else.
      allowOnly: false,
    },
  }),
);
