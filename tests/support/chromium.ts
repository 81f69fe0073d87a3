import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** The Chromium to test with: CHROME_PATH, then the usual places, then one that Playwright has installed. */
export function chromiumPath(): string {
  const found = [process.env.CHROME_PATH, ...usual, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
  if (!found) throw new Error('no Chromium found: install one or set CHROME_PATH');
  return found;
}
