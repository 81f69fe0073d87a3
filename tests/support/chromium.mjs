import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

const usualPlaces = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Path of a Chromium that can be started, or undefined when none is installed.
 * Order: CHROME_PATH, the PATH, the usual places, Playwright's own download.
 *
 * A CHROME_PATH that leads nowhere is an error and not passed over in silence: whoever sets it wants
 * that browser and no other.
 *
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  const wanted = process.env.CHROME_PATH;
  if (wanted) {
    if (!isProgram(wanted)) throw new Error(`CHROME_PATH is set to ${wanted}, which is no program`);
    return wanted;
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...usualPlaces, ...(await playwrightsOwn())].find(isProgram);
}

/**
 * As findChromium, but installs one when there is none: Debian's package when apt-get may be used
 * (as root, or with sudo that asks no password), else Playwright's download.
 *
 * @param {(line: string) => void} [say] receives a line for each step that takes time
 * @returns {Promise<string>}
 * @throws {Error} when no way of installing one worked; the message says what was tried
 */
export async function ensureChromium(say = () => {}) {
  const found = await findChromium();
  if (found) return found;

  const tried = [];
  for (const { name, commands } of waysToInstall()) {
    say(`no Chromium found: installing it with ${name}`);
    const failure = firstFailure(commands);
    const installed = await findChromium();
    if (installed) return installed;
    tried.push(`${name}: ${failure ?? 'finished, but no browser was found afterwards'}`);
  }
  throw new Error(
    ['No Chromium to test with. Install one, or set CHROME_PATH. Tried:', ...tried].join('\n  '),
  );
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import('playwright-core');
    return [chromium.executablePath()];
  } catch {
    // Playwright throws where it knows no build for the system; then it has none to offer.
    return [];
  }
}

function waysToInstall() {
  const ways = [];
  const isRoot = process.getuid?.() === 0;
  const hasApt = existsSync('/usr/bin/apt-get');
  if (hasApt && (isRoot || spawnSync('sudo', ['-n', 'true']).status === 0)) {
    const asRoot = isRoot ? [] : ['sudo', '-n'];
    ways.push({
      name: 'apt-get',
      commands: [
        [...asRoot, 'apt-get', 'update'],
        [...asRoot, 'apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
      ],
    });
  }
  ways.push({
    name: "Playwright's download",
    commands: [['npx', 'playwright-core', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']],
  });
  return ways;
}

/** Runs the commands one after the other; says which one failed and how, or undefined. */
function firstFailure(commands) {
  for (const [program, ...args] of commands) {
    const run = spawnSync(program, args, {
      encoding: 'utf8',
      shell: process.platform === 'win32',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 15 * 60_000,
    });
    if (run.status === 0) continue;
    const words = `${run.error?.message ?? ''}${run.stderr ?? ''}`.trim().split('\n').slice(-5).join('\n');
    return `"${[program, ...args].join(' ')}" failed: ${words || `exit code ${run.status}`}`;
  }
  return undefined;
}
