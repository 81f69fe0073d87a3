import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChecks } from '../policy/check.mjs';
import { ensureChromium } from './chromium.mjs';
import { add, checksTally, emptyTally, failure, lastLine, tallyOf } from './tally.mjs';

/*
 * `npm test`: everything that must hold, in one go. The site is built once, by the checks; the unit
 * tests' policies and the browser tests read that build. Whatever crashes counts as failed, and the
 * last line is always the sum.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** No run takes a tenth of this; one that hangs must end before its machine is taken away. */
const longestRun = 30 * 60_000;

const suites = [
  { name: 'unit, lens and policy tests', config: 'tests/unit/vitest.config.ts' },
  { name: 'browser tests', config: 'tests/browser/vitest.config.ts', needsBrowser: true },
];

const say = (line) => console.log(line);
const title = (text) => say(`\n=== ${text}`);

async function main() {
  let total = emptyTally();

  title('a browser to test with');
  const chromium = await ensureChromium(say).catch((error) => {
    say(String(error?.message ?? error));
    return undefined;
  });
  if (chromium) say(chromium);

  title('checks');
  total = add(total, checksTally(await runChecks(say)));

  const scratch = mkdtempSync(path.join(os.tmpdir(), 'vital-few-tests-'));
  try {
    for (const [i, { name, config, needsBrowser }] of suites.entries()) {
      title(name);
      total = add(
        total,
        needsBrowser && !chromium
          ? failure(`${name}: not run, there is no browser`)
          : await vitest(name, config, path.join(scratch, `${i}.json`), chromium),
      );
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return total;
}

/** Runs one vitest configuration; its own report goes to the screen, the figures come from a file. */
async function vitest(name, config, outputFile, chromium) {
  if (!existsSync(path.join(root, config))) return failure(`${name}: ${config} is missing`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`];
  const ended = await new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', '--config', config, ...reporters],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, TZ: 'UTC', ...(chromium && { CHROME_PATH: chromium }) },
        timeout: longestRun,
        killSignal: 'SIGKILL',
      },
    );
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(signal ?? code));
  });
  const report = existsSync(outputFile) ? JSON.parse(readFileSync(outputFile, 'utf8')) : undefined;
  return tallyOf(name, report, ended, {
    root,
    referenceDataSet: Boolean(process.env.REFERENCE_DATA),
  });
}

const total = await main().catch((error) => failure(`the test run itself: ${error?.stack ?? error}`));

if (total.skipped.length > 0) title(`${total.skipped.length} skipped`);
total.skipped.forEach((test) => say(`  ${test}`));
if (total.failed.length > 0) title(`${total.failed.length} failed`);
total.failed.forEach((test) => say(`  ${test}`));

process.exitCode = total.failed.length === 0 && total.passed > 0 ? 0 : 1;
say(`\n${lastLine(total)}`);
