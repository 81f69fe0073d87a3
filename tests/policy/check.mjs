import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureSizes } from './sizes.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {{ name: string, ok: boolean, seconds: number, output: string }} CheckResult */

/** Two at a time, in this order: the build first, because the sizes wait for it. */
const commands = [
  { name: 'build', run: () => program('vite', 'build') },
  { name: 'types', run: () => program('tsc', '--noEmit', '--pretty', 'false') },
  {
    name: 'svelte-check',
    run: () =>
      program('svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'),
  },
  { name: 'eslint', run: () => program('eslint', '--config', 'tests/policy/eslint.config.js', '.') },
  { name: 'prettier', run: () => program('prettier', '--check', '.') },
  {
    name: 'import rules',
    run: () => program('depcruise', '--config', 'tests/policy/dependency-cruiser.cjs', 'src'),
  },
  { name: 'unused code (knip)', run: () => program('knip') },
];

/**
 * Runs every check, also after one has failed.
 *
 * @param {(line: string) => void} say gets a line for each check as it ends, and a failed one's output
 * @returns {Promise<CheckResult[]>}
 */
export async function runChecks(say) {
  // A build that fails must not leave an older one for the sizes and the tests to look at.
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });

  const results = [];
  const waiting = [...commands];
  const runner = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const result = await timed(next.name, next.run);
      results.push(result);
      report(result, say);
    }
  };
  await Promise.all([runner(), runner()]);

  const built = results.find(({ name }) => name === 'build')?.ok;
  const sizes = await timed('sizes', async () =>
    built ? measureSizes(path.join(root, 'dist')) : { ok: false, output: 'nothing was built' },
  );
  results.push(sizes);
  report(sizes, say);
  if (sizes.ok) say(indent(sizes.output));
  return results;
}

function report({ name, ok, seconds, output }, say) {
  say(`${ok ? 'ok    ' : 'FAILED'}  ${name}  ${seconds.toFixed(1)} s`);
  if (!ok) say(indent(output.trim() || '(no output)'));
}

const indent = (text) => text.replace(/^/gm, '        ');

async function timed(name, run) {
  const start = performance.now();
  const { ok, output } = await run().catch((error) => ({ ok: false, output: String(error?.stack ?? error) }));
  return { name, ok, output, seconds: (performance.now() - start) / 1000 };
}

/** Runs one of the project's own tools. */
function program(name, ...args) {
  return new Promise((resolve) => {
    const child = spawn(path.join(root, 'node_modules', '.bin', name), args, {
      cwd: root,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    let output = '';
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (output += part));
    child.on('error', (error) => resolve({ ok: false, output: `${name} did not start: ${error.message}` }));
    child.on('close', (code, signal) =>
      resolve({ ok: code === 0, output: signal ? `${output}\n${name} was ended by ${signal}` : output }),
    );
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const results = await runChecks((line) => console.log(line));
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}
